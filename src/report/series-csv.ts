import { polarisationPartNames, type RateResult, type ResultDocument } from '../results/result-schema.js';
import { csvLine } from './csv.js';

const plain = [
  'time_s',
  'step',
  'currentDensity_mA_cm2',
  'arealCapacity_mAh_cm2',
  'voltage_V',
  'equilibriumVoltage_V',
  'utilisation',
  'frontDepth_um',
] as const;
const parts = [...polarisationPartNames, 'total'] as const;

export const csvColumns: readonly string[] = ['rate', 'cRate', ...plain,
  ...parts.map((part) => `polarisation_${part}_mV`)];

/** One row per recorded time per rate; what is not defined is empty. The temperature is last, where it follows from the heat. */
export function seriesCsv(doc: ResultDocument): string {
  const lumped = doc.rates.some(({ series }) => series.temperature_K !== undefined);
  const columns = lumped ? [...csvColumns, 'temperature_K'] : csvColumns;
  return [csvLine(columns), ...doc.rates.flatMap((rate) => rowsOf(rate, lumped))].join('');
}

function rowsOf(rate: RateResult, lumped: boolean): string[] {
  const { series } = rate;
  return series.time_s.map((_, k) =>
    csvLine([
      rate.label,
      rate.cRate,
      ...plain.map((name) => series[name][k]),
      ...parts.map((part) => series.polarisation_mV[part][k]),
      ...(lumped ? [series.temperature_K?.[k]] : []),
    ])
  );
}
