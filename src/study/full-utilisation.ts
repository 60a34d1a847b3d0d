import type { FullUtilisation } from '../cell/cell-energy.js';
import { CellProblem } from '../physics/cell-problem.js';
import type { CellModel } from '../physics/cell-model.js';
import { sitesOf, theoreticalArealCapacity } from '../results/performance.js';

const intervals = 400;

/**
 * What the reviews take for granted: all of the capacity at the equilibrium voltage,
 *   mean U = sum_p sites_p integral U_p ds / sum_p sites_p (sDischarged - sCharged) - Ua   (Simpson's rule).
 */
export function fullUtilisation(model: CellModel): FullUtilisation {
  const problem = new CellProblem(model);
  const sites = sitesOf(problem);
  const capacity = theoreticalArealCapacity(problem);
  let energy = 0;
  problem.reactions.forEach((reaction, p) => {
    const { chargedStoichiometry: from, dischargedStoichiometry: to } = reaction.particle.material;
    const h = (to - from) / intervals;
    let sum = 0;
    for (let i = 0; i <= intervals; i++) {
      const weight = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
      sum += weight * reaction.equilibriumPotential(from + i * h);
    }
    energy += (sites.perClass[p] * sum * h) / 3;
  });
  return { theoreticalArealCapacity: capacity, meanEquilibriumVoltage: energy / capacity - model.anode.equilibriumPotential };
}
