import type { TortuosityModel } from './tortuosity-model.js';

/** A measured or computed tau, taken as it is. */
export const tortuosityFactor: TortuosityModel<'tortuosityFactor'> = {
  equation: 'kappaEff = kappa eps / tau',
  source: 'definition; TauFactor, doi 10.1016/j.softx.2016.09.002, on why tau is not squared',
  range: [0, 1],
  tortuosityFactor: ({ value }) => value,
};
