import { CellProblem } from '../../src/physics/cell-problem.js';
import { loadStep } from '../../src/simulation/load-step.js';
import type { Recording } from '../../src/simulation/recording.js';
import { restedState, spreadReaction } from '../../src/simulation/rested-state.js';
import { simulate } from '../../src/simulation/simulate.js';
import { Bdf } from '../../src/solver/bdf.js';
import { consistentStart } from '../../src/solver/consistent-start.js';
import { newCounters } from '../../src/solver/counters.js';
import type { DfnCell } from './dfn-cells.js';

/** One discharge from rest to the cut-off, as the program runs it; `run` may be called again and again. */
export function discharge(cell: DfnCell,
  tolerance: number): { readonly problem: CellProblem; readonly run: () => Recording }
{
  const problem = new CellProblem(cell.model);
  const start = restedState(problem, cell.stoichiometries);
  const rate = { kind: 'currentDensity' as const, value: cell.current };
  const step = loadStep({ kind: 'discharge', rate, until: { voltage: cell.cutoff } }, NaN, NaN);
  return { problem, run: () => simulate(problem, [step], start, { tolerance, maximumSteps: 100_000 }) };
}

/** Calls `visit` with the problem and the state at each of the rising times, from the polynomials of the integrator. */
function visitStates(
  cell: DfnCell,
  times: readonly number[],
  tolerance: number,
  visit: (problem: CellProblem, y: Float64Array) => void,
): void {
  const problem = new CellProblem(cell.model);
  const y = restedState(problem, cell.stoichiometries);
  const yp = new Float64Array(problem.size);
  const counters = newCounters();
  problem.control = { kind: 'current', target: cell.current };
  spreadReaction(problem, y, cell.current);
  const evidence = consistentStart(problem, 0, y, yp, tolerance, counters);
  if (evidence) throw new Error(`no consistent start: ${JSON.stringify(evidence)}`);
  const bdf = new Bdf(problem, 0, y, yp, tolerance, counters);
  for (const time of times) {
    while (bdf.t < time) {
      const trouble = bdf.step();
      if (trouble) throw new Error(`no step: ${JSON.stringify(trouble)}`);
    }
    if (time > 0) bdf.interpolate(time, y);
    visit(problem, y);
  }
}

/** Voltage of a discharge at constant current at the given times [V]. */
export function voltagesAt(cell: DfnCell, times: readonly number[], tolerance: number): number[] {
  const volts: number[] = [];
  visitStates(cell, times, tolerance, (problem, y) => volts.push(problem.voltage(y)));
  return volts;
}

/** The state at one time, with the problem that can read it. */
export function stateAt(
  cell: DfnCell,
  time: number,
  tolerance: number,
): { readonly problem: CellProblem; readonly y: Float64Array } {
  let found: { problem: CellProblem; y: Float64Array } | undefined;
  visitStates(cell, [time], tolerance, (problem, y) => {
    found = { problem, y };
  });
  if (!found) throw new Error('no state');
  return found;
}
