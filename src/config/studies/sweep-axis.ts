import * as z from 'zod';
import { type Amount, splitQuantity } from '../../units/quantity.js';
import { integer } from '../fields/field.js';
import { typed } from '../fields/json-shape.js';
import { type FieldProblem, placeBelow, type Reading, refused, unless } from '../fields/reading.js';
import { choice } from '../fields/step-fields.js';
import { studyField } from '../fields/study-fields.js';
import { readTable } from '../fields/table-reading.js';
import { isRecord, own, type PlainRecord } from '../plain-data.js';
import { wording, wrongStructure } from '../wording.js';
import { isNamed, namesTable, readNames } from './named-axis.js';
import type { SweepAxis, SweepMark, SweepRange } from './sweep.js';

/** Of a Sobol sequence, of which no point asks for another one; a column of 32 bits counts the designs. */
export const mostSobolPoints = 1_000_000_000;
export const mostPoints = 10_000_000;

/** A number with the unit that the case takes; in which, the key says. */
export const amount = (info: { label: string; note?: string }, example: string) =>
  studyField<Amount, string | number, typeof info>(info, {
    written: 'number with its unit',
    example,
    json: () => typed('number', 'string'),
  }, (input) => {
    const split = splitQuantity(input);
    return split === undefined
      ? refused(wording.wrongType('a number with its unit', input, example))
      : { ok: true, value: split };
  });

/** Values between two ends. */
export const rangeTable = z.strictObject({
  from: amount({ label: 'the lower end' }, '10 um'),
  to: amount({ label: 'the upper end', note: 'in the unit of the lower one' }, '100 um'),
  points: integer({ label: 'of a grid, ends included', min: 2, max: mostPoints, default: 5 }),
  spacing: choice(['linear', 'log'], { label: 'equal steps, or equal ratios', default: 'linear' }),
});

/** What the values of a key may be. */
export const axisTables = [rangeTable, namesTable];
/** Values of a key: a list, so many between two ends, or the names of a kind. */
export type AxisInput = readonly unknown[] | Readonly<z.input<typeof rangeTable> | z.input<typeof namesTable>>;

/** What stands behind one key of `vary`: a list of values, `{from, to, points, spacing}`, or `{names: films}`. */
export function readAxis(key: string, input: unknown): Reading<SweepAxis> {
  if (Array.isArray(input)) {
    return input.length === 0
      ? refused(wording.emptyList('values'))
      : { ok: true, value: { kind: 'values', key, values: input } };
  }
  if (isNamed(input)) return readNames(key, input);
  if (!isRecord(input))
    return refused(wording.wrongType('a list of values, or a range', input, '{from: 10 um, to: 100 um, points: 5}'));
  const reading = readTable(rangeTable, input);
  if (!reading.ok) return reading;
  const { from, to, spacing, points } = reading.value;
  if (from.unit !== to.unit) return refused(wording.unequalUnits(input.from, input.to));
  if (spacing === 'log' && (from.value <= 0 || to.value <= 0))
    return refused(wording.logThroughZero(input.from, input.to));
  return { ok: true, value: { kind: 'range', key, from: from.value, to: to.value, unit: from.unit, spacing, points } };
}

/** Bounds between which a number is looked for: a range that rises, of which nobody counts points. */
export function readBounds(key: string, input: unknown): Reading<SweepRange> {
  if (isRecord(input) && input.points !== undefined)
    return refused(wording.unusedBesideMethod('points', 'sobol'), ['points']);
  const axis = readAxis(key, input);
  if (!axis.ok) return axis;
  if (axis.value.kind === 'values') return refused(wording.wrongType('bounds', input, '{from: 10 um, to: 100 um}'));
  const { from, to } = input as PlainRecord;
  return axis.value.from < axis.value.to ? { ok: true, value: axis.value } : refused(wording.emptyBounds(from, to));
}

/** `marks:` as a list of a name and a value for every varied number, in the unit of the sweep. */
export function readMarks(input: unknown, axes: readonly SweepAxis[]): Reading<readonly SweepMark[]> {
  if (input === undefined) return { ok: true, value: [] };
  if (!Array.isArray(input)) return refused(wrongStructure('array', input), ['marks']);
  const problems: FieldProblem[] = [];
  const marks = input.map((entry: unknown, i): SweepMark => {
    if (isRecord(entry))
      problems.push(...placeBelow(['marks', i], markProblems(entry, axes)));
    else problems.push({ ...wrongStructure('object', entry), path: ['marks', i] });
    const { name, ...values } = isRecord(entry) ? entry : {};
    return { name: String(name),
      at: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, splitQuantity(value)?.value ?? NaN])) };
  });
  return unless(problems, () => marks);
}

function markProblems(entry: PlainRecord, axes: readonly SweepAxis[]): FieldProblem[] {
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
        axis.kind === 'range'
          ? `${axis.from} ${axis.unit}`.trim()
          : typeof axis.values[0] === 'object'
          ? JSON.stringify(axis.values[0])
          : String(axis.values[0])
      }`;
      const value = own(entry, axis.key);
      if (value === undefined)
        return [{ ...wording.missing('a value of every varied key', example), path: [axis.key] }];
      if (splitQuantity(value)?.unit === unit) return [];
      return [{ ...wording.wrongType('a number in the unit of the sweep', value, example), path: [axis.key] }];
    }),
  ];
}
