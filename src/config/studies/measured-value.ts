import * as z from 'zod';
import type { DimensionName } from '../../units/dimension.js';
import { bareValue } from '../fields/annotation.js';
import { type FieldInfo, type Frozen, quantity, readQuantity, text } from '../fields/field.js';
import { listOf, typed } from '../fields/json-shape.js';
import { eachOf, type Reading, refused } from '../fields/reading.js';
import { choice } from '../fields/step-fields.js';
import { studyField } from '../fields/study-fields.js';
import { readTable } from '../fields/table-reading.js';
import { isRecord, type PlainRecord } from '../plain-data.js';
import { readRateOfCell } from '../rate.js';
import { wholeJson } from '../table-json.js';
import { wording, wrongStructure } from '../wording.js';

/** What is measured of a cell, the dimension of its value, and which keys it must have beside value and where. */
const quantities = {
  'first-charge': { dimension: 'specificCapacity', example: '247 mAh/g', needs: ['rate'], takes: ['curve'] },
  'first-discharge': { dimension: 'specificCapacity', example: '198 mAh/g', needs: ['rate'],
    takes: ['charge', 'curve'] },
  discharge: { dimension: 'specificCapacity', example: '100 mAh/g', needs: ['rate'], takes: ['charge', 'curve'] },
  'rate-decay': { dimension: 'specificCapacity', example: '176 mAh/g', needs: ['hold', 'until'],
    takes: ['charge', 'relativeRate'] },
  retention: { dimension: 'fraction', example: '93 %', needs: ['rate', 'over'], takes: ['charge'] },
  'mean-voltage': { dimension: 'voltage', example: '3.72 V', needs: ['rate'], takes: ['charge'] },
  'charge-transfer-resistance': { dimension: 'areaSpecificResistance', example: '65 ohm cm^2', needs: [],
    takes: ['stateOfCharge'] },
} as const satisfies Record<string, {
  dimension: DimensionName;
  example: string;
  needs: readonly string[];
  takes: readonly string[];
}>;

export type MeasuredQuantity = keyof typeof quantities;
const quantityNames = Object.keys(quantities) as MeasuredQuantity[];

/** What is checked and kept as it is written: it becomes a key of a case. */
const keptText = (label: string, example: string, read: (input: unknown) => Reading<unknown>) =>
  studyField<string, string | number, FieldInfo>({ label }, {
    written: 'as in a case',
    example,
    json: () => typed('number', 'string'),
  }, (input) => {
    const reading = read(bareValue(input));
    return reading.ok ? { ok: true, value: String(bareValue(input)) } : reading;
  });

/** What every measured value has. */
const generalOf = (what: MeasuredQuantity) => {
  const { dimension, example, needs, takes } = quantities[what];
  const also = [...needs, ...takes.map((key) => `${key} where known`)].join(', ');
  return {
    what: choice([what], { label: 'what was measured', note: `with ${also}` }),
    value: studyField<number, string | number, FieldInfo>({ label: 'the value' }, { written: 'number with its unit',
      example, json: () => typed('number', 'string') }, (input) => {
      const reading = readQuantity(input, dimension, { example });
      return reading.ok && reading.value <= 0
        ? refused(
          wording.wrongType('a value above 0; where nothing is delivered, a bound', input,
            'value: 10 mAh/g, bound: at-most'),
        )
        : reading;
    }),
    uncertainty: quantity(dimension, { label: 'half width that the source states', example }).optional(),
    bound: choice(['at-least', 'at-most'], { label: 'a value that is known from one side only' }).optional(),
    read: choice(['stated', 'figure', 'computed'], { label: 'how the number came out of the source', default: 'stated',
      source: 'a remark, not a number' }),
    where: text({ label: 'where it stands in the source', example: 'SI Table 2' }),
    note: text({ label: 'a remark', example: 'as pressed' }).optional(),
  };
};

/** The rate of a charge before a test, or `each`: that of the test. */
export const readRateOfCharge = (input: unknown): Reading<unknown> =>
  input === 'each' ? { ok: true, value: input } : readRateOfCell(input);

/** How it was measured. */
const drives = {
  rate: keptText('rate of the measured test', 'C/10', readRateOfCell),
  charge: keptText('rate of the charge before it, or each: that of the test; default: that of the cell', 'C/10',
    readRateOfCharge),
  hold: keptText('voltage that is held until the current has fallen', '3.0 V',
    (input) => readQuantity(input, 'voltage', { example: '3.0 V' })),
  until: keptText('current at which the hold ends', 'C/50', readRateOfCell),
  relativeRate: quantity('frequency', { label: 'current over the charge delivered so far; default: the end of the hold',
    example: '0.1 h^-1' }),
  over: studyField<Readonly<Record<string, string>>, PlainRecord, FieldInfo>({
    label: 'keys of the case of the test that it is compared with',
  }, {
    written: 'keys of the case of the other test',
    example: '{rate: C/5}',
    json: () => ({ type: 'object' }),
  }, (input) =>
    isRecord(input)
      ? { ok: true,
        value: Object.fromEntries(Object.entries(input).map(([key, one]) => [key, String(bareValue(one))])) }
      : refused(wrongStructure('object', input))),
  stateOfCharge: quantity('fraction', { label: 'state of charge at which it was measured; default: 50 %',
    example: '50 %' }),
  curve: studyField<Points, readonly (readonly number[])[], FieldInfo>({ label: 'points of mAh/g and V' }, {
    written: 'list of points',
    example: '[[0, 4.2], [100, 3.8]]',
    json: () => ({ type: 'array', minItems: 2, items: { type: 'array', items: { type: 'number' } } }),
  }, readCurve),
};

/** Measured voltage [V] against charge [C kg^-1]. */
type Points = readonly (readonly [charge: number, voltage: number])[];
type Drives = z.output<z.ZodObject<typeof drives>>;
type General = z.output<z.ZodObject<ReturnType<typeof generalOf>>>;

/**
 * A measured value with the drive under which it was measured [SI]; rates as written, for they become keys of a case. A retention has the
 * keys of the case of the other test in `over`; a curve is empty where none is known.
 */
export interface Measured extends Frozen<General & Partial<Drives>> {
  readonly over: Drives['over'];
  readonly stateOfCharge: number;
  readonly curve: Points;
}

const customary = { over: {}, stateOfCharge: 0.5, curve: [] };

/** The keys of each quantity. */
const tables = Object.fromEntries(quantityNames.map((what) => {
  const { needs, takes } = quantities[what];
  const shape = { ...generalOf(what), ...Object.fromEntries(needs.map((key) => [key, drives[key]])),
    ...Object.fromEntries(takes.map((key) => [key, drives[key].optional()])) };
  return [what, z.strictObject(shape)];
})) as unknown as Readonly<Record<MeasuredQuantity, z.ZodType<General & Partial<Drives>>>>;

export const measuredValues = studyField<readonly Measured[], readonly PlainRecord[], FieldInfo>({
  label: 'what was measured of the cell',
}, {
  written: 'list of measured values',
  below: { step: 'n', tables: Object.values(tables) },
  example: '[{what: first-discharge, rate: C/10, value: 198 mAh/g, where: Fig. 3}]',
  json: () => listOf({ anyOf: Object.values(tables).map(wholeJson) }),
}, (input) => {
  if (!Array.isArray(input) || input.length === 0)
    return refused(wording.missing('what was measured of the cell', 'measured:'));
  return eachOf(input as readonly unknown[], (_, i) => i, readMeasured);
});

/** One entry of the list. */
function readMeasured(input: unknown): Reading<Measured> {
  if (!isRecord(input)) return refused(wrongStructure('object', input));
  const what = quantityNames.find((name) => name === input.what);
  if (what === undefined) {
    return refused(wording.wrongType(`one of ${quantityNames.join(', ')}`, input.what, 'what: first-discharge'), [
      'what',
    ]);
  }
  const reading = readTable(tables[what], input);
  return reading.ok ? { ok: true, value: { ...customary, ...reading.value } } : reading;
}

/** Points `[mAh/g, V]`, plain numbers. */
function readCurve(input: unknown): Reading<Points> {
  const isPoint = (one: unknown): one is [number, number] =>
    Array.isArray(one) && one.length === 2 && one.every((value) => typeof value === 'number' && Number.isFinite(value));
  return Array.isArray(input) && input.length > 1 && input.every(isPoint)
    ? { ok: true, value: input.map(([charge, voltage]) => [3600 * charge, voltage] as const) }
    : refused(wording.wrongType('two or more points of mAh/g and V', input, '[[0, 4.2], [100, 3.8]]'));
}
