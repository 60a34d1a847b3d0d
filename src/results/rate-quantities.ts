import { z } from 'zod';
import { orNull, unitSize } from '../units/document-units.js';
import type { Performance } from './performance.js';

/** What the numbers of a rate follow from, SI. */
export interface MeasuredRate {
  readonly performance: Performance;
  /** [A m^-2] */
  readonly currentDensity: number;
  readonly cRate: number;
  /** [kg m^-2] */
  readonly activeMassLoading: number;
}

/** One number of a rate. */
export interface RateQuantity {
  /** On card and page. */
  readonly title: string;
  /** Behind the point, on card and page. */
  readonly digits: number;
  readonly meaning: string;
  /** SI value, NaN where it is not defined. */
  readonly of: (rate: MeasuredRate) => number;
}

const quantity = (title: string, digits: number, meaning: string, of: RateQuantity['of']): RateQuantity => (
  { title, digits, meaning, of }
);

/** The numbers of a rate by the key that they have in every document and table; the key ends with the unit. Defined for every run. */
const defined = {
  cRate: quantity('C-rate', 3, 'rate as a multiple of 1C', ({ cRate }) => cRate),
  currentDensity_mA_cm2: quantity('current', 2, 'magnitude of the current', ({ currentDensity }) => currentDensity),
  arealCapacity_mAh_cm2: quantity('areal', 2, 'delivered', ({ performance: { main } }) => main.arealCapacity),
  specificCapacity_mAh_g: quantity('specific', 1, 'delivered, per active material',
    ({ performance: { main }, activeMassLoading }) => main.arealCapacity / activeMassLoading),
  utilisation: quantity('used', 3, 'delivered / theoretical capacity of the cathode',
    ({ performance: { main, theoreticalArealCapacity } }) => main.arealCapacity / theoreticalArealCapacity),
  arealEnergy_mWh_cm2: quantity('energy', 2, 'delivered', ({ performance: { main } }) => main.arealEnergy),
} as const;

/** The same where a run may have none: nothing was reached, or nothing flowed. */
const optional = {
  meanVoltage_V: quantity('mean', 3, 'over the charge delivered', ({ performance: { main } }) => main.meanVoltage),
  frontDepth_um: quantity('front depth', 1, 'depth that the reaction front reaches',
    ({ performance: { main, recording, frontDepthAt } }) =>
      recording.points === 0 ? NaN : frontDepthAt(main.segment?.last ?? recording.points - 1)),
} as const;

type Defined = keyof typeof defined;
type Optional = keyof typeof optional;
export type RateQuantityKey = Defined | Optional;

export const rateQuantities: Readonly<Record<RateQuantityKey, RateQuantity>> = { ...defined, ...optional };

function shapeOf<K extends string, T>(table: Readonly<Record<K, RateQuantity>>, leaf: (meaning: string) => T) {
  const leaves = Object.entries<RateQuantity>(table).map(([key, { meaning }]) => [key, leaf(meaning)]);
  return Object.fromEntries(leaves) as Record<K, T>;
}

/** The keys of the document of a rate. */
export const rateQuantityShape = {
  ...shapeOf(defined, (meaning) => z.number().describe(meaning)),
  ...shapeOf(optional, (meaning) => z.number().nullable().describe(meaning)),
};

/** The numbers of a rate in the units of their keys. */
export const quantitiesOf = (rate: MeasuredRate): Record<Defined, number> & Record<Optional, number | null> =>
  Object.fromEntries(Object.entries(rateQuantities).map(([key, { of }]) => {
    const value = of(rate) / unitSize(key);
    return [key, key in defined ? value : orNull(value)];
  })) as ReturnType<typeof quantitiesOf>;
