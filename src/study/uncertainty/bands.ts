import { normalNumber, randomNumbers } from '../../voxels/random-numbers.js';
import type { Discrepancy } from '../ranges/calibrated-band.js';
import type { Interval, Quantity } from '../ranges/combine.js';
import type { SampledCurve } from './uncertainty-runner.js';

/** So often each sampled cell is met by what the equations themselves may be wrong by. */
const errorsPerCell = 16;
const tail = 0.1;

/** A band: of the parameters alone, and with the error of the model itself. */
export interface SampledBand extends Interval {
  readonly parameters: Interval;
}

/**
 * Quantiles at 10 and 90 % of a sample, and of the same with the errors of the equations: capacity and energy times exp(sd z - loss |z'|),
 * voltage plus sd z - loss |z'|, z and z' normal, sd of capacity as z is below or above 0. As in the ranges of a run the loss lowers the lower end and leaves the upper one, which does not exceed `most`,
 * what there is, unless a sampled cell does.
 */
export function sampledBand(quantity: Quantity, values: readonly number[], discrepancy: Discrepancy,
  most = Infinity): SampledBand
{
  const errors = values.flatMap((value, k) => errorsOf(k, discrepancy).map((error) => ({ value, ...error })));
  const met = (withLoss: boolean): number[] =>
    errors.map(({ value, scale, lossScale, shift, lossShift }) =>
      quantity === 'voltage'
        ? value + shift + (withLoss ? lossShift : 0)
        : value * scale * (withLoss ? lossScale : 1)
    );
  return {
    low: quantile(met(true), tail),
    high: Math.min(quantile(met(false), 1 - tail), Math.max(most, ...values)),
    parameters: { low: quantile(values, tail), high: quantile(values, 1 - tail) },
  };
}

interface ModelError {
  /** On charge and energy, without and from a loss that is not modelled. */
  readonly scale: number;
  readonly lossScale: number;
  /** On voltages, without and from such a loss [V]. */
  readonly shift: number;
  readonly lossShift: number;
}

/** Errors of the equations that one sampled cell is met by; the same cell, the same errors. */
function errorsOf(cell: number,
  { sdLnCapacity, lossLnCapacity, sdMeanVoltage, lossMeanVoltage }: Discrepancy): ModelError[]
{
  const random = randomNumbers(cell + 1);
  const normal = (): number => normalNumber(random);
  return Array.from({ length: errorsPerCell }, () => {
    const z = normal();
    return { scale: Math.exp(z * (z < 0 ? sdLnCapacity.down : sdLnCapacity.up)),
      lossScale: Math.exp(-lossLnCapacity * Math.abs(normal())), shift: sdMeanVoltage * normal(),
      lossShift: -lossMeanVoltage * Math.abs(normal()) };
  });
}

/** Value below which a share of the sample lies, between its points by their order. */
function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  // beside the end of a curve, -Infinity, there is nothing between
  if (!Number.isFinite(sorted[below]) || !Number.isFinite(sorted[above])) return sorted[below];
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/** Voltage against charge: median and band of a sample of discharges; null where a share of them has ended that large. */
export interface CurveBand {
  /** [C m^-2] */
  readonly charge: readonly number[];
  readonly low: readonly (number | null)[];
  readonly median: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

const gridPoints = 60;

/**
 * Band of discharges, charges times `scale` (what the mesh of the sample changes), each met by errors of the equations as capacity and
 * mean voltage are, up to the charge `most`. At a charge that a discharge does not reach it counts as below any voltage.
 */
export function curveBand(curves: readonly SampledCurve[], scale: number, shift: number, discrepancy: Discrepancy,
  most = Infinity): CurveBand
{
  const met = curves.flatMap((curve, k) => errorsOf(k, discrepancy).map((error) => ({ curve, error })));
  const reach = Math.min(quantile(met.map(({ curve, error }) => lastOf(curve.charge) * error.scale * scale), 1 - tail),
    Math.max(most, ...curves.map((curve) => lastOf(curve.charge) * scale)));
  const charge = Array.from({ length: gridPoints }, (_, i) => (reach * i) / (gridPoints - 1));
  const at = (withLoss: boolean, share: number) =>
    charge.map((q) => {
      const voltage = quantile(met.map(({ curve, error }) =>
        voltageAt(curve, q / (scale * error.scale * (withLoss ? error.lossScale : 1)))
        + shift + error.shift + (withLoss ? error.lossShift : 0)
      ), share);
      return Number.isFinite(voltage) ? voltage : null;
    });
  return { charge, low: at(true, tail), median: at(false, 0.5), high: at(false, 1 - tail) };
}

const lastOf = (values: readonly number[]): number => values[values.length - 1];

function voltageAt({ charge, voltage }: SampledCurve, q: number): number {
  if (!(q <= lastOf(charge))) return -Infinity;
  // one that ended at once has a single point
  if (charge.length === 1) return voltage[0];
  const i = Math.max(1, charge.findIndex((one) => one >= q));
  const share = (q - charge[i - 1]) / Math.max(charge[i] - charge[i - 1], Number.MIN_VALUE);
  return voltage[i - 1] + Math.min(1, Math.max(0, share)) * (voltage[i] - voltage[i - 1]);
}
