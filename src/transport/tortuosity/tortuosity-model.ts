import type { TransportModel } from '../../config/case.js';

/** One phase of a composite: bulk conductivity and the volume fraction through which it conducts. */
export interface ConductingPhase {
  /** At the temperature that a measured effective conductivity belongs to [S m^-1]. */
  readonly referenceConductivity: number;
  readonly volumeFraction: number;
  /** Of a phase among other particles; not in a membrane. */
  readonly mixture?: Mixture;
}

/** What surrounds a phase of a composite. */
export interface Mixture {
  readonly carrier: 'ions' | 'electrons';
  /** Share of the phase in the solids. */
  readonly share: number;
  readonly porosity: number;
  /** Of the particles of active material [m]. */
  readonly activeDiameter: number;
}

/**
 * How a way of stating transport gives the tortuosity FACTOR tau of  kappaEff = kappa eps / tau  (never its square root).
 * A new model is a kind in `TransportModel`, a file beside this one and a line in `tortuosity-models.ts`.
 */
export interface TortuosityModel<K extends TransportModel['kind'] = TransportModel['kind']> {
  readonly kind: K;
  readonly equation: string;
  readonly source: string;
  /** Volume fractions for which the equation may be trusted. */
  readonly range: readonly [number, number];
  tortuosityFactor(parameters: Extract<TransportModel, { kind: K }>, phase: ConductingPhase): number;
}
