import { z } from 'zod';
import { basisName } from './energy-schema.js';
import { numberOrNull } from './json-schema.js';
import { scoresByRate, scoreSchema } from './score-schema.js';

/** The document of `reproduce`: what sources report, what the program makes of the same inputs, and what they do not say. */

const row = {
  id: z.string(),
  name: z.string(),
  where: z.string().describe('table and row, or section, of the source'),
  note: z.string().nullable().describe('what the source leaves open'),
  contradiction: z.string().nullable().describe('where the source contradicts itself, with both numbers'),
};

const inputs = z.strictObject({
  given: z.array(z.string()).describe('paths of the parameters that have a source'),
  assumed: z.array(z.string()).describe('paths of the parameters that nobody printed'),
  varied: z.array(z.strictObject({ key: z.string(), low: z.string(), high: z.string() })).describe(
    'assumed inputs that span the range',
  ),
  impossible: z.array(z.strictObject({ ends: z.string(), reason: z.string() })).describe(
    'ends of the assumed inputs, alone or together, at which no such cell can exist: they are in no range',
  ),
});

/** Ion transport that would be needed for the reported capacity, everything else as assumed. */
const explanation = z.strictObject({
  kind: z.enum(['found', 'up-to', 'too-little', 'any', 'none']).describe(
    'found: a tortuosity factor gives the reported capacity; up-to: straight paths agree within 1 %, and so does every factor up to this one; '
      + 'too-little: even 1 gives less; any: even the largest searched gives more; '
      + 'none: the layer has no electrolyte to ask about',
  ),
  tortuosityFactor: numberOrNull,
  effectiveIonicConductivity_mS_cm: numberOrNull,
});

const inverse = z.strictObject({
  nominal: explanation,
  lowest: explanation.describe('over the assumed inputs, one at a time and all together'),
  highest: explanation,
  lostShare: numberOrNull.describe(
    'share of the active material that would have to be cut off instead, transport as assumed; null where it delivers less',
  ),
});

const capacityRow = z.strictObject({
  ...row,
  kind: z.literal('capacity'),
  dependent: z.string().nullable().describe('why the reported value is no test: the case was made from it'),
  rate: z.string(),
  cRate: z.number(),
  reported_mAh_g: z.number(),
  simulated_mAh_g: z.number(),
  range_mAh_g: z.tuple([z.number(), z.number()]).describe('over the assumed inputs: one at a time, and all together'),
  interval_mAh_g: z.tuple([z.number(), z.number()]).describe(
    'to hold 80 % of reported values: the assumed inputs, the library and the law of transport, and what predictions of such cells miss beyond them',
  ),
  theoretical_mAh_g: z.number(),
  tortuosityFactor: z.number().describe('as assumed in the first layer'),
  electrolyteVolumeFraction: z.number().describe('as assumed in the first layer'),
  outcome: z.string().describe('how the simulated run ended'),
  inverse: inverse.nullable().describe('null where the case was made from the reported value'),
  inputs,
});

const energies = z.strictObject({ gravimetric_Wh_kg: numberOrNull, volumetric_Wh_L: numberOrNull });

const interval = z.tuple([z.number(), z.number()]).nullable();

const energyRow = z.strictObject({
  ...row,
  kind: z.literal('energy'),
  reported: energies,
  recomputed: energies.describe('from the printed parameters, with what they leave out assumed'),
  overheads: z.array(z.string()).describe('declared, fitted to the reported energies'),
  withOverheads: energies.nullable(),
  simulated: energies.extend({
    interval: z.strictObject({ gravimetric_Wh_kg: interval, volumetric_Wh_L: interval }).describe(
      'low to high holds 80 %, as run says of the case; null where there is no energy',
    ),
    outsideData: z.array(z.string()).describe(
      'why the cell lies outside of what was compared: the energy is as computed, within a wide interval',
    ),
    rate: z.string(),
    basis: basisName,
    outcome: z.string(),
  }).nullable().describe('what transport leaves at the rate of the case, on a basis; null where nothing is simulated'),
  warnings: z.array(z.string()),
  inputs,
});

const ratios = z.strictObject({ gravimetric: numberOrNull, volumetric: numberOrNull });

const ratioRow = z.strictObject({
  ...row,
  kind: z.literal('ratio'),
  basis: basisName,
  against: z.array(z.string()).describe('what differs in the other cell'),
  reported: ratios.describe('energy of the cell over that of the other one'),
  recomputed: ratios,
  lowest: ratios.describe('over every combination of the ends of the assumed inputs'),
  highest: ratios,
  inputs,
});

const reportedAndRecomputed = z.strictObject({ reported: z.number(), recomputed: z.number() });

const atParity = z.strictObject({
  cost_USD: z.number().describe('that the cell may have'),
  price_USD_kg: z.number().nullable().describe('null where the rest alone costs more'),
});

const billRow = z.strictObject({
  ...row,
  kind: z.literal('bill'),
  lines: z.array(z.strictObject({
    material: z.string(),
    mass_g: z.number(),
    price_USD_kg: z.number(),
    cost_USD: reportedAndRecomputed,
    share: reportedAndRecomputed.describe('of the total cost'),
  })),
  mass_g: reportedAndRecomputed.describe('total'),
  cost_USD: reportedAndRecomputed.describe('total'),
  leftOut: z.string().nullable().describe('the one line whose mass is what the reported total lacks'),
  parity: z.strictObject({
    materials: z.array(z.string()).describe('whose common price is asked for'),
    price_USD_kg: z.number().describe('today, by mass'),
    rest_USD: z.number().describe('cost of everything else'),
    perCell: atParity.describe('one cell against the other'),
    perMaterial: atParity.extend({ of: z.string() }).nullable().describe('per mass of what both cells hold'),
  }).nullable().describe('price at which the cell costs what another one does'),
});

const refusedRow = z.strictObject({
  ...row,
  kind: z.literal('refused'),
  reason: z.string().describe('why no such cell can exist, with the numbers'),
});
const missingRow = z.strictObject({ ...row, kind: z.literal('missing'),
  reason: z.string().describe('why the row is not run') });

/** Schema of the document of a reproduction; units are in the names of the keys. */
export const reproductionSchema = z.strictObject({
  schema: z.literal('catholith-reproduction-2'),
  scores: z.strictObject({
    all: scoreSchema.describe('capacities over the theoretical ones, as simulated with the assumed inputs'),
    slow: scoreSchema.describe('C/4 and slower'),
    fast: scoreSchema,
    withMiddles: scoresByRate.describe(
      'the same with the middle of the 80 % interval, in its unit, in place of the simulated number',
    ),
    leftOut: z.array(z.string()).describe(
      'names of capacity rows in no score: made from the reported value, or below 5 % of the theoretical capacity',
    ),
  }),
  sets: z.array(z.strictObject({
    title: z.string(),
    source: z.string(),
    rows: z.array(z.discriminatedUnion('kind', [capacityRow, energyRow, ratioRow, billRow, refusedRow, missingRow])),
  })),
  program: z.string(),
  version: z.string(),
});
/** What `reproduce` finds: reported and computed values row by row, and their scores. */
export type ReproductionDocument = z.output<typeof reproductionSchema>;
export type ReproductionRow = ReproductionDocument['sets'][number]['rows'][number];
export type CapacityRow = Extract<ReproductionRow, { kind: 'capacity' }>;
export type EnergyRow = Extract<ReproductionRow, { kind: 'energy' }>;
export type RatioRow = Extract<ReproductionRow, { kind: 'ratio' }>;
export type BillRow = Extract<ReproductionRow, { kind: 'bill' }>;
export type Inverse = NonNullable<CapacityRow['inverse']>;
export type Explanation = Inverse['nominal'];
