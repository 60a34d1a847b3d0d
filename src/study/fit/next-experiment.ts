import type { PlainRecord } from '../../config/plain-data.js';
import { doubleLayerKey } from '../../config/studies/fit-data.js';
import type { FittedRange, LoadedFit } from '../../config/studies/parse-fit.js';
import { isOf } from '../../config/studies/parse-fit.js';
import { formatNumber, formatQuantity } from '../../units/quantity.js';
import type { CurveResiduals } from './curve-residuals.js';
import { correlationOf, covarianceOf } from './least-squares.js';

/** One more discharge that could be measured, as keys over the case of the first measurement of the cell. */
interface Experiment {
  readonly name: string;
  readonly set: PlainRecord;
}

export interface RankedExperiment {
  readonly name: string;
  /** Standard deviation of the least determined parameter with this measurement over that without. */
  readonly narrows: number;
  /** Correlation of that parameter with the one that it is least told from today, with this measurement; null where it is alone. */
  readonly correlation: number | null;
}

const rates = [1 / 20, 1 / 5, 1, 2, 4];
const shares = Array.from({ length: 20 }, (_, k) => (k + 0.5) / 20);
const alreadyMeasured = 1.5;
const warmer = 20;
/** 1 MHz to 10 mHz, four a decade. */
const frequencies = Array.from({ length: 33 }, (_, k) => 1e6 * 10 ** (-k / 4));
const halfCharged = 0.5;

/** The parameter that is least told from one; itself where it is alone. */
export const closestTo = (correlation: readonly (readonly number[])[], one: number): number =>
  correlation[one].reduce(
    (best, r, k) => k !== one && (best === one || Math.abs(r) > Math.abs(correlation[one][best])) ? k : best,
    one,
  );

/**
 * Ranks measurements that were not made by what their slopes would add to the information J^T J on the least determined parameter (expected
 * information at the fitted values; noise as of the data): discharges, and an impedance where there is none.
 */
export function rankExperiments(fit: LoadedFit, curves: CurveResiduals, z: readonly number[],
  jacobian: readonly (readonly number[])[], worst: number): RankedExperiment[]
{
  const today = covarianceOf(jacobian);
  const other = closestTo(correlationOf(today), worst);
  const { noise, vary } = fit;
  // of the cell whose parameter it is
  const c = Math.max(0, fit.experiments.findIndex((one) => isOf(vary[worst], one)));
  const ranked = (name: string, rows: readonly (readonly number[])[]): RankedExperiment => {
    const covariance = covarianceOf(rows);
    return { name, narrows: Math.sqrt(covariance[worst][worst] / today[worst][worst]),
      correlation: other === worst ? null : correlationOf(covariance)[worst][other] };
  };
  const discharges = candidates(fit, c).flatMap(({ name, set }): RankedExperiment[] => {
    const compared = curves.curve(c, z, set);
    if (!compared) return [];
    const { predicted: { capacity, capacitySlopes, slopesAt }, measuredSlopes } = compared;
    return [ranked(name, [
      ...jacobian,
      ...shares.map((x) => slopesAt(x).map((slope) => slope / noise.voltage)),
      capacitySlopes.map((slope, p) => (slope / capacity - measuredSlopes[p]) / noise.capacity),
    ])];
  });
  const rows = fit.spectra.length > 0 ? undefined : curves.impedanceRows(c, z, halfCharged, frequencies);
  const impedance = rows === undefined
    ? []
    : [ranked('an impedance at half charge, 1 MHz to 10 mHz', isFitted(vary)
      ? [...jacobian, ...rows.map((row) => row.slice(0, z.length))]
      : [...jacobian.map((row) => [...row, 0]), ...rows])];
  return [...discharges, ...impedance].filter(({ narrows }) => Number.isFinite(narrows)).sort((a, b) =>
    a.narrows - b.narrows
  );
}

const isFitted = (vary: readonly FittedRange[]): boolean => vary.some(({ key }) => key === doubleLayerKey);

/** What says how much of a cathode there is; where a case says several, all of them. */
const amounts = [['thickness', 'length'], ['massLoading', 'massLoading'], ['arealCapacity', 'arealCapacity']] as const;
/** Other ways to write the loading, which would contradict it. */
const otherAmounts = { 'cathode.activeMassLoading': null, 'cathode.mass': null };

function candidates({ experiments, base }: LoadedFit, c: number): Experiment[] {
  if (!base.ok) return [];
  const measured = experiments.flatMap(({ rate, cell }) =>
    cell === experiments[c].cell && rate?.kind === 'cRate' ? [rate.value] : []
  );
  const others = rates.filter((rate) =>
    measured.every((one) => rate / one > alreadyMeasured || one / rate > alreadyMeasured)
  );
  const atRates = others.map((rate): Experiment => ({ name: `a discharge at ${rate < 1 ? `C/${1 / rate}` : `${rate}C`}`,
    set: { 'protocol.rates': [`${rate}C`] } })
  );
  const { cathode: { layers: [layer, ...more] }, temperature } = base.case;
  const scaled = [0.5, 2].flatMap((factor): Experiment[] => {
    const set = amounts.flatMap(([key, dimension]) => {
      const value = layer[key];
      return value === undefined ? [] : [[`cathode.${key}`, formatQuantity(factor * value, dimension, 9)]];
    });
    if (more.length > 0 || set.length === 0) return [];
    return [{ name: `a cathode ${factor} times as thick`, set: { ...otherAmounts, ...Object.fromEntries(set) } }];
  });
  const warm: Experiment = { name: `a discharge at ${formatNumber(temperature + warmer - 273.15, 3)} degC`,
    set: { temperature: `${temperature + warmer} K` } };
  return [...atRates, ...scaled, warm];
}
