import { type DimensionName, dimensions } from '../../units/dimension.js';
import { formatNumber, formatQuantity, parseQuantity, toDisplay } from '../../units/quantity.js';
import type { ParameterSpread } from '../parameter-record.js';
import { wording } from '../wording.js';
import { isAnnotated } from './annotation.js';
import type { FieldProblem } from './reading.js';

/**
 * How sure a number is: the interval that holds it in 80 % of cases. A case writes it beside the value, `spread: 2` (value/2 to
 * value*2), `spread: 10 %` or `range: [low, high]`; what is assumed without one takes that of its kind from the table below.
 */

/** Standard normal deviate of the ends of an 80 % interval: a tenth lies above it. */
export const deviateOf80 = 1.2815515655446004;

const factor = (of: number) => (value: number): Ends => [value / of, value * of];
const share = (part: number) => (value: number): Ends => [value * (1 - part), value * (1 + part)];
const absolute = (by: number) => (value: number): Ends => [value - by, value + by];

type Ends = readonly [low: number, high: number];

/**
 * Spread of an assumed number that states none, by its kind [SI]. Every row is itself an assumption of this program: what two
 * laboratories differ by. Kinds that are absent are choices (voltages, times, areas) or carry no result (prices).
 */
const declared: Partial<Readonly<Record<DimensionName, (value: number) => Ends>>> = {
  // pellets of one composition, two preparations
  conductivity: factor(2),
  // methods (GITT, impedance) and samples
  diffusivity: factor(3),
  currentDensity: factor(3),
  // an ideal contact may hide 20 ohm cm2
  areaSpecificResistance: (value) => (value === 0 ? [0, 2e-3] : factor(2)(value)),
  length: share(0.1),
  temperature: absolute(5),
  density: share(0.05),
  specificCapacity: share(0.05),
  concentration: share(0.1),
  // five points of volume or of surface, of small shares a fifth
  fraction: (value) => absolute(Math.min(0.05, 0.2 * value))(value),
  dimensionless: factor(1.2),
  energyPerMole: absolute(15e3),
  pressure: factor(2),
  arealHeatCapacity: factor(1.5),
  heatTransferCoefficient: factor(3),
};

/** Gives an assumed number without a spread one within the bounds of its field, by the factor of the field or else of its kind; undefined for kinds without. */
export function declaredSpread(value: number, dimension: DimensionName, [min, max]: Ends, ofField?: number):
  | ParameterSpread
  | undefined
{
  const ends = ofField === undefined ? declared[dimension]?.(value) : factor(ofField)(value);
  if (ends === undefined) return undefined;
  const [low, high] = [Math.max(min, ends[0]), Math.min(max, ends[1])];
  return low < high ? { of: 'value', value, low, high, dimension, basis: 'declared' } : undefined;
}

/** The same for a table or a function, as a factor on all of it; only for kinds whose spread is a factor. */
export function declaredFactor(dimension: DimensionName): ParameterSpread | undefined {
  const ends = ['conductivity', 'diffusivity', 'currentDensity'].includes(dimension)
    ? declared[dimension]?.(1)
    : undefined;
  return ends && { of: 'factor', value: 1, low: ends[0], high: ends[1], dimension, basis: 'declared' };
}

export type SpreadReading = { readonly problems: readonly FieldProblem[]; readonly spread?: ParameterSpread };

const examples = 'spread: 2 for x/ 2, spread: 10 %, or range: [low, high]';
const widest = 1e6;

/** What stands beside a value; `value` is undefined for a table or a function, which takes a factor alone. */
export function readSpread(input: unknown, value: number | undefined, dimension: DimensionName,
  [min, max]: Ends): SpreadReading
{
  if (!isAnnotated(input) || (input.spread === undefined && input.range === undefined)) return { problems: [] };
  if (input.spread !== undefined && input.range !== undefined)
    return { problems: [{ ...wording.onlyOneOf(['spread', 'range'], ['spread', 'range']), path: ['range'] }] };
  const ends = input.spread === undefined ? readRange(input.range, value, dimension) : readFactor(input.spread, value);
  if ('problems' in ends) return ends;
  const [low, high] = ends.of === 'factor' ? ends.ends : [Math.max(min, ends.ends[0]), Math.min(max, ends.ends[1])];
  return { problems: [],
    spread: { of: ends.of, value: ends.of === 'factor' ? 1 : value ?? 1, low, high, dimension, basis: 'stated' } };
}

type FoundEnds = { readonly of: ParameterSpread['of']; readonly ends: Ends } | {
  readonly problems: readonly FieldProblem[];
};

function readFactor(input: unknown, value: number | undefined): FoundEnds {
  const reading = typeof input === 'number' || typeof input === 'string' ? parseQuantity(input, 'fraction') : undefined;
  const isShare = typeof input === 'string' && input.trim().endsWith('%');
  if (reading?.ok !== true)
    return { problems: [{ ...wording.wrongType('a factor or a percentage', input, examples), path: ['spread'] }] };
  if (isShare ? !(reading.value > 0 && reading.value < 1) : !(reading.value > 1 && reading.value <= widest)) {
    const range = isShare ? 'between 0 and 100 %' : `above 1 and at most ${formatNumber(widest)}`;
    return {
      problems: [{ ...wording.outOfRange(isShare ? 'a percentage' : 'a factor', range, input), path: ['spread'] }],
    };
  }
  const widen = isShare ? share(reading.value) : factor(reading.value);
  return value === undefined ? { of: 'factor', ends: widen(1) } : { of: 'value', ends: widen(value) };
}

function readRange(input: unknown, value: number | undefined, dimension: DimensionName): FoundEnds {
  const refuse = (words: ReturnType<typeof wording.wrongType>): FoundEnds => ({
    problems: [{ ...words, path: ['range'] }],
  });
  if (value === undefined) return refuse(wording.wrongType('a spread for a table or a function', input, 'spread: 2'));
  const readings = Array.isArray(input) && input.length === 2
    ? input.map((end: unknown) =>
      typeof end === 'number' || typeof end === 'string' ? parseQuantity(end, dimension) : undefined
    )
    : [];
  const ends = readings.flatMap((reading) => (reading?.ok ? [reading.value] : []));
  if (ends.length < 2) {
    const { example } = dimensions[dimension];
    return refuse(
      wording.wrongType('two ends in the unit of the value', input,
        `range: [${example}, ${example}], the lower one first`),
    );
  }
  if (!(ends[0] <= value && value <= ends[1] && ends[0] < ends[1])) return refuse(wording.rangeWithoutValue(input));
  return { of: 'value', ends: [ends[0], ends[1]] };
}

/** One end as a reader sees it: the number with its unit, or the factor on a table or a function. */
export const spreadEnd = ({ of, dimension, low, high }: ParameterSpread, end: 'low' | 'high'): string => {
  const value = end === 'low' ? low : high;
  return of === 'factor' ? `x ${formatNumber(value, 2)}` : formatQuantity(value, dimension, 3);
};

/** Both ends beside a number that shows its unit: "0.2 to 2". */
export const spreadText = (spread: ParameterSpread): string => {
  const { of, dimension, low, high } = spread;
  if (of === 'factor') return `${spreadEnd(spread, 'low')} to ${spreadEnd(spread, 'high')}`;
  const ends = [low, high].map((value) => toDisplay(value, dimension));
  const sameUnit = ends[0].unit === ends[1].unit;
  return ends.map(({ value, unit }) => `${formatNumber(value, 3)}${sameUnit ? '' : ` ${unit}`}`).join(' to ');
};
