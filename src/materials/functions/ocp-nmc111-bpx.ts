import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';
import { sumOfSteps } from './sum-of-steps.js';

const steps = sumOfSteps(10.04892207, [
  [-0.65637536, -4.02134095, 0.80063948],
  [4.24678547, 12.17805062, 7.57659337],
  [-0.3757068, 59.33067782, 0.99784492],
], []);

/** U(s) of NMC111 [V], an example cell of the BPX format, liquid electrolyte, 25 degC; s = 0.424 (4.29 V) to 0.962 (3.60 V). */
export const ocpNmc111Bpx: LibraryFunction = {
  name: 'ocp-nmc111-bpx',
  property: 'openCircuitPotential',
  formula: '10.04892207 - 3.04420906 s - 0.65637536 tanh(-4.02134095 (s - 0.80063948))'
    + ' + 4.24678547 tanh(12.17805062 (s - 7.57659337)) - 0.3757068 tanh(59.33067782 (s - 0.99784492))',
  source: sources.bpxNmc111,
  evaluate(s, out) {
    steps(s, out);
    out[0] -= 3.04420906 * s;
    out[1] -= 3.04420906;
  },
};
