import ndarray, { type NdArray } from 'ndarray';
import type { CellProblem } from '../physics/cell-problem.js';
import type { ClassUnknowns } from '../physics/unknowns.js';
import type { Recording } from '../simulation/recording.js';

/**
 * Physical fields as views on the recorded states (no copies): `pick` the time, the cell, the shell.
 */
export interface RecordedFields {
  /** points x cells [V] */
  readonly electrolytePotential: NdArray<Float64Array>;
  /** points x cells [V]; 0 in the membrane. */
  readonly electrodePotential: NdArray<Float64Array>;
  /** points [A m^-2], [C m^-2], [J m^-2]; discharge positive. */
  readonly current: NdArray<Float64Array>;
  readonly charge: NdArray<Float64Array>;
  readonly energy: NdArray<Float64Array>;
  /** points [K]; absent where the temperature is given. */
  readonly temperature?: NdArray<Float64Array>;
  readonly classes: readonly ClassFields[];
}

export interface ClassFields {
  /** points x particles: interfacial current density, oxidation positive [A m^-2]. */
  readonly interfacialCurrentDensity: NdArray<Float64Array>;
  /** points x shells x particles, innermost shell first. */
  readonly stoichiometry: NdArray<Float64Array>;
}

export function recordedFields(problem: CellProblem, recording: Recording): RecordedFields {
  const { unknowns } = problem;
  const { states } = recording;
  const size = states.shape[1];
  const column = (index: number): NdArray<Float64Array> => states.pick(-1, index);
  // (phiE, phiS) pairs stand first: every second number of the first 2 cells
  const potentials = (offset: number): NdArray<Float64Array> =>
    states.hi(-1, 2 * unknowns.cells).lo(0, offset).step(1, 2);
  const classFields = (at: ClassUnknowns): ClassFields => ({
    interfacialCurrentDensity: states.lo(0, at.reaction).hi(recording.points, at.count),
    stoichiometry: ndarray(states.data, [recording.points, at.shellCount, at.count], [size, at.count, 1], at.shells),
  });
  return {
    electrolytePotential: potentials(0),
    electrodePotential: potentials(1),
    current: column(unknowns.current),
    charge: column(unknowns.charge),
    energy: column(unknowns.energy),
    ...(unknowns.temperature >= 0 && { temperature: column(unknowns.temperature) }),
    classes: unknowns.classes.map(classFields),
  };
}
