import { Bdf } from '../../src/solver/bdf.js';
import { type Counters, newCounters } from '../../src/solver/counters.js';
import type { DaeProblem, EventFunction } from '../../src/solver/dae-problem.js';
import { integrate, type IntegrationEnd } from '../../src/solver/integrate.js';
import { denseProblem } from '../support/dense-problem.js';

/** One ordinary equation y' = f(t, y). */
export function ode(f: (t: number, y: number) => number): DaeProblem {
  return denseProblem({
    differential: [true],
    residual(t, y, yp, out) {
      out[0] = yp[0] - f(t, y[0]);
    },
  });
}

/**
 * Prothero and Robinson (10.1090/S0025-5718-1974-0331793-2): y' = -lambda (y - g(t)) + g'(t) with g = sin, y(0) = 0, so that
 * y = sin t however stiff it is.
 */
export const protheroRobinson = (lambda: number) => ode((t, y) => -lambda * (y - Math.sin(t)) + Math.cos(t));

/**
 * Index one with an exact solution: y' = -y - z^2 + forcing, 0 = z (2 + sin t) - y e^t, whose forcing is chosen such that
 * y = e^-t (1 + t); then z = (1 + t) / (2 + sin t).
 */
export const movingConstraint = denseProblem({
  differential: [true, false],
  names: ['y', 'z'],
  residual(t, y, yp, out) {
    const z = constraintExact(t)[1];
    // (e^-t (1 + t))' + e^-t (1 + t) = e^-t
    out[0] = yp[0] + y[0] + y[1] * y[1] - z * z - Math.exp(-t);
    out[1] = y[1] * (2 + Math.sin(t)) - y[0] * Math.exp(t);
  },
});

export const constraintExact = (
  t: number,
): readonly [number, number] => [Math.exp(-t) * (1 + t), (1 + t) / (2 + Math.sin(t))];

/** y' = 1, which leaves its domain at y = 1. */
export const movingWall = () => ode((_t, y) => (y < 1 ? 1 : NaN));

export interface Solved extends IntegrationEnd {
  readonly y: Float64Array;
  readonly counters: Counters;
  /** Times and first unknowns handed to `onStep`. */
  readonly times: readonly number[];
  readonly first: readonly number[];
}

export interface SolveOptions {
  readonly tolerance?: number;
  readonly maximumSteps?: number;
  readonly events?: readonly EventFunction[];
  readonly start?: number;
  readonly kinks?: readonly number[];
  readonly makeConsistent?: (t: number, y: Float64Array) => boolean;
  readonly onStep?: (t: number, y: Float64Array, isLast: boolean) => boolean;
}

/** Integrates from the state y0 with slopes yp0. */
export function solve(
  problem: DaeProblem,
  y0: readonly number[],
  yp0: readonly number[],
  tEnd: number,
  options: SolveOptions = {},
): Solved {
  const counters = newCounters();
  const y = Float64Array.from(y0);
  const times: number[] = [];
  const first: number[] = [];
  const end = integrate(problem, options.start ?? 0, tEnd, y, Float64Array.from(yp0), counters, {
    tolerance: options.tolerance ?? 1e-6,
    maximumSteps: options.maximumSteps ?? 10_000,
    events: options.events ?? [],
    kinks: options.kinks,
    ...(options.makeConsistent && { makeConsistent: options.makeConsistent }),
    onStep(t, state, isLast) {
      times.push(t);
      first.push(state[0]);
      return options.onStep?.(t, state, isLast) ?? true;
    },
  });
  return { ...end, y, counters, times, first };
}

/** The integrator by itself, for tests that look inside its steps. */
export function stepper(
  problem: DaeProblem,
  y0: readonly number[],
  yp0: readonly number[],
  tolerance: number,
): { readonly bdf: Bdf; readonly counters: Counters } {
  const counters = newCounters();
  const [y, yp] = [Float64Array.from(y0), Float64Array.from(yp0)];
  return { bdf: new Bdf(problem, 0, y, yp, tolerance, counters, undefined, 100), counters };
}
