import type { CellProblem } from '../physics/cell-problem.js';
import { filmDrop } from '../physics/laws/insertion.js';
import { type CellRecord, electronDrop, type EntryFlux, type Fluxes, PassingRecord } from '../physics/records.js';
import { electrodePotentialOf, electrolytePotentialOf } from '../physics/unknowns.js';
import { type Recording, stateAt } from '../simulation/recording.js';
import { stateSettler } from '../simulation/settled-states.js';
import { HeatAudit, reactionCurrent, unmetPoints } from './balances.js';
import { anodeEquilibrium, equilibriumAt } from './equilibrium.js';
import type { ParticleMeans } from './particle-means.js';
import { mismatch, type PartsAndTotal, partsBound, relativeMismatch, withoutNames } from './polarisation-parts.js';
import { type Sites, theoreticalArealCapacity } from './sites.js';

/** What makes up the loss, as power densities [W m^-2]; `mean` is the sum of a V j U(mean of the particle) over the cathode. */
export type Losses = ReturnType<typeof noLosses>;

const noLosses = () => ({
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

/**
 * Power densities of all that resists at a state [W m^-2]:
 *
 *   ions, electrons   i^2 / G of every face; the face between two regions is shared out by its two halves and its contact
 *   salt              -iE theta ln(cN/cO)
 *                     each less what its half cells overstate (`half-cells`): (h^3/6) S^2 over its conductivity in a cell of the source S
 *   charge transfer, films   a V j eta and a V j^2 Rf (over the area in contact)
 *   diffusion         a V j [U(surface) - U(mean of the particle)]
 *
 * and of active material that carries lithium itself
 *
 *   diffusion         iM times the drop of phiS - U(surface), and i [U(surface) - U(face)] of the entries, beside the particles' own
 *   charge transfer   a V jE eta, and -i eta of the entries; films likewise
 *   ions, contacts    what the current of an entry adds in the half cell and the contact before it
 *
 * On the side of a composite anode all but membrane and contacts is the anode's.
 */
function lossesOf(problem: CellProblem, y: Float64Array, record: CellRecord, means: ParticleMeans,
  point: number): Losses
{
  const losses = noLosses();
  addConduction(problem, y, record, losses);
  addEnds(problem, y, record, losses);
  addReactions(problem, y, record, means, point, losses);
  addNetworkFlow(problem, y, record, losses);
  for (const entry of record.entries) addEntry(problem, y, entry, losses);
  return losses;
}

function addConduction(problem: CellProblem, y: Float64Array, record: CellRecord, losses: Losses): void {
  const { mesh: { faces: { count, owner, neighbour, area, ownerDistance, neighbourDistance }, regions, region },
    ionicContact, electronicContact } = problem.model;
  const { ionic, ions, electrons, concentrationDrop } = record;
  const ionLosses = new Float64Array(regions.length);
  const electronLosses = new Float64Array(regions.length);
  for (let f = 0; f < count; f++) {
    const o = owner[f];
    const n = neighbour[f];
    const power = ions[f] ** 2 / area[f];
    // without electrolyte on one side nothing flows, and 0/0 is no loss
    if (power > 0) {
      ionLosses[region[o]] += (power * ownerDistance[f]) / ionic[o];
      ionLosses[region[n]] += (power * neighbourDistance[f]) / ionic[n];
    }
    losses.contacts += power * ionicContact[f];
    losses.salt += ions[f] * concentrationDrop[f];
    const atFoil = electronicContact ? (electronicContact[f] * electrons[f] ** 2) / area[f] : 0;
    losses.contacts += atFoil;
    electronLosses[region[o]] += electrons[f] * electronDrop(problem, f, y) - atFoil;
  }
  regions.forEach(({ kind }, r) => {
    losses[kind] += ionLosses[r];
    losses[kind === 'anode' ? 'anode' : 'electrons'] += electronLosses[r];
  });
}

/** Half a cell and the contact at the collectors, half a cell before a planar anode. */
function addEnds(problem: CellProblem, y: Float64Array, record: CellRecord, losses: Losses): void {
  const { mesh: { boundaries: { anode, collector } }, collectorResistance } = problem.model;
  const voltage = problem.voltage(y);
  for (const { current, conductionDrop, concentrationDrop } of record.plane) {
    losses.membrane += current * conductionDrop;
    losses.salt += current * concentrationDrop;
  }
  record.ground.forEach((current, f) => (losses.anode -= current * y[electrodePotentialOf(anode.cell[f])]));
  record.collector.forEach((current, f) => {
    const contact = (current ** 2 * collectorResistance) / collector.area[f];
    losses.contacts += contact;
    losses.electrons += current * (y[electrodePotentialOf(collector.cell[f])] - voltage) - contact;
  });
}

function addReactions(problem: CellProblem, y: Float64Array, { classes }: CellRecord, means: ParticleMeans,
  point: number, losses: Losses): void
{
  problem.reactions.forEach((reaction, p) => {
    const { at, particle: { pathResistance: path = 0, filmResistance, network }, side, wettedArea, crossingArea } =
      reaction;
    const { surfacePotential, contact } = classes[p];
    const { halfCells, halfCells: { ions, electrons, salt, all }, exchangeCurrent } = reaction;
    for (let k = 0; k < at.count; k++) {
      const cell = at.firstCell + k;
      const j = y[at.reaction + k];
      const power = wettedArea[k] * j;
      const drive = y[electrodePotentialOf(cell)] - y[electrolytePotentialOf(cell)];
      // a network stores j, but what crosses its surface has a current of its own, and without electrolyte nothing does
      const crosses = !network || at.crossing >= 0;
      const crossing = !crosses ? 0 : network ? y[at.crossing + k] : j;
      const area = network ? crossingArea[k] : wettedArea[k];
      const overstated = crossing * halfCells.resistance(k, crossing, contact[k] * exchangeCurrent.value[k]);
      const perResistance = overstated === 0 ? 0 : (area * crossing * overstated) / all[k];
      losses.salt -= perResistance * salt[k];
      if (side === 'anode') {
        losses.anode += power * drive + perResistance * salt[k];
        continue;
      }
      losses.cathode -= perResistance * ions[k];
      losses.electrons -= perResistance * electrons[k];
      const atMean = reaction.reaction.equilibriumPotential(means.byParticle[p][point * at.count + k]);
      losses.diffusion += power * (surfacePotential[k] - atMean);
      losses.mean += power * atMean;
      if (!crosses) continue;
      const film = filmDrop(crossing, contact[k], filmResistance, path);
      losses.transfer += area * crossing * (drive + overstated - surfacePotential[k] - film);
      losses.film += area * crossing * film;
    }
  });
}

function addNetworkFlow(problem: CellProblem, y: Float64Array, { classes, network }: CellRecord, losses: Losses): void {
  const { reactions, model: { mesh: { faces, region, regions, cells } } } = problem;
  if (!reactions.some(({ leads }) => leads)) return;
  const potential = new Float64Array(cells);
  reactions.forEach(({ at, leads }, p) => leads && potential.set(classes[p].surfacePotential, at.firstCell));
  const lithiumPotential = (cell: number): number => y[electrodePotentialOf(cell)] - potential[cell];
  for (let f = 0; f < faces.count; f++) {
    if (network[f] === 0) continue;
    const [o, n] = [faces.owner[f], faces.neighbour[f]];
    if (regions[region[o]].kind !== 'anode')
      losses.diffusion += network[f] * (lithiumPotential(o) - lithiumPotential(n));
    else losses.anode += network[f] * (y[electrolytePotentialOf(o)] - y[electrolytePotentialOf(n)]);
  }
}

function addEntry({ model: { mesh } }: CellProblem, y: Float64Array, entry: EntryFlux, losses: Losses): void {
  const { numbers, side, inside, outside, current, beside, halfCell, concentrationDrop, film, transfer, diffusion } =
    entry;
  const { area, contact: resistance } = numbers;
  const contact = (resistance * current ** 2) / area;
  // the part of the electrolyte's own current is counted with the face
  losses[mesh.regions[mesh.region[outside]].kind] += (halfCell * current * (current + 2 * beside)) / area;
  losses.contacts += contact;
  losses.salt -= current * concentrationDrop;
  if (side === 'anode') {
    const drop = y[electrolytePotentialOf(outside)] - y[electrolytePotentialOf(inside)];
    losses.anode += current * (drop + concentrationDrop) - (halfCell * current * (current + beside)) / area - contact;
    return;
  }
  losses.film -= current * film;
  losses.transfer -= current * transfer;
  losses.diffusion -= current * diffusion;
}

/** What the charge balance of a point may miss of its current, for its parts to be known to a microvolt. */
const closing = 1e-7;

/** What parts may miss for an accepted state to serve [V]: to settle it costs more than to split it, and moves it by less than the tolerance. */
const serves = 0.1 * partsBound;

/** The split of one point, its voltage, and that which the cell would rest at [V]. */
export interface SplitPoint {
  readonly parts: PartsAndTotal;
  readonly voltage: number;
  readonly equilibriumVoltage: number;
}

/**
 * The loss of voltage under current, split exactly. Each part is a sum over the cell, divided by the current a voltage:
 *
 *   uneven charge     Ucathode + sum a V j U(mean of the particle) / I
 *   anode             a plane: -phiE(0) - Ua; a composite: all of the above in it but the salt
 *
 * Because the discrete charge balance holds to round-off, so does the sum; with salt, whose balance is not linear, to 0.1 uV. Parts are NaN
 * where no current flows: below a millionth of 1C, or where the current is so much smaller than what flows to and fro inside the cell that
 * its balance drowns in round-off, they are small numbers divided by a smaller one. They are NaN as well where they miss the total under a load that the cell was not shown to carry: a state at
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
  /** Whether accepted states may serve: with salt, but what crosses into a network and the balance of heat ask for more. */
  private readonly mayServe: boolean;
  private readonly unmet: ReadonlySet<number>;
  private readonly record: PassingRecord;
  private readonly done: (SplitPoint | undefined)[] = [];

  constructor(private readonly problem: CellProblem, private readonly recording: Recording,
    private readonly meansOf: () => ParticleMeans, private readonly cathode: Sites, private readonly anode: Sites)
  {
    this.settled = stateSettler(problem);
    this.mayServe = problem.unknowns.hasSalt && !problem.heat && problem.reactions.every(({ network }) => !network);
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
    if (this.mayServe || this.done[point]) return this.at(point).voltage;
    return this.problem.voltage(this.settled(stateAt(this.recording, point)));
  }

  private split(point: number): SplitPoint {
    const accepted = stateAt(this.recording, point);
    if (this.mayServe) {
      const split = this.splitOf(point, accepted);
      if (mismatch(split.parts) <= serves) return split;
    }
    return this.splitOf(point, this.settled(accepted));
  }

  private splitOf(point: number, y: Float64Array): SplitPoint {
    const { problem } = this;
    const means = this.meansOf();
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
    const partsAt = (current: number): PartsAndTotal =>
      withoutNames({
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
