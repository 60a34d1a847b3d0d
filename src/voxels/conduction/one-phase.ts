import { partCount, partOfVoxel } from './block-parts.js';
import { type Blocks, blocksOf, levelOfBlocks } from './blocks.js';
import type { FinestGrid } from './finest-grid.js';
import { damping, KCycle } from './k-cycle.js';
import { endConductance, type PaddedGrid } from './padded-grid.js';

/** 1 / degree. */
const inverse = Float64Array.from({ length: 16 }, (_, degree) => (degree > 0 ? 1 / degree : 0));

/**
 * One conducting phase on the full grid, matrix-free: (A u)_i = d_i u_i - sum of the six neighbours, fields being 0 where nothing conducts. The residual
 * is kept divided by d, so that a Jacobi sweep is a scaling and the residual behind it is (1 - damping) d r + damping (sum of r of the neighbours).
 * End planes: u = 1 before z = 0, u = 0 behind the last. Voxels that do not lead from end to end must have been left out: the matrix is positive definite then.
 */
export class OnePhase implements FinestGrid {
  readonly startEnergy: number;
  readonly products = new Float64Array(2);
  private readonly blocks: Blocks;
  private readonly multigrid: KCycle;
  private readonly u: Float32Array;
  private readonly r: Float32Array;
  private readonly p: Float32Array;
  private readonly q: Float32Array;
  /** Three neighbouring planes of the smoothed correction. */
  private readonly ring: readonly Float32Array[];

  constructor(private readonly grid: PaddedGrid) {
    this.blocks = blocksOf(grid);
    this.multigrid = new KCycle(levelOfBlocks(this.blocks, grid.size[2]), 0);
    const vector = (): Float32Array => new Float32Array(grid.length);
    [this.u, this.r, this.p, this.q] = [vector(), vector(), vector(), vector()];
    const plane = (): Float32Array => new Float32Array(grid.planeStride + 2 * grid.rowStride);
    this.ring = [plane(), plane(), plane()];
    this.startEnergy = this.begin();
  }

  /** Potentials on the grid without its borders. */
  potential(): Float32Array {
    const { size: [nx, ny, nz], at } = this.grid;
    const out = new Float32Array(nx * ny * nz);
    for (let z = 0; z < nz; z++) {
      for (let y = 0; y < ny; y++) out.set(this.u.subarray(at(y, z), at(y, z) + nx), nx * (y + ny * z));
    }
    return out;
  }

  /** First guess, its residual and its energy. */
  private begin(): number {
    const { size: [nx, ny, nz], at, degree, planeStride } = this.grid;
    const step = 1 / nz;
    let energy = 0;
    for (let z = 0; z < nz; z++) {
      const guess = 1 - (z + 0.5) * step;
      for (let y = 0; y < ny; y++) {
        for (let i = at(y, z), end = i + nx; i < end; i++) {
          if (degree[i] === 0) continue;
          this.u[i] = guess;
          let out = 0;
          if (z === 0) out -= endConductance * (1 - guess);
          else if (degree[i - planeStride] > 0) out -= step;
          if (z === nz - 1) out += endConductance * guess;
          else if (degree[i + planeStride] > 0) out += step;
          this.r[i] = -out * inverse[degree[i]];
          if (z === 0) energy += endConductance * (1 - guess) ** 2;
          if (z === nz - 1) energy += endConductance * guess ** 2;
          else if (degree[i + planeStride] > 0) energy += step * step;
        }
      }
    }
    return energy;
  }

  precondition(): number {
    this.restrict();
    this.multigrid.solveTop();
    return this.smooth();
  }

  /** What is left behind the first sweep, summed over the parts of the blocks. */
  private restrict(): void {
    const { at, degree: d, rowStride, planeStride } = this.grid;
    const { cells: [bx, by, bz], pattern, first } = this.blocks;
    const { b } = this.multigrid.top;
    const { r } = this;
    const own = 1 - damping;
    b.fill(0);
    for (let bz0 = 0; bz0 < bz; bz0++) {
      for (let by0 = 0; by0 < by; by0++) {
        // bit 0 of a row is y, bit 1 is z; rows behind an odd end are empty ones of the border
        for (let row = 0; row < 4; row++) {
          let block = bx * (by0 + by * bz0);
          let i = at(2 * by0 + (row & 1), 2 * bz0 + (row >> 1));
          for (let x = 0; x < bx; x++, block++, i += 2) {
            const bits = (pattern[block] >> (2 * row)) & 3;
            if (bits === 0) continue;
            const node = first[block];
            const table = 8 * pattern[block] + 2 * row;
            if (bits & 1) {
              const sum = r[i - 1] + r[i + 1] + r[i - rowStride] + r[i + rowStride] + r[i - planeStride]
                + r[i + planeStride];
              b[node + partOfVoxel[table]] += own * d[i] * r[i] + damping * sum;
            }
            if (bits & 2) {
              const j = i + 1;
              const sum = r[j - 1] + r[j + 1] + r[j - rowStride] + r[j + rowStride] + r[j - planeStride]
                + r[j + planeStride];
              b[node + partOfVoxel[table + 1]] += own * d[j] * r[j] + damping * sum;
            }
          }
        }
      }
    }
  }

  /** First sweep, correction and second sweep, plane by plane; z takes the place of q. */
  private smooth(): number {
    const { size: [nx, ny, nz], at, degree: d, rowStride } = this.grid;
    const { ring, r, q } = this;
    let zq = 0;
    this.correctedPlane(-1, ring[0]);
    this.correctedPlane(0, ring[1]);
    for (let z = 0; z < nz; z++) {
      this.correctedPlane(z + 1, ring[(z + 2) % 3]);
      const below = ring[z % 3];
      const here = ring[(z + 1) % 3];
      const above = ring[(z + 2) % 3];
      for (let y = 0; y < ny; y++) {
        let i = at(y, z);
        for (let k = rowStride * (y + 1), end = k + nx; k < end; k++, i++) {
          const degree = d[i];
          if (degree === 0) continue;
          const sum = here[k - 1] + here[k + 1] + here[k - rowStride] + here[k + rowStride] + below[k] + above[k];
          const value = (1 - damping) * here[k] + damping * (r[i] + inverse[degree] * sum);
          zq += value * q[i];
          q[i] = value;
        }
      }
    }
    return zq;
  }

  /** damping r + correction of the coarse level on a plane, with an empty row before and behind. */
  private correctedPlane(z: number, out: Float32Array): void {
    const { size: [nx, ny, nz], at, rowStride } = this.grid;
    if (z < 0 || z >= nz) return void out.fill(0);
    const { cells: [bx, by], pattern, first } = this.blocks;
    const { x: correction } = this.multigrid.top;
    const { r } = this;
    for (let y = 0; y < ny; y++) {
      const shift = 4 * (z & 1) + 2 * (y & 1);
      let block = bx * ((y >> 1) + by * (z >> 1));
      let i = at(y, z);
      let k = rowStride * (y + 1);
      for (let x = 0; x < nx; x += 2, block++, i += 2, k += 2) {
        const bits = pattern[block];
        if (bits === 0) {
          out[k] = 0;
          out[k + 1] = 0;
          continue;
        }
        const node = first[block];
        const single = partCount[bits] === 1;
        const table = 8 * bits + shift;
        out[k] = bits & (1 << shift)
          ? damping * r[i] + correction[single ? node : node + partOfVoxel[table]]
          : 0;
        out[k + 1] = bits & (2 << shift)
          ? damping * r[i + 1] + correction[single ? node : node + partOfVoxel[table + 1]]
          : 0;
      }
    }
  }

  direct(beta: number): void {
    const { p, q } = this;
    for (let i = 0; i < p.length; i++) p[i] = q[i] + beta * p[i];
  }

  apply(): void {
    const { size: [nx, ny, nz], at, degree: d, rowStride, planeStride } = this.grid;
    const { p, q, r } = this;
    let curvature = 0;
    let descent = 0;
    for (let z = 0; z < nz; z++) {
      for (let y = 0; y < ny; y++) {
        for (let i = at(y, z), end = i + nx; i < end; i++) {
          const degree = d[i];
          if (degree === 0) continue;
          const own = p[i];
          const value = degree * own
            - (p[i - 1] + p[i + 1] + p[i - rowStride] + p[i + rowStride] + p[i - planeStride] + p[i + planeStride]);
          q[i] = value;
          curvature += own * value;
          descent += own * degree * r[i];
        }
      }
    }
    this.products[0] = curvature;
    this.products[1] = descent;
  }

  advance(alpha: number): void {
    const { u, r, p, q } = this;
    const { degree: d } = this.grid;
    for (let i = 0; i < d.length; i++) {
      const degree = d[i];
      if (degree === 0) continue;
      u[i] += alpha * p[i];
      r[i] -= alpha * inverse[degree] * q[i];
    }
  }

  energy(): number {
    return this.dissipation().reduce((sum, ofPlane) => sum + ofPlane, 0);
  }

  /** Sum of (drop)^2 by plane; a face between two planes is shared by them. */
  dissipation(): Float64Array {
    const { size: [nx, ny, nz], at, degree: d, rowStride, planeStride } = this.grid;
    const { u } = this;
    const out = new Float64Array(nz);
    for (let z = 0; z < nz; z++) {
      let inside = 0;
      let across = 0;
      for (let y = 0; y < ny; y++) {
        for (let i = at(y, z), end = i + nx; i < end; i++) {
          if (d[i] === 0) continue;
          const own = u[i];
          if (d[i + 1] > 0) inside += (own - u[i + 1]) ** 2;
          if (d[i + rowStride] > 0) inside += (own - u[i + rowStride]) ** 2;
          if (d[i + planeStride] > 0) across += (own - u[i + planeStride]) ** 2;
          if (z === 0) inside += endConductance * (1 - own) ** 2;
          if (z === nz - 1) inside += endConductance * own ** 2;
        }
      }
      out[z] += inside + 0.5 * across;
      if (z < nz - 1) out[z + 1] += 0.5 * across;
    }
    return out;
  }

  /** Current out of every voxel of a plane into the plane behind it; the last plane gives to the end. */
  planeCurrents(plane: number): Float64Array {
    const { size: [nx, ny, nz], at, degree: d, planeStride } = this.grid;
    const { u } = this;
    const out = new Float64Array(nx * ny);
    for (let y = 0, k = 0; y < ny; y++) {
      for (let i = at(y, plane), end = i + nx; i < end; i++, k++) {
        if (d[i] === 0) continue;
        if (plane === nz - 1) out[k] = endConductance * u[i];
        else if (d[i + planeStride] > 0) out[k] = u[i] - u[i + planeStride];
      }
    }
    return out;
  }
}
