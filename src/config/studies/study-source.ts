import type { CaseIssue, Wording } from '../case-issue.js';
import { type CaseSource, caseSource } from '../case-source.js';
import type { LoadedCase } from '../case.js';
import type { FieldProblem } from '../fields/reading.js';
import { issueIn } from '../fields/table-reading.js';
import { readInput, type YamlSource } from '../files/yaml-source.js';
import { overlaidSource } from '../overlaid-source.js';
import { applyOverrides, overrideKey } from '../overrides.js';
import { byPlace, parseSource } from '../parse-case.js';
import { completeOptions, type ParseOptions } from '../parse-options.js';
import { dataAt, isRecord, type Path, type PlainRecord } from '../plain-data.js';
import type { SectionsBefore } from '../sections/read-sections.js';
import { wording } from '../wording.js';

/** A file about several designs: what its keys say, the case below them, and what the command line says of that case. */
export interface StudySource extends CaseSource {
  readonly options: ParseOptions;
  /** What stands at the key that says what the file asks for. */
  readonly block: unknown;
  /** A problem of that. */
  issueOf(problem: FieldProblem): CaseIssue;
  /**
   * The case, or `of` in its place, with dotted keys set; each value stands where `placeOf` says. A key may be several of the case that take
   * one value, `membrane.electrolyte + cathode.electrolyte`.
   */
  design(values: PlainRecord, placeOf: (key: string) => Path, of?: YamlSource): LoadedCase;
}

/**
 * Reads a file about several designs. `keys` are its own (`designs`, `sweep`), the first one says what it asks for: what `--set` says of them is
 * said of the file, all else of each of its cases.
 */
export function studySource(input: string | object, keys: readonly string[],
  settings: Partial<ParseOptions>): StudySource
{
  const given = completeOptions(settings);
  const { set = [] } = given;
  const isOfStudy = (one: string): boolean => [...keys, 'base'].includes(overrideKey(one).split('.')[0]);
  const file = withOverrides(readInput(input, given.file), set, isOfStudy);
  // a text that is not applied here leaves a gap, so that each keeps its number
  const options = { ...given, set: set.map((one) => (isOfStudy(one) ? '' : one)) };
  const { source, written } = caseSource(file, given);
  const before: SectionsBefore = new Map();
  return {
    source,
    written,
    options,
    block: isRecord(written.data) ? written.data[keys[0]] : undefined,
    issueOf: issueIn(written, [keys[0]]),
    design: (values, placeOf, of = source) => {
      const writtenAs = new Map(Object.keys(values).flatMap((key) => keysOf(key).map((one) => [one, key] as const)));
      const single = Object.fromEntries([...writtenAs].map(([one, key]) => [one, values[key]]));
      return parseSource(overlaidSource(of, single, (one) => placeOf(writtenAs.get(one) ?? one), written), options,
        before);
    },
  };
}

/** The keys of the case that one key of a study stands for. */
export const keysOf = (key: string): string[] => key.split('+').map((one) => one.trim());

/** What a case says of its steps where a study runs one discharge at each rate and it asks for something else. */
export function otherThanDischarge({ case: { protocol }, locate }: LoadedCase & { readonly ok: true }, words: Wording):
  | CaseIssue[]
  | undefined
{
  const { steps: [first, ...more] } = protocol;
  if (first?.kind === 'discharge' && first.rate === 'each' && more.length === 0) return undefined;
  return [{ ...locate('protocol.steps'), key: 'protocol.steps', ...words }];
}

/** What is wrong with cases of the study. */
export const issuesOf = (...cases: readonly LoadedCase[]): CaseIssue[] =>
  cases.flatMap((one) => (one.ok ? [] : one.issues));

/** The problems of a study in the order of its file. What stands in the base is wrong in each of its cases, and told once. */
export const eachOnce = (issues: readonly CaseIssue[], { file }: ParseOptions): CaseIssue[] =>
  byPlace(withoutTwins(issues), file);

/** What is wrong in the part that cases share is wrong once. */
export const withoutTwins = (issues: readonly CaseIssue[]): CaseIssue[] => [
  ...new Map(issues.map((issue) => [`${issue.file}:${issue.line}:${issue.column}:${issue.key}`, issue])).values(),
];

/** Names that stand in a list twice. */
export function doubleNames(entries: unknown, list: string): FieldProblem[] {
  const names = Array.isArray(entries) ? entries.map((entry: unknown) => dataAt(entry, ['name'])) : [];
  return names.flatMap((name, i) =>
    typeof name === 'string' && names.indexOf(name) < i
      ? [{ ...wording.doubleName(name), path: [list, i, 'name'] }]
      : []
  );
}

/** The file with some of the `--set` texts over it; what they set stands on the command line. */
function withOverrides(file: YamlSource, set: readonly string[], applies: (text: string) => boolean): YamlSource {
  if (!isRecord(file.data) || !set.some(applies)) return file;
  const changed = applyOverrides(file.data, set.map((one) => (applies(one) ? one : '')));
  return {
    data: changed.data,
    readable: file.readable && changed.issues.length === 0,
    issues: [...file.issues, ...changed.issues],
    position: (path, of) => changed.position(path) ?? file.position(path, of),
  };
}
