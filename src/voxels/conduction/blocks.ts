import type { GridSize } from '../voxel-grid.js';
import { partCount, partOfVoxel } from './block-parts.js';
import { coarseShare, EdgeList, type GraphLevel, halved, inverseDiagonal } from './graph-level.js';
import { endConductance, type PaddedGrid } from './padded-grid.js';

/** Blocks of 2 x 2 x 2 voxels: which of them conduct, and the first node of every block on the next level. */
export interface Blocks {
  readonly cells: GridSize;
  readonly pattern: Uint8Array;
  readonly first: Int32Array;
}

export function blocksOf({ size: [nx, ny, nz], rowStride, planeStride, degree, at }: PaddedGrid): Blocks {
  const cells = halved([nx, ny, nz]);
  const count = cells[0] * cells[1] * cells[2];
  const pattern = new Uint8Array(count);
  const first = new Int32Array(count + 1);
  let nodes = 0;
  let block = 0;
  for (let z = 0; z < nz; z += 2) {
    for (let y = 0; y < ny; y += 2) {
      for (let x = 0, i = at(y, z); x < nx; x += 2, i += 2, block++) {
        // a voxel behind an odd end is one of the empty ones of the border
        const bits = quad(degree, i, rowStride) | (quad(degree, i + planeStride, rowStride) << 4);
        pattern[block] = bits;
        first[block] = nodes;
        nodes += partCount[bits];
      }
    }
  }
  first[count] = nodes;
  return { cells, pattern, first };
}

/** Bits of four voxels of a plane. */
const quad = (degree: Uint8Array, i: number, rowStride: number): number =>
  Number(degree[i] > 0) | (Number(degree[i + 1] > 0) << 1) | (Number(degree[i + rowStride] > 0) << 2)
  | (Number(degree[i + rowStride + 1] > 0) << 3);

/** Voxels of a block on either side of its faces, pair by pair, in the order -x, +x, -y, +y, -z, +z; the neighbour's voxel is across `flip`. */
const faces = [
  { voxels: [0, 2, 4, 6], flip: 1 },
  { voxels: [1, 3, 5, 7], flip: 1 },
  { voxels: [0, 1, 4, 5], flip: 2 },
  { voxels: [2, 3, 6, 7], flip: 2 },
  { voxels: [0, 1, 2, 3], flip: 4 },
  { voxels: [4, 5, 6, 7], flip: 4 },
];

/** The next level: a node per connected part of a block, joined by the faces between their voxels. */
export function levelOfBlocks({ cells, pattern, first }: Blocks, depth: number): GraphLevel {
  const [bx, by, bz] = cells;
  const size = first[first.length - 1];
  const edges = new EdgeList(7 * size);
  const start = new Int32Array(size + 1);
  const ground = new Float32Array(size);
  const steps = [-1, 1, -bx, bx, -bx * by, bx * by];
  const endPlane = depth % 2 === 1 ? 0 : 4;
  const open = new Uint8Array(6);
  let block = 0;
  for (let z = 0; z < bz; z++) {
    for (let y = 0; y < by; y++) {
      for (let x = 0; x < bx; x++, block++) {
        const own = pattern[block];
        if (own === 0) continue;
        open[0] = Number(x > 0);
        open[1] = Number(x < bx - 1);
        open[2] = Number(y > 0);
        open[3] = Number(y < by - 1);
        open[4] = Number(z > 0);
        open[5] = Number(z < bz - 1);
        for (let part = 0; part < partCount[own]; part++) {
          const node = first[block] + part;
          const from = edges.count;
          start[node] = from;
          edges.reserve(24);
          for (let f = 0; f < 6; f++) {
            if (!open[f]) continue;
            const other = pattern[block + steps[f]];
            if (other === 0) continue;
            const { voxels, flip } = faces[f];
            for (let k = 0; k < 4; k++) {
              const voxel = voxels[k];
              if (!(own & (1 << voxel)) || partOfVoxel[8 * own + voxel] !== part) continue;
              const across = voxel ^ flip;
              if (!(other & (1 << across))) continue;
              edges.add(from, first[block + steps[f]] + partOfVoxel[8 * other + across], coarseShare);
            }
          }
          const ends = (z === 0 ? onPlane(own, part, 0) : 0) + (z === bz - 1 ? onPlane(own, part, endPlane) : 0);
          ground[node] = coarseShare * endConductance * ends;
        }
      }
    }
  }
  start[size] = edges.count;
  const { neighbour, weight } = edges.taken();
  return { size, cells, first, start, neighbour, weight, ground,
    inverseDiagonal: inverseDiagonal(start, weight, ground) };
}

/** Voxels of a part among the four from `firstVoxel` on. */
function onPlane(pattern: number, part: number, firstVoxel: number): number {
  let count = 0;
  for (let voxel = firstVoxel; voxel < firstVoxel + 4; voxel++) {
    if (pattern & (1 << voxel) && partOfVoxel[8 * pattern + voxel] === part) count++;
  }
  return count;
}
