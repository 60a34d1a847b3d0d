import { z } from 'zod';
import { basisName } from './energy-schema.js';

const keyOfNumbers = z.strictObject({
  kind: z.literal('number'),
  key: z.string(),
  unit: z.string().describe('empty for plain numbers'),
  from: z.number(),
  to: z.number(),
  spacing: z.enum(['linear', 'log']).describe('how the network sees it'),
});

const keyOfNames = z.strictObject({ kind: z.literal('names'), key: z.string(), names: z.array(z.string()) });

const key = z.discriminatedUnion('kind', [keyOfNumbers, keyOfNames]);
/** A varied key with what the sweep gave it. */
export type EmulatorKey = z.output<typeof key>;

const output = z.strictObject({
  measure: z.string().describe('pouch Wh/kg, utilisation'),
  rate: z.string(),
  unit: z.string(),
  from: z.number().describe('least of the designs that were learned'),
  to: z.number(),
  mean: z.number().describe('of the network: answer = mean + deviation * last layer'),
  deviation: z.number(),
  errors: z.strictObject({ median: z.number(), most95: z.number(), worst: z.number() }).describe(
    'of held-out designs, as amounts in the unit: half, 95 % and all of them are nearer',
  ),
  heldOut: z.int().describe('held-out designs that have it'),
});
/** What a model answers, at one rate. */
export type EmulatorOutput = z.output<typeof output>;

const layer = z.strictObject({
  weights: z.array(z.array(z.number())).describe('rows: inputs of the layer, columns: its outputs'),
  bias: z.array(z.number()),
});
/** A layer of the network. */
export type EmulatorLayer = z.output<typeof layer>;

/** Schema of a model that `learn` makes of a sweep. */
export const emulatorSchema = z.strictObject({
  schema: z.literal('catholith-emulator-1'),
  title: z.string(),
  basis: basisName.optional().describe('what tells of cells without a pouch, as in the sweep; absent: the pouch'),
  program: z.string(),
  version: z.string(),
  sweep: z.strictObject({
    digest: z.string().describe('SHA-256 of the rows that were read, whatever file held them'),
    hash: z.string().nullable().describe(
      'sweepHash of the sweep: case, sweep and version; null where a table is all there is',
    ),
    designs: z.int(),
    learned: z.int(),
    heldOut: z.int().describe('whole designs that took no part in learning'),
    withoutResult: z.int(),
  }),
  backend: z.string().describe('what trained it: package, version and kernels of TensorFlow.js'),
  seed: z.int(),
  steps: z.int().describe('of the search for the weights'),
  digest: z.string().describe(
    'SHA-256 of keys, outputs, layers and seen: same sweep, seed, steps and backend, same network; a model with another one is refused',
  ),
  keys: z.array(key),
  outputs: z.array(output),
  layers: z.array(layer).describe('tanh between them'),
  seen: z.strictObject({
    reach: z.number().describe(
      'largest distance of a held-out design from the nearest one that was learned: beyond it no error is known',
    ),
    points: z.array(z.array(z.number())).describe(
      'designs that were learned, or had no result, as the network sees them',
    ),
    isCell: z.array(z.boolean()).describe('whether the sweep has a result for it'),
  }),
  outside: z.int().describe('rows of cells unlike those that the program was compared with'),
  cost: z.strictObject({
    secondsToLearn: z.number(),
    microsecondsPerAnswer: z.number(),
    secondsPerDesign: z.number().nullable().describe('of the solver, all rates, one thread; null without its case'),
  }).describe('processor time, measured where it was learned'),
  case: z.strictObject({
    file: z.string(),
    input: z.string(),
    set: z.array(z.string()),
    texts: z.array(z.tuple([z.string(), z.string()])),
  }).nullable().describe('the case of the sweep as read, with which the solver checks what the model proposes'),
});
/** A network that stands for a sweep, with its card. */
export type EmulatorDocument = z.output<typeof emulatorSchema>;
