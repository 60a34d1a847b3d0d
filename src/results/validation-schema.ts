import { z } from 'zod';
import { numberOrNull } from './json-schema.js';
import { scoresByRate, scoreSchema } from './score-schema.js';

/** The document of `validate`: measured cells beside what their cases give, with the interval of each prediction, and scores. */

const textOrNull = z.string().nullable();
const curve = z.array(z.tuple([z.number(), z.number()]));

const row = z.strictObject({
  what: z.enum(['first-charge', 'first-discharge', 'discharge', 'rate-decay', 'retention', 'mean-voltage',
    'charge-transfer-resistance']),
  label: z.string().describe('what was measured, and at which rate'),
  unit: z.enum(['mAh/g', '-', 'V', 'ohm cm2']),
  measured: z.number(),
  uncertainty: numberOrNull.describe('half width that the source states'),
  bound: z.enum(['at-least', 'at-most']).nullable().describe('where the value is known from one side only'),
  read: z.enum(['stated', 'figure', 'computed']).describe(
    'stated by the source, read from its figure, or computed from a formula it fits',
  ),
  where: z.string(),
  note: textOrNull,
  cRate: numberOrNull.describe('current over the nominal capacity'),
  nominal: numberOrNull.describe('capacity if all of the active material worked; null for other quantities'),
  predicted: numberOrNull.describe('as computed; no single number is meant where `outside` says why'),
  outside: z.array(z.string()).describe(
    'why the cell lies outside what the laws were compared with, where an interval stands and no single number; empty inside',
  ),
  reason: textOrNull.describe('why nothing is predicted'),
  low: numberOrNull.describe('end of the interval that is to hold 80 % of measured values'),
  high: numberOrNull,
  inputs: z.array(z.strictObject({ key: z.string(), atLow: numberOrNull, atHigh: numberOrNull }))
    .describe(
      'predicted with each assumed input at the ends of its range, and with what library and laws are not sure of at the ends of its 80 % interval',
    ),
  byInputs: z.strictObject({ low: z.number(), high: z.number() }).nullable().describe(
    'the interval of a capacity from the inputs below alone',
  ),
  curve: z.strictObject({ measured: curve, predicted: curve }).nullable().describe(
    'points of mAh/g and V, where a measured curve is known',
  ),
});

const cell = z.strictObject({
  name: z.string(),
  note: textOrNull,
  transport: z.enum(['measured', 'by law']).describe(
    'whether the effective conductivity of the ions is that of the source',
  ),
  assumed: z.array(z.strictObject({ key: z.string(), low: z.string(), high: z.string() })),
  rows: z.array(row),
});

const source = z.strictObject({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  via: z.string().describe('how the numbers came here'),
  informs: z.array(z.string()).describe('what in the library or in a law rests on this source'),
  cells: z.array(cell),
});

const sides = z.strictObject({ down: z.number(), up: z.number() });

const capacities = z.strictObject({
  all: scoreSchema,
  inside: scoreSchema.describe('cells inside what the laws were compared with'),
  outside: scoreSchema.describe('the others: an interval stands there, and no single number'),
  slow: scoreSchema.describe('discharges at C/4 and slower'),
  slowInside: scoreSchema.describe('those of them inside what the laws were compared with'),
  fast: scoreSchema.describe('discharges faster than C/4'),
  withMiddles: scoresByRate.describe(
    'the same of all, slow and fast with what is said: the number inside, the middle of the interval outside, in its unit',
  ),
  firstCharge: scoreSchema,
  transportMeasured: scoreSchema.describe('cells whose effective ionic conductivity was measured'),
  transportByLaw: scoreSchema.describe('cells whose effective ionic conductivity comes from a law'),
  notFitted: scoreSchema.describe('sources that no calibrated law has seen'),
  bySource: z.array(z.strictObject({ source: z.string(), score: scoreSchema })),
  equalSourcesRmsLn: numberOrNull.describe(
    'root of the mean over sources of their mean square: every source counts the same',
  ),
  intervals: z.array(z.strictObject({
    of: z.enum(['forecast as inside, up to C/4', 'forecast as inside, faster', 'beyond it', 'of another kind']),
    values: z.number(),
    sources: z.number(),
    deviation: sides.nullable().describe(
      'smallest standard deviations of ln beyond the inputs with which the rule leaves 10 % of the values below and 10 % above',
    ),
    used: sides.describe('those that intervals have'),
    held: numberOrNull.describe('share of the values that they hold'),
    heldLeftOut: numberOrNull.describe('share of the values held with the deviations of the other sources'),
    heldBySource: numberOrNull.describe('the same, every source counting the same'),
  })).describe('how wide intervals have to be; cells with losses that are not modelled are in none'),
});

const others = z.strictObject({
  meanVoltage: z.strictObject({
    count: z.number(),
    rms_mV: numberOrNull.describe('of those inside what the laws were compared with'),
    inside: numberOrNull.describe('of their intervals, outside as well'),
  }),
  retention: z.strictObject({ count: z.number(), rmsLn: numberOrNull, inside: numberOrNull }),
  chargeTransferResistance: z.strictObject({ count: z.number(), rmsLn: numberOrNull, inside: numberOrNull }),
  bounds: z.strictObject({ count: z.number(), kept: z.number() }),
  unpredicted: z.number().describe('measured values for which nothing is predicted; in no score'),
});

const aim = z.strictObject({ what: z.string(), wanted: z.string(), reached: z.string(), met: z.boolean().nullable() });

const calibration = z.strictObject({
  title: z.string(),
  discrepancy: z.array(
    z.strictObject({ of: z.string(), deviation: z.number(), unit: z.enum(['of ln', 'V']), basis: z.string() }),
  ),
  laws: z.array(z.strictObject({
    name: z.string(),
    parameters: z.array(z.strictObject({ name: z.string(), value: z.string(), spread: z.string() })),
    fittedTo: z.array(z.string()),
    rmsLn: z.number(),
    leftOut: z.array(z.strictObject({ source: z.string(), rmsLn: z.number() })),
    leftOutRmsLn: z.number(),
    note: textOrNull,
  })),
});

/** Schema of the document of a validation; units are in the names of the keys. */
export const validationSchema = z.strictObject({
  schema: z.literal('catholith-validation-1'),
  scores: z.strictObject({ capacities, others, aims: z.array(aim) }),
  calibration,
  sources: z.array(source),
  program: z.string(),
  version: z.string(),
});
/** What `validate` finds: measured and predicted values cell by cell, and their scores. */
export type ValidationDocument = z.output<typeof validationSchema>;
export type ValidatedSource = ValidationDocument['sources'][number];
export type ValidatedCell = ValidatedSource['cells'][number];
export type ValidatedRow = ValidatedCell['rows'][number];
