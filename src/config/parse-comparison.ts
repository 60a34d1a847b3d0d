import type { CaseInput, ComparisonInput } from './case-input.js';
import { caseAt } from './case-source.js';
import type { Case, CaseIssue, Loaded, LoadedCase, Locate, ParameterLedger } from './case.js';
import { equalities, type Equality } from './equality.js';
import { type ParseOptions, parseSource } from './parse-case.js';
import { settled } from './parse-options.js';
import { isRecord } from './raw.js';
import { studySource } from './study-source.js';
import { wording, wrongStructure } from './wording.js';
import type { YamlSource } from './yaml-source.js';

/** One design: a complete case, and what it is called beside the others. */
export interface LoadedDesign {
  readonly name: string;
  readonly case: Case;
  readonly ledger: ParameterLedger;
  readonly locate: Locate;
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
  const { source, written, options } = studySource(input, ['designs', 'compareAt', 'base'], settled(settings));
  if (!source.readable) return { ok: false, issues: source.issues };
  const data = isRecord(written.data) ? written.data : {};
  const at = equalityOf(data.compareAt, written);
  const listed = data.designs;
  if (listed === undefined) return gather([[undefined, parseSource(source, options)]], at);
  if (!Array.isArray(listed) || listed.length === 0) {
    const words = Array.isArray(listed) ? wording.emptyList('designs') : wrongStructure('array', listed);
    return { ok: false,
      issues: [...at.issues, { ...written.position(['designs'], 'value'), key: 'designs', ...words }] };
  }
  const names: string[] = [];
  const loaded = listed.map((entry: unknown, i): [string | undefined, LoadedCase] => {
    const name = isRecord(entry) ? entry.name : undefined;
    const wrong = nameProblem(entry, name, names);
    if (wrong) {
      const place = written.position(['designs', i, wrong.key], 'value');
      return [undefined, { ok: false, issues: [{ ...place, ...wrong, key: `designs.${i}.${wrong.key}` }] }];
    }
    names.push(String(name));
    const { name: _, ...changes } = entry as Record<string, unknown>;
    return [String(name),
      parseSource(caseAt(['designs', i], source, { ...written, data: replaceAt(data, i, changes) }, options), options)];
  });
  // a design with a base of its own may have another title
  return gather(loaded, at, typeof data.title === 'string' ? data.title : undefined);
}

const replaceAt = (data: Record<string, unknown>, index: number, entry: unknown): Record<string, unknown> => ({ ...data,
  designs: (data.designs as unknown[]).map((one, i) => (i === index ? entry : one)) });

interface EqualityReading {
  readonly value: Equality | undefined;
  readonly issues: readonly CaseIssue[];
}

function equalityOf(raw: unknown, written: YamlSource): EqualityReading {
  if (raw === undefined || equalities.includes(raw as Equality))
    return { value: raw as Equality | undefined, issues: [] };
  const words = wording.wrongType(`one of ${equalities.join(', ')}`, raw, 'compareAt: equal-areal-capacity');
  return { value: undefined, issues: [{ ...written.position(['compareAt'], 'value'), key: 'compareAt', ...words }] };
}

function nameProblem(entry: unknown, name: unknown, names: readonly string[]) {
  if (!isRecord(entry)) return { key: '', ...wrongStructure('object', entry) };
  if (name === undefined) return { key: 'name', ...wording.missing('a name for the design', 'name: aligned channels') };
  if (typeof name !== 'string' || name === '') {
    return { key: 'name', ...wording.wrongType('a text', name, 'name: aligned channels') };
  }
  return names.includes(name) ? { key: 'name', ...wording.doubleName(name) } : undefined;
}

/** All designs, or every problem of all of them once: what stands in the base is wrong in each. */
function gather(loaded: readonly (readonly [string | undefined, LoadedCase])[], at: EqualityReading,
  title?: string): ComparisonReading
{
  const found = [...at.issues, ...loaded.flatMap(([, one]) => (one.ok ? [] : one.issues))];
  const issues = [
    ...new Map(found.map((issue) => [`${issue.file}:${issue.line}:${issue.column}:${issue.key}`, issue])).values(),
  ];
  if (issues.length > 0) return { ok: false, issues };
  const designs = loaded.flatMap((
    [name, one],
  ): LoadedDesign[] => (one.ok
    ? [{ name: name ?? one.case.name, case: one.case, ledger: one.ledger, locate: one.locate }]
    : [])
  );
  return { ok: true, file: { title: title ?? designs[0].case.title, compareAt: at.value, designs } };
}
