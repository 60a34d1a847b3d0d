import type { MeshRegion } from '../mesh/cell-mesh.js';
import type { CellProperties } from '../transport/on-cells/cell-properties.js';
import { FARADAY } from '../units/constants.js';
import type { LawInputs } from './bind-law.js';
import type { FluxLaw } from './bound-law.js';
import { facesWhere } from './faces.js';
import type { Frame } from './fields/field.js';
import { faceConductance } from './laws/conduction.js';
import { boundaryConduction, conduction, localEquilibrium, networkFlow, ohmicFlow } from './laws/derived.js';
import type { DerivedLaw } from './laws/law.js';
import { networksOfCells } from './network-entry.js';
import { onCells, onFaces } from './place-law.js';
import { entryFaces, indices } from './unknowns.js';

/** Faces between two cells that both have electrolyte, of one kind of region or of all; at an entry that takes its own way (`interface-laws`). */
function wettedFaces({ model, model: { mesh: { region, regions } }, state: { electrolyte } }: Frame,
  kind?: MeshRegion['kind']): Int32Array
{
  const entries = new Set(entryFaces(model));
  const wets = (c: number): boolean => electrolyte.wets(c) && (!kind || regions[region[c]].kind === kind);
  return facesWhere(model, (o, n, f) => !entries.has(f) && wets(o) && wets(n));
}

/** 1 / (distance / of owner + distance / of neighbour + contact), times the area, of every face. */
const conductances = ({ mesh: { faces } }: CellProperties, of: Float64Array, contact?: Float64Array): Float64Array =>
  faces.area.map((area, f) =>
    faceConductance(area, faces.ownerDistance[f], of[faces.owner[f]], faces.neighbourDistance[f],
      of[faces.neighbour[f]], contact?.[f] ?? 0)
  );

/** Ohm's law with conductances that change with nothing but the temperature. */
function ohmic(frame: Frame, phi: string, faces: Int32Array, conductivity: Float64Array,
  contact?: Float64Array): FluxLaw
{
  const conductance = conductances(frame.model, conductivity, contact);
  const refresh = (): void => conductance.set(conductances(frame.model, conductivity, contact));
  return { ...onFaces(frame, ohmicFlow, faces, [phi], { phi, conductance }), refresh };
}

/** Ohm's law of a single-ion conductor. */
export const conductionOfIons = (frame: Frame): FluxLaw => ({
  ...ohmic(frame, 'phiE', wettedFaces(frame), frame.state.electrolyte.conductivity.value, frame.model.ionicContact),
  carries: 'ions',
});

/**
 * Ions in the electrolyte of one kind of region, or of all, with what they take along: a law of their current, of another flux, and of the
 * voltage that concentrations cost, in the rows of these two fields.
 */
export const throughElectrolyte = <Needs>(frame: Frame, law: DerivedLaw<Needs>, rows: readonly [string, string],
  given: LawInputs, kind?: MeshRegion['kind']): FluxLaw => ({
    ...onFaces(frame, law, wettedFaces(frame, kind), rows, given),
    carries: 'ions',
    drop: 2,
  });

/** Ohm's law of electrons. */
export function conductionOfElectrons(frame: Frame): FluxLaw {
  const { model, model: { electronicContact }, state: { electrode: { conducts, conductivity: sigma, varies } } } =
    frame;
  const faces = facesWhere(model, (o, n) => conducts[o] + conducts[n] === 2);
  const law = varies
    ? onFaces(frame, conduction, faces, ['phiS'], { sigma, contact: electronicContact ?? 0 })
    : ohmic(frame, 'phiS', faces, sigma.value, electronicContact);
  return { ...law, carries: 'electrons' };
}

/** One law for the faces whose owner belongs to one network. */
export function networksOnFaces(frame: Frame): FluxLaw[] {
  const { model, state: { reactions, electrode: { surfaceRest: rest } } } = frame;
  if (!reactions.some(({ leads }) => leads)) return [];
  const networkOf = networksOfCells(reactions, model.mesh.cells);
  const factors = Float64Array.from(networkOf, (one) => one?.particle.network?.transportFactor ?? 0);
  return reactions.filter(({ leads }) => leads).map((network): FluxLaw => {
    const faces = facesWhere(model, (o, n) => networkOf[o] === network && networkOf[n] !== undefined);
    const { material: { maximumConcentration, diffusivity } } = network.particle;
    const factor = conductances(model, factors.map((one) => FARADAY * maximumConcentration * one));
    return { ...onFaces(frame, networkFlow, faces, ['j'], { factor, diffusivity, rest }), carries: 'network' };
  });
}

/** Conduction of electrons from the cells at a boundary to a collector, of the potential 0 or of the unknown V. */
export function collectorLaw(frame: Frame, end: 'anode' | 'collector', resistance: number, voltage = -1): FluxLaw {
  const { cell, area, distance, count } = frame.model.mesh.boundaries[end];
  const outside = voltage < 0 ? 0 : new Int32Array(count).fill(voltage);
  const sigma = frame.state.electrode.conductivity;
  const given = { sigma, area, distance, resistance, outside };
  return { ...onCells(frame, boundaryConduction, cell, ['phiS'], given), boundary: end };
}

/** Without electrolyte phiE of a cell is that of the lithium in its network. */
export const localEquilibria = (frame: Frame): FluxLaw[] =>
  frame.state.reactions.filter(({ leads, particle: { network } }) => leads && !network?.wetted).map(
    ({ at: { count, firstCell }, potential }) =>
      onCells(frame, localEquilibrium, indices(count, (k) => firstCell + k), ['phiE'], { potential }),
  );
