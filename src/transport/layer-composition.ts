import type { Constituent } from '../config/case.js';
import type { SizeClass } from './particle-sizes.js';

/** What a constituent of a layer is there for. */
export type Role = Constituent['role'];

/** All roles, in the order of tables. */
export const roles: readonly Role[] = ['activeMaterial', 'electrolyte', 'carbon', 'binder'];

/** One active material of a layer. */
export interface PartComposition {
  /** Shares of the mass and of the volume of all active material of the layer. */
  readonly massShare: number;
  readonly volumeShare: number;
  /** Theoretical [C m^-2]. */
  readonly arealCapacity: number;
  /** Their volume shares add up to 1. */
  readonly particleSizes: readonly SizeClass[];
}

/** One layer of an electrode made consistent: everything that volume additivity and the crystal densities say about it. SI. */
export interface LayerComposition {
  /** [m] */
  readonly thickness: number;
  /** Thickness when what is converted in it has grown to its largest; that as built where this fits into the pores [m]. */
  readonly grownThickness?: number;
  /** Void volume fraction. */
  readonly porosity: number;
  /** Apparent density of the composite with its voids [kg m^-3]. */
  readonly density: number;
  /** Density of the solids without voids [kg m^-3]. */
  readonly solidDensity: number;
  /** Mass of composite per area [kg m^-2]. */
  readonly massLoading: number;
  /** Mass of active material per area [kg m^-2]. */
  readonly activeMassLoading: number;
  /** Theoretical areal capacity over the stoichiometry window [C m^-2]. */
  readonly arealCapacity: number;
  /** Shares of the electrode volume; with the porosity they add up to 1. */
  readonly volumeFractions: Readonly<Record<Role, number>>;
  /** Shares of the solid mass; they add up to 1. */
  readonly massFractions: Readonly<Record<Role, number>>;
  /** Its active materials; one where it is no blend. */
  readonly parts: readonly PartComposition[];
  /** Sizes of the active particles of all of them; their volume shares add up to 1. */
  readonly particleSizes: readonly SizeClass[];
  /** Wetted share of the particle surface: as given, times what the film of binder leaves. */
  readonly coverage: number;
  /** Wetted particle surface per electrode volume, a = coverage * sum of 3 epsAM share / R [m^-1]. */
  readonly specificInterfacialArea: number;
}
