import type { LoadProfile } from '../config/case.js';
import type { Control } from '../physics/control.js';
import { linearAt } from '../units/linear-curve.js';
import type { LoadedStep } from './load-step.js';

/**
 * A part of a step over which the load is continuous; every part begins with a consistent state of its own, and with its own clock: after a
 * year of cycling the microseconds of a start still have their digits.
 */
export interface LoadPiece {
  readonly control: Control;
  /** [s]; infinite where a cut-off ends the step. */
  readonly duration: number;
  /** Times inside at which the slope of the load jumps [s]. */
  readonly kinks: readonly number[];
}

/** The parts of a step that finds the cell at `voltage` [V]. */
export function loadPieces({ step, load }: LoadedStep, voltage: number): readonly LoadPiece[] {
  const duration = step.until.time ?? Infinity;
  if (load.kind === 'voltage') {
    const target = load.target === 'now' ? voltage : load.target;
    return [{ control: { kind: 'voltage', target }, duration, kinks: [] }];
  }
  const { kind, target } = load;
  if (typeof target === 'number') return [{ control: { kind, target }, duration, kinks: [] }];
  return continuousParts(target)
    .filter(([first]) => target.time[first] < duration)
    .map(([first, last]) => profilePiece(target, first, last, duration));
}

/** First and last point of each part without a jump: between double times, or between two changes of a stepwise load. */
function continuousParts({ time, value, interpolation }: LoadProfile): readonly (readonly [number, number])[] {
  const parts: [number, number][] = [];
  let first = 0;
  for (let i = 1; i < time.length; i++) {
    const jump = interpolation === 'previous' ? value[i] !== value[first] : time[i] === time[i - 1];
    if (!jump && i < time.length - 1) continue;
    const last = interpolation === 'linear' && jump ? i - 1 : i;
    if (time[last] > time[first]) parts.push([first, last]);
    first = i;
  }
  return parts;
}

function profilePiece(profile: LoadProfile, first: number, last: number, end: number): LoadPiece {
  const { kind, time, value, interpolation } = profile;
  const duration = Math.min(end, time[last]) - time[first];
  if (interpolation === 'previous') return { control: { kind, target: value[first] }, duration, kinks: [] };
  const times = time.slice(first, last + 1).map((t) => t - time[first]);
  const values = value.slice(first, last + 1);
  return {
    control: { kind, target: { at: (t) => linearAt(times, values, t) } },
    duration,
    kinks: times.slice(1, -1).filter((t) => t < duration),
  };
}
