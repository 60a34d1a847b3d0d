import type { AnodeModel } from '../transport/on-cells/cell-properties.js';
import { FARADAY } from '../units/constants.js';
import { electrolyteOf, inCells, indices, placeLaw } from './bind-law.js';
import { type BlockLayout, phiE } from './block-layout.js';
import type { Flow, InterfaceLaw } from './bound-law.js';
import type { CellModel } from './cell-model.js';
import { networksOfCells, ownerShares } from './face-laws.js';
import type { Frame } from './fields/field.js';
import { type Kinetics, setKinetics } from './interface-kinetics.js';
import { crossing, entry, plane as planeLaw } from './laws/derived.js';
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
  const { model, unknowns, layout, state: { plane } } = frame;
  if (!plane) return [];
  const { count, cell, area, distance } = model.mesh.boundaries.anode;
  const { anode: { material: { equilibriumPotential }, resistance }, kinetics, exchangeCurrent } = plane;
  const current = indices(count, (f) => unknowns.anodeCurrent + f);
  const given = { ...electrolyteOf(frame), i: current, area, distance, equilibriumPotential, exchangeCurrent,
    resistance, kinetics };
  return [{ ...placeLaw(planeLaw, inCells(cell), given, frame), kind: 'plane', current,
    flows: ionFlows(layout, 0, 1, -1) }];
}

/** What crosses between networks and the electrolyte of their cells. */
export const crossings = (frame: Frame): InterfaceLaw[] =>
  frame.state.reactions.filter(({ at }) => at.crossing >= 0).map((network) => crossingOf(network, frame));

function crossingOf(network: ParticleReactions, frame: Frame): InterfaceLaw {
  const { at, crossingArea: area, theta, potential, exchangeCurrent, reaction: { kinetics } } = network;
  const { filmResistance: film, pathResistance: path = 0 } = network.particle;
  const current = indices(at.count, (k) => at.crossing + k);
  const given = { ...electrolyteOf(frame), j: current, potential, exchangeCurrent, theta, area, film, path, kinetics };
  const cells = inCells(indices(at.count, (k) => at.firstCell + k));
  return { ...placeLaw(crossing, cells, given, frame), kind: 'crossing', current,
    flows: [...ionFlows(frame.layout, 0, 1, -1), flow(0, frame.layout.stored, 1, 1)] };
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
  [...new Set(frame.state.entries.map(({ network }) => network))].map((network) => entriesInto(network, frame));

function entriesInto(network: ParticleReactions, frame: Frame): InterfaceLaw {
  const { model, unknowns, layout: { salt, stored }, state: { entries: all } } = frame;
  const { faces: { owner, area } } = model.mesh;
  const { networkShare: share, particle: { filmResistance: film, material }, at,
    reaction: { potential, exchangeCurrent, kinetics } } = network;
  const wetted = at.crossing >= 0;
  const own = all.filter((one) => one.network === network);
  const pick = (value: (one: Entry) => number): Int32Array => Int32Array.from(own, value);
  const numbers = (value: (one: Entry) => number): Float64Array => Float64Array.from(own, value);
  const current = pick((one) => unknowns.entries + all.indexOf(one));
  const shares = ownerShares(model);
  const given = {
    ...electrolyteOf(frame),
    i: current,
    area: numbers(({ face }) => area[face]),
    contact: numbers(({ face }) => model.ionicContact[face]),
    dO: numbers(({ before }) => before),
    dN: numbers(({ behind }) => behind),
    ownerShare: numbers(({ face, outside }) => (owner[face] === outside ? shares[face] : 1 - shares[face])),
    inside: numbers(({ insideFactor }) => insideFactor),
    networkDiffusivity: material.diffusivity,
    potential,
    exchangeCurrent,
    share,
    film,
    kinetics,
    // without salt x is 1; a cell without electrolyte has no potential of its own
    ...(salt < 0 && { x: 1 }),
    ...(!wetted && { phiEN: 0, xN: 1 }),
  };
  const items = { ...inCells(pick(({ outside }) => outside)),
    across: { cell: pick(({ inside }) => inside), face: pick(({ face }) => face) } };
  const besides = [flow(1, phiE, 2, -1), flow(1, salt, 5, -1)];
  return {
    ...placeLaw(entry, items, given, frame),
    kind: 'entry',
    current,
    flows: [flow(0, phiE, 1, 1), flow(1, stored, 3, -1), flow(0, salt, 4, 1), ...(wetted ? besides : [])]
      .filter(({ row }) => row >= 0),
  };
}
