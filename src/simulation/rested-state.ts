import type { CellProblem } from '../physics/cell-problem.js';
import { electrodePotentialOf, electrolytePotentialOf } from '../physics/unknowns.js';

/**
 * The cell at rest: every particle of class p at stoichiometry `stoichiometries[p]`, no current anywhere, the salt at its
 * initial concentration, the anode's collector at 0 V. `CellProblem` and the consistent start take it from here.
 */
export function restedState(problem: CellProblem, stoichiometries: readonly number[]): Float64Array {
  const { unknowns, model, reactions } = problem;
  const y = new Float64Array(problem.size);
  const first = reactions.findIndex(({ side }) => side === 'anode');
  const anodePotential = model.anode.kind === 'planar'
    ? model.anode.material.equilibriumPotential
    : reactions[first].equilibriumPotential(stoichiometries[first]);
  for (let c = 0; c < unknowns.cells; c++) {
    y[electrolytePotentialOf(c)] = -anodePotential;
    if (model.ions.kind === 'salt') {
      y[unknowns.salt + c] = model.ions.electrolyte.initialConcentration
        / model.ions.electrolyte.referenceConcentration;
    }
  }
  if (unknowns.temperature >= 0) y[unknowns.temperature] = model.temperature;
  reactions.forEach((reaction, p) => {
    const { at, side } = reaction;
    const s = stoichiometries[p];
    y.fill(s, at.shells, at.shells + at.count * at.shellCount);
    const potential = side === 'anode' ? 0 : reaction.equilibriumPotential(s) - anodePotential;
    for (let k = 0; k < at.count; k++) y[electrodePotentialOf(at.firstCell + k)] = potential;
  });
  return y;
}

/** A guess under load: the reaction spread evenly over each side, the potentials left as they are. */
export function spreadReaction(problem: CellProblem, y: Float64Array, current: number): void {
  const { unknowns, model, reactions, charge } = problem;
  const areaOf = (wanted: 'anode' | 'cathode'): number =>
    reactions.reduce(
      (sum, { side }, p) => (side === wanted ? charge.wettedArea[p].reduce((area, a) => area + a, sum) : sum),
      0,
    );
  const area = { anode: areaOf('anode'), cathode: areaOf('cathode') };
  for (const { at, side } of reactions) {
    y.fill((side === 'anode' ? current : -current) / area[side], at.reaction, at.reaction + at.count);
  }
  charge.mixed?.entries.forEach(({ side }, e) => {
    y[unknowns.entries + e] = side === 'cathode' ? current : -current;
  });
  y[unknowns.anodeCurrent] = model.anode.kind === 'planar' ? current : 0;
  y[unknowns.current] = current;
}
