import { conversionOf } from '../units/conversion.js';
import { type DimensionName, dimensions } from '../units/dimension.js';
import { formatQuantity } from '../units/quantity.js';
import { annotationOf, type FieldProblem, type Reading } from './annotation.js';
import { curveProperties, isCurve, remarkProblems } from './curve-field.js';
import { field, type FieldEntry, type QuantityInfo, readQuantity } from './field.js';
import { type Json, mapping, remarksJson } from './json-shape.js';
import type { RawRecord } from './raw.js';
import { listDefinition, readList, type WrittenList } from './step-fields.js';
import { wording } from './wording.js';
import type { FieldOf, WrittenCurve } from './written-types.js';

/** A property over the depth of a layer: `[20 %, 10 %]`, or measured, `{file: porosity.csv, x: depth}`. */

/** Values with their depth from the membrane, rising: [m], or as a share of the thickness. */
export interface DepthCurve {
  readonly over: 'length' | 'fraction';
  readonly points: readonly (readonly [number, number])[];
}

/** Equally spaced values from the membrane to the collector, or a curve. */
export type DepthProfile = readonly number[] | DepthCurve;

export const isDepthCurve = (profile: DepthProfile): profile is DepthCurve => 'points' in profile;

/** The values alone, from the membrane on. */
export const valuesOf = (profile: DepthProfile): readonly number[] =>
  isDepthCurve(profile) ? profile.points.map(([, value]) => value) : profile;

type WrittenDepthCurve = Omit<WrittenCurve, 'x' | 'mass' | 'against'> & { readonly x: 'depth' };

/** A list of numbers of one dimension, or a curve over depth. */
export function depthProfile<const Info extends QuantityInfo>(
  dimension: DimensionName,
  info: Info,
): FieldOf<DepthProfile, WrittenList | WrittenDepthCurve, Info> {
  const list = listDefinition(dimension, info);
  return field<DepthProfile, WrittenList | WrittenDepthCurve, Info>({
    ...list,
    written: `${list.written}, or {file, x: depth}`,
    entries: (raw) => (isCurve(raw) ? curveEntries(raw, dimension, info) : list.entries(raw)),
    json: { description: info.label, anyOf: [...list.json.anyOf as Json[], curveJson] },
  }, (raw) => (isCurve(raw) ? readDepthCurve(raw, dimension, info) : readList(raw, dimension, info)));
}

const { file, column, rows: rowsJson, units: unitsJson } = curveProperties;
const { spread: _, ...marks } = remarksJson;
const properties: Json = { file, x: { const: 'depth' }, column, rows: rowsJson, units: unitsJson, ...marks };
const curveJson: Json = { description: 'measured over depth: a CSV file, or its rows with units',
  ...mapping(properties, ['x']) };

function curveEntries(raw: RawRecord, dimension: DimensionName, info: QuantityInfo): FieldEntry[] {
  const reading = readDepthCurve(raw, dimension, info);
  if (!reading.ok) return [];
  const { points } = reading.value;
  const [first, last] = [points[0], points[points.length - 1]].map(([, value]) => formatQuantity(value, dimension));
  const from = typeof raw.file === 'string' ? ` of ${raw.file}` : '';
  const value = `${points.length} rows${from} over depth from ${first} to ${last}`;
  return [{ path: [], label: info.label, value, unit: '-', annotation: annotationOf(raw) }];
}

function readDepthCurve(raw: RawRecord, dimension: DimensionName, info: QuantityInfo): Reading<DepthCurve> {
  const problems: FieldProblem[] = remarkProblems(raw, Object.keys(properties), dimension);
  if (raw.x !== 'depth')
    problems.push({ ...wording.wrongType('what the curve is over: depth', raw.x, 'x: depth'), path: ['x'] });
  const { rows, units } = raw;
  const [unitOfX, unitOfY] = Array.isArray(units) ? units.map(String) : [undefined, undefined];
  if (!Array.isArray(rows) || rows.length < 2) {
    const path = typeof raw.file === 'string' ? ['file'] : ['rows'];
    problems.push({ ...wording.wrongType('at least two rows', rows, 'rows: [[0 um, 20 %], [80 um, 10 %]]'), path });
    return { ok: false, problems };
  }
  const over = overWhat(unitOfX ?? firstCell(rows));
  problems.push(
    ...[[unitOfX, over, 0] as const, [unitOfY, dimension, 1] as const].flatMap(([unit, of, i]) =>
      unit === undefined || conversionOf(unit, of)
        ? []
        : [{ ...wording.columnUnit(dimensions[of], unit, false), path: ['units', i] }]
    ),
  );
  if (problems.length > 0) return { ok: false, problems };
  const ranges = [{ min: over === 'length' ? '0 um' : 0, max: over === 'length' ? '10 mm' : 1,
    example: dimensions[over].example }, info];
  const points = rows.map((row: unknown, i): readonly [number, number] => {
    if (!Array.isArray(row) || row.length !== 2) {
      problems.push({ ...wording.wrongType('a row [depth, value]', row, '[10 um, 15 %]'), path: ['rows', i] });
      return [NaN, NaN];
    }
    const cell = (at: 0 | 1, of: DimensionName, unit: string | undefined): number => {
      const raw: unknown = row[at];
      const reading = readQuantity(typeof raw === 'number' && unit ? `${raw} ${unit}` : raw, of, ranges[at]);
      if (reading.ok) return reading.value;
      problems.push(...reading.problems.map((problem) => ({ ...problem, path: ['rows', i, at] })));
      return NaN;
    };
    return [cell(0, over, unitOfX), cell(1, dimension, unitOfY)];
  });
  problems.push(...twice(points));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { over, points: [...points].sort((a, b) => a[0] - b[0]) } };
}

/** The unit in which a depth is written says whether it is a length or a share of the thickness. */
const overWhat = (unit: string): DepthCurve['over'] => (conversionOf(unit, 'fraction') ? 'fraction' : 'length');

/** `10 um` -> `um`, of the first row. */
const firstCell = ([row]: readonly unknown[]): string =>
  Array.isArray(row) ? String(row[0]).replace(/^[-+\d.eE\s]+/, '') : '';

function twice(points: DepthCurve['points']): FieldProblem[] {
  const seen = new Set<number>();
  return points.flatMap(([depth], i) => {
    if (!seen.has(depth)) {
      seen.add(depth);
      return [];
    }
    return [{ ...wording.doubleRow(depth), path: ['rows', i, 0] }];
  });
}
