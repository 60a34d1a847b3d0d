import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';

/** U(s) of NMC532 [V], liquid electrolyte, 25 degC. */
export const ocpNmc532Xu2019: LibraryFunction = {
  name: 'ocp-nmc532-xu2019',
  property: 'openCircuitPotential',
  formula: '4.3452 - 1.6518 s + 1.6225 s^2 - 2.0843 s^3 + 3.5146 s^4 - 2.2166 s^5 - 0.5623e-4 exp(109.451 s - 100.006)',
  source: sources.pybammXu2019,
  evaluate(s, out) {
    const e = 0.5623e-4 * Math.exp(109.451 * s - 100.006);
    out[0] = 4.3452 + s * (-1.6518 + s * (1.6225 + s * (-2.0843 + s * (3.5146 - 2.2166 * s)))) - e;
    out[1] = -1.6518 + s * (3.245 + s * (-6.2529 + s * (14.0584 - 11.083 * s))) - 109.451 * e;
  },
};
