import { z } from 'zod';
import { polarisationPartNames } from './polarisation-parts.js';

/** Limits of the capacity: the same cell solved again without one resistance after another. */

const limit = z.strictObject({
  part: z.enum([...polarisationPartNames, 'disconnection']),
  arealCapacity_mAh_cm2: z.number().describe('delivered with this resistance a thousandth of what it is'),
  utilisation: z.number(),
  arealEnergy_mWh_cm2: z.number(),
  capacityGain: z.number().describe(
    'relative to the design as it is; 0.1 = 10 % more, 1e6 = it delivers nothing as it is',
  ),
  energyGain: z.number(),
});

export const limitsSchema = z.strictObject({
  rate: z.string().nullable().describe('label of the rate that they are about; null where no rate gave a result'),
  parts: z.array(limit).describe('largest gain of capacity first'),
  sentence: z.string(),
});
export type Limits = z.output<typeof limitsSchema>;
