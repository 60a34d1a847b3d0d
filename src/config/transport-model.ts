/** How a case states what a layer conducts, in SI; part of the `Case`, from which it is imported. */

/** Effective transport of one phase in one layer; exactly one kind. `tau` is the tortuosity FACTOR: kappaEff = kappa eps / tau. */
export type TransportModel =
  | { readonly kind: 'tortuosityFactor'; readonly value: number }
  | { readonly kind: 'bruggeman'; readonly exponent: number; readonly prefactor: number }
  | { readonly kind: 'effectiveConductivity'; readonly value: number }
  | AlignedChannels
  | PercolationModel;

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

/** A random resistor network of a layer's composition: voxels as wide as the smaller of the two kinds of particles. */
export interface NetworkStructure {
  /** Mean diameter of the electrolyte's particles [m]; that of the active material is twice its radius. */
  readonly electrolyteDiameter: number;
  /** Voxels along an edge of the cube that is solved, and cubes that are averaged. */
  readonly voxels: number;
  readonly realisations: number;
}
