import { type DimensionName, dimensions } from '../../units/dimension.js';
import { formatNumber, formatQuantity } from '../../units/quantity.js';
import { isRecord } from '../plain-data.js';
import type { Power, Rate, RateOfCell } from '../protocol.js';
import { currentRange, formatRate, rateJson, readRate, readRateOfCell } from '../rate.js';
import { wording } from '../wording.js';
import { annotationOf, annotationProblems, bareValue, isAnnotated } from './annotation.js';
import { describe, entryOf, type Field, field, type FieldInfo, type QuantityInfo, readQuantity,
  withSource } from './field.js';
import { valueJson } from './quantity-json.js';
import { eachOf, placeBelow, type Reading, refused } from './reading.js';
import type { Annotated, FieldOf, WrittenQuantity } from './written-types.js';

/** Fields that only steps of a protocol have. */

const powerRange = { min: '1e-6 mW/cm^2', max: '1e5 mW/cm^2', example: '20 mW/cm^2' };

type Load = Rate | Power | 'each';
type WrittenLoad = string | { readonly power: WrittenQuantity };

/** What drives a charge or discharge: `each`, a rate, or `{power: 20 mW/cm^2}`. */
export function stepLoad<const Info extends FieldInfo>(info: Info): FieldOf<Load, WrittenLoad, Info> {
  return field<Load, WrittenLoad, Info>({
    info,
    example: 'each',
    range: currentRange,
    written: 'each, a rate or {power}',
    entries: entryOf(info.label, readLoad, shownLoad),
    json: {
      description: info.label,
      examples: ['each', ...rateJson.examples],
      anyOf: [
        { type: 'string' },
        { type: 'object', properties: { power: { anyOf: valueJson('text') } }, required: ['power'],
          additionalProperties: false },
      ],
    },
  }, readLoad);
}

const shownLoad = (load: Load): string => {
  if (load === 'each') return 'each rate of the list';
  return load.kind === 'power' ? formatQuantity(load.value, 'powerDensity') : formatRate(load);
};

function readLoad(input: unknown): Reading<Load> {
  if (input === 'each') return { ok: true, value: input };
  if (!isRecord(input)) return readRate(input);
  const unknown = Object.keys(input).filter((key) => key !== 'power');
  if (unknown.length > 0)
    return { ok: false, problems: unknown.map((key) => ({ ...wording.unknownKey(key, ['power']), path: [key] })) };
  const reading = input.power === undefined
    ? refused(wording.missing('power', `power: ${powerRange.example}`))
    : readQuantity(input.power, 'powerDensity', powerRange);
  if (reading.ok) return { ok: true, value: { kind: 'power', value: reading.value } };
  return { ok: false, problems: placeBelow(['power'], reading.problems) };
}

const rateOf =
  <R extends RateOfCell>(read: (input: unknown) => Reading<R>) =>
  <const Info extends FieldInfo>(info: Info): FieldOf<R, string, Info> =>
    field<R, string, Info>({
      info,
      example: 'C/20',
      range: currentRange,
      written: 'rate',
      entries: entryOf(info.label, read, formatRate),
      json: { ...rateJson, description: info.label },
    }, read);

/** One rate: the magnitude of a current. */
export const rate = rateOf(readRate);

/** One rate beside a case, which may be the current of its cell. */
export const rateOfCell = rateOf(readRateOfCell);

/** A voltage, or `voltage-now` for the one at which the step begins. */
export function heldVoltage<const Info extends QuantityInfo>(
  info: Info,
): FieldOf<number | 'now', WrittenQuantity, Info> {
  const read = (input: unknown): Reading<number | 'now'> => {
    if (input === 'voltage-now') return { ok: true, value: 'now' };
    const reading = readQuantity(input, 'voltage', info);
    if (reading.ok || reading.problems[0].code !== 'wrong-unit') return reading;
    return refused({ ...reading.problems[0], expected: 'a voltage such as "4.2 V", or voltage-now',
      remedy: 'write e.g. 4.2 V' });
  };
  return field<number | 'now', WrittenQuantity, Info>({
    info,
    example: '4.2 V',
    range: `from ${info.min} to ${info.max}`,
    written: 'V or voltage-now',
    entries: (input) => {
      const reading = read(input);
      if (!reading.ok) return [];
      const now = reading.value === 'now';
      const value = reading.value === 'now' ? 'the voltage at its start' : formatNumber(reading.value);
      return [{ path: [], label: info.label, value, unit: now ? '-' : 'V', annotation: annotationOf(input) }];
    },
    json: { description: info.label, anyOf: valueJson('text'), examples: ['4.2 V', 'voltage-now'] },
  }, read);
}

/** One of a few words; a default without a source is a choice. */
export function choice<T extends string, const Info extends FieldInfo & { readonly default?: NoInfer<T> }>(
  options: readonly T[],
  info: Info,
): FieldOf<T, T, Info> {
  const example = info.default ?? options[0];
  return field<T, T, Info>({
    info: withSource(info, 'a choice, not a number'),
    example,
    range: '',
    written: options.join(' or '),
    entries: () => [],
    json: { description: describe(info), enum: [...options] },
  }, (input) => {
    const found = options.find((option) => option === input);
    return found === undefined
      ? refused(wording.wrongType(options.join(' or '), input, example))
      : { ok: true, value: found };
  });
}

export type WrittenList = readonly (string | number)[] | Annotated<readonly (string | number)[]>;

/** Numbers of one dimension: texts with units, or `{value: [0, 10], unit: s}` with one unit for all. */
export function quantityList<const Info extends QuantityInfo>(dimension: DimensionName,
  info: Info): FieldOf<readonly number[], WrittenList, Info>
{
  return field<readonly number[], WrittenList, Info>(listDefinition(dimension, info),
    (input) => readList(input, dimension, info));
}

/** What the table says of a list of numbers. */
export function listDefinition<const Info extends QuantityInfo>(dimension: DimensionName, info: Info): Field & {
  readonly info: Info;
} {
  const { example, words, display } = dimensions[dimension];
  return {
    info,
    example: `[${example}, ${example}]`,
    range: `from ${info.min} to ${info.max}`,
    written: `list of ${display}`,
    entries: entryOf(info.label, (input) => readList(input, dimension, info), (list) => {
      const [first, last] = [list[0], list[list.length - 1]].map((x) => formatQuantity(x, dimension));
      return `${list.length} from ${first} to ${last}`;
    }),
    json: { description: `${info.label}; each ${words}`, anyOf: valueJson('table') },
  };
}

/** The numbers of a list in SI, within the range of its field. */
export function readList(input: unknown, dimension: DimensionName, info: QuantityInfo): Reading<readonly number[]> {
  const problems = annotationProblems(input);
  if (problems.length > 0) return { ok: false, problems };
  const { example, words } = dimensions[dimension];
  const bare = bareValue(input);
  const unit = isAnnotated(input) && typeof input.unit === 'string' ? input.unit : '';
  const at = isAnnotated(input) ? ['value'] : [];
  if (!Array.isArray(bare) || bare.length < 2)
    return refused(wording.wrongType(`a list of at least two, each ${words}`, bare, `[${example}, ${example}]`), at);
  const reading = eachOf(bare as readonly unknown[], (_, i) => i,
    (entry) => readQuantity(typeof entry === 'number' && unit !== '' ? `${entry} ${unit}` : entry, dimension, info));
  return reading.ok ? reading : { ok: false, problems: placeBelow(at, reading.problems) };
}
