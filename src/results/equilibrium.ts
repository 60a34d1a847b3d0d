import type { CellProblem } from '../physics/cell-problem.js';
import type { ParticleReactions } from '../physics/particle-reactions.js';
import { illinois } from '../solver/root.js';
import { meanStoichiometry, type Sites } from './sites.js';

/**
 * Equilibrium potential of one side of the cell at the lithium it holds: what it would rest at. For one active material
 * U(mean s), whatever the sizes of its particles; for several, the common potential at which they hold the same lithium,
 *   sum_p sites_p s_p(U) = sum_p sites_p s_p.
 */
export const electrodeEquilibrium = (problem: CellProblem, sites: Sites, y: Float64Array): number =>
  equilibriumAt(problem, sites, sites.classes.map((p) => meanStoichiometry(problem, p, y)));

/** The same by the mean stoichiometry of each of its classes. */
export function equilibriumAt(problem: CellProblem, sites: Sites, stoichiometries: readonly number[]): number {
  const reactions = sites.classes.map((p) => problem.reactions[p]);
  const lithium = sites.perClass.reduce((sum, n, i) => sum + n * stoichiometries[i], 0);
  const potential = ({ particle }: ParticleReactions): unknown => particle.material.openCircuitPotential;
  if (reactions.every((reaction) => potential(reaction) === potential(reactions[0])))
    return reactions[0].reaction.equilibriumPotential(lithium / sites.total);
  const excess = (potential: number): number =>
    reactions.reduce((sum, reaction, i) => sum + sites.perClass[i] * stoichiometryAt(reaction, potential), 0) - lithium;
  const potentials = reactions.map((reaction, i) => reaction.reaction.equilibriumPotential(stoichiometries[i]));
  const low = Math.min(...potentials);
  const high = Math.max(...potentials);
  if (high - low < 1e-12) return low;
  const [atLow, atHigh] = [excess(low), excess(high)];
  // round-off of the stoichiometries leaves no root between potentials that are all but one
  if (!(atLow > 0 && atHigh < 0)) return Math.abs(atLow) < Math.abs(atHigh) ? low : high;
  return illinois(excess, low, atLow, high, atHigh, 1e-12);
}

export function anodeEquilibrium(problem: CellProblem, anode: Sites, stoichiometries: readonly number[]): number {
  const model = problem.model.anode;
  return model.kind === 'planar' ? model.material.equilibriumPotential : equilibriumAt(problem, anode, stoichiometries);
}

/** How far a particle may be beyond the ends of its lattice, where `site-limit` makes a potential of 20 V of it. */
const beyond = 0.1;

/** s with U(s) = potential, U falling; bisection, because plateaus make slopes useless. */
export function stoichiometryAt(reaction: ParticleReactions, potential: number): number {
  let low = -beyond;
  let high = 1 + beyond;
  for (let i = 0; i < 60; i++) {
    const middle = 0.5 * (low + high);
    if (reaction.reaction.equilibriumPotential(middle) > potential) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
