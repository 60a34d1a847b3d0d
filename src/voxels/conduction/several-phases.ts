import type { FinestGrid } from './finest-grid.js';
import { GraphDescent } from './graph-descent.js';
import type { PhaseGraph } from './phase-graph.js';

/** Several phases of any conductivities on the graph of their voxels. */
export class SeveralPhases extends GraphDescent<PhaseGraph> implements FinestGrid {
  readonly startEnergy: number;

  constructor(graph: PhaseGraph, private readonly planes: number) {
    super(graph, graph.held);
    for (let plane = 0; plane < planes; plane++) {
      this.u.fill(1 - (plane + 0.5) / planes, graph.planeStart[plane], graph.planeStart[plane + 1]);
    }
    this.startEnergy = this.energy();
    this.residual();
  }

  energy(): number {
    return this.dissipation().reduce((sum, planePower) => sum + planePower, 0);
  }

  /** Sum of w (drop)^2 by plane; a face between two planes is shared by them. */
  dissipation(): Float64Array {
    const { start, neighbour, weight, planeStart, toFirst, toLast } = this.graph;
    const { u, planes } = this;
    const out = new Float64Array(planes);
    for (let plane = 0; plane < planes; plane++) {
      for (let i = planeStart[plane]; i < planeStart[plane + 1]; i++) {
        for (let e = start[i]; e < start[i + 1]; e++) {
          out[plane] += 0.5 * weight[e] * (u[i] - u[neighbour[e]] - this.seam(i, neighbour[e], plane)) ** 2;
        }
      }
    }
    for (let i = 0; i < toFirst.length; i++) out[0] += toFirst[i] * (1 - u[i]) ** 2;
    const last = planeStart[planes - 1];
    for (let i = 0; i < toLast.length; i++) out[planes - 1] += toLast[i] * u[last + i] ** 2;
    return out;
  }

  /** Potential of the period that an edge leads into, against the own one: 1 above, -1 below, 0 inside. */
  private seam(i: number, j: number, plane: number): number {
    const { planeStart } = this.graph;
    if (this.planes < 3) return 0;
    if (plane === 0 && j >= planeStart[this.planes - 1]) return 1;
    return plane === this.planes - 1 && j < planeStart[1] && i >= planeStart[1] ? -1 : 0;
  }

  /** r = -(A u) of the first guess with its ends. */
  private residual(): void {
    const { start, neighbour, weight, planeStart, toFirst, toLast } = this.graph;
    const { u, r, planes } = this;
    for (let plane = 0; plane < planes; plane++) {
      for (let i = planeStart[plane]; i < planeStart[plane + 1]; i++) {
        let out = 0;
        for (let e = start[i]; e < start[i + 1]; e++) {
          out += weight[e] * (u[i] - u[neighbour[e]] - this.seam(i, neighbour[e], plane));
        }
        r[i] = -out;
      }
    }
    for (let i = 0; i < toFirst.length; i++) r[i] += toFirst[i] * (1 - u[i]);
    const last = planeStart[planes - 1];
    for (let i = 0; i < toLast.length; i++) r[last + i] -= toLast[i] * u[last + i];
  }

  potential(): Float32Array {
    const { first } = this.graph;
    const out = new Float32Array(first.length - 1);
    for (let voxel = 0; voxel < out.length; voxel++) {
      if (first[voxel + 1] > first[voxel]) out[voxel] = this.u[first[voxel]];
    }
    return out;
  }

  /** Current out of every voxel of a plane into the plane behind it, as a share of `scale`; the last plane gives to the end. */
  planeCurrents(plane: number): Float64Array {
    const { cells: [nx, ny], first, start, neighbour, weight, planeStart, toLast } = this.graph;
    const behind = (plane + 1) % this.planes;
    const out = new Float64Array(nx * ny);
    for (let k = 0; k < out.length; k++) {
      const i = first[plane * nx * ny + k];
      if (first[plane * nx * ny + k + 1] === i) continue;
      for (let e = start[i]; e < start[i + 1]; e++) {
        const j = neighbour[e];
        if (j < planeStart[behind] || j >= planeStart[behind + 1]) continue;
        out[k] += weight[e] * (this.u[i] - this.u[j] - this.seam(i, j, plane));
      }
      if (toLast.length > 0 && plane === this.planes - 1) out[k] += toLast[i - planeStart[plane]] * this.u[i];
    }
    return out;
  }
}
