import ndarray, { type NdArray } from 'ndarray';
import type { ProtocolStep } from '../config/case.js';
import type { Counters } from '../solver/counters.js';
import { type SolverOutcome, solverOutcome } from '../solver/outcome.js';

/** One step of the protocol as it went. */
export interface Segment {
  readonly step: ProtocolStep;
  /** Points first..last (inclusive) of the recording. */
  readonly first: number;
  readonly last: number;
  readonly outcome: SolverOutcome;
}

/** Times and states of a simulation, with the work it took. */
export interface Recording {
  readonly points: number;
  /** [s] since the start. */
  readonly time: Float64Array;
  /** points x unknowns, the layout of `physics/unknowns`. */
  readonly states: NdArray<Float64Array>;
  readonly segments: readonly Segment[];
  readonly counters: Counters;
  readonly milliseconds: number;
}

/** The state of a recorded point, no copy. */
export function stateAt({ states: { data, shape: [, size] } }: Recording, point: number): Float64Array {
  return data.subarray(point * size, (point + 1) * size);
}

/** The recording without its points, which hold a number at `place` that is not finite. */
export function withoutPoints({ states, segments, counters, milliseconds }: Recording, place: string): Recording {
  const outcome = solverOutcome('not-finite', { time: 0, step: 0, norm: NaN, worstUnknown: place });
  const unreached = segments.slice(0, 1).map(({ step }) => ({ step, first: 0, last: -1, outcome }));
  return new Recorder(states.shape[1]).finish(unreached, counters, milliseconds);
}

/** Most discharges take about a hundred steps. */
const usualPoints = 128;

/** Collects states while they come; grows by doubling, so that nothing is allocated per step. */
export class Recorder {
  points = 0;
  private time = new Float64Array(usualPoints);
  private states: Float64Array;

  constructor(private readonly size: number) {
    this.states = new Float64Array(usualPoints * size);
  }

  add(time: number, state: Float64Array): void {
    if (this.points === this.time.length) this.grow();
    this.time[this.points] = time;
    this.states.set(state, this.points * this.size);
    this.points++;
  }

  finish(segments: readonly Segment[], counters: Counters, milliseconds: number): Recording {
    const { points, size } = this;
    return {
      points,
      segments,
      counters,
      milliseconds,
      // a view, not a copy: touching fresh memory for every run costs more than the unused rest
      time: this.time.subarray(0, points),
      states: ndarray(this.states.subarray(0, points * size), [points, size]),
    };
  }

  private grow(): void {
    const time = new Float64Array(2 * this.time.length);
    time.set(this.time);
    const states = new Float64Array(2 * this.states.length);
    states.set(this.states);
    this.time = time;
    this.states = states;
  }
}
