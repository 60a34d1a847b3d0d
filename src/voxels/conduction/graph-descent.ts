import type { Descending } from './finest-grid.js';
import { dot, multiply } from './graph-kernels.js';
import type { GraphLevel } from './graph-level.js';
import { KCycle } from './k-cycle.js';

/** Joins voxels of blocks only along faces that conduct more than this share of the best of either: any contrast then takes as many iterations. */
const strongFace = 0.1;

/** Vectors of conjugate gradients on a graph; `held` is what multigrid solves where the graph itself leaves a constant open. */
export abstract class GraphDescent<Graph extends GraphLevel = GraphLevel> implements Descending {
  abstract readonly startEnergy: number;
  readonly products = new Float64Array(2);
  protected readonly u: Float32Array;
  protected readonly r: Float32Array;
  private readonly p: Float32Array;
  private readonly q: Float32Array;
  private readonly z: Float32Array;
  private readonly multigrid: KCycle;

  constructor(protected readonly graph: Graph, private readonly held?: GraphLevel) {
    this.multigrid = new KCycle(held ?? graph, strongFace);
    const vector = (): Float32Array => new Float32Array(graph.size);
    [this.u, this.r, this.p, this.q, this.z] = [vector(), vector(), vector(), vector(), vector()];
  }

  abstract energy(): number;

  precondition(): number {
    const { z } = this;
    this.multigrid.cycle(this.r, z);
    if (this.held) withoutMean(z);
    return dot(z, this.q, z.length);
  }

  direct(beta: number): void {
    const { p, z } = this;
    for (let i = 0; i < p.length; i++) p[i] = z[i] + beta * p[i];
  }

  apply(): void {
    const { start, neighbour, weight, inverseDiagonal, size } = this.graph;
    this.products[0] = multiply(start, neighbour, weight, inverseDiagonal, this.p, this.q, size);
    this.products[1] = dot(this.p, this.r, size);
  }

  advance(alpha: number): void {
    const { u, r, p, q } = this;
    for (let i = 0; i < u.length; i++) {
      u[i] += alpha * p[i];
      r[i] -= alpha * q[i];
    }
  }
}

/** A constant carries no current, and would take the digits of what does. */
function withoutMean(z: Float32Array): void {
  let sum = 0;
  for (let i = 0; i < z.length; i++) sum += z[i];
  const mean = sum / z.length;
  for (let i = 0; i < z.length; i++) z[i] -= mean;
}
