import type { ScalarFunction } from './material.js';
import type { Table } from './property.js';

/** Ways to make a function of stoichiometry or concentration that writes value and slope without allocating. */

/** The value alone, where it is not asked for often. */
export function valueAt(f: Pick<ScalarFunction, 'evaluate'>, x: number): number {
  const out = new Float64Array(2);
  f.evaluate(x, out);
  return out[0];
}

export function constantFunction(value: number): ScalarFunction {
  return {
    constant: value,
    evaluate(_x, out) {
      out[0] = value;
      out[1] = 0;
    },
  };
}

/** factor * f, for Arrhenius factors and unit changes. */
export function scaledFunction(f: ScalarFunction, factor: number): ScalarFunction {
  if (factor === 1) return f;
  if (f.constant !== undefined) return constantFunction(f.constant * factor);
  return {
    evaluate(x, out) {
      f.evaluate(x, out);
      out[0] *= factor;
      out[1] *= factor;
    },
  };
}

export function sumFunction(f: ScalarFunction, g: ScalarFunction): ScalarFunction {
  const other = new Float64Array(2);
  return {
    evaluate(x, out) {
      g.evaluate(x, other);
      f.evaluate(x, out);
      out[0] += other[0];
      out[1] += other[1];
    },
  };
}

/**
 * Shape-preserving slopes at the knots: 0 at a local extremum, else the weighted harmonic mean of the neighbouring secants;
 * at the ends a three-point formula, limited to keep the shape.
 * Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300, doi 10.1137/0905021 (the form of SciPy's PCHIP).
 */
function monotoneSlopes(x: Float64Array, y: Float64Array): Float64Array {
  const last = x.length - 1;
  const width = Float64Array.from({ length: last }, (_, k) => x[k + 1] - x[k]);
  const secant = Float64Array.from({ length: last }, (_, k) => (y[k + 1] - y[k]) / width[k]);
  const slope = new Float64Array(x.length);
  if (last === 1) return slope.fill(secant[0]);
  for (let k = 1; k < last; k++) {
    if (secant[k - 1] * secant[k] <= 0) continue;
    const w1 = 2 * width[k] + width[k - 1];
    const w2 = width[k] + 2 * width[k - 1];
    slope[k] = (w1 + w2) / (w1 / secant[k - 1] + w2 / secant[k]);
  }
  slope[0] = endSlope(width[0], width[1], secant[0], secant[1]);
  slope[last] = endSlope(width[last - 1], width[last - 2], secant[last - 1], secant[last - 2]);
  return slope;
}

function endSlope(width: number, nextWidth: number, secant: number, nextSecant: number): number {
  const slope = ((2 * width + nextWidth) * secant - width * nextSecant) / (width + nextWidth);
  if (slope * secant <= 0) return 0;
  return secant * nextSecant <= 0 && Math.abs(slope) > 3 * Math.abs(secant) ? 3 * secant : slope;
}

/**
 * Monotone piecewise cubic through the table (PCHIP), C1, with its exact slope. Beyond the ends it goes on as the tangent
 * (`linear`) or stays at the end value (`hold`): Newton may look there, results should not.
 */
function piecewiseCubic(table: Table, beyond: 'linear' | 'hold'): ScalarFunction {
  const x = Float64Array.from(table, (point) => point[0]);
  const y = Float64Array.from(table, (point) => point[1]);
  const m = monotoneSlopes(x, y);
  const last = x.length - 1;
  // cubic Hermite on [x_k, x_k+1]: y + h t (m + t (c + t d)), t = 0..1
  const h = Float64Array.from({ length: last }, (_, k) => x[k + 1] - x[k]);
  const rise = h.map((width, k) => (y[k + 1] - y[k]) / width);
  const c = rise.map((secant, k) => 3 * secant - 2 * m[k] - m[k + 1]);
  const d = rise.map((secant, k) => m[k] + m[k + 1] - 2 * secant);
  const pieces = pieceFinder(x);
  return {
    evaluate(at, out) {
      if (!(at > x[0] && at < x[last])) {
        const end = at <= x[0] ? 0 : last;
        const slope = beyond === 'linear' ? m[end] : 0;
        out[0] = y[end] + slope * (at - x[end]);
        out[1] = slope;
        return;
      }
      let k = pieces.first[Math.floor((at - x[0]) * pieces.perUnit)];
      while (x[k + 1] <= at) k++;
      const t = (at - x[k]) / h[k];
      out[0] = y[k] + h[k] * t * (m[k] + t * (c[k] + t * d[k]));
      out[1] = m[k] + t * (2 * c[k] + 3 * t * d[k]);
    },
  };
}

/** Bins of equal width over a table, about two for each of its pieces. */
const binsPerPiece = 2;

/** The piece in which each of many equal bins begins, so that a search takes a step or two where the table has thousands of points. */
function pieceFinder(x: Float64Array): { readonly first: Int32Array; readonly perUnit: number } {
  const last = x.length - 1;
  const bins = binsPerPiece * last;
  const perUnit = bins / (x[last] - x[0]);
  const first = new Int32Array(bins + 1);
  // a bin of which the first point is a knot begins, for all that rounds to it, in the piece before
  for (let bin = 0, k = 0; bin <= bins; bin++) {
    while (k < last - 1 && (x[k + 1] - x[0]) * perUnit < bin) k++;
    first[bin] = k;
  }
  return { first, perUnit };
}

/** Potentials: interpolated as they are, tangent beyond the ends. */
export const tableFunction = (table: Table): ScalarFunction => piecewiseCubic(table, 'linear');

/** Numbers of order one: interpolated as they are, held beyond the ends. */
export const heldTableFunction = (table: Table): ScalarFunction => piecewiseCubic(table, 'hold');

/** Parts of the range over which an exponential is tabulated, and how many of them the narrowest piece has to have for that. */
const gridParts = 2048;
const leastParts = 8;
/** The ends of the range are looked at from so far inside, in parts: beyond them the slope is another. */
const inside = 1e-9;

/**
 * Positive properties over decades: interpolated in the logarithm (stays positive), held beyond the ends. A particle asks for its diffusivity
 * at every shell and iteration, and the exponential costs more than all else there: where it is asked, value and slope are kept on a grid
 * and the cubic between them serves, within 1e-6 of it.
 */
export function logarithmicTableFunction(table: Table): ScalarFunction {
  const logarithm = piecewiseCubic(table.map(([x, y]) => [x, Math.log(y)] as const), 'hold');
  const exact: ScalarFunction = {
    evaluate(x, out) {
      logarithm.evaluate(x, out);
      const value = Math.exp(out[0]);
      out[0] = value;
      out[1] *= value;
    },
  };
  const narrowest = table.slice(1).reduce((least, [x], k) => Math.min(least, x - table[k][0]), Infinity);
  const [[first], [last]] = [table[0], table[table.length - 1]];
  return narrowest * gridParts >= leastParts * (last - first) ? keptOnGrid(exact, first, last) : exact;
}

/** f on equal parts of a range, evaluated where it is first asked for, and the cubic between; beyond the range f itself. */
function keptOnGrid(f: ScalarFunction, first: number, last: number): ScalarFunction {
  const width = (last - first) / gridParts;
  const perUnit = gridParts / (last - first);
  // value, and slope times width, of every node; NaN where it was not asked for yet
  const nodes = new Float64Array(2 * (gridParts + 1)).fill(NaN);
  const local = new Float64Array(2);
  const ask = (node: number): void => {
    f.evaluate(first + width * Math.min(Math.max(node, inside), gridParts - inside), local);
    nodes[2 * node] = local[0];
    nodes[2 * node + 1] = width * local[1];
  };
  return {
    evaluate(x, out) {
      const place = (x - first) * perUnit;
      if (!(place > 0 && place < gridParts)) return f.evaluate(x, out);
      const node = Math.floor(place);
      const at = 2 * node;
      if (Number.isNaN(nodes[at])) ask(node);
      if (Number.isNaN(nodes[at + 2])) ask(node + 1);
      const t = place - node;
      const m = nodes[at + 1];
      const rise = nodes[at + 2] - nodes[at];
      const c = 3 * rise - 2 * m - nodes[at + 3];
      const d = m + nodes[at + 3] - 2 * rise;
      out[0] = nodes[at] + t * (m + t * (c + t * d));
      out[1] = perUnit * (m + t * (2 * c + 3 * t * d));
    },
  };
}
