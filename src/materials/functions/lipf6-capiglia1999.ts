import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';

/** LiPF6 in EC:DMC, 25 degC, the fits of Dualfoil; c in mol m^-3. */

/** Where the cubic of the conductivity has its lowest place, in mol/L; above it would rise again, to 67 S/m at 9.9 mol/L. */
const leastConducting = (2.104 + Math.sqrt(2.104 ** 2 - 4 * 0.4662 * 1.9101)) / (2 * 0.4662);

export const conductivityLipf6Capiglia1999: LibraryFunction = {
  name: 'conductivity-lipf6-capiglia1999',
  property: 'ionicConductivity',
  formula: '0.0911 + 1.9101 x - 1.052 x^2 + 0.1554 x^3, x = c/1000, constant above 3.3 mol/L',
  source: sources.capiglia1999,
  evaluate(c, out) {
    const x = Math.min(c / 1000, leastConducting);
    out[0] = 0.0911 + x * (1.9101 + x * (-1.052 + 0.1554 * x));
    out[1] = (1.9101 + x * (-2.104 + 0.4662 * x)) / 1000;
  },
};

export const diffusivityLipf6Capiglia1999: LibraryFunction = {
  name: 'salt-diffusivity-lipf6-capiglia1999',
  property: 'saltDiffusivity',
  formula: '5.34e-10 exp(-0.65 x), x = c/1000',
  source: sources.capiglia1999,
  evaluate(c, out) {
    out[0] = 5.34e-10 * Math.exp(-0.65e-3 * c);
    out[1] = -0.65e-3 * out[0];
  },
};
