import { expect, it } from 'vitest';
import type { CellMesh } from '../../src/mesh/cell-mesh.js';
import { meanAtDepths } from '../../src/results/depth-mean.js';

const mesh = { volume: Float64Array.of(1, 2) } as CellMesh;
const depths = { edges: Float64Array.of(0, 1, 2), centre: Float64Array.of(0.5, 1.5) };

it('cells of a column that stand in another order have their values at their depths', () => {
  const of = [[{ interval: 1, share: 1 }], [{ interval: 0, share: 1 }]];
  expect(meanAtDepths({ ...depths, of }, mesh, [10, 20])).toEqual([20, 10]);
});

it('as many slices as cells that reach through several of them: means weigh by the volume within', () => {
  const of = [[{ interval: 0, share: 0.5 }, { interval: 1, share: 0.5 }], [{ interval: 1, share: 1 }]];
  expect(meanAtDepths({ ...depths, of }, mesh, [10, 20])).toEqual([10, (0.5 * 10 + 2 * 20) / 2.5]);
});
