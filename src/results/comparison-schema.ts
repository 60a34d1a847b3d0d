import { z } from 'zod';
import { polarisationLabels, polarisationPartNames, resultSchema } from './result-schema.js';

/** The document of `compare`: complete results of every design, and what can only be said of several or by solving again. */

const numberOrNull = z.number().nullable();

const limit = z.strictObject({
  part: z.enum([...polarisationPartNames, 'disconnection']),
  arealCapacity_mAh_cm2: z.number().describe('delivered with this resistance a thousandth of what it is'),
  utilisation: z.number(),
  arealEnergy_mWh_cm2: z.number(),
  capacityGain: z.number().describe('relative to the design as it is; 0.1 = 10 % more, 1e6 = it delivers nothing as it is'),
  energyGain: z.number(),
});

const design = z.strictObject({
  name: z.string(),
  equalised: z.string().nullable().describe('what was changed so that the designs can be compared; null where nothing was'),
  result: resultSchema,
  rateAt80: z.strictObject({
    cRate: numberOrNull.describe('at which the utilisation falls to 80 %, found by solving; null outside the range searched'),
    sentence: z.string(),
  }),
  limits: z.strictObject({
    rate: z.string().nullable().describe('label of the rate that they are about; null where no rate gave a result'),
    parts: z.array(limit).describe('largest gain of capacity first'),
    sentence: z.string(),
  }),
});

export const comparisonSchema = z.strictObject({
  schema: z.literal('catholith-comparison-1'),
  title: z.string(),
  at: z.enum(['as-given', 'equal-areal-capacity', 'equal-thickness', 'equal-mass']),
  detailRate: z.string().nullable().describe('rate of the polarisation, profiles and limits'),
  designs: z.array(design).describe('the first is the one that the others are compared with'),
});
export type ComparisonDocument = z.output<typeof comparisonSchema>;

/** Gain of a design that delivers nothing as it is; the document has no infinity. */
export const fromNothing = 1e6;

/** What `diffusionInParticles` is where lithium passes from particle to particle. */
export const throughNetwork = 'the way of lithium through the active material';

/** Words of what may limit a design. */
export const limitLabels = { ...polarisationLabels, disconnection: 'active material that is cut off' } as const;
export type ComparedDesign = ComparisonDocument['designs'][number];

export const comparisonJsonSchema = (): object => z.toJSONSchema(comparisonSchema);
