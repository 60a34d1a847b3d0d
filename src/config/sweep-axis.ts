import { type FieldProblem, type Reading, refused } from './annotation.js';
import { isNamed, readNames } from './named-axis.js';
import { isRecord, own, type RawRecord } from './raw.js';
import type { SweepAxis, SweepMark, SweepMethod, SweepRange } from './sweep.js';
import { wording, wrongStructure } from './wording.js';

const rangeKeys = ['from', 'to', 'points', 'spacing'];
const spacings = ['linear', 'log'] as const;
const usualPoints = 5;
const mostPoints = 10_000_000;
/** Of a Sobol sequence, of which no point asks for another one; a column of 32 bits counts the designs. */
export const mostSobolPoints = 1_000_000_000;

const numberAndUnit = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/s;

/** A number with the unit behind it, as written; undefined for anything else. */
export function splitQuantity(raw: unknown): { readonly value: number; readonly unit: string } | undefined {
  const match = typeof raw === 'number' || typeof raw === 'string' ? numberAndUnit.exec(String(raw)) : null;
  return match === null || !Number.isFinite(Number(match[1])) ? undefined : { value: Number(match[1]), unit: match[2] };
}

/** A whole number of at least one, as `points` and `seed` are. */
export function wholeNumber(raw: unknown, low: number, example: string, high = mostPoints): Reading<number> {
  if (typeof raw !== 'number' || !Number.isInteger(raw))
    return refused(wording.wrongType('a whole number', raw, example));
  if (raw < low || raw > high)
    return refused(wording.outOfRange('a whole number', `from ${low} to ${high}`, raw));
  return { ok: true, value: raw };
}

/** What stands behind one key of `vary`: a list of values, `{from, to, points, spacing}`, or `{names: films}`. */
export function readAxis(key: string, raw: unknown, method: SweepMethod): Reading<SweepAxis> {
  if (Array.isArray(raw)) {
    return raw.length === 0
      ? refused(wording.emptyList('values'))
      : { ok: true, value: { kind: 'values', key, values: raw } };
  }
  if (isNamed(raw)) return readNames(key, raw);
  if (!isRecord(raw))
    return refused(wording.wrongType('a list of values, or a range', raw, '{from: 10 um, to: 100 um, points: 5}'));
  const unknown = Object.keys(raw).filter((name) => !rangeKeys.includes(name));
  const problems: FieldProblem[] = unknown.map((name) => ({ ...wording.unknownKey(name, rangeKeys), path: [name] }));
  for (const [name, end] of [['from', 'lower'], ['to', 'upper']] as const) {
    const example = `${name}: 10 um`;
    if (raw[name] === undefined) problems.push({ ...wording.missing(`the ${end} end`, example), path: [name] });
    else if (!splitQuantity(raw[name]))
      problems.push({ ...wording.wrongType('a number with its unit', raw[name], example), path: [name] });
  }
  if (raw.points !== undefined && method !== 'grid')
    problems.push({ ...wording.unusedBesideMethod('points', method), path: ['points'] });
  const points = wholeNumber(raw.points ?? usualPoints, 2, 'points: 5');
  if (!points.ok) problems.push(...points.problems.map((problem) => ({ ...problem, path: ['points'] })));
  const spacing = spacings.find((name) => name === (raw.spacing ?? 'linear'));
  if (!spacing)
    problems.push({ ...wording.wrongType('linear or log', raw.spacing, 'spacing: log'), path: ['spacing'] });
  return problems.length > 0 || !points.ok || !spacing
    ? { ok: false, problems }
    : ends(key, raw, points.value, spacing);
}

function ends(key: string, raw: Record<string, unknown>, points: number,
  spacing: SweepRange['spacing']): Reading<SweepAxis>
{
  const [from, to] = [splitQuantity(raw.from), splitQuantity(raw.to)];
  if (!from || !to || from.unit !== to.unit) return refused(wording.unequalUnits(raw.from, raw.to));
  if (spacing === 'log' && (from.value <= 0 || to.value <= 0)) return refused(wording.logThroughZero(raw.from, raw.to));
  return { ok: true, value: { kind: 'range', key, from: from.value, to: to.value, unit: from.unit, spacing, points } };
}

/** `marks:` as a list of a name and a value for every varied number, in the unit of the sweep. */
export function readMarks(raw: unknown, axes: readonly SweepAxis[]): Reading<readonly SweepMark[]> {
  if (raw === undefined) return { ok: true, value: [] };
  if (!Array.isArray(raw)) return refused(wrongStructure('array', raw), ['marks']);
  const problems: FieldProblem[] = [];
  const marks = raw.map((entry: unknown, i): SweepMark => {
    if (isRecord(entry))
      problems.push(
        ...markProblems(entry, axes).map((problem) => ({ ...problem, path: ['marks', i, ...problem.path] })),
      );
    else problems.push({ ...wrongStructure('object', entry), path: ['marks', i] });
    const { name, ...values } = isRecord(entry) ? entry : {};
    return { name: String(name),
      at: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, splitQuantity(value)?.value ?? NaN])) };
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: marks };
}

function markProblems(entry: RawRecord, axes: readonly SweepAxis[]): FieldProblem[] {
  const known = ['name', ...axes.map(({ key }) => key)];
  const strange = Object.keys(entry).filter((key) => !known.includes(key));
  return [
    ...strange.map((key) => ({ ...wording.unknownKey(key, known), path: [key] })),
    ...(typeof entry.name === 'string'
      ? []
      : [{ ...wording.missing('a name for the mark', 'name: as published'), path: ['name'] }]),
    ...axes.flatMap((axis): FieldProblem[] => {
      const unit = axis.kind === 'range' ? axis.unit : splitQuantity(axis.values[0])?.unit;
      const example = `${axis.key}: ${
        axis.kind === 'range' ? `${axis.from} ${axis.unit}`.trim() : String(axis.values[0])
      }`;
      const value = own(entry, axis.key);
      if (value === undefined)
        return [{ ...wording.missing('a value of every varied key', example), path: [axis.key] }];
      if (splitQuantity(value)?.unit === unit) return [];
      return [{ ...wording.wrongType('a number in the unit of the sweep', value, example), path: [axis.key] }];
    }),
  ];
}
