import type { ScalarFunction } from '../../src/materials/material.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import { exponentialFunction } from './cell-model.js';

/** A cell whose pores hold a salt in the place of its single-ion conductor, with properties that all follow the concentration. */
export const salted = (model: CellModel): CellModel => ({
  ...model,
  ions: {
    kind: 'salt',
    electrolyte: {
      initialConcentration: 900,
      referenceConcentration: 1000,
      conductivity: ofConcentration(0.3),
      diffusivity: ofConcentration(2e-10),
      transferenceNumber: ofConcentration(0.35),
      thermodynamicFactor: ofConcentration(1.4),
    },
    volumeFraction: new Float64Array(model.mesh.cells).fill(0.4),
    transportFactor: Float64Array.from(model.mesh.region, (region) => (region === 0 ? 0.5 : 0.2)),
  },
});

function ofConcentration(value: number): ScalarFunction {
  const shape = exponentialFunction(value, 0.2);
  return { evaluate: (c, out) => {
    shape.evaluate(c / 1000, out);
    out[1] /= 1000;
  } };
}
