import type { BasisName, cellFormats } from '../config/cell-format.js';
import { completeCost, type Cost } from './cost.js';

export type { BasisName } from '../config/cell-format.js';

/**
 * Energy per mass, per volume and per money, always with the basis it refers to. Everything is carried per area of unit cell,
 * because the areal energy is what a simulation delivers.
 */

/** What is weighed, measured and paid for, per area of unit cell. */
export interface Basis {
  /** Mass [kg m^-2]. */
  readonly arealMass: number;
  /** Volume as built [m^3 m^-2]. */
  readonly arealVolume: number;
  /** Volume of the charged cell, with the lithium that plates [m^3 m^-2]. */
  readonly chargedArealVolume: number;
  /** Cost [$ m^-2]. */
  readonly arealCost: Cost;
  /** What is counted, in words. */
  readonly text: string;
}

/** As tables head their columns. */
export const basisLabels: Readonly<Record<BasisName, string>> = {
  electrode: 'electrode',
  unitCell: 'unit cell',
  stack: 'stack',
  pouch: 'pouch',
};

/** As a sentence says it. */
export const basisWords: Readonly<Record<BasisName, string>> = {
  electrode: 'cathode layer',
  unitCell: 'unit cell',
  stack: 'stack',
  pouch: 'pouch cell',
};

/** As an axis says it: "Pouch cell (Wh/kg)". */
export const basisTitle = (basis: BasisName): string =>
  `${basisWords[basis][0].toUpperCase()}${basisWords[basis].slice(1)} (Wh/kg)`;

const tellingBases: Readonly<Record<(typeof cellFormats)[number], BasisName>> = {
  pouch: 'pouch',
  pellet: 'electrode',
  coin: 'electrode',
  sheet: 'unitCell',
  bipolar: 'stack',
};

/** The basis that tells of a cell: all that is built for use. A pellet and a coin cell are built to measure their cathode. */
export const tellingBasis = ({ format = 'pouch' }: { readonly format?: keyof typeof tellingBases }): BasisName =>
  tellingBases[format];

/** What every basis weighs, measures and costs. */
export type CellInventory = Readonly<Record<BasisName, Basis>>;

/** Energy and power over the mass, the volume and the cost of one basis. */
export interface EnergyDensity {
  /** Energy per mass [J kg^-1]. */
  readonly gravimetric: number;
  /** Energy per volume as built [J m^-3]. */
  readonly volumetric: number;
  /** Energy per volume of the charged cell [J m^-3]. */
  readonly chargedVolumetric: number;
  /** Mean power per mass [W kg^-1]; absent where no current flows. */
  readonly power?: number;
  /** Cost per energy [$ J^-1]; absent where something has no price. */
  readonly cost?: number;
  readonly basis: string;
}

/** Energy densities on every basis. */
export type EnergyDensities = Readonly<Record<BasisName, EnergyDensity>>;

/**
 * w = E / m, u = E / v, p = P / m, c = cost / E on every basis; E the areal energy of one unit cell [J m^-2], P its mean power over
 * the discharge [W m^-2].
 */
export function energyDensity(inventory: CellInventory, arealEnergy: number, arealPower?: number): EnergyDensities {
  const on = ({ arealMass, arealVolume, chargedArealVolume, arealCost, text }: Basis): EnergyDensity => {
    const cost = completeCost(arealCost);
    return {
      gravimetric: arealEnergy / arealMass,
      volumetric: arealEnergy / arealVolume,
      chargedVolumetric: arealEnergy / chargedArealVolume,
      ...(arealPower !== undefined && { power: arealPower / arealMass }),
      ...(cost !== undefined && arealEnergy > 0 && { cost: cost / arealEnergy }),
      basis: text,
    };
  };
  return {
    electrode: on(inventory.electrode),
    unitCell: on(inventory.unitCell),
    stack: on(inventory.stack),
    pouch: on(inventory.pouch),
  };
}
