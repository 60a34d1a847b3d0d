import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';
import { tanh } from './tanh.js';

/** U(s) of LCO [V], from Dualfoil (1998) with the stoichiometry stretched by 1.062, 25 degC. */
export const ocpLcoMarquis2019: LibraryFunction = {
  name: 'ocp-lco-marquis2019',
  property: 'openCircuitPotential',
  formula:
    '2.16216 + 0.07645 tanh(30.834 - 54.4806 y) + 2.1581 tanh(52.294 - 50.294 y) - 0.14169 tanh(11.0923 - 19.8543 y)'
    + ' + 0.2051 tanh(1.4684 - 5.4888 y) + 0.2531 tanh((0.56478 - y)/0.1316) - 0.02167 tanh((y - 0.525)/0.006), y = 1.062 s',
  source: sources.pybammMarquis2019,
  evaluate(s, out) {
    const y = 1.062 * s;
    const a = tanh(30.834 - 54.4806 * y);
    const b = tanh(52.294 - 50.294 * y);
    const c = tanh(11.0923 - 19.8543 * y);
    const d = tanh(1.4684 - 5.4888 * y);
    const e = tanh((0.56478 - y) / 0.1316);
    const f = tanh((y - 0.525) / 0.006);
    out[0] = 2.16216 + 0.07645 * a + 2.1581 * b - 0.14169 * c + 0.2051 * d + 0.2531 * e - 0.02167 * f;
    out[1] = 1.062 * (-0.07645 * 54.4806 * (1 - a * a) - 2.1581 * 50.294 * (1 - b * b) + 0.14169 * 19.8543 * (1 - c * c)
      - 0.2051 * 5.4888 * (1 - d * d) - (0.2531 / 0.1316) * (1 - e * e) - (0.02167 / 0.006) * (1 - f * f));
  },
};
