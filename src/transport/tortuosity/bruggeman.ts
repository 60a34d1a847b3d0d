import type { TortuosityModel } from './tortuosity-model.js';

/**
 * tau = prefactor * eps^(1 - exponent), so kappaEff = kappa eps^exponent / prefactor. Exponent 1.5 and prefactor 1 is
 * Bruggeman's medium of spheres at low content; composites of solid electrolytes are steeper: 3.018 and 0.325 for active
 * particles of 3 um at 15 % voids (doi 10.1021/acsami.9b22788, tau^2 = 0.325 eps^-2.018, their tau^2 is the factor tau), and
 * exponents near 5.6 were measured (doi 10.1016/j.jpowsour.2018.05.095). It knows no percolation threshold.
 */
export const bruggeman: TortuosityModel<'bruggeman'> = {
  equation: 'tau = prefactor * eps^(1 - exponent)',
  source: 'Bruggeman, Ann. Phys. 416 (1935) 636, doi 10.1002/andp.19354160705; fits as quoted with the parameters',
  range: [0.2, 1],
  tortuosityFactor: ({ prefactor, exponent }, { volumeFraction }) => prefactor * volumeFraction ** (1 - exponent),
};
