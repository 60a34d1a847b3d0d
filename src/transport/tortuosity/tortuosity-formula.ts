import { readFormula } from '../../config/fields/formula.js';
import type { TortuosityModel } from './tortuosity-model.js';

/** tau(eps) as the case writes it. */
export const tortuosityFormula: TortuosityModel<'tortuosityFormula'> = {
  equation: 'tau = f(eps)',
  source: 'the formula of the case',
  range: [0, 1],
  tortuosityFactor: ({ formula }, { volumeFraction }) => {
    const reading = readFormula(formula, 'eps');
    if (!reading.ok) throw new Error(`formula ${formula} was not checked`);
    return reading.of.value(volumeFraction);
  },
};
