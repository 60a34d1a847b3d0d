import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';

/** The temperature [K] at which the formula is taken; it has one in it. */
const T = 298.15;
const constant = -10.5 + 0.074 * T - 6.96e-5 * T * T;
const linear = 0.668e-3 - 1.78e-5 * T + 2.8e-8 * T * T;
const square = 0.494e-6 - 8.86e-10 * T;

/** Where the formula has its lowest place [mol m^-3]; above it would rise again, to 43 S/m at 9.9 mol/L. */
const leastConducting = (-3 * linear + Math.sqrt(9 * linear ** 2 - 20 * square * constant)) / (10 * square);

/** LiPF6 in PC:EC:DMC 10:27:63, 25 degC; c in mol m^-3. Positive everywhere: the square has no zero at this temperature. */
export const conductivityLipf6Valoen2005: LibraryFunction = {
  name: 'conductivity-lipf6-valoen2005',
  property: 'ionicConductivity',
  formula:
    '1e-4 c [(-10.5 + 0.668e-3 c + 0.494e-6 c^2) + (0.074 - 1.78e-5 c - 8.86e-10 c^2) T + (-6.96e-5 + 2.8e-8 c) T^2]^2,'
    + ` T = ${T} K; constant above 4.6 mol/L`,
  source: sources.valoen2005,
  evaluate(c, out) {
    const known = Math.min(c, leastConducting);
    const p = constant + known * (linear + known * square);
    out[0] = 1e-4 * known * p * p;
    out[1] = 1e-4 * p * (p + 2 * known * (linear + 2 * known * square));
  },
};
