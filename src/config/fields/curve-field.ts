import { conversionOf, round15 } from '../../units/conversion.js';
import { type DimensionName, dimensions } from '../../units/dimension.js';
import { boundsOf, formatNumber, formatQuantity } from '../../units/quantity.js';
import { type Argument, type MaterialProperty, propertiesOf } from '../material-properties.js';
import type { MeasuredCurve } from '../material-reference.js';
import { isRecord, own, type Path, type PlainRecord } from '../plain-data.js';
import { wording } from '../wording.js';
import { annotationProblems } from './annotation.js';
import { fallingCurve, type Point } from './falling-curve.js';
import { type QuantityRange, readQuantity } from './field.js';
import { type Json, mapping, remarksJson, words } from './json-shape.js';
import { type FieldProblem, type Reading, refused, take, unless } from './reading.js';
import { readSpread } from './spread.js';
import type { WrittenCurve } from './written-types.js';

/** A property as it was measured: `{file: ocp.csv, x: capacity, against: In/InLi}`, or the rows themselves. */

/** What a curve may be over, and the words that the title of its column may begin with. */
export const curveAxes = {
  capacity: ['capacity', 'charge', 'q', '(q'],
  stoichiometry: ['stoichiometry', 'lithium', 'x in', 'y in'],
  soc: ['soc', 'state of charge'],
  concentration: ['concentration', 'salt'],
  temperature: ['temperature', 't [', 't ('],
} as const satisfies Record<MeasuredCurve['x'], readonly string[]>;

const axisNames = Object.keys(curveAxes) as MeasuredCurve['x'][];
/** What a curve may be over, by what the property depends on beside temperature. */
const axesByArgument: Partial<Record<Argument, readonly MeasuredCurve['x'][]>> = {
  stoichiometry: ['capacity', 'stoichiometry', 'soc'],
  concentration: ['concentration'],
};
const axesOf = ({ argument, overTemperature }: MaterialProperty): readonly MeasuredCurve['x'][] => [
  ...(argument && axesByArgument[argument]) ?? [],
  ...(overTemperature ? ['temperature' as const] : []),
];
/** Dimension of the argument of a curve. */
export const dimensionOfX: Record<MeasuredCurve['x'], DimensionName> = { capacity: 'specificCapacity',
  stoichiometry: 'fraction', soc: 'fraction', concentration: 'concentration', temperature: 'temperature' };
const references: Readonly<Record<string, string | number>> = {
  Li: 0,
  'Li/Li+': 0,
  'In/InLi': 'lithium-indium',
  'Li-In': 'lithium-indium',
};

/** Rows of a potential that are averaged may move by so much [V]; a cycler is noisy by a millivolt. */
const tolerance = 0.01;

export interface CurveReading {
  readonly curve: MeasuredCurve;
  /** What was done to the rows, for the ledger. */
  readonly note: string;
}

export const isCurve = (input: unknown): input is PlainRecord =>
  isRecord(input) && (own(input, 'file') !== undefined || own(input, 'rows') !== undefined);

/** What may stand in a curve. */
export const curveProperties = {
  file: words('CSV file beside this one, titles with units in its first line'),
  x: { enum: axisNames },
  column: words('title of the column of values, where there are more than two'),
  against: { anyOf: [{ enum: Object.keys(references) }, { type: 'string' }], default: 'Li/Li+' },
  mass: { type: 'string', description: 'of active material, where the file has mAh', examples: ['8.1 mg'] },
  rows: { type: 'array', items: { type: 'array', minItems: 2, maxItems: 2 }, minItems: 2 },
  units: { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 },
  ...remarksJson,
} satisfies Record<keyof WrittenCurve, object>;
export const curveJson: Json = { description: 'a measured curve: a CSV file, or its rows with units',
  ...mapping(curveProperties) };

/** A curve is read once and asked for three times: by its field, by the ledger, for its note. */
const known = new WeakMap<PlainRecord, Reading<CurveReading>>();

/** A curve with its rows in place, from the file or as written. */
export function readCurve(input: PlainRecord, property: MaterialProperty): Reading<CurveReading> {
  const reading = known.get(input) ?? readNewCurve(input, property);
  known.set(input, reading);
  return reading;
}

/** What stands beside a curve or a formula: keys that it may not have, remarks that are none. */
export function remarkProblems(input: PlainRecord, keys: readonly string[], dimension: DimensionName): FieldProblem[] {
  const { source, note, assumed, fitted, spread } = input;
  const marks = Object.entries({ source, note, assumed, fitted }).filter(([, value]) => value !== undefined);
  const withSpread = spread === undefined ? 0 : { value: 0, spread };
  return [
    ...Object.keys(input).filter((key) => !keys.includes(key))
      .map((key) => ({ ...wording.unknownKey(key, keys), path: [key] })),
    ...annotationProblems({ value: 0, ...Object.fromEntries(marks) }),
    ...readSpread(withSpread, undefined, dimension, [-Infinity, Infinity]).problems,
  ];
}

function readNewCurve(input: PlainRecord, property: MaterialProperty): Reading<CurveReading> {
  const { argument, dimension } = property;
  const axes = axesOf(property);
  if (axes.length === 0) {
    return refused(
      wording.wrongType(`${dimensions[dimension].words}, not a curve`, input, dimensions[dimension].example),
    );
  }
  const problems = remarkProblems(input, Object.keys(curveProperties), dimension);
  const x = axes.find((name) => name === (input.x ?? (argument === 'concentration' ? argument : undefined)));
  if (x === undefined) {
    problems.push({ ...wording.wrongType(`what the curve is over: ${axes.join(', ')}`, input.x, `x: ${axes[0]}`),
      path: ['x'] });
  }
  const against = take(problems, ['against'], readAgainst(input.against));
  const mass = input.mass === undefined ? undefined : take(problems, ['mass'], readQuantity(input.mass, 'mass', {}));
  const rows = x && take(problems, [], readRows(input, x, dimension, mass));
  if (problems.length > 0 || x === undefined || rows === undefined) return { ok: false, problems };
  return checked(input, { x, points: rows, ...(against !== undefined && { against }) }, property);
}

function readAgainst(input: unknown): Reading<MeasuredCurve['against']> {
  if (input === undefined) return { ok: true, value: undefined };
  if (typeof input === 'string' && Object.hasOwn(references, input)) return { ok: true, value: references[input] };
  const reading = readQuantity(input, 'voltage', {});
  if (reading.ok) return reading;
  const expected = `what the potential was measured against: ${Object.keys(references).join(', ')} or a voltage`;
  return refused(wording.wrongType(expected, input, 'against: In/InLi'));
}

/** [x, value] in SI. A charge is one per mass, or one of the mass that was weighed. */
function readRows(input: PlainRecord, x: MeasuredCurve['x'], dimension: DimensionName,
  mass: number | undefined): Reading<Point[]>
{
  const { rows } = input;
  if (!Array.isArray(rows) || rows.length < 2) {
    return refused(wording.wrongType('at least two rows', rows, 'rows: [[0 mAh/g, 4.2 V], [180 mAh/g, 3.0 V]]'), [
      'rows',
    ]);
  }
  const weighed = x === 'capacity' ? mass : undefined;
  const reading = readColumns(rows, input.units, [weighed === undefined ? dimensionOfX[x] : 'charge', dimension], [{},
    {}], { words: 'x', example: '[0 mAh/g, 4.2 V]', capacity: x === 'capacity' });
  if (!reading.ok || weighed === undefined) return reading;
  return { ok: true, value: reading.value.map(([charge, y]): Point => [charge / weighed, y]) };
}

/** Rows of two columns in SI, each cell within the range of its column; bare numbers are in the units of the columns. The rows stand at `place`. */
export function readColumns(rows: readonly unknown[], units: unknown, of: readonly [DimensionName, DimensionName],
  ranges: readonly [QuantityRange, QuantityRange],
  { words: first, example, capacity = false, place = ['rows'] }: { readonly words: string; readonly example: string;
    readonly capacity?: boolean; readonly place?: Path }): Reading<Point[]>
{
  const written = Array.isArray(units) ? of.map((_, i) => String(units[i])) : undefined;
  const problems = written?.flatMap((unit, i): FieldProblem[] =>
    conversionOf(unit, of[i])
      ? []
      : [{ ...wording.columnUnit(dimensions[of[i]], unit, capacity && i === 0), path: ['units', i] }]
  ) ?? [];
  if (problems.length > 0) return { ok: false, problems };
  const value = (cell: unknown, i: number, at: 0 | 1): number => {
    const conversion = typeof cell === 'number' ? conversionOf(written?.[at] ?? '', of[at]) : undefined;
    const si = conversion && round15(Number(cell) * conversion.factor + conversion.offset);
    const [low, high] = boundsOf(ranges[at], of[at]);
    if (si !== undefined && si >= low && si <= high) return si;
    const withUnit: unknown = typeof cell === 'number' && written ? `${cell} ${written[at]}` : cell;
    return take(problems, [...place, i, at], readQuantity(withUnit, of[at], ranges[at])) ?? NaN;
  };
  const points = rows.map((row, i): Point => {
    if (Array.isArray(row) && row.length === 2) return [value(row[0], i, 0), value(row[1], i, 1)];
    problems.push({ ...wording.wrongType(`a row [${first}, value]`, row, example), path: [...place, i] });
    return [NaN, NaN];
  });
  return unless(problems, () => points);
}

/** Every row whose x another row before it has. */
export function doubleRows(points: readonly Point[]): FieldProblem[] {
  const seen = new Set<number>();
  return points.flatMap(([x], i) => {
    if (seen.has(x)) return [{ ...wording.doubleRow(x), path: ['rows', i, 0] }];
    seen.add(x);
    return [];
  });
}

/** Rows within the range of the property, x within 0..1 where it is a share; a potential falls. */
function checked(input: PlainRecord, curve: MeasuredCurve, property: MaterialProperty): Reading<CurveReading> {
  const { points, x, against } = curve;
  const [low, high] = boundsOf(property, property.dimension);
  const shift = typeof against === 'number' ? against : 0;
  const where = (isBad: (point: Point) => boolean): [number, number][] =>
    runs(points.flatMap((point, i) => (isBad(point) ? [i] : [])));
  const isShare = dimensionOfX[x] === 'fraction';
  const span = Math.abs(points[points.length - 1][0] - points[0][0]);
  const covered = propertiesOf('activeMaterial').specificCapacity;
  const [least, most] = boundsOf(covered, 'specificCapacity');
  const isMissized = x === 'capacity' && property.dimension === 'voltage' && (span < least || span > most);
  const problems: FieldProblem[] = [
    ...(isMissized
      ? [{
        ...wording.missizedCapacity(`${covered.min} to ${covered.max}`, formatQuantity(span, 'specificCapacity', 3),
          unitOf(input)),
        path: ['units', 0],
      }]
      : []),
    ...where(([, y]) => y + shift < low || y + shift > high).map(([first, last]) => ({
      ...wording.rowsOutOfRange(property.label, `from ${property.min} to ${property.max}`,
        formatQuantity(points[first][1], property.dimension, 5), last - first + 1),
      path: ['rows', first, 1],
    })),
    ...where(([at]) => isShare && (at < 0 || at > 1)).map(([first, last]) => ({
      ...wording.rowsOutOfRange('a share', 'from 0 to 1', String(points[first][0]), last - first + 1),
      path: ['rows', first, 0],
    })),
  ];
  const from = `${points.length} rows${typeof input.file === 'string' ? ` of ${input.file}` : ''} over ${x}`
    + (against === undefined ? '' : `, against ${String(input.against)}`);
  if (property.dimension !== 'voltage') {
    problems.push(...doubleRows(points));
    return unless(problems, () => ({ curve: { ...curve, points: [...points].sort((a, b) =>
      a[0] - b[0]
    ) }, note: from }));
  }
  const falling = fallingCurve(points, tolerance);
  problems.push(...runs(falling.bad).map(([first, last]) => ({
    ...wording.notFalling(formatQuantity(points[first][1], 'voltage', 5), last - first + 1,
      formatQuantity(tolerance, 'voltage')),
    path: ['rows', first, 1],
  })));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true,
    value: { curve: { ...curve, points: falling.points, ...(falling.smoothing && { rows: points }) },
      note: from + smoothingNote(falling.smoothing) } };
}

const unitOf = ({ units }: PlainRecord): string => (Array.isArray(units) ? String(units[0]) : '');

/** Neighbouring indices as [first, last]. */
function runs(indices: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const i of indices) {
    const last = found.at(-1);
    if (last?.[1] === i - 1) last[1] = i;
    else found.push([i, i]);
  }
  return found;
}

function smoothingNote(smoothing: ReturnType<typeof fallingCurve>['smoothing']): string {
  if (smoothing === undefined) return '';
  const millivolts = (volts: number): string => `${formatNumber(1e3 * volts, 2)} mV`;
  return `; smoothed to fall: neighbouring rows averaged until each step is more than the noise of ${
    millivolts(smoothing.noise)
  }, ${smoothing.knots} knots, largest change ${millivolts(smoothing.largestChange)}`;
}
