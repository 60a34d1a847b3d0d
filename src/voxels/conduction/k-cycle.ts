import { type DenseFactor, factorDense, solveDense } from './dense-cholesky.js';
import { coarsen, type Coarsening, type GraphLevel } from './graph-level.js';

/** Share of a Jacobi correction that is taken; 0.7 to 0.9 need the same number of iterations within one. */
export const damping = 0.85;

/** Nodes below which a level is factorised. */
const fewNodes = 150;
/** Most that are factorised: separate channels do not become fewer on coarser grids. */
const mostDense = 800;
/** Sweeps on a bottom that is too large for a factor: its nodes have hardly any neighbours left. */
const bottomSweeps = 8;

/** A level with the vectors of a cycle on it. */
interface WorkLevel {
  readonly graph: GraphLevel;
  /** To the next level; absent on the bottom. */
  readonly part?: Int32Array;
  readonly x: Float32Array;
  readonly b: Float32Array;
  /** First correction and what the matrix makes of it. */
  readonly c: Float32Array;
  readonly v: Float32Array;
  readonly r: Float32Array;
}

/**
 * Multigrid on graphs: one damped Jacobi sweep before and after, and on every coarse level two steps of a flexible conjugate gradient with the
 * cycle below as their preconditioner (K-cycle: Notay, Vassilevski, Numer. Linear Algebra Appl. 15 (2008) 473, doi 10.1002/nla.542).
 */
export class KCycle {
  private readonly levels: readonly WorkLevel[];
  private readonly bottom: DenseFactor | undefined;

  constructor(top: GraphLevel, threshold: number) {
    const levels: WorkLevel[] = [];
    let graph = top;
    while (graph.size > fewNodes && Math.max(...graph.cells) > 1) {
      const next: Coarsening = coarsen(graph, threshold);
      levels.push(workLevel(graph, next.part));
      graph = next.coarse;
    }
    levels.push(workLevel(graph));
    this.levels = levels;
    this.bottom = graph.size <= mostDense ? factorDense(graph) : undefined;
  }

  /** Right-hand side and solution of the top level: what the finer grid writes and reads. */
  get top(): { readonly b: Float32Array; readonly x: Float32Array } {
    return this.levels[0];
  }

  /** x of the top from its b, which it spoils, in two accelerated cycles. */
  solveTop(): void {
    this.accelerated(0);
  }

  /** One cycle on the top level: out = M^-1 b. */
  cycle(b: Float32Array, out: Float32Array): void {
    this.once(0, b, out);
  }

  private accelerated(l: number): void {
    const { graph, part, x, b, c, v, r } = this.levels[l];
    if (!part) return this.once(l, b, x);
    this.once(l, b, c);
    const rho = multiply(graph, c, v);
    if (!(rho > 0)) return void x.fill(0);
    const first = dot(c, b) / rho;
    for (let i = 0; i < b.length; i++) b[i] -= first * v[i];
    this.once(l, b, x);
    const gamma = dot(x, v);
    const second = multiply(graph, x, r) - (gamma * gamma) / rho;
    const ofSecond = second > 0 ? dot(x, b) / second : 0;
    const ofFirst = first - (ofSecond * gamma) / rho;
    for (let i = 0; i < x.length; i++) x[i] = ofFirst * c[i] + ofSecond * x[i];
  }

  /** out = M^-1 b of one level; on the bottom the solution itself. */
  private once(l: number, b: Float32Array, out: Float32Array): void {
    const { graph, part, r } = this.levels[l];
    if (!part) return this.solveBottom(graph, b, out, r);
    const { size, start, neighbour, weight, inverseDiagonal } = graph;
    const { b: coarseB, x: coarseX } = this.levels[l + 1];
    for (let i = 0; i < size; i++) r[i] = damping * b[i] * inverseDiagonal[i];
    coarseB.fill(0);
    for (let i = 0; i < size; i++) {
      let sum = (1 - damping) * b[i];
      for (let e = start[i], end = start[i + 1]; e < end; e++) sum += weight[e] * r[neighbour[e]];
      coarseB[part[i]] += sum;
    }
    this.accelerated(l + 1);
    for (let i = 0; i < size; i++) r[i] += coarseX[part[i]];
    jacobi(graph, b, r, out);
  }

  private solveBottom(graph: GraphLevel, b: Float32Array, out: Float32Array, r: Float32Array): void {
    if (this.bottom) return solveDense(this.bottom, b, out);
    out.fill(0);
    for (let sweep = 0; sweep < bottomSweeps; sweep++) {
      r.set(out);
      jacobi(graph, b, r, out);
    }
  }
}

const workLevel = (graph: GraphLevel, part?: Int32Array): WorkLevel => {
  const vector = (): Float32Array => new Float32Array(graph.size);
  return { graph, ...(part && { part }), x: vector(), b: vector(), c: vector(), v: vector(), r: vector() };
};

/** out = A x; gives x . A x, summed in double precision. */
export function multiply({ size, start, neighbour, weight, inverseDiagonal }: GraphLevel, x: Float32Array,
  out: Float32Array): number
{
  let product = 0;
  for (let i = 0; i < size; i++) {
    let sum = x[i] / inverseDiagonal[i];
    for (let e = start[i], end = start[i + 1]; e < end; e++) sum -= weight[e] * x[neighbour[e]];
    out[i] = sum;
    product += x[i] * sum;
  }
  return product;
}

/** out = x + damping D^-1 (b - A x). */
function jacobi({ size, start, neighbour, weight, inverseDiagonal }: GraphLevel, b: Float32Array, x: Float32Array,
  out: Float32Array): void
{
  for (let i = 0; i < size; i++) {
    let sum = b[i];
    for (let e = start[i], end = start[i + 1]; e < end; e++) sum += weight[e] * x[neighbour[e]];
    out[i] = (1 - damping) * x[i] + damping * inverseDiagonal[i] * sum;
  }
}

/** a . b, summed in double precision. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
