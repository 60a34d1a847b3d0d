import type { caseSchemas, WrittenCase } from './case-schema.js';
import { isRecord, own, type PlainRecord } from './plain-data.js';

type CaseSchema = (typeof caseSchemas)[keyof typeof caseSchemas];

/** The sections of the case of a study that was read last: its designs differ in a few of them. */
export type SectionsBefore = Map<CaseSchema, { readonly data: PlainRecord; readonly read: WrittenCase }>;

/** Reads a case by its table: sections that are as they were are not read again, unless something is wrong in one of the others. */
export function readSections(schema: CaseSchema, data: PlainRecord, before: SectionsBefore) {
  const last = before.get(schema);
  const changed = last && withChanges(schema, data, last.data, last.read);
  // zod writes code for its checks, which pays after hundreds of cases and costs a run of one a tenth of its time
  const result = changed ? { success: true as const, data: changed } : schema.safeParse(data, { jitless: true });
  if (result.success) before.set(schema, { data, read: result.data });
  return result;
}

function withChanges({ shape }: CaseSchema, data: PlainRecord, old: PlainRecord, known: WrittenCase):
  | WrittenCase
  | undefined
{
  if (Object.keys(data).some((key) => !Object.hasOwn(shape, key))) return undefined;
  const read: PlainRecord = {};
  for (const [key, section] of Object.entries(shape)) {
    const given = own(data, key);
    const result = isSame(given, own(old, key))
      ? { success: true, data: known[key as keyof WrittenCase] }
      : section.safeParse(given, { jitless: true });
    if (!result.success) return undefined;
    if (result.data !== undefined) read[key] = result.data;
  }
  return read as WrittenCase;
}

/** Plain data alike, in the order of their keys too. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => isSame(one, b[i]));
  if (!isRecord(a)) return Object.is(a, b);
  if (!isRecord(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return keys.length === others.length && keys.every((key, i) => key === others[i] && isSame(a[key], b[key]));
}
