import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { prepareCase, rateCapability } from '../../src/pipeline/run-case.js';

/** A mesh whose factors are dear keeps them from step to step; nothing else of the solution may show it. */
const loaded = loadCase('configs/cells/nmc811-li6ps5cl.yaml', {
  set: ['protocol.rates=[2C]', 'protocol.charge=ideal', 'mesh.name=coarse', 'mesh.shells=5', 'mesh.cathodeCells=24',
    'mesh.unitCell={channels: {cells: 30}}',
    'cathode.ionicTransport={alignedChannels: {fraction: 15 %, spacing: 200 um, wallTortuosityFactor: 5}}'],
});

const last = (list: Float64Array): number => list[list.length - 1];

describe('a discharge on a mesh of 900 cells', () => {
  if (!loaded.ok) throw new Error(loaded.issues.map(({ key, received }) => `${key} ${received}`).join());
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(ready.problems.map(({ expected }) => expected).join());
  const { model } = ready.prepared;
  const [{ performance }] = rateCapability(loaded.case, model);
  const { counters } = performance.recording;

  it('makes factors for few of its iterations', () => {
    expect(new CellProblem(model).factors).toBe('kept');
    expect(counters.factorisations).toBeLessThan(counters.newtonIterations / 3);
    expect(counters.newtonIterations).toBeLessThan(3 * counters.steps);
  });

  it('closes its balances as one dimension does: what is linear holds after every iteration', () => {
    expect(performance.balances.charge).toBeLessThan(1e-9);
    expect(performance.balances.lithium).toBeLessThan(1e-9);
    expect(performance.polarisationMismatch).toBeLessThan(1e-8);
  });

  it('delivers what a tenth of the tolerance delivers', () => {
    const exact = { ...loaded.case, numerics: { ...loaded.case.numerics, tolerance: 1e-5 } };
    const [{ performance: finer }] = rateCapability(exact, model);
    expect(Math.abs(last(performance.utilisation) / last(finer.utilisation) - 1)).toBeLessThan(1e-3);
  });
});
