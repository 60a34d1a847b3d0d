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

/** A property at a temperature [K] over its value at the case's temperature; absent = independent of temperature. */
export type TemperatureFactor = (temperature: number) => number;

/** Arrhenius: value(T) = value(Tref) exp(Ea/R (1/Tref - 1/T)). */
export interface ActiveMaterial {
  readonly kind: 'activeMaterial';
  readonly name: string;
  /** Crystal density [kg m^-3]. */
  readonly density: number;
  /** [$ kg^-1]; absent where nobody gave one, as in every material. */
  readonly price?: number;
  /** Li concentration at stoichiometry 1 on the axis of the open-circuit potential [mol m^-3]. */
  readonly maximumConcentration: number;
  /**
   * Stoichiometry when the cell is charged and when it is discharged; their distance is the theoretical capacity. In a cathode
   * the charged one is the lower, in a composite anode the higher.
   */
  readonly chargedStoichiometry: number;
  readonly dischargedStoichiometry: number;
  /** Stoichiometry in the cell before its first charge; absent: the discharged one. */
  readonly asBuiltStoichiometry?: number;
  /** [m] */
  readonly particleRadius: number;
  /** U(s) at the case's temperature [V]. */
  readonly openCircuitPotential: ScalarFunction;
  /** Stoichiometries between which U is known: a table's ends, of a constant the window; absent: all of 0..1. */
  readonly potentialRange?: readonly [low: number, high: number];
  /** dU/dT(s) [V K^-1]; absent where nobody gave it. */
  readonly entropicCoefficient?: ScalarFunction;
  /** D(s) at the case's temperature [m^2 s^-1]. */
  readonly diffusivity: ScalarFunction;
  /** Bulk sigma(s) at the case's temperature [S m^-1]. */
  readonly electronicConductivity: ScalarFunction;
  /** Standard deviation of ln of the electronic conductivity; absent: 0. */
  readonly electronicConductivitySpread?: number;
  /** i0 = referenceExchangeCurrentDensity * 2 sqrt(s (1 - s)) at the case's temperature [A m^-2]; the reference is s = 1/2. */
  readonly referenceExchangeCurrentDensity: number;
  /** i0(s) / i0(1/2) as measured, in place of 2 sqrt(s (1 - s)); held beyond its data, so that it stays positive. */
  readonly exchangeCurrentShape?: ScalarFunction;
  readonly anodicTransferCoefficient: number;
  readonly cathodicTransferCoefficient: number;
  /** State that a conversion material is built in; lithium does not pass from particle to particle of it. Absent: lithium is inserted. */
  readonly converts?: 'charged' | 'discharged';
  /** Share of it that converts at all; absent where all of it takes part. */
  readonly convertedShare?: number;
  /** Volume of a particle over that at another stoichiometry; only where it is known. */
  readonly relativeVolume?: ScalarFunction;
  readonly temperatureFactors?: Readonly<
    Partial<Record<'diffusivity' | 'electronicConductivity' | 'exchangeCurrentDensity', TemperatureFactor>>
  >;
}

export interface Electrolyte {
  readonly kind: 'electrolyte';
  readonly name: string;
  readonly density: number;
  readonly price?: number;
  /** Bulk ionic conductivity at the case's temperature, with salt at its initial concentration [S m^-1]. */
  readonly ionicConductivity: number;
  /** Measured on a sintered body: more than a pressed powder of it conducts. */
  readonly sintered?: true;
  /** Radius of its particles in a pressed composite [m]; absent where it is not known. */
  readonly particleRadius?: number;
  /** Li+ transference number, with salt at its initial concentration; 1 = single-ion conductor. */
  readonly transferenceNumber: number;
  /** Factor of the conductivity of a single-ion conductor over temperature. */
  readonly temperatureFactor?: TemperatureFactor;
  /** Absent in a single-ion conductor. */
  readonly salt?: SaltElectrolyte;
  /** Constriction at the contacts of its powder with the active particles, see `transport/constriction`. */
  readonly contactConstriction?: number;
  /** Exponent by which those contacts narrow at a low share of electrolyte in the solids. */
  readonly contactDilution?: number;
  /** Resistance of an interlayer or interphase on lithium, in series with charge transfer [ohm m^2]. */
  readonly lithiumResistance?: number;
  /** Growth of the resistance of interphases in their first day, on lithium and per area of oxide particles [ohm m^2]; see `interphase-growth`. */
  readonly lithiumInterphase?: number;
  readonly oxideInterphase?: number;
  /** Factor of the growth on oxide particles in a composite with carbon. */
  readonly oxideInterphaseWithCarbon?: number;
  /** Current density from which voids or filaments are reported on lithium [A m^-2]. */
  readonly criticalCurrentDensity?: number;
  /** Potential against Li/Li+ above which it is oxidised [V]. */
  readonly oxidationPotential?: number;
}

/** A salt in a liquid or a polymer (t+ < 1); every function is of the concentration [mol m^-3], at the case's temperature. */
export interface SaltElectrolyte {
  /** Concentration at rest, and the one that exchange current densities refer to [mol m^-3]. */
  readonly initialConcentration: number;
  readonly referenceConcentration: number;
  /** kappa [S m^-1], D [m^2 s^-1], t+ and chi = 1 + dln f/dln c of the bulk. */
  readonly conductivity: ScalarFunction;
  readonly diffusivity: ScalarFunction;
  readonly transferenceNumber: ScalarFunction;
  readonly thermodynamicFactor: ScalarFunction;
  readonly temperatureFactors?: Readonly<Partial<Record<'conductivity' | 'diffusivity', TemperatureFactor>>>;
}

export interface PlanarAnode {
  readonly kind: 'planarAnode';
  readonly name: string;
  readonly density: number;
  readonly price?: number;
  /** Charge per mass of the anode as built [C kg^-1]. */
  readonly specificCapacity: number;
  /** Equilibrium potential against Li/Li+ [V]. */
  readonly equilibriumPotential: number;
  /** Exchange current density at the case's temperature [A m^-2]. */
  readonly exchangeCurrentDensity: number;
  readonly anodicTransferCoefficient: number;
  readonly cathodicTransferCoefficient: number;
  /** Resistance of the plane in series with charge transfer [ohm m^2]. */
  readonly areaSpecificResistance?: number;
  /** Factor of the exchange current density over temperature. */
  readonly temperatureFactor?: TemperatureFactor;
}

/** Potential against Li/Li+ below which a plane reacts with an electrolyte as lithium does [V]. */
const touchesLithium = 0.1;

export const isLithium = ({ equilibriumPotential }: PlanarAnode): boolean => equilibriumPotential < touchesLithium;

/** Carbon, binder, foil: mass, volume, and conductivity where it conducts. */
export interface PassiveMaterial {
  readonly kind: 'passive';
  readonly name: string;
  readonly density: number;
  readonly price?: number;
  /** [S m^-1]; 0 for a binder. */
  readonly electronicConductivity: number;
  /** Length over thickness of a fibre; absent where it is none. */
  readonly aspectRatio?: number;
}

/** One active material of a layer, by its share of the mass of all of them. */
export interface ActivePart {
  readonly material: ActiveMaterial;
  readonly massShare: number;
}

/** What is asked of the active material of a layer as a whole, which may be several. */
export type ActiveWhole = Pick<ActiveMaterial,
  'kind' | 'name' | 'density' | 'price' | 'maximumConcentration' | 'chargedStoichiometry' | 'dischargedStoichiometry'
    | 'particleRadius' | 'electronicConductivity' | 'electronicConductivitySpread' | 'temperatureFactors'>;

/** One per layer of a composite electrode; of a blend `activeMaterial` is the whole of it (`materials/blend`). */
export type LayerMaterials = BesideActive & ActiveOfLayer;

/** The active material of a layer, or several of them. */
export type ActiveOfLayer =
  | { readonly activeMaterial: ActiveMaterial; readonly blend?: undefined }
  | { readonly activeMaterial: ActiveWhole; readonly blend: readonly ActivePart[] };

interface BesideActive {
  readonly electrolyte: Electrolyte;
  readonly carbon?: PassiveMaterial;
  readonly binder?: PassiveMaterial;
  /** Coating of the active particles, where the case names its material. */
  readonly coating?: Electrolyte;
  /** Resistance of what has grown between the electrolyte and the active particles, per area of these [ohm m^2]; absent where nothing has. */
  readonly interphase?: number;
}

export type AnodeMaterials =
  | {
    readonly kind: 'planar';
    readonly material: PlanarAnode;
    /** Material of the host that holds the lithium. */
    readonly host?: Electrolyte;
    /** Resistance of the plane in series with charge transfer, where the case gives none [ohm m^2]. */
    readonly resistance: number;
  }
  | { readonly kind: 'composite'; readonly layer: LayerMaterials };

export interface MaterialSet {
  readonly anode: AnodeMaterials;
  readonly membrane: Electrolyte;
  /** Electrolytes of the layers between the anode and the membrane, from the anode on; absent: none. */
  readonly interlayers?: readonly Electrolyte[];
  /** Frame that holds the membrane's electrolyte; no equation depends on it, but mass, volume and cost do. */
  readonly frame?: PassiveMaterial;
  readonly layers: readonly LayerMaterials[];
  readonly cathodeCollector: PassiveMaterial;
  readonly anodeCollector: PassiveMaterial;
  /** Plate of a bipolar stack. */
  readonly bipolarPlate?: PassiveMaterial;
  /** Every property used, with its source, its mark and what contradicts it. */
  readonly ledger: ParameterLedger;
}
