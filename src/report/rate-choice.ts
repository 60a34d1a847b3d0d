import {
  polarisationPartNames,
  type PolarisationPart,
  type RateResult,
  type ResultDocument,
} from '../results/result-schema.js';

/** Which rate, which points and which part to speak of; shared by the card, the page and the figures. */

/** Losses count positive in both directions: Ueq - V on discharge, V - Ueq on charge. */
export function lossSign(rate: RateResult): 1 | -1 {
  return rate.direction === 'charge' ? -1 : 1;
}

/** Rates with a result, whole or up to where a numerical outcome ended them. */
export function reachedRates(doc: ResultDocument): RateResult[] {
  return doc.rates.filter((rate) => rate.outcome.kind !== 'failed');
}

export function hasCurve(rate: RateResult): boolean {
  return mainStep(rate).length >= 2;
}

/** The rate closest to 1C on a log scale, of those that recorded a curve. */
export function rateForDetail(doc: ResultDocument, label?: string): RateResult | undefined {
  const curves = doc.rates.filter(hasCurve);
  const named = curves.find((rate) => rate.label === label);
  if (named !== undefined) return named;
  const distance = (rate: RateResult) => Math.abs(Math.log(rate.cRate));
  return curves.reduce<RateResult | undefined>(
    (best, rate) => (best && distance(best) <= distance(rate) ? best : rate),
    undefined,
  );
}

/** Points of the protocol step that passed the most charge in the direction of the rate, with the losses defined. */
export function mainStep(rate: RateResult): number[] {
  const { step, arealCapacity_mAh_cm2: charge, polarisation_mV: parts } = rate.series;
  const points = new Map<number, number[]>();
  step.forEach((id, k) => points.set(id, [...(points.get(id) ?? []), k]));
  const passed = (list: readonly number[]) => lossSign(rate) * (charge[list[list.length - 1]] - charge[list[0]]);
  let best: number[] = [];
  for (const list of points.values()) {
    if (best.length === 0 || passed(list) > passed(best)) best = list;
  }
  return best.filter((k) => parts.total[k] !== null);
}

export interface LargestPart {
  readonly part: PolarisationPart;
  /** [mV], as a loss */
  readonly loss: number;
}

export function largestPart(rate: RateResult): LargestPart | undefined {
  const sign = lossSign(rate);
  let best: LargestPart | undefined;
  for (const part of polarisationPartNames) {
    const value = rate.polarisation_mV[part];
    if (value !== null && (best === undefined || sign * value > best.loss)) best = { part, loss: sign * value };
  }
  return best;
}

/** Delivered charge grows with this sign in every figure. */
export function chargeSign(doc: ResultDocument): 1 | -1 {
  return doc.rates.length > 0 ? lossSign(doc.rates[0]) : 1;
}

/** The parts that are not zero throughout: a single-ion conductor has no salt, a cell without films none of theirs. */
export function presentParts(rates: readonly RateResult[]): PolarisationPart[] {
  return polarisationPartNames.filter((part) => rates.some((rate) => (rate.series.polarisation_mV[part] ?? []).some((value) => value)));
}
