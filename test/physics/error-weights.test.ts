import { expect, it } from 'vitest';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { errorWeights } from '../../src/physics/error-weights.js';
import { activeMaterial, cellModel, type LayerNumbers } from '../support/cell-model.js';
import { networkModel, networkOfSizes } from '../support/network-model.js';

const layer: LayerNumbers = { thickness: 50e-6, cells: 3, grading: 2, kappa: 0.05, sigma: 1,
  material: activeMaterial() };

it('an error that is the same everywhere weighs one in its field, whatever the mesh, the layers and the sizes', () => {
  const plain = cellModel({ layers: [layer, { ...layer, thickness: 20e-6, cells: 4 }], membrane: { cells: 2 },
    shells: [4, 1.4] });
  for (const model of [plain, networkOfSizes(plain, [1.5e-6, 4e-6]), networkModel({ layers: [layer] }, 0.7, true)]) {
    const { unknowns } = new CellProblem(model);
    const weights = errorWeights(model, unknowns);
    const norms = new Map<string, number>();
    for (const { field: { key, scale }, first, step, cell } of unknowns.spans) {
      if (scale === undefined) continue;
      const one = typeof scale === 'number' ? scale : scale(model);
      for (let i = 0; i < cell.length; i++) {
        norms.set(key, (norms.get(key) ?? 0) + (weights[first + step * i] * one) ** 2);
      }
    }
    expect(norms.size).toBeGreaterThan(2);
    for (const [key, norm] of norms) expect(norm, key).toBeCloseTo(1, 12);
  }
});
