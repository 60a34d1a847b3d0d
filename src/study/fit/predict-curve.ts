import type { MeasuredDischarge } from '../../config/measured-discharge.js';
import type { RateSensitivity } from '../../pipeline/sensitivities.js';
import { linearAt, pieceAt } from '../../units/linear-curve.js';

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

/**
 * A simulated discharge with its sensitivities, over x = q / qEnd:
 *
 *   dV(x)/dp = dV/dp|t + dV/dq (x dqEnd/dp - dq/dp|t)
 *
 * Undefined where no charge passed.
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
  const slope = curveSlopes(q, v);
  const capacitySlopes = sensitivities.map(({ ends }) => ends[0].charge);
  const moved = sensitivities.map((one, p) =>
    q.map((at, t) => one.voltage[first + t] + slope[t] * ((at / capacity) * capacitySlopes[p] - one.charge[first + t]))
  );
  return {
    capacity,
    capacitySlopes,
    voltageAt: (x) => hermite(q, v, slope, x * capacity),
    slopesAt: (x) => moved.map((column) => linearAt(q, column, x * capacity)),
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

/** Slopes of a curve at its points: of the parabola through each and its neighbours. */
function curveSlopes(q: readonly number[], v: readonly number[]): number[] {
  const chord = (i: number): number => (v[i + 1] - v[i]) / Math.max(q[i + 1] - q[i], Number.MIN_VALUE);
  return q.map((_, i) => {
    if (i === 0) return chord(0);
    if (i === q.length - 1) return chord(i - 1);
    const [before, after] = [q[i] - q[i - 1], q[i + 1] - q[i]];
    return (chord(i - 1) * after + chord(i) * before) / (before + after);
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
