import type { TortuosityModel } from './tortuosity-model.js';

/**
 * A kappaEff measured at the electrolyte's reference temperature: its tau holds at every temperature, so that kappaEff follows the
 * bulk. The tau that it implies is reported, and below 1 it says that the bulk value does not belong to it.
 */
export const effectiveConductivity: TortuosityModel<'effectiveConductivity'> = {
  kind: 'effectiveConductivity',
  equation: 'tau = kappa eps / kappaEff',
  source: 'definition of the tortuosity factor',
  range: [0, 1],
  tortuosityFactor: ({ value }, { referenceConductivity, volumeFraction }) => (referenceConductivity * volumeFraction) / value,
};
