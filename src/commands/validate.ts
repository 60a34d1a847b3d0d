import type { Command } from 'commander';
import { join } from 'node:path';
import { ownFolder } from '../config/files/read-text.js';
import { loadCalibration, loadValidation, namesIn } from '../config/read-case.js';
import { type CaseOptions, exit, present, readAs, refuse, setOption, withProgress } from './command.js';

interface ValidateOptions extends CaseOptions {
  readonly calibration?: string;
}

const calibrationFile = 'calibration.yaml';

export function addValidate(root: Command): void {
  root.command('validate')
    .description(
      'run measured cells and set what was measured beside what is predicted, with its interval and the scores of all',
    )
    .argument('[file...]', 'files with measured cells (default: those of the package)')
    .option(...setOption)
    .option('--calibration <file>', 'what was calibrated, and what predictions miss (default: that of the package)')
    .option('--out <dir>', 'folder of the report (default: out/validation; with --json: no report)')
    .option('--json', 'print the validation document and nothing else')
    .action(run);
}

async function run(paths: string[], options: ValidateOptions): Promise<void> {
  const own = join(ownFolder('configs'), 'studies', 'validation');
  const shipped = namesIn(own).filter((name) => name.endsWith('.yaml') && name !== calibrationFile).map((name) =>
    join(own, name)
  );
  const files = (paths.length > 0 ? paths : shipped).map((path) => loadValidation(path, readAs(options.set)));
  const calibration = loadCalibration(options.calibration ?? join(own, calibrationFile));
  const issues = [...files, calibration].flatMap((reading) => (reading.ok ? [] : reading.issues));
  if (!calibration.ok || issues.length > 0) return refuse(issues);
  const sources = files.flatMap((reading) => (reading.ok ? [reading.file] : []));
  const { validate } = await import('../study/validate/validate.js');
  const count = sources.reduce((sum, { cells }) => sum + cells.length, 0);
  const result = await withProgress('cells', count, (onCell) => validate(sources, calibration.calibration, onCell));
  if (!result.ok) return refuse(result.issues);
  process.exitCode = exit.result;
  await present(result.document, options,
    async () => (await import('../report/validation/validation-report.js')).validationReport,
    join('out', 'validation'));
}
