import type { MeasuredDischarge } from '../../config/files/measured-discharge.js';
import type { RateSensitivity } from '../../pipeline/sensitivities.js';
import { cutoffNames } from '../../simulation/cutoffs.js';
import { pieceAt } from '../../units/linear-curve.js';

/** A discharge over the share x of its own charge: what is compared with a measured one, and its slopes. */
export interface PredictedDischarge {
  /** Charge delivered [C m^-2], and its slope per parameter. */
  readonly capacity: number;
  readonly capacitySlopes: readonly number[];
  /** V(x) [V]. */
  voltageAt(x: number): number;
  /** dV(x)/dp, per parameter. */
  slopesAt(x: number): readonly number[];
}

/** What a parameter is moved by to differentiate the interpolation of a curve, in its own unit: no simulation is differenced. */
const short = 1e-6;

/**
 * A simulated discharge with its sensitivities, over x = q / qEnd. dV(x)/dp is that of the interpolated curve, whose points move by
 * dV/dp and dq/dp at their times and whose end moves by dqEnd/dp: where the voltage falls over the cut-off within a step or two, slopes of
 * the points themselves would be those of another curve than the one compared. Undefined where no charge passed.
 */
export function predictedDischarge({ recording, problem, sensitivities }: RateSensitivity):
  | PredictedDischarge
  | undefined
{
  const [segment] = recording.segments;
  const { first, last } = segment;
  const { charge } = problem.unknowns;
  const y = new Float64Array(problem.size);
  const q: number[] = [];
  const v: number[] = [];
  for (let t = first; t <= last; t++) {
    for (let i = 0; i < y.length; i++) y[i] = recording.states.get(t, i);
    q.push(y[charge]);
    v.push(problem.voltage(y));
  }
  const capacity = q[q.length - 1];
  if (q.length < 3 || !(capacity > 0)) return undefined;
  const capacitySlopes = sensitivities.map(({ ends }) => ends[0].charge);
  const end = q.length - 1;
  const endSlope = (v[end] - v[end - 1]) / Math.max(capacity - q[end - 1], Number.MIN_VALUE);
  const stays = segment.outcome.event === cutoffNames.voltage;
  const beside = sensitivities.map(({ voltage, charge: passed }, p) => {
    const atEnd = stays ? 0 : voltage[last] + endSlope * (capacitySlopes[p] - passed[last]);
    return curveThrough(q.map((at, t) => at + short * (t === end ? capacitySlopes[p] : passed[first + t])),
      v.map((at, t) => at + short * (t === end ? atEnd : voltage[first + t])));
  });
  const voltageAt = curveThrough(q, v);
  return {
    capacity,
    capacitySlopes,
    voltageAt,
    slopesAt: (x) => beside.map((moved) => (moved(x) - voltageAt(x)) / short),
  };
}

/** At most `most` points of a measured discharge: the share x of its own charge, and the voltage. The last one is the cut-off itself. */
export function comparedPoints({ capacity, voltage }: MeasuredDischarge,
  most: number): readonly (readonly [x: number, voltage: number])[]
{
  const whole = capacity[capacity.length - 1];
  const every = Math.max(1, Math.ceil(capacity.length / most));
  return capacity.flatMap((q, i): [number, number][] =>
    i % every === 0 && i < capacity.length - 1 ? [[q / whole, voltage[i]]] : []
  );
}

/** V over the share of the last q. */
function curveThrough(q: readonly number[], v: readonly number[]): (x: number) => number {
  const slope = curveSlopes(q, v);
  return (x) => hermite(q, v, slope, x * q[q.length - 1]);
}

/**
 * Slopes of a curve at its points: the harmonic mean of the chords on either side, by Fritsch and Butland (10.1137/0905021). Before the
 * voltage falls to its cut-off within one step, that of a parabola would be made by the fall.
 */
function curveSlopes(q: readonly number[], v: readonly number[]): number[] {
  const chord = (i: number): number => (v[i + 1] - v[i]) / Math.max(q[i + 1] - q[i], Number.MIN_VALUE);
  return q.map((_, i) => {
    if (i === 0) return chord(0);
    if (i === q.length - 1) return chord(i - 1);
    const [before, after] = [q[i] - q[i - 1], q[i + 1] - q[i]];
    const [one, other] = [chord(i - 1), chord(i)];
    if (!(one * other > 0)) return 0;
    return (3 * (before + after)) / ((2 * after + before) / one + (after + 2 * before) / other);
  });
}

function hermite(q: readonly number[], v: readonly number[], slope: readonly number[], at: number): number {
  const i = pieceAt(q, at);
  const h = q[i + 1] - q[i];
  const s = Math.min(1, Math.max(0, (at - q[i]) / h));
  const s2 = s * s;
  const s3 = s2 * s;
  return (2 * s3 - 3 * s2 + 1) * v[i] + (s3 - 2 * s2 + s) * h * slope[i] + (3 * s2 - 2 * s3) * v[i + 1]
    + (s3 - s2) * h * slope[i + 1];
}
