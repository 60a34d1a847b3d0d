import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { prepareCase, rateCapability } from '../../src/pipeline/run-case.js';
import { BlockGraphKrylov } from '../../src/solver/linear/block-graph-krylov.js';
import { KeptLu } from '../../src/solver/linear/kept-lu.js';
import { blockMatrix } from '../../src/solver/linear/matrix-on-faces.js';

/** On a mesh of many cells factors serve for many steps; nothing else of the solution may show it. */
const loaded = loadCase('configs/cells/nmc811-li6ps5cl.yaml', {
  set: ['protocol.rates=[C/2]', 'protocol.charge=ideal', 'mesh.name=coarse', 'mesh.shells=4',
    'protocol.steps=[{discharge: each, until: {time: 40 min}}]', 'mesh.unitCell={tabs: {cells: 8, cellsAcross: 6}}'],
});

const last = (list: Float64Array): number => list[list.length - 1];

describe('a discharge on a mesh of 1,200 cells in three dimensions', () => {
  if (!loaded.ok) throw new Error(loaded.issues.map(({ key, received }) => `${key} ${received}`).join());
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(ready.problems.map(({ expected }) => expected).join());
  const { model } = ready.prepared;
  const [{ performance }] = rateCapability(loaded.case, model);
  const { counters } = performance.recording;

  it('iterates with factors, true Newton as in one dimension', () => {
    const matrix = blockMatrix(2, model.mesh.cells, model.mesh.faces);
    expect(matrix instanceof BlockGraphKrylov && matrix.preconditioner).toBeInstanceOf(KeptLu);
    expect(counters.steps).toBeGreaterThan(20);
    expect(counters.newtonIterations).toBeLessThan(3 * counters.steps);
  });

  it('closes its balances as one dimension does: what is linear holds after every iteration', () => {
    expect(performance.balances.charge).toBeLessThan(1e-9);
    expect(performance.balances.lithium).toBeLessThan(1e-9);
    expect(performance.polarisationMismatch).toBeLessThan(1e-8);
  });

  it('ends where a tenth of the tolerance ends', () => {
    const { numerics } = loaded.case;
    const exact = { ...loaded.case, numerics: { ...numerics, tolerance: 0.1 * numerics.tolerance } };
    const [{ performance: finer }] = rateCapability(exact, model);
    expect(Math.abs(last(performance.voltage) - last(finer.voltage))).toBeLessThan(1e-3);
  });
});
