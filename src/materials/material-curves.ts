import type { ActiveMaterial, ScalarFunction } from './material.js';
import type { Table } from './property.js';
import { valueAt } from './scalar-functions.js';

/** What an active material does over its stoichiometry, in SI. */
export interface ActiveCurves {
  readonly kind: 'activeMaterial';
  readonly name: string;
  readonly stoichiometry: readonly number[];
  /** Against Li/Li+ [V]. */
  readonly potential: readonly number[];
  /** [m^2 s^-1] */
  readonly diffusivity: readonly number[];
  /** [A m^-2] */
  readonly exchangeCurrentDensity: readonly number[];
  /** [S m^-1] */
  readonly electronicConductivity: readonly number[];
  /** What the cell uses, and where the potential is known. */
  readonly window: readonly [low: number, high: number];
  readonly known: readonly [low: number, high: number];
  /** Of a material of one's own: the rows that were measured, on the stoichiometry, and the material that it is like. */
  readonly measured?: Partial<Readonly<Record<CurveKey, Table>>>;
  readonly like?: ActiveCurves;
}

export type CurveKey = 'potential' | 'diffusivity' | 'exchangeCurrentDensity' | 'electronicConductivity';

/** What an electrolyte conducts over temperature, in SI. */
export interface ConductionCurve {
  readonly kind: 'electrolyte';
  readonly name: string;
  /** [K] */
  readonly temperature: readonly number[];
  /** [S m^-1] */
  readonly conductivity: readonly number[];
  /** What is reported, at the temperature of the value taken. */
  readonly reported: readonly { readonly temperature: number; readonly conductivity: number;
    readonly taken: boolean }[];
}

export type MaterialCurves = ActiveCurves | ConductionCurve;

const samples = 400;

/** Between the ends of what is known of the potential, at the temperature that the material was built at; i0 as given, else 2 i0(1/2) sqrt(s (1 - s)). */
export function materialCurves(material: ActiveMaterial): ActiveCurves {
  const { name, chargedStoichiometry, dischargedStoichiometry, potentialRange } = material;
  const window = [Math.min(chargedStoichiometry, dischargedStoichiometry),
    Math.max(chargedStoichiometry, dischargedStoichiometry)] as const;
  const known = potentialRange ?? window;
  const stoichiometry = Array.from({ length: samples + 1 }, (_, i) => known[0] + ((known[1] - known[0]) * i) / samples);
  const sampled = (f: ScalarFunction): number[] => stoichiometry.map((s) => valueAt(f, s));
  const { exchangeCurrentShape: shape } = material;
  return {
    kind: 'activeMaterial',
    name,
    stoichiometry,
    potential: sampled(material.openCircuitPotential),
    diffusivity: sampled(material.diffusivity),
    exchangeCurrentDensity: stoichiometry.map((s) =>
      (shape ? valueAt(shape, s) : 2 * Math.sqrt(Math.max(0, s * (1 - s)))) * material.referenceExchangeCurrentDensity
    ),
    electronicConductivity: sampled(material.electronicConductivity),
    window,
    known,
  };
}

/** At some temperatures between the two that the values are meant for, and the values that others report. */
export function conductionCurve(name: string, at: (temperature: number) => number,
  [low, high]: readonly [number, number], reported: ConductionCurve['reported']): ConductionCurve
{
  const temperature = Array.from({ length: 41 }, (_, i) => low + ((high - low) * i) / 40);
  return { kind: 'electrolyte', name, temperature, conductivity: temperature.map(at), reported };
}
