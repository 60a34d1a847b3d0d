import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';
import { tangentBelow } from './tangent-below.js';

/** Below this the tangent: the fit has poles at s = 0, and its cell stays above 0.0143. */
const start = 0.005;

/** U(s) of the graphite of LIONSIMBA and PETLION [V], 25 degC. */
export const ocpGraphiteNorthrop2011: LibraryFunction = {
  name: 'ocp-graphite-northrop2011',
  property: 'openCircuitPotential',
  formula:
    '0.7222 + 0.1387 s + 0.029 s^0.5 - 0.0172/s + 0.0019/s^1.5 + 0.2808 exp(0.9 - 15 s) - 0.7984 exp(0.4465 s - 0.4108);'
    + ` below s = ${start} its tangent`,
  source: sources.northrop2011,
  evaluate: tangentBelow(start, (s, out) => {
    const root = Math.sqrt(s);
    const poor = 0.2808 * Math.exp(0.9 - 15 * s);
    const rich = 0.7984 * Math.exp(0.4465 * s - 0.4108);
    out[0] = 0.7222 + 0.1387 * s + 0.029 * root - 0.0172 / s + 0.0019 / (s * root) + poor - rich;
    out[1] = 0.1387 + 0.0145 / root + 0.0172 / (s * s) - 0.00285 / (s * s * root) - 15 * poor - 0.4465 * rich;
  }),
};
