import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';
import { sumOfSteps } from './sum-of-steps.js';

/**
 * U(s) of LTO [V]. Printed in third-party code with + 0.0020 exp(-10 (1 - s)), a potential that rises as lithium enters and so
 * describes no stable phase; taken with the other sign, 2 mV at most. Whose measurement it is, is doubtful.
 */
export const ocpLto: LibraryFunction = {
  name: 'ocp-lto',
  property: 'openCircuitPotential',
  formula: '1.5564 + 0.0120 exp(-100 s) - 0.0020 exp(-10 (1 - s))',
  source: sources.ltoCode,
  evaluate: sumOfSteps(1.5564, [], [[0.012, -100], [-0.002 * Math.exp(-10), 10]]),
};
