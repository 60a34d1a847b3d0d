import { inCells, type Items, type LawInputs } from './bind-law.js';
import { type BlockLayout, phiE } from './block-layout.js';
import type { Flow, InterfaceLaw } from './bound-law.js';
import type { Frame } from './fields/field.js';
import { crossing, entry, plane as planeLaw } from './laws/derived.js';
import type { DerivedLaw } from './laws/law.js';
import { type Entry, entryNumbers } from './network-entry.js';
import type { ParticleReactions } from './particle-reactions.js';
import { placeLaw } from './place-law.js';
import { indices } from './unknowns.js';

const flow = (side: Flow['side'], row: number, value: number, sign: Flow['sign']): Flow => ({ side, row, value, sign });
/** The same into (or out of) every row that takes ions. */
const ionFlows = ({ ions }: BlockLayout, side: Flow['side'], value: number, sign: Flow['sign']): Flow[] =>
  ions.map((row) => flow(side, row, value, sign));

/** A law whose first unknown is a current of its own. */
const onInterface = <Needs>(frame: Frame, kind: InterfaceLaw['kind'], law: DerivedLaw<Needs>, items: Items,
  current: Int32Array, given: LawInputs, flows: readonly Flow[]): InterfaceLaw => ({
    ...placeLaw(law, items, { ...given, [law.unknowns[0]]: current }, frame),
    kind,
    current,
    flows,
  });

/** The plane of a planar anode. */
export function planes(frame: Frame): InterfaceLaw[] {
  const { model, unknowns, layout, state: { plane } } = frame;
  if (!plane) return [];
  const { count, cell, area, distance } = model.mesh.boundaries.anode;
  const { anode: { material: { equilibriumPotential }, resistance }, kinetics, exchangeCurrent } = plane;
  const current = indices(count, (f) => unknowns.anodeCurrent + f);
  const given = { area, distance, equilibriumPotential, exchangeCurrent, resistance, kinetics };
  return [onInterface(frame, 'plane', planeLaw, inCells(cell), current, given, ionFlows(layout, 0, 1, -1))];
}

/** What crosses between networks and the electrolyte of their cells. */
export const crossings = (frame: Frame): InterfaceLaw[] =>
  frame.state.reactions.filter(({ at }) => at.crossing >= 0).map(({ at, crossingArea: area, given }) => {
    const [cells, current] = [at.firstCell, at.crossing].map((first) => indices(at.count, (k) => first + k));
    return onInterface(frame, 'crossing', crossing, inCells(cells), current, { ...given, area }, [
      ...ionFlows(frame.layout, 0, 1, -1),
      flow(0, frame.layout.stored, 1, 1),
    ]);
  });

/** What enters networks through faces, of each network. */
export const entries = (frame: Frame): InterfaceLaw[] =>
  [...new Set(frame.state.entries.map(({ network }) => network))].map((network) => entriesInto(network, frame));

function entriesInto(network: ParticleReactions, frame: Frame): InterfaceLaw {
  const { unknowns, layout: { salt, stored }, state: { entries: all } } = frame;
  const { networkShare: share, particle: { filmResistance: film, material }, at,
    reaction: { potential, exchangeCurrent, kinetics } } = network;
  const wetted = at.crossing >= 0;
  const own = all.filter((one) => one.network === network);
  const pick = (value: (one: Entry) => number): Int32Array => Int32Array.from(own, value);
  const given = {
    ...Object.fromEntries(entryNumbers.map((name) => [name, Float64Array.from(own, ({ numbers }) => numbers[name])])),
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
  const flows = [flow(0, phiE, 1, 1), flow(1, stored, 3, -1), flow(0, salt, 4, 1), ...(wetted ? besides : [])];
  return onInterface(frame, 'entry', entry, items, pick((one) => unknowns.entries + all.indexOf(one)), given,
    flows.filter(({ row }) => row >= 0));
}
