import { inverse, Matrix } from 'ml-matrix';
import { dot } from '../../units/statistics.js';

/** What is made as small as possible, conditions c >= 0, and the slopes of both, at a point of the unit cube. */
export interface Evaluation {
  readonly value: number;
  readonly slope: readonly number[];
  readonly conditions: readonly number[];
  readonly conditionSlopes: readonly (readonly number[])[];
}

export type SmoothProblem = (z: readonly number[]) => Evaluation | undefined;

export interface SmoothOptimum {
  readonly z: readonly number[];
  readonly at: Evaluation;
  /** Of the conditions, of the lower and of the upper ends of the cube: what one unit more of room lowers the value by. */
  readonly multipliers: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly converged: boolean;
}

const mostIterations = 30;
const cap = 1e3;
/** A step that promises less is the last one: the noise of a solve at its tolerance is of this size. */
const smallGain = 2e-6;
const mostHalvings = 6;
/** The first steps go no further than this along any coordinate. */
const firstReach = 0.25;

/**
 * Least value within 0 <= z <= 1 under conditions by sequential quadratic steps: the Hessian of the Lagrangian by Powell's damped BFGS
 * (10.1007/BFb0067703), conditions made linear, steps taken as far as  value + penalty * broken conditions  falls. Undefined where the start
 * has no value.
 */
export function sequentialQuadratic(f: SmoothProblem, start: readonly number[], most = mostIterations):
  | SmoothOptimum
  | undefined
{
  let z = [...start];
  let at = f(z);
  if (!at) return undefined;
  const n = z.length;
  let hessian = Matrix.eye(n).mul(Math.max(...at.slope.map(Math.abs), 1e-3) / firstReach);
  for (let iteration = 1;; iteration++) {
    const step = quadraticStep(at.slope, hessian, conditionsOf(at, z));
    const { d, multipliers } = step;
    const m = at.conditions.length;
    const penalty = 1.5 * Math.max(1e-3, ...multipliers.slice(0, m));
    const merit = ({ value, conditions }: Evaluation): number =>
      value + penalty * conditions.reduce((sum, c) => sum + Math.max(0, -c), 0);
    const promised = -(dot(at.slope, d) - penalty * at.conditions.reduce((sum, c) => sum + Math.max(0, -c), 0));
    const end = (converged: boolean, here: Evaluation): SmoothOptimum => ({ z, at: here, converged,
      multipliers: multipliers.slice(0, m), lower: multipliers.slice(m, m + n), upper: multipliers.slice(m + n) });
    if (promised < smallGain) return end(true, at);
    if (iteration > most) return end(false, at);
    const taken = stepTaken(f, z, d, merit, merit(at), promised);
    if (!taken) return end(true, at);
    hessian = damped(hessian, taken.z.map((value, i) => value - z[i]), change(at, taken.at, multipliers));
    [z, at] = [[...taken.z], taken.at];
  }
}

/** The conditions made linear, and the ends of the cube. */
function conditionsOf({ conditions, conditionSlopes }: Evaluation, z: readonly number[]): Condition[] {
  const unit = (i: number, sign: number): number[] => z.map((_, k) => (k === i ? sign : 0));
  return [
    ...conditions.map((offset, i): Condition => ({ normal: conditionSlopes[i], offset, cap })),
    ...z.map((value, i): Condition => ({ normal: unit(i, 1), offset: value, cap: Infinity })),
    ...z.map((value, i): Condition => ({ normal: unit(i, -1), offset: 1 - value, cap: Infinity })),
  ];
}

function stepTaken(f: SmoothProblem, z: readonly number[], d: readonly number[], merit: (at: Evaluation) => number,
  here: number, promised: number): { readonly z: readonly number[]; readonly at: Evaluation } | undefined
{
  for (let halving = 0, share = 1; halving <= mostHalvings; halving++, share *= 0.5) {
    const next = z.map((value, i) => Math.min(1, Math.max(0, value + share * d[i])));
    const there = f(next);
    if (there && here - merit(there) > 0.05 * share * promised) return { z: next, at: there };
  }
  return undefined;
}

/** How the slope of the Lagrangian changes, at the multipliers of the step. */
function change(from: Evaluation, to: Evaluation, multipliers: readonly number[]): number[] {
  const slopeOf = ({ slope, conditionSlopes }: Evaluation): number[] =>
    slope.map((value, p) => value - conditionSlopes.reduce((sum, row, i) => sum + multipliers[i] * row[p], 0));
  const before = slopeOf(from);
  return slopeOf(to).map((value, p) => value - before[p]);
}

function damped(hessian: Matrix, s: readonly number[], y: readonly number[]): Matrix {
  const hs = hessian.mmul(Matrix.columnVector([...s])).to1DArray();
  const shs = dot(s, hs);
  if (!(shs > 1e-14)) return hessian;
  const sy = dot(s, y);
  const theta = sy >= 0.2 * shs ? 1 : (0.8 * shs) / (shs - sy);
  const r = y.map((value, i) => theta * value + (1 - theta) * hs[i]);
  const sr = dot(s, r);
  const next = hessian.clone();
  for (let i = 0; i < s.length; i++) {
    for (let k = 0; k < s.length; k++) next.set(i, k, next.get(i, k) - (hs[i] * hs[k]) / shs + (r[i] * r[k]) / sr);
  }
  return next;
}

/** One linear condition  normal . d + offset >= 0  of a step d. */
export interface Condition {
  readonly normal: readonly number[];
  readonly offset: number;
  /** Largest multiplier: what breaking the condition by one costs at most. */
  readonly cap: number;
}

export interface QuadraticStep {
  readonly d: readonly number[];
  readonly multipliers: readonly number[];
}

const mostSweeps = 2000;
const small = 1e-12;

/**
 * The step d that makes  g . d + d B d / 2  least under linear conditions, by its dual, one multiplier after another (Hildreth 1957,
 * 10.1002/nav.3800040113):
 *
 *   d = -B^-1 (g - A^T l),   0 <= l <= cap.
 *
 * A condition at its cap is broken: so there is a step where the conditions leave none.
 */
export function quadraticStep(g: readonly number[], b: Matrix, conditions: readonly Condition[]): QuadraticStep {
  const inverted = inverse(b);
  const a = new Matrix(conditions.map(({ normal }) => [...normal]));
  const ab = a.mmul(inverted);
  const h = ab.mmul(a.transpose());
  const free = ab.mmul(Matrix.columnVector([...g])).to1DArray();
  const multipliers = conditions.map(() => 0);
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let largest = 0;
    conditions.forEach(({ offset, cap }, i) => {
      let slack = offset - free[i];
      for (let k = 0; k < multipliers.length; k++) slack += h.get(i, k) * multipliers[k];
      const next = Math.min(cap, Math.max(0, multipliers[i] - slack / Math.max(h.get(i, i), Number.MIN_VALUE)));
      largest = Math.max(largest, Math.abs(next - multipliers[i]));
      multipliers[i] = next;
    });
    if (largest < small) break;
  }
  const pull = g.map((value, p) =>
    value - conditions.reduce((sum, { normal }, i) => sum + normal[p] * multipliers[i], 0)
  );
  return { d: inverted.mmul(Matrix.columnVector(pull)).to1DArray().map((value) => -value), multipliers };
}
