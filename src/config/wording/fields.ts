import type { Wording } from '../loaded-case.js';
import { nearest } from '../nearest.js';
import { quoted } from '../printable.js';
import { quoteRaw } from '../raw.js';

/** Sentences about one key, whatever it means. */
export const ofFields = {
  missing: (what: string, line: string): Wording => ({
    code: 'missing-key',
    expected: what,
    received: 'nothing',
    remedy: `add "${line}"`,
  }),
  missingOneOf: (keys: readonly string[]): Wording => ({
    code: 'missing-key',
    expected: `one of ${keys.join(', ')}`,
    received: 'none of them',
    remedy: 'add one',
  }),
  unknownKey: (key: string, known: readonly string[]): Wording => {
    const meant = nearest(key, known);
    const remedy = meant === undefined ? `known keys: ${known.join(', ')}` : `did you mean "${meant}"?`;
    return { code: 'unknown-key', expected: 'a known key', received: quoted(key), remedy };
  },
  wrongType: (expected: string, raw: unknown, example: string): Wording => ({
    code: 'wrong-type',
    expected,
    received: quoteRaw(raw),
    remedy: `write e.g. ${example}`,
  }),
  wrongUnit: (reading: { expected: string; received: string; remedy: string }): Wording => ({
    code: 'wrong-unit',
    expected: reading.expected,
    received: reading.received.length > 62 ? quoted(reading.received.slice(1)) : reading.received,
    remedy: reading.remedy,
  }),
  outOfRange: (what: string, range: string, raw: unknown): Wording => ({
    code: 'out-of-range',
    expected: `${what} ${range}`,
    received: quoteRaw(raw),
    remedy: 'choose a value in this range',
  }),
  emptyList: (what: string): Wording => ({
    code: 'out-of-range',
    expected: `a list of ${what}`,
    received: 'an empty list',
    remedy: 'add at least one entry',
  }),
  tableNotRising: (at: number): Wording => ({
    code: 'out-of-range',
    expected: 'a table with rising arguments',
    received: `row ${at + 1} not above the row before`,
    remedy: 'sort the rows and remove double ones',
  }),
  onlyOneOf: (keys: readonly string[], found: readonly string[]): Wording => ({
    code: 'contradiction',
    expected: `only one of ${keys.join(', ')}`,
    received: found.join(' and '),
    remedy: 'remove all but one',
  }),
  rangeWithoutValue: (raw: unknown): Wording => ({
    code: 'contradiction',
    expected: 'a range [low, high] that holds the value',
    received: Array.isArray(raw) ? `[${raw.map(String).join(', ')}]` : quoteRaw(raw),
    remedy: 'put the lower end first and the value between the two',
  }),
  assumedAndFitted: (): Wording => ({
    code: 'contradiction',
    expected: 'either assumed or fitted',
    received: 'both',
    remedy: 'remove one mark',
  }),
};
