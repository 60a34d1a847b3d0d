import type { Numerics, ProtocolStep } from '../config/case.js';
import type { CellProblem } from '../physics/cell-problem.js';
import { consistentStart } from '../solver/consistent-start.js';
import { newCounters, type Counters } from '../solver/counters.js';
import type { EventFunction } from '../solver/dae-problem.js';
import { integrate } from '../solver/integrate.js';
import { solverOutcome, type SolverOutcome } from '../solver/outcome.js';
import { Recorder, type Recording, type Segment } from './recording.js';
import { spreadReaction } from './rested-state.js';

/** One step of the protocol with its rate resolved: discharge positive [A m^-2]. */
export interface LoadedStep {
  readonly step: ProtocolStep;
  readonly current: number;
}

/** Names of the cut-offs, as events and as reasons in the result. */
export const cutoffNames = { voltage: 'voltage-cutoff', arealCapacity: 'capacity-cutoff' } as const;

/**
 * Runs the steps one after the other from `start`. Each step begins with a consistent state under its own current and ends
 * at a cut-off, or in an outcome that says why it could not go on; what was reached is kept either way.
 */
export function simulate(problem: CellProblem, steps: readonly LoadedStep[], start: Float64Array, numerics: Numerics): Recording {
  const began = performance.now();
  const counters = newCounters();
  const recorder = new Recorder(problem.size);
  const segments: Segment[] = [];
  const y = start.slice();
  let time = 0;
  for (const loaded of steps) {
    const first = recorder.points;
    const ended = runStep(problem, loaded, time, y, numerics, recorder, counters);
    time = ended.time;
    segments.push({ step: loaded.step, first, last: Math.max(first, recorder.points - 1), outcome: ended.outcome });
    if (ended.outcome.evidence || ended.outcome.reason === 'too-many-steps') break;
  }
  return recorder.finish(segments, counters, performance.now() - began);
}

function runStep(
  problem: CellProblem, { step, current }: LoadedStep, time: number, y: Float64Array, numerics: Numerics, recorder: Recorder,
  counters: Counters,
): { readonly time: number; readonly outcome: SolverOutcome } {
  const yp = new Float64Array(problem.size);
  problem.control = { kind: 'current', target: current };
  spreadReaction(problem, y, current);
  const evidence = consistentStart(problem, time, y, yp, numerics.tolerance, counters);
  if (evidence) return { time, outcome: solverOutcome('no-consistent-start', evidence) };
  const ended = integrate(problem, time, time + (step.until.time ?? Infinity), y, yp, counters, {
    tolerance: numerics.tolerance,
    maximumSteps: numerics.maximumSteps,
    events: cutoffs(problem, step, y[problem.unknowns.charge]),
    onStep: (t, state) => {
      recorder.add(t, state);
      return true;
    },
  });
  // the end of a step is interpolated: let its potentials satisfy their equations for the lithium that is there
  if (!ended.outcome.evidence && consistentStart(problem, ended.time, y, yp, numerics.tolerance, counters) === undefined) {
    recorder.replaceLast(y);
  }
  return ended;
}

function cutoffs(problem: CellProblem, step: ProtocolStep, chargeAtStart: number): EventFunction[] {
  if (step.kind === 'rest') return [];
  const events: EventFunction[] = [];
  const { voltage, arealCapacity } = step.until;
  const sign = step.kind === 'discharge' ? 1 : -1;
  if (voltage !== undefined) events.push({ name: cutoffNames.voltage, value: (_t, y) => sign * (problem.voltage(y) - voltage) });
  if (arealCapacity !== undefined) {
    const { charge } = problem.unknowns;
    events.push({ name: cutoffNames.arealCapacity, value: (_t, y) => arealCapacity - Math.abs(y[charge] - chargeAtStart) });
  }
  return events;
}
