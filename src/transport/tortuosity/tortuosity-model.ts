import type { TransportModel } from '../../config/case.js';
import type { Spread } from '../effective-medium/prediction.js';

/** One phase of a composite: bulk conductivity and the volume fraction through which it conducts. */
export interface ConductingPhase {
  /** Conductivity of the phase alone at a temperature [K], or at that of the case [S m^-1]. */
  bulkConductivity(temperature?: number): number;
  readonly volumeFraction: number;
  /** Thickness of the layer, also where the phase is that of a slice of it [m]; absent in a membrane. */
  readonly thickness?: number;
  /** Particles and voids around the phase; absent in a membrane. */
  readonly mixture?: Mixture;
}

/** What surrounds a phase of a composite. */
export interface Mixture {
  readonly carrier: 'ions' | 'electrons';
  /** Volume share of the phase in the solids. */
  readonly share: number;
  readonly porosity: number;
  /** Volume share of the binder in the solids; absent: none. */
  readonly binderShare?: number;
  /** Diameter of the particles of active material, and of those of the electrolyte where it is known [m]. */
  readonly activeDiameter: number;
  readonly electrolyteDiameter?: number;
}

/**
 * How a way of stating transport gives the tortuosity FACTOR tau of  kappaEff = kappa eps / tau  (never its square root).
 * A new model is a kind in `TransportModel` and a file beside this one; the compiler asks for the rest.
 */
export interface TortuosityModel<K extends TransportModel['kind'] = TransportModel['kind']> {
  readonly equation: string;
  readonly source: string;
  /** Volume fractions for which the equation may be trusted. */
  readonly range: readonly [number, number];
  tortuosityFactor(parameters: Extract<TransportModel, { kind: K }>, phase: ConductingPhase): number;
  /** What the law says of its own error; absent where it says nothing. */
  spread?(parameters: Extract<TransportModel, { kind: K }>, phase: ConductingPhase): Spread;
}
