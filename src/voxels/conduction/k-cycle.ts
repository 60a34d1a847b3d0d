import { type DenseFactor, factorDense, solveDense } from './dense-cholesky.js';
import { coarsen, type Coarsening, type GraphLevel } from './graph-level.js';
import { type KernelMemory, plainMemory } from './kernel-memory.js';

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

  constructor(top: GraphLevel, threshold: number, private readonly memory: KernelMemory = plainMemory) {
    const levels: WorkLevel[] = [];
    let graph = top;
    while (graph.size > fewNodes && Math.max(...graph.cells) > 1) {
      const next: Coarsening = coarsen(graph, threshold, memory);
      levels.push(workLevel(graph, memory, next.part));
      graph = next.coarse;
    }
    levels.push(workLevel(graph, memory));
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
    const { kernels: { multiply, dot, subtract, combine } } = this.memory;
    const { graph: { start, neighbour, weight, inverseDiagonal, size }, part, x, b, c, v, r } = this.levels[l];
    if (!part) return this.once(l, b, x);
    this.once(l, b, c);
    const rho = multiply(start, neighbour, weight, inverseDiagonal, c, v, size);
    if (!(rho > 0)) return void x.fill(0);
    const first = dot(c, b, size) / rho;
    subtract(b, v, first, size);
    this.once(l, b, x);
    const gamma = dot(x, v, size);
    const second = multiply(start, neighbour, weight, inverseDiagonal, x, r, size) - (gamma * gamma) / rho;
    const secondWeight = second > 0 ? dot(x, b, size) / second : 0;
    combine(x, c, first - (secondWeight * gamma) / rho, secondWeight, size);
  }

  /** out = M^-1 b of one level; on the bottom the solution itself. */
  private once(l: number, b: Float32Array, out: Float32Array): void {
    const { graph, part, r } = this.levels[l];
    if (!part) return this.solveBottom(graph, b, out, r);
    const { kernels: { sweepAndRestrict, prolong, jacobi } } = this.memory;
    const { size, start, neighbour, weight, inverseDiagonal } = graph;
    const { graph: coarse, b: coarseB, x: coarseX } = this.levels[l + 1];
    sweepAndRestrict(start, neighbour, weight, inverseDiagonal, b, r, part, coarseB, size, coarse.size);
    this.accelerated(l + 1);
    prolong(r, part, coarseX, size);
    jacobi(start, neighbour, weight, inverseDiagonal, b, r, out, size);
  }

  private solveBottom(graph: GraphLevel, b: Float32Array, out: Float32Array, r: Float32Array): void {
    if (this.bottom) return solveDense(this.bottom, b, out);
    const { size, start, neighbour, weight, inverseDiagonal } = graph;
    out.fill(0);
    for (let sweep = 0; sweep < bottomSweeps; sweep++) {
      r.set(out);
      this.memory.kernels.jacobi(start, neighbour, weight, inverseDiagonal, b, r, out, size);
    }
  }
}

const workLevel = (graph: GraphLevel, memory: KernelMemory, part?: Int32Array): WorkLevel => {
  const vector = (): Float32Array => memory.float32(graph.size);
  return { graph, ...(part && { part }), x: vector(), b: vector(), c: vector(), v: vector(), r: vector() };
};
