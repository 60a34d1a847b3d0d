import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';
import { tangentBelow } from './tangent-below.js';

/** Below this the tangent: the quotient has poles between 0.2 and 0.4, and its cell stays above 0.4955. */
const start = 0.45;

/** U(s) of the LCO of LIONSIMBA and PETLION [V], 25 degC: a quotient of two polynomials in q = s^2. */
export const ocpLcoNorthrop2011: LibraryFunction = {
  name: 'ocp-lco-northrop2011',
  property: 'openCircuitPotential',
  formula: '(-4.656 + 88.669 s^2 - 401.119 s^4 + 342.909 s^6 - 462.471 s^8 + 433.434 s^10)'
    + ' / (-1 + 18.933 s^2 - 79.532 s^4 + 37.311 s^6 - 73.083 s^8 + 95.96 s^10);'
    + ` below s = ${start} its tangent`,
  source: sources.northrop2011,
  evaluate: tangentBelow(start, (s, out) => {
    const q = s * s;
    const top = -4.656 + q * (88.669 + q * (-401.119 + q * (342.909 + q * (-462.471 + q * 433.434))));
    const topSlope = 88.669 + q * (-802.238 + q * (1028.727 + q * (-1849.884 + q * 2167.17)));
    const bottom = -1 + q * (18.933 + q * (-79.532 + q * (37.311 + q * (-73.083 + q * 95.96))));
    const bottomSlope = 18.933 + q * (-159.064 + q * (111.933 + q * (-292.332 + q * 479.8)));
    out[0] = top / bottom;
    out[1] = (2 * s * (topSlope - out[0] * bottomSlope)) / bottom;
  }),
};
