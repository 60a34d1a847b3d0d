import type { CaseIssue, Loaded } from '../../config/case.js';
import type { Calibration } from '../../config/studies/parse-calibration.js';
import type { LoadedValidation } from '../../config/studies/parse-validation.js';
import { withoutTwins } from '../../config/studies/study-source.js';
import { version } from '../../pipeline/version.js';
import type { ValidatedCell, ValidatedSource, ValidationDocument } from '../../results/validation-schema.js';
import { aFunction, expectArguments, objectsWith, objectWith, optional } from '../../units/arguments.js';
import { discrepancyRows } from './discrepancy-rows.js';
import { validateCell } from './validate-cell.js';
import { validationScores } from './validation-scores.js';

/** The document, or what is wrong with cells whose cases cannot be read. */
export type Validation = Loaded<{ document: ValidationDocument }>;

/** Runs every measured cell of the files, and scores the predictions. */
export async function validate(
  files: readonly LoadedValidation[],
  calibration: Calibration,
  onCell?: (done: number) => void,
): Promise<Validation> {
  expectArguments({ files: [files, objectsWith('title', 'cells')], calibration: [calibration, objectWith('laws')],
    onCell: [onCell, optional(aFunction)] });
  const issues: CaseIssue[] = [];
  const sources: ValidatedSource[] = [];
  let done = 0;
  for (const { id, title, source, via, informs, cells } of files) {
    const made: ValidatedCell[] = [];
    for (const cell of cells) {
      const result = await validateCell(cell);
      if ('rows' in result) made.push(result);
      else issues.push(...result);
      onCell?.(++done);
    }
    sources.push({ id, title, source, via, informs: [...informs], cells: made });
  }
  if (issues.length > 0) return { ok: false, issues: withoutTwins(issues) };
  const scores = validationScores(sources, calibration.laws.flatMap(({ fittedTo }) => fittedTo));
  return {
    ok: true,
    document: { schema: 'catholith-validation-1', scores, calibration: calibrationDocument(calibration), sources,
      program: 'catholith', version },
  };
}

const calibrationDocument = ({ title, laws }: Calibration): ValidationDocument['calibration'] => ({
  title,
  discrepancy: discrepancyRows.map((row) => ({ ...row })),
  laws: laws.map(({ note, ...law }) => ({ ...law, note: note ?? null })),
});
