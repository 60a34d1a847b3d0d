import type { LumpedThermal } from '../../config/case.js';
import type { ActiveMaterial, PlanarAnode, SaltElectrolyte, ScalarFunction,
  TemperatureFactor } from '../../materials/material.js';
import type { CellMesh } from '../../mesh/cell-mesh.js';
import type { ParticleShells } from '../../mesh/shell-row.js';

/**
 * What a cell is made of, as numbers per cell of the mesh and per particle class; built once per simulation by
 * `build-cell-properties`. Effective properties live on cells, contacts on faces.
 */
export interface CellProperties {
  readonly mesh: CellMesh;
  readonly shells: ParticleShells;
  /** Temperature of the cell; where it changes, that at the start [K]. */
  readonly temperature: number;
  /** Absent where the temperature stays as it is. */
  readonly thermal?: ThermalModel;
  readonly ions: IonicProperties;
  /** sigmaEff(mean stoichiometry) of each region; undefined in the membrane [S m^-1]. */
  readonly electronicConductivity: readonly (ScalarFunction | undefined)[];
  /** Resistance of the contact for ions on each face [ohm m^2]. */
  readonly ionicContact: Float64Array;
  /** Resistance of the contact for electrons on each face [ohm m^2]; absent: none. */
  readonly electronicContact?: Float64Array;
  readonly anode: AnodeModel;
  /** Cathode | collector contact [ohm m^2]. */
  readonly collectorResistance: number;
  readonly particles: readonly ParticleClass[];
}

/** Active material through which lithium passes from cell to cell. */
export interface ActiveNetwork {
  /** Volume fraction over tortuosity factor, eps/tau, for lithium in the network. */
  readonly transportFactor: number;
  /** Whether there is an electrolyte in its pores as well. */
  readonly wetted: boolean;
  /** Lithium diffuses inside particles as well. Without it the network in a cell that has no electrolyte is one body of one stoichiometry. */
  readonly particles?: true;
  /** Share of the area of a face that the network takes; absent: the volume fraction of the class. */
  readonly share?: number;
}

/** Balance of heat, and how each region's conductors follow the temperature. */
export interface ThermalModel extends LumpedThermal {
  readonly regions: readonly {
    /** Factor of the ionic conductivity of a single-ion conductor; an electrolyte with salt has its own. */
    readonly ionicFactor?: TemperatureFactor;
    /** Factor of the effective electronic conductivity without the part of the carbon, which is `carbonConductivity` [S m^-1]. */
    readonly electronicFactor?: TemperatureFactor;
    readonly carbonConductivity?: number;
  }[];
}

/** A single-ion conductor needs its kappaEff; one with salt moves it by diffusion and migration as well. */
export type IonicProperties =
  | {
    readonly kind: 'singleIon';
    /** kappaEff per cell [S m^-1]. */
    readonly conductivity: Float64Array;
  }
  | {
    readonly kind: 'salt';
    readonly electrolyte: SaltElectrolyte;
    /** Volume fraction eps of the electrolyte, and eps/tau, per cell. */
    readonly volumeFraction: Float64Array;
    readonly transportFactor: Float64Array;
  };

/** A plane of lithium with its own kinetics, or a composite solved like the cathode (its particles are in `particles`). */
export type AnodeModel =
  | {
    readonly kind: 'planar';
    readonly material: PlanarAnode;
    /** [ohm m^2] */
    readonly resistance: number;
  }
  | {
    readonly kind: 'composite';
    /** Anode | collector contact [ohm m^2]. */
    readonly resistance: number;
  };

/** The particles of one kind and size in one region: one representative sphere in each of its cells. A region may have several. */
export interface ParticleClass {
  readonly region: number;
  /** Name of its active material in the case, where the region has several. */
  readonly part?: string;
  /** Its `particleRadius` is that of the class. */
  readonly material: ActiveMaterial;
  /** eps of the active material of this class that takes part. */
  readonly volumeFraction: number;
  /** Share of the active material of this class that takes part; the rest is cut off from ions or electrons and counts as theoretical capacity alone. */
  readonly connectedFraction: number;
  /** Wetted area per electrode volume: coverage 3 eps / R of what takes part [m^-1]. */
  readonly specificInterfacialArea: number;
  readonly coverage: number;
  /** Share of that area which is in contact, of the mean stoichiometry of the particle; absent: all of it. */
  readonly contact?: ScalarFunction;
  /** Resistance of films and of the way from a channel to the particles [ohm m^2]. */
  readonly filmResistance: number;
  /** Part of `filmResistance` that is the way from a channel, which a loss of contact does not change; absent: 0. */
  readonly pathResistance?: number;
  /** Effective diffusivity in the particles, where contacts or grain boundaries make it differ from its material's [m^2 s^-1]. */
  readonly fillingDiffusivity?: ScalarFunction;
  /** Absent: lithium stays in its particle. Classes of one region have one network. */
  readonly network?: ActiveNetwork;
}
