import * as z from 'zod';
import { type DimensionName, dimensions } from '../../units/dimension.js';
import { boundsOf, formatNumber, parseQuantity, type QuantityBounds, toDisplay } from '../../units/quantity.js';
import { materialNames } from '../material-names.js';
import type { MaterialKind } from '../material-properties.js';
import type { ParameterSpread } from '../parameter-record.js';
import { type Path, quotedData } from '../plain-data.js';
import { type Wording, wording } from '../wording.js';
import { type Annotation, annotationOf, annotationProblems, bareValue } from './annotation.js';
import { isBare, quantityJson } from './quantity-json.js';
import { type Reading, refused } from './reading.js';
import { declaredSpread, readSpread } from './spread.js';
import type { FieldOf, WrittenQuantity } from './written-types.js';

/**
 * The building blocks of the one field table. A field is a zod schema whose output is SI; what else is known about it (words,
 * range, default, source of the default) lies in a registry, from which the ledger, the JSON Schema and the reference follow.
 */

/** A type whose data nobody writes to: what the schemas of the field table put out, as it crosses the border of this room. */
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** What the table says about one field. A default has a source or is marked assumed. */
export interface FieldInfo {
  readonly label: string;
  readonly default?: string | number | readonly unknown[];
  readonly source?: string;
  readonly assumed?: boolean;
  readonly note?: string;
}

export interface QuantityRange extends QuantityBounds {
  /** Factor of the 80 % interval of an assumed number that states none, where more is known of it than of its kind. */
  readonly spread?: number;
  readonly example?: string;
}

export interface QuantityInfo extends FieldInfo, QuantityRange {}

/** One line of the ledger before its status is known. */
export interface FieldEntry {
  readonly path: Path;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly annotation: Annotation;
  /** Spread as written beside the value. */
  readonly spread?: ParameterSpread;
  /** Stands in where an assumed value has none. */
  readonly declared?: ParameterSpread;
}

export interface Field {
  readonly info: FieldInfo;
  /** Words for the reference: what to write, and between which bounds. */
  readonly written: string;
  readonly range: string;
  readonly example: string;
  /** What the ledger records of this field as written; nothing for names and titles. */
  entries(input: unknown): readonly FieldEntry[];
  /** The JSON Schema of what may be written. */
  readonly json: Readonly<Record<string, unknown>>;
  /** Tables of what stands below the field, by a key or in a list, schemas of zod: a registry that knew would go through their types. */
  readonly below?: { readonly step: 'KEY' | 'n'; readonly tables: readonly object[] };
  /** Kind of the material that the field names. */
  readonly material?: MaterialKind;
  /** Where it may name several: each with its place below the field; absent: the value is the name, or has it at `name`. */
  namedIn?(input: unknown): readonly { readonly path: Path; readonly name: unknown }[];
}

/** Label and note in one line. */
export const describe = ({ label, note }: FieldInfo): string => (note === undefined ? label : `${label}; ${note}`);

/** Every field of the table by its schema. */
export const fields = z.registry<Field>();

/** The part of zod's context that takes problems. */
export interface Context {
  readonly issues: { push(issue: CustomIssue): unknown };
}

type CustomIssue = { code: 'custom'; input: unknown; path: (string | number)[]; params: { problem: Wording } };

/** Adds a problem to a parse, below the section that is being parsed. */
export function refuse(context: Context, problem: Wording, path: Path = []): void {
  context.issues.push({ code: 'custom', input: undefined, path: [...path], params: { problem } });
}

/** Says that a key of the section is missing: what it says, and a line that would do. */
export function refuseMissing(context: Context, key: string, what: string, example: string): void {
  refuse(context, wording.missing(what, `${key}: ${example}`.trim()), [key]);
}

/** Which of several keys of a section are written: at most one of them may be. */
export function atMostOne<K extends string>(written: { readonly [P in K]?: unknown }, keys: readonly K[],
  context: Context): K[]
{
  const found = keys.filter((key) => written[key] !== undefined);
  if (found.length > 1) refuse(context, wording.onlyOneOf(keys, found));
  return found;
}

/** The same where one of them has to be there. */
export function exactlyOne<K extends string>(written: { readonly [P in K]?: unknown }, keys: readonly K[],
  context: Context): K | undefined
{
  const [found] = atMostOne(written, keys, context);
  if (found === undefined) refuse(context, wording.missingOneOf(keys));
  return found;
}

/** A schema from a reader of plain data, of which `I` is what may be written; several problems may come from one field. */
export function field<T, I, Info extends FieldInfo>(definition: Field & { readonly info: Info },
  read: (input: unknown) => Reading<T>): FieldOf<T, I, Info>
{
  const inner = z.unknown().transform((input, context): T => {
    const reading = input === undefined
      ? refused(wording.missing(definition.info.label, definition.example))
      : read(input);
    if (reading.ok) return reading.value;
    for (const { path, ...problem } of reading.problems) refuse(context, problem, path);
    return z.NEVER;
  });
  const preset = definition.info.default;
  const schema: z.ZodType<T> = preset === undefined ? inner : inner.prefault(preset);
  fields.add(schema, definition);
  return schema as FieldOf<T, I, Info>;
}

/** "from 1 um to 5 mm" of a range as it stands in the table. */
export function rangeWords(info: QuantityRange): string {
  if (info.min !== undefined && info.max !== undefined) return `from ${info.min} to ${info.max}`;
  if (info.min !== undefined) return `of at least ${info.min}`;
  return info.max === undefined ? '' : `of at most ${info.max}`;
}

/** Text or number, plain or annotated, as SI within the range. */
export function readQuantity(input: unknown, dimension: DimensionName, info: QuantityRange): Reading<number> {
  const problems = annotationProblems(input);
  if (problems.length > 0) return { ok: false, problems };
  const bare = bareValue(input);
  const example = info.example ?? dimensions[dimension].example;
  if (typeof bare !== 'string' && typeof bare !== 'number')
    return refused(wording.wrongType(`${dimensions[dimension].words} such as "${example}"`, bare, example));
  const reading = parseQuantity(bare, dimension);
  if (!reading.ok)
    return refused(dimension === 'fraction' && bare === 'rest' ? wording.noRest() : wording.wrongUnit(reading));
  const [low, high] = boundsOf(info, dimension);
  if (reading.value < low || reading.value > high) {
    const asPercent = dimension === 'fraction' && typeof bare === 'number' && bare > 1 && bare / 100 >= low
      && bare / 100 <= high;
    if (asPercent) return refused(wording.percentMeant(rangeWords(info), bare));
    return refused(wording.outOfRange(dimensions[dimension].words, rangeWords(info), bare));
  }
  const { problems: spreadProblems } = readSpread(input, reading.value, dimension, [low, high]);
  return spreadProblems.length > 0 ? { ok: false, problems: spreadProblems } : reading;
}

/** How sure a number is, as it is written and as its kind declares. */
export function spreadsOf(input: unknown, value: number, dimension: DimensionName,
  info: QuantityRange): Pick<FieldEntry, 'spread' | 'declared'>
{
  const bounds = boundsOf(info, dimension);
  const { spread } = readSpread(input, value, dimension, bounds);
  const declared = declaredSpread(value, dimension, bounds, info.spread);
  return { ...(spread && { spread }), ...(declared && { declared }) };
}

/** A number in SI of a dimension, written as text with its unit. */
export function quantity<const Info extends QuantityInfo>(dimension: DimensionName,
  info: Info): FieldOf<number, WrittenQuantity, Info>
{
  const { words, display } = dimensions[dimension];
  const example = info.example ?? (typeof info.default === 'string' ? info.default : dimensions[dimension].example);
  return field<number, WrittenQuantity, Info>({
    info,
    example,
    written: isBare(dimension) ? (dimension === 'fraction' ? '0..1 or %' : 'number') : display,
    range: rangeWords(info),
    entries: (input) => quantityEntries(input, dimension, info),
    json: {
      description: [info.label, `${words}${rangeWords(info) && ` ${rangeWords(info)}`}`, info.note].filter(Boolean)
        .join('; '),
      anyOf: quantityJson(dimension),
      examples: [asJson(example)],
    },
  }, (input) => readQuantity(input, dimension, info));
}

/** A number for what is written as one: an editor puts it down as it stands. */
export const asJson = (example: string): string | number => Number.isNaN(Number(example)) ? example : Number(example);

function quantityEntries(input: unknown, dimension: DimensionName, info: QuantityInfo): FieldEntry[] {
  const reading = readQuantity(input, dimension, info);
  if (!reading.ok) return [];
  const { value, unit } = toDisplay(reading.value, dimension);
  return [{
    path: [],
    label: info.label,
    value: formatNumber(value),
    unit: unit || '-',
    annotation: annotationOf(input),
    ...spreadsOf(input, reading.value, dimension, info),
  }];
}

/** The line of the ledger of a value that can be read, as text. */
export const entryOf =
  <T>(label: string, read: (input: unknown) => Reading<T>, shown: (value: T) => string) =>
  (input: unknown): FieldEntry[] => {
    const reading = read(input);
    return reading.ok
      ? [{ path: [], label, value: shown(reading.value), unit: '-', annotation: annotationOf(input) }]
      : [];
  };

/** What the table says of a field, with a source for its default where that has none. */
export const withSource = <Info extends FieldInfo>(info: Info, source: string): Info =>
  info.default === undefined || info.source !== undefined || info.assumed ? info : { ...info, source };

/** A whole number; no unit, no annotation. A default without a source is a choice of this program. */
export function integer<
  const Info extends FieldInfo & { readonly min: number; readonly max: number; readonly example?: string },
>(info: Info): FieldOf<number, number, Info> {
  const range = rangeWords(info);
  const example = String(info.example ?? info.default ?? info.min);
  return field<number, number, Info>({
    info: withSource(info, 'this program: a numerical choice, no property'),
    example,
    range,
    written: 'whole number',
    entries: (input) => [{ path: [], label: info.label, value: String(input), unit: '-', annotation: {} }],
    json: { description: describe(info), type: 'integer', minimum: info.min, maximum: info.max },
  }, (input) => {
    if (typeof input !== 'number' || !Number.isInteger(input))
      return refused(wording.wrongType('a whole number', input, example));
    if (input < info.min || input > info.max) return refused(wording.outOfRange('a whole number', range, input));
    return { ok: true, value: input };
  });
}

/** A name or a sentence. `recorded` puts it into the ledger; `names` are the only ones, which who reads it looks up. */
export function text<
  const Info extends FieldInfo & { readonly example: string; readonly recorded?: boolean;
    readonly material?: MaterialKind; readonly names?: readonly string[] },
>(info: Info): FieldOf<string, string, Info> {
  return field<string, string, Info>({
    info,
    example: info.example,
    range: '',
    written: 'text',
    entries: (input) =>
      info.recorded ? [{ path: [], label: info.label, value: String(input), unit: '-', annotation: {} }] : [],
    json: {
      description: describe(info),
      examples: [info.example],
      ...(info.names
        ? { enum: info.names }
        : info.material
        ? { anyOf: [{ enum: materialNames[info.material] }, { type: 'string', minLength: 1 }] }
        : { type: 'string', minLength: 1 }),
    },
    ...(info.material && { material: info.material }),
  }, (input) => (typeof input === 'string' && input.trim() !== ''
    ? { ok: true, value: input.trim() }
    : refused(
      wording.wrongType('a text', input, `"${typeof input === 'number' ? quotedData(input) : info.example}" in quotes`),
    )));
}

/** A section that may be left out: what it then holds. Fields take plain data, so the type of their input says nothing. */
export const omittable = <T extends z.ZodType>(section: T, written: Record<string, unknown> = {}): z.ZodPrefault<T> =>
  z.prefault(section, written as never);
