import { z } from 'zod';
import { numberOrNull } from './json-schema.js';

/** Scores of a list of predicted capacities, beside two rules that need no model. */

const baseline = z.strictObject({
  rmsLn: numberOrNull,
  skill: numberOrNull.describe(
    '1 - (rms of the program / rms of this rule)^2: 1 perfect, 0 no better than the rule, negative worse',
  ),
});

export const scoreSchema = z.strictObject({
  count: z.number(),
  rmsLn: numberOrNull.describe(
    'root mean square of ln(predicted / measured); a capacity below 1 % of nominal counts as 1 %',
  ),
  bias: numberOrNull.describe('mean of ln(predicted / measured)'),
  correlation: numberOrNull.describe(
    'between the shares of the nominal capacity that are measured and predicted; null below three values',
  ),
  everythingWorks: baseline.describe('the nominal capacity, always'),
  alwaysThreeQuarters: baseline.describe('75 % of the nominal capacity, always'),
  inside: numberOrNull.describe('share of the measured values inside their interval'),
});
export type Score = z.output<typeof scoreSchema>;

/** Scores of all values, of those up to C/4 and of the faster ones. */
export const scoresByRate = z.strictObject({ all: scoreSchema, slow: scoreSchema, fast: scoreSchema });
