import { FARADAY } from '../units/constants.js';
import { type BlockLayout, phiE, phiS } from './block-layout.js';
import type { Flow, InterfaceLaw } from './bound-law.js';
import type { AnodeModel, CellModel } from './cell-model.js';
import { bound, indices, ofAll, ofArrays, ofFields, ofState } from './columns.js';
import { networksOfCells, ownerShares } from './face-laws.js';
import type { Frame } from './fields/field.js';
import { type Kinetics, setKinetics } from './interface-kinetics.js';
import { crossingSlopes, entrySlopes, planeSlopes } from './laws/derived.js';
import type { ParticleReactions } from './particle-reactions.js';
import { entryFaces } from './unknowns.js';

const flow = (side: Flow['side'], row: number, value: number, sign: Flow['sign']): Flow => ({ side, row, value, sign });
/** The same into (or out of) every row that takes ions. */
const ionFlows = ({ ions }: BlockLayout, side: Flow['side'], value: number, sign: Flow['sign']): Flow[] =>
  ions.map((row) => flow(side, row, value, sign));

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

/** The plane of a planar anode. */
export function planes(frame: Frame): InterfaceLaw[] {
  const { model, unknowns, layout, state: { electrolyte, plane } } = frame;
  if (!plane) return [];
  const { count, cell, area, distance } = model.mesh.boundaries.anode;
  const { concentration, conductivity, diffusivity, transference, thermodynamicFactor, reference, thermalVoltage } =
    electrolyte;
  const { anode: { material: { equilibriumPotential }, resistance }, kinetics, exchangeCurrent } = plane;
  const unknown = indices(count, (f) => unknowns.anodeCurrent + f);
  const of = {
    i: ofState(unknown),
    ...ofFields(frame, cell, { phi: 'electrolytePotential' }),
    ...ofArrays(cell, { cByX: concentration, kappaByX: conductivity, diffusivityByX: diffusivity }),
    ...ofArrays(indices(count, (f) => f), { area, distance }),
    ...ofAll(count, { reference, thermalVoltage, equilibriumPotential, exchangeCurrent, resistance }),
  };
  return [{
    ...bound(count, 4, 3,
      (first, last, y, out) => planeSlopes(first, last, y, of, transference, thermodynamicFactor, kinetics, out)),
    kind: 'plane',
    cell,
    unknown,
    other: nowhere(count),
    face: nowhere(count),
    columns: [phiE, layout.salt],
    otherColumns: [],
    flows: ionFlows(layout, 0, 1, -1),
  }];
}

const nowhere = (count: number): Int32Array => new Int32Array(count).fill(-1);

/** What crosses between networks and the electrolyte of their cells. */
export const crossings = (frame: Frame): InterfaceLaw[] =>
  frame.state.reactions.filter(({ at }) => at.crossing >= 0).map((network) => crossingOf(network, frame));

function crossingOf(network: ParticleReactions, frame: Frame): InterfaceLaw {
  const { layout, layout: { salt, stored, surface, mean }, state: { electrolyte } } = frame;
  const { at, crossingArea: area, contact, contactSlope, potential, exchangeCurrent, reaction: { kinetics } } = network;
  const { filmResistance: film, pathResistance: path = 0 } = network.particle;
  const { count } = at;
  const unknown = indices(count, (k) => at.crossing + k);
  const cell = indices(count, (k) => at.firstCell + k);
  const of = {
    j: ofState(unknown),
    ...ofFields(frame, cell, { phiE: 'electrolytePotential', phiS: 'electrodePotential' }),
    ...ofArrays(indices(count, (k) => k), { potentialByS: potential, exchangeCurrentByS: exchangeCurrent,
      thetaByMean: { value: contact, slope: contactSlope }, area }),
    ...ofArrays(cell, { cByX: electrolyte.concentration }),
    ...ofAll(count, { film, path }),
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
    flows: [...ionFlows(layout, 0, 1, -1), flow(0, stored, 1, 1)],
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

/** What enters networks through faces, of each network. */
export const entries = (frame: Frame): InterfaceLaw[] =>
  frame.state.reactions.map((network) => entriesInto(network, frame)).filter(({ count }) => count > 0);

function entriesInto(network: ParticleReactions, frame: Frame): InterfaceLaw {
  const { model, unknowns, layout: { salt, stored, surface }, state: { electrolyte, electrode, entries: all } } = frame;
  const { faces: { owner, area } } = model.mesh;
  const { concentration, conductivity, diffusivity, transference, thermodynamicFactor, reference, thermalVoltage } =
    electrolyte;
  const { networkShare: share, particle: { filmResistance: film, material }, at,
    reaction: { potential, exchangeCurrent, kinetics } } = network;
  const wetted = at.crossing >= 0;
  const own = all.filter((entry) => entry.network === network);
  const count = own.length;
  const pick = (value: (entry: Entry) => number): Int32Array => Int32Array.from(own, value);
  const numbers = (value: (entry: Entry) => number): Float64Array => Float64Array.from(own, value);
  const [outside, inside, face] = [pick((entry) => entry.outside), pick((entry) => entry.inside),
    pick((entry) => entry.face)];
  const unknown = pick((entry) => unknowns.entries + all.indexOf(entry));
  const shares = ownerShares(model);
  const properties = { cByX: concentration, kappaByX: conductivity, diffusivityByX: diffusivity };
  const of = {
    i: ofState(unknown),
    ...ofFields(frame, outside, { phi: 'electrolytePotential' }, 'O'),
    ...ofArrays(outside, properties, 'O'),
    ...ofFields(frame, inside, { phiS: 'electrodePotential', phiN: 'electrolytePotential' }),
    ...ofArrays(inside, { s: electrode.surface }),
    ...ofArrays(inside, properties, 'N'),
    ...ofArrays(indices(count, (e) => e), {
      area: numbers((entry) => area[entry.face]),
      contact: numbers((entry) => model.ionicContact[entry.face]),
      dO: numbers(({ before }) => before),
      dN: numbers(({ behind }) => behind),
      ownerShare: numbers(({ face: f, outside: o }) => (owner[f] === o ? shares[f] : 1 - shares[f])),
      inside: numbers(({ insideFactor }) => insideFactor),
    }),
    // without salt x is 1; a cell without electrolyte has no potential of its own
    ...ofAll(count, { reference, thermalVoltage, share, film, xO: 1, xN: 1 }),
    ...(salt >= 0
      && { ...ofFields(frame, outside, { x: 'salt' }, 'O'), ...ofFields(frame, inside, { x: 'salt' }, 'N') }),
    ...(!wetted && ofAll(count, { phiN: 0 })),
  };
  const besides = [flow(1, phiE, 2, -1), flow(1, salt, 5, -1)];
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
    flows: [flow(0, phiE, 1, 1), flow(1, stored, 3, -1), flow(0, salt, 4, 1), ...(wetted ? besides : [])]
      .filter(({ row }) => row >= 0),
  };
}
