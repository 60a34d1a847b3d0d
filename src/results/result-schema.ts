import { z } from 'zod';
import { caseSchema } from './case-schema.js';
import { cellEnergySchema } from './energy-schema.js';
import { fittedCurve } from './fit-schema.js';
import { limitsSchema } from './limits-schema.js';
import { polarisationPartNames } from './polarisation-parts.js';
import { provenanceSchema } from './provenance-schema.js';
import { balancesSchema, countersSchema, rateSchema } from './rate-schema.js';

/**
 * The result document: what `--json` prints, what the report draws, what a later program reads. One description gives the
 * type, the validation in the tests and the published JSON Schema. Names carry their unit; `null` = not defined there.
 */

export { polarisationLabels, type PolarisationPart, polarisationPartNames } from './polarisation-parts.js';
export type { RateRanges, RateResult } from './rate-schema.js';

/** Schema of the result document; units are in the names of the keys. */
export const resultSchema = z.strictObject({
  schema: z.literal('catholith-result-1'),
  case: caseSchema,
  start: z.strictObject({
    kind: z.enum(['ideal', 'as-built', 'charge']),
    sentence: z.string().describe('what the rates start from'),
    resistanceDelay_s: z.number().describe('after a change of current, at which its resistance is read'),
  }),
  rates: z.array(rateSchema),
  energy: cellEnergySchema,
  balances: balancesSchema.describe('worst over the rates and their charges'),
  counters: countersSchema.describe('summed over the rates and their charges'),
  provenance: provenanceSchema.extend({
    assumedBehind: z.partialRecord(z.enum(polarisationPartNames), z.array(z.string())).optional().describe(
      'paths of the assumed parameters that the size of each loss follows from, the most telling first',
    ),
  }),
  certainty: z.strictObject({
    interval: z.number().describe('share of cases that the intervals hold'),
    asked: z.number().int().describe('parameters with a spread that were put to their ends at one rate'),
    followed: z.number().int().describe('of them at every rate'),
    solves: z.number().int(),
    milliseconds: z.number().describe('on a coarse mesh'),
    model: z.strictObject({
      kind: z.string(),
      fittedTo: z.array(z.string()),
      leftOutRmsLn: z.number().describe('rms of ln(predicted / measured capacity) of sources that were left out'),
      leftOutSources: z.number().int(),
      leftOutCapacities: z.number().int(),
    }).nullable().describe('what the model was compared with; null: no cell of this kind'),
  }).optional().describe('how the ranges were found; absent where they were not asked for'),
  limits: limitsSchema.optional().describe(
    'what takes the capacity at the fastest rate, by solving again without one resistance after another',
  ),
  measured: z.array(fittedCurve).optional().describe(
    'measured discharges beside those of the cell, at their rates and down to their last voltages; absent where none were given',
  ),
  warnings: z.array(z.string()),
});
/** What `runCase` finds: the case, every rate, the energy of the cell, provenance and warnings. */
export type ResultDocument = z.output<typeof resultSchema>;
