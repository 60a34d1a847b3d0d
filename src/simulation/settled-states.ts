import type { CellProblem } from '../physics/cell-problem.js';
import { newCounters } from '../solver/counters.js';
import { newtonSolve, newtonWork } from '../solver/newton.js';

/** Potentials [V] to which a state is settled; the next Newton correction is its square. */
const settledTo = 1e-8;

/**
 * Makes the function that gives a recorded state with potentials that satisfy their equations to round-off, for the current, the lithium
 * and the salt that are there. Where the balances are linear every accepted step does; elsewhere only to the tolerance of the integrator.
 * The control of the problem is left as it was found.
 */
export function stateSettler(problem: CellProblem): (recorded: Float64Array) => Float64Array {
  if (problem.assembly.isLinear) return (recorded) => recorded;
  const state = new Float64Array(problem.size);
  const [rates, correction] = [new Float64Array(problem.size), new Float64Array(problem.size)];
  const work = newtonWork(problem.size);
  const task = { problem, t: 0, y: state, yp: rates, gamma: 0, tolerance: settledTo, correction, work,
    counters: newCounters() };
  return (recorded) => {
    const { control } = problem;
    state.set(recorded);
    problem.control = { kind: 'current', target: recorded[problem.unknowns.current] };
    work.quadraticConstant = NaN;
    const norm = newtonSolve(task);
    problem.control = control;
    return Number.isFinite(norm) ? state : recorded;
  };
}
