/** How a case states what a layer conducts, in SI; part of the `Case`, from which it is imported. */

/** Effective transport of one phase in one layer; exactly one kind. `tau` is the tortuosity FACTOR: kappaEff = kappa eps / tau. */
export type TransportModel = (
  | { readonly kind: 'tortuosityFactor'; readonly value: number }
  | { readonly kind: 'bruggeman'; readonly exponent: number; readonly prefactor: number }
  | MeasuredConductivity
  | AlignedChannels
  | PercolationModel
  | EffectiveMediumModel
) & {
  /** Declared standard deviation of ln of the effective conductivity; absent: what the law knows of itself, or 0. */
  readonly spread?: number;
};

/** As measured on the composite [S m^-1]. */
export interface MeasuredConductivity {
  readonly kind: 'effectiveConductivity';
  readonly value: number;
  /** At which it was measured; absent: the temperature of the case [K]. */
  readonly referenceTemperature?: number;
}

/** The law of pressed powders, fitted to measured composites; at most one of sizeRatio and threshold is present. */
export interface EffectiveMediumModel {
  readonly kind: 'effectiveMedium';
  /** Diameter of the active material's particles over that of the electrolyte's; absent: from the materials. */
  readonly sizeRatio?: number;
  /** Share of the solids at which the phase begins to lead through; absent: from the sizes. */
  readonly threshold?: number;
  /** k of the factor exp(-k v) on the conductivity of the ions, v the binder's share of the solids. */
  readonly binderExponent: number;
}

/** Electrolyte in straight channels through a layer, beside walls of composite; of the ions of an electrode only. */
export interface AlignedChannels {
  readonly kind: 'alignedChannels';
  /** Channels in the volume of the layer; the rest of its electrolyte is in the walls. */
  readonly fraction: number;
  /** From the middle of a channel to that of the next [m]. */
  readonly spacing: number;
  readonly shape: 'lamellae' | 'cylinders';
  /** Between the channels and the direction through the thickness [rad]. */
  readonly misalignment: number;
  /** tau of the electrolyte in the walls. */
  readonly wallTortuosityFactor: number;
}

/** A power law above a threshold; exactly one of sizeRatio, electrolyteDiameter and threshold is present. */
export interface PercolationModel {
  readonly kind: 'percolation';
  /** Diameter of the active material's particles over that of the electrolyte's. */
  readonly sizeRatio?: number;
  /** [m]; the ratio is then taken with twice the particle radius. */
  readonly electrolyteDiameter?: number;
  /** Share of the solids at which the phase begins to lead through. */
  readonly threshold?: number;
  /** m: a ratio of diameters acts as its power m; 1 for rigid spheres. */
  readonly sizeExponent: number;
  /** t of the power law. */
  readonly exponent: number;
  /** Mean number of contacts of a particle. */
  readonly coordinationNumber: number;
}

/** What a binder does beside taking volume: it glues, and it covers. */
export interface BinderFilm {
  /** Share of the particle surface in contact without any binder, 0..1. */
  readonly contactWithout: number;
  /** Share of the active material that holds to the rest without any binder, 0..1. */
  readonly connectedWithout: number;
  /** Mean thickness of binder on the particles at which the missing contact falls, and the blocked one grows, by a factor e [m]. */
  readonly gainThickness: number;
  readonly blockingThickness: number;
  /** k of  tau = tau(without binder) exp(k epsBinder / epsAM). */
  readonly pathBlocking: number;
}

/** Carbon as a network of its own beside that of the active material. */
export interface CarbonNetwork {
  readonly shape: 'points' | 'fibres' | 'sheets';
  /** Length over thickness of a fibre, diameter over thickness of a sheet; 1 for points. */
  readonly aspectRatio: number;
  /** What the carbon would conduct if it filled the space, contacts included [S m^-1]. */
  readonly conductivity: number;
  /** t of the power law. */
  readonly exponent: number;
}

/** A random resistor network of a layer's composition: a voxel, or a few, has the volume of the smaller of the two kinds of particles. */
export interface NetworkStructure {
  /** Mean diameter of the electrolyte's particles [m]; that of the active material is twice its radius. */
  readonly electrolyteDiameter: number;
  /** Voxels along an edge of the cube that is solved, and cubes that are averaged. */
  readonly voxels: number;
  readonly realisations: number;
  /** Voxels along the edge of a cube as large as a smaller particle. */
  readonly resolution: number;
}
