import type { CellProblem } from '../physics/cell-problem.js';
import { startIterations } from '../solver/consistent-start.js';
import { newCounters } from '../solver/counters.js';
import { newtonSolve, newtonWork } from '../solver/newton.js';

/**
 * Potentials [V] to which a state is settled. At the lithium and the salt of a state the balances are linear, so that one iteration closes
 * them to round-off, and what it leaves of the kinetics is of second order; what enters a network is not linear.
 */
const settledTo = { plain: 1e-7, network: 1e-10 };

/**
 * Makes the function that gives a recorded state with potentials that satisfy their equations, for the current, the lithium
 * and the salt that are there. Where the balances are linear every accepted step does; elsewhere only to the tolerance of the integrator.
 * The control of the problem is left as it was found.
 */
export function stateSettler(problem: CellProblem): (recorded: Float64Array) => Float64Array {
  if (problem.assembly.isLinear) return (recorded) => recorded;
  const [state, before] = [new Float64Array(problem.size), new Float64Array(problem.size)];
  const [rates, correction] = [new Float64Array(problem.size), new Float64Array(problem.size)];
  const tolerance = settledTo[problem.model.particles.some(({ network }) => network) ? 'network' : 'plain'];
  // the constant of convergence is kept from state to state: they are alike
  const task = { problem, t: 0, y: state, yp: rates, gamma: 0, tolerance, correction, work: newtonWork(problem.size),
    counters: newCounters() };
  const settles = (recorded: Float64Array, potentials: Float64Array): boolean => {
    for (let i = 0; i < state.length; i++) state[i] = problem.differential[i] ? recorded[i] : potentials[i];
    return Number.isFinite(newtonSolve(task, startIterations));
  };
  return (recorded) => {
    const { control } = problem;
    problem.control = { kind: 'current', target: recorded[problem.unknowns.current] };
    // a step meets its tolerance also with potentials from which Newton does not find back; those of the state before may serve
    const settled = settles(recorded, recorded) || settles(recorded, before);
    problem.control = control;
    if (settled) before.set(state);
    return settled ? state : recorded;
  };
}
