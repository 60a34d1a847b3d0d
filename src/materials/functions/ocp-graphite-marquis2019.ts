import type { LibraryFunction } from '../property.js';
import { sources } from '../sources.js';
import { sumOfSteps } from './sum-of-steps.js';

/** U(s) of graphite MCMB 2528 [V], from Dualfoil (1998), 25 degC; the measurement behind it has not been found. */
export const ocpGraphiteMarquis2019: LibraryFunction = {
  name: 'ocp-graphite-marquis2019',
  property: 'openCircuitPotential',
  formula: '0.194 + 1.5 exp(-120 s) + 0.0351 tanh((s - 0.286)/0.083) - 0.0045 tanh((s - 0.849)/0.119)'
    + ' - 0.035 tanh((s - 0.9233)/0.05) - 0.0147 tanh((s - 0.5)/0.034) - 0.102 tanh((s - 0.194)/0.142)'
    + ' - 0.022 tanh((s - 0.9)/0.0164) - 0.011 tanh((s - 0.124)/0.0226) + 0.0155 tanh((s - 0.105)/0.029)',
  source: sources.pybammMarquis2019,
  evaluate: sumOfSteps(0.194, [
    [0.0351, 1 / 0.083, 0.286],
    [-0.0045, 1 / 0.119, 0.849],
    [-0.035, 1 / 0.05, 0.9233],
    [-0.0147, 1 / 0.034, 0.5],
    [-0.102, 1 / 0.142, 0.194],
    [-0.022, 1 / 0.0164, 0.9],
    [-0.011, 1 / 0.0226, 0.124],
    [0.0155, 1 / 0.029, 0.105],
  ], [[1.5, -120]]),
};
