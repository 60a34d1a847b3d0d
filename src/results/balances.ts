import type { CellProblem } from '../physics/cell-problem.js';
import { electronDrop, type Fluxes } from '../physics/records.js';
import { electrodePotentialOf, electrolytePotentialOf } from '../physics/unknowns.js';
import { type Recording, stateAt } from '../simulation/recording.js';
import type { ParticleMeans } from './particle-means.js';
import { lithiumAt, type Sites, theoreticalArealCapacity } from './sites.js';

/** Share of all sites below which lithium that moves is round-off of the stoichiometries. */
const smallestShare = 1e-6;
/** Of 1C: what the reactions of a cell at rest are held against, of which round-off leaves 3e-8 where particles of nanometres react at once. */
const restShare = 0.1;

/** Worst mismatches over the recorded times. */
export interface Balances {
  /** |lithium gained or lost by either side - charge passed| over the larger of the two, or over a millionth of the sites where next to nothing passed. */
  readonly lithium: number;
  /**
   * |sum a V j + I| over the largest |I|, but for steps that were over at once: their load is one that the cell does not carry. Of a cell that
   * otherwise rests, whose largest |I| is below a millionth of 1C, over C/10: a share of 1e-5 then is a millionth of its charge in an hour.
   */
  readonly charge: number;
  /** |salt in the cell - salt at the start| over the latter; 0 without salt. */
  readonly salt: number;
}

/**
 * Loss below which the first law is held against this loss instead [V]: of the bound, 1e-5, that is the microvolt that parts of the loss may
 * miss. What round-off leaves of a charge balance counts with the 3 to 4 V of the cell, which is nothing beside the power and much beside the
 * heat of a cell that loses a millivolt.
 */
const smallestLoss = 0.1;

/**
 * The first law with a lumped temperature: |reaction power less electrical power - what is dissipated| over the largest of them, or over that
 * of the largest current at `smallestLoss`, over the states that are added.
 */
export class HeatAudit {
  private worst = 0;
  private largest: number;

  /** `smallest`: a current below which the first law is held against this one [A m^-2]. */
  constructor(smallest: number) {
    this.largest = smallestLoss * smallest;
  }

  /**
   * `fluxes`: at y, where the problem is; `unbalanced`: what the reactions there carry more or less than the current, which charge is held
   * against and heat is not [A m^-2].
   */
  add(problem: CellProblem, y: Float64Array, fluxes: Fluxes, unbalanced: number): void {
    if (!problem.heat) return;
    const voltage = problem.voltage(y);
    const released = problem.heat.heat(y, voltage);
    const miss = Math.abs(released - dissipationOf(problem, y, fluxes, voltage));
    this.worst = Math.max(this.worst, miss - Math.abs(unbalanced * voltage));
    this.largest = Math.max(this.largest, Math.abs(released), smallestLoss * Math.abs(y[problem.unknowns.current]));
  }

  /** 0 where the temperature is given. */
  get mismatch(): number {
    return this.worst / this.largest;
  }
}

/**
 * Heat as the sum over all that resists, where `LumpedTemperature.heat` is the difference of two powers [W m^-2]: i (difference of potential)
 * of all carriers, a V j (phiS - phiE - H) of the particles, H the enthalpy at their mean stoichiometry, and the same at a planar anode.
 */
function dissipationOf(problem: CellProblem, y: Float64Array, fluxes: Fluxes, voltage: number): number {
  const { reactions, model: { mesh: { faces, boundaries: { anode, collector } } }, assembly: { state: { plane } } } =
    problem;
  const enthalpy = new Float64Array(2);
  let sum = 0;
  fluxes.collector.forEach((current, f) => (sum += current * (y[electrodePotentialOf(collector.cell[f])] - voltage)));
  fluxes.ground.forEach((current, f) => (sum -= current * y[electrodePotentialOf(anode.cell[f])]));
  fluxes.plane.forEach(({ current }, f) => {
    sum -= current * (y[electrolytePotentialOf(anode.cell[f])] + (plane?.anode.material.equilibriumPotential ?? 0));
  });
  for (let f = 0; f < faces.count; f++) {
    const drop = y[electrolytePotentialOf(faces.owner[f])] - y[electrolytePotentialOf(faces.neighbour[f])];
    sum += (fluxes.ions[f] + fluxes.network[f]) * drop + fluxes.electrons[f] * electronDrop(problem, f, y);
  }
  for (const { face, outside, current } of fluxes.entries) {
    const sign = faces.owner[face] === outside ? 1 : -1;
    sum += sign * current
      * (y[electrolytePotentialOf(faces.owner[face])] - y[electrolytePotentialOf(faces.neighbour[face])]);
  }
  for (const { at, diffusion, reaction, wettedArea } of reactions) {
    for (let k = 0; k < at.count; k++) {
      const cell = at.firstCell + k;
      reaction.enthalpyPotential(diffusion.average(y, k), enthalpy);
      const drive = y[electrodePotentialOf(cell)] - y[electrolytePotentialOf(cell)] - enthalpy[0];
      sum += wettedArea[k] * y[at.reaction + k] * drive;
    }
  }
  return sum;
}

export function balances(problem: CellProblem, recording: Recording, means: ParticleMeans, cathode: Sites,
  anode: Sites): Balances
{
  const { unknowns } = problem;
  const atStart = { cathode: lithiumAt(cathode, means, 0), anode: lithiumAt(anode, means, 0),
    salt: saltIn(problem, stateAt(recording, 0)) };
  let lithium = 0;
  let charge = 0;
  let salt = 0;
  let largest = smallestShare * Math.max(cathode.total, anode.total);
  let largestCurrent = 0;
  const unmet = unmetPoints(recording);
  for (let t = 0; t < recording.points; t++) {
    const y = stateAt(recording, t);
    const gained = lithiumAt(cathode, means, t) - atStart.cathode;
    const lost = atStart.anode - lithiumAt(anode, means, t);
    const passed = y[unknowns.charge];
    largest = Math.max(largest, Math.abs(gained), Math.abs(passed));
    lithium = Math.max(lithium, Math.abs(gained - passed), anode.total === 0 ? 0 : Math.abs(lost - passed));
    if (atStart.salt > 0) salt = Math.max(salt, Math.abs(saltIn(problem, y) - atStart.salt) / atStart.salt);
    if (unmet.has(t)) continue;
    const current = y[unknowns.current];
    charge = Math.max(charge, Math.abs(reactionCurrent(problem, cathode, y) + current));
    largestCurrent = Math.max(largestCurrent, Math.abs(current));
  }
  const current1C = theoreticalArealCapacity(problem) / 3600;
  const scale = largestCurrent > smallestShare * current1C ? largestCurrent : restShare * current1C;
  return { lithium: lithium / largest, charge: charge / scale, salt };
}

/** Points under a load that the cell was not shown to carry: steps that were over at once, at a cut-off that their first moment was beyond. */
export const unmetPoints = ({ segments }: Recording): ReadonlySet<number> =>
  new Set(segments.flatMap(({ first, last, outcome }) => first === last && outcome.reason === 'event' ? [first] : []));

/** sum a V j over one side [A m^-2]. */
export function reactionCurrent(problem: CellProblem, { classes }: Sites, y: Float64Array): number {
  let sum = 0;
  for (const p of classes) {
    const { at, wettedArea } = problem.reactions[p];
    for (let k = 0; k < at.count; k++) sum += wettedArea[k] * y[at.reaction + k];
  }
  return sum;
}

/** Salt in the pores, over its reference concentration [m]. */
function saltIn(problem: CellProblem, y: Float64Array): number {
  const { model, unknowns } = problem;
  if (model.ions.kind !== 'salt') return 0;
  let sum = 0;
  for (let c = 0; c < model.mesh.cells; c++) {
    sum += model.ions.volumeFraction[c] * model.mesh.volume[c] * y[unknowns.salt + c];
  }
  return sum;
}
