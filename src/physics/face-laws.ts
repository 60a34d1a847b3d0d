import { FARADAY } from '../units/constants.js';
import { phiE, phiS } from './block-layout.js';
import type { CellLaw, FaceLaw } from './bound-law.js';
import type { CellModel } from './cell-model.js';
import { bound, faceLaw, indices, ofAll, ofArrays, ofBothSides, ofFields, ofState } from './columns.js';
import type { Frame } from './fields/field.js';
import { faceConductance } from './laws/conduction.js';
import { boundaryConductionSlopes, conductionSlopes, localEquilibriumSlopes, networkFlowSlopes,
  ohmicFlowSlopes } from './laws/derived.js';
import type { ParticleReactions } from './particle-reactions.js';
import { entryFaces } from './unknowns.js';

const facesWhere = ({ mesh: { faces: { count, owner, neighbour } } }: CellModel,
  holds: (owner: number, neighbour: number, face: number) => boolean): Int32Array =>
  indices(count, (f) => f).filter((f) => holds(owner[f], neighbour[f], f));

/** Faces between two cells that both have electrolyte; at an entry that takes its own way (`interface-laws`). */
export function wettedFaces({ model, state: { electrolyte } }: Frame): Int32Array {
  const entries = new Set(entryFaces(model));
  return facesWhere(model, (o, n, f) => !entries.has(f) && electrolyte.wets(o) && electrolyte.wets(n));
}

/** Ohm's law with conductances that change with nothing but the temperature. */
function ohmic(frame: Frame, row: number, faces: Int32Array, conductivity: Float64Array,
  contact?: Float64Array): FaceLaw
{
  const { mesh: { faces: { owner, neighbour, area, ownerDistance, neighbourDistance } } } = frame.model;
  const conductance = new Float64Array(faces.length);
  const refresh = (): void => {
    faces.forEach((f, i) => {
      conductance[i] = faceConductance(area[f], ownerDistance[f], conductivity[owner[f]], neighbourDistance[f],
        conductivity[neighbour[f]], contact?.[f] ?? 0);
    });
  };
  refresh();
  const of = {
    ...ofBothSides(frame, faces, { phi: frame.layout.fields[row].field.key }, {}),
    ...ofArrays(indices(faces.length, (i) => i), { conductance }),
  };
  return { ...faceLaw(faces, 1, [row], [row], (first, last, y, out) => ohmicFlowSlopes(first, last, y, of, out)),
    refresh };
}

/** Ohm's law of a single-ion conductor. */
export const conductionOfIons = (frame: Frame): FaceLaw => ({
  ...ohmic(frame, phiE, wettedFaces(frame), frame.state.electrolyte.conductivity.value, frame.model.ionicContact),
  carries: 'ions',
});

/** Share of the owner in the concentration at each face, from eps/tau and the distances. */
export function ownerShares({ ions, mesh: { faces } }: CellModel): Float64Array {
  return Float64Array.from({ length: faces.count }, (_, f) => {
    if (ions.kind !== 'salt') return 1;
    const owner = ions.transportFactor[faces.owner[f]] / faces.ownerDistance[f];
    const neighbour = ions.transportFactor[faces.neighbour[f]] / faces.neighbourDistance[f];
    return owner / (owner + neighbour);
  });
}

/** Ohm's law of electrons. */
export function conductionOfElectrons(frame: Frame): FaceLaw {
  const { model, layout, state: { electrode: { conducts, conductivity, varies } } } = frame;
  const faces = facesWhere(model, (o, n) => conducts[o] + conducts[n] === 2);
  const { electronicContact } = model;
  if (!varies) return { ...ohmic(frame, phiS, faces, conductivity.value, electronicContact), carries: 'electrons' };
  const of = {
    ...ofBothSides(frame, faces, { phi: 'electrodePotential' }, { kByState: conductivity }),
    ...ofArrays(faces, { contact: electronicContact ?? new Float64Array(model.mesh.faces.count) }),
  };
  return {
    ...faceLaw(faces, 1, [phiS], [phiS, layout.mean],
      (first, last, y, out) => conductionSlopes(first, last, y, of, out)),
    carries: 'electrons',
  };
}

/** One law for the faces whose owner belongs to one network. */
export function networksOnFaces(frame: Frame): FaceLaw[] {
  const { model, layout, state: { reactions, electrode } } = frame;
  const { faces: { owner, neighbour, area, ownerDistance, neighbourDistance }, cells } = model.mesh;
  const networkOf = networksOfCells(reactions, cells);
  const factorOf = (cell: number): number => networkOf[cell]?.particle.network?.transportFactor ?? 0;
  return reactions.filter(({ leads }) => leads).map((network): FaceLaw => {
    const faces = facesWhere(model, (o, n) => networkOf[o] === network && networkOf[n] !== undefined);
    const { material: { maximumConcentration, diffusivity } } = network.particle;
    const factor = Float64Array.from(faces, (f) =>
      (FARADAY * maximumConcentration * area[f])
      / (ownerDistance[f] / factorOf(owner[f]) + neighbourDistance[f] / factorOf(neighbour[f])));
    const of = {
      ...ofBothSides(frame, faces, {}, { s: electrode.surface }),
      ...ofArrays(indices(faces.length, (i) => i), { factor }),
    };
    return {
      ...faceLaw(faces, 1, [layout.stored], [layout.surface],
        (first, last, y, out) => networkFlowSlopes(first, last, y, of, diffusivity, out)),
      carries: 'network',
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

/**
 * Conduction of electrons from the cells at a boundary to a collector, whose potential is the field `outside`, or 0. Its slopes by that
 * belong to nobody here.
 */
export function collectorLaw(frame: Frame, end: 'anode' | 'collector', resistance: number, outside = ''): CellLaw {
  const { model, unknowns, layout, state: { electrode } } = frame;
  const { cell: cells, area, distance, count } = model.mesh.boundaries[end];
  const place = unknowns.of(outside);
  const of = {
    ...ofFields(frame, cells, { phi: 'electrodePotential' }),
    ...ofArrays(cells, { kByState: electrode.conductivity }),
    ...ofArrays(indices(count, (f) => f), { area, distance }),
    ...ofAll(count, { resistance, outside: 0 }),
    ...(place >= 0 && { outside: ofState(new Int32Array(count).fill(place)) }),
  };
  return {
    ...bound(count, 1, 3, (first, last, y, out) => boundaryConductionSlopes(first, last, y, of, out)),
    carries: 'electrons',
    cells,
    rows: [phiS],
    columns: [phiS, layout.mean, -1],
  };
}

/** Without electrolyte phiE of a cell is that of the lithium in its network. */
export const localEquilibria = (frame: Frame): CellLaw[] =>
  frame.state.reactions.filter(({ leads, particle: { network } }) => leads && !network?.wetted).map(
    (reaction): CellLaw => {
      const { at: { count, firstCell }, potential } = reaction;
      const cells = indices(count, (k) => firstCell + k);
      const of = {
        ...ofFields(frame, cells, { phiE: 'electrolytePotential', phiS: 'electrodePotential' }),
        ...ofArrays(indices(count, (k) => k), { potentialByS: potential }),
      };
      return {
        ...bound(count, 1, 3, (first, last, y, out) => localEquilibriumSlopes(first, last, y, of, out)),
        cells,
        rows: [phiE],
        columns: [phiE, phiS, frame.layout.surface],
      };
    },
  );
