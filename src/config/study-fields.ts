import type * as z from 'zod';
import { type Reading, refused } from './annotation.js';
import { describe, type Field, field, type FieldInfo } from './field.js';
import type { Json } from './json-shape.js';
import { isRecord, type RawRecord } from './raw.js';
import { eachOf } from './reading.js';
import { wholeJson } from './table-json.js';
import { wording, wrongStructure } from './wording.js';
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
  read: (raw: unknown) => Reading<T>): FieldOf<T, I, Info>
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
  studyField<unknown, I, Info>(info, written, (raw) => ({ ok: true, value: raw }));

/** Keys of the case with values, as a case has them; null takes one away. */
export const changes = <const Info extends FieldInfo>(info: Info): FieldOf<RawRecord, RawRecord, Info> =>
  studyField<RawRecord, RawRecord, Info>(info, {
    written: 'dotted keys and values',
    example: '{membrane.thickness: 20 um}',
    json: () => ({ type: 'object' }),
  }, (raw) => (isRecord(raw) ? { ok: true, value: raw } : refused(wrongStructure('object', raw))));

/** Keys of the case as a case file has them, over those of the file; the case says what is wrong with them. */
export const caseKeys = asWritten<RawRecord, FieldInfo>({ label: 'keys of the case, over those of the file' }, {
  written: 'keys of a case',
  example: '{membrane: {thickness: 20 um}}',
  json: () => ({ $ref: '#/$defs/change' }),
});

/** Dotted keys of the case, each with what `one` reads. */
export function keyed<T, I, const Info extends FieldInfo>(
  info: Info,
  { values = [], below = [], ...written }: Pick<Field, 'written' | 'example' | 'below'> & {
    readonly values?: readonly Json[];
  },
  one: (key: string, raw: unknown) => Reading<T>,
): FieldOf<readonly T[], Readonly<Record<string, I>>, Info> {
  const json = (): Json => ({ type: 'object',
    additionalProperties: { anyOf: [...values, ...below.map((table) => wholeJson(table as z.ZodType))] } });
  return studyField<readonly T[], Readonly<Record<string, I>>, Info>(info, { ...written, below, json }, (raw) => {
    if (!isRecord(raw))
      return refused(wording.wrongType(info.label, raw, written.example));
    return eachOf(Object.entries(raw).filter(([, value]) => value !== null), ([key]) => key,
      ([key, value]) => one(key, value));
  });
}

/** A text or a list of texts, each of which `one` reads. */
export const oneOrMore = <T, const Info extends FieldInfo>(info: Info, example: string,
  one: (raw: unknown) => Reading<T>) =>
  studyField<readonly T[], string | readonly string[], Info>(info, {
    written: 'text or list of texts',
    example,
    json: () => ({ anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }], examples: [example] }),
  }, (raw) => {
    if (Array.isArray(raw)) return eachOf(raw as readonly unknown[], (_, i) => i, one);
    const reading = one(raw);
    return reading.ok ? { ok: true, value: [reading.value] } : reading;
  });

/** A list of texts. */
export const texts = <const Info extends FieldInfo>(info: Info, example: string) =>
  studyField<readonly string[], readonly string[], Info>(info, {
    written: 'list of texts',
    example,
    json: () => ({ type: 'array', items: { type: 'string' }, examples: [[example]] }),
  }, (raw) =>
    Array.isArray(raw) && raw.every((one) => typeof one === 'string')
      ? { ok: true, value: raw }
      : refused(wording.wrongType('a list of texts', raw, `[${example}]`)));

/** Yes or no. */
export const flag = <const Info extends FieldInfo>(info: Info) =>
  studyField<boolean, boolean, Info>(info, {
    written: 'true or false',
    example: 'true',
    json: () => ({ type: 'boolean' }),
  }, (raw) =>
    typeof raw === 'boolean'
      ? { ok: true, value: raw }
      : refused(wording.wrongType('true or false', raw, 'true')));
