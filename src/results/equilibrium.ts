import { illinois } from '../solver/root.js';
import type { CellProblem } from '../physics/cell-problem.js';

/** Sites of each particle class, in charge per area of cell: eps cMax F L [C m^-2]. */
export interface Sites {
  readonly perClass: readonly number[];
  readonly total: number;
}

/**
 * Equilibrium potential of the whole cathode at given mean stoichiometries: what it would rest at. For one active material
 * U(mean s); for several, the common potential at which they hold the same lithium,
 *   sum_p sites_p s_p(U) = sum_p sites_p s_p.
 */
export function electrodeEquilibrium(problem: CellProblem, sites: Sites, stoichiometries: readonly number[]): number {
  const { reactions } = problem;
  const materials = new Set(reactions.map(({ particle }) => particle.material.name));
  const lithium = sites.perClass.reduce((sum, n, p) => sum + n * stoichiometries[p], 0);
  if (materials.size === 1) return reactions[0].equilibriumPotential(lithium / sites.total);
  const excess = (potential: number): number =>
    reactions.reduce((sum, reaction, p) => sum + sites.perClass[p] * invert((s) => reaction.equilibriumPotential(s), potential), 0) - lithium;
  const potentials = reactions.map((reaction, p) => reaction.equilibriumPotential(stoichiometries[p]));
  const low = Math.min(...potentials);
  const high = Math.max(...potentials);
  if (high - low < 1e-12) return low;
  return illinois(excess, low, excess(low), high, excess(high), 1e-12);
}

/** s with U(s) = potential, U falling; bisection, because plateaus make slopes useless. */
function invert(potentialOf: (s: number) => number, potential: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 60; i++) {
    const middle = 0.5 * (low + high);
    if (potentialOf(middle) > potential) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
