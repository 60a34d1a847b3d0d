import type { LoadedFit } from '../../config/parse-fit.js';
import type { PlainRecord } from '../../config/plain-data.js';
import { formatNumber, formatQuantity } from '../../units/quantity.js';
import type { CurveResiduals } from './curve-residuals.js';
import { covarianceOf } from './least-squares.js';

/** One more discharge that could be measured, as keys over the case of the first measurement. */
interface Experiment {
  readonly name: string;
  readonly set: PlainRecord;
}

export interface RankedExperiment {
  readonly name: string;
  /** Standard deviation of the least determined parameter with this discharge over that without. */
  readonly narrows: number;
}

const rates = [1 / 20, 1 / 5, 1, 2, 4];
const shares = Array.from({ length: 20 }, (_, k) => (k + 0.5) / 20);
const alreadyMeasured = 1.5;
const warmer = 20;

/**
 * Ranks discharges that were not measured by what their slopes would add to the information J^T J on the least determined parameter
 * (expected information at the fitted values; noise as of the curves).
 */
export function rankExperiments(fit: LoadedFit, curves: CurveResiduals, z: readonly number[],
  jacobian: readonly (readonly number[])[], worst: number): RankedExperiment[]
{
  const sd = (rows: readonly (readonly number[])[]): number => Math.sqrt(covarianceOf(rows)[worst][worst]);
  const before = sd(jacobian);
  return candidates(fit).flatMap(({ name, set }): RankedExperiment[] => {
    const compared = curves.curve(0, z, set);
    if (!compared) return [];
    const { predicted: { capacity, capacitySlopes, slopesAt }, measuredSlopes } = compared;
    const rows = [
      ...jacobian,
      ...shares.map((x) => slopesAt(x).map((slope) => slope / fit.noise.voltage)),
      capacitySlopes.map((slope, p) => (slope / capacity - measuredSlopes[p]) / fit.noise.capacity),
    ];
    return [{ name, narrows: sd(rows) / before }];
  }).sort((a, b) => a.narrows - b.narrows);
}

function candidates({ experiments, base }: LoadedFit): Experiment[] {
  if (!base.ok) return [];
  const measured = experiments.flatMap(({ rate }) => (rate?.kind === 'cRate' ? [rate.value] : []));
  const others = rates.filter((rate) =>
    measured.every((one) => rate / one > alreadyMeasured || one / rate > alreadyMeasured)
  );
  const atRates = others.map((rate): Experiment => ({ name: `a discharge at ${rate < 1 ? `C/${1 / rate}` : `${rate}C`}`,
    set: { 'protocol.rates': [`${rate}C`] } })
  );
  const { cathode: { layers }, temperature } = base.case;
  const [layer] = layers;
  const thickness = layers.length === 1 && layer.thickness !== undefined ? layer.thickness : undefined;
  const loading = layers.length === 1 ? layer.massLoading : undefined;
  const scaled = [0.5, 2].flatMap((factor): Experiment[] => {
    const name = `a cathode ${factor} times as thick`;
    if (thickness !== undefined)
      return [{ name, set: { 'cathode.thickness': formatQuantity(factor * thickness, 'length', 9) } }];
    if (loading !== undefined)
      return [{ name, set: { 'cathode.massLoading': formatQuantity(factor * loading, 'massLoading', 9) } }];
    return [];
  });
  const warm: Experiment = { name: `a discharge at ${formatNumber(temperature + warmer - 273.15, 3)} degC`,
    set: { temperature: `${temperature + warmer} K` } };
  return [...atRates, ...scaled, warm];
}
