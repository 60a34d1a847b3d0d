import { units } from '../units/document-units.js';
import { formatNumber, parseQuantity } from '../units/quantity.js';
import { entryOf, field, type FieldInfo } from './fields/field.js';
import { eachOf, type Reading, refused } from './fields/reading.js';
import type { FieldOf } from './fields/written-types.js';
import type { Rate, RateOfCell } from './protocol.js';
import { wording } from './wording.js';

/** Bounds of the table: C-rates, and current densities [A m^-2] of the same span. */
const cRates = { min: 1e-4, max: 1000, words: 'from C/10000 to 1000C' };
const currents = { min: 1e-5, max: 1e5, words: 'from 1e-6 mA/cm^2 to 10000 mA/cm^2' };

/** The table's words for the range of a current. */
export const currentRange = cRates.words;

/** Between the current per area and that of the cell as the case has it. */
export const asWritten = ' = ';

const multiple = /^(\d+\.?\d*|\.\d+)?\s*C\s*(?:\/\s*(\d+\.?\d*))?$/;
export const rateJson = { type: 'string', description: 'C-rate or current density',
  examples: ['C/3', '1C', '2 mA/cm^2'] };

/** A rate, or "0.4 mA": what only a cell with an area makes a rate. */
export function readRateOfCell(input: unknown): Reading<RateOfCell> {
  const written = typeof input === 'string' ? input.trim() : '';
  const current = parseQuantity(written, 'current');
  return current.ok && current.value > 0
    ? { ok: true, value: { kind: 'current', value: current.value, written } }
    : readRate(input);
}

/** "C/3", "1C", "0.5C" or a current density with its unit; always positive. */
export function readRate(input: unknown): Reading<Rate> {
  const meant = typeof input === 'number' ? `${input}C` : String(input).replace(/^C\s*(?=\d+$)/, 'C/');
  const expected = { expected: 'a rate such as "C/3", "1C" or "2 mA/cm^2"',
    remedy: `write e.g. ${multiple.test(meant) ? meant : 'C/3'}` };
  if (typeof input !== 'string')
    return refused({ ...wording.wrongType(expected.expected, input, 'C/3'), ...expected, code: 'wrong-unit' });
  const match = multiple.exec(input.trim());
  if (match !== null) {
    const value = Number(match[1] ?? 1) / Number(match[2] ?? 1);
    if (!inRange(value, cRates)) return refused(wording.outOfRange('a C-rate', cRates.words, input));
    const rate = { kind: 'cRate', value } as const;
    const written = input.replaceAll(/\s/g, '');
    return { ok: true, value: formatRate(rate) === written ? rate : { ...rate, written } };
  }
  const [perArea, written] = input.split(asWritten);
  const current = parseQuantity(perArea, 'currentDensity');
  if (!current.ok) {
    const isCurrentOfCell = parseQuantity(input, 'current').ok;
    return refused(wording.wrongUnit({ ...current, ...expected, ...(isCurrentOfCell
      && { remedy: 'write it per area, or give the area: cell: {format: pellet, diameter: 10 mm}' }) }));
  }
  if (!inRange(current.value, currents)) return refused(wording.outOfRange('a current density', currents.words, input));
  return { ok: true,
    value: { kind: 'currentDensity', value: current.value, ...(written !== undefined && { written }) } };
}

const inRange = (value: number, { min, max }: { min: number; max: number }): boolean => value >= min && value <= max;

/** "C/3", "2C" or "2 mA/cm2": the text of a rate in ledger, card, figure and table, as the case has it; else of a fraction the exact spelling. */
export function formatRate(rate: RateOfCell): string {
  const { kind, value } = rate;
  if (rate.written !== undefined) return rate.written;
  if (kind === 'currentDensity') return `${formatNumber(value / units.mA_cm2, 4)} mA/cm2`;
  const inverse = Number((1 / value).toPrecision(9));
  const isFraction = Number.isInteger(inverse) || (!isShort(value) && isShort(inverse));
  return value < 1 && isFraction ? `C/${inverse}` : `${formatNumber(value, 4)}C`;
}

/** Whether two rates are the same, whatever they are called. */
export const isSameRate = (one: RateOfCell, other: Rate): boolean =>
  (one.kind === other.kind && one.value === other.value) || (one.kind === 'current' && one.written === other.written);

/** At most two digits after the point. */
const isShort = (value: number): boolean => Number(value.toFixed(2)) === Number(value.toPrecision(9));

/** A list of rates; each bad entry is a problem of its own. */
export function rateList<const Info extends FieldInfo>(info: Info): FieldOf<readonly Rate[], readonly string[], Info> {
  return field<readonly Rate[], readonly string[], Info>({
    info,
    example: '[C/10, 1C]',
    range: cRates.words,
    written: 'list of rates',
    entries: entryOf(info.label, readRates, (rates) => rates.map(formatRate).join(', ')),
    json: { description: info.label, type: 'array', minItems: 1, items: rateJson },
  }, readRates);
}

function readRates(input: unknown): Reading<readonly Rate[]> {
  if (!Array.isArray(input)) return refused(wording.wrongType('a list of rates', input, '[C/10, 1C]'));
  if (input.length === 0) return refused(wording.emptyList('rates'));
  return eachOf(input as readonly unknown[], (_, i) => i, readRate);
}
