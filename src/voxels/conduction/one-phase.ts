import { endConductance } from './block-kernels.js';
import { type Blocks, blocksOf, levelOfBlocks } from './blocks.js';
import type { FinestGrid } from './finest-grid.js';
import { KCycle } from './k-cycle.js';
import { type Holder, type KernelMemory, plainMemory } from './kernel-memory.js';
import type { PaddedGrid } from './padded-grid.js';

/**
 * One conducting phase on the full grid, matrix-free: (A u)_i = d_i u_i - sum of the six neighbours, fields being 0 where nothing conducts. The residual
 * is kept divided by d, so that a Jacobi sweep is a scaling and the residual behind it is (1 - damping) d r + damping (sum of r of the neighbours).
 * End planes: u = 1 before z = 0, u = 0 behind the last. Voxels that do not lead from end to end must have been left out: the matrix is positive definite then.
 */
export class OnePhase implements FinestGrid, Holder {
  readonly startEnergy: number;
  products: Float64Array;
  private readonly blocks: Blocks;
  private readonly multigrid: KCycle;
  private u: Float32Array;
  private readonly r: Float32Array;
  private readonly p: Float32Array;
  private readonly q: Float32Array;
  /** Three neighbouring planes of the smoothed correction. */
  private readonly ring: Float32Array;
  /** Four rows of what is left behind the first sweep. */
  private readonly rows: Float32Array;

  constructor(private grid: PaddedGrid, private memory: KernelMemory) {
    this.blocks = blocksOf(grid, memory);
    this.multigrid = new KCycle(levelOfBlocks(this.blocks, grid.size[2], memory), 0, memory);
    const vector = (): Float32Array => memory.float32(grid.length);
    [this.u, this.r, this.p, this.q] = [vector(), vector(), vector(), vector()];
    this.ring = memory.float32(3 * (grid.planeStride + 2 * grid.rowStride));
    this.rows = memory.float32(4 * grid.rowStride);
    this.products = memory.float64(2);
    const { size: [, ny, nz], degree, rowStride, planeStride } = grid;
    memory.kernels.beginEvenly(this.u, this.r, degree, 1 / nz, ny, nz, rowStride, planeStride);
    this.startEnergy = this.energy();
    memory.heldBy(this);
  }

  /** The field alone: there is nothing more to solve by then. */
  moveOut(): void {
    this.u = this.u.slice();
    this.grid = { ...this.grid, degree: this.grid.degree.slice() };
    this.products = new Float64Array(2);
    this.memory = plainMemory;
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

  precondition(): number {
    const { size: [, ny, nz], degree, rowStride, planeStride } = this.grid;
    const { cells: [bx, by, bz], pattern, first, tables: { partCount, partOfVoxel } } = this.blocks;
    const { r, q, multigrid: { top }, memory: { kernels } } = this;
    kernels.restrictVoxels(r, degree, top.b, pattern, first, partCount, partOfVoxel, this.rows, bx, by, bz, rowStride,
      planeStride);
    this.multigrid.solveTop();
    return kernels.smoothVoxels(r, degree, q, this.ring, top.x, pattern, first, partOfVoxel, bx, by, ny, nz, rowStride,
      planeStride);
  }

  direct(beta: number): void {
    this.memory.kernels.directVector(this.p, this.q, beta, this.p.length);
  }

  apply(): void {
    const { size: [, , nz], at, degree, rowStride, planeStride } = this.grid;
    this.memory.kernels.applyVoxels(this.p, this.q, degree, this.r, at(0, 0), at(0, nz), rowStride, planeStride,
      this.products);
  }

  advance(alpha: number): void {
    this.memory.kernels.advanceVoxels(this.u, this.r, this.p, this.q, this.grid.degree, alpha, this.grid.length);
  }

  energy(): number {
    return this.dissipation().reduce((sum, planePower) => sum + planePower, 0);
  }

  /** Sum of (drop)^2 by plane; a face between two planes is shared by them. */
  dissipation(): Float64Array {
    const { size: [, ny, nz], degree, rowStride, planeStride } = this.grid;
    const { u, products, memory } = this;
    const out = new Float64Array(nz);
    for (let z = 0; z < nz; z++) {
      memory.kernels.dissipate(z, u, degree, ny, nz, rowStride, planeStride, products);
      out[z] += products[0] + 0.5 * products[1];
      if (z < nz - 1) out[z + 1] += 0.5 * products[1];
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
