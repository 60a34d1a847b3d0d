import type { Numerics } from '../config/case.js';
import type { CellProblem } from '../physics/cell-problem.js';
import { consistentStart } from '../solver/consistent-start.js';
import { newCounters, type Counters } from '../solver/counters.js';
import type { EventFunction } from '../solver/dae-problem.js';
import { integrate } from '../solver/integrate.js';
import { solverOutcome, type Evidence, type SolverOutcome } from '../solver/outcome.js';
import { cutoffs } from './cutoffs.js';
import { loadPieces, type LoadPiece } from './load-pieces.js';
import type { LoadedStep } from './load-step.js';
import { Recorder, type Recording, type Segment } from './recording.js';
import { spreadReaction } from './rested-state.js';

interface End {
  readonly time: number;
  readonly outcome: SolverOutcome;
}

/**
 * Runs the steps one after the other from `start`. Each step begins with a consistent state under its own load and ends
 * at a cut-off, or in an outcome that says why it could not go on; what was reached is kept either way.
 */
export function simulate(problem: CellProblem, steps: readonly LoadedStep[], start: Float64Array, numerics: Numerics): Recording {
  const began = performance.now();
  const run: Run = { problem, numerics, recorder: new Recorder(problem.size), counters: newCounters(), y: start.slice() };
  const { recorder } = run;
  const segments: Segment[] = [];
  let time = 0;
  for (const loaded of steps) {
    const first = recorder.points;
    const ended = runStep(run, loaded, time);
    time = ended.time;
    segments.push({ step: loaded.step, first, last: recorder.points - 1, outcome: ended.outcome });
    if (ended.outcome.evidence || ended.outcome.reason === 'too-many-steps') break;
  }
  return recorder.finish(segments, run.counters, performance.now() - began);
}

interface Run {
  readonly problem: CellProblem;
  readonly numerics: Numerics;
  readonly recorder: Recorder;
  readonly counters: Counters;
  /** The state that the next step finds. */
  readonly y: Float64Array;
}

/** The pieces of a step one after the other, up to the first cut-off. */
function runStep(run: Run, loaded: LoadedStep, start: number): End {
  const { problem, y } = run;
  const events = cutoffs(problem, loaded, y);
  let ended: End = { time: start, outcome: solverOutcome('end-of-interval') };
  for (const piece of loadPieces(loaded, start, problem.voltage(y))) {
    ended = runPiece(run, piece, events, ended.time);
    if (ended.outcome.reason !== 'end-of-interval') break;
  }
  return ended;
}

function runPiece(run: Run, { control, end, kinks }: LoadPiece, events: readonly EventFunction[], start: number): End {
  const { problem, recorder, counters, y, numerics: { tolerance, maximumSteps } } = run;
  const yp = new Float64Array(problem.size);
  problem.control = control;
  const evidence = startUnderLoad(run, start, yp);
  if (evidence) {
    // the load was raised from none: a cut-off that is past at a part of it is past at the whole of it
    const past = evidence.step > 0 ? events.find((event) => event.value(start, y) <= 0) : undefined;
    if (past) recorder.add(start, y);
    const outcome = past ? solverOutcome('event', undefined, past.name) : solverOutcome('no-consistent-start', evidence);
    return { time: start, outcome };
  }
  const ended = integrate(problem, start, end, y, yp, counters, {
    tolerance, maximumSteps, events, kinks,
    onStep: (t, state) => {
      recorder.add(t, state);
      return true;
    },
  });
  // the end of a step is interpolated: let its potentials satisfy their equations for the lithium that is there
  if (!ended.outcome.evidence && consistentStart(problem, ended.time, y, yp, tolerance, counters) === undefined) {
    recorder.replaceLast(y);
  }
  return ended;
}

/**
 * A consistent state under the new load. Newton starts with the reaction spread evenly, which is close; where that leads
 * nowhere, with the state as it was found, which is far but sound, so that the load can be raised in parts.
 */
function startUnderLoad({ problem, numerics, counters, y }: Run, time: number, yp: Float64Array): Evidence | undefined {
  const { kind, target } = problem.control;
  if (kind !== 'voltage') {
    const found = y.slice();
    const goal = typeof target === 'number' ? target : target.at(time);
    spreadReaction(problem, y, kind === 'current' ? goal : goal / problem.voltage(y));
    if (consistentStart(problem, time, y, yp, numerics.tolerance, counters) === undefined) return undefined;
    y.set(found);
  }
  return consistentStart(problem, time, y, yp, numerics.tolerance, counters);
}
