import { z } from 'zod';
import { equalities } from '../config/equality.js';
import { fittedCurve } from './fit-schema.js';
import { numberOrNull } from './json-schema.js';
import { limitsSchema } from './limits-schema.js';
import { resultSchema } from './result-schema.js';

/** The document of `compare`: complete results of every design, and what can only be said of several or by solving again. */

const rateAtUtilisationSchema = z.strictObject({
  kind: z.enum(['found', 'above', 'below', 'none']).describe(
    'found; still above 80 % at the end of the range searched; below it already at its beginning; none: no rate, or no charge that would do',
  ),
  cRate: numberOrNull.describe('at which the utilisation falls to 80 %, found by solving; null unless found'),
  searched: z.tuple([z.number(), z.number()]).describe('C-rates, from and to'),
  sentence: z.string(),
});
export type RateAtUtilisation = z.output<typeof rateAtUtilisationSchema>;

const design = z.strictObject({
  name: z.string(),
  equalised: z.string().nullable().describe(
    'what was changed so that the designs can be compared; null where nothing was',
  ),
  result: resultSchema,
  rateAt80: rateAtUtilisationSchema,
  limits: limitsSchema,
  measured: z.array(fittedCurve).describe(
    'measured discharges beside those of the design, at their rates and down to their last voltages',
  ),
});

/** Schema of the document of a comparison; units are in the names of the keys. */
export const comparisonSchema = z.strictObject({
  schema: z.literal('catholith-comparison-1'),
  title: z.string(),
  at: z.enum(equalities),
  detailRate: z.string().nullable().describe('rate of the polarisation, profiles and limits'),
  designs: z.array(design).describe('the first is the one that the others are compared with'),
});
/** What `compare` finds: every design with its result and what limits it. */
export type ComparisonDocument = z.output<typeof comparisonSchema>;

export type ComparedDesign = ComparisonDocument['designs'][number];
