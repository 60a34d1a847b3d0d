import { polarisationPartNames } from '../results/polarisation-parts.js';
import type { PolarisationPart, RateResult, ResultDocument } from '../results/result-schema.js';

/** Choice of the rate, the points and the part to speak of, and words for its load; shared by the card, the page and the figures. */

/** Losses count positive in both directions: Ueq - V on discharge, V - Ueq on charge. */
export function lossSign(rate: Pick<RateResult, 'direction'>): 1 | -1 {
  return rate.direction === 'charge' ? -1 : 1;
}

/** Rates with a result, whole or up to where a numerical outcome ended them. */
export function reachedRates(doc: ResultDocument): RateResult[] {
  return doc.rates.filter((rate) => rate.outcome.kind !== 'failed');
}

export function hasCurve(rate: RateResult): boolean {
  return loadedPoints(rate).length >= 2;
}

/** The rate closest to 1C on a log scale, of those that recorded a curve. */
export function rateForDetail(doc: ResultDocument, label?: string): RateResult | undefined {
  const curves = doc.rates.filter(hasCurve);
  const named = curves.find((rate) => rate.label === label);
  if (named !== undefined) return named;
  const distance = (rate: RateResult) => Math.abs(Math.log(rate.cRate));
  return curves.reduce<RateResult | undefined>((best, rate) => (best && distance(best) <= distance(rate) ? best : rate),
    undefined);
}

/** Points of the main step, its rests included. */
export function mainPoints({ profiles: { mainStep } }: Pick<RateResult, 'profiles'>): number[] {
  if (mainStep === null) return [];
  return Array.from({ length: mainStep.lastPoint - mainStep.firstPoint + 1 }, (_, k) => mainStep.firstPoint + k);
}

/** Points of the main step under current, where the loss has parts; the mean of the parts is over these. */
export function loadedPoints(rate: RateResult): number[] {
  const { polarisation_mV: parts } = rate.series;
  return mainPoints(rate).filter((k) => polarisationPartNames.every((part) => parts[part][k] !== null));
}

/** What of a rate its charge is read from. */
type RateCharge = Pick<RateResult, 'direction' | 'profiles'> & {
  readonly series: Pick<RateResult['series'], 'arealCapacity_mAh_cm2'>;
};

/** Charge passed since the start of the main step [mAh cm^-2]; grows in the direction of the rate. */
export function capacityAt(rate: RateCharge, point: number): number {
  const { arealCapacity_mAh_cm2: charge } = rate.series;
  return lossSign(rate) * (charge[point] - charge[rate.profiles.mainStep?.firstPoint ?? 0]);
}

export interface LargestPart {
  readonly part: PolarisationPart;
  /** [mV], as a loss */
  readonly loss: number;
}

export function largestPart(rate: RateResult): LargestPart | undefined {
  const parts = polarisationPartNames.flatMap((part): LargestPart[] => {
    const value = rate.polarisation_mV[part];
    return value === null ? [] : [{ part, loss: lossSign(rate) * value }];
  });
  return parts.sort((a, b) => b.loss - a.loss)[0];
}

/** Delivered charge grows with this sign in every figure. */
export function chargeSign(doc: ResultDocument): 1 | -1 {
  return doc.rates.length > 0 ? lossSign(doc.rates[0]) : 1;
}

/** The parts that are not zero throughout: a single-ion conductor has no salt, a cell without films none of theirs. */
export function presentParts(rates: readonly RateResult[]): PolarisationPart[] {
  return polarisationPartNames.filter((part) =>
    rates.some((rate) => (rate.series.polarisation_mV[part] ?? []).some((value) => value))
  );
}

type Driven = Pick<RateResult, 'label' | 'load'>;

/** Whether the load is a current that the rates of a case can be compared by. */
export const isRate = ({ load: { kind } }: Pick<Driven, 'load'>): boolean =>
  kind === 'cRate' || kind === 'currentDensity';

/** "at C/10", "at 10 mW/cm^2", "over drive-cycle.csv". */
export const underLoad = ({ label, load }: Driven): string => `${load.value === null ? 'over' : 'at'} ${label}`;

const longest = 20;

/** Figures have no room for the name of a file. */
export const shortened = (text: string): string => text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
