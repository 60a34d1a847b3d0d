import { type GridSize } from '../voxel-grid.js';
import { neighbourOf } from './phase-graph.js';

/** Connected parts of marked voxels that repeat themselves in all directions. */
export interface PeriodicParts {
  /** Voxels of parts that lead from one period to the next along the slowest axis. */
  readonly leading: Uint8Array;
  /** One voxel of each of those parts. */
  readonly representatives: Int32Array;
}

/** A part leads through where a walk within it comes back to a voxel one or more periods further on. */
export function periodicParts([nx, ny, nz]: GridSize, marked: Uint8Array): PeriodicParts {
  const period = new Int32Array(marked.length);
  const part = new Int32Array(marked.length).fill(-1);
  const stack = new Int32Array(marked.length);
  const leads: boolean[] = [];
  const seeds: number[] = [];
  for (let seed = 0; seed < marked.length; seed++) {
    if (!marked[seed] || part[seed] >= 0) continue;
    const own = leads.push(false) - 1;
    seeds.push(seed);
    let top = 0;
    const visit = (j: number, at: number): void => {
      if (!marked[j]) return;
      if (part[j] < 0) {
        part[j] = own;
        period[j] = at;
        stack[top++] = j;
      } else if (period[j] !== at) leads[own] = true;
    };
    visit(seed, 0);
    while (top > 0) {
      const i = stack[--top];
      const z = Math.floor(i / (nx * ny));
      const y = Math.floor(i / nx) % ny;
      const x = i % nx;
      for (const way of [-1, 1] as const) {
        if (nx > 1) visit(neighbourOf(i, x, nx, 1, way, true), period[i]);
        if (ny > 1) visit(neighbourOf(i, y, ny, nx, way, true), period[i]);
        const leaves = z + way < 0 || z + way >= nz;
        visit(nz > 1 ? neighbourOf(i, z, nz, nx * ny, way, true) : i, period[i] + (leaves ? way : 0));
      }
    }
  }
  return {
    leading: marked.map((one, i) => Number(one > 0 && leads[part[i]])),
    representatives: Int32Array.from(seeds.filter((_, own) => leads[own])),
  };
}
