import * as z from 'zod';
import type { PercolationModel, TransportModel } from './case.js';
import { omittable, quantity, refuse, type Context } from './field.js';
import { choice } from './step-fields.js';
import { wording } from './wording.js';

/** Effective transport of one carrier in one layer: one of several ways to state it. */

const sizeKeys = ['sizeRatio', 'electrolyteDiameter', 'threshold'] as const;

const percolation = z.strictObject({
  sizeRatio: quantity('dimensionless', {
    label: 'lambda, diameter of the active particles over that of the electrolyte particles', min: 0.01, max: 100, example: '1.67',
    note: 'this, electrolyteDiameter or threshold',
  }).optional(),
  electrolyteDiameter: quantity('length', {
    label: 'mean diameter of the particles of electrolyte', min: '1 nm', max: '1 mm', example: '3 um',
    note: 'this, sizeRatio or threshold; that of the active material is twice its particleRadius',
  }).optional(),
  threshold: quantity('fraction', {
    label: 'share of the solids at which the phase begins to lead through', min: 0.001, max: 0.95, example: '30 %',
    note: 'this, sizeRatio or electrolyteDiameter',
  }).optional(),
  sizeExponent: quantity('dimensionless', {
    label: 'm, a ratio of diameters acts as lambda^m', min: 0, max: 2, default: 0.11, example: '1', assumed: true,
    note: 'fitted to the ionic conductivities of ketter2025 and schlautmann2023 (pressed Li6PS5Cl, lambda 0.1 to 0.9); '
      + 'rigid spheres have 1',
  }),
  exponent: quantity('dimensionless', {
    label: 't of sigma ~ ((x - xc) / (1 - xc))^t', min: 1, max: 5, default: 2, example: '2',
    source: '10.1103/RevModPhys.45.574 (DOI unverified): conductivity of three-dimensional networks, 1.6 to 2',
  }),
  coordinationNumber: quantity('dimensionless', {
    label: 'mean number of contacts of a particle', min: 4, max: 12, default: 6, example: '6', source: '10.3390/en6031632: random packing of spheres',
  }),
}).describe('a power law above a threshold that follows from sizes and composition, and what it leaves unconnected')
  .transform((written, context): PercolationModel => {
    const given = sizeKeys.filter((key) => written[key] !== undefined);
    if (given.length > 1) refuse(context, wording.onlyOneOf(sizeKeys, given));
    if (given.length === 0) refuse(context, wording.missingOneOf(sizeKeys));
    return { kind: 'percolation', ...written };
  });

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
  percolation?: PercolationModel;
  alignedChannels?: z.output<typeof alignedChannels>;
}

/** The one kind that was written; Bruggeman's exponent and prefactor stand in for one another. */
function toTransport(written: WrittenTransport, kinds: readonly string[], context: Context): TransportModel {
  const { tortuosityFactor, effectiveConductivity, bruggemanExponent = 1.5, prefactor = 1 } = written;
  const bruggeman = written.bruggemanExponent !== undefined || written.prefactor !== undefined;
  const found = kinds.filter((kind) =>
    (kind === 'bruggemanExponent' ? bruggeman : written[kind as keyof WrittenTransport] !== undefined));
  if (found.length > 1) refuse(context, wording.onlyOneOf(kinds, found));
  if (tortuosityFactor !== undefined) return { kind: 'tortuosityFactor', value: tortuosityFactor };
  if (effectiveConductivity !== undefined) return { kind: 'effectiveConductivity', value: effectiveConductivity };
  if (written.alignedChannels !== undefined) return { kind: 'alignedChannels', ...written.alignedChannels };
  return written.percolation ?? { kind: 'bruggeman', exponent: bruggemanExponent, prefactor };
}

const simpleKinds = ['tortuosityFactor', 'bruggemanExponent', 'effectiveConductivity'];

const describeTransport = (carrier: string, more = '') =>
  `effective transport of the ${carrier}: a tortuosity factor, a Bruggeman law${more} or a measured effective conductivity`;

/** Of the electrons of an electrode. */
export const transport = (carrier: string) => omittable(
  z.strictObject({ ...transportShape(carrier), percolation: percolation.optional() })
    .describe(describeTransport(carrier, ', percolation'))
    .transform((written, context) => toTransport(written, [...simpleKinds, 'percolation'], context)),
  { bruggemanExponent: 1.5, prefactor: 1 });

/** Of the ions of an electrode. */
export const ionsOfElectrode = omittable(
  z.strictObject({ ...transportShape('ions'), percolation: percolation.optional(), alignedChannels: alignedChannels.optional() })
    .describe(describeTransport('ions', ', percolation, channels'))
    .transform((written, context) => toTransport(written, [...simpleKinds, 'percolation', 'alignedChannels'], context)),
  { bruggemanExponent: 1.5, prefactor: 1 });

/** Of the membrane: straight paths where nothing is said. Without a second kind of particle there is nothing to percolate. */
export const membraneTransport = omittable(
  z.strictObject({
    ...transportShape('ions'),
    tortuosityFactor: quantity('dimensionless', {
      label: 'tortuosity factor of the ions, kappaEff = kappa eps / tau', min: 1, max: 1e4, example: '3.2', assumed: true,
      note: '1: straight paths, as in a dense membrane',
    }).optional(),
  }).describe(describeTransport('ions')).transform((written, context) => toTransport(written, simpleKinds, context)),
  { tortuosityFactor: 1 });
