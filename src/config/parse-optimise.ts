import type { FieldProblem } from './annotation.js';
import type { CaseIssue, Loaded, LoadedCase } from './case.js';
import type { Constraint, Goal, OptimiseAxes, ProfileAxis } from './optimise.js';
import { type ParseOptions, parseSource } from './parse-case.js';
import { dotted, isRecord, type Path, type RawRecord } from './raw.js';
import { readConstraint, readMeasure } from './read-goals.js';
import { readOnce } from './study-files.js';
import { optimiseKeys } from './study-keys.js';
import { studySource } from './study-source.js';
import { readAxis, splitQuantity, wholeNumber } from './sweep-axis.js';
import { withValues } from './with-values.js';
import { wording, wrongStructure } from './wording.js';

/** A case and what is to be made of it. */
export interface LoadedOptimisation extends OptimiseAxes {
  readonly title: string;
  /** One, or two for a front. */
  readonly goals: readonly Goal[];
  readonly constraints: readonly Constraint[];
  readonly starts: number;
  /** Of a front. */
  readonly points: number;
  readonly base: LoadedCase & { readonly ok: true };
  /** The case with values of the varied keys. */
  design(values: RawRecord): LoadedCase;
}

/** The optimisation of a file, or every problem of it. */
export type OptimisationReading = Loaded<{ optimisation: LoadedOptimisation }>;

const keys = Object.keys(optimiseKeys);
const profileKeys = ['profile', 'from', 'to', 'mean'];
const usual = { starts: 3, points: 7 } as const;
/** Combinations of choices that are tried one by one. */
const mostCombinations = 64;
const mostUnknowns = 20;

/** Reads `optimise:` of a case file: what to maximise or to minimise, within which bounds, by which keys. */
export function parseOptimise(input: string | object, given: Partial<ParseOptions> = {}): OptimisationReading {
  const { source, written, options } = studySource(input, ['optimise', 'base'], readOnce(input, given).options);
  if (!source.readable) return { ok: false, issues: source.issues };
  const issueAt = ({ path, ...words }: FieldProblem): CaseIssue => {
    const at = ['optimise', ...path];
    return { ...written.position(at, words.code === 'unknown-key' ? 'key' : 'value'), key: dotted(at), ...words };
  };
  const block = isRecord(written.data) ? written.data.optimise : undefined;
  const problems: FieldProblem[] = [];
  const read = readBlock(block, problems);
  if (problems.length > 0 || !read) return { ok: false, issues: problems.map(issueAt) };
  const base = parseSource(source, options);
  if (!base.ok) return base;
  const { steps: [first, ...more] } = base.case.protocol;
  if (first?.kind !== 'discharge' || first.rate !== 'each' || more.length > 0) {
    return { ok: false,
      issues: [{ ...base.locate('protocol.steps'), key: 'protocol.steps', ...wording.optimisesOneDischarge() }] };
  }
  const design = (values: RawRecord): LoadedCase => {
    const writtenAs = new Map(Object.keys(values).flatMap((key) => keysOf(key).map((one) => [one, key] as const)));
    const single = Object.fromEntries([...writtenAs].map(([one, key]) => [one, values[key]]));
    return parseSource(
      withValues(source, single, (one) => {
        const path: Path = ['optimise', 'vary', writtenAs.get(one) ?? one];
        return { path, position: (of) => written.position(path, of) };
      }),
      options,
    );
  };
  return { ok: true, optimisation: { ...read, title: base.case.title, base, design } };
}

/** A key may be several of the case that take the same value. */
const keysOf = (key: string): string[] => key.split('+').map((one) => one.trim());

type Block = Pick<LoadedOptimisation, 'goals' | 'constraints' | 'starts' | 'points'> & OptimiseAxes;

function readBlock(raw: unknown, problems: FieldProblem[]): Block | undefined {
  if (raw === undefined || raw === null) {
    problems.push({ ...wording.noOptimise(), path: [] });
    return undefined;
  }
  if (!isRecord(raw)) {
    problems.push({ ...wrongStructure('object', raw), path: [] });
    return undefined;
  }
  problems.push(...Object.keys(raw).filter((key) => !keys.includes(key)).map((key) => ({
    ...wording.unknownKey(key, keys),
    path: [key],
  })));
  const goals = (['maximise', 'minimise'] as const).flatMap((key) =>
    listOfTexts(raw[key]).flatMap(([text, below]): Goal[] => {
      const measure = readMeasure(text);
      if (measure.ok) return [{ measure: measure.value, sign: key === 'maximise' ? 1 : -1 }];
      problems.push(...measure.problems.map((problem) => ({ ...problem, path: [key, ...below] })));
      return [];
    })
  );
  if (problems.length === 0 && (goals.length < 1 || goals.length > 2))
    problems.push({ ...wording.oneOrTwoGoals(goals.length), path: [] });
  const constraints = listOfTexts(raw.subjectTo).flatMap(([text, below]): Constraint[] => {
    const constraint = readConstraint(text);
    if (constraint.ok) return [constraint.value];
    problems.push(...constraint.problems.map((problem) => ({ ...problem, path: ['subjectTo', ...below] })));
    return [];
  });
  const axes = readVary(raw.vary, problems);
  const count = (key: 'starts' | 'points', least: number, most: number): number => {
    const reading = wholeNumber(raw[key] ?? usual[key], least, `${key}: ${usual[key]}`);
    if (reading.ok && reading.value <= most) return reading.value;
    problems.push({ ...wording.outOfRange('a whole number', `from ${least} to ${most}`, raw[key]), path: [key] });
    return usual[key];
  };
  return { goals, constraints, starts: count('starts', 1, 50), points: count('points', 3, 50), ...axes };
}

/** A text or a list of them, each with its place below the key. */
function listOfTexts(raw: unknown): readonly (readonly [unknown, Path])[] {
  if (raw === undefined) return [];
  return Array.isArray(raw) ? raw.map((one: unknown, i) => [one, [i]] as const) : [[raw, []]];
}

function readVary(raw: unknown, problems: FieldProblem[]): OptimiseAxes {
  const axes = { ranges: [] as OptimiseAxes['ranges'][number][], profiles: [] as ProfileAxis[],
    choices: [] as OptimiseAxes['choices'][number][] };
  if (!isRecord(raw) || Object.keys(raw).length === 0) {
    problems.push({
      ...wording.wrongType('keys of the case, each with its bounds or its choices', raw,
        'vary: {cathode.thickness: {from: 20 um, to: 200 um}}'),
      path: ['vary'],
    });
    return axes;
  }
  for (const [key, value] of Object.entries(raw)) {
    const path = ['vary', key];
    if (isRecord(value) && value.profile !== undefined) {
      const profile = readProfile(key, value, path, problems);
      if (profile) axes.profiles.push(profile);
      continue;
    }
    const axis = readAxis(key, value, 'sobol');
    if (!axis.ok) problems.push(...axis.problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] })));
    else if (axis.value.kind === 'values') axes.choices.push(axis.value);
    else if (axis.value.from < axis.value.to) axes.ranges.push(axis.value);
    else problems.push({ ...wording.emptyBounds((value as RawRecord).from, (value as RawRecord).to), path });
  }
  const unknowns = axes.ranges.length + axes.profiles.reduce((sum, { points }) => sum + points - 1, 0);
  const combinations = axes.choices.reduce((product, { values }) => product * values.length, 1);
  if (unknowns > mostUnknowns) problems.push({ ...wording.tooManyKeys(unknowns, mostUnknowns), path: ['vary'] });
  if (combinations > mostCombinations)
    problems.push({ ...wording.tooManyChoices(combinations, mostCombinations), path: ['vary'] });
  return axes;
}

function readProfile(key: string, raw: RawRecord, path: Path, problems: FieldProblem[]): ProfileAxis | undefined {
  const before = problems.length;
  problems.push(...Object.keys(raw).filter((name) => !profileKeys.includes(name)).map((name) => ({
    ...wording.unknownKey(name, profileKeys),
    path: [...path, name],
  })));
  const points = wholeNumber(raw.profile, 2, 'profile: 3');
  if (!points.ok || points.value > 9)
    problems.push({ ...wording.outOfRange('a whole number of points', 'from 2 to 9', raw.profile),
      path: [...path, 'profile'] });
  const [from, to, mean] = (['from', 'to', 'mean'] as const).map((name) => {
    const found = splitQuantity(raw[name]);
    if (!found)
      problems.push({ ...wording.wrongType('a number with its unit', raw[name], `${name}: 80 %`),
        path: [...path, name] });
    return found ?? { value: NaN, unit: '' };
  });
  if (problems.length === before && (from.unit !== to.unit || mean.unit !== to.unit))
    problems.push({ ...wording.unequalUnits(raw.from, raw.to), path });
  if (problems.length === before && !(from.value < mean.value && mean.value < to.value))
    problems.push({ ...wording.outOfRange('a mean', 'between from and to', raw.mean), path: [...path, 'mean'] });
  if (problems.length > before || !points.ok) return undefined;
  return { kind: 'profile', key, points: points.value, from: from.value, to: to.value, mean: mean.value,
    unit: from.unit };
}
