import type { DimensionName } from '../units/dimension.js';
import { bareValue, type FieldProblem, refused } from './annotation.js';
import { type FieldInfo, readQuantity } from './field.js';
import { type Json, listOf, mapping, typed } from './json-shape.js';
import { readRate } from './rate.js';
import { isRecord, type Path, type RawRecord } from './raw.js';
import { eachOf, studyField } from './study-fields.js';
import { wording, wrongStructure } from './wording.js';

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
  needs: readonly DriveKey[];
  takes: readonly (DriveKey | 'curve')[];
}>;

type DriveKey = 'rate' | 'charge' | 'hold' | 'until' | 'relativeRate' | 'over' | 'stateOfCharge';

export type MeasuredQuantity = keyof typeof quantities;
const quantityNames = Object.keys(quantities) as MeasuredQuantity[];

/** A measured value with the drive under which it was measured; rates as written, for they become keys of a case. */
export interface Measured {
  readonly what: MeasuredQuantity;
  /** SI: [C kg^-1], 1, [V], [ohm m^2]. */
  readonly value: number;
  /** Half width that the source states, in the unit of the value; undefined where it states none. */
  readonly uncertainty: number | undefined;
  /** A value may be known from one side only. */
  readonly bound: 'at-least' | 'at-most' | undefined;
  /** Whether the source states the number or it was read from a figure. */
  readonly read: 'stated' | 'figure' | 'computed';
  readonly where: string;
  readonly note: string | undefined;
  readonly rate: string | undefined;
  /** Rate of the charge before it; undefined: that of the cell, or the rate itself. */
  readonly charge: string | undefined;
  /** Voltage held, and the current that ends it. */
  readonly hold: string | undefined;
  readonly until: string | undefined;
  /** Current over the charge delivered so far [s^-1]; undefined: the end of the hold. */
  readonly relativeRate: number | undefined;
  /** Keys of the case of the other test of a retention; `rate` is that of the test. */
  readonly over: Readonly<Record<string, string>>;
  readonly stateOfCharge: number;
  /** Measured voltage [V] against charge [C kg^-1]; empty where none is known. */
  readonly curve: readonly (readonly [charge: number, voltage: number])[];
}

const bounds = ['at-least', 'at-most'] as const;
const readings = ['stated', 'figure', 'computed'] as const;
const general = ['what', 'value', 'uncertainty', 'bound', 'read', 'where', 'note'];
const customaryStateOfCharge = 0.5;

const number = typed('number', 'string');
const drives = Object.fromEntries(
  [...new Set(Object.values(quantities).flatMap(({ needs, takes }) => [...needs, ...takes]))]
    .map((key) => [key, key === 'curve'
      ? { type: 'array', minItems: 2, items: { type: 'array', items: { type: 'number' } },
        description: 'points of mAh/g and V' }
      : key === 'over'
      ? { type: 'object', description: 'keys of the case of the other test' }
      : number]
    ),
);

/** An entry of `measured:` as JSON Schema. */
const measuredJson: Json = mapping({
  what: { enum: quantityNames, description: 'what was measured' },
  value: number,
  uncertainty: number,
  bound: { enum: bounds, description: 'a value known from one side only' },
  read: { enum: readings, description: 'how the number came out of the source' },
  where: { type: 'string' },
  note: { type: 'string' },
  ...drives,
}, ['what', 'value', 'where']);

/** `measured:`. */
export const measuredValues = studyField<readonly Measured[], readonly RawRecord[], FieldInfo>({
  label: 'what was measured of the cell',
}, {
  written: 'list of measured values',
  example: '[{what: first-discharge, rate: C/10, value: 198 mAh/g, where: Fig. 3}]',
  json: () => listOf(measuredJson),
}, (raw) => {
  if (!Array.isArray(raw) || raw.length === 0)
    return refused(wording.missing('what was measured of the cell', 'measured:'));
  return eachOf(raw as readonly unknown[], (_, i) => i, (one) => {
    const problems: FieldProblem[] = [];
    const value = readMeasured(one, [], problems);
    return value === undefined || problems.length > 0 ? { ok: false, problems } : { ok: true, value };
  });
});

/** One entry of the list. */
function readMeasured(raw: unknown, place: Path, problems: FieldProblem[]): Measured | undefined {
  if (!isRecord(raw)) {
    problems.push({ ...wrongStructure('object', raw), path: place });
    return undefined;
  }
  const what = quantityNames.find((name) => name === raw.what);
  if (what === undefined) {
    problems.push({ ...wording.wrongType(`one of ${quantityNames.join(', ')}`, raw.what, 'what: first-discharge'),
      path: [...place, 'what'] });
    return undefined;
  }
  const { dimension, example, needs, takes } = quantities[what];
  const known = [...general, ...needs, ...takes];
  for (const key of Object.keys(raw).filter((name) => !known.includes(name))) {
    problems.push({ ...wording.unknownKey(key, known), path: [...place, key] });
  }
  for (const key of needs.filter((name) => raw[name] === undefined)) {
    problems.push({ ...wording.missing(`${key} of a measured ${what}`, `${key}: ${exampleOf[key]}`),
      path: [...place, key] });
  }
  const read = reader(raw, place, problems);
  const value = read.number('value', dimension, example, true) ?? NaN;
  if (value <= 0) {
    const words = wording.wrongType('a value above 0; where nothing is delivered, a bound', raw.value,
      'value: 10 mAh/g, bound: at-most');
    problems.push({ ...words, path: [...place, 'value'] });
  }
  return {
    what,
    value,
    uncertainty: read.number('uncertainty', dimension, example),
    bound: read.choice('bound', bounds),
    read: read.choice('read', readings) ?? 'stated',
    where: read.text('where'),
    note: raw.note === undefined ? undefined : String(raw.note),
    rate: read.rate('rate'),
    charge: read.rate('charge'),
    hold: read.written('hold', 'voltage', '3.0 V'),
    until: read.rate('until'),
    relativeRate: read.number('relativeRate', 'frequency', '0.1 h^-1'),
    over: isRecord(raw.over) ? textsOf(raw.over) : {},
    stateOfCharge: read.number('stateOfCharge', 'fraction', '50 %') ?? customaryStateOfCharge,
    curve: readCurve(raw.curve, [...place, 'curve'], problems),
  };
}

const exampleOf: Readonly<Record<DriveKey, string>> = {
  rate: 'C/10',
  charge: 'C/10',
  hold: '3.0 V',
  until: 'C/50',
  relativeRate: '0.1 h^-1',
  over: '{rate: C/5}',
  stateOfCharge: '50 %',
};

const textsOf = (record: RawRecord): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, String(bareValue(value))]));

/** Readers of the fields of one entry; what is wrong is told at its key. */
function reader(raw: RawRecord, place: Path, problems: FieldProblem[]) {
  const tell = (key: string, found: readonly FieldProblem[]): void =>
    void problems.push(...found.map((problem) => ({ ...problem, path: [...place, key, ...problem.path] })));
  const number = (key: string, dimension: DimensionName, example: string, needed = false): number | undefined => {
    if (raw[key] === undefined && !needed) return undefined;
    const reading = readQuantity(raw[key], dimension, { example });
    if (!reading.ok) tell(key, reading.problems);
    return reading.ok ? reading.value : undefined;
  };
  return {
    number,
    text: (key: string): string => {
      if (typeof raw[key] === 'string') return raw[key];
      problems.push({ ...wording.missing(`the ${key} of a measured value`, `${key}: SI Table 2`),
        path: [...place, key] });
      return '';
    },
    rate: (key: DriveKey): string | undefined => {
      const given = bareValue(raw[key]);
      if (given === undefined) return undefined;
      const reading = readRate(given);
      if (!reading.ok) tell(key, reading.problems);
      return String(given);
    },
    written: (key: DriveKey, dimension: DimensionName, example: string):
      | string
      | undefined => (number(key, dimension, example) === undefined ? undefined : String(bareValue(raw[key]))),
    choice: <T extends string>(key: string, names: readonly T[]): T | undefined => {
      const found = names.find((name) => name === raw[key]);
      if (raw[key] !== undefined && found === undefined) {
        tell(key, [{ ...wording.wrongType(`one of ${names.join(', ')}`, raw[key], `${key}: ${names[0]}`), path: [] }]);
      }
      return found;
    },
  };
}

/** Points `[mAh/g, V]`, plain numbers. */
function readCurve(raw: unknown, place: Path, problems: FieldProblem[]): Measured['curve'] {
  if (raw === undefined) return [];
  const isPoint = (one: unknown): one is [number, number] =>
    Array.isArray(one) && one.length === 2 && one.every((value) => typeof value === 'number' && Number.isFinite(value));
  if (Array.isArray(raw) && raw.length > 1 && raw.every(isPoint))
    return raw.map(([charge, voltage]) => [3600 * charge, voltage] as const);
  problems.push({ ...wording.wrongType('two or more points of mAh/g and V', raw, '[[0, 4.2], [100, 3.8]]'),
    path: place });
  return [];
}
