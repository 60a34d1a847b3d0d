import { polarisationLabels, type RateResult } from '../results/result-schema.js';
import { fixed, percent } from './format.js';
import { largestPart, lossSign } from './rate-choice.js';

/** One column of the table of rates; the card and the page show the same ones. */
export interface RateColumn {
  readonly title: string;
  readonly unit: string;
  readonly align: 'left' | 'right';
  /** Left out first where the room is short: 1 stays longest. */
  readonly rank: number;
  value(rate: RateResult): string;
}

export const rateColumns: readonly RateColumn[] = [
  { title: 'rate', unit: '', align: 'left', rank: 1, value: (rate) => rateLabel(rate) },
  { title: 'current', unit: 'mA/cm²', align: 'right', rank: 3, value: (rate) => fixed(rate.currentDensity_mA_cm2, 2) },
  { title: 'areal', unit: 'mAh/cm²', align: 'right', rank: 1, value: (rate) => fixed(rate.arealCapacity_mAh_cm2, 2) },
  { title: 'specific', unit: 'mAh/g', align: 'right', rank: 2, value: (rate) => fixed(rate.specificCapacity_mAh_g, 1) },
  { title: 'used', unit: '%', align: 'right', rank: 1, value: (rate) => fixed(100 * rate.utilisation, 1) },
  { title: 'mean', unit: 'V', align: 'right', rank: 1, value: (rate) => fixed(rate.meanVoltage_V, 3) },
  { title: 'energy', unit: 'mWh/cm²', align: 'right', rank: 3, value: (rate) => fixed(rate.arealEnergy_mWh_cm2, 2) },
  { title: 'pouch', unit: 'Wh/kg', align: 'right', rank: 1, value: (rate) => fixed(rate.energy.pouch.gravimetric_Wh_kg, 0) },
  { title: 'loss', unit: 'mV', align: 'right', rank: 1, value: (rate) => totalLoss(rate) },
  { title: 'largest part of the loss', unit: '', align: 'left', rank: 1, value: (rate) => largestText(rate) },
];

/** A star for a rate that a numerical outcome ended: its numbers are what was reached. */
export function rateLabel(rate: RateResult): string {
  return rate.outcome.kind === 'completed' ? rate.label : `${rate.label}*`;
}

function totalLoss(rate: RateResult): string {
  const { total } = rate.polarisation_mV;
  return total === null ? fixed(null, 0) : fixed(lossSign(rate) * total, 0);
}

function largestText(rate: RateResult): string {
  const largest = largestPart(rate);
  const { total } = rate.polarisation_mV;
  if (largest === undefined || total === null) return fixed(null, 0);
  const share = total === 0 ? '' : ` ${percent(largest.loss / (lossSign(rate) * total))}`;
  return `${polarisationLabels[largest.part]}${share}`;
}
