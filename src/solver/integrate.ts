import { Bdf } from './bdf.js';
import type { Counters } from './counters.js';
import type { DaeProblem, EventFunction } from './dae-problem.js';
import { type SolverOutcome, solverOutcome } from './outcome.js';
import { illinois } from './root.js';
import type { Tangents } from './tangents.js';

export interface IntegrationOptions {
  readonly tolerance: number;
  readonly maximumSteps: number;
  readonly firstStep?: number;
  readonly events: readonly EventFunction[];
  /** Rising times at which F is continuous but its slope in t jumps: a step ends at each of them. */
  readonly kinks?: readonly number[];
  /** Sensitivities that follow every step; consistent at the start, and at the end where y is. */
  readonly tangents?: Tangents;
  /**
   * Lets the algebraic unknowns at the end satisfy their equations, which interpolation misses: the end then is where the event of this state is
   * zero. False where it cannot; that end is the one of the polynomial.
   */
  makeConsistent?(t: number, y: Float64Array): boolean;
  /**
   * Called with the start, every accepted step and the end; returning false stops. The arrays are the integrator's
   * own.
   */
  onStep(t: number, y: Float64Array, isLast: boolean): boolean;
}

export interface IntegrationEnd {
  readonly time: number;
  readonly outcome: SolverOutcome;
}

/** An event inside of a step: what its value falls by in the step, and its slope in time where it is zero. */
interface Crossing {
  readonly event: EventFunction;
  readonly fall: number;
  readonly slope: number;
}

interface StepEnd extends IntegrationEnd {
  readonly crossing?: Crossing;
}

/**
 * Times closer than this share of their size are the same; well above the smallest step, so that no run ends in a tiny
 * one.
 */
const clockResolution = 1e-13;
/** Share of a step over which the slope of its polynomial is taken. */
const slopeShare = 1e-4;
/** Events are located to this share of the step that they lie in. */
const eventResolution = 1e-9;
/** A consistent end has its event at zero to this share of what the value falls by in the step ... */
const consistentResolution = 1e-6;
/** ... which takes one to three trials; more than so many lead nowhere. */
const mostTrials = 8;

/**
 * Integrates from a consistent start to `tEnd` or to the first event; F is never evaluated beyond `tEnd`. On return
 * `y` holds the state at the returned time, with tangents `yp` the slope of the polynomial it lies on. An event that is already past at the start ends the run there; one that
 * comes and goes within a single step is not seen.
 */
export function integrate(
  problem: DaeProblem,
  t0: number,
  tEnd: number,
  y: Float64Array,
  yp: Float64Array,
  counters: Counters,
  options: IntegrationOptions,
): IntegrationEnd {
  const { events, onStep, maximumSteps, kinks = [], tangents } = options;
  const values = events.map((event) => event.value(t0, y));
  const past = events.find((_, i) => values[i] <= 0);
  const over = past
    ? solverOutcome('event', undefined, past.name)
    : t0 >= tEnd
    ? solverOutcome('end-of-interval')
    : undefined;
  const goesOn = onStep(t0, y, over !== undefined);
  if (over) return { time: t0, outcome: over };
  if (!goesOn) return { time: t0, outcome: solverOutcome('stopped-by-caller') };
  const bdf = new Bdf(problem, t0, y, yp, options.tolerance, counters, options.firstStep, tEnd - t0, tangents);
  let kink = 0;
  for (let steps = 0; steps < maximumSteps; steps++) {
    while (kink < kinks.length && kinks[kink] <= bdf.t + clockResolution * Math.abs(bdf.t)) kink++;
    const evidence = bdf.step(Math.min(kinks[kink] ?? tEnd, tEnd) - bdf.t);
    if (evidence) return stay(bdf, y, solverOutcome('step-too-small', evidence));
    const end = endOfStep(bdf, tEnd, events, values, y);
    if (end) {
      const time = stateAtEnd(bdf, end, tEnd, options.makeConsistent, y);
      if (tangents) {
        tangents.interpolate(time);
        slopeOfPast(bdf, time, yp);
      }
      onStep(time, y, true);
      return { time, outcome: end.outcome };
    }
    if (!onStep(bdf.t, bdf.y, false)) return stay(bdf, y, solverOutcome('stopped-by-caller'));
  }
  return stay(bdf, y, solverOutcome('too-many-steps'));
}

/**
 * The slope of the polynomial of the last step, by a difference that is exact but for its third power. What F says of y' there is no
 * slope of the solution: of the fast modes it shows what the interpolation is off by, many times over.
 */
function slopeOfPast(bdf: Bdf, t: number, out: Float64Array): void {
  const short = slopeShare * bdf.h;
  const before = out.slice();
  bdf.interpolate(t + short, out);
  bdf.interpolate(t - short, before);
  for (let i = 0; i < out.length; i++) out[i] = (out[i] - before[i]) / (2 * short);
}

function stay(bdf: Bdf, y: Float64Array, outcome: SolverOutcome): IntegrationEnd {
  y.set(bdf.y);
  return { time: bdf.t, outcome };
}

/**
 * The time of the end, and in `y` its state. That of a consistent state is found by secants, of which the polynomial gives the first; where they lead
 * nowhere, as with a value that only touches zero, it stays where the polynomial has it.
 */
function stateAtEnd(bdf: Bdf, { time: t, crossing }: StepEnd, tEnd: number,
  makeConsistent: IntegrationOptions['makeConsistent'], y: Float64Array): number
{
  bdf.interpolate(t, y);
  const path = y.slice();
  if (!makeConsistent?.(t, y)) {
    y.set(path);
    return t;
  }
  if (!crossing) return t;
  const { event, fall } = crossing;
  let { slope } = crossing;
  const first = y.slice();
  let [time, value] = [t, event.value(t, y)];
  for (let trial = 1; Math.abs(value) > consistentResolution * fall; trial++) {
    const next = Math.min(Math.max(time - value / slope, bdf.t - bdf.h), bdf.t + bdf.h, tEnd);
    // along the polynomial from one consistent state to close to the next
    for (let i = 0; i < y.length; i++) y[i] -= path[i];
    bdf.interpolate(next, path);
    for (let i = 0; i < y.length; i++) y[i] += path[i];
    if (trial > mostTrials || next === time || !makeConsistent(next, y)) {
      y.set(first);
      return t;
    }
    const there = event.value(next, y);
    slope = (there - value) / (next - time);
    [time, value] = [next, there];
  }
  return time;
}

/**
 * The earliest event inside the last step, or else the end of the interval if the step reached it. `values` are those
 * of the events before the step, all positive; they are moved on.
 */
function endOfStep(
  bdf: Bdf,
  tEnd: number,
  events: readonly EventFunction[],
  values: number[],
  scratch: Float64Array,
): StepEnd | undefined {
  const reached = bdf.t >= tEnd - clockResolution * Math.abs(tEnd);
  let end: StepEnd | undefined = reached ? { time: tEnd, outcome: solverOutcome('end-of-interval') } : undefined;
  for (let i = 0; i < events.length; i++) {
    const now = events[i].value(bdf.t, bdf.y);
    if (now <= 0) {
      const located = locate(bdf, events[i], values[i], now, scratch);
      if (!end || located.time <= end.time) end = located;
    }
    values[i] = now;
  }
  return end;
}

/** The end inside the last step where the event, positive at its beginning, is zero. */
function locate(bdf: Bdf, event: EventFunction, before: number, now: number, scratch: Float64Array): StepEnd {
  const valueAt = (t: number): number => {
    bdf.interpolate(t, scratch);
    return event.value(t, scratch);
  };
  const resolution = Math.max(eventResolution * bdf.h, clockResolution * Math.abs(bdf.t));
  const time = illinois(valueAt, bdf.t - bdf.h, before, bdf.t, now, resolution);
  const short = slopeShare * bdf.h;
  const crossing = { event, fall: before - now, slope: (valueAt(time) - valueAt(time - short)) / short };
  return { time, outcome: solverOutcome('event', undefined, event.name), crossing };
}
