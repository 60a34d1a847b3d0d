import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';

/** U(s) of LFP [V], the flat two-phase plateau with its two ends; one curve for both directions (no hysteresis), 25 degC. */
export const ocpLfpAfshar2017: LibraryFunction = {
  name: 'ocp-lfp-afshar2017',
  property: 'openCircuitPotential',
  formula: '3.4077 - 0.020269 s + 0.5 exp(-150 s) - 0.9 exp(-30 (1 - s))',
  source: `${sources.pybammPrada2013} (form of Afshar 2017)`,
  evaluate(s, out) {
    const rich = 0.5 * Math.exp(-150 * s);
    const poor = 0.9 * Math.exp(-30 * (1 - s));
    out[0] = 3.4077 - 0.020269 * s + rich - poor;
    out[1] = -0.020269 - 150 * rich - 30 * poor;
  },
};
