import * as z from 'zod';
import type { Protocol, ProtocolStep, Rate } from './case.js';
import { omittable, quantity, refuse, type Context } from './field.js';
import { rateList, stepRate } from './rate.js';
import { wording } from './wording.js';

const until = z.strictObject({
  voltage: quantity('voltage', { label: 'cell voltage that ends the step', min: '0 V', max: '6 V' }).optional(),
  time: quantity('time', { label: 'duration that ends the step', min: '1 ms', max: '1e6 h' }).optional(),
  arealCapacity: quantity('arealCapacity', {
    label: 'charge passed that ends the step', min: '1e-6 mAh/cm^2', max: '1000 mAh/cm^2',
  }).optional(),
}).describe('what ends the step; the first that is reached');

interface WrittenStep {
  discharge?: Rate | 'each';
  charge?: Rate | 'each';
  rest?: number;
  until?: { voltage?: number; time?: number; arealCapacity?: number };
}

const kinds = ['discharge', 'charge', 'rest'] as const;

/** `{discharge: each, until: ...}`, `{charge: C/3}` or `{rest: 1 h}`. */
const step = z.strictObject({
  discharge: stepRate({ label: 'discharge at this rate', source: 'this program: the rate capability' }).optional(),
  charge: stepRate({ label: 'charge at this rate' }).optional(),
  rest: quantity('time', { label: 'rest of this duration', min: '1 ms', max: '1e6 h', example: '1 h' }).optional(),
  until: until.optional(),
}).transform((written: WrittenStep, context): ProtocolStep => {
  const found = kinds.filter((kind) => written[kind] !== undefined);
  if (found.length === 0) refuse(context, wording.missingOneOf(kinds));
  if (found.length > 1) refuse(context, wording.onlyOneOf(kinds, found));
  if (written.rest !== undefined) {
    if (written.until !== undefined) refuse(context, wording.untilOfRest());
    return { kind: 'rest', until: { time: written.rest } };
  }
  const kind = written.discharge !== undefined ? 'discharge' : 'charge';
  return { kind, rate: written[kind] ?? 'each', until: written.until ?? {} };
});

const protocolFields = z.strictObject({
  rates: rateList({
    label: 'rates, each from the same rested state', default: ['C/10', 'C/5', 'C/3', 'C/2', '1C', '2C'],
    source: 'this program: the customary rate test',
  }),
  steps: z.array(step).min(1).describe('what is done at every rate; default: one discharge').prefault([{ discharge: 'each' }]),
  lowerCutoffVoltage: quantity('voltage', {
    label: 'lower cut-off of the cell voltage', min: '0 V', max: '6 V', default: '2.5 V', assumed: true,
    note: 'customary for layered oxides',
  }),
  upperCutoffVoltage: quantity('voltage', {
    label: 'upper cut-off of the cell voltage', min: '0 V', max: '6 V', default: '4.3 V', assumed: true,
    note: 'customary for layered oxides',
  }),
  initialStoichiometry: quantity('fraction', {
    label: 'stoichiometry of the rested start', min: 0, max: 1, example: '0.3',
    note: 'default: charged for a discharge, discharged for a charge',
  }).optional(),
  nominalArealCapacity: quantity('arealCapacity', {
    label: 'what 1C is', min: '0.001 mAh/cm^2', max: '200 mAh/cm^2',
    note: 'default: the theoretical areal capacity of the cathode',
  }).optional(),
});

/** Every step under current ends at the cut-off voltage of its direction, unless it names its own. */
function withCutoffs(written: z.output<typeof protocolFields>, context: Context): Protocol {
  const { lowerCutoffVoltage, upperCutoffVoltage, ...protocol } = written;
  if (lowerCutoffVoltage >= upperCutoffVoltage) {
    refuse(context, wording.crossedCutoffs(`${lowerCutoffVoltage} V`, `${upperCutoffVoltage} V`), ['lowerCutoffVoltage']);
  }
  const steps = protocol.steps.map((one): ProtocolStep => {
    if (one.kind === 'rest') return one;
    return { ...one, until: { voltage: one.kind === 'discharge' ? lowerCutoffVoltage : upperCutoffVoltage, ...one.until } };
  });
  return { ...protocol, steps };
}

export const protocolSchema = omittable(protocolFields.describe('rates, steps and cut-offs').transform(withCutoffs));
