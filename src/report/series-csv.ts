import { polarisationPartNames } from '../results/polarisation-parts.js';
import type { RateResult, ResultDocument } from '../results/result-schema.js';
import { type CsvColumns, csvTable } from './csv.js';

interface Point {
  readonly rate: RateResult;
  /** Place in the series. */
  readonly k: number;
}

const plain = ['time_s', 'step', 'currentDensity_mA_cm2', 'arealCapacity_mAh_cm2', 'voltage_V', 'equilibriumVoltage_V',
  'utilisation', 'frontDepth_um'] as const;

const columns: CsvColumns<Point> = {
  rate: ({ rate }) => rate.label,
  cRate: ({ rate }) => rate.cRate,
  ...Object.fromEntries(plain.map((name) => [name, ({ rate, k }: Point) => rate.series[name][k]])),
  ...Object.fromEntries([...polarisationPartNames, 'total' as const].map((part) => [
    `polarisation_${part}_mV`,
    ({ rate, k }: Point) => rate.series.polarisation_mV[part][k],
  ])),
};

/** Writes a row per recorded time per rate; what is not defined is empty. The temperature is last, where it follows from the heat. */
export function seriesCsv({ rates }: ResultDocument): string {
  const lumped = rates.some(({ series }) => series.temperature_K !== undefined);
  return csvTable<Point>({
    ...columns,
    ...(lumped && { temperature_K: ({ rate, k }: Point) => rate.series.temperature_K?.[k] }),
  }, rates.flatMap((rate) => rate.series.time_s.map((_, k) => ({ rate, k }))));
}
