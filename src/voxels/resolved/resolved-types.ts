import type { Curve } from './interface-current.js';

/** Constants of a resolved electrode in SI; the electrolyte is a single-ion conductor. */
export interface ResolvedMaterials {
  readonly ionicConductivity: number;
  readonly electronicConductivity: number;
  readonly diffusivity: number;
  /** Lithium sites of the active material [mol m^-3]. */
  readonly sites: number;
  readonly potential: Curve;
  readonly exchangeCurrent: Curve;
  /** RT/F [V] and F [C mol^-1]. */
  readonly thermalVoltage: number;
  readonly faraday: number;
}

/** A discharge at constant current. */
export interface ResolvedLoad {
  /** Current per area of the electrode [A m^-2]. */
  readonly currentDensity: number;
  readonly start: number;
  /** Step in time [s]; shorter where no solution is found. */
  readonly step: number;
  readonly mostSteps: number;
  /** Electrode against the electrolyte at the membrane [V]. */
  readonly cutoff: number;
}

export interface ResolvedPoint {
  readonly time: number;
  readonly voltage: number;
  /** Mean stoichiometry of all active material, what is cut off with that of the start. */
  readonly stoichiometry: number;
}

/** A discharge as it went, how it ended, and how well charge and lithium add up. */
export interface ResolvedDischarge {
  readonly points: readonly ResolvedPoint[];
  readonly ended: 'cutoff' | 'steps' | 'no-solution';
  /** Largest over the steps, as shares: charge that enters, reacts and leaves; lithium that is stored against charge that passed. */
  readonly balances: { readonly charge: number; readonly lithium: number };
  readonly counters: { readonly nodes: number; readonly newton: number; readonly krylov: number };
}
