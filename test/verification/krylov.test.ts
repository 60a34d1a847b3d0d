import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { prepareCase, rateCapability } from '../../src/pipeline/run-case.js';
import type { Performance } from '../../src/results/performance.js';
import { BlockGraphKrylov } from '../../src/solver/linear/block-graph-krylov.js';
import { BlockMultigrid } from '../../src/solver/linear/block-multigrid.js';
import { blockMatrix } from '../../src/solver/linear/matrix-on-faces.js';

/** A mesh in three dimensions whose factors would fill up, where nothing varies along the layers: the solution of one dimension. */
const run = (...set: readonly string[]): { readonly performance: Performance; readonly iterates: boolean } => {
  const loaded = loadCase('configs/cells/nmc811-li6ps5cl.yaml', {
    set: ['protocol.rates=[2C]', 'protocol.charge=ideal', 'protocol.steps=[{discharge: each, until: {time: 20 s}}]',
      'mesh.name=coarse', 'mesh.shells=4', ...set],
  });
  if (!loaded.ok) throw new Error(loaded.issues.map(({ key, received }) => `${key} ${received}`).join());
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(ready.problems.map(({ expected }) => expected).join());
  const { model, model: { mesh } } = ready.prepared;
  const [{ performance }] = rateCapability(loaded.case, model);
  const matrix = blockMatrix(2, mesh.cells, mesh.faces);
  return { performance,
    iterates: matrix instanceof BlockGraphKrylov && matrix.preconditioner instanceof BlockMultigrid };
};
const last = (list: Float64Array): number => list[list.length - 1];

describe('a mesh of 4,200 cells in three dimensions', () => {
  const box = run('mesh.unitCell={rectangle: {width: 100 um, cells: 13, depth: 100 um, depthCells: 13}}');
  const line = run();

  it('iterates in place of factors', () => expect([box.iterates, line.iterates]).toEqual([true, false]));

  it('is the cell of one dimension', () => {
    expect(Math.abs(last(box.performance.voltage) - last(line.performance.voltage))).toBeLessThan(1e-5);
  });

  it('closes its balances', () => {
    expect(box.performance.balances.charge).toBeLessThan(1e-9);
    expect(box.performance.balances.lithium).toBeLessThan(1e-9);
    expect(box.performance.polarisationMismatch).toBeLessThan(1e-8);
  });
});
