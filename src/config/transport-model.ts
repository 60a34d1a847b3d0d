import * as z from 'zod';
import { type Frozen, quantity } from './fields/field.js';
import { choice } from './fields/step-fields.js';

/** How a case states what a layer conducts, in SI; part of the `Case`, from which it is imported. */

/** Effective transport of one phase in one layer; exactly one kind. `tau` is the tortuosity FACTOR: kappaEff = kappa eps / tau. */
export type TransportModel = (
  | { readonly kind: 'tortuosityFactor'; readonly value: number }
  | { readonly kind: 'bruggeman'; readonly exponent: number; readonly prefactor: number }
  /** tau as a formula of eps, which was checked when the case was read. */
  | { readonly kind: 'tortuosityFormula'; readonly formula: string }
  | MeasuredConductivity
  | AlignedChannels
  | PercolationModel
  | EffectiveMediumModel
) & {
  /** Declared standard deviation of ln of the effective conductivity; absent: what the law knows of itself, or 0. */
  readonly spread?: number;
};

/** An effective conductivity as measured on the composite; `value` [S m^-1]. */
export interface MeasuredConductivity {
  readonly kind: 'effectiveConductivity';
  readonly value: number;
  /** Temperature at which it was measured [K]; absent: that of the case. */
  readonly referenceTemperature?: number;
  /** Stoichiometry of the active material at which that of the electrons was measured; absent: it holds in every state. */
  readonly referenceStoichiometry?: number;
}

/** The law of pressed powders, fitted to measured composites; at most one of sizeRatio and threshold is present. */
export interface EffectiveMediumModel extends Frozen<z.output<typeof mediumFields>> {
  readonly kind: 'effectiveMedium';
}

/** Electrolyte in straight channels through a layer, beside walls of composite; of the ions of an electrode only [m, rad]. */
export interface AlignedChannels extends Frozen<z.output<typeof alignedChannels>> {
  readonly kind: 'alignedChannels';
}

/** A power law above a threshold; exactly one of sizeRatio, electrolyteDiameter [m] and threshold is present. */
export interface PercolationModel extends Frozen<z.output<typeof percolationFields>> {
  readonly kind: 'percolation';
}

const sizeRatio = (note: string) =>
  quantity('dimensionless', { label: 'lambda, diameter of the active particles over that of the electrolyte particles',
    min: 0.01, max: 100, example: '1.67', note }).optional();

export const percolationFields = z.strictObject({
  sizeRatio: sizeRatio('this, electrolyteDiameter or threshold'),
  electrolyteDiameter: quantity('length', {
    label: 'mean diameter of the particles of electrolyte',
    min: '1 nm',
    max: '1 mm',
    example: '3 um',
    note: 'this, sizeRatio or threshold; that of the active material is twice its particleRadius',
  }).optional(),
  threshold: quantity('fraction', {
    label: 'share of the solids at which the phase begins to conduct through the layer',
    min: 0.001,
    max: 0.95,
    example: '30 %',
    note: 'this, sizeRatio or electrolyteDiameter',
  }).optional(),
  sizeExponent: quantity('dimensionless', {
    label: 'm, a ratio of diameters acts as lambda^m',
    min: 0,
    max: 2,
    default: 0.11,
    example: '1',
    assumed: true,
    note: 'fitted to the ionic conductivities of ketter2025 and schlautmann2023 (pressed Li6PS5Cl, lambda 0.1 to 0.9); '
      + 'rigid spheres have 1',
  }),
  exponent: quantity('dimensionless', {
    label: 't of sigma ~ ((x - xc) / (1 - xc))^t',
    min: 1,
    max: 5,
    default: 2,
    example: '2',
    source: '10.1103/RevModPhys.45.574 (DOI unverified): conductivity of three-dimensional networks, 1.6 to 2',
  }),
  coordinationNumber: quantity('dimensionless', {
    label: 'mean number of contacts of a particle',
    min: 4,
    max: 12,
    default: 6,
    example: '6',
    source: '10.3390/en6031632: random packing of spheres',
  }),
}).describe('a power law above a threshold that follows from sizes and composition, and what it leaves unconnected');

export const mediumShape = {
  sizeRatio: sizeRatio(
    'default: from the particleRadius of both materials; where one is not known, over the sizes that powders have',
  ),
  threshold: quantity('fraction', {
    label: 'share of the solids at which the phase begins to conduct through the layer',
    min: 0.02,
    max: 0.9,
    example: '26 %',
    note: 'default: 0.131 + 0.085 ln(own/other diameter), fitted to 103 measured composites',
  }).optional(),
};

export const describeMedium =
  'general effective medium of pressed powders, fitted to 103 measured composites, with its interval';

/** Geometric mean of what binder costs the ions in three papers (`test/validation/binder`). */
export const binderExponentOfPapers = 20;

export const mediumFields = z.strictObject({
  ...mediumShape,
  binderExponent: quantity('dimensionless', {
    label: 'k of the factor exp(-k v), v share of the binder in the solids',
    min: 0,
    max: 100,
    default: binderExponentOfPapers,
    example: '13',
    assumed: true,
    note:
      'within a factor of 2: 13, 19 and 33 in 10.1002/aenm.202001563, 10.1016/j.ensm.2026.104930, 10.1038/s41467-025-59363-4',
  }),
  electrolyte: choice(['mixed', 'on-particles'], {
    label:
      'where the electrolyte is: a powder mixed with the active particles, or brought onto them as a shell (grown, coated, rubbed or rolled on)',
    note: 'default: mixed; on-particles gives an interval, as no cell like it was compared',
  }).optional(),
}).describe(describeMedium);

export const alignedChannels = z.strictObject({
  fraction: quantity('fraction', { label: 'channels of electrolyte in the volume of the layer', min: '0.1 %',
    max: '99 %', example: '20 %' }),
  spacing: quantity('length', { label: 'from the middle of a channel to the next', min: '0.1 um', max: '5 mm',
    example: '60 um' }),
  shape: choice(['lamellae', 'cylinders'], {
    label: 'shape of the channels',
    default: 'lamellae',
  }),
  misalignment: quantity('angle', {
    label: 'angle between the channels and the direction through the thickness',
    min: '0 deg',
    max: '80 deg',
    default: '0 deg',
    assumed: true,
    note: 'straight through',
  }),
  wallTortuosityFactor: quantity('dimensionless', {
    label: 'tortuosity factor of the electrolyte in the walls',
    min: 1,
    max: 1e4,
    example: '5',
  }),
}).describe(
  'straight channels of electrolyte beside walls of composite, with the way from channel to particle as a resistance',
);
