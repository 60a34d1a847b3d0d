import { deviateOf80, deviateOfLoss } from '../../transport/normal-distribution.js';
import { bothWays, type Discrepancy } from './calibrated-band.js';

/** What a cell delivers at one rate. */
export interface Delivered {
  /** [C m^-2] */
  readonly capacity: number;
  /** [V]; NaN where nothing was delivered. */
  readonly voltage: number;
  /** Per mass of what tells of the cell (`tellingBasis`) [J kg^-1]; NaN on a charge. */
  readonly energy: number;
}

export type Quantity = keyof Delivered;

/** With one parameter at its ends; undefined where the cell cannot exist or was not solved. */
export type DeliveredAtEnds = readonly (Delivered | undefined)[];

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Low to high of one quantity, 80 %:  g(low) = g(value) - sqrt(sum d_k^2),  g(high) the same upwards,
 * d_k what parameter k moves g by in that direction at the worse of its two ends, and the discrepancy of the model beside them, which lowers
 * more than it raises where a loss is known that no law holds.
 * g = ln(q + q0) for capacity and energy, which err by factors and may end at nothing (q0 a hundredth of what is there at most);
 * g = V for voltages. Parameters are taken as independent. `most` is what cannot be exceeded.
 */
export function intervalOf(
  quantity: Quantity,
  value: number,
  base: number,
  ends: readonly DeliveredAtEnds[],
  { sdLnCapacity, lossLnCapacity, sdMeanVoltage, lossMeanVoltage }: Discrepancy,
  most: number,
): Interval {
  const q0 = 0.01 * most;
  const byFactors = quantity !== 'voltage';
  const g = (q: number): number => (byFactors ? Math.log(q + q0) : q);
  const back = (x: number): number => (byFactors ? Math.max(0, Math.exp(x) - q0) : x);
  const deviation = byFactors ? sdLnCapacity : bothWays(sdMeanVoltage);
  const moved = ends.map((pair) =>
    pair.flatMap((at) => (at && Number.isFinite(at[quantity]) ? [g(at[quantity]) - g(base)] : []))
  );
  const loss = deviateOfLoss * (byFactors ? lossLnCapacity : lossMeanVoltage);
  const down = Math.hypot(deviateOf80 * deviation.down, loss, ...moved.map((deltas) => Math.min(0, ...deltas)));
  const up = Math.hypot(deviateOf80 * deviation.up, ...moved.map((deltas) => Math.max(0, ...deltas)));
  return { low: Math.min(value, back(g(value) - down)), high: Math.max(value, Math.min(most, back(g(value) + up))) };
}
