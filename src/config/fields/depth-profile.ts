import { conversionOf } from '../../units/conversion.js';
import { type DimensionName, dimensions } from '../../units/dimension.js';
import { formatQuantity } from '../../units/quantity.js';
import type { PlainRecord } from '../plain-data.js';
import { wording } from '../wording.js';
import { annotationOf } from './annotation.js';
import { curveProperties, doubleRows, isCurve, readColumns, remarkProblems } from './curve-field.js';
import { field, type FieldEntry, type QuantityInfo } from './field.js';
import { type Json, mapping, remarksJson } from './json-shape.js';
import { type FieldProblem, type Reading, take, unless } from './reading.js';
import { listDefinition, readList, type WrittenList } from './step-fields.js';
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
export function depthProfile<const Info extends QuantityInfo>(dimension: DimensionName,
  info: Info): FieldOf<DepthProfile, WrittenList | WrittenDepthCurve, Info>
{
  const list = listDefinition(dimension, info);
  return field<DepthProfile, WrittenList | WrittenDepthCurve, Info>({
    ...list,
    written: `${list.written}, or {file, x: depth}`,
    entries: (input) => (isCurve(input) ? curveEntries(input, dimension, info) : list.entries(input)),
    json: { description: info.label, anyOf: [...list.json.anyOf as Json[], curveJson] },
  }, (input) => (isCurve(input) ? readDepthCurve(input, dimension, info) : readList(input, dimension, info)));
}

const { file, column, rows: rowsJson, units: unitsJson } = curveProperties;
const { spread: _, ...marks } = remarksJson;
const properties: Json = { file, x: { const: 'depth' }, column, rows: rowsJson, units: unitsJson, ...marks };
const curveJson: Json = { description: 'measured over depth: a CSV file, or its rows with units',
  ...mapping(properties, ['x']) };

function curveEntries(input: PlainRecord, dimension: DimensionName, info: QuantityInfo): FieldEntry[] {
  const reading = readDepthCurve(input, dimension, info);
  if (!reading.ok) return [];
  const { points } = reading.value;
  const [first, last] = [points[0], points[points.length - 1]].map(([, value]) => formatQuantity(value, dimension));
  const from = typeof input.file === 'string' ? ` of ${input.file}` : '';
  const value = `${points.length} rows${from} over depth from ${first} to ${last}`;
  return [{ path: [], label: info.label, value, unit: '-', annotation: annotationOf(input) }];
}

function readDepthCurve(input: PlainRecord, dimension: DimensionName, info: QuantityInfo): Reading<DepthCurve> {
  const problems: FieldProblem[] = remarkProblems(input, Object.keys(properties), dimension);
  if (input.x !== 'depth')
    problems.push({ ...wording.wrongType('what the curve is over: depth', input.x, 'x: depth'), path: ['x'] });
  const { rows, units } = input;
  if (!Array.isArray(rows) || rows.length < 2) {
    const path = typeof input.file === 'string' ? ['file'] : ['rows'];
    problems.push({ ...wording.wrongType('at least two rows', rows, 'rows: [[0 um, 20 %], [80 um, 10 %]]'), path });
    return { ok: false, problems };
  }
  const over = overWhat(Array.isArray(units) ? String(units[0]) : firstCell(rows));
  const range = { min: over === 'length' ? '0 um' : 0, max: over === 'length' ? '10 mm' : 1,
    example: dimensions[over].example };
  const points = take(problems, [], readColumns(rows, units, [over, dimension], [range, info], depthRow));
  problems.push(...doubleRows(points ?? []));
  return unless(problems, () => ({ over, points: [...points ?? []].sort((a, b) => a[0] - b[0]) }));
}

const depthRow = { words: 'depth', example: '[10 um, 15 %]' };

/** The unit in which a depth is written says whether it is a length or a share of the thickness. */
const overWhat = (unit: string): DepthCurve['over'] => (conversionOf(unit, 'fraction') ? 'fraction' : 'length');

/** `10 um` -> `um`, of the first row. */
const firstCell = ([row]: readonly unknown[]): string =>
  Array.isArray(row) ? String(row[0]).replace(/^[-+\d.eE\s]+/, '') : '';
