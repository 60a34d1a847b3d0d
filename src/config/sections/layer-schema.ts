import * as z from 'zod';
import type { BlendPart } from '../blend.js';
import { depthProfile } from '../fields/depth-profile.js';
import { atMostOne, type Frozen, integer, quantity, refuse, text } from '../fields/field.js';
import { material } from '../fields/material-field.js';
import type { MaterialReference } from '../material-reference.js';
import { wording } from '../wording.js';
import { binderFilm, carbonNetwork } from './additive-schema.js';
import { activeMaterialField } from './blend-field.js';
import { coatingSchema, contactSchema, resistance, wayIntoParticles } from './contact-schema.js';
import { particleSchema } from './particle-schema.js';
import { structureOfLayer } from './structure-schema.js';
import { electronsOfElectrode, ionsOfElectrode } from './transport-schema.js';

/**
 * One layer of a composite electrode. `cathode:` itself has the same fields, and every entry of its `layers:` inherits and
 * overrides them; a composite `anode:` is one layer.
 */

const share = (of: string) => quantity('fraction', { label: `share of the ${of}`, min: 0, max: 1, example: '0.85' });
const optionalShare = (of: string) =>
  quantity('fraction', { label: `share of the ${of}`, min: 0, max: 1, default: 0, example: '0.02',
    source: 'what is not written is not there' });

const fractionShape = () => ({
  activeMaterial: share('active material'),
  electrolyte: share('electrolyte'),
  carbon: optionalShare('carbon'),
  binder: optionalShare('binder'),
});

const massFractions = z.strictObject(fractionShape())
  .describe('mass fractions of the solids; they add up to 1; this or volumeFractions')
  .transform((fractions, context) => {
    const shares = Object.values(fractions);
    if (Math.abs(shares.reduce((sum, value) => sum + value, 0) - 1) > 1e-6)
      refuse(context, wording.fractionSum(shares, false, ', or write rest for one of them'));
    return fractions;
  });

const volumeFractions = z.strictObject(fractionShape())
  .describe('volume fractions of the electrode; with the porosity they add up to 1; this or massFractions');

/** Instead of transport models: both effective conductivities and the connected share follow from a random structure. */
const network = z.strictObject({
  electrolyteDiameter: quantity('length', { label: 'mean diameter of the particles of electrolyte', min: '1 nm',
    max: '1 mm', example: '3 um', note: 'that of the active material is twice its particleRadius' }),
  voxels: integer({ label: 'voxels along an edge of the cube that is solved', min: 10, max: 200, default: 40 }),
  realisations: integer({ label: 'random cubes that are averaged', min: 1, max: 100, default: 3 }),
  resolution: integer({ label: 'voxels along the edge of a cube as large as a smaller particle', min: 1, max: 10,
    default: 2 }),
}).describe(
  'a random resistor network of the composition gives the effective conductivities and the share of active material cut off',
);

/** A voxel, or a few, has the volume of the smaller of the two kinds of particles; diameter [m]. */
export type NetworkStructure = Frozen<z.output<typeof network>>;

/** Instead of, or beside, an electrolyte. */
const activeNetwork = z.strictObject({
  tortuosityFactor: quantity('dimensionless', {
    label: 'tortuosity factor of lithium through the active material, DEff = D eps / tau',
    min: 1,
    max: 1e4,
    default: 1,
    assumed: true,
    note: 'straight paths, as in a dense layer',
  }),
}).describe(
  'lithium passes from particle to particle through the active material itself; the layer may then have no electrolyte',
);

const gradientFields = z.strictObject({
  slices: integer({ label: 'slices of equal thickness that the layer is solved as', min: 2, max: 60, default: 10 }),
  activeMaterial: depthProfile('fraction', {
    label:
      'mass fraction of the active material in the solids, from the membrane to the collector; electrolyte makes up for it',
    min: '0 %',
    max: '100 %',
  }).optional(),
  porosity: depthProfile('fraction', { label: 'porosity, from the membrane to the collector', min: '0 %', max: '95 %' })
    .optional(),
  occupancy: depthProfile('fraction', {
    label:
      'share of the pores of a host (electrolyte, carbon and binder) that the active material fills, from the membrane to the collector',
    min: '0.1 %',
    max: '100 %',
  }).optional(),
  infiltration: depthProfile('fraction', {
    label:
      'share of the pores of a pre-cast electrode (active material, carbon and binder) that the electrolyte fills, from the membrane '
      + 'to the collector',
    min: '0.1 %',
    max: '100 %',
  }).optional(),
  particleRadius: depthProfile('length', { label: 'particle radius, from the membrane to the collector', min: '1 nm',
    max: '1 mm' }).optional(),
  tortuosityFactor: depthProfile('dimensionless', {
    label: 'tortuosity factor of the ions, from the membrane to the collector',
    min: 1,
    max: 1e4,
  }).optional(),
  effectiveIonicConductivity: depthProfile('conductivity', {
    label: 'effective conductivity of the ions, from the membrane to the collector',
    min: '1e-12 mS/cm',
    max: '1e6 mS/cm',
    note: 'this or tortuosityFactor',
  }).optional(),
  effectiveElectronicConductivity: depthProfile('conductivity', {
    label: 'effective conductivity of the electrons, from the membrane to the collector',
    min: '1e-12 mS/cm',
    max: '1e6 mS/cm',
  }).optional(),
}).describe(
  'a layer whose composition or structure changes with depth; each list is a profile, linear between equally spaced values, '
    + 'or a curve over depth, measured or written',
);

/** Composition and structure that change with depth. */
const gradient = gradientFields.transform((written, context) => {
  const filled = (['occupancy', 'infiltration'] as const).filter((key) => written[key] !== undefined);
  const beside = (['activeMaterial', 'porosity'] as const).filter((key) => written[key] !== undefined);
  const both = [...filled, ...beside];
  if (filled.length > 0 && both.length > 1) refuse(context, wording.onlyOneOf(both, both));
  atMostOne(written, ['tortuosityFactor', 'effectiveIonicConductivity'], context);
  return written;
});

/** A layer whose composition changes with depth; each list is a profile from the membrane to the collector; radii [m]. */
export type Gradient = Frozen<z.output<typeof gradientFields>>;

/** Fields of a layer; `rules.ts` asks for one porosity or density and one of thickness, loading and capacity. */
export const layerShape = {
  name: text({ label: 'name of the layer', example: 'cathode', default: 'cathode', source: 'a name, not a number' }),
  activeMaterial: activeMaterialField,
  electrolyte: material('electrolyte', { label: 'electrolyte in the electrode', example: 'Li3InCl6',
    note: 'solid, polymer, or the liquid that fills its pores' }),
  carbon: material('passive', { label: 'conductive carbon', example: 'carbon-black' }).optional(),
  binder: material('passive', { label: 'binder', example: 'PTFE' }).optional(),
  massFractions: massFractions.optional(),
  volumeFractions: volumeFractions.optional(),
  porosity: quantity('fraction', { label: 'porosity, void only', min: 0, max: 0.95, example: '15 %',
    note: 'this or density; with volumeFractions, or with a thickness and a loading, it follows' }).optional(),
  density: quantity('density', { label: 'apparent density of the composite', min: '0.1 g/cm^3', max: '10 g/cm^3',
    example: '3.2 g/cm^3', note: 'this or porosity' }).optional(),
  pressDensity: quantity('density', {
    label: 'density of the pressed composite as a source declares it, instead of a porosity or a density',
    min: '0.1 g/cm^3',
    max: '10 g/cm^3',
    example: '3.4 g/cm^3',
    note: '`energy` uses it and prints the porosity that it implies; `run` refuses what cannot exist',
  }).optional(),
  thickness: quantity('length', { label: 'thickness', min: '0.1 um', max: '10 mm',
    note: 'this, massLoading, activeMassLoading, mass or arealCapacity' }).optional(),
  massLoading: quantity('massLoading', { label: 'mass of composite per area', min: '0.01 mg/cm^2', max: '2000 mg/cm^2',
    note: 'this, thickness or arealCapacity' }).optional(),
  activeMassLoading: quantity('massLoading', { label: 'mass of active material per area', min: '0.01 mg/cm^2',
    max: '2000 mg/cm^2', example: '10.5 mg/cm^2', note: 'another way to write massLoading' }).optional(),
  arealCapacity: quantity('arealCapacity', { label: 'theoretical areal capacity', min: '0.001 mAh/cm^2',
    max: '200 mAh/cm^2', note: 'this, thickness or massLoading' }).optional(),
  mass: quantity('mass', { label: 'mass of the composite as weighed', min: '0.01 mg', max: '100 g', example: '12 mg',
    note: 'of a pellet or coin cell, over the area of the cell; this or another size' }).optional(),
  ionicTransport: ionsOfElectrode,
  electronicTransport: electronsOfElectrode,
  network: network.optional(),
  structure: structureOfLayer.optional(),
  gradient: gradient.optional(),
  carbonNetwork: carbonNetwork.optional(),
  binderFilm: binderFilm.optional(),
  connectedFraction: quantity('fraction', {
    label: 'share of the active material that ions and electrons reach; the rest is lost capacity',
    min: 0.001,
    max: 1,
    default: 1,
    assumed: true,
    note: 'nothing is cut off',
  }),
  activeNetwork: activeNetwork.optional(),
  particles: particleSchema.optional(),
  coverage: quantity('fraction', { label: 'wetted share of the particle surface', min: 0.001, max: 1, default: 1,
    assumed: true, note: 'full contact' }),
  contact: contactSchema.optional(),
  ...wayIntoParticles,
  filmResistance: resistance('film resistance on the particles', 'no film'),
  coating: coatingSchema.optional(),
};

export const layerSchema = z.strictObject(layerShape);

const { name: _name, gradient: _gradient, ...withoutName } = layerShape;
/** A composite anode has the same fields but a gradient; it is one layer and needs no name. */
export const anodeLayerShape = withoutName;

export type WrittenLayer = z.output<typeof layerSchema>;

/**
 * One layer of a composite electrode as given, in SI; `transport/composition` makes it consistent or refuses it. A liquid in the
 * pores is its electrolyte, so it has a volume fraction; the porosity is what stays empty. Exactly one of massFractions and
 * volumeFractions is there, and at least one of thickness, mass loading and areal capacity; what is given twice is checked. The
 * active mass loading is there beside volume fractions alone: with mass fractions it has become a mass loading.
 */
export interface ElectrodeLayer extends Frozen<Omit<WrittenLayer, 'mass' | 'activeMaterial'>> {
  /** Active material of the layer, of a blend its first. */
  readonly activeMaterial: MaterialReference;
  /** Absent where that is all. */
  readonly blend?: readonly BlendPart[];
  /** Index in the case of the layer with a gradient that this one is a slice of. */
  readonly sliceOf?: number;
  /** Into how many of equal thickness that layer is cut. */
  readonly slices?: number;
}
