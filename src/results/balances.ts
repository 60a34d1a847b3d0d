import type { CellProblem } from '../physics/cell-problem.js';
import type { Recording } from '../simulation/recording.js';
import type { Sites } from './equilibrium.js';

/** Worst mismatches over the recorded times. */
export interface Balances {
  /** |lithium gained by the particles - charge passed| over the larger of the two at the end of the run. */
  readonly lithium: number;
  /** |sum a V j + I| over |I|, at times under current. */
  readonly charge: number;
}

export function balances(problem: CellProblem, recording: Recording, sites: Sites): Balances {
  const { unknowns, reactions, model } = problem;
  const y = new Float64Array(problem.size);
  const start = lithium(problem, stateAt(recording, 0, y), sites);
  let lithiumError = 0;
  let chargeError = 0;
  let largest = 0;
  for (let t = 0; t < recording.points; t++) {
    stateAt(recording, t, y);
    const gained = lithium(problem, y, sites) - start;
    const passed = y[unknowns.charge];
    largest = Math.max(largest, Math.abs(gained), Math.abs(passed));
    lithiumError = Math.max(lithiumError, Math.abs(gained - passed));
    const current = y[unknowns.current];
    if (current === 0) continue;
    let reaction = 0;
    for (const { at, particle } of reactions) {
      for (let k = 0; k < at.count; k++) {
        reaction += particle.specificInterfacialArea * model.mesh.volume[at.firstCell + k] * y[at.reaction + k];
      }
    }
    chargeError = Math.max(chargeError, Math.abs(reaction + current) / Math.abs(current));
  }
  return { lithium: largest === 0 ? 0 : lithiumError / largest, charge: chargeError };
}

/** Lithium in the cathode as charge per area [C m^-2]. */
function lithium(problem: CellProblem, y: Float64Array, sites: Sites): number {
  const { model, reactions } = problem;
  return reactions.reduce((sum, { at, diffusion, particle }, p) => {
    const { thickness } = model.mesh.regions[particle.region];
    let mean = 0;
    for (let k = 0; k < at.count; k++) mean += (model.mesh.volume[at.firstCell + k] / thickness) * diffusion.average(y, k);
    return sum + sites.perClass[p] * mean;
  }, 0);
}

/** Copies the state of a point into `out` and returns it. */
export function stateAt(recording: Recording, point: number, out: Float64Array): Float64Array {
  const size = recording.states.shape[1];
  out.set(recording.states.data.subarray(point * size, (point + 1) * size));
  return out;
}
