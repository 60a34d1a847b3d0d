import { describe, expect, it } from 'vitest';
import type { CellModel } from '../../src/physics/cell-model.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { CellImpedance } from '../../src/physics/impedance.js';
import { performanceOf } from '../../src/results/performance.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { simulate } from '../../src/simulation/simulate.js';
import { FARADAY } from '../../src/units/constants.js';
import { randomNumbers } from '../../src/voxels/random-numbers.js';
import { activeMaterial, cellModel, thermalVoltage } from '../support/cell-model.js';
import { type Complex, complex, hyperbolic, minus, over, relativeError, root, scaled,
  times } from '../support/complex.js';
import { drag, draggedSolvent, type Solvent } from '../support/dragged-solvent.js';
import { observedOrder } from '../support/observed-order.js';
import { discharge } from '../support/runs.js';
import { widened } from '../support/widened.js';

/**
 * A field that is one file (`dragged-solvent`) and one entry of `CellModel.fields`: a neutral solvent in the membrane, which the ions drag to
 * the cathode, against closed forms. No solvent leaves a membrane of the length L, in which the current i is everywhere the same, so that
 *
 *   at last    c = c0 + (xi i/F DEff) (x - L/2),   V is less by xi (RT/F) ln(c(L)/c(0))
 *   Z          xi^2 RT L / (F^2 DEff c0) tanh(u)/u,   u^2 = p eps L^2 / 4 DEff
 *
 * With finite volumes the ends are the outermost centres, half a cell h/2 from either end.
 */
const L = 20e-6;
const current = 20;
const solvent: Solvent = { cRef: 1500, D: 2e-11, xi: 3, eps: 0.3 };
const { cRef: c0, D, xi, eps } = solvent;
/** d(c/c0)/dx at last [m^-1]. */
const slope = (xi * current) / (FARADAY * D * c0);

const bare = (cells: number): CellModel =>
  cellModel({ membrane: { thickness: L, cells, kappa: 0.05 }, shells: [4, 1],
    layers: [{ thickness: 40e-6, cells: 4, kappa: 0.05, sigma: 1, material: activeMaterial() }] });
const withSolvent = (model: CellModel): CellModel => ({ ...model, fields: [draggedSolvent(solvent)] });

const spans = [
  ['one dimension', []],
  ['two dimensions', [{ cells: 3, width: 30e-6 }]],
  ['three dimensions', [{ cells: 2, width: 20e-6 }, { cells: 3, width: 50e-6 }]],
] as const;

function run(model: CellModel, time: number) {
  const problem = new CellProblem(model);
  const recording = simulate(problem, [discharge(current, { time })], restedState(problem, [0.3]), { tolerance: 1e-7,
    maximumSteps: 2000 });
  const performance = performanceOf(problem, recording);
  const y = Float64Array.from({ length: problem.size }, (_, i) => recording.states.get(recording.points - 1, i));
  const x = (cell: number): number => y[problem.unknowns.of('solvent') + cell];
  return { problem, performance, y, x, voltage: performance.voltage.at(-1) ?? NaN };
}

const impedanceOf = (model: CellModel, omega: number): Complex => {
  const problem = new CellProblem(model);
  const impedance = new CellImpedance(problem, restedState(problem, [0.3]), 0.1);
  expect(impedance.solve(0, omega)).toBe(true);
  return impedance.parts.total;
};

it('the law gives off heat at any state: i^2/G and diffusion, the drag itself being reversible', () => {
  const random = randomNumbers(5);
  const law = (phiO: number, xO: number, phiN: number, xN: number): number[] =>
    drag(phiO, xO, 0.4, phiN, xN, 0.4, 1, 1e-6, 1e-6, 0, D, c0, xi, thermalVoltage);
  for (let round = 0; round < 20; round++) {
    const [phi, xO, xN] = [random() - 0.5, 0.2 + random(), 0.2 + random()];
    const [added, flux] = law(phi, xO, 0, xN);
    const ohmic = 0.2e6 * phi;
    const dissipated = (ohmic + added) * phi + flux * thermalVoltage * Math.log(xO / xN);
    expect(dissipated).toBeGreaterThan(0);
  }
});

describe.each(spans)('in %s', (_, across) => {
  const cells = 10;
  const box = (model: CellModel): CellModel => (across.length > 0 ? widened(model, across) : model);
  const columns = box(bare(cells)).mesh.cells / bare(cells).mesh.cells;
  // the slowest time of the membrane is eps L^2 / pi^2 D = 0.6 s
  const { problem, performance, x, voltage } = run(box(withSolvent(bare(cells))), 15);
  const alone = run(box(bare(cells)), 15);
  const depth = (cell: number): number => problem.model.mesh.centre[cell];
  const last = columns * (cells - 1);

  it('the concentration is linear at last, to 1e-7 of the start, and none is lost', () => {
    let sum = 0;
    for (let c = 0; c < columns * cells; c++) {
      expect(Math.abs(x(c) - (1 + slope * (depth(c) - L / 2)))).toBeLessThan(1e-7);
      sum += (x(c) - 1) * problem.model.mesh.volume[c];
    }
    expect(Math.abs(sum) / L).toBeLessThan(1e-12);
  });

  it('the voltage is less by what the concentration costs, which is a loss of its own, to 1e-7 V', () => {
    const drop = xi * thermalVoltage * Math.log((1 + slope * (depth(last) - L / 2)) / (1 + slope * (depth(0) - L / 2)));
    expect(drop).toBeGreaterThan(0.02);
    expect(Math.abs(alone.voltage - voltage - drop)).toBeLessThan(1e-7);
    expect(Math.abs((performance.polarisation.at(-1)?.saltConcentration ?? NaN) - drop)).toBeLessThan(1e-7);
    expect(performance.polarisationError).toBeLessThan(1e-8);
    expect(performance.balances.charge).toBeLessThan(1e-9);
  });

  it('the impedance is more by a finite diffusion, to the second order of the cells', () => {
    const omega = 5;
    const exact = (h: number): Complex => {
      // between the outermost centres: sinh of what is left of the half length
      const q = scaled(1, root(complex(0, (omega * eps) / D)));
      const [half, inner] = [hyperbolic(scaled(L / 2, q)), hyperbolic(scaled((L - h) / 2, q))];
      return scaled((2 * xi * xi * thermalVoltage) / (FARADAY * D * c0),
        over(over(complex(1), inner.inverseSinh), times(q, coshOf(half))));
    };
    const error = (n: number): number => {
      const added = minus(impedanceOf(box(withSolvent(bare(n))), omega), impedanceOf(box(bare(n)), omega));
      return relativeError(added, exact(L / n));
    };
    const errors = [6, 12, 24].map(error);
    expect(errors[2]).toBeLessThan(2e-3);
    expect(observedOrder(errors)).toBeGreaterThan(1.9);
  });

  it('is named as evidence shows it', () => {
    expect(problem.nameOf(problem.unknowns.of('solvent') + 3)).toMatch(/^solvent concentration in cell 3 \(membrane/);
  });
});

/** cosh from its tanh and the inverse of its sinh. */
function coshOf({ tanh, inverseSinh }: { readonly tanh: Complex; readonly inverseSinh: Complex }): Complex {
  return over(over(complex(1), inverseSinh), tanh);
}
