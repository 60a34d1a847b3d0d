/** Physical constants, CODATA 2022; all exact by definition of the SI (2019). Source: 10.1103/RevModPhys.97.025002. */

/** Elementary charge [C]. */
export const ELEMENTARY_CHARGE = 1.602176634e-19;

/** Avogadro constant [mol^-1]. */
export const AVOGADRO = 6.02214076e23;

/** Boltzmann constant [J K^-1]. */
const BOLTZMANN = 1.380649e-23;

/** F = e N_A [C mol^-1]. */
export const FARADAY = ELEMENTARY_CHARGE * AVOGADRO;

/** R = k N_A [J mol^-1 K^-1]. */
export const GAS_CONSTANT = BOLTZMANN * AVOGADRO;
