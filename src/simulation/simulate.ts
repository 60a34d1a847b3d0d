import type { Numerics } from '../config/case.js';
import type { CellProblem } from '../physics/cell-problem.js';
import { type Control, targetAt } from '../physics/control.js';
import { consistentStart, consistentState } from '../solver/consistent-start.js';
import { type Counters, newCounters } from '../solver/counters.js';
import type { EventFunction } from '../solver/dae-problem.js';
import { integrate } from '../solver/integrate.js';
import { newtonWork } from '../solver/newton.js';
import { type Evidence, type SolverOutcome, solverOutcome } from '../solver/outcome.js';
import { cutoffNames, cutoffs } from './cutoffs.js';
import { exhaustions } from './exhaustion.js';
import { type LoadPiece, loadPieces } from './load-pieces.js';
import type { LoadedStep } from './load-step.js';
import { Recorder, type Recording, type Segment } from './recording.js';
import { spreadReaction } from './rested-state.js';
import type { SensitivityRun } from './sensitivity-run.js';

interface End {
  readonly time: number;
  readonly outcome: SolverOutcome;
}

/**
 * Runs the steps one after the other from `start`. Each step begins with a consistent state under its own load and ends
 * at a cut-off, or in an outcome that says why it could not go on; what was reached is kept either way. `lithiumSupply`: charge that
 * the lithium of a planar anode gives from `start` on [C m^-2]. `beside`: takes the sensitivities, where they are wanted.
 */
export function simulate(
  problem: CellProblem,
  steps: readonly LoadedStep[],
  start: Float64Array,
  numerics: Numerics,
  lithiumSupply = Infinity,
  beside?: SensitivityRun,
): Recording {
  const began = performance.now();
  const run: Run = { problem, numerics, lithiumSupply, recorder: new Recorder(problem.size), counters: newCounters(),
    y: start.slice(), ...(beside && { beside }) };
  const { recorder } = run;
  const segments: Segment[] = [];
  let time = 0;
  for (const [index, loaded] of steps.entries()) {
    const first = recorder.points;
    const ended = runStep(run, loaded, index, time);
    time = ended.time;
    segments.push({ step: loaded.step, first, last: recorder.points - 1, outcome: ended.outcome });
    if (ended.outcome.evidence || ended.outcome.reason === 'too-many-steps') break;
  }
  return recorder.finish(segments, run.counters, performance.now() - began);
}

/** The recording of a protocol whose first step was not reached: no point, and the outcome of what should have come before. */
export const notReached = ({ step }: LoadedStep, problem: CellProblem, outcome: SolverOutcome): Recording =>
  new Recorder(problem.size).finish([{ step, first: 0, last: -1, outcome }], newCounters(), 0);

interface Run {
  readonly problem: CellProblem;
  readonly numerics: Numerics;
  /** [C m^-2] */
  readonly lithiumSupply: number;
  readonly recorder: Recorder;
  readonly counters: Counters;
  /** The state that the next step finds. */
  readonly y: Float64Array;
  readonly beside?: SensitivityRun;
}

/**
 * The pieces of a step one after the other, up to the first cut-off. A step that is over at once has passed nothing: the next one
 * finds what this one found, not the potentials of a load that the cell may be far from carrying.
 */
function runStep(run: Run, loaded: LoadedStep, index: number, start: number): End {
  const { problem, y, beside } = run;
  const found = y.slice();
  const events = [...cutoffs(problem, loaded, y), ...exhaustions(problem, loaded.step, run.lithiumSupply)];
  let ended: End = { time: start, outcome: solverOutcome('end-of-interval') };
  beside?.beginStep(index, y);
  for (const [part, piece] of loadPieces(loaded, problem.voltage(y)).entries()) {
    beside?.load(index, part, y);
    ended = runPiece(run, piece, events, ended.time);
    if (ended.outcome.reason !== 'end-of-interval') break;
  }
  const atOnce = ended.time === start && ended.outcome.reason === 'event';
  if (atOnce) y.set(found);
  beside?.endStep(atOnce);
  return ended;
}

function runPiece(run: Run, { control, duration, kinks }: LoadPiece, events: readonly EventFunction[],
  start: number): End
{
  const { problem, recorder, counters, y, beside, numerics: { tolerance, maximumSteps } } = run;
  const yp = new Float64Array(problem.size);
  problem.control = { kind: control.kind, target: control.target, from: valueNow(problem, control.kind, y) };
  const evidence = startUnderLoad(run, yp);
  if (evidence) {
    const past = pastUnderLoad(run, events, evidence);
    if (past) {
      recorder.add(start, y);
      beside?.record(y);
    }
    const outcome = past ? solverOutcome('event', undefined, past) : solverOutcome('no-consistent-start', evidence);
    return { time: start, outcome: since(start, outcome) };
  }
  beside?.start(0, y, yp);
  const consistent = yp.slice();
  const work = newtonWork(problem.size);
  // sensitivities alone ask for the slopes at the end
  const settle = beside ? consistentStart : consistentState;
  const { time, outcome } = integrate(problem, 0, duration, y, yp, counters, {
    tolerance,
    maximumSteps,
    events,
    kinks,
    ...(beside && { tangents: beside.tangents }),
    makeConsistent: (t, state) => settle(problem, t, state, consistent, tolerance, counters, work) === undefined,
    onStep: (t, state) => {
      recorder.add(start + t, state);
      beside?.record(state);
      return true;
    },
  });
  if (control.kind === 'power' && outcome.reason === 'step-too-small' && !givesMore(run, control, time)) {
    return { time: start + time, outcome: solverOutcome('event', undefined, cutoffNames.power) };
  }
  if (!outcome.evidence) beside?.end(time, y, consistent, yp, events, eventOf(outcome, events, time, y));
  return { time: start + time, outcome: since(start, outcome) };
}

/** Evidence tells the time since the start of the simulation. */
const since = (start: number, { evidence, ...outcome }: SolverOutcome): SolverOutcome => ({
  ...outcome,
  ...(evidence && { evidence: { ...evidence, time: start + evidence.time } }),
});

/** The event that has ended a piece: of those of its name the one that is nearest to zero. */
function eventOf({ reason, event: name }: SolverOutcome, events: readonly EventFunction[], t: number, y: Float64Array):
  | number
  | undefined
{
  if (reason !== 'event') return undefined;
  const distance = events.map((event) => (event.name === name ? Math.abs(event.value(t, y)) : Infinity));
  return distance.indexOf(Math.min(...distance));
}

/**
 * The cut-off that a load without a state is beyond: one that is past at the part of it that was reached is past at the whole of it, and a power
 * has a largest value.
 */
function pastUnderLoad({ problem, y }: Run, events: readonly EventFunction[], { step: reached }: Evidence):
  | string
  | undefined
{
  if (reached === 0) return undefined;
  const past = events.find((event) => event.value(0, y) <= 0)?.name;
  return past ?? (problem.control.kind === 'power' ? cutoffNames.power : undefined);
}

/** How much more power a cell has to give to show that it was not power that ran out. */
const more = 1.01;

/** I V has a largest value over I, which falls as a cell runs down: whether the state that was reached stands off from it. */
function givesMore({ problem, numerics, counters, y }: Run, control: Control, time: number): boolean {
  const power = targetAt(control, time);
  problem.control = { kind: 'power', target: more * power, from: power };
  return consistentStart(problem, time, y.slice(), new Float64Array(problem.size), numerics.tolerance, counters)
    === undefined;
}

/** What the control fixes, as it is before the load. */
function valueNow(problem: CellProblem, kind: Control['kind'], y: Float64Array): number {
  const current = y[problem.unknowns.current];
  return kind === 'current' ? current : kind === 'voltage' ? problem.voltage(y) : current * problem.voltage(y);
}

/**
 * A consistent state under the new load. Newton starts with the reaction spread evenly, which is close; where that leads
 * nowhere, with the state as it was found, which satisfies its equations under the load before, so that this one can be led to the new.
 * A state at the largest power that the cell gives leads nowhere either: a power is then raised from none.
 */
function startUnderLoad({ problem, numerics, counters, y }: Run, yp: Float64Array): Evidence | undefined {
  const { control } = problem;
  const { kind } = control;
  const started = (): Evidence | undefined => consistentStart(problem, 0, y, yp, numerics.tolerance, counters);
  if (kind === 'voltage') return started();
  const found = y.slice();
  const goal = targetAt(control, 0);
  spreadReaction(problem, y, kind === 'current' ? goal : goal / problem.voltage(y));
  // I V = P has a second root, where a charge is a discharge at a voltage below zero
  if (started() === undefined && (kind !== 'power' || problem.voltage(y) > 0)) return undefined;
  y.set(found);
  const evidence = started();
  if (evidence === undefined) return undefined;
  if (kind === 'current' || evidence.step > 0) return evidence;
  y.set(found);
  problem.control = { ...control, from: 0 };
  spreadReaction(problem, y, 0);
  return started();
}
