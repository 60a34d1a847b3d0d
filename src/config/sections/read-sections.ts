import * as z from 'zod';
import { isRecord, own, type PlainRecord } from '../plain-data.js';
import type { caseSchemas, WrittenCase } from './case-schema.js';

type CaseSchema = (typeof caseSchemas)[keyof typeof caseSchemas];

/** The sections of the case of a study that was read last: its designs differ in a few of them. */
export type SectionsBefore = Map<CaseSchema, { readonly data: PlainRecord; readonly read: WrittenCase }>;

/** Reads a case by its table: what is as it was is not read again, unless something is wrong elsewhere. */
export function readSections(schema: CaseSchema, data: PlainRecord, before: SectionsBefore) {
  const last = before.get(schema);
  const changed = last && readAgain(schema, data, last.data, last.read) as WrittenCase | undefined;
  // zod writes code for its checks, which pays after hundreds of cases and costs a run of one a tenth of its time
  const result = changed ? { success: true as const, data: changed } : schema.safeParse(data, { jitless: true });
  if (result.success) before.set(schema, { data, read: result.data });
  return result;
}

/** What a table reads of `given`, with what is as in `old` taken from what was `read` of that; undefined where something is wrong. */
function readAgain(schema: z.core.$ZodType, given: unknown, old: unknown, read: unknown): unknown {
  if (isSame(given, old)) return read;
  if (schema instanceof z.ZodObject && isRecord(given) && isRecord(old) && hasSameKeys(given, old))
    return sectionAgain(schema.shape, given, old, read as PlainRecord);
  if (schema instanceof z.ZodArray && Array.isArray(given) && Array.isArray(old) && given.length === old.length) {
    const items = given.map((item, i) => readAgain(schema.element, item, old[i], (read as readonly unknown[])[i]));
    return items.includes(undefined) ? undefined : items;
  }
  return z.safeParse(schema, given, { jitless: true }).data;
}

const hasSameKeys = (given: PlainRecord, old: PlainRecord): boolean =>
  Object.keys(given).length === Object.keys(old).length && Object.keys(given).every((key) => Object.hasOwn(old, key));

/** In the order of the table, as zod has it; what is not written stays as it was. */
function sectionAgain(shape: Readonly<Record<string, z.core.$ZodType>>, given: PlainRecord, old: PlainRecord,
  read: PlainRecord): PlainRecord | undefined
{
  const section: PlainRecord = {};
  for (const [key, below] of Object.entries(shape)) {
    const value = readAgain(below, own(given, key), own(old, key), read[key]);
    if (value !== undefined) section[key] = value;
    else if (Object.hasOwn(given, key)) return undefined;
  }
  return section;
}

/** Plain data alike, in the order of their keys too. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => isSame(one, b[i]));
  if (!isRecord(a)) return Object.is(a, b);
  if (!isRecord(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return keys.length === others.length && keys.every((key, i) => key === others[i] && isSame(a[key], b[key]));
}
