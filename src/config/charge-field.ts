import { formatQuantity } from '../units/quantity.js';
import { annotationProblems, bareValue } from './annotation.js';
import type { ChargeBefore, Rate } from './case.js';
import { describe, entryOf, field, type FieldInfo, readQuantity } from './field.js';
import { mapping, remarksJson } from './json-shape.js';
import { isRecord, type PlainRecord } from './plain-data.js';
import { valueJson } from './quantity-json.js';
import { currentRange, formatRate, rateJson, readRate } from './rate.js';
import { type FieldProblem, type Reading, refused, take } from './reading.js';
import { wording } from './wording.js';
import type { Annotated, FieldOf, WrittenQuantity } from './written-types.js';

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
export function chargeBefore<const Info extends FieldInfo>(info: Info): FieldOf<WrittenCharge, Charge, Info> {
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
