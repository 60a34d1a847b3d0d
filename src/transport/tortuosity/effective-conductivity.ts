import type { TortuosityModel } from './tortuosity-model.js';

/**
 * A kappaEff as measured: at the temperature of the case, or at its own reference temperature. Its tau holds at every temperature, so that
 * kappaEff follows the bulk. The tau that it implies is reported, and below 1 it says that the bulk value does not belong to it.
 */
export const effectiveConductivity: TortuosityModel<'effectiveConductivity'> = {
  equation: 'tau = kappa eps / kappaEff',
  source: 'definition of the tortuosity factor',
  range: [0, 1],
  tortuosityFactor: ({ value, referenceTemperature }, { bulkConductivity, volumeFraction }) =>
    (bulkConductivity(referenceTemperature) * volumeFraction) / value,
};
