import type { Cutoff, LoadProfile, ProtocolStep, Rate } from '../../src/config/case.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { type Performance, performanceOf } from '../../src/results/performance.js';
import { type LoadedStep, loadStep } from '../../src/simulation/load-step.js';
import { restedState, spreadReaction } from '../../src/simulation/rested-state.js';
import { simulate } from '../../src/simulation/simulate.js';
import { consistentStart } from '../../src/solver/consistent-start.js';
import { newCounters } from '../../src/solver/counters.js';

/** The state right after the current is switched on, at one stoichiometry everywhere. */
export function startUnderCurrent(
  model: CellModel,
  stoichiometry: number,
  current: number,
  tolerance = 1e-8,
): { readonly problem: CellProblem; readonly y: Float64Array } {
  const problem = new CellProblem(model);
  const y = restedState(problem, model.particles.map(() => stoichiometry));
  problem.control = { kind: 'current', target: current };
  spreadReaction(problem, y, current);
  const evidence = consistentStart(problem, 0, y, new Float64Array(problem.size), tolerance, newCounters());
  if (evidence) throw new Error(`no consistent start: ${JSON.stringify(evidence)}`);
  return { problem, y };
}

/** Steps as a case would hold them; currents [A m^-2] and powers [W m^-2] positive, profiles discharge positive. */
const loaded = (step: ProtocolStep): LoadedStep => loadStep(step, NaN, NaN);
const density = (value: number): Rate => ({ kind: 'currentDensity', value });

type Until = Omit<Cutoff, 'current'> & { readonly current?: number };
const cutoff = ({ current, ...until }: Until): Cutoff => ({ ...until,
  ...(current !== undefined && { current: density(current) }) });

export const discharge = (current: number, until: Cutoff): LoadedStep =>
  loaded({ kind: 'discharge', rate: density(current), until });
export const charge = (current: number, until: Cutoff): LoadedStep =>
  loaded({ kind: 'charge', rate: density(current), until });
export const rest = (time: number, voltage?: number): LoadedStep => loaded({ kind: 'rest', until: { time, voltage } });
export const atPower = (kind: 'discharge' | 'charge', value: number, until: Until): LoadedStep =>
  loaded({ kind, rate: { kind: 'power', value }, until: cutoff(until) });
export const hold = (voltage: number | 'now', until: Until): LoadedStep =>
  loaded({ kind: 'hold', voltage, until: cutoff(until) });
export const profile = (load: Omit<LoadProfile, 'name'>, until: Cutoff = {}): LoadedStep =>
  loaded({ kind: 'profile', profile: { name: 'test', ...load }, until });

/** Runs the steps from rest at one stoichiometry everywhere. */
export function runSteps(model: CellModel, stoichiometry: number, steps: readonly LoadedStep[],
  tolerance = 1e-6): Performance
{
  const problem = new CellProblem(model);
  const start = restedState(problem, model.particles.map(() => stoichiometry));
  return performanceOf(problem, simulate(problem, steps, start, { tolerance, maximumSteps: 20_000 }));
}

/** Why the last step ended: the event's name or the outcome's reason. */
export function endOf({ recording }: Performance): string {
  const { outcome } = recording.segments[recording.segments.length - 1];
  return outcome.event ?? outcome.reason;
}
