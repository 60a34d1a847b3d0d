import * as z from 'zod';
import type { TransportModel } from './case.js';
import { integer, omittable, quantity, refuse, text, type Context } from './field.js';
import { contactSchema } from './contact-schema.js';
import { material } from './material-field.js';
import { particleSchema } from './particle-schema.js';
import { choice, quantityList } from './step-fields.js';
import { wording } from './wording.js';

/**
 * One layer of a composite electrode. `cathode:` itself has the same fields, and every entry of its `layers:` inherits and
 * overrides them; a composite `anode:` is one layer.
 */

const share = (of: string) => quantity('fraction', { label: `share of the ${of}`, min: 0, max: 1, example: '0.85' });
const optionalShare = (of: string) =>
  quantity('fraction', {
    label: `share of the ${of}`, min: 0, max: 1, default: 0, example: '0.02', source: 'what is not written is not there',
  });

const fractionShape = () => ({
  activeMaterial: share('active material'), electrolyte: share('electrolyte'),
  carbon: optionalShare('carbon'), binder: optionalShare('binder'),
});

const massFractions = z.strictObject(fractionShape())
  .describe('mass fractions of the solids; they add up to 1; this or volumeFractions')
  .transform((fractions, context) => {
    const shares = Object.values(fractions);
    if (Math.abs(shares.reduce((sum, value) => sum + value, 0) - 1) > 1e-6) refuse(context, wording.fractionSum(shares, false));
    return fractions;
  });

const volumeFractions = z.strictObject(fractionShape())
  .describe('volume fractions of the electrode; with the porosity they add up to 1; this or massFractions');

const transportShape = (carrier: string) => ({
  tortuosityFactor: quantity('dimensionless', {
    label: `tortuosity factor of the ${carrier}, ${carrier === 'ions' ? 'kappaEff = kappa' : 'sigmaEff = sigma'} eps / tau`, min: 1, max: 1e4, example: '3.2',
  }).optional(),
  bruggemanExponent: quantity('dimensionless', {
    label: `exponent b of the ${carrier}, tau = f eps^(1-b)`, min: 1, max: 10, example: '1.5', assumed: true,
    note: '1.5 holds for spheres (10.1002/andp.19354160705); pressed composites are more tortuous',
  }).optional(),
  prefactor: quantity('dimensionless', {
    label: `prefactor f of the ${carrier}, tau = f eps^(1-b)`, min: 0.1, max: 100, example: '1', assumed: true,
    note: '1 belongs to the exponent of Bruggeman',
  }).optional(),
  effectiveConductivity: quantity('conductivity', {
    label: `effective conductivity of the ${carrier}, as measured in the composite`, min: '1e-12 mS/cm', max: '1e6 mS/cm',
    example: '0.1 mS/cm',
  }).optional(),
});

/** Of the ions of an electrode. */
const alignedChannels = z.strictObject({
  fraction: quantity('fraction', { label: 'channels of electrolyte in the volume of the layer', min: '0.1 %', max: '99 %', example: '20 %' }),
  spacing: quantity('length', { label: 'from the middle of a channel to the next', min: '0.1 um', max: '5 mm', example: '60 um' }),
  shape: choice(['lamellae', 'cylinders'], {
    label: 'shape of the channels', default: 'lamellae', source: 'a choice, not a number',
  }),
  misalignment: quantity('angle', {
    label: 'angle between the channels and the direction through the thickness', min: '0 deg', max: '80 deg', default: '0 deg', assumed: true,
    note: 'straight through',
  }),
  wallTortuosityFactor: quantity('dimensionless', {
    label: 'tortuosity factor of the electrolyte in the walls', min: 1, max: 1e4, example: '5',
  }),
}).describe('straight channels of electrolyte beside walls of composite, with the way from channel to particle as a resistance');

interface WrittenTransport {
  tortuosityFactor?: number;
  bruggemanExponent?: number;
  prefactor?: number;
  effectiveConductivity?: number;
  alignedChannels?: z.output<typeof alignedChannels>;
}

/** The one kind that was written; Bruggeman's exponent and prefactor stand in for one another. */
function toTransport(written: WrittenTransport, context: Context): TransportModel {
  const { tortuosityFactor, effectiveConductivity, bruggemanExponent = 1.5, prefactor = 1 } = written;
  const bruggeman = written.bruggemanExponent !== undefined || written.prefactor !== undefined;
  const found = [
    ...(tortuosityFactor !== undefined ? ['tortuosityFactor'] : []),
    ...(bruggeman ? ['bruggemanExponent'] : []),
    ...(effectiveConductivity !== undefined ? ['effectiveConductivity'] : []),
    ...(written.alignedChannels !== undefined ? ['alignedChannels'] : []),
  ];
  const usual = ['tortuosityFactor', 'bruggemanExponent', 'effectiveConductivity'];
  const kinds = [...new Set([...usual, ...found])];
  if (found.length > 1) refuse(context, wording.onlyOneOf(kinds, found));
  if (tortuosityFactor !== undefined) return { kind: 'tortuosityFactor', value: tortuosityFactor };
  if (written.alignedChannels !== undefined) return { kind: 'alignedChannels', ...written.alignedChannels };
  if (effectiveConductivity !== undefined) return { kind: 'effectiveConductivity', value: effectiveConductivity };
  return { kind: 'bruggeman', exponent: bruggemanExponent, prefactor };
}

const transportOf = (shape: ReturnType<typeof transportShape>, carrier: string) => z.strictObject(shape)
  .describe(`effective transport of the ${carrier}: a tortuosity factor, a Bruggeman law or a measured effective conductivity`)
  .transform(toTransport);

const transport = (carrier: string) =>
  omittable(transportOf(transportShape(carrier), carrier), { bruggemanExponent: 1.5, prefactor: 1 });

const ionsOfElectrode = omittable(
  z.strictObject({ ...transportShape('ions'), alignedChannels: alignedChannels.optional() })
    .describe('effective transport of the ions: a tortuosity factor, a Bruggeman law, a measured effective conductivity, or channels')
    .transform(toTransport), { bruggemanExponent: 1.5, prefactor: 1 });

/** Of the membrane: straight paths where nothing is said. */
export const membraneTransport = omittable(transportOf({
  ...transportShape('ions'),
  tortuosityFactor: quantity('dimensionless', {
    label: 'tortuosity factor of the ions, kappaEff = kappa eps / tau', min: 1, max: 1e4, example: '3.2', assumed: true,
    note: '1: straight paths, as in a dense membrane',
  }).optional(),
}, 'ions'), { tortuosityFactor: 1 });

/** Instead of transport models: both effective conductivities and the connected share follow from a random structure. */
const network = z.strictObject({
  electrolyteDiameter: quantity('length', {
    label: 'mean diameter of the particles of electrolyte', min: '1 nm', max: '1 mm', example: '3 um',
    note: 'that of the active material is twice its particleRadius',
  }),
  voxels: integer({
    label: 'voxels along an edge of the cube that is solved', min: 10, max: 200, default: 40, source: 'this program: a numerical choice',
  }),
  realisations: integer({
    label: 'random cubes that are averaged', min: 1, max: 100, default: 3, source: 'this program: a numerical choice',
  }),
}).describe('a random resistor network of the composition gives the effective conductivities and the share of active material cut off');

/** Composition and structure that change with depth. */
const gradient = z.strictObject({
  slices: integer({
    label: 'slices of equal thickness that the layer is solved as', min: 2, max: 60, default: 10, source: 'this program: a numerical choice',
  }),
  activeMaterial: quantityList('fraction', {
    label: 'mass fraction of the active material in the solids, from the membrane to the collector; electrolyte makes up for it',
    min: '0 %', max: '100 %',
  }).optional(),
  porosity: quantityList('fraction', { label: 'porosity, from the membrane to the collector', min: '0 %', max: '95 %' }).optional(),
  occupancy: quantityList('fraction', {
    label: 'share of the pores of a host (electrolyte, carbon and binder) that the active material fills, from the membrane to the collector',
    min: '0.1 %', max: '100 %',
  }).optional(),
  particleRadius: quantityList('length', {
    label: 'particle radius, from the membrane to the collector', min: '1 nm', max: '1 mm',
  }).optional(),
  tortuosityFactor: quantityList('dimensionless', {
    label: 'tortuosity factor of the ions, from the membrane to the collector', min: 1, max: 1e4,
  }).optional(),
}).describe('a layer whose composition or structure changes with depth; each list is a profile, linear between equally spaced values')
  .transform((written, context) => {
    const beside = (['activeMaterial', 'porosity'] as const).filter((key) => written[key] !== undefined);
    if (written.occupancy !== undefined && beside.length > 0) refuse(context, wording.onlyOneOf(['occupancy', ...beside], ['occupancy', ...beside]));
    return written;
  });

/** Fields of a layer; `rules.ts` asks for one porosity or density and one of thickness, loading and capacity. */
export const layerShape = {
  name: text({ label: 'name of the layer', example: 'cathode', default: 'cathode', source: 'a name, not a number' }),
  activeMaterial: material('activeMaterial', { label: 'active material', example: 'NMC811' }),
  electrolyte: material('electrolyte', {
    label: 'electrolyte in the electrode', example: 'Li3InCl6', note: 'solid, polymer, or the liquid that fills its pores',
  }),
  carbon: material('passive', { label: 'conductive carbon', example: 'carbon-black' }).optional(),
  binder: material('passive', { label: 'binder', example: 'PTFE' }).optional(),
  massFractions: massFractions.optional(),
  volumeFractions: volumeFractions.optional(),
  porosity: quantity('fraction', {
    label: 'porosity, void only', min: 0, max: 0.95, example: '15 %', note: 'this or density; with volumeFractions it follows',
  }).optional(),
  density: quantity('density', {
    label: 'apparent density of the composite', min: '0.1 g/cm^3', max: '10 g/cm^3', example: '3.2 g/cm^3',
    note: 'this or porosity',
  }).optional(),
  thickness: quantity('length', {
    label: 'thickness', min: '0.1 um', max: '10 mm', note: 'this, massLoading or arealCapacity',
  }).optional(),
  massLoading: quantity('massLoading', {
    label: 'mass of composite per area', min: '0.01 mg/cm^2', max: '2000 mg/cm^2', note: 'this, thickness or arealCapacity',
  }).optional(),
  arealCapacity: quantity('arealCapacity', {
    label: 'theoretical areal capacity', min: '0.001 mAh/cm^2', max: '200 mAh/cm^2', note: 'this, thickness or massLoading',
  }).optional(),
  ionicTransport: ionsOfElectrode,
  electronicTransport: transport('electrons'),
  network: network.optional(),
  gradient: gradient.optional(),
  connectedFraction: quantity('fraction', {
    label: 'share of the active material that ions and electrons reach; the rest is lost capacity', min: 0.001, max: 1, default: 1,
    assumed: true, note: 'nothing is cut off',
  }),
  particles: particleSchema.optional(),
  coverage: quantity('fraction', {
    label: 'wetted share of the particle surface', min: 0.001, max: 1, default: 1, assumed: true, note: 'full contact',
  }),
  contact: contactSchema.optional(),
  filmResistance: quantity('areaSpecificResistance', {
    label: 'film resistance on the particles', min: '0 ohm cm^2', max: '1e6 ohm cm^2', default: '0 ohm cm^2', assumed: true,
    note: 'no film',
  }),
};

export const layerSchema = z.strictObject(layerShape);

const { name: _name, gradient: _gradient, ...withoutName } = layerShape;
/** A composite anode has the same fields but a gradient; it is one layer and needs no name. */
export const anodeLayerShape = withoutName;

export type WrittenLayer = z.output<typeof layerSchema>;
