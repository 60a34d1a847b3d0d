import type { CaseInput, ComparisonInput } from '../case-input.js';
import type { Loaded } from '../case-issue.js';
import { caseAt } from '../case-source.js';
import type { LoadedCase } from '../case.js';
import type { Equality } from '../equality.js';
import { issueIn, readTable } from '../fields/table-reading.js';
import { parseSource } from '../parse-case.js';
import type { ParseOptions } from '../parse-options.js';
import { isRecord, type PlainRecord } from '../plain-data.js';
import { comparisonTable } from '../sections/case-schema.js';
import { doubleNames, eachOnce, issuesOf, studySource } from './study-source.js';

/** One design: a complete case, and what it is called beside the others. */
export interface LoadedDesign extends Omit<LoadedCase & { readonly ok: true }, 'ok' | 'with'> {
  readonly name: string;
}

/** A comparison as read: its designs, and what is made equal between them. */
export interface LoadedComparisonFile {
  readonly title: string;
  /** Undefined where the file does not say. */
  readonly compareAt: Equality | undefined;
  readonly designs: readonly LoadedDesign[];
}

export type ComparisonReading = Loaded<{ file: LoadedComparisonFile }>;

/**
 * A case file as designs: each entry of `designs:` is a name and the keys that it changes, in the words and units of a case, of what the
 * file starts from or of a `base` of its own; a file without the list is one design, called like the file.
 */
export function parseComparison(input: string | CaseInput | ComparisonInput,
  settings: Partial<ParseOptions> = {}): ComparisonReading
{
  const { source, written, options } = studySource(input, ['designs', 'compareAt'], settings);
  if (!source.readable) return { ok: false, issues: source.issues };
  const { designs, compareAt, title }: PlainRecord = isRecord(written.data) ? written.data : {};
  const listed = designs ?? undefined;
  const reading = readTable(comparisonTable, { designs, compareAt });
  const { designs: named = [], compareAt: at } = reading.ok ? reading.value : {};
  const problems = [...reading.ok ? [] : reading.problems, ...doubleNames(listed, 'designs')];
  const changes = { ...written, data: { designs: Array.isArray(listed) ? listed.map(withoutName) : [] } };
  const loaded = listed === undefined
    ? [parseSource(source, options)]
    : changes.data.designs.map((_, i) => parseSource(caseAt(['designs', i], source, changes, options), options));
  const issues = eachOnce([...problems.map(issueIn(written, [])), ...issuesOf(...loaded)], options);
  if (issues.length > 0) return { ok: false, issues };
  const all = loaded.flatMap((one, i): LoadedDesign[] =>
    one.ok
      ? [{ name: named[i]?.name ?? one.case.name, case: one.case, ledger: one.ledger, locate: one.locate,
        vary: one.vary }]
      : []
  );
  // a design with a base of its own may have another title
  const fileTitle = listed !== undefined && typeof title === 'string' ? title : all[0].case.title;
  return { ok: true, file: { title: fileTitle, compareAt: compareAt ? at : undefined, designs: all } };
}

function withoutName(entry: unknown): unknown {
  if (!isRecord(entry)) return entry;
  const { name: _, ...changes } = entry;
  return changes;
}
