import * as z from 'zod';
import type { CaseIssue, Loaded, Wording } from '../case-issue.js';
import type { LoadedCase } from '../case.js';
import { integer } from '../fields/field.js';
import { listOf } from '../fields/json-shape.js';
import { type Reading, refused } from '../fields/reading.js';
import { keyedField, oneOrMore } from '../fields/study-fields.js';
import { readTable } from '../fields/table-reading.js';
import { parseSource } from '../parse-case.js';
import type { ParseOptions } from '../parse-options.js';
import { isRecord, type Path, type PlainRecord } from '../plain-data.js';
import { formatRate } from '../rate.js';
import { wording } from '../wording.js';
import { isNamed } from './named-axis.js';
import type { Constraint, Goal, OptimiseAxes, ProfileAxis } from './optimise.js';
import { readConstraint, readMeasure } from './read-goals.js';
import { readOnce } from './study-files.js';
import { eachOnce, issuesOf, otherThanDischarge, studySource } from './study-source.js';
import { amount, axisTables, readAxis, readBounds } from './sweep-axis.js';
import type { SweepRange, SweepValues } from './sweep.js';

/** A case and what is to be made of it. */
export interface LoadedOptimisation extends OptimiseAxes {
  readonly title: string;
  /** One, or two for a front. */
  readonly goals: readonly Goal[];
  readonly constraints: readonly Constraint[];
  readonly starts: number;
  /** Number of designs of a front. */
  readonly points: number;
  readonly base: LoadedCase & { readonly ok: true };
  /** The case with values of the varied keys. */
  design(values: PlainRecord): LoadedCase;
  /** A problem at an entry of the block. */
  issueAt(path: Path, words: Wording): CaseIssue;
}

/** The optimisation of a file, or every problem of it. */
export type OptimisationReading = Loaded<{ optimisation: LoadedOptimisation }>;

/** Combinations of choices that are tried one by one. */
const mostCombinations = 64;
const mostUnknowns = 20;

/** A profile through the thickness, of a given mean. */
const profileTable = z.strictObject({
  profile: integer({ label: 'points from the membrane to the collector', min: 2, max: 9 }),
  from: amount({ label: 'the lower bound' }, '60 %'),
  to: amount({ label: 'the upper bound' }, '95 %'),
  mean: amount({ label: 'the mean, which stays' }, '80 %'),
});

export const optimiseTable = z.strictObject({
  maximise: oneOrMore({ label: 'what to make as large as possible; two of them for a front' }, 'pouch Wh/kg at 1C',
    readMeasure).optional(),
  minimise: oneOrMore({ label: 'what to make as small as possible' }, 'pouch $/kWh at C/3', readMeasure).optional(),
  subjectTo: oneOrMore({ label: 'bounds' }, 'utilisation at 1C > 80 %', readConstraint).optional(),
  vary: keyedField({ label: 'keys of the case, each with its bounds or its choices' }, {
    written: 'keys with bounds, choices or a profile',
    example: '{cathode.thickness: {from: 20 um, to: 200 um}}',
    values: [listOf({})],
    below: [...axisTables, profileTable],
  }, (key, input): Reading<SweepRange | SweepValues | ProfileAxis> =>
    isRecord(input) && input.profile !== undefined
      ? readProfile(key, input)
      : Array.isArray(input) || isNamed(input)
      ? readAxis(key, input)
      : readBounds(key, input)),
  starts: integer({ label: 'places from which the search begins', min: 1, max: 50, default: 3 }),
  points: integer({ label: 'of a front', min: 3, max: 50, default: 7 }),
});

/** Reads `optimise:` of a case file: what to maximise or to minimise, within which bounds, by which keys. */
export function parseOptimise(input: string | object, given: Partial<ParseOptions> = {}): OptimisationReading {
  const { source, options, block, issueOf, design } = studySource(input, ['optimise'], readOnce(input, given).options);
  if (!source.readable) return { ok: false, issues: source.issues };
  const read = readBlock(block);
  const base = parseSource(source, options);
  if (!read.ok) return { ok: false, issues: eachOnce([...read.problems.map(issueOf), ...issuesOf(base)], options) };
  if (!base.ok) return base;
  const asked = [...read.value.goals, ...read.value.constraints].map(({ measure }) => measure.rate);
  const current = base.case.cell.format === undefined && asked.find(({ kind }) => kind === 'current');
  if (current) return { ok: false, issues: [issueOf({ ...wording.currentOfCell(formatRate(current)), path: [] })] };
  const other = otherThanDischarge(base, wording.optimisesOneDischarge());
  if (other) return { ok: false, issues: other };
  return { ok: true,
    optimisation: { ...read.value, title: base.case.title, base,
      design: (values) => design(values, (key) => ['optimise', 'vary', key]),
      issueAt: (path, words) => issueOf({ ...words, path }) } };
}

type Block = Pick<LoadedOptimisation, 'goals' | 'constraints' | 'starts' | 'points'> & OptimiseAxes;

function readBlock(input: unknown): Reading<Block> {
  if (input === undefined || input === null) return refused(wording.noOptimise());
  const reading = readTable(optimiseTable, input);
  if (!reading.ok) return reading;
  const { maximise = [], minimise = [], subjectTo = [], vary, starts, points } = reading.value;
  const goals = [...maximise.map((measure): Goal => ({ measure, sign: 1 })),
    ...minimise.map((measure): Goal => ({ measure, sign: -1 }))];
  if (goals.length < 1 || goals.length > 2) return refused(wording.oneOrTwoGoals(goals.length));
  const axes: OptimiseAxes = {
    ranges: vary.filter((axis) => axis.kind === 'range'),
    choices: vary.filter((axis) => axis.kind === 'values'),
    profiles: vary.filter((axis) => axis.kind === 'profile'),
  };
  const unknowns = axes.ranges.length + axes.profiles.reduce((sum, profile) => sum + profile.points - 1, 0);
  const combinations = axes.choices.reduce((product, { values }) => product * values.length, 1);
  if (unknowns > mostUnknowns) return refused(wording.tooManyKeys(unknowns, mostUnknowns), ['vary']);
  if (combinations > mostCombinations) return refused(wording.tooManyChoices(combinations, mostCombinations), ['vary']);
  return { ok: true, value: { goals, constraints: subjectTo, starts, points, ...axes } };
}

function readProfile(key: string, input: PlainRecord): Reading<ProfileAxis> {
  const reading = readTable(profileTable, input);
  if (!reading.ok) return reading;
  const { profile, from, to, mean } = reading.value;
  if (from.unit !== to.unit || mean.unit !== to.unit) return refused(wording.unequalUnits(input.from, input.to));
  if (!(from.value < mean.value && mean.value < to.value))
    return refused(wording.outOfRange('a mean', 'between from and to', input.mean), ['mean']);
  return { ok: true,
    value: { kind: 'profile', key, points: profile, from: from.value, to: to.value, mean: mean.value,
      unit: from.unit } };
}
