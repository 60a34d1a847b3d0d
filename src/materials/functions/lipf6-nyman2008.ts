import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';

/** LiPF6 in EC:EMC 3:7, 25 degC; c in mol m^-3. */

/** Where the conductivity has its lowest place, in mol/L: the zero of its slope. Above it would rise again, to 81 S/m at 9.9 mol/L. */
const leastConducting = 2.72172072178906;

export const conductivityLipf6Nyman2008: LibraryFunction = {
  name: 'conductivity-lipf6-nyman2008',
  property: 'ionicConductivity',
  formula: '0.1297 x^3 - 2.51 x^1.5 + 3.329 x, x = c/1000, constant above 2.7 mol/L',
  source: sources.nyman2008,
  evaluate(c, out) {
    const x = Math.min(c / 1000, leastConducting);
    const root = Math.sqrt(x);
    out[0] = x * (0.1297 * x * x - 2.51 * root + 3.329);
    out[1] = (0.3891 * x * x - 3.765 * root + 3.329) / 1000;
  },
};

/** It rises again above 2.3 mol/L, and is left so: the cell of Chen2020 reaches 3.5 mol/L at 2C and is compared with codes that have it so. */
export const diffusivityLipf6Nyman2008: LibraryFunction = {
  name: 'salt-diffusivity-lipf6-nyman2008',
  property: 'saltDiffusivity',
  formula: '8.794e-11 x^2 - 3.972e-10 x + 4.862e-10, x = c/1000',
  source: sources.nyman2008,
  evaluate(c, out) {
    const x = c / 1000;
    out[0] = 8.794e-11 * x * x - 3.972e-10 * x + 4.862e-10;
    out[1] = (17.588e-11 * x - 3.972e-10) / 1000;
  },
};
