import { percent } from '../../units/quantity.js';
import { fromBoth, reachFromEnds } from '../reach.js';
import { type GridSize, voxelCount } from '../voxel-grid.js';
import { endConductance } from './block-kernels.js';
import { type Blocks, blocksOf, levelOfBlocks } from './blocks.js';
import { descend, type FinestGrid } from './finest-grid.js';
import { KCycle } from './k-cycle.js';
import { type Holder, type KernelMemory, kernelMemory, plainMemory } from './kernel-memory.js';
import { type PaddedGrid, paddedGrid } from './padded-grid.js';
import { periodicParts } from './periodic-parts.js';
import { type ConductingPhases, phaseGraph } from './phase-graph.js';
import { SeveralPhases } from './several-phases.js';

/** Steps of the energy below this share of it end the search; the true error is about a tenth of it. */
const usualTolerance = 1e-5;

/** Effective conductivity along the slowest axis. */
export interface Conduction {
  /** In the unit of the conductivities given; of one phase, as a share of its own. 0 where nothing leads through. */
  readonly conductivity: number;
  /** Of the effective conductivity as a solution of the voxels' equations, 1 and more where none was found; says nothing of the resolution. */
  readonly relativeError: number;
  readonly iterations: number;
  /** Conducting voxels, and those of them from which both ends are reached. */
  readonly conducting: number;
  readonly leading: number;
  /** The field of the solution; absent where nothing leads through. */
  readonly field?: ConductionField;
}

/** Error of a solution above which it is said. */
const worthSaying = 1e-3;

/** Error of what comes from several solutions. */
export const largestError = (...solved: readonly Pick<Conduction, 'relativeError'>[]): number =>
  Math.max(...solved.map(({ relativeError }) => relativeError));

/** The line that says how well something is solved, where that is not well enough; an error of 1 and more says that the search did not end. */
export const unsureWarnings = (what: string, { relativeError }: Pick<Conduction, 'relativeError'>): string[] =>
  relativeError <= worthSaying ? [] : [
    relativeError < 1
      ? `${what}: the equations of the voxels are solved to ${percent(relativeError, 2)} only`
      : `${what}: no solution was found, the number means nothing: what conducts differs too much, or leads through too narrowly`,
  ];

/** Kept in the arrays of the solver until it is asked for. */
export interface ConductionField {
  /** 1 before the first plane, 0 behind the last. */
  readonly potential: () => Float32Array;
  /** Current density from a plane into the next, as a share of the mean one. */
  readonly currents: (plane: number) => Float64Array;
  /** Effective conductivity of every plane: their resistances in series are that of the whole. */
  readonly byPlane: () => Float64Array;
}

/**
 * sigmaEff / sigma of one phase between walls, its voxels cubes; `conducts` makes the mask of the phase, which is gone before the vectors are there.
 * An image for which the memory of the compiled kernels is too small is solved by the plain ones.
 */
export function conductOnePhase(size: GridSize, conducts: () => Uint8Array, tolerance = usualTolerance,
  memory = kernelMemory()): Conduction
{
  try {
    const { grid, ...counts } = leadingGrid(size, conducts(), memory);
    if (counts.leading === 0) return { ...counts, ...nothingLeads };
    const [nx, ny, nz] = size;
    return solved(new OnePhase(grid, memory), size, nz / (nx * ny), counts, tolerance);
  } catch (error) {
    if (memory === plainMemory || !(error instanceof RangeError)) throw error;
    return conductOnePhase(size, conducts, tolerance, plainMemory);
  }
}

/** What leads through; on its own, so that what tells this apart is gone before the vectors of the solution are there. */
function leadingGrid(size: GridSize, conducts: Uint8Array, memory: KernelMemory) {
  const reached = reachFromEnds(size, conducts);
  return { conducting: countOf(conducts, 1), leading: countOf(reached, fromBoth),
    grid: paddedGrid(size, reached, fromBoth, memory) };
}

/** sigmaEff of several phases [S m^-1]. */
export function conductPhases(phases: ConductingPhases, tolerance = usualTolerance): Conduction {
  const { size, code, phaseOf, conductivity, ends, width: [hx, hy, hz] } = phases;
  const conducts = new Uint8Array(voxelCount(size)).map((_, i) => Number(conductivity[phaseOf[code[i]]] > 0));
  const { takesPart, pinned } = ends === 'walls' ? betweenWalls(size, conducts) : inPeriods(size, conducts);
  const counts = { conducting: countOf(conducts, 1), leading: countOf(takesPart, 1) };
  if (counts.leading === 0) return { ...counts, ...nothingLeads };
  const [nx, ny, nz] = size;
  const graph = phaseGraph(phases, takesPart, pinned);
  const unit = (graph.scale * nz * hz) / (nx * hx * ny * hy);
  return solved(new SeveralPhases(graph, nz), size, unit, counts, tolerance);
}

const nothingLeads = { conductivity: 0, relativeError: 0, iterations: 0 };

function betweenWalls(size: GridSize, conducts: Uint8Array) {
  return { takesPart: reachFromEnds(size, conducts).map((from) => Number(from === fromBoth)),
    pinned: new Int32Array(0) };
}

function inPeriods(size: GridSize, conducts: Uint8Array) {
  const { leading, representatives } = periodicParts(size, conducts);
  return { takesPart: leading, pinned: representatives };
}

/** `unit` makes a conductivity of a conductance between the ends. */
function solved(grid: FinestGrid, [nx, ny, nz]: GridSize, unit: number,
  counts: Pick<Conduction, 'conducting' | 'leading'>, tolerance: number): Conduction
{
  const { energy, relativeError, iterations } = descend(grid, tolerance);
  const meanCurrent = energy / (nx * ny);
  return {
    ...counts,
    conductivity: energy * unit,
    relativeError,
    iterations,
    field: {
      potential: () => grid.potential(),
      currents: (plane) => grid.planeCurrents(plane).map((current) => current / meanCurrent),
      byPlane: () => grid.dissipation().map((power) => (unit * energy * energy) / (nz * power)),
    },
  };
}

function countOf(values: Uint8Array, wanted: number): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] === wanted) count++;
  return count;
}

/**
 * One conducting phase on the full grid, matrix-free: (A u)_i = d_i u_i - sum of the six neighbours, fields being 0 where nothing conducts. The residual
 * is kept divided by d, so that a Jacobi sweep is a scaling and the residual behind it is (1 - damping) d r + damping (sum of r of the neighbours).
 * End planes: u = 1 before z = 0, u = 0 behind the last. Voxels that do not lead from end to end must have been left out: the matrix is positive definite then.
 */
class OnePhase implements FinestGrid, Holder {
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
