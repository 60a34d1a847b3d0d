/**
 * Energy per mass and per volume, always with the basis it refers to. Everything is carried per area of unit cell, because
 * the areal energy is what a simulation delivers.
 */

/** What is weighed and measured, per area of unit cell. */
export interface Basis {
  /** [kg m^-2] */
  readonly arealMass: number;
  /** [m^3 m^-2] */
  readonly arealVolume: number;
  /** What is counted, in words. */
  readonly text: string;
}

export const basisNames = ['electrode', 'unitCell', 'pouch'] as const;
export type BasisName = (typeof basisNames)[number];

export type CellInventory = Readonly<Record<BasisName, Basis>>;

export interface EnergyDensity {
  /** [J kg^-1] */
  readonly gravimetric: number;
  /** [J m^-3] */
  readonly volumetric: number;
  readonly basis: string;
}

export type EnergyDensities = Readonly<Record<BasisName, EnergyDensity>>;

/** w = E / m, u = E / v on every basis; E the areal energy of one unit cell [J m^-2]. */
export function energyDensity(inventory: CellInventory, arealEnergy: number): EnergyDensities {
  const on = ({ arealMass, arealVolume, text }: Basis): EnergyDensity => ({
    gravimetric: arealEnergy / arealMass,
    volumetric: arealEnergy / arealVolume,
    basis: text,
  });
  return { electrode: on(inventory.electrode), unitCell: on(inventory.unitCell), pouch: on(inventory.pouch) };
}
