import type { FieldInfo } from '../fields/field.js';
import { refused } from '../fields/reading.js';
import { keyedField } from '../fields/study-fields.js';
import { wording } from '../wording.js';

/** An input that the source does not print: the key, and between which values it lies. */
export interface UnknownInput {
  readonly key: string;
  readonly low: unknown;
  readonly high: unknown;
}

/** `{key: [low, high]}`. */
export const ends = <const Info extends FieldInfo>(info: Info) =>
  keyedField<UnknownInput, readonly unknown[], Info>(info, {
    written: 'keys with two values',
    example: '{cathode.porosity: [5 %, 20 %]}',
    values: [{ type: 'array', minItems: 2, maxItems: 2 }],
  }, (key, range) =>
    Array.isArray(range) && range.length === 2
      ? { ok: true, value: { key, low: range[0] as unknown, high: range[1] as unknown } }
      : refused(wording.wrongType('a lower and an upper value', range, '[60 %, 80 %]')));
