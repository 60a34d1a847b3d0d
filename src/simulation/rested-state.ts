import type { CellProblem } from '../physics/cell-problem.js';

/**
 * The cell at rest: every particle of class p at stoichiometry `stoichiometries[p]`, no current anywhere, the salt at its
 * initial concentration, the anode's collector at 0 V. `CellProblem` and the consistent start take it from here.
 */
export function restedState(problem: CellProblem, stoichiometries: readonly number[]): Float64Array {
  const { unknowns, model, reactions } = problem;
  const first = reactions.findIndex(({ side }) => side === 'anode');
  const anodePotential = model.anode.kind === 'planar'
    ? model.anode.material.equilibriumPotential
    : reactions[first].reaction.equilibriumPotential(stoichiometries[first]);
  const electrodePotential = new Float64Array(unknowns.cells);
  reactions.forEach((reaction, p) => {
    const { side, at } = reaction;
    const potential = side === 'anode'
      ? 0
      : reaction.reaction.equilibriumPotential(stoichiometries[p]) - anodePotential;
    electrodePotential.fill(potential, at.firstCell, at.firstCell + at.count);
  });
  // a foil is at the potential of what it lies on
  model.mesh.regions.forEach(({ part, first: from, last }) => {
    if (part === 'foil') electrodePotential.fill(electrodePotential[from - 1], from, last + 1);
  });
  const rest = { model, anodePotential, electrodePotential, stoichiometries };
  const y = new Float64Array(problem.size);
  for (const { field, first: start, step, cell, particleClass } of unknowns.spans) {
    cell.forEach((c, i) => (y[start + step * i] = field.start?.(rest, c, particleClass) ?? 0));
  }
  return y;
}

/** A guess under load: the reaction spread evenly over each side, the potentials left as they are. */
export function spreadReaction(problem: CellProblem, y: Float64Array, current: number): void {
  const { unknowns, model: { anode, mesh: { boundaries } }, reactions, assembly: { state: { entries } } } = problem;
  const area = { anode: 0, cathode: 0 };
  for (const { side, wettedArea } of reactions) area[side] = wettedArea.reduce((sum, a) => sum + a, area[side]);
  for (const { at, side } of reactions) {
    const j = (side === 'anode' ? current : -current) / area[side];
    y.fill(j, at.reaction, at.reaction + at.count);
    if (at.crossing >= 0) y.fill(j, at.crossing, at.crossing + at.count);
  }
  entries.forEach(({ side, network }, e) => {
    // beside electrolyte lithium may cross everywhere
    y[unknowns.entries + e] = network.at.crossing >= 0 ? 0 : side === 'cathode' ? current : -current;
  });
  if (anode.kind === 'planar') y.fill(current, unknowns.anodeCurrent, unknowns.anodeCurrent + boundaries.anode.count);
  y[unknowns.current] = current;
}
