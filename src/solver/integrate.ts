import { Bdf } from './bdf.js';
import type { Counters } from './counters.js';
import type { DaeProblem, EventFunction } from './dae-problem.js';
import { illinois } from './root.js';
import { solverOutcome, type SolverOutcome } from './outcome.js';

export interface IntegrationOptions {
  readonly tolerance: number;
  readonly maximumSteps: number;
  readonly firstStep?: number;
  readonly events: readonly EventFunction[];
  /** Called with the start, every accepted step and the end; returning false stops. The arrays are the integrator's own. */
  onStep(t: number, y: Float64Array, isLast: boolean): boolean;
}

/**
 * Integrates from a consistent start to `tEnd` or to the first event. On return `y` holds the state at the returned time.
 * An event that is already past at the start ends the run there.
 */
export function integrate(
  problem: DaeProblem, t0: number, tEnd: number, y: Float64Array, yp: Float64Array, counters: Counters, options: IntegrationOptions,
): { readonly time: number; readonly outcome: SolverOutcome } {
  const { events } = options;
  const before = events.map((event) => event.value(t0, y));
  const past = events.findIndex((_, i) => before[i] <= 0);
  options.onStep(t0, y, past >= 0);
  if (past >= 0) return { time: t0, outcome: solverOutcome('event', undefined, events[past].name) };
  const bdf = new Bdf(problem, t0, y, yp, options.tolerance, counters, options.firstStep);
  for (let steps = 0; steps < options.maximumSteps; steps++) {
    const previous = bdf.t;
    const evidence = bdf.step();
    if (evidence) {
      y.set(bdf.y);
      bdf.interpolate(bdf.t, y);
      return { time: bdf.t, outcome: solverOutcome('step-too-small', evidence) };
    }
    const end = firstEnd(bdf, previous, tEnd, events, before, y);
    if (end) {
      bdf.interpolate(end.time, y);
      options.onStep(end.time, y, true);
      return end;
    }
    if (!options.onStep(bdf.t, bdf.y, false)) {
      y.set(bdf.y);
      return { time: bdf.t, outcome: solverOutcome('stopped-by-caller') };
    }
  }
  y.set(bdf.y);
  return { time: bdf.t, outcome: solverOutcome('too-many-steps') };
}

/** The earliest of the events and the end of the interval inside the last step; `before` is moved on where there is none. */
function firstEnd(
  bdf: Bdf, previous: number, tEnd: number, events: readonly EventFunction[], before: number[], scratch: Float64Array,
): { time: number; outcome: SolverOutcome } | undefined {
  let time = tEnd;
  let outcome = solverOutcome('end-of-interval');
  let ended = bdf.t >= tEnd;
  for (let i = 0; i < events.length; i++) {
    const now = events[i].value(bdf.t, bdf.y);
    if (now <= 0) {
      const valueAt = (t: number): number => {
        bdf.interpolate(t, scratch);
        return events[i].value(t, scratch);
      };
      const root = illinois(valueAt, previous, before[i], bdf.t, now, 1e-10 * Math.max(1, bdf.t));
      if (root <= time) {
        time = root;
        outcome = solverOutcome('event', undefined, events[i].name);
        ended = true;
      }
    }
    before[i] = now;
  }
  return ended ? { time, outcome } : undefined;
}
