import type * as z from 'zod';
import { isRecord, type PlainRecord } from '../plain-data.js';
import { wholeJson } from '../table-json.js';
import { wording, wrongStructure } from '../wording.js';
import { describe, type Field, field, type FieldInfo } from './field.js';
import type { Json } from './json-shape.js';
import { eachOf, type Reading, refused } from './reading.js';
import type { FieldOf } from './written-types.js';

/**
 * Fields of files about several cells: what a sweep, a fit, a list of rows has beside the keys of a case. The tables that are made of them
 * give reader, JSON Schema, reference and type, as the table of a case does.
 */

/** What is written, and the tables of which a value may be one. */
interface Written extends Pick<Field, 'written' | 'example' | 'below'> {
  /** Made where it is asked for: a run needs none. */
  json(): Json;
}

/** A field that no ledger has: it is about several cells, and no number of one. */
export function studyField<T, I, const Info extends FieldInfo>(info: Info, { json, ...written }: Written,
  read: (input: unknown) => Reading<T>): FieldOf<T, I, Info>
{
  return field<T, I, Info>({
    info,
    range: '',
    entries: () => [],
    ...written,
    get json() {
      return { description: describe(info), ...json() };
    },
  }, read);
}

/** What is taken as it is written, and checked where it is used. */
export const asWritten = <I, const Info extends FieldInfo>(info: Info, written: Written): FieldOf<unknown, I, Info> =>
  studyField<unknown, I, Info>(info, written, (input) => ({ ok: true, value: input }));

/** Keys of the case with values, as a case has them; null takes one away. */
export const changes = <const Info extends FieldInfo>(info: Info): FieldOf<PlainRecord, PlainRecord, Info> =>
  studyField<PlainRecord, PlainRecord, Info>(info, {
    written: 'dotted keys and values',
    example: '{membrane.thickness: 20 um}',
    json: () => ({ type: 'object' }),
  }, (input) => (isRecord(input) ? { ok: true, value: input } : refused(wrongStructure('object', input))));

/** Keys of the case as a case file has them, over those of the file; the case says what is wrong with them. */
export const caseKeys = asWritten<PlainRecord, FieldInfo>({ label: 'keys of the case, over those of the file' }, {
  written: 'keys of a case',
  example: '{membrane: {thickness: 20 um}}',
  json: () => ({ $ref: '#/$defs/change' }),
});

/** Dotted keys of the case, each with what `one` reads. */
export function keyedField<T, I, const Info extends FieldInfo>(info: Info,
  { values = [], below = [], ...written }: Pick<Field, 'written' | 'example'> & {
    readonly values?: readonly Json[];
    readonly below?: readonly z.ZodType[];
  }, one: (key: string, input: unknown) => Reading<T>): FieldOf<readonly T[], Readonly<Record<string, I>>, Info>
{
  const json = (): Json => ({ type: 'object', additionalProperties: { anyOf: [...values, ...below.map(wholeJson)] } });
  return studyField<readonly T[], Readonly<Record<string, I>>, Info>(info, { ...written,
    below: { step: 'KEY', tables: below }, json }, (input) => {
    if (!isRecord(input))
      return refused(wording.wrongType(info.label, input, written.example));
    return eachOf(Object.entries(input).filter(([, value]) => value !== null), ([key]) => key,
      ([key, value]) => one(key, value));
  });
}

/** A text or a list of texts, each of which `one` reads. */
export const oneOrMore = <T, const Info extends FieldInfo>(info: Info, example: string,
  one: (input: unknown) => Reading<T>) =>
  studyField<readonly T[], string | readonly string[], Info>(info, {
    written: 'text or list of texts',
    example,
    json: () => ({ anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }], examples: [example] }),
  }, (input) => {
    if (Array.isArray(input)) return eachOf(input as readonly unknown[], (_, i) => i, one);
    const reading = one(input);
    return reading.ok ? { ok: true, value: [reading.value] } : reading;
  });

/** A list of texts. */
export const texts = <const Info extends FieldInfo>(info: Info, example: string) =>
  studyField<readonly string[], readonly string[], Info>(info, {
    written: 'list of texts',
    example,
    json: () => ({ type: 'array', items: { type: 'string' }, examples: [[example]] }),
  }, (input) =>
    Array.isArray(input) && input.every((one) => typeof one === 'string')
      ? { ok: true, value: input }
      : refused(wording.wrongType('a list of texts', input, `[${example}]`)));

/** Yes or no. */
export const flag = <const Info extends FieldInfo>(info: Info) =>
  studyField<boolean, boolean, Info>(info, {
    written: 'true or false',
    example: 'true',
    json: () => ({ type: 'boolean' }),
  }, (input) =>
    typeof input === 'boolean'
      ? { ok: true, value: input }
      : refused(wording.wrongType('true or false', input, 'true')));
