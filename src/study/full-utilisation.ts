import type { FullUtilisation } from '../cell/cell-energy.js';
import type { ActiveMaterial } from '../materials/material.js';
import { CellProblem } from '../physics/cell-problem.js';
import type { CellModel } from '../physics/cell-model.js';
import { sitesOf, type Side } from '../results/sites.js';

const intervals = 400;

/**
 * What the reviews take for granted: all of the capacity at the equilibrium voltage (Simpson's rule over the charge),
 *   mean U = sum_p sites_p integral U_p ds / Q - mean Ua,  Q = sum_p sites_p |sDischarged - sCharged|,
 * every electrode from its charged state on, the active material that is cut off included: that is what they promise. Of cathode and composite anode the smaller Q ends the discharge; the other one then
 * stops within its window.
 */
export function fullUtilisation(model: CellModel): FullUtilisation {
  const problem = new CellProblem(model);
  const theoreticalArealCapacity = windowCapacity(problem, 'cathode');
  const planar = model.anode.kind === 'planar' ? model.anode : undefined;
  const limitingArealCapacity = Math.min(theoreticalArealCapacity, planar ? Infinity : windowCapacity(problem, 'anode'));
  const anodePotential = planar?.material.equilibriumPotential ?? meanPotential(problem, 'anode', limitingArealCapacity);
  const meanEquilibriumVoltage = meanPotential(problem, 'cathode', limitingArealCapacity) - anodePotential;
  return { theoreticalArealCapacity, limitingArealCapacity, meanEquilibriumVoltage };
}

const windowOf = ({ chargedStoichiometry, dischargedStoichiometry }: ActiveMaterial): number =>
  dischargedStoichiometry - chargedStoichiometry;

/** sum_p sites_p |sDischarged - sCharged| [C m^-2] */
function windowCapacity(problem: CellProblem, side: Side): number {
  const { classes, perClass } = sitesOf(problem, side);
  return classes.reduce((sum, p, i) => {
    const { material, connectedFraction } = problem.model.particles[p];
    return sum + (perClass[i] / connectedFraction) * Math.abs(windowOf(material));
  }, 0);
}

/** Mean of U over a charge, every class of the side giving the same share of its window [V]. */
function meanPotential(problem: CellProblem, side: Side, charge: number): number {
  const { classes, perClass } = sitesOf(problem, side);
  const share = charge / windowCapacity(problem, side);
  const energy = classes.reduce((sum, p, i) => {
    const { material, connectedFraction } = problem.model.particles[p];
    const start = material.chargedStoichiometry;
    return sum + (perClass[i] / connectedFraction) * Math.abs(integral(problem, p, start, start + share * windowOf(material)));
  }, 0);
  return energy / charge;
}

/** Integral of U_p over s. */
function integral(problem: CellProblem, p: number, from: number, to: number): number {
  const h = (to - from) / intervals;
  let sum = 0;
  for (let i = 0; i <= intervals; i++) {
    const weight = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * problem.reactions[p].equilibriumPotential(from + i * h);
  }
  return (sum * h) / 3;
}
