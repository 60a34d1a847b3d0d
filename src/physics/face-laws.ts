import { FARADAY } from '../units/constants.js';
import { type BlockLayout, phiE, phiS } from './block-layout.js';
import type { CellModel } from './cell-model.js';
import { constant, indices, ofAll, ofArray, ofState, property } from './columns.js';
import type { ElectrodeState } from './electrode-state.js';
import type { ElectrolyteState } from './electrolyte-state.js';
import { faceConductance } from './laws/conduction.js';
import { boundaryConductionSlopes, conductionSlopes, networkFlowSlopes, ohmicFlowSlopes,
  saltFluxSlopes } from './laws/derived.js';
import type { ParticleReactions } from './particle-reactions.js';
import { electrodePotentialOf, electrolytePotentialOf, entryFaces, type Unknowns } from './unknowns.js';

/** A law put on the mesh, with all that it reads. `run` evaluates items first..last-1 at y into `out`. */
export interface BoundLaw {
  readonly count: number;
  /** Numbers that the law returns; behind them stand, row by row, their slopes: `stride` numbers per item. */
  readonly values: number;
  readonly stride: number;
  readonly out: Float64Array;
  run(first: number, last: number, y: Float64Array): void;
}

/**
 * A law of fluxes through faces: what leaves the owner enters the neighbour. The first of its values are the fluxes of `rows`; slopes are by
 * the columns of the owner, then by those of the neighbour.
 */
export interface FaceLaw extends BoundLaw {
  readonly carries: 'ions' | 'electrons' | 'network';
  readonly faces: Int32Array;
  readonly rows: readonly number[];
  /** Columns of the block of each side that the slopes belong to; -1: nobody's. */
  readonly ownerColumns: readonly number[];
  readonly neighbourColumns: readonly number[];
  /** Whether the slopes stay as they are (at one temperature). */
  readonly linear: boolean;
  /** Brings what does not follow the state to the present temperature. */
  refresh?(): void;
}

/** The state that the laws read beside y. */
export interface CellState {
  readonly electrolyte: ElectrolyteState;
  readonly electrode: ElectrodeState;
  readonly reactions: readonly ParticleReactions[];
}

export function bound(count: number, values: number, seeds: number,
  run: (first: number, last: number, y: Float64Array, out: Float64Array) => void): BoundLaw
{
  const stride = values * (1 + seeds);
  const out = new Float64Array(stride * count);
  return { count, values, stride, out, run: (first, last, y) => run(first, last, y, out) };
}

export function faceLaws(model: CellModel, unknowns: Unknowns, layout: BlockLayout,
  state: CellState): readonly FaceLaw[]
{
  const ions = model.ions.kind === 'salt'
    ? saltOnFaces(model, unknowns, layout, state)
    : conductionOfIons(model, state);
  return [ions, conductionOfElectrons(model, layout, state), ...networksOnFaces(model, layout, state)];
}

/** Places of both cells of some faces, and the geometry of the faces as columns. */
function onFaces({ mesh: { faces } }: CellModel, of: Int32Array) {
  return {
    owner: of.map((f) => faces.owner[f]),
    neighbour: of.map((f) => faces.neighbour[f]),
    geometry: {
      area: ofArray(faces.area, of),
      dO: ofArray(faces.ownerDistance, of),
      dN: ofArray(faces.neighbourDistance, of),
    },
  };
}

const facesWhere = ({ mesh: { faces } }: CellModel, holds: (face: number) => boolean): Int32Array =>
  Int32Array.from(Array.from({ length: faces.count }, (_, f) => f).filter(holds));

/** Faces between two cells that both have electrolyte; at an entry that takes its own way (`interface-laws`). */
function wettedFaces(model: CellModel, { electrolyte }: CellState): Int32Array {
  const { faces } = model.mesh;
  const entries = new Set(entryFaces(model));
  return facesWhere(model,
    (f) => !entries.has(f) && electrolyte.wets(faces.owner[f]) && electrolyte.wets(faces.neighbour[f]));
}

/** Ohm's law with conductances that change with nothing but the temperature. */
function ohmic(
  model: CellModel,
  carries: FaceLaw['carries'],
  row: number,
  faces: Int32Array,
  conductivity: Float64Array,
  contact: Float64Array,
  potentialOf: (cell: number) => number,
): FaceLaw {
  const { owner, neighbour, area, ownerDistance, neighbourDistance } = model.mesh.faces;
  const conductance = new Float64Array(faces.length);
  const refresh = (): void => {
    faces.forEach((f, i) => {
      conductance[i] = faceConductance(area[f], ownerDistance[f], conductivity[owner[f]], neighbourDistance[f],
        conductivity[neighbour[f]], contact[f]);
    });
  };
  refresh();
  const of = {
    phiO: ofState(faces.map((f) => potentialOf(owner[f]))),
    phiN: ofState(faces.map((f) => potentialOf(neighbour[f]))),
    conductance: ofArray(conductance, faces.map((_, i) => i)),
  };
  return {
    ...bound(faces.length, 1, 2, (first, last, y, out) => ohmicFlowSlopes(first, last, y, of, out)),
    carries,
    faces,
    rows: [row],
    ownerColumns: [row],
    neighbourColumns: [row],
    linear: true,
    refresh,
  };
}

const conductionOfIons = (model: CellModel, state: CellState): FaceLaw =>
  ohmic(model, 'ions', phiE, wettedFaces(model, state), state.electrolyte.conductivity.value, model.ionicContact,
    electrolytePotentialOf);

function saltOnFaces(model: CellModel, { salt }: Unknowns, layout: BlockLayout,
  { electrolyte, ...state }: CellState): FaceLaw
{
  const faces = wettedFaces(model, { electrolyte, ...state });
  const { owner, neighbour, geometry } = onFaces(model, faces);
  const { concentration, conductivity, diffusivity, transference, thermodynamicFactor } = electrolyte;
  const count = faces.length;
  const of = {
    ...geometry,
    phiO: ofState(owner.map(electrolytePotentialOf)),
    xO: ofState(owner.map((c) => salt + c)),
    ...property('cO', 'cOByXO', concentration, owner),
    ...property('kappaO', 'kappaOByXO', conductivity, owner),
    ...property('diffusivityO', 'diffusivityOByXO', diffusivity, owner),
    phiN: ofState(neighbour.map(electrolytePotentialOf)),
    xN: ofState(neighbour.map((c) => salt + c)),
    ...property('cN', 'cNByXN', concentration, neighbour),
    ...property('kappaN', 'kappaNByXN', conductivity, neighbour),
    ...property('diffusivityN', 'diffusivityNByXN', diffusivity, neighbour),
    contact: ofArray(model.ionicContact, faces),
    share: ofArray(ownerShares(model), faces),
    reference: constant(electrolyte.reference, count),
    thermalVoltage: ofAll(electrolyte.thermalVoltage, count),
  };
  return {
    ...bound(count, 3, 4,
      (first, last, y, out) => saltFluxSlopes(first, last, y, of, transference, thermodynamicFactor, out)),
    carries: 'ions',
    faces,
    rows: [phiE, layout.salt],
    linear: false,
    ownerColumns: [phiE, layout.salt],
    neighbourColumns: [phiE, layout.salt],
  };
}

/** Share of the owner in the concentration at each face, from eps/tau and the distances. */
export function ownerShares({ ions, mesh: { faces } }: CellModel): Float64Array {
  return Float64Array.from({ length: faces.count }, (_, f) => {
    if (ions.kind !== 'salt') return 1;
    const owner = ions.transportFactor[faces.owner[f]] / faces.ownerDistance[f];
    const neighbour = ions.transportFactor[faces.neighbour[f]] / faces.neighbourDistance[f];
    return owner / (owner + neighbour);
  });
}

function conductionOfElectrons(model: CellModel, layout: BlockLayout, { electrode }: CellState): FaceLaw {
  const { faces: { owner: ownerOf, neighbour: neighbourOf, count } } = model.mesh;
  const faces = facesWhere(model, (f) => electrode.conducts[ownerOf[f]] + electrode.conducts[neighbourOf[f]] === 2);
  const { conductivity } = electrode;
  if (!electrode.varies) {
    return ohmic(model, 'electrons', phiS, faces, conductivity.value, new Float64Array(count), electrodePotentialOf);
  }
  const { owner, neighbour, geometry } = onFaces(model, faces);
  const of = {
    ...geometry,
    phiO: ofState(owner.map(electrodePotentialOf)),
    ...property('kO', 'kOByStateO', conductivity, owner),
    phiN: ofState(neighbour.map(electrodePotentialOf)),
    ...property('kN', 'kNByStateN', conductivity, neighbour),
    contact: constant(0, faces.length),
  };
  return {
    ...bound(faces.length, 1, 4, (first, last, y, out) => conductionSlopes(first, last, y, of, out)),
    carries: 'electrons',
    faces,
    rows: [phiS],
    ownerColumns: [phiS, layout.mean],
    neighbourColumns: [phiS, layout.mean],
    linear: false,
  };
}

/** One law for the faces whose owner belongs to one network. */
function networksOnFaces(model: CellModel, layout: BlockLayout, { reactions, electrode }: CellState): FaceLaw[] {
  const { faces: { owner: ownerOf, neighbour: neighbourOf, area, ownerDistance, neighbourDistance }, cells } =
    model.mesh;
  const networkOf = networksOfCells(reactions, cells);
  return reactions.filter(({ leads }) => leads).map((network): FaceLaw => {
    const faces = facesWhere(model,
      (f) => networkOf[ownerOf[f]] === network && networkOf[neighbourOf[f]] !== undefined);
    const { owner, neighbour } = onFaces(model, faces);
    const { material: { maximumConcentration, diffusivity } } = network.particle;
    const factor = Float64Array.from(faces, (f) => {
      const between = [networkOf[ownerOf[f]], networkOf[neighbourOf[f]]].map((one) =>
        one?.particle.network?.transportFactor ?? 0
      );
      return (FARADAY * maximumConcentration * area[f])
        / (ownerDistance[f] / between[0] + neighbourDistance[f] / between[1]);
    });
    const of = {
      sO: ofArray(electrode.surface, owner),
      sN: ofArray(electrode.surface, neighbour),
      factor: ofArray(factor, faces.map((_, i) => i)),
    };
    return {
      ...bound(faces.length, 1, 2, (first, last, y, out) => networkFlowSlopes(first, last, y, of, diffusivity, out)),
      carries: 'network',
      faces,
      rows: [layout.stored],
      ownerColumns: [layout.surface],
      neighbourColumns: [layout.surface],
      linear: false,
    };
  });
}

/** The network in each cell; undefined where there is none. */
export function networksOfCells(reactions: readonly ParticleReactions[],
  cells: number): (ParticleReactions | undefined)[]
{
  const networkOf = new Array<ParticleReactions | undefined>(cells).fill(undefined);
  for (const reaction of reactions) {
    const { at, leads } = reaction;
    if (leads) networkOf.fill(reaction, at.firstCell, at.firstCell + at.count);
  }
  return networkOf;
}

/** Conduction of electrons from the cells at a boundary to a collector, whose potential lies at `place` in the state, or is 0. */
export function collectorLaw(model: CellModel, { electrode }: CellState, end: 'anode' | 'collector', resistance: number,
  place: number): BoundLaw
{
  const { cell, area, distance, count } = model.mesh.boundaries[end];
  const each = indices(count, (f) => f);
  const of = {
    phi: ofState(cell.map(electrodePotentialOf)),
    ...property('k', 'kByState', electrode.conductivity, cell),
    outside: place < 0 ? constant(0, count) : ofState(new Int32Array(count).fill(place)),
    area: ofArray(area, each),
    distance: ofArray(distance, each),
    resistance: constant(resistance, count),
  };
  return bound(count, 1, 3, (first, last, y, out) => boundaryConductionSlopes(first, last, y, of, out));
}
