import { percent } from '../../units/quantity.js';
import { fromBoth, reachFromEnds } from '../reach.js';
import { type GridSize, voxelCount } from '../voxel-grid.js';
import { descend, type FinestGrid } from './finest-grid.js';
import { type KernelMemory, kernelMemory, plainMemory } from './kernel-memory.js';
import { OnePhase } from './one-phase.js';
import { paddedGrid } from './padded-grid.js';
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
