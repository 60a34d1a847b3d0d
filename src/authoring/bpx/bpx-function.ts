import { type FormulaFunction, readFormula } from '../../config/fields/formula.js';
import { type MaterialProperty, propertiesOf } from '../../config/material-properties.js';
import { boundsOf } from '../../units/quantity.js';
import type { BpxFunction, BpxSource, BpxTable, Named } from './bpx-source.js';
import { sourceOf } from './quantity.js';

/** A property of a BPX file as a case writes it: a number with its unit, a formula with the range where it holds, or rows. */

type Kind = 'activeMaterial' | 'electrolyte';

/** Where a function is looked at, and how far it may be followed. */
interface Axis {
  readonly variable: 's' | 'c';
  readonly unit: '' | ' mol/m^3';
  readonly between: readonly [low: number, high: number];
  readonly step: number;
}

const axes = {
  stoichiometry: { variable: 's', unit: '', between: [0, 1], step: 1 / 1000 },
  concentration: { variable: 'c', unit: ' mol/m^3', between: [1, 10_000], step: 5 },
} as const satisfies Record<string, Axis>;

/** A step that rises by no more is round-off [V]. */
const roundOff = 1e-9;

/** Rows of a potential that is not written as a formula. */
const rows = 401;

/**
 * The function around the arguments that the cell visits. Where a formula is no value of the property any more, or a potential rises with lithium,
 * it ends; a potential that rises between the arguments themselves is sampled, and the case averages it to fall.
 */
export function functionOf(source: BpxSource, path: readonly string[], { value, key }: Named<BpxFunction>,
  [kind, name, unit]: readonly [Kind, string, string], visited: readonly [low: number, high: number]
): Record<string, unknown> | undefined {
  const property: MaterialProperty = propertiesOf(kind)[name];
  if (typeof value === 'number') return { value: `${value} ${unit}`, source: sourceOf(key) };
  const axis: Axis = kind === 'electrolyte' ? axes.concentration : axes.stoichiometry;
  if (typeof value !== 'string') return tableOf(value, key, property, axis, unit);
  const reading = readFormula(value, 'x');
  if (!reading.ok) {
    return source.refuse(path, { code: 'wrong-type', expected: `an expression of x: ${reading.expected}`,
      received: reading.found, remedy: 'write numbers, x, + - * / **, brackets, exp, tanh, cosh' });
  }
  const { of } = reading;
  const fault = firstFault(of, visited, axis, property);
  if (fault === undefined) {
    const [low, high] = followed(of, visited, axis, property);
    const between = axis.unit === '' ? [low, high] : [`${low}${axis.unit}`, `${high}${axis.unit}`];
    return { formula: value.trim().replace(/\bx\b/g, axis.variable), unit, between, source: sourceOf(key) };
  }
  if (fault.kind === 'rises') return sampled(of, visited, unit, key);
  return source.refuse(path, {
    code: 'out-of-range',
    expected: `${property.label} from ${property.min} to ${property.max}, where the cell is (x from `
      + `${visited.map((end) => Number(end.toPrecision(6))).join(' to ')})`,
    received: `${Number(of.value(fault.at).toPrecision(6))} ${unit} at x = ${Number(fault.at.toPrecision(4))}`,
    remedy: 'correct the expression or the stoichiometries',
  });
}

interface Fault {
  readonly kind: 'value' | 'rises';
  readonly at: number;
}

/** Whether the property may have this value there, and falls from the value before. */
function faultAt(of: FormulaFunction, x: number, before: number, property: MaterialProperty):
  | Fault['kind']
  | undefined
{
  const [least, most] = boundsOf(property, property.dimension);
  const y = of.value(x);
  if (!(y >= least && y <= most)) return 'value';
  return property.dimension === 'voltage' && y > before + roundOff ? 'rises' : undefined;
}

function firstFault(of: FormulaFunction, [low, high]: readonly [number, number], { step }: Axis,
  property: MaterialProperty): Fault | undefined
{
  let before = Infinity;
  let rising: Fault | undefined;
  const count = Math.max(2, Math.ceil((high - low) / step));
  for (let i = 0; i <= count; i++) {
    const at = low + ((high - low) * i) / count;
    const kind = faultAt(of, at, before, property);
    if (kind === 'value') return { kind, at };
    if (kind === 'rises') rising ??= { kind, at };
    before = of.value(at);
  }
  return rising;
}

/** From the arguments visited outwards, as far as the function can be followed. */
function followed(of: FormulaFunction, [low, high]: readonly [number, number], axis: Axis,
  property: MaterialProperty): readonly [number, number]
{
  const [first, last] = axis.between;
  let [from, to] = [low, high];
  for (let x = Math.max(first, from - axis.step); from > first; x = Math.max(first, x - axis.step)) {
    if (faultAt(of, x, Infinity, property) !== undefined || faultAt(of, from, of.value(x), property) !== undefined)
      break;
    from = x;
  }
  for (let x = Math.min(last, to + axis.step); to < last; x = Math.min(last, x + axis.step)) {
    if (faultAt(of, x, of.value(to), property) !== undefined) break;
    to = x;
  }
  return [Number(from.toPrecision(12)), Number(to.toPrecision(12))];
}

const potential = (points: readonly (readonly number[])[], unit: string, key: string, note: string) => ({ rows: points,
  units: ['', unit], x: 'stoichiometry', source: sourceOf(key), note });

function sampled(of: FormulaFunction, [low, high]: readonly [number, number], unit: string,
  key: string): Record<string, unknown>
{
  const points = Array.from({ length: rows }, (_, i) => low + ((high - low) * i) / (rows - 1))
    .map((s) => [Number(s.toPrecision(8)), Number(of.value(s).toPrecision(9))]);
  return potential(points, unit, key, `${rows} rows of an expression that rises with x in places`);
}

/** Rows in the order of x, without what lies beyond a full or an empty lattice. */
function tableOf({ x, y }: BpxTable, key: string, { dimension }: MaterialProperty,
  { between: [first, last], unit: axisUnit }: Axis, unit: string): Record<string, unknown>
{
  const points = x.map((at, i) => [at, y[i]] as const).filter(([at]) => at >= Math.min(0, first) && at <= last)
    .sort((a, b) => a[0] - b[0]);
  const left = x.length - points.length;
  const note = `monotone cubic between ${points.length} rows${left > 0 ? `; ${left} beyond the lattice left out` : ''}`;
  if (dimension === 'voltage') return potential(points, unit, key, note);
  return { value: points.map(([at, value]) => [axisUnit === '' ? at : `${at}${axisUnit}`, value]), unit,
    source: sourceOf(key), note };
}
