import type { LoadProfile } from '../config/case.js';
import type { ChangingTarget, Control } from '../physics/control.js';
import type { LoadedStep } from './load-step.js';

/** A part of a step over which the load is continuous; every part begins with a consistent state of its own. */
export interface LoadPiece {
  readonly control: Control;
  /** [s] since the start of the simulation; infinite where a cut-off ends the step. */
  readonly end: number;
  /** Times inside at which the slope of the load jumps. */
  readonly kinks: readonly number[];
}

/** The parts of a step that begins at `start` [s] with the cell at `voltage` [V]. */
export function loadPieces({ step, load }: LoadedStep, start: number, voltage: number): readonly LoadPiece[] {
  const end = start + (step.until.time ?? Infinity);
  if (load.kind === 'voltage') {
    const target = load.target === 'now' ? voltage : load.target;
    return [{ control: { kind: 'voltage', target }, end, kinks: [] }];
  }
  const { kind, target } = load;
  if (typeof target === 'number') return [{ control: { kind, target }, end, kinks: [] }];
  return continuousParts(target)
    .filter(([first]) => start + target.time[first] < end)
    .map(([first, last]) => profilePiece(target, first, last, start, end));
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

function profilePiece(profile: LoadProfile, first: number, last: number, start: number, end: number): LoadPiece {
  const { kind, time, value, interpolation } = profile;
  const pieceEnd = Math.min(end, start + time[last]);
  if (interpolation === 'previous') return { control: { kind, target: value[first] }, end: pieceEnd, kinks: [] };
  const times = time.slice(first, last + 1).map((t) => start + t);
  return {
    control: { kind, target: new PiecewiseLinear(times, value.slice(first, last + 1)) },
    end: pieceEnd,
    kinks: times.slice(1, -1).filter((t) => t < pieceEnd),
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
