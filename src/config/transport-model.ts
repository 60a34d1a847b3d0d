import type * as z from 'zod';
import type { Frozen } from './fields/field.js';
import type { alignedChannels, mediumFields, percolationFields } from './sections/transport-schema.js';

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
