import type { CellProblem } from '../physics/cell-problem.js';
import { electrodePotentialOf, electrolytePotentialOf } from '../physics/unknowns.js';

/**
 * The cell at rest: every particle of class p at stoichiometry `stoichiometries[p]`, no current anywhere, the electrolyte at
 * the potential of the anode. `CellProblem` and the consistent start take it from here.
 */
export function restedState(problem: CellProblem, stoichiometries: readonly number[]): Float64Array {
  const { unknowns, model, reactions } = problem;
  const y = new Float64Array(problem.size);
  for (let c = 0; c < unknowns.cells; c++) y[electrolytePotentialOf(c)] = -model.anode.equilibriumPotential;
  unknowns.classes.forEach((at, p) => {
    const s = stoichiometries[p];
    y.fill(s, at.shells, at.shells + at.count * model.shells.count);
    const potential = reactions[p].equilibriumPotential(s) - model.anode.equilibriumPotential;
    for (let k = 0; k < at.count; k++) y[electrodePotentialOf(at.firstCell + k)] = potential;
  });
  return y;
}

/** A guess under load: the reaction spread evenly, the potentials left as they are. */
export function spreadReaction(problem: CellProblem, y: Float64Array, current: number): void {
  const { unknowns, model, reactions } = problem;
  let area = 0;
  for (const { at, particle } of reactions) {
    for (let k = 0; k < at.count; k++) area += particle.specificInterfacialArea * model.mesh.volume[at.firstCell + k];
  }
  for (const { at } of reactions) y.fill(-current / area, at.reaction, at.reaction + at.count);
  y[unknowns.anodeCurrent] = current;
  y[unknowns.current] = current;
}
