import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';
import { tanh } from './tanh.js';

/** U(s) of NMC811 [V], fitted to LG M50 half-cell data in liquid electrolyte, 25 degC; s = 0.27 (4.27 V) to 0.9084 (3.56 V). */
export const ocpNmc811Chen2020: LibraryFunction = {
  name: 'ocp-nmc811-chen2020',
  property: 'openCircuitPotential',
  formula: '4.4875 - 0.8090 s - 0.0428 tanh(18.5138 (s - 0.5542)) - 17.7326 tanh(15.7890 (s - 0.3117))'
    + ' + 17.5842 tanh(15.9308 (s - 0.3120))',
  source: sources.pybammChen2020,
  evaluate(s, out) {
    const a = tanh(18.5138 * (s - 0.5542));
    const b = tanh(15.789 * (s - 0.3117));
    const c = tanh(15.9308 * (s - 0.312));
    out[0] = 4.4875 - 0.809 * s - 0.0428 * a - 17.7326 * b + 17.5842 * c;
    out[1] = -0.809 - 0.0428 * 18.5138 * (1 - a * a) - 17.7326 * 15.789 * (1 - b * b) + 17.5842 * 15.9308 * (1 - c * c);
  },
};
