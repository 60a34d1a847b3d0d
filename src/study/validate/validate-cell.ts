import type { Case, CaseIssue } from '../../config/case.js';
import type { Measured } from '../../config/studies/measured-value.js';
import type { MeasuredCell } from '../../config/studies/parse-validation.js';
import type { ValidatedCell, ValidatedRow } from '../../results/validation-schema.js';
import { bothWays, type Discrepancy as OfModel, sdLnOthers } from '../ranges/calibrated-band.js';
import { CellPredictor, type Prediction } from './predict.js';
import { capacityFloor, type Discrepancy, predictionInterval } from './prediction-interval.js';

const units = {
  capacity: { unit: 'mAh/g', si: 3600 },
  retention: { unit: '-', si: 1 },
  meanVoltage: { unit: 'V', si: 1 },
  chargeTransferResistance: { unit: 'ohm cm2', si: 1e-4 },
} as const;

export type Kind = keyof typeof units;

/** Which of the four kinds of value a measured quantity is. */
export function kindOf(what: Measured['what']): Kind {
  if (what === 'retention') return 'retention';
  if (what === 'mean-voltage') return 'meanVoltage';
  return what === 'charge-transfer-resistance' ? 'chargeTransferResistance' : 'capacity';
}

/** Measured and predicted values of one cell; issues where its case cannot be read. */
export async function validateCell(
  cell: MeasuredCell,
): Promise<ValidatedCell | readonly CaseIssue[]> {
  const predictor = new CellPredictor(cell);
  const variants = [{}, ...cell.assumed.flatMap(({ key, low, high }) => [{ [key]: low }, { [key]: high }])];
  const loaded = variants.map((values) => predictor.load(values));
  const issues = loaded.flatMap((one) => (one.ok ? [] : one.issues));
  if (issues.length > 0) return issues;
  const nominal = loaded[0];
  const measuredTransport = nominal.ok && hasMeasuredTransport(nominal.case);
  const rows: ValidatedRow[] = [];
  for (const measured of cell.measured) rows.push(await rowOf(cell, measured, predictor));
  return {
    name: cell.name,
    note: cell.note ?? null,
    transport: measuredTransport ? 'measured' : 'by law',
    rows,
    assumed: cell.assumed.map(({ key, low, high }) => ({ key, low: String(low), high: String(high) })),
  };
}

/** Whether no law of effective transport is asked for the ions of the cathode. */
export const hasMeasuredTransport = ({ cathode }: Case): boolean =>
  cathode.layers.every(({ ionicTransport: { kind } }) =>
    kind === 'effectiveConductivity' || kind === 'tortuosityFactor'
  );

/** What a prediction of one kind of value misses beyond its inputs, from the one table. */
function discrepancyOf(kind: Kind,
  { sdLnCapacity, lossLnCapacity, lossLnResistance, sdMeanVoltage, lossMeanVoltage, outside }: OfModel): Discrepancy
{
  const { retention, chargeTransferResistance } = sdLnOthers;
  switch (kind) {
    case 'capacity':
      return { deviation: sdLnCapacity, lowers: lossLnCapacity, of: 'logarithm' };
    case 'retention':
      return { deviation: outside.length > 0
        ? { down: Math.hypot(retention, sdLnCapacity.down), up: Math.hypot(retention, sdLnCapacity.up) }
        : bothWays(retention), lowers: lossLnCapacity, of: 'logarithm' };
    case 'chargeTransferResistance':
      return { deviation: bothWays(chargeTransferResistance), raises: lossLnResistance, of: 'logarithm' };
    case 'meanVoltage':
      return { deviation: bothWays(sdMeanVoltage), lowers: lossMeanVoltage, of: 'difference' };
  }
}

async function rowOf(cell: MeasuredCell, measured: Measured, predictor: CellPredictor): Promise<ValidatedRow> {
  const kind = kindOf(measured.what);
  const { unit, si } = units[kind];
  const shown = (value: number | undefined): number | null => (value === undefined ? null : value / si);
  const found = await predictor.predict(measured);
  const inputs = [];
  const made = [found];
  for (const { key, low, high } of cell.assumed) {
    const [atLow, atHigh] = [await predictor.predict(measured, { [key]: low }),
      await predictor.predict(measured, { [key]: high })];
    made.push(atLow, atHigh);
    inputs.push({ of: 'range' as const, key, atLow: valueOf(atLow), atHigh: valueOf(atHigh) });
  }
  for (const path of predictor.uncertain(measured)) {
    const [atLow, atHigh] = [await predictor.predict(measured, {}, { path, end: 'low' }),
      await predictor.predict(measured, {}, { path, end: 'high' })];
    // another potential moves the lithium between its ends, not what there is
    if (!path.endsWith('.specificCapacity')) made.push(atLow, atHigh);
    inputs.push({ of: 'interval' as const, key: path, atLow: valueOf(atLow), atHigh: valueOf(atHigh) });
  }
  const most = Math.max(...made.flatMap((one) => (one.ok ? [one.most, one.value] : [])));
  const nominal = kind === 'capacity' ? cell.nominalCapacity : undefined;
  const discrepancy = found.ok ? predictor.discrepancy(measured, found.cRate) : undefined;
  const floor = nominal === undefined ? 1e-9 : capacityFloor(nominal);
  const interval = found.ok && discrepancy
    ? predictionInterval(found.value, inputs, discrepancyOf(kind, discrepancy), floor, most)
    : undefined;
  const byInputs = found.ok
    ? predictionInterval(found.value, inputs, { deviation: bothWays(0), of: 'logarithm' }, floor)
    : undefined;
  const curve = found.ok ? found.curve : [];
  return {
    what: measured.what,
    label: labelOf(measured),
    unit,
    measured: measured.value / si,
    uncertainty: shown(measured.uncertainty),
    bound: measured.bound ?? null,
    read: measured.read,
    where: measured.where,
    note: measured.note ?? null,
    cRate: found.ok ? found.cRate ?? null : null,
    nominal: shown(nominal),
    predicted: shown(valueOf(found)),
    reason: found.ok ? null : found.reason,
    outside: [...(discrepancy?.outside ?? [])],
    low: shown(interval?.low),
    high: shown(interval?.high),
    byInputs: kind === 'capacity' && byInputs ? { low: byInputs.low / si, high: byInputs.high / si } : null,
    inputs: inputs.map(({ key, atLow, atHigh }) => ({ key, atLow: shown(atLow), atHigh: shown(atHigh) })),
    curve: curve.length === 0 ? null : { measured: inGrams(measured.curve), predicted: inGrams(curve) },
  };
}

const valueOf = (prediction: Prediction): number | undefined => (prediction.ok ? prediction.value : undefined);

const inGrams = (curve: Measured['curve']): [number, number][] =>
  curve.map(([charge, voltage]) => [charge / units.capacity.si, voltage]);

/** "discharge, 1C", "held at 3.0 V, I/Q 0.1 /h". */
function labelOf({ what, rate, hold, relativeRate, over, stateOfCharge }: Measured): string {
  const words = what.replaceAll('-', ' ');
  if (what === 'charge-transfer-resistance') return `${words}, ${100 * stateOfCharge} % charged`;
  const decayed = relativeRate === undefined ? 'its end' : `I/Q ${Number((3600 * relativeRate).toPrecision(3))} /h`;
  if (hold !== undefined) return `held at ${hold}, ${decayed}`;
  if (what === 'retention') return `${words}, ${rate ?? ''} over ${Object.values(over).join(', ')}`;
  return `${words}, ${rate ?? ''}`;
}
