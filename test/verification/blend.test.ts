import { expect, it } from 'vitest';
import type { CellModel } from '../../src/physics/cell-model.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { particleClassResults } from '../../src/results/particle-classes.js';
import { performanceOf } from '../../src/results/performance.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { simulate } from '../../src/simulation/simulate.js';
import { FARADAY } from '../../src/units/constants.js';
import { activeMaterial, cellModel, exponentialFunction, type LayerNumbers,
  linearPotential } from '../support/cell-model.js';
import { discharge } from '../support/runs.js';

/** Two active materials side by side in one layer, each with its own potential, sites, size and diffusivity; both at 4.1 V charged. */
const first = activeMaterial({ name: 'first', openCircuitPotential: linearPotential(4.2, -0.5) });
const second = activeMaterial({
  name: 'second',
  maximumConcentration: 30e3,
  particleRadius: 1e-6,
  chargedStoichiometry: 0.4,
  dischargedStoichiometry: 0.95,
  openCircuitPotential: linearPotential(4.46, -0.9),
  diffusivity: exponentialFunction(5e-15, -1),
});
const layer: LayerNumbers = { thickness: 50e-6, cells: 8, kappa: 0.05, sigma: 1, material: first, volumeFraction: 0.6 };

function blend(share: number): CellModel {
  const [one, other] = [first, second].map((material) => cellModel({ layers: [{ ...layer, material }] }));
  const part = ({ particles: [all] }: CellModel, of: number) => ({ ...all, volumeFraction: of * all.volumeFraction,
    specificInterfacialArea: of * all.specificInterfacialArea });
  return { ...one, particles: [part(one, 1 - share), part(other, share)] };
}

const run = (model: CellModel, current: number, cutoff: number, start = [0.2, 0.4]) => {
  const problem = new CellProblem(model);
  return performanceOf(problem,
    simulate(problem, [discharge(current, { voltage: cutoff })], restedState(problem, start), { tolerance: 1e-6,
      maximumSteps: 20_000 }));
};

it('fills each to the potential that they share: the capacity of a slow discharge is the sum of both, 1e-3', () => {
  const share = 0.4;
  const slow = run(blend(share), 0.02, 3.8);
  const sites = (fraction: number, { maximumConcentration }: typeof first): number =>
    FARADAY * maximumConcentration * fraction * 0.6 * layer.thickness;
  const expected = sites(1 - share, first) * ((4.2 - 3.8) / 0.5 - 0.2)
    + sites(share, second) * ((4.46 - 3.8) / 0.9 - 0.4);
  expect(Math.abs((slow.charge.at(-1) ?? NaN) / expected - 1)).toBeLessThan(1e-3);
  const [one, other] = particleClassResults(slow);
  expect(one.utilisation).toBeCloseTo(0.6 / 0.7, 3);
  expect(other.utilisation).toBeCloseTo(((4.46 - 3.8) / 0.9 - 0.4) / 0.55, 3);
});

it('keeps its balances at a rate, its parts add up, and its local utilisation is that of the cell', () => {
  const fast = run(blend(0.4), 60, 3.3);
  expect(fast.balances.lithium).toBeLessThan(1e-11);
  expect(fast.balances.charge).toBeLessThan(1e-9);
  expect(fast.polarisationError).toBeLessThan(1e-9);
  const last = fast.recording.points - 1;
  const cells = fast.profiles.utilisation.shape[1];
  const mean = Array.from({ length: cells }, (_, c) => fast.profiles.utilisation.get(last, c)).reduce(
    (sum, one) => sum + one / cells,
    0,
  );
  // cells of equal width
  expect(mean).toBeCloseTo(fast.utilisation.at(-1) ?? NaN, 9);
});

it('is either material alone at the ends of the blend', () => {
  const alone = run(cellModel({ layers: [{ ...layer, material: second }] }), 30, 3.4, [0.4]);
  const nearly = run(blend(1 - 1e-9), 30, 3.4);
  expect((nearly.charge.at(-1) ?? NaN) / (alone.charge.at(-1) ?? NaN)).toBeCloseTo(1, 6);
});
