import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';

/** LiTFSI in PEMO, 40 degC; c in mol m^-3. */

export const conductivityLitfsiPemo: LibraryFunction = {
  name: 'conductivity-litfsi-pemo',
  property: 'ionicConductivity',
  formula: 'exp(-1.6e-6 c^2 + 3.5e-3 c - 5.9)',
  source: sources.dualfoil,
  evaluate(c, out) {
    out[0] = Math.exp(-5.9 + c * (3.5e-3 - 1.6e-6 * c));
    out[1] = (3.5e-3 - 3.2e-6 * c) * out[0];
  },
};

export const diffusivityLitfsiPemo: LibraryFunction = {
  name: 'salt-diffusivity-litfsi-pemo',
  property: 'saltDiffusivity',
  formula: '6e-13 - 3e-17 c',
  source: sources.dualfoil,
  evaluate(c, out) {
    out[0] = 6e-13 - 3e-17 * c;
    out[1] = -3e-17;
  },
};

export const transferenceLitfsiPemo: LibraryFunction = {
  name: 'transference-litfsi-pemo',
  property: 'transferenceNumber',
  formula: '0.6991 - 0.0004 c',
  source: sources.dualfoil,
  evaluate(c, out) {
    out[0] = 0.6991 - 0.0004 * c;
    out[1] = -0.0004;
  },
};

/** chi = 1 + c dln f/dc with the constant dln f/dc = 0.0021 m^3/mol of the source. */
export const thermodynamicFactorLitfsiPemo: LibraryFunction = {
  name: 'thermodynamic-factor-litfsi-pemo',
  property: 'thermodynamicFactor',
  formula: '1 + 0.0021 c',
  source: sources.dualfoil,
  evaluate(c, out) {
    out[0] = 1 + 0.0021 * c;
    out[1] = 0.0021;
  },
};
