import * as z from 'zod';
import { formatQuantity } from '../../units/quantity.js';
import { annotationProblems, bareValue } from '../fields/annotation.js';
import { atMostOne, type Context, describe, entryOf, field, type FieldInfo, type Frozen, integer, omittable, quantity,
  readQuantity, refuse, refuseMissing } from '../fields/field.js';
import { mapping, remarksJson } from '../fields/json-shape.js';
import { valueJson } from '../fields/quantity-json.js';
import { type FieldProblem, type Reading, refused, take } from '../fields/reading.js';
import { choice, heldVoltage, rate, stepLoad } from '../fields/step-fields.js';
import type { Annotated, FieldOf, WrittenQuantity } from '../fields/written-types.js';
import { isRecord, type PlainRecord } from '../plain-data.js';
import type { ChargeBefore, LoadProfile, Power, Rate } from '../protocol.js';
import { currentRange, formatRate, rateJson, rateList, readRate } from '../rate.js';
import { wording } from '../wording.js';
import { profileSchema } from './profile-schema.js';
import { usualCutoffs } from './usual-cutoffs.js';

/** `protocol.charge`: how the cell is charged before the steps. */

/** A charge as written; the voltage at which it ends is the upper cut-off of the protocol. */
export type WrittenCharge = Extract<ChargeBefore, { kind: 'ideal' }> | Omit<Extract<ChargeBefore, { kind: 'charge' }>,
  'voltage'>;

/** Long enough for the particles of the shipped cases to even out: R^2/D of 1.5 um at 4e-15 m2/s is 10 min. */
const usualRest = 3600;
const keys = ['rate', 'hold', 'rest'] as const;
const { source, note, assumed } = remarksJson;
const remarks = { source, note, assumed };
const restRange = { min: '0 s', max: '1e6 h' };
const example = '{rate: C/10, hold: C/20, rest: 1 h}';

type Charge = string | {
  readonly rate: string;
  readonly hold?: string;
  readonly rest?: WrittenQuantity;
  readonly source?: string;
  readonly note?: string;
  readonly assumed?: boolean;
} | Annotated<string>;

/** `ideal`, a rate, `each`, or `{rate: C/10, hold: C/20, rest: 1 h}` with a source beside it. */
function chargeBefore<const Info extends FieldInfo>(info: Info): FieldOf<WrittenCharge, Charge, Info> {
  return field<WrittenCharge, Charge, Info>({
    info,
    example: 'C/10',
    range: currentRange,
    written: 'ideal, a rate, each or {rate, hold, rest}',
    entries: entryOf(info.label, readCharge, chargeWords),
    json: {
      description: describe(info),
      examples: ['ideal', 'C/10', { rate: 'C/3', hold: 'C/20', rest: '30 min' }],
      anyOf: [
        { type: 'string' },
        mapping({ rate: { ...rateJson, examples: ['each', ...rateJson.examples] }, hold: rateJson,
          rest: { anyOf: valueJson('text') }, ...remarks }, ['rate']),
        { $ref: '#/$defs/annotated-text' },
      ],
    },
  }, readCharge);
}

/** "C/10, held until C/20, 1 h of rest". */
function chargeWords(charge: WrittenCharge): string {
  if (charge.kind === 'ideal') return 'ideal';
  const { rate, hold, rest } = charge;
  return [
    rate === 'each' ? 'each rate itself' : formatRate(rate),
    ...(hold ? [`held until ${formatRate(hold)}`] : []),
    `${formatQuantity(rest, 'time')} of rest`,
  ].join(', ');
}

function readCharge(input: unknown): Reading<WrittenCharge> {
  if (isRecord(input) && input.value === undefined) return readMapping(input);
  const problems = annotationProblems(input);
  if (problems.length > 0) return { ok: false, problems };
  const bare = bareValue(input);
  if (bare === 'ideal') return { ok: true, value: { kind: 'ideal' } };
  const rate = readChargeRate(bare);
  return rate.ok ? { ok: true, value: { kind: 'charge', rate: rate.value, rest: usualRest } } : rate;
}

function readChargeRate(input: unknown): Reading<Rate | 'each'> {
  if (input === 'each') return { ok: true, value: input };
  if (typeof input === 'string') return readRate(input);
  return refused(wording.wrongType('ideal, each, a rate or a mapping with a rate', input, example));
}

function readMapping(input: PlainRecord): Reading<WrittenCharge> {
  const problems: FieldProblem[] = Object.keys(input).filter((key) => ![...keys, ...Object.keys(remarks)].includes(key))
    .map((key) => ({ ...wording.unknownKey(key, keys), path: [key] }));
  const rate = take(problems, ['rate'], input.rate === undefined
    ? refused(wording.missing('the rate of the charge', 'rate: C/10'))
    : readChargeRate(input.rate));
  const hold = input.hold === undefined ? undefined : take(problems, ['hold'], readRate(input.hold));
  const rest = input.rest === undefined
    ? usualRest
    : take(problems, ['rest'], readQuantity(input.rest, 'time', restRange));
  if (problems.length > 0 || rate === undefined || rest === undefined) return { ok: false, problems };
  return { ok: true, value: { kind: 'charge', rate, ...(hold && { hold }), rest } };
}

const until = z.strictObject({
  voltage: quantity('voltage', {
    label: 'cell voltage that ends the step',
    min: '0 V',
    max: '6 V',
    note: 'reached from above on discharge, from below on charge, else from the side on which the step starts',
  }).optional(),
  current: rate({ label: 'current that ends the step: what a hold falls to, what a power or a profile rises to' })
    .optional(),
  time: quantity('time', { label: 'duration that ends the step', min: '1 ms', max: '1e6 h' }).optional(),
  arealCapacity: quantity('arealCapacity', { label: 'charge passed that ends the step', min: '1e-6 mAh/cm^2',
    max: '1000 mAh/cm^2' }).optional(),
}).describe('what ends the step; the first that is reached');

interface WrittenStep {
  discharge?: Rate | Power | 'each';
  charge?: Rate | Power | 'each';
  rest?: number;
  hold?: number | 'now';
  profile?: LoadProfile;
  until?: Cutoff;
}

const kinds = ['discharge', 'charge', 'rest', 'hold', 'profile'] as const;

const stepShape = {
  discharge: stepLoad({ label: 'discharge at this rate or power', source: 'this program: the rate capability' })
    .optional(),
  charge: stepLoad({ label: 'charge at this rate or power' }).optional(),
  rest: quantity('time', { label: 'rest of this duration', min: '1 ms', max: '1e6 h', example: '1 h' }).optional(),
  hold: heldVoltage({ label: 'constant voltage', min: '0 V', max: '6 V' }).optional(),
  profile: profileSchema.optional(),
  until: until.optional(),
};

/** `{discharge: each}`, `{charge: {power: 20 mW/cm^2}}`, `{rest: 1 h}`, `{hold: 4.2 V, until: ...}` or `{profile: ...}`. */
const single = z.strictObject(stepShape).transform(readStep);

/** A step, or `{repeat: 20, steps: [...]}`, as the list of steps that it stands for. */
const step = z.strictObject({
  ...stepShape,
  repeat: integer({ label: 'how often the steps beside it run', min: 1, max: 10_000 }).optional(),
  steps: z.array(single).min(1).describe('what is repeated; steps as above').optional(),
}).transform(({ repeat, steps, ...written }, context): ProtocolStep[] => {
  if (repeat === undefined && steps === undefined) return [readStep(written, context)];
  const others = [...kinds, 'until' as const].filter((kind) => written[kind] !== undefined);
  if (others.length > 0) refuse(context, wording.onlyOneOf([...kinds, 'repeat'], ['repeat', ...others]));
  if (repeat === undefined) refuseMissing(context, 'repeat', 'how often the steps run', '20');
  if (steps === undefined) refuseMissing(context, 'steps', 'the steps to repeat', '');
  return Array.from({ length: repeat ?? 0 }, () => steps ?? []).flat();
});

function readStep(written: WrittenStep, context: Context): ProtocolStep {
  const found = atMostOne(written, kinds, context);
  if (found.length === 0) refuse(context, wording.missingOneOf([...kinds, 'repeat']));
  const { until: ends = {}, rest, hold, profile } = written;
  const kind = found[0] ?? 'discharge';
  const drive = written.discharge ?? written.charge;
  checkCutoffs(kind, drive, ends, context);
  if (profile !== undefined) return { kind: 'profile', profile, until: ends };
  if (hold !== undefined) return { kind: 'hold', voltage: hold, until: ends };
  if (rest !== undefined) return { kind: 'rest', until: { ...ends, time: rest } };
  return { kind: kind === 'charge' ? 'charge' : 'discharge', rate: drive ?? 'each', until: ends };
}

const cutoffKeys = ['voltage', 'current', 'time', 'arealCapacity'] as const;

/** A cut-off that its step cannot reach is a mistake; so is a hold without end. */
function checkCutoffs(kind: (typeof kinds)[number], drive: WrittenStep['discharge'], ends: Cutoff,
  context: Context): void
{
  const atPower = typeof drive === 'object' && drive.kind === 'power';
  const [words, useless]: [string, readonly string[]] = kind === 'rest'
    ? ['a rest', ['current', 'time', 'arealCapacity']]
    : kind === 'hold'
    ? ['a hold', ['voltage']]
    : kind === 'profile' || atPower
    ? ['a step', []]
    : ['a step under constant current', ['current']];
  const useful = cutoffKeys.filter((key) => !useless.includes(key));
  for (const key of cutoffKeys) {
    if (ends[key] === undefined || !useless.includes(key)) continue;
    refuse(context, wording.uselessCutoff(words, key, useful), ['until', key]);
  }
  if (kind === 'hold' && !useful.some((key) => ends[key] !== undefined))
    refuse(context, wording.missingOneOf(useful.map((key) => `until.${key}`)));
}

export const protocolFields = z.strictObject({
  rates: rateList({
    label: 'rates, each after the charge before',
    default: ['C/10', 'C/5', 'C/3', 'C/2', '1C', '2C'],
    source: 'this program: the customary rate test',
  }),
  ratesOn: choice(['fresh-cells', 'one-cell'], { label: 'what the rates are tested on, one after the other',
    default: 'fresh-cells', source: 'this program: every rate starts alike',
    note: 'one-cell: the charge of each rate starts where the steps of the rate before ended' }),
  cyclesPerRate: integer({ label: 'cycles at each rate of one cell, of which the last one counts', min: 1, max: 1000,
    default: 1, source: 'this program: a rate is run once' }),
  charge: chargeBefore({
    label: 'how the cell is charged before the steps: ideal, or from as built at a rate to the upper cut-off',
    default: 'C/10',
    assumed: true,
    note: 'ideal where steps or initialStoichiometry are given; nothing where the cathode is built charged',
  }),
  steps: z.array(step).min(1).describe('what is done at every rate; default: one discharge').prefault([{
    discharge: 'each',
  }]),
  lowerCutoffVoltage: quantity('voltage', {
    label: 'lower cut-off of the cell voltage',
    min: '0 V',
    max: '6 V',
    default: `${usualCutoffs.lowerCutoffVoltage.volts} V`,
    source: usualCutoffs.lowerCutoffVoltage.source,
    note:
      'against lithium, less the potential of an anode more than 0.3 V above it; for layered oxides; solid-state cells are discharged to 2.55 V (10.1016/j.etran.2021.100152, DOI unverified, Sec. 2.3.3) or 2.6 V',
  }),
  upperCutoffVoltage: quantity('voltage', { label: 'upper cut-off of the cell voltage', min: '0 V', max: '6 V',
    default: `${usualCutoffs.upperCutoffVoltage.volts} V`, assumed: true,
    note: 'against lithium, less the potential of an anode more than 0.3 V above it; customary for layered oxides' }),
  initialStoichiometry: quantity('fraction', { label: 'stoichiometry of the rested start', min: 0, max: 1,
    example: '0.3', note: 'of the charge before, where there is one; default: discharged for a charge, else charged' })
    .optional(),
  nominalArealCapacity: quantity('arealCapacity', { label: 'what 1C refers to', min: '0.001 mAh/cm^2',
    max: '200 mAh/cm^2', note: 'default: the theoretical areal capacity of the cathode' }).optional(),
  resistanceDelay: quantity('time', { label: 'time after a change of current at which its resistance is read',
    min: '1 ms', max: '1 h', default: '10 s', source: 'this program: the customary pulse test' }),
});

/** Charges and discharges end at the cut-off voltage of their direction, unless they name their own; a profile at either. */
function withCutoffs(written: z.output<typeof protocolFields>, context: Context): Protocol {
  const { lowerCutoffVoltage, upperCutoffVoltage, rates, charge, ...protocol } = written;
  if (lowerCutoffVoltage >= upperCutoffVoltage) {
    refuse(context, wording.crossedCutoffs(`${lowerCutoffVoltage} V`, `${upperCutoffVoltage} V`), [
      'lowerCutoffVoltage',
    ]);
  }
  const steps = protocol.steps.flat().map((one): ProtocolStep => {
    switch (one.kind) {
      case 'discharge':
        return { ...one, until: { voltage: lowerCutoffVoltage, ...one.until } };
      case 'charge':
        return { ...one, until: { voltage: upperCutoffVoltage, ...one.until } };
      case 'profile':
        return { ...one, until: { voltageWindow: [lowerCutoffVoltage, upperCutoffVoltage], ...one.until } };
      default:
        return one;
    }
  });
  const takesRates = steps.some((one) => 'rate' in one && one.rate === 'each');
  if (!takesRates && charge.kind === 'charge' && charge.rate === 'each')
    refuse(context, wording.chargeWithoutRates(), ['charge']);
  return { ...protocol, charge: upTo(upperCutoffVoltage, charge), rates: takesRates ? rates : [], steps };
}

const upTo = (voltage: number,
  charge: WrittenCharge): ChargeBefore => (charge.kind === 'ideal' ? charge : { ...charge, voltage });

/**
 * The charge where the case says none: what the default stands for depends on the rest of the case. Steps and a stoichiometry to start
 * at are followed as they are written; a cathode that is built charged has nothing to charge.
 */
export function chargeWhereSilent(charge: ChargeBefore, written: unknown, builtCharged: boolean): ChargeBefore {
  const given = (key: string): boolean => isRecord(written) && written[key] !== undefined;
  if (given('charge')) return charge;
  if (given('steps') || given('initialStoichiometry')) return { kind: 'ideal' };
  return builtCharged ? { kind: 'as-built' } : charge;
}

export const protocolSchema = omittable(protocolFields.describe('rates, steps and cut-offs').transform(withCutoffs));

/** The first that is reached ends the step: voltage [V], magnitude of the current, time [s], net charge passed in it [C m^-2]. */
export interface Cutoff extends Frozen<z.output<typeof until>> {
  /** Lower and upper bound of a step that may go both ways [V]. */
  readonly voltageWindow?: readonly [number, number];
}

/** `each` stands for the rate of the list that is being run; a hold at `now` keeps the voltage that it finds. */
export type ProtocolStep =
  | { readonly kind: 'discharge' | 'charge'; readonly rate: Rate | Power | 'each'; readonly until: Cutoff }
  | { readonly kind: 'rest'; readonly until: Cutoff & { readonly time: number } }
  | { readonly kind: 'hold'; readonly voltage: number | 'now'; readonly until: Cutoff }
  | { readonly kind: 'profile'; readonly profile: LoadProfile; readonly until: Cutoff };

/** Rates, steps and what they start from; stoichiometry of the cathode at rest, what 1C is [C m^-2], delay of a resistance [s]. */
export interface Protocol extends Frozen<
  Pick<z.output<typeof protocolFields>,
    'cyclesPerRate' | 'initialStoichiometry' | 'nominalArealCapacity' | 'ratesOn' | 'resistanceDelay'>
> {
  readonly charge: ChargeBefore;
  /** Every rate starts from the same state, unless they are tested on one cell. Empty where no step takes a rate of the list: the steps then run once. */
  readonly rates: readonly Rate[];
  /** Repeated steps stand here as often as they run. */
  readonly steps: readonly ProtocolStep[];
}
