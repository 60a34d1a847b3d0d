import type { Case } from '../../config/case.js';
import type { CellModel } from '../../physics/cell-model.js';
import type { StartOfSteps } from '../../pipeline/charge-before.js';
import { sharedStart } from '../../pipeline/rate-run.js';
import { rateCapability } from '../../pipeline/run-case.js';
import type { RateAtUtilisation } from '../../results/comparison-schema.js';
import { illinois } from '../../solver/root.js';
import { formatNumber } from '../../units/quantity.js';

/** C-rates that are searched, and how closely. */
const range = [0.01, 20] as const;
const resolution = 0.005;

/** The C-rate at which the utilisation falls to `wanted`, by solving at trial rates (Illinois on the logarithm of the rate). */
export function rateAtUtilisation(given: Case, model: CellModel, wanted: number): RateAtUtilisation {
  const share = `${formatNumber(100 * wanted, 3)} %`;
  const without = (kind: 'above' | 'below' | 'none', sentence: string): RateAtUtilisation => (
    { kind, cRate: null, searched: [...range], sentence }
  );
  if (given.protocol.rates.length === 0) return without('none', `The protocol takes no rate: none for ${share}.`);
  const start = sharedStart(given, model);
  if (acceptedShare(start) < wanted)
    return without('none', `The charge before takes up less than ${share}: no rate delivers it.`);
  const excess = (logarithm: number): number => utilisationAt(given, model, Math.exp(logarithm), start) - wanted;
  const [low, high] = range.map(Math.log);
  const atLow = excess(low);
  if (atLow <= 0) return without('below', `Below ${share} already at ${range[0]}C.`);
  const atHigh = excess(high);
  if (atHigh >= 0) return without('above', `Still above ${share} at ${range[1]}C.`);
  const cRate = Math.exp(illinois(excess, low, atLow, high, atHigh, resolution));
  return { kind: 'found', cRate, searched: [...range], sentence: `Falls to ${share} at ${formatNumber(cRate, 3)}C.` };
}

/** Accepted over theoretical capacity of the charge that all rates share; 1 where there is none. */
function acceptedShare(start: StartOfSteps | undefined): number {
  if (!start?.charge) return 1;
  const { charge, theoreticalArealCapacity, recording } = start.charge.performance;
  return -charge[recording.points - 1] / theoreticalArealCapacity;
}

/** Delivered over theoretical capacity; 0 where nothing was delivered. */
export function utilisationAt(given: Case, model: CellModel, cRate: number, start = sharedStart(given, model)): number {
  const protocol = { ...given.protocol, rates: [{ kind: 'cRate' as const, value: cRate }] };
  const [{ performance }] = rateCapability({ ...given, protocol }, model, start);
  return performance.main.arealCapacity / performance.theoreticalArealCapacity;
}
