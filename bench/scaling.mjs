import { CellProblem } from '../dist/physics/cell-problem.js';
import { restedState, spreadReaction } from '../dist/simulation/rested-state.js';
import { Bdf } from '../dist/solver/bdf.js';
import { consistentStart } from '../dist/solver/consistent-start.js';
import { newCounters } from '../dist/solver/counters.js';
import { loadCells } from './load-cells.mjs';
import { median } from './statistics.mjs';

/**
 * node --expose-gc --max-semi-space-size=64 bench/scaling.mjs
 *
 * Steps of the integrator alone, on cells of 20 to 2000 through the thickness: CPU time per unknown and step, and bytes that the
 * JavaScript heap and the array buffers grow by per step (the semi-space is large enough that nothing is collected meanwhile).
 */
const counts = [20, 60, 200, 600, 2000];
const shells = 20;
const cells = await loadCells();

const kinds = {
  'single-ion S2': (n) => cells.singleIonCase('S2', { cells: [0, n / 10, (9 * n) / 10], shells }),
  'Chen2020': (n) => cells.fullCell('chen2020', { cells: [(2 * n) / 5, n / 5, (2 * n) / 5], shells }),
};

function integrator(cell) {
  const problem = new CellProblem(cell.model);
  const y = restedState(problem, cell.stoichiometries);
  const yp = new Float64Array(problem.size);
  const counters = newCounters();
  problem.control = { kind: 'current', target: cell.current };
  spreadReaction(problem, y, cell.current);
  consistentStart(problem, 0, y, yp, 1e-4, counters);
  return { problem, bdf: new Bdf(problem, 0, y, yp, 1e-4, counters), counters };
}

function measure(cell) {
  const steps = 100;
  const repetitions = Math.max(5, Math.round(3e6 / (cell.model.mesh.cells * shells * steps)) + 5);
  const costs = [];
  let size = 0;
  let newton = 0;
  for (let r = 0; r < repetitions; r++) {
    const { problem, bdf, counters } = integrator(cell);
    const before = counters.newtonIterations;
    const began = process.cpuUsage();
    for (let i = 0; i < steps; i++) bdf.step();
    const { user, system } = process.cpuUsage(began);
    costs.push((1e3 * (user + system)) / (steps * problem.size));
    size = problem.size;
    newton = (counters.newtonIterations - before) / steps;
  }
  return { unknowns: size, newtonPerStep: newton, nanoseconds: median(costs.slice(repetitions >> 1)),
    bytesPerStep: bytes(cell) };
}

/** Median over short windows; one in which something was collected (or compiled) does not count for much. */
function bytes(cell) {
  const { bdf } = integrator(cell);
  for (let i = 0; i < 10; i++) bdf.step();
  globalThis.gc();
  const windows = Array.from({ length: 9 }, () => {
    const before = process.memoryUsage();
    for (let i = 0; i < 10; i++) bdf.step();
    const after = process.memoryUsage();
    return (after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers) / 10;
  });
  return median(windows);
}

const rows = Object.entries(kinds).flatMap(([kind, make]) =>
  counts.map((n) => ({ kind, cells: n, shells, ...measure(make(n)) }))
);
process.stdout.write(JSON.stringify(rows));
