import type { ActiveMaterial } from '../materials/material.js';
import type { CellProblem } from '../physics/cell-problem.js';
import { electrodeEquilibrium, stoichiometryAt } from '../results/equilibrium.js';
import { sitesOf, sitesOfRegion } from '../results/sites.js';
import { restedState } from '../simulation/rested-state.js';

/** A cell that has rested long enough: one potential in each electrode. */
export interface RestedCell {
  /** State of the cathode: 1 charged, 0 discharged. */
  readonly stateOfCharge: number;
  /** Per particle class. */
  readonly stoichiometries: readonly number[];
  readonly state: Float64Array;
}

/**
 * Rest at a state of charge, of the cathode and of a composite anode alike; without one at the stoichiometry of the cathode
 * that the case begins with, and without that either at half. Where an electrode has several active materials, lithium moves
 * between them until they share one potential.
 */
export function restedAt(problem: CellProblem, initialStoichiometry?: number, stateOfCharge?: number): RestedCell {
  const { reactions } = problem;
  const charged = stateOfCharge ?? stateOfChargeOf(problem, initialStoichiometry) ?? 0.5;
  const first = reactions.map(({ particle: { material } }) =>
    withinData(material,
      material.dischargedStoichiometry + charged * (material.chargedStoichiometry - material.dischargedStoichiometry))
  );
  const uneven = restedState(problem, first);
  const potentials = { anode: 0, cathode: 0 };
  for (const side of ['anode', 'cathode'] as const) {
    const sites = sitesOf(problem, side);
    if (sites.classes.length > 0) potentials[side] = electrodeEquilibrium(problem, sites, uneven);
  }
  // one that is there already keeps its digits, and one without a potential stays for the solver to refuse
  const stoichiometries = reactions.map((reaction, p) => {
    const excess = Math.abs(reaction.reaction.equilibriumPotential(first[p]) - potentials[reaction.side]);
    return excess > 1e-9 ? stoichiometryAt(reaction, potentials[reaction.side]) : first[p];
  });
  return { stateOfCharge: charged, stoichiometries, state: restedState(problem, stoichiometries) };
}

/** Potentials on either side of the shared one between which its lithium is looked for: a plateau takes what there is [V]. */
const around = 1e-7;

/**
 * Stoichiometries of the particle classes once the active materials of every layer have passed lithium to each other until they share one
 * potential; all of its lithium stays in each layer. A layer of one material keeps what it has.
 */
export function sharedInBlends(problem: CellProblem, stoichiometries: readonly number[]): number[] {
  const { mesh: { regions }, particles } = problem.model;
  const shared = [...stoichiometries];
  const state = restedState(problem, stoichiometries);
  regions.forEach((_, region) => {
    const sites = sitesOfRegion(problem, region);
    if (new Set(sites.classes.map((p) => particles[p].part)).size < 2) return;
    const potential = electrodeEquilibrium(problem, sites, state);
    const at = (U: number): number[] => sites.classes.map((p) => stoichiometryAt(problem.reactions[p], U));
    const held = (s: readonly number[]): number => s.reduce((sum, one, i) => sum + sites.perClass[i] * one, 0);
    const [less, more] = [at(potential + around), at(potential - around)];
    const wanted = held(sites.classes.map((p) => stoichiometries[p]));
    const part = Math.min(1, Math.max(0, (wanted - held(less)) / (held(more) - held(less))));
    sites.classes.forEach((p, i) => (shared[p] = less[i] + part * (more[i] - less[i])));
  });
  return shared;
}

/** Keeps a stoichiometry inside the data of the potential, which may end inside the window. */
export function withinData({ potentialRange: [low, high] = [0, 1] }: ActiveMaterial, stoichiometry: number): number {
  return Math.min(Math.max(stoichiometry, low), high);
}

function stateOfChargeOf({ reactions }: CellProblem, stoichiometry: number | undefined): number | undefined {
  const material = reactions.find(({ side }) => side === 'cathode')?.particle.material;
  if (stoichiometry === undefined || !material) return undefined;
  return (material.dischargedStoichiometry - stoichiometry)
    / (material.dischargedStoichiometry - material.chargedStoichiometry);
}
