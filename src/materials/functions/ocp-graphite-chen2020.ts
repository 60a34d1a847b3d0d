import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';
import { sumOfSteps } from './sum-of-steps.js';

/** U(s) of the graphite-SiOx of the LG M50 [V], fitted to half-cell data, 25 degC; s = 0.0279 to 0.9014 in the cell. */
export const ocpGraphiteChen2020: LibraryFunction = {
  name: 'ocp-graphite-chen2020',
  property: 'openCircuitPotential',
  formula: '0.2482 + 1.9793 exp(-39.3631 s) - 0.0909 tanh(29.8538 (s - 0.1234)) - 0.04478 tanh(14.9159 (s - 0.2769))'
    + ' - 0.0205 tanh(30.4444 (s - 0.6103))',
  source: sources.pybammChen2020,
  evaluate: sumOfSteps(0.2482, [[-0.0909, 29.8538, 0.1234], [-0.04478, 14.9159, 0.2769], [-0.0205, 30.4444, 0.6103]], [[
    1.9793,
    -39.3631,
  ]]),
};
