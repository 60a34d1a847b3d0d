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
  /** Of every property; where that is lumped, at the start [K]. */
  readonly temperature: number;
  /** Absent where the temperature stays as it is. */
  readonly thermal?: ThermalModel;
  readonly ions: IonicProperties;
  /** sigmaEff(mean stoichiometry) of each region; undefined in the membrane [S m^-1]. */
  readonly electronicConductivity: readonly (ScalarFunction | undefined)[];
  /** Contact on each face for ions [ohm m^2]. */
  readonly ionicContact: Float64Array;
  /** The same for electrons; absent: none. */
  readonly electronicContact?: Float64Array;
  readonly anode: AnodeModel;
  /** Cathode | collector contact [ohm m^2]. */
  readonly collectorResistance: number;
  readonly particles: readonly ParticleClass[];
}

/** Active material through which lithium passes from cell to cell. */
export interface ActiveNetwork {
  /** eps/tau of its volume, for lithium. */
  readonly transportFactor: number;
  /** Whether there is an electrolyte in its pores as well. */
  readonly wetted: boolean;
  /** Particles keep the diffusion inside them; those that an electrolyte wets always do, without one a cell is one body otherwise. */
  readonly particles?: true;
  /** Share of a face that is network; absent: the volume fraction of the class. */
  readonly share?: number;
}

/** Balance of heat, and how each region's conductors follow the temperature. */
export interface ThermalModel extends LumpedThermal {
  readonly regions: readonly {
    /** Of a single-ion conductor; a salt carries its own. */
    readonly ionicFactor?: TemperatureFactor;
    /** Of sigmaEff but for the part of the carbon [S m^-1]. */
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
    /** eps of the electrolyte, and eps/tau, per cell. */
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
  /** Of several active materials in its region: which, as the case calls it. */
  readonly part?: string;
  /** Its `particleRadius` is that of the class. */
  readonly material: ActiveMaterial;
  /** eps of the active material of this class that takes part. */
  readonly volumeFraction: number;
  /** Its share of all active material of this class; the rest is cut off from ions or electrons: no equation, but theoretical capacity. */
  readonly connectedFraction: number;
  /** Wetted area per electrode volume: coverage 3 eps / R of what takes part [m^-1]. */
  readonly specificInterfacialArea: number;
  readonly coverage: number;
  /** Share of that area which is in contact, of the mean stoichiometry of the particle; absent: all of it. */
  readonly contact?: ScalarFunction;
  /** Of films and of the way from a channel to the particles [ohm m^2]. */
  readonly filmResistance: number;
  /** The part of it that is no film, so that contact does not change it; 0 where it is absent. */
  readonly pathResistance?: number;
  /** Diffusivity that it fills with, where contacts or boundaries make that another one than its material's [m^2 s^-1]. */
  readonly fillingDiffusivity?: ScalarFunction;
  /** Absent: lithium stays in its particle. Classes of one region have one network. */
  readonly network?: ActiveNetwork;
}
