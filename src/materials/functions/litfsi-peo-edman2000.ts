import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';

/**
 * LiTFSI in PEO, 85 degC; c in mol m^-3. The conductivity is coded without a unit: as S/m it would be 0.007 mS/cm at 1 mol/L,
 * a hundred times below any PEO of this temperature; as S/cm it is 0.73 mS/cm, as it should be. So S/cm is taken.
 * The polynomials of kappa and D turn negative above 3.5 and 3.2 mol/L; a smooth floor at a hundredth of their value at 1 mol/L
 * keeps them positive there and changes them by less than 2e-4 of themselves below 2 mol/L.
 */
const floorOfConductivity = 7e-4;
const floorOfDiffusivity = 5e-14;
/** Where the cubic of the conductivity has its lowest place; above 5.1 mol/L it would rise again, to 19 mS/cm at 10 mol/L [mol m^-3]. */
const leastConducting = (11.46e-8 + Math.sqrt(11.46e-8 ** 2 - 4 * 1.2e-4 * 19.59e-12)) / (2 * 19.59e-12);

/** (v + sqrt(v^2 + 4 floor^2)) / 2 in out[0], its slope in out[1]. */
function keepPositive(out: Float64Array, floor: number): void {
  const root = Math.sqrt(out[0] * out[0] + 4 * floor * floor);
  const value = 0.5 * (out[0] + root);
  out[1] *= value / root;
  out[0] = value;
}

export const conductivityLitfsiPeoEdman2000: LibraryFunction = {
  name: 'conductivity-litfsi-peo-edman2000',
  property: 'ionicConductivity',
  formula: '100 (6.53e-14 c^3 - 5.73e-10 c^2 + 1.2e-6 c + 4.25e-5), kept positive above 3 mol/L, constant above 4.5',
  source: sources.dualfoilEdman2000,
  evaluate(c, out) {
    const known = Math.min(c, leastConducting);
    out[0] = 4.25e-3 + known * (1.2e-4 + known * (-5.73e-8 + known * 6.53e-12));
    out[1] = 1.2e-4 + known * (-11.46e-8 + known * 19.59e-12);
    keepPositive(out, floorOfConductivity);
  },
};

export const diffusivityLitfsiPeoEdman2000: LibraryFunction = {
  name: 'salt-diffusivity-litfsi-peo-edman2000',
  property: 'saltDiffusivity',
  formula: '-6.73e-19 c^2 + 4.92e-16 c + 5.5e-12, kept positive above 3 mol/L',
  source: sources.dualfoilEdman2000,
  evaluate(c, out) {
    out[0] = 5.5e-12 + c * (4.92e-16 - 6.73e-19 * c);
    out[1] = 4.92e-16 - 13.46e-19 * c;
    keepPositive(out, floorOfDiffusivity);
  },
};

/** Where the parabola of the transference number has its top, 0.62 [mol m^-3]. */
const topOfTransference = 3.77e-4 / (2 * 5.05e-8);

/**
 * Negative below 0.23 mol/L, as measured numbers of polymers can be: lithium then moves in complexes with anions. Above its top, where conductivity
 * and diffusivity are floors, it stays: the parabola would fall to -15 at 20 mol/L, and a current pile up the salt that it is slowed down by.
 */
export const transferenceLitfsiPeoEdman2000: LibraryFunction = {
  name: 'transference-litfsi-peo-edman2000',
  property: 'transferenceNumber',
  formula: '-5.05e-8 c^2 + 3.77e-4 c - 0.0834, 0.62 above 3.7 mol/L',
  source: sources.dualfoilEdman2000,
  evaluate(c, out) {
    const known = Math.min(c, topOfTransference);
    out[0] = -0.0834 + known * (3.77e-4 - 5.05e-8 * known);
    out[1] = 3.77e-4 - 10.1e-8 * known;
  },
};
