import type { CellProblem } from '../physics/cell-problem.js';
import { type Fluxes, PassingRecord } from '../physics/records.js';
import { electrolytePotentialOf } from '../physics/unknowns.js';
import type { Recording } from '../simulation/recording.js';
import { stateSettler } from '../simulation/settled-states.js';
import { HeatAudit, reactionCurrent, unmetPoints } from './balances.js';
import { anodeEquilibrium, equilibriumAt } from './equilibrium.js';
import { lossesOf } from './losses.js';
import type { ParticleMeans } from './particle-means.js';
import { partsBound, type PolarisationPart, polarisationPartNames } from './polarisation-parts.js';
import { type Sites, theoreticalArealCapacity } from './sites.js';

/** What the charge balance of a point may miss of its current, for its parts to be known to a microvolt. */
const closing = 1e-7;

/** Parts and total [V]; the total is Ueq - V, and the parts add up to it. */
export type Polarisation = Record<PolarisationPart | 'total', number>;

/** |sum of the parts - total| [V]; NaN where parts are. */
export const mismatch = (split: Polarisation): number =>
  Math.abs(polarisationPartNames.reduce((sum, part) => sum + split[part], 0) - split.total);

/** The same over the largest of them where that is above 1 V. */
export function relativeMismatch(split: Polarisation): number {
  let largest = Math.max(1, Math.abs(split.total));
  for (const part of polarisationPartNames) largest = Math.max(largest, Math.abs(split[part]));
  return mismatch(split) / largest;
}

/** The split of one point, its voltage, and that which the cell would rest at [V]. */
export interface SplitPoint {
  readonly parts: Polarisation;
  readonly voltage: number;
  readonly equilibriumVoltage: number;
}

/**
 * The loss of voltage under current, split exactly. Each part is a sum over the cell, divided by the current a voltage:
 *
 *   uneven charge     Ucathode + sum a V j U(mean of the particle) / I
 *   anode             a plane: -phiE(0) - Ua; a composite: all of the above in it but the salt
 *
 * Because the discrete charge balance holds to round-off, so does the sum. Parts are NaN where no current flows: below a millionth of 1C,
 * or where the current is so much smaller than what flows to and fro inside the cell that its balance drowns in round-off, they are small
 * numbers divided by a smaller one. They are NaN as well where they miss the total under a load that the cell was not shown to carry: a state at
 * 1e10 V has no microvolts.
 *
 * Conduction, charge transfer and films dissipate: their powers are positive. Diffusion and uneven charge are differences of equilibrium
 * potentials instead, what the lithium is worth where it is against where it would be at rest, and may be negative: after a reversal of the
 * current a gradient drives the cell.
 */
export class PolarisationSplit {
  /** Of the points that were split, but for those under a load that the cell was not shown to carry. */
  readonly heat: HeatAudit;
  /** [A m^-2] */
  private readonly smallestCurrent: number;
  private readonly settled: (recorded: Float64Array) => Float64Array;
  private readonly unmet: ReadonlySet<number>;
  private readonly record: PassingRecord;
  private readonly done: (SplitPoint | undefined)[] = [];

  constructor(private readonly problem: CellProblem, private readonly recording: Recording,
    private readonly means: ParticleMeans, private readonly cathode: Sites, private readonly anode: Sites)
  {
    this.settled = stateSettler(problem);
    this.record = new PassingRecord(problem);
    this.unmet = unmetPoints(recording);
    const current1C = theoreticalArealCapacity(problem) / 3600;
    this.smallestCurrent = 1e-6 * current1C;
    // what particles of a nanometre exchange at rest is known to 1e-9 of it: their conductance times the round-off of a potential
    this.heat = new HeatAudit(1e-3 * current1C);
  }

  /** The split of a recorded point, made when it is first asked for. */
  at(point: number): SplitPoint {
    return this.done[point] ??= this.split(point);
  }

  /** The voltage of a recorded point without its split [V]. */
  voltageAt(point: number): number {
    return this.done[point]?.voltage ?? this.problem.voltage(this.stateAt(point));
  }

  private stateAt(point: number): Float64Array {
    const { problem: { size }, recording: { states } } = this;
    return this.settled(states.data.subarray(point * size, (point + 1) * size));
  }

  private split(point: number): SplitPoint {
    const { problem, means } = this;
    const y = this.stateAt(point);
    const record = this.record.at(y);
    const applied = y[problem.unknowns.current];
    const unbalanced = reactionCurrent(problem, this.cathode, y) + applied;
    if (!this.unmet.has(point)) this.heat.add(problem, y, record, unbalanced);
    const closes = Math.abs(unbalanced) <= closing * Math.abs(applied);
    const current = closes && Math.abs(applied) > this.smallestCurrent ? applied : NaN;
    const stoichiometries = ({ classes }: Sites): number[] => classes.map((p) => means.byClass[p][point]);
    const cathodeEquilibriumPotential = equilibriumAt(problem, this.cathode, stoichiometries(this.cathode));
    const anodeEquilibriumPotential = anodeEquilibrium(problem, this.anode, stoichiometries(this.anode));
    const equilibriumVoltage = cathodeEquilibriumPotential - anodeEquilibriumPotential;
    const losses = lossesOf(problem, y, record, means, point);
    const voltage = problem.voltage(y);
    const partsAt = (current: number): Polarisation => ({
      ionsInMembrane: losses.membrane / current,
      ionsInCathode: losses.cathode / current,
      electronsInCathode: losses.electrons / current,
      saltConcentration: losses.salt / current,
      chargeTransfer: losses.transfer / current,
      filmAndContact: (losses.film + losses.contacts) / current,
      diffusionInParticles: losses.diffusion / current,
      unevenStateOfCharge: cathodeEquilibriumPotential + losses.mean / current,
      anode: (problem.assembly.state.plane ? planePotential(problem, y, record) : losses.anode / current)
        - anodeEquilibriumPotential,
      total: equilibriumVoltage - voltage,
    });
    const parts = partsAt(current);
    const isKnown = !this.unmet.has(point) || relativeMismatch(parts) <= partsBound;
    return { parts: isKnown ? parts : partsAt(NaN), equilibriumVoltage, voltage };
  }
}

/** -phiE at a planar anode [V]; over several faces by their currents. */
function planePotential({ model: { mesh: { boundaries: { anode } } } }: CellProblem, y: Float64Array,
  { plane }: Fluxes): number
{
  const total = plane.reduce((sum, { current }) => sum + current, 0);
  return plane.reduce((sum, { current, conductionDrop, concentrationDrop }, f) => {
    const share = plane.length === 1 ? 1 : total === 0 ? anode.area[f] : current / total;
    return sum - share * (y[electrolytePotentialOf(anode.cell[f])] + conductionDrop + concentrationDrop);
  }, 0);
}
