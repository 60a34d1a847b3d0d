import { writtenNumber } from '../units/quantity.js';
import { quoted, shortText } from './printable.js';

/** Plain data as YAML or JSON gives it, before anything is known about it. */
export type PlainRecord = Record<string, unknown>;

/** Keys and list indices from the root. */
export type Path = readonly (string | number)[];

export const isRecord = (value: unknown): value is PlainRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of a key that the record itself has: `constructor` is none of its keys unless somebody wrote it. */
export const own = (record: PlainRecord,
  key: string): unknown => (Object.hasOwn(record, key) ? record[key] : undefined);

/** An own key whatever its name: plain assignment to `__proto__` would change the object instead. */
export const define = (record: PlainRecord, key: string, value: unknown): void => {
  if (key !== '__proto__') record[key] = value;
  else Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
};

/** The same data anew, so that keys can be set in it. */
export function copied<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copied) as T;
  if (!isRecord(value)) return value;
  const copy: PlainRecord = {};
  for (const [key, below] of Object.entries(value)) define(copy, key, copied(below));
  return copy as T;
}

/** The same without the keys that hold null, at every depth: null takes a key away, wherever it stands. */
export const withoutNulls = (record: PlainRecord): PlainRecord => {
  const copy: PlainRecord = {};
  for (const [key, value] of Object.entries(record)) if (value !== null) define(copy, key, deepWithoutNulls(value));
  return copy;
};

function deepWithoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deepWithoutNulls);
  return isRecord(value) ? withoutNulls(value) : value;
}

/** What is at a path; undefined where the path leaves the data. */
export function dataAt(data: unknown, path: Path): unknown {
  let current = data;
  for (const step of path) {
    const inside = isRecord(current) || Array.isArray(current);
    if (!inside || !Object.hasOwn(current as object, step)) return undefined;
    current = (current as PlainRecord)[step];
  }
  return current;
}

/** The dotted key of a path: `cathode.layers.0.thickness`. */
export const dotted = (path: Path): string => path.join('.');

/** A value as a reader wrote it, short enough for one line. */
export function quotedData(input: unknown): string {
  if (input === undefined || input === null) return 'nothing';
  if (Array.isArray(input)) return `a list of ${input.length}`;
  if (isRecord(input)) return `a mapping with ${shortText(Object.keys(input).join(', ')) || 'no keys'}`;
  if (typeof input === 'string') return quoted(input);
  return writtenNumber(input);
}
