import { Matrix, solve } from 'ml-matrix';
import { dot, meanOf, standardDeviation, sumOf } from '../../units/statistics.js';
import { randomNumbers } from '../../voxels/random-numbers.js';
import type { SampleRow } from './sample.js';

/** A function at the points of a row: at A, at B, and at A with coordinate i of B. */
export interface RowValues extends SampleRow {
  readonly atA: number;
  readonly atB: number;
  readonly mixed: readonly number[];
}

/** An estimate and the half-width of its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

interface Indices<T> {
  readonly variance: number;
  /** Per parameter: share of the variance that goes when it is known, on average. */
  readonly first: readonly T[];
  /** Share that stays when all others are known. */
  readonly total: readonly T[];
}

/** Estimates of the indices. */
export type SobolIndices = Indices<Estimate>;

const resamples = 200;
const deviateOf95 = 1.96;
const mostDegree = 4;
/** Rows of A and B for each coefficient of the polynomials, so that these follow the function and not the sample. */
const rowsPerCoefficient = 4;

/**
 * First-order and total Sobol indices of independent parameters: Saltelli's and Jansen's estimators (10.1016/j.cpc.2009.09.018, Table 2),
 *
 *   V_i = mean f(B) (f(A_B^i) - f(A)),   T_i = mean (f(A) - f(A_B^i))^2 / 2,   over V = var f,
 *
 * each as that of a sum of polynomials g fitted to f, whose V_i = T_i are known, plus the difference of the estimators of f and of g on
 * the same points: what g follows has no error of sampling. Errors by bootstrap over the rows.
 */
export function sobolIndices(rows: readonly RowValues[]): SobolIndices {
  const parameters = rows[0].a.length;
  const fit = additiveFit(rows);
  const terms = rows.map((row) => termsOf(row, fit));
  const exact = fit.polynomials.map((coefficients) => coefficients.reduce((sum, c) => sum + c * c, 0));
  const random = randomNumbers(1);
  const all = indicesOf(terms, terms.map((_, k) => k), exact);
  const again = Array.from({ length: resamples },
    () => indicesOf(terms, terms.map(() => Math.floor(random() * terms.length)), exact));
  const estimate = (of: (indices: Indices<number>) => number): Estimate => ({ value: of(all),
    error: deviateOf95 * standardDeviation(again.map(of)) });
  const each = Array.from({ length: parameters }, (_, i) => i);
  return {
    variance: all.variance,
    first: each.map((i) => estimate(({ first }) => first[i])),
    total: each.map((i) => estimate(({ total }) => total[i])),
  };
}

/** What one row adds to each estimator: that of f less that of g. */
interface Terms {
  readonly sum: number;
  readonly squares: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

function termsOf({ a, b, atA, atB, mixed }: RowValues, { mean, polynomials }: AdditiveFit): Terms {
  const part = (i: number, u: number): number => dot(polynomials[i], legendre(u, polynomials[i].length));
  const g = (point: readonly number[]): number => point.reduce((sum, u, i) => sum + part(i, u), 0);
  const [gA, gB, fA, fB] = [g(a), g(b), atA - mean, atB - mean];
  const moved = mixed.map((value) => value - atA);
  const movedG = a.map((u, i) => part(i, b[i]) - part(i, u));
  return {
    sum: 0.5 * (fA + fB - gA - gB),
    squares: 0.5 * (fA * fA + fB * fB - gA * gA - gB * gB),
    first: moved.map((delta, i) => fB * delta - gB * movedG[i]),
    total: moved.map((delta, i) => 0.5 * (delta * delta - movedG[i] * movedG[i])),
  };
}

function indicesOf(terms: readonly Terms[], chosen: readonly number[], exact: readonly number[]): Indices<number> {
  const mean = (of: (term: Terms) => number): number =>
    chosen.reduce((sum, k) => sum + of(terms[k]), 0) / chosen.length;
  const middle = mean(({ sum }) => sum);
  const variance = mean(({ squares }) => squares) - middle * middle + sumOf(exact);
  const share = (i: number, of: 'first' | 'total'): number => (exact[i] + mean((term) => term[of][i])) / variance;
  return { variance, first: exact.map((_, i) => share(i, 'first')), total: exact.map((_, i) => share(i, 'total')) };
}

interface AdditiveFit {
  readonly mean: number;
  /** Coefficients of the normalised Legendre polynomials of degree 1, 2, ... of each coordinate. */
  readonly polynomials: readonly (readonly number[])[];
}

/** Least squares of  mean + sum_i p_i(u_i)  through A and B. */
function additiveFit(rows: readonly RowValues[]): AdditiveFit {
  const values = rows.flatMap(({ atA, atB }) => [atA, atB]);
  const points = rows.flatMap(({ a, b }) => [a, b]);
  const mean = meanOf(values);
  const parameters = points[0].length;
  const degree = Math.min(mostDegree, Math.floor(values.length / (rowsPerCoefficient * parameters)));
  if (degree < 1) return { mean, polynomials: points[0].map(() => []) };
  const design = new Matrix(points.map((point) => [1, ...point.flatMap((u) => legendre(u, degree))]));
  const transposed = design.transpose();
  const normal = transposed.mmul(design);
  const [constant, ...found] = solve(normal, transposed.mmul(Matrix.columnVector(values.map((value) => value - mean))))
    .to1DArray();
  return { mean: mean + constant, polynomials: points[0].map((_, i) => found.slice(i * degree, (i + 1) * degree)) };
}

/** Legendre polynomials of degree 1 to `degree` on [0, 1], of mean square 1:  (n + 1) P_n+1 = (2 n + 1) x P_n - n P_n-1. */
function legendre(u: number, degree: number): number[] {
  const x = 2 * u - 1;
  const plain = [1, x];
  for (let n = 1; n < degree; n++) plain.push(((2 * n + 1) * x * plain[n] - n * plain[n - 1]) / (n + 1));
  return plain.slice(1, degree + 1).map((value, k) => value * Math.sqrt(2 * k + 3));
}
