import { z } from 'zod';
import { basisName } from './energy-schema.js';
import { numberOrNull, studyOutcome } from './json-schema.js';

const interval = z.strictObject({ low: z.number(), high: z.number() });

const band = z.strictObject({
  value: z.number().describe('of the case as it is'),
  low: z.number(),
  high: z.number().describe('80 %: parameters and what the equations leave out'),
  parameters: interval.describe('80 %: the parameters alone'),
}).nullable();
/** Value and band of one quantity. */
export type UncertainQuantity = z.output<typeof band>;

const rate = z.strictObject({
  label: z.string(),
  cRate: z.number(),
  arealCapacity_mAh_cm2: band,
  meanVoltage_V: band,
  gravimetric_Wh_kg: band.describe('per mass of the basis; null on a charge'),
  outsideData: z.array(z.string()).describe('why the cell lies outside of what the model was compared with'),
  curve: z.strictObject({
    arealCapacity_mAh_cm2: z.array(z.number()),
    low: z.array(numberOrNull),
    median: z.array(numberOrNull),
    high: z.array(numberOrNull),
  }).nullable().describe('band of the voltage [V] over the charge passed; null where a discharge has ended'),
});
export type UncertainRate = z.output<typeof rate>;

const estimate = z.strictObject({ value: z.number(), error: z.number() });

const parameter = z.strictObject({
  path: z.string(),
  label: z.string(),
  basis: z.enum(['stated', 'alternatives', 'declared', 'law']),
  status: z.string(),
  low: z.string(),
  high: z.string().describe('ends of its spread, as shown'),
  atLow: numberOrNull,
  atHigh: numberOrNull.describe('the ranked quantity with this parameter alone at an end'),
  firstOrder: estimate.describe('share of the variance that goes when it is known; error: half of its 95 % interval'),
  total: estimate.describe('share that stays when all others are known'),
  bandIfKnown: z.number().describe(
    'width of the whole band, equations included, once it is measured, over that of today',
  ),
});
export type UncertainParameter = z.output<typeof parameter>;

/** Schema of the document of `uncertainty`; units are in the names of the keys. */
export const uncertaintySchema = z.strictObject({
  schema: z.literal('catholith-uncertainty-1'),
  title: z.string(),
  basis: basisName.describe('what energies are counted per: what `run` counts them per'),
  outcome: studyOutcome,
  rankedAt: z.string().describe('rate of indices and tornado'),
  ranked: z.enum(['gravimetric_Wh_kg', 'arealCapacity_mAh_cm2']).describe('quantity of indices and tornado'),
  rates: z.array(rate),
  parameters: z.array(parameter).describe('those that do most, by their first-order index'),
  quiet: z.int().describe('parameters that alone move nothing by 0.3 %'),
  leftOut: z.array(z.strictObject({ path: z.string(), why: z.string() })),
  sample: z.strictObject({
    rows: z.int(),
    solves: z.int(),
    refused: z.int().describe(
      'cells of the sample that cannot exist or whose solve broke off; their rows are left out',
    ),
    largestError: z.number(),
    askedError: z.number(),
    curves: z.int().describe('cells solved at every rate'),
  }),
  mesh: z.strictObject({
    cells: z.int(),
    rmsLn: z.number().describe('by which the coarse mesh misses what a parameter changes, rms of ln'),
    shareOfVariance: z.number(),
  }).nullable().describe('the coarse mesh of the sample against that of the case'),
  verdicts: z.array(z.string()),
});
/** How sure a result is, and which parameters decide that. */
export type UncertaintyDocument = z.output<typeof uncertaintySchema>;
