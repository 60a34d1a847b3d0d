import type { LoadProfile } from '../config/case.js';
import type { ChangingTarget, Control } from '../physics/control.js';
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
  return {
    control: { kind, target: new PiecewiseLinear(times, value.slice(first, last + 1)) },
    duration,
    kinks: times.slice(1, -1).filter((t) => t < duration),
  };
}

/** Values joined by lines; remembers where it was asked last, because time goes on in small steps. */
export class PiecewiseLinear implements ChangingTarget {
  private line = 0;

  constructor(private readonly time: readonly number[], private readonly value: readonly number[]) {}

  at(t: number): number {
    const { time, value } = this;
    while (this.line < time.length - 2 && t > time[this.line + 1]) this.line++;
    while (this.line > 0 && t < time[this.line]) this.line--;
    const i = this.line;
    const share = (t - time[i]) / (time[i + 1] - time[i]);
    return value[i] + share * (value[i + 1] - value[i]);
  }
}
