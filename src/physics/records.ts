import type { FluxLaw } from './bound-law.js';
import type { CellProblem } from './cell-problem.js';
import type { Entry } from './network-entry.js';
import { electrodePotentialOf } from './unknowns.js';

/** Currents through every face at a state, from owner to neighbour [A per m^2 of cell]. */
export interface Fluxes {
  /** Lithium ions in the electrolyte; in the network; electrons. */
  readonly ions: Float64Array;
  readonly network: Float64Array;
  readonly electrons: Float64Array;
  /** Voltage that the salt's concentration costs the ions, -theta ln(cN/cO) [V]; 0 in a single-ion conductor. */
  readonly concentrationDrop: Float64Array;
  /** Ions from each face of a planar anode into the electrolyte, and what the half cell before it costs: its conduction, its salt [V]. */
  readonly plane: readonly PlaneFlux[];
  /** Electrons from the collector of a composite anode, through each of its faces. */
  readonly ground: Float64Array;
  /** Electrons into the collector of the cathode, through each of its faces. */
  readonly collector: Float64Array;
  readonly entries: readonly EntryFlux[];
}

export interface PlaneFlux {
  readonly current: number;
  readonly conductionDrop: number;
  readonly concentrationDrop: number;
}

/** Lithium that enters a network through a face, and the voltages that it costs there [V]. */
export interface EntryFlux extends Entry {
  /** Into the network, and of the electrolyte that goes on through the same face, both out of the cell outside [A per m^2 of cell]. */
  readonly current: number;
  readonly beside: number;
  /** Half a cell of electrolyte before it [ohm m^2], and its salt. */
  readonly halfCell: number;
  readonly concentrationDrop: number;
  /** Charge transfer and film, of -i/share; U at the face less U inside. */
  readonly transfer: number;
  readonly film: number;
  readonly diffusion: number;
}

/** What passes every face. */
type FaceCurrents = Pick<Fluxes, 'ions' | 'network' | 'electrons' | 'concentrationDrop'>;

/** What the particles of one class are at a state. */
export interface ClassState {
  readonly surface: Float64Array;
  /** U at the surface [V]. */
  readonly surfacePotential: Float64Array;
  /** Share of the surface in contact. */
  readonly contact: Float64Array;
}

/** Everything at a state, whatever was evaluated before. */
export interface CellRecord extends Fluxes {
  readonly classes: readonly ClassState[];
  /** Conductivities that the equations are solved with, per cell [S m^-1]. */
  readonly ionic: Float64Array;
  readonly electronic: Float64Array;
}

export function recordAt(problem: CellProblem, y: Float64Array): CellRecord {
  const record = new PassingRecord(problem).at(y);
  return { ...record, ionic: record.ionic.slice(), electronic: record.electronic.slice(),
    classes: record.classes.map(({ surface, surfacePotential, contact }) => ({ surface: surface.slice(),
      surfacePotential: surfacePotential.slice(), contact: contact.slice() })
    ) };
}

/** Records one state after the other in the same numbers: each holds until the next one, or until the problem is evaluated elsewhere. */
export class PassingRecord {
  private readonly currents: FaceCurrents;
  private readonly classes: readonly ClassState[];

  constructor(private readonly problem: CellProblem) {
    const { model: { mesh: { faces: { count } } }, reactions } = problem;
    const perFace = (): Float64Array => new Float64Array(count);
    this.currents = { ions: perFace(), network: perFace(), electrons: perFace(), concentrationDrop: perFace() };
    this.classes = reactions.map(({ diffusion, potential, theta }) => ({ surface: diffusion.surface,
      surfacePotential: potential.value, contact: theta.value })
    );
  }

  at(y: Float64Array): CellRecord {
    const { problem, currents, classes } = this;
    problem.follow(y);
    const { electrolyte, electrode } = problem.assembly.state;
    const { ions, network, electrons, concentrationDrop } = currents;
    for (const values of [ions, network, electrons, concentrationDrop]) values.fill(0);
    const { plane, ground, collector, entries } = fluxes(problem, y, currents);
    return { ions, network, electrons, concentrationDrop, plane, ground, collector, entries, classes,
      ionic: electrolyte.conductivity.value, electronic: electrode.conductivity.value };
  }
}

const none = new Float64Array(0);

/** At the state that the problem follows; what passes the faces is added to `currents`. */
function fluxes(problem: CellProblem, y: Float64Array, currents: FaceCurrents): Omit<Fluxes, keyof FaceCurrents> {
  const { assembly: { fluxes: passes, interfaces, model: { mesh: { faces } }, state: { entries: all, electrolyte } },
    terminal } = problem;
  // of a collector that meets one cell all of the current
  let [ground, collector] = [none, Float64Array.of(y[problem.unknowns.current])];
  for (const { law } of terminal.pass ? [...passes, terminal.pass] : passes) {
    law.run(0, law.count, y);
    if (law.boundary === 'collector') collector = Float64Array.from(law.cell, (_, f) => law.out[law.stride * f]);
    else if (law.boundary) ground = Float64Array.from(law.cell, (_, f) => -law.out[law.stride * f]);
    if (law.carries) addOf(law, 0, currents[law.carries]);
    if (law.drop !== undefined) addOf(law, law.drop, currents.concentrationDrop);
  }
  const entries: EntryFlux[] = [];
  const planes: PlaneFlux[] = [];
  for (const { law } of interfaces) {
    if (law.kind === 'crossing') continue;
    law.run(0, law.count, y);
    for (let e = 0; e < law.count; e++) {
      if (law.kind === 'plane') {
        const { out, stride } = law;
        planes.push({ current: out[stride * e + 1], conductionDrop: out[stride * e + 2],
          concentrationDrop: out[stride * e + 3] });
        continue;
      }
      const out = law.out.subarray(law.stride * e, law.stride * (e + 1));
      const entry = all[law.current[e] - problem.unknowns.entries];
      const [, , beside, current, , , concentrationDrop, besideDrop, transfer, film, diffusion] = out;
      const halfCell = entry.numbers.dO / electrolyte.conductivity.value[entry.outside];
      entries.push({ ...entry, current, beside, concentrationDrop, halfCell, transfer, film, diffusion });
      const sign = faces.owner[entry.face] === entry.outside ? 1 : -1;
      currents.ions[entry.face] = sign * beside;
      currents.concentrationDrop[entry.face] = sign * besideDrop;
    }
  }
  return { plane: planes, ground, collector, entries };
}

/** Adds one of the numbers of a law to its faces. */
function addOf({ across, out, stride }: FluxLaw, number: number, into: Float64Array): void {
  if (!across) return;
  const { face } = across;
  for (let i = 0; i < face.length; i++) into[face[i]] += out[stride * i + number];
}

/** Potential drop of electrons through a face, owner less neighbour [V]. */
export const electronDrop = ({ model: { mesh: { faces } } }: CellProblem, f: number, y: Float64Array): number =>
  y[electrodePotentialOf(faces.owner[f])] - y[electrodePotentialOf(faces.neighbour[f])];
