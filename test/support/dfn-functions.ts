import { ocpGraphiteChen2020 } from '../../src/materials/functions/ocp-graphite-chen2020.js';
import { ocpGraphiteMarquis2019 } from '../../src/materials/functions/ocp-graphite-marquis2019.js';
import { ocpLcoMarquis2019 } from '../../src/materials/functions/ocp-lco-marquis2019.js';
import { ocpNmc811Chen2020 } from '../../src/materials/functions/ocp-nmc811-chen2020.js';
import type { ScalarFunction } from '../../src/materials/material.js';

/**
 * Property functions of the published full cells, with analytic slopes. Potentials [V] are of the stoichiometry; kappa
 * [S m^-1] and D [m^2 s^-1] of the salt concentration c [mol m^-3], all at 298.15 K. Sources: the cells in `bench/cells`.
 */

/** 0.7222 + 0.1387 s + 0.029 s^0.5 - 0.0172/s + 0.0019/s^1.5 + 0.2808 exp(0.9 - 15 s) - 0.7984 exp(0.4465 s - 0.4108) */
const graphiteNorthrop2011: ScalarFunction = {
  evaluate(s, out) {
    const root = Math.sqrt(s);
    const poor = 0.2808 * Math.exp(0.9 - 15 * s);
    const rich = 0.7984 * Math.exp(0.4465 * s - 0.4108);
    out[0] = 0.7222 + 0.1387 * s + 0.029 * root - 0.0172 / s + 0.0019 / (s * root) + poor - rich;
    out[1] = 0.1387 + 0.0145 / root + 0.0172 / (s * s) - 0.00285 / (s * s * root) - 15 * poor - 0.4465 * rich;
  },
};

/** Quotient of two polynomials in q = s^2, lowest power first. */
const lcoNorthrop2011: ScalarFunction = {
  evaluate(s, out) {
    const q = s * s;
    const top = -4.656 + q * (88.669 + q * (-401.119 + q * (342.909 + q * (-462.471 + q * 433.434))));
    const topSlope = 88.669 + q * (-802.238 + q * (1028.727 + q * (-1849.884 + q * 2167.17)));
    const bottom = -1 + q * (18.933 + q * (-79.532 + q * (37.311 + q * (-73.083 + q * 95.96))));
    const bottomSlope = 18.933 + q * (-159.064 + q * (111.933 + q * (-292.332 + q * 479.8)));
    out[0] = top / bottom;
    out[1] = (2 * s * (topSlope - out[0] * bottomSlope)) / bottom;
  },
};

/** kappa = 0.1297 x^3 - 2.51 x^1.5 + 3.329 x, x = c / 1000; 10.1016/j.electacta.2008.04.023 */
const conductivityNyman2008: ScalarFunction = {
  evaluate(c, out) {
    const x = c / 1000;
    const root = Math.sqrt(x);
    out[0] = x * (0.1297 * x * x - 2.51 * root + 3.329);
    out[1] = (0.3891 * x * x - 3.765 * root + 3.329) / 1000;
  },
};

const diffusivityNyman2008: ScalarFunction = {
  evaluate(c, out) {
    const x = c / 1000;
    out[0] = 8.794e-11 * x * x - 3.972e-10 * x + 4.862e-10;
    out[1] = (17.588e-11 * x - 3.972e-10) / 1000;
  },
};

/** kappa = 0.0911 + 1.9101 x - 1.052 x^2 + 0.1554 x^3; 10.1016/S0378-7753(98)00237-7 */
const conductivityCapiglia1999: ScalarFunction = {
  evaluate(c, out) {
    const x = c / 1000;
    out[0] = 0.0911 + x * (1.9101 + x * (-1.052 + 0.1554 * x));
    out[1] = (1.9101 + x * (-2.104 + 0.4662 * x)) / 1000;
  },
};

const diffusivityCapiglia1999: ScalarFunction = {
  evaluate(c, out) {
    out[0] = 5.34e-10 * Math.exp(-0.65e-3 * c);
    out[1] = -0.65e-3 * out[0];
  },
};

/** kappa = 1e-4 c p(c)^2, p the quadratic of 10.1149/1.1872737 at T = 298.15 K. */
const conductivityValoen2005: ScalarFunction = {
  evaluate(c, out) {
    const T = 298.15;
    const p = -10.5 + 0.074 * T - 6.96e-5 * T * T
      + c * (0.668e-3 - 1.78e-5 * T + 2.8e-8 * T * T + c * (0.494e-6 - 8.86e-10 * T));
    const slope = 0.668e-3 - 1.78e-5 * T + 2.8e-8 * T * T + 2 * c * (0.494e-6 - 8.86e-10 * T);
    out[0] = 1e-4 * c * p * p;
    out[1] = 1e-4 * p * (p + 2 * c * slope);
  },
};

/** The names that `bench/cells` may use. */
export const dfnFunctions: Readonly<Record<string, ScalarFunction>> = {
  graphiteChen2020: ocpGraphiteChen2020,
  graphiteMarquis2019: ocpGraphiteMarquis2019,
  graphiteNorthrop2011,
  lcoNorthrop2011,
  nmc811Chen2020: ocpNmc811Chen2020,
  lcoMarquis2019: ocpLcoMarquis2019,
  conductivityNyman2008,
  diffusivityNyman2008,
  conductivityCapiglia1999,
  diffusivityCapiglia1999,
  conductivityValoen2005,
};
