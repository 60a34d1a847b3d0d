import { formatRate } from '../config/rate.js';
import { fromNothing } from '../results/limit-labels.js';

/** Numbers as text; a dash where a number is not defined. */

export const dash = '–';

export function fixed(value: number | null, digits: number): string {
  if (value === null || !Number.isFinite(value)) return dash;
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** Three significant digits without an exponent from 0.001 to 100000. */
export function significant(value: number | null, digits = 3): string {
  if (value === null || !Number.isFinite(value)) return dash;
  if (value === 0) return '0';
  const size = Math.floor(Math.log10(Math.abs(value)));
  if (size < -3 || size > 5) return value.toExponential(digits - 1);
  return value.toFixed(Math.max(0, digits - 1 - size));
}

/** Rounded to significant digits, those before the point as well: 384 to two is 380. */
export function rounded(value: number, digits: number): string {
  if (value === 0 || !Number.isFinite(value)) return value === 0 ? '0' : dash;
  const places = digits - 1 - Math.floor(Math.log10(Math.abs(Number(value.toPrecision(digits)))));
  return Number(value.toPrecision(digits)).toFixed(Math.max(0, places));
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** An interval wider than this share of the value supports two digits, a narrower one three. */
const wide = 0.1;

/**
 * "4.4 (3.1 to 4.6)" with the digits that the range supports; "3.1 to 4.6" where no single number can be said. Rounding takes no end above
 * `most`, which the range does not pass: 185 of 185 is no 190.
 */
export function withRange(value: number | null, range: Range | null | undefined, single = true,
  most = Infinity): string
{
  if (value === null || !range) return dash;
  const { low, high } = range;
  const supported = high - low > wide * Math.abs(high) ? 2 : 3;
  const digits = high <= most && Number(rounded(high, supported)) > most ? supported + 1 : supported;
  const ends = `${rounded(low, digits)} to ${rounded(high, digits)}`;
  return single ? `${rounded(value, digits)} (${ends})` : ends;
}

export function percent(value: number | null, digits = 0): string {
  return value === null || !Number.isFinite(value) ? dash : `${fixed(100 * value, digits)} %`;
}

/** "+12 %", "×76" from ten times as much on; a cell that delivers nothing as it is gains from nothing. */
export function gainText(gain: number, digits = 0): string {
  if (gain >= fromNothing) return 'from nothing';
  if (gain >= 9) return `×${rounded(1 + gain, 2)}`;
  const size = percent(Math.abs(gain), digits);
  return `${Number.parseFloat(size) === 0 ? '' : gain < 0 ? '−' : '+'}${size}`;
}

/** Largest relative errors and norms. */
export function errorText(value: number): string {
  return value === 0 ? '0' : value.toExponential(0);
}

/** 0.1 -> C/10, 1/3 -> C/3, 2 -> 2C, 1.25 -> 1.25C, 0.09848 -> 0.0985C: of a rate that follows from a current three digits are read. */
export const cRateText = (value: number): string => {
  const text = formatRate({ kind: 'cRate', value });
  return text.startsWith('C/') ? text : formatRate({ kind: 'cRate', value: Number(value.toPrecision(3)) });
};

/** A number that is no part of a name, as the 6 of "Li6PS5Cl" is. */
const numbers = /(?<![\w.])[\d.]+(e[−-]?\d+)?/g;

/** Replaces each number by "#": two sentences that differ in their numbers alone are then alike. */
export const withoutNumbers = (text: string): string => text.replaceAll(numbers, '#');
