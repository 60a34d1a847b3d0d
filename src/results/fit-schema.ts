import { z } from 'zod';
import { numberOrNull, numbers, spectrum, studyOutcome } from './json-schema.js';

const fittedParameter = z.strictObject({
  key: z.string(),
  cell: z.string().nullable().describe('the cell whose value it is; null: all have one'),
  unit: z.string().describe('of all values here; empty for plain numbers'),
  from: z.number(),
  to: z.number().describe('bounds that the case gives'),
  value: z.number(),
  low: numberOrNull,
  high: numberOrNull.describe('95 %, from the slopes at the minimum; null: beyond the bounds'),
  profileLow: numberOrNull,
  profileHigh: numberOrNull.describe(
    '95 %, from the profile of the likelihood; null: the data give no end within the bounds',
  ),
  atBound: z.enum(['from', 'to']).nullable(),
  determined: z.boolean().describe('both ends of the profile lie within the bounds'),
});
export type FittedParameter = z.output<typeof fittedParameter>;

export const fittedCurve = z.strictObject({
  file: z.string(),
  rate: z.string(),
  measured: z.strictObject({ arealCapacity_mAh_cm2: numbers, voltage_V: numbers }),
  fitted: z.strictObject({ arealCapacity_mAh_cm2: numbers, voltage_V: numbers }),
  /** At the same share of either discharge. */
  residual: z.strictObject({ share: numbers, voltage_mV: numbers }).describe(
    'measured - fitted, at the same share of either discharge',
  ),
  rms_mV: z.number(),
  capacityError: z.number().describe('fitted over measured capacity, minus 1'),
});
export type FittedCurve = z.output<typeof fittedCurve>;

const fittedCapacity = z.strictObject({
  rate: z.string(),
  conditions: z.string().describe('its cell, and what of the case was different for it'),
  measured_mAh_cm2: z.number(),
  fitted_mAh_cm2: z.number(),
  capacityError: z.number().describe('fitted over measured capacity, minus 1'),
});

const fittedSpectrum = z.strictObject({
  file: z.string(),
  stateOfCharge: z.number().describe('of the cathode: 1 charged, 0 discharged'),
  frequency_Hz: numbers,
  measured: spectrum,
  fitted: spectrum,
  residual: z.strictObject({ real: numbers, imaginary: numbers }).describe(
    '(measured - fitted) over the measured modulus',
  ),
  rms: z.number().describe('of both parts, over the measured modulus'),
  inductive: z.int().describe('rows of leads, which were passed over'),
});
export type FittedSpectrum = z.output<typeof fittedSpectrum>;

/** Schema of the document of a fit; units are in the names of the keys. */
export const fitSchema = z.strictObject({
  schema: z.literal('catholith-fit-1'),
  title: z.string(),
  outcome: studyOutcome,
  noise: z.strictObject({ voltage_mV: z.number(), capacity: z.number(),
    impedance: z.number().describe('of either part, over the modulus'), assumed: z.boolean() }),
  points: z.int().describe('voltages, capacities and parts of impedances compared'),
  reducedChiSquare: numberOrNull.describe(
    '1: the misfit is the noise; intervals are widened by its root where it is above',
  ),
  parameters: z.array(fittedParameter),
  correlation: z.array(numbers).describe('of the parameters, in their order'),
  starts: z.array(z.strictObject({ sum: numberOrNull, iterations: z.int(), values: numbers }))
    .describe('sum of squared residuals that each start ended with; null: no discharge there'),
  simulations: z.int().describe('discharges solved, with their sensitivities'),
  verdicts: z.array(z.string()),
  next: z.strictObject({
    sentence: z.string(),
    experiments: z.array(
      z.strictObject({ name: z.string(),
        narrows: z.number().describe('interval of the least determined parameter with it, over that of today'),
        correlation: numberOrNull.describe(
          'of that parameter with the one that it is least told from today; null: nothing else is fitted',
        ) }),
    ),
  }).nullable(),
  curves: z.array(fittedCurve),
  capacities: z.array(fittedCapacity),
  spectra: z.array(fittedSpectrum),
});
/** What `fit` finds: parameters with intervals, and what the data cannot tell. */
export type FitDocument = z.output<typeof fitSchema>;
