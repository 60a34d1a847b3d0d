import { type GridSize, voxelCount } from '../voxel-grid.js';
import { type GraphLevel, inverseDiagonal } from './graph-level.js';

/** What conducts, on a grid turned so that the current runs along the slowest axis. */
export interface ConductingPhases {
  readonly size: GridSize;
  /** Width of a voxel along x, y, z of the turned grid [m]. */
  readonly width: readonly [number, number, number];
  /** Code of every voxel: its label, or where that has no resistance of its own its phase. */
  readonly code: ArrayLike<number>;
  /** Phase of a code. */
  readonly phaseOf: ArrayLike<number>;
  /** Per phase; 0 insulates [S m^-1]. */
  readonly conductivity: ArrayLike<number>;
  /** Of the face between two voxels of different codes, by their phases [ohm m^2]. */
  readonly resistance?: (phase: number, other: number) => number;
  /** Walls: insulating sides, u = 1 and 0 on the ends. Periodic: everything repeats itself, u falls by 1 per period. */
  readonly ends: 'walls' | 'periodic';
}

/** The graph of the conducting voxels, its weights as shares of `scale`. */
export interface PhaseGraph extends GraphLevel {
  readonly scale: number;
  /** First node of every plane, and their number behind the last. */
  readonly planeStart: Int32Array;
  /** Conductance of a node to the end plane next to it, as a share of `scale`; 0 away from the ends. */
  readonly toFirst: Float32Array;
  readonly toLast: Float32Array;
  /** Periodic: the same, held at a voxel of every part that no end holds: what multigrid solves, where the matrix itself leaves a constant open. */
  readonly held?: GraphLevel;
}

/** Graph of the voxels that `takesPart` marks; `pinned` are voxels that hold a part of it that no end holds. */
export function phaseGraph(phases: ConductingPhases, takesPart: Uint8Array, pinned: Int32Array): PhaseGraph {
  const { size: [nx, ny, nz], ends, conductivity, phaseOf, code, width: [hx, hy, hz] } = phases;
  const total = voxelCount(phases.size);
  const first = new Int32Array(total + 1);
  let size = 0;
  for (let i = 0; i < total; i++) {
    first[i] = size;
    size += takesPart[i];
  }
  first[total] = size;
  const planeStart = Int32Array.from({ length: nz + 1 }, (_, z) => first[nx * ny * z]);
  const scale = largest(conductivity) * Math.cbrt(hx * hy * hz);
  const face = faceConductance(phases, scale);
  const start = new Int32Array(size + 1);
  const neighbour = new Int32Array(6 * size);
  const weight = new Float32Array(6 * size);
  const ground = new Float32Array(size);
  const toFirst = new Float32Array(ends === 'walls' ? planeStart[1] : 0);
  const toLast = new Float32Array(ends === 'walls' ? size - planeStart[nz - 1] : 0);
  const wrap = ends === 'periodic';
  let edges = 0;
  const join = (i: number, j: number, axis: number): void => {
    if (j < 0 || !takesPart[j]) return;
    neighbour[edges] = first[j];
    weight[edges++] = face(i, j, axis);
  };
  for (let z = 0, i = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < nx; x++, i++) {
        if (!takesPart[i]) continue;
        start[first[i]] = edges;
        join(i, neighbourOf(i, z, nz, nx * ny, -1, wrap), 2);
        join(i, neighbourOf(i, y, ny, nx, -1, wrap), 1);
        join(i, neighbourOf(i, x, nx, 1, -1, wrap), 0);
        join(i, neighbourOf(i, x, nx, 1, 1, wrap), 0);
        join(i, neighbourOf(i, y, ny, nx, 1, wrap), 1);
        join(i, neighbourOf(i, z, nz, nx * ny, 1, wrap), 2);
        if (wrap) continue;
        const end = (2 * conductivity[phaseOf[code[i]]] * hx * hy) / (hz * scale);
        if (z === 0) toFirst[first[i]] = end;
        if (z === nz - 1) toLast[first[i] - planeStart[nz - 1]] = end;
        ground[first[i]] = (z === 0 ? end : 0) + (z === nz - 1 ? end : 0);
      }
    }
  }
  start[size] = edges;
  const level = { size, cells: phases.size, first, start, neighbour: neighbour.subarray(0, edges),
    weight: weight.subarray(0, edges), ground, inverseDiagonal: inverseDiagonal(start, weight, ground) };
  return { ...level, scale, planeStart, toFirst, toLast, ...(pinned.length > 0 && { held: heldAt(level, pinned) }) };
}

function heldAt(level: GraphLevel, pinned: Int32Array): GraphLevel {
  const { first, start, weight } = level;
  const ground = level.ground.slice();
  for (const voxel of pinned) {
    const node = first[voxel];
    for (let e = start[node]; e < start[node + 1]; e++) ground[node] = Math.max(ground[node], weight[e]);
  }
  return { ...level, ground, inverseDiagonal: inverseDiagonal(start, weight, ground) };
}

/** Voxel before or behind along an axis of `count`; -1 behind a wall, and where a row of one would be its own neighbour. */
export function neighbourOf(i: number, at: number, count: number, stride: number, way: -1 | 1, wrap: boolean): number {
  const next = at + way;
  if (next >= 0 && next < count) return i + way * stride;
  return wrap && count > 1 ? i - way * (count - 1) * stride : -1;
}

const largest = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((most, value) => Math.max(most, value), 0);

/** 1 / (h / 2 k_i + h / 2 k_j + R) per area of the face, times its area, as a share of `scale`. */
function faceConductance({ code, phaseOf, conductivity, resistance, width }: ConductingPhases, scale: number) {
  const [hx, hy, hz] = width;
  const area = [hy * hz, hx * hz, hx * hy];
  return (i: number, j: number, axis: number): number => {
    const [one, other] = [phaseOf[code[i]], phaseOf[code[j]]];
    const half = 0.5 * width[axis];
    const contact = resistance && code[i] !== code[j] ? resistance(one, other) : 0;
    return area[axis] / (half / conductivity[one] + half / conductivity[other] + contact) / scale;
  };
}
