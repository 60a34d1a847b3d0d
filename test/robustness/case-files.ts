import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { define, isRecord, type PlainRecord } from '../../src/config/plain-data.js';

/** Shipped cases with a few mistakes in each. */

export interface CaseFile {
  readonly path: string;
  readonly text: string;
}

/** Every shipped case, comparison, sweep and list of results. */
export const shippedFiles = (root: string): CaseFile[] =>
  readdirSync(join(root, 'configs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml')).sort()
    .map((name) => join(root, 'configs', name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** What a file finds beside itself. */
export function textBeside(path: string): (name: string) => string | undefined {
  return (name) => {
    try {
      return readFileSync(resolve(dirname(path), name), 'utf8');
    } catch {
      return undefined;
    }
  };
}

/** One mistake; `at` says where, counted over all places that there are. */
export type Mistake =
  | { readonly kind: 'set' | 'add' | 'rename'; readonly at: number; readonly key: string; readonly value: unknown }
  | { readonly kind: 'remove' | 'repeat' | 'swap'; readonly at: number }
  | { readonly kind: 'scale'; readonly at: number; readonly factor: number }
  | { readonly kind: 'insert'; readonly at: number; readonly token: string }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number };

const units = ['um', 'nm', 'm', 'kg', 'mg/cm^2', 'mAh/cm^2', 'S/cm', 'mS/cm', 'm^2/s', 'V', '%', 'wt%', 'degC', 'K',
  'mol/m^3', 'mA/cm^2', 'ohm cm^2', 'eV', 'MPa', 'h', 's', '$/kg', 'furlong', 'µm', '', 'm^', 'm^999999', '((((',
  'constructor'];
const numbers = ['0', '-0', '1', '-1', '1e-300', '1e308', '1e309', '.nan', '.inf', '0x10', '1,5', '１２', '1e', '--1',
  '−1', '1e-12', '1e5', '100', '0.5', '3'];
const tokens = ['{', '}', '[', ']', ': ', '- ', '&a ', '*a', '!!binary ', '!!set ', '|', '>', '"', '\'', '#', '%', '@',
  '? ', '---\n', '\0', '\u2028', '<<: ', '\t', '\r\n', '\u001b[2J', '\u202e', '\ufeff', '\ud800', '['.repeat(20_000)];
const keys = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'length', '', ' ', 'a.b', '0', '<<',
  'x'.repeat(5000), 'ключ', 'thickness', 'name', 'value', 'file', 'base', 'layers', 'network', 'until', 'rates',
  'gradient', 'contact', 'particles'];

const quantities = fc.tuple(fc.constantFrom(...numbers), fc.constantFrom(...units)).map(([number, unit]) =>
  `${number} ${unit}`
);
const values = fc.oneof(
  quantities,
  quantities,
  fc.constantFrom<unknown>(null, true, [], {}, '', 0, -1, NaN, Infinity, 1e300, 'each', 'rest',
    '../../../../etc/passwd'),
  fc.string(),
  fc.nat(6).map((length) => 'x'.repeat(10 ** length)),
  fc.constantFrom(...keys),
  fc.record({ value: quantities, source: fc.constantFrom<unknown>(5, 'x'),
    assumed: fc.constantFrom<unknown>(true, 'yes') }),
  fc.array(fc.array(quantities, { maxLength: 3 }), { maxLength: 3 }),
  fc.nat(100).map((depth) => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1)),
);
const place = fc.nat(100_000);

export const mistakes: fc.Arbitrary<readonly Mistake[]> = fc.array(fc.oneof(
  fc.record({ kind: fc.constantFrom('set' as const, 'add' as const, 'rename' as const), at: place,
    key: fc.constantFrom(...keys), value: values }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'repeat' as const, 'swap' as const), at: place }),
  fc.record({ kind: fc.constant('scale' as const), at: place,
    factor: fc.integer({ min: -8, max: 8 }).map((exponent) => 10 ** (exponent / 2)) }),
  fc.record({ kind: fc.constant('insert' as const), at: place, token: fc.constantFrom(...tokens) }),
  fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.nat(40) }),
), { minLength: 1, maxLength: 4 });

/** The text with its mistakes: those of its data first, then those of its letters. */
export function withMistakes(text: string, list: readonly Mistake[]): string {
  const ofData = list.filter(({ kind }) => kind !== 'insert' && kind !== 'cut');
  let changed = text;
  if (ofData.length > 0) {
    const data: unknown = parse(text);
    for (const mistake of ofData) change(data, mistake);
    changed = stringify(data, { lineWidth: 0, aliasDuplicateObjects: false });
  }
  for (const mistake of list) {
    const at = mistake.at % (changed.length + 1);
    if (mistake.kind === 'insert') changed = changed.slice(0, at) + mistake.token + changed.slice(at);
    if (mistake.kind === 'cut') changed = changed.slice(0, at) + changed.slice(at + mistake.length);
  }
  return changed;
}

type Container = PlainRecord | unknown[];
const isContainer = (value: unknown): value is Container => Array.isArray(value) || isRecord(value);

/** Every value with what holds it. */
function placesOf(data: unknown, found: [Container, string][] = []): [Container, string][] {
  if (!isContainer(data)) return found;
  for (const key of Object.keys(data)) {
    found.push([data, key]);
    placesOf((data as PlainRecord)[key], found);
  }
  return found;
}

function change(data: unknown, mistake: Mistake): void {
  const places = placesOf(data);
  if (places.length === 0) return;
  const [holder, key] = places[mistake.at % places.length];
  const record = holder as PlainRecord;
  const value = record[key];
  const put = (at: string, what: unknown): void => define(record, at, structuredClone(what));
  switch (mistake.kind) {
    case 'set':
      return put(key, mistake.value);
    case 'add':
      return isContainer(value) && !Array.isArray(value)
        ? define(value, mistake.key, mistake.value)
        : put(key, [value, mistake.value]);
    case 'rename':
      take(holder, key);
      return Array.isArray(holder) ? undefined : put(mistake.key, value);
    case 'remove':
      return take(holder, key);
    case 'repeat':
      return Array.isArray(holder) ? void holder.push(structuredClone(value)) : put(key, [value, value]);
    case 'swap': {
      const [other, otherKey] = places[(7 * mistake.at + 3) % places.length];
      return put(key, (other as PlainRecord)[otherKey]);
    }
    case 'scale':
      return put(key, scaled(value, mistake.factor));
    default:
      return undefined;
  }
}

function take(holder: Container, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function scaled(value: unknown, factor: number): unknown {
  const match = typeof value === 'string' || typeof value === 'number'
    ? /^([-+.\d]+(?:e[-+]?\d+)?)(.*)$/s.exec(String(value))
    : null;
  if (match === null) return value;
  const number = Number((Number(match[1]) * factor).toPrecision(6));
  return typeof value === 'number' ? number : `${number}${match[2]}`;
}
