import type { ParameterLedger } from '../config/case.js';

/**
 * Property functions that the equations call, free of geometry. SI throughout. A function of stoichiometry writes value
 * and slope so that the Jacobian stays analytic.
 */

/** y = f(x); `evaluate` writes out[0] = f(x) and out[1] = df/dx. `constant` is set where f does not depend on x. */
export interface ScalarFunction {
  readonly constant?: number;
  evaluate(x: number, out: Float64Array): void;
}

/** Arrhenius: value(T) = value(Tref) exp(Ea/R (1/Tref - 1/T)). */
export interface ActiveMaterial {
  readonly kind: 'activeMaterial';
  readonly name: string;
  /** Crystal density [kg m^-3]. */
  readonly density: number;
  /** Li concentration at stoichiometry 1 on the axis of the open-circuit potential [mol m^-3]. */
  readonly maximumConcentration: number;
  /** Stoichiometry when charged and when discharged; their difference is the theoretical capacity. */
  readonly chargedStoichiometry: number;
  readonly dischargedStoichiometry: number;
  /** [m] */
  readonly particleRadius: number;
  /** U(s) at the case's temperature [V]. */
  readonly openCircuitPotential: ScalarFunction;
  /** D(s) at the case's temperature [m^2 s^-1]. */
  readonly diffusivity: ScalarFunction;
  /** Bulk sigma(s) at the case's temperature [S m^-1]. */
  readonly electronicConductivity: ScalarFunction;
  /** i0 = referenceExchangeCurrentDensity * 2 sqrt(s (1 - s)) at the case's temperature [A m^-2]; the reference is s = 1/2. */
  readonly referenceExchangeCurrentDensity: number;
  readonly anodicTransferCoefficient: number;
  readonly cathodicTransferCoefficient: number;
}

export interface Electrolyte {
  readonly kind: 'electrolyte';
  readonly name: string;
  readonly density: number;
  /** Bulk ionic conductivity at the case's temperature [S m^-1]. */
  readonly ionicConductivity: number;
  /** Li+ transference number; 1 = single-ion conductor. */
  readonly transferenceNumber: number;
}

export interface PlanarAnode {
  readonly kind: 'planarAnode';
  readonly name: string;
  readonly density: number;
  /** Charge per mass of the anode as built [C kg^-1]. */
  readonly specificCapacity: number;
  /** Equilibrium potential against Li/Li+ [V]. */
  readonly equilibriumPotential: number;
  /** At the case's temperature [A m^-2]. */
  readonly exchangeCurrentDensity: number;
  readonly anodicTransferCoefficient: number;
  readonly cathodicTransferCoefficient: number;
}

/** Carbon, binder, foil: mass, volume, and conductivity where it conducts. */
export interface PassiveMaterial {
  readonly kind: 'passive';
  readonly name: string;
  readonly density: number;
  /** [S m^-1]; 0 for a binder. */
  readonly electronicConductivity: number;
}

/** One per cathode layer. */
export interface LayerMaterials {
  readonly activeMaterial: ActiveMaterial;
  readonly electrolyte: Electrolyte;
  readonly carbon?: PassiveMaterial;
  readonly binder?: PassiveMaterial;
}

export interface MaterialSet {
  readonly anode: PlanarAnode;
  readonly membrane: Electrolyte;
  readonly layers: readonly LayerMaterials[];
  readonly cathodeCollector: PassiveMaterial;
  readonly anodeCollector: PassiveMaterial;
  /** Every property used, with its source, its mark and what contradicts it. */
  readonly ledger: ParameterLedger;
}
