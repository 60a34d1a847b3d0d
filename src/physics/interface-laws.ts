import { FARADAY } from '../units/constants.js';
import { type BlockLayout, phiE, phiS } from './block-layout.js';
import type { AnodeModel, CellModel } from './cell-model.js';
import { constant, indices, ofAll, ofArray, ofState, property } from './columns.js';
import { bound, type BoundLaw, type CellState, networksOfCells, ownerShares } from './face-laws.js';
import { type Kinetics, setKinetics } from './interface-kinetics.js';
import { crossingSlopes, entrySlopes, planeSlopes } from './laws/derived.js';
import type { ParticleReactions } from './particle-reactions.js';
import { electrodePotentialOf, electrolytePotentialOf, entryFaces, type Unknowns } from './unknowns.js';

/** A value of an interface law, added to (or taken from) a row of its cell (0) or of the other one (1). */
export interface Flow {
  readonly side: 0 | 1;
  readonly row: number;
  readonly value: number;
  readonly sign: 1 | -1;
}

const flow = (side: Flow['side'], row: number, value: number, sign: Flow['sign']): Flow => ({ side, row, value, sign });

/**
 * A law of an interface with a current of its own. The first of its values is its equation; slopes are by the current, by the columns of the
 * cell and by those of the other cell.
 */
export interface InterfaceLaw extends BoundLaw {
  readonly kind: 'plane' | 'entry' | 'crossing';
  /** Index of the current of each in the state. */
  readonly unknown: Int32Array;
  readonly cell: Int32Array;
  /** The cell on the other side of a face; -1 where there is none, as the face then is. */
  readonly other: Int32Array;
  readonly face: Int32Array;
  readonly columns: readonly number[];
  readonly otherColumns: readonly number[];
  readonly flows: readonly Flow[];
}

/** The face through which lithium enters a network: cell `outside` has the electrolyte, cell `inside` the network. */
export interface Entry {
  readonly face: number;
  readonly outside: number;
  readonly inside: number;
  readonly side: 'anode' | 'cathode';
  /** Distances of the centres of both from it [m]. */
  readonly before: number;
  readonly behind: number;
  /** Half a cell of network behind it, d / (F cMax eps/tau). */
  readonly insideFactor: number;
  readonly network: ParticleReactions;
}

export function interfaceLaws(
  model: CellModel,
  unknowns: Unknowns,
  layout: BlockLayout,
  state: CellState,
  plane: PlaneState | undefined,
  entries: readonly Entry[],
): readonly InterfaceLaw[] {
  const crossings = state.reactions.filter(({ at }) => at.crossing >= 0);
  const networks = state.reactions.filter(({ leads }) => leads);
  return [
    ...(plane ? [planes(model, unknowns, layout, state, plane)] : []),
    ...crossings.map((reaction) => crossingOf(reaction, layout, state)),
    ...networks.map((network) => entriesInto(network, model, unknowns, layout, state, entries)).filter(({ count }) =>
      count > 0
    ),
  ];
}

/** Exchange current and kinetics of a planar anode at the present temperature. */
export class PlaneState {
  readonly kinetics: Kinetics = { anodic: NaN, cathodic: NaN };
  /** i0 at the present temperature [A m^-2]; one number. */
  readonly exchangeCurrent: Float64Array;

  constructor(readonly anode: Extract<AnodeModel, { readonly kind: 'planar' }>, thermalVoltage: number) {
    setKinetics(anode.material, thermalVoltage, this.kinetics);
    this.exchangeCurrent = Float64Array.of(anode.material.exchangeCurrentDensity);
  }

  setTemperature(temperature: number, thermalVoltage: number): void {
    const { material } = this.anode;
    setKinetics(material, thermalVoltage, this.kinetics);
    this.exchangeCurrent[0] = (material.temperatureFactor?.(temperature) ?? 1) * material.exchangeCurrentDensity;
  }
}

function planes(model: CellModel, unknowns: Unknowns, { salt }: BlockLayout, { electrolyte }: CellState,
  plane: PlaneState): InterfaceLaw
{
  const { count, cell, area, distance } = model.mesh.boundaries.anode;
  const { concentration, conductivity, diffusivity, transference, thermodynamicFactor } = electrolyte;
  const { anode: { material: { equilibriumPotential }, resistance }, kinetics, exchangeCurrent } = plane;
  const unknown = indices(count, (f) => unknowns.anodeCurrent + f);
  const each = indices(count, (f) => f);
  const of = {
    i: ofState(unknown),
    phi: ofState(cell.map(electrolytePotentialOf)),
    ...property('c', 'cByX', concentration, cell),
    ...property('kappa', 'kappaByX', conductivity, cell),
    ...property('diffusivity', 'diffusivityByX', diffusivity, cell),
    area: ofArray(area, each),
    distance: ofArray(distance, each),
    reference: constant(electrolyte.reference, count),
    thermalVoltage: ofAll(electrolyte.thermalVoltage, count),
    equilibriumPotential: constant(equilibriumPotential, count),
    exchangeCurrent: ofAll(exchangeCurrent, count),
    resistance: constant(resistance, count),
  };
  return {
    ...bound(count, 4, 3,
      (first, last, y, out) => planeSlopes(first, last, y, of, transference, thermodynamicFactor, kinetics, out)),
    kind: 'plane',
    cell,
    unknown,
    other: nowhere(count),
    face: nowhere(count),
    columns: [phiE, salt],
    otherColumns: [],
    flows: [flow(0, phiE, 1, -1), ...(salt >= 0 ? [flow(0, salt, 1, -1)] : [])],
  };
}

const nowhere = (count: number): Int32Array => new Int32Array(count).fill(-1);

function crossingOf(network: ParticleReactions, { salt, stored, surface, mean }: BlockLayout,
  { electrolyte: { concentration } }: CellState): InterfaceLaw
{
  const { at, crossingArea, contact, contactSlope, potential, exchangeCurrent, reaction: { kinetics } } = network;
  const { filmResistance, pathResistance = 0 } = network.particle;
  const { count } = at;
  const each = indices(count, (k) => k);
  const unknown = indices(count, (k) => at.crossing + k);
  const cell = indices(count, (k) => at.firstCell + k);
  const of = {
    j: ofState(unknown),
    phiE: ofState(cell.map(electrolytePotentialOf)),
    phiS: ofState(cell.map(electrodePotentialOf)),
    ...property('potential', 'potentialByS', potential, each),
    ...property('exchangeCurrent', 'exchangeCurrentByS', exchangeCurrent, each),
    ...property('theta', 'thetaByMean', { value: contact, slope: contactSlope }, each),
    ...property('c', 'cByX', concentration, cell),
    area: ofArray(crossingArea, each),
    film: constant(filmResistance, count),
    path: constant(pathResistance, count),
  };
  return {
    ...bound(count, 2, 6, (first, last, y, out) => crossingSlopes(first, last, y, of, kinetics, out)),
    kind: 'crossing',
    unknown,
    cell,
    other: nowhere(count),
    face: nowhere(count),
    columns: [phiE, phiS, surface, mean, salt],
    otherColumns: [],
    flows: [flow(0, phiE, 1, -1), flow(0, stored, 1, 1), ...(salt >= 0 ? [flow(0, salt, 1, -1)] : [])],
  };
}

export function entriesOf(model: CellModel, reactions: readonly ParticleReactions[]): Entry[] {
  const { faces, region, regions, cells } = model.mesh;
  const networkOf = networksOfCells(reactions, cells);
  return entryFaces(model).map((face): Entry => {
    const [o, n] = [faces.owner[face], faces.neighbour[face]];
    const owned = networkOf[o] !== undefined;
    const [inside, outside] = owned ? [o, n] : [n, o];
    const [behind, before] = owned
      ? [faces.ownerDistance[face], faces.neighbourDistance[face]]
      : [faces.neighbourDistance[face], faces.ownerDistance[face]];
    const network = networkOf[inside] as ParticleReactions;
    const { material, network: carries } = network.particle;
    return {
      face,
      inside,
      outside,
      network,
      before,
      behind,
      side: regions[region[inside]].kind === 'anode' ? 'anode' : 'cathode',
      insideFactor: behind / (FARADAY * material.maximumConcentration * (carries?.transportFactor ?? 0)),
    };
  });
}

/** Through the faces of one network. */
function entriesInto(
  network: ParticleReactions,
  model: CellModel,
  unknowns: Unknowns,
  { salt, stored, surface }: BlockLayout,
  { electrolyte, electrode }: CellState,
  all: readonly Entry[],
): InterfaceLaw {
  const { faces: { owner, area } } = model.mesh;
  const { concentration, conductivity, diffusivity, transference, thermodynamicFactor } = electrolyte;
  const { networkShare, particle: { filmResistance, material }, reaction: { potential, exchangeCurrent, kinetics },
    at } = network;
  const wetted = at.crossing >= 0;
  const entries = all.filter((entry) => entry.network === network);
  const count = entries.length;
  const pick = (value: (entry: Entry) => number): Int32Array => Int32Array.from(entries, value);
  const numbers = (value: (entry: Entry) => number) =>
    ofArray(Float64Array.from(entries, value), pick((entry) => entries.indexOf(entry)));
  const [outside, inside, face] = [pick((entry) => entry.outside), pick((entry) => entry.inside),
    pick((entry) => entry.face)];
  const unknown = pick((entry) => unknowns.entries + all.indexOf(entry));
  const shares = ownerShares(model);
  // without salt x is 1; a cell without electrolyte has no potential of its own
  const saltOf = (cell: Int32Array) => (salt < 0 ? constant(1, count) : ofState(cell.map((c) => unknowns.salt + c)));
  const of = {
    i: ofState(unknown),
    phiO: ofState(outside.map(electrolytePotentialOf)),
    xO: saltOf(outside),
    ...property('cO', 'cOByXO', concentration, outside),
    ...property('kappaO', 'kappaOByXO', conductivity, outside),
    ...property('diffusivityO', 'diffusivityOByXO', diffusivity, outside),
    phiN: wetted ? ofState(inside.map(electrolytePotentialOf)) : constant(0, count),
    phiS: ofState(inside.map(electrodePotentialOf)),
    xN: saltOf(inside),
    ...property('cN', 'cNByXN', concentration, inside),
    ...property('kappaN', 'kappaNByXN', conductivity, inside),
    ...property('diffusivityN', 'diffusivityNByXN', diffusivity, inside),
    s: ofArray(electrode.surface, inside),
    area: ofArray(area, face),
    dO: numbers(({ before }) => before),
    dN: numbers(({ behind }) => behind),
    contact: ofArray(model.ionicContact, face),
    ownerShare: numbers((entry) => (owner[entry.face] === entry.outside ? shares[entry.face] : 1 - shares[entry.face])),
    reference: constant(electrolyte.reference, count),
    thermalVoltage: ofAll(electrolyte.thermalVoltage, count),
    inside: numbers(({ insideFactor }) => insideFactor),
    share: constant(networkShare, count),
    film: constant(filmResistance, count),
  };
  const beside = [flow(1, phiE, 2, -1), ...(salt >= 0 ? [flow(1, salt, 5, -1)] : [])];
  return {
    ...bound(count, 8, 7,
      (first, last, y, out) =>
        entrySlopes(first, last, y, of, transference, thermodynamicFactor, material.diffusivity, potential,
          exchangeCurrent, kinetics, out)),
    kind: 'entry',
    unknown,
    cell: outside,
    other: inside,
    face,
    columns: [phiE, salt],
    otherColumns: wetted ? [phiE, phiS, salt, surface] : [-1, phiS, -1, surface],
    flows: [flow(0, phiE, 1, 1), flow(1, stored, 3, -1), ...(salt >= 0 ? [flow(0, salt, 4, 1)] : []),
      ...(wetted ? beside : [])],
  };
}
