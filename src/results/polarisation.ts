import type { CellProblem } from '../physics/cell-problem.js';
import { electrodePotentialOf, electrolytePotentialOf } from '../physics/unknowns.js';
import { newCounters } from '../solver/counters.js';
import { newtonSolve, type NewtonWork, newtonWork } from '../solver/newton.js';
import { HeatAudit, reactionCurrent } from './balances.js';
import { anodeEquilibrium, electrodeEquilibrium } from './equilibrium.js';
import { addNetworkLosses } from './network-losses.js';
import type { PolarisationPart } from './result-schema.js';
import { type Sites, theoreticalArealCapacity } from './sites.js';

/** Potentials [V] to which a recorded state is polished; the next Newton correction is its square. */
const polishTolerance = 1e-8;

/** What the charge balance of a point may miss of its current, for its parts to be known to a microvolt. */
const closing = 1e-7;

/** Parts and total [V]; the total is Ueq - V, and the parts add up to it. */
export type Polarisation = Record<PolarisationPart | 'total', number>;

/** What makes up the loss, times the current [W m^-2]; `mean` is the sum of a V j U(mean of the particle) over the cathode. */
export interface Losses {
  membrane: number;
  cathode: number;
  anode: number;
  electrons: number;
  salt: number;
  contacts: number;
  transfer: number;
  film: number;
  diffusion: number;
  mean: number;
}

/**
 * The loss of voltage under current, split exactly. Each part is a sum over the cell, divided by the current a voltage:
 *
 *   ions, electrons   sum over faces of i^2 / G, by region
 *   salt              -sum over faces of iE theta ln(c_n / c_o)
 *   charge transfer   sum over the cathode's particles of a V j eta
 *   films, contacts   a V j^2 Rf (over the area in contact), and I^2 R of the contacts
 *   diffusion         sum a V j [U(surface) - U(mean of the particle)]
 *   uneven charge     Ucathode + sum a V j U(mean of the particle) / I
 *   anode             a plane: -phiE(0) - Ua; a composite: all of the above in it but the salt
 *
 * Because the discrete charge balance holds to round-off, so does the sum. Parts are NaN where no current flows: below a millionth of 1C,
 * or where the current is so much smaller than what flows to and fro inside the cell that its balance drowns in round-off, they are small
 * numbers divided by a smaller one.
 *
 * Conduction, charge transfer and films dissipate: their powers are positive. Diffusion and uneven charge are differences of equilibrium
 * potentials instead, what the lithium is worth where it is against where it would be at rest, and may be negative: after a reversal of the
 * current a gradient drives the cell.
 */
export class PolarisationSplit {
  /** Of the states that were split; the polishing matters for it as for the parts. */
  readonly heat = new HeatAudit();
  private readonly zero: Float64Array;
  private readonly scratch: Float64Array;
  private readonly state: Float64Array;
  private readonly work: NewtonWork;
  /** [A m^-2] */
  private readonly smallestCurrent: number;

  constructor(private readonly problem: CellProblem, private readonly cathode: Sites, private readonly anode: Sites) {
    this.zero = new Float64Array(problem.size);
    this.scratch = new Float64Array(problem.size);
    this.state = new Float64Array(problem.size);
    this.work = newtonWork(problem.size);
    this.smallestCurrent = (1e-6 * theoreticalArealCapacity(problem)) / 3600;
  }

  at(recorded: Float64Array): Polarisation & { readonly equilibriumVoltage: number } {
    const { problem } = this;
    const y = this.polished(recorded);
    // brings conductances, surface potentials and fluxes up to date with y
    problem.residual(0, y, this.zero, this.scratch);
    if (problem.heat) this.heat.add(problem.heat, y);
    const applied = y[problem.unknowns.current];
    const closes = Math.abs(reactionCurrent(problem, this.cathode, y) + applied) <= closing * Math.abs(applied);
    const current = closes && Math.abs(applied) > this.smallestCurrent ? applied : NaN;
    const ofCathode = electrodeEquilibrium(problem, this.cathode, y);
    const ofAnode = anodeEquilibrium(problem, this.anode, y);
    const losses = noLosses();
    addConduction(problem, y, losses);
    addReactions(problem, y, losses);
    addNetworkLosses(problem, y, losses);
    const { reaction, resistance, concentrationDrop } = problem.charge.anode;
    const face = electrolytePotentialOf(problem.model.mesh.anodeFace.cell);
    const plane = y[problem.unknowns.anodeCurrent];
    return {
      ionsInMembrane: losses.membrane / current,
      ionsInCathode: losses.cathode / current,
      electronsInCathode: losses.electrons / current,
      saltConcentration: losses.salt / current,
      chargeTransfer: losses.transfer / current,
      filmAndContact: (losses.film + losses.contacts) / current,
      diffusionInParticles: losses.diffusion / current,
      unevenStateOfCharge: ofCathode + losses.mean / current,
      anode: reaction
        ? -(y[face] + plane * resistance + concentrationDrop) - ofAnode
        : losses.anode / current - ofAnode,
      total: ofCathode - ofAnode - problem.voltage(y),
      equilibriumVoltage: ofCathode - ofAnode,
    };
  }

  /**
   * The recorded state with potentials that satisfy the charge balance to round-off for the lithium and the salt that are there.
   * With constant conductivities every accepted step does; where they depend on the state, only to the integrator's tolerance.
   */
  private polished(recorded: Float64Array): Float64Array {
    const { problem, state, work, zero } = this;
    if (problem.charge.isLinear) return recorded;
    state.set(recorded);
    problem.control = { kind: 'current', target: recorded[problem.unknowns.current] };
    work.quadraticConstant = NaN;
    const norm = newtonSolve(problem, 0, state, zero, 0, polishTolerance, this.scratch, work, newCounters());
    return Number.isFinite(norm) ? state : recorded;
  }
}

const noLosses = (): Losses => ({
  membrane: 0,
  cathode: 0,
  anode: 0,
  electrons: 0,
  salt: 0,
  contacts: 0,
  transfer: 0,
  film: 0,
  diffusion: 0,
  mean: 0,
});

/** i^2 R over faces and ends; the face between two regions is shared out by its two halves and its contact. */
function addConduction(problem: CellProblem, y: Float64Array, losses: Losses): void {
  const { model, charge, unknowns } = problem;
  const { ions, electrons, anode } = charge;
  const { faces, regions, region, anodeFace } = model.mesh;
  const plane = y[unknowns.anodeCurrent];
  const current = y[unknowns.current];
  losses.membrane += plane * plane * anode.resistance;
  losses.salt += plane * anode.concentrationDrop;
  losses.electrons += current * current * (electrons.endResistance - model.collectorResistance);
  losses.contacts += current * current * model.collectorResistance;
  losses.anode += electrons.startConductance * y[electrodePotentialOf(anodeFace.cell)] ** 2;
  for (let f = 0; f < faces.count; f++) {
    const o = faces.owner[f];
    const n = faces.neighbour[f];
    const ionic = charge.mixed ? charge.mixed.electrolyteCurrent(f) : ions.current(f);
    const power = (ionic * ionic) / faces.area[f];
    // without electrolyte on one side nothing flows, and 0/0 is no loss
    if (power > 0) {
      losses[regions[region[o]].kind] += (power * faces.ownerDistance[f]) / ions.conductivity[o];
      losses[regions[region[n]].kind] += (power * faces.neighbourDistance[f]) / ions.conductivity[n];
    }
    losses.contacts += power * model.ionicContact[f];
    losses.salt += ionic * ions.concentrationDrop(f);
    const drop = y[electrodePotentialOf(o)] - y[electrodePotentialOf(n)];
    losses[regions[region[o]].kind === 'anode' ? 'anode' : 'electrons'] += electrons.conductance[f] * drop * drop;
  }
}

function addReactions(problem: CellProblem, y: Float64Array, losses: Losses): void {
  problem.reactions.forEach((reaction, p) => {
    const { at, particle, diffusion, surfacePotential, contact, side } = reaction;
    const path = particle.pathResistance ?? 0;
    for (let k = 0; k < at.count; k++) {
      const cell = at.firstCell + k;
      const j = y[at.reaction + k];
      const power = problem.charge.wettedArea[p][k] * j;
      const drive = y[electrodePotentialOf(cell)] - y[electrolytePotentialOf(cell)];
      if (side === 'anode') {
        losses.anode += power * drive;
        continue;
      }
      const atMean = reaction.equilibriumPotential(diffusion.average(y, k));
      losses.diffusion += power * (surfacePotential[k] - atMean);
      losses.mean += power * atMean;
      // a network stores j, but less of it, or more, crosses its surface (`network-losses`)
      if (particle.network) continue;
      const film = (j / contact[k]) * (particle.filmResistance - path) + j * path;
      losses.transfer += power * (drive - surfacePotential[k] - film);
      losses.film += power * film;
    }
  });
}
