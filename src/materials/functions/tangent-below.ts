import type { ScalarFunction } from '../material.js';

/**
 * f(x) from `start` on, its tangent there below: for formulas with a pole outside the window of their cell, where Newton may
 * look.
 */
export const tangentBelow =
  (start: number, evaluate: ScalarFunction['evaluate']): ScalarFunction['evaluate'] => (x, out) => {
    evaluate(Math.max(x, start), out);
    if (x < start) out[0] += out[1] * (x - start);
  };
