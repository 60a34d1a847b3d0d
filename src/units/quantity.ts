import { conversionOf, round15 } from './conversion.js';
import { type DimensionName, dimensions } from './dimension.js';
import type { Misfit, Result } from './result.js';

/** A number in SI, or why the text is none: an answer, never a throw. */
export type QuantityReading = Result<{ value: number }, Misfit>;

const numberAndUnit = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*)$/s;

/** A number as a case has it: what JavaScript calls Infinity is `.inf` there. */
export const writtenNumber = (input: unknown): string =>
  String(input).replace('Infinity', '.inf').replace('NaN', '.nan');

/** A number with its unit, which may be empty. */
export interface Amount {
  readonly value: number;
  readonly unit: string;
}

/** A number with the unit behind it, as written; undefined for anything else. */
export function splitQuantity(input: unknown): Amount | undefined {
  if (typeof input !== 'number' && typeof input !== 'string') return undefined;
  const [, number, unit] = numberAndUnit.exec(String(input).trim().replace(/^−/, '-')) ?? [];
  return Number.isFinite(Number(number)) ? { value: Number(number), unit } : undefined;
}

/** Reads "77 um" as SI of the expected dimension. A bare number is a fraction or dimensionless, nothing else. */
export function parseQuantity(input: string | number, dimension: DimensionName): QuantityReading {
  const split = splitQuantity(input);
  const conversion = split && conversionOf(split.unit, dimension);
  return split && conversion
    ? { ok: true, value: round15(split.value * conversion.factor + conversion.offset) }
    : refuse(input, dimension);
}

function refuse(input: string | number, dimension: DimensionName): QuantityReading {
  const { words, example, unitWords } = dimensions[dimension];
  // three digits behind a comma may be thousands
  const withPoint = String(input).replace(/^(\s*[+-]?\d+),(?=\d+)(?!\d{3}(?!\d))/, '$1.');
  const isComma = withPoint !== input && parseQuantity(withPoint, dimension).ok;
  return {
    ok: false,
    expected: `${words} such as "${example}"`,
    received: typeof input === 'number' ? `${writtenNumber(input)} without a unit` : `"${input}"`,
    remedy: isComma ? `write a decimal point: ${withPoint}` : `write ${unitWords}, e.g. ${example}`,
  };
}

/** The ends of what is admissible, as a table writes them; open where there is none. */
export interface QuantityBounds {
  readonly min?: string | number;
  readonly max?: string | number;
}

/** Of the bounds of the tables, which stay as they are. */
const knownBounds = new WeakMap<QuantityBounds, readonly [number, number]>();

/** Both ends in SI; one that cannot be read is a mistake of the table. */
export function boundsOf(bounds: QuantityBounds, dimension: DimensionName): readonly [low: number, high: number] {
  const known = knownBounds.get(bounds);
  if (known !== undefined) return known;
  const end = (text: string | number): number => {
    const reading = parseQuantity(text, dimension);
    if (!reading.ok) throw new Error(`bound ${text} of a table is not ${reading.expected}`);
    return reading.value;
  };
  const ends = [bounds.min === undefined ? -Infinity : end(bounds.min),
    bounds.max === undefined ? Infinity : end(bounds.max)] as const;
  knownBounds.set(bounds, ends);
  return ends;
}

/** An SI number in the unit shown to people, and that unit (empty for plain numbers). */
export function toDisplay(si: number, dimension: DimensionName): Amount {
  const { display, larger } = dimensions[dimension];
  const unit = larger !== undefined && si >= larger.from ? larger.unit : display;
  const conversion = conversionOf(unit, dimension);
  if (conversion === undefined) throw new Error(`display unit of ${dimension} is not one of its units`);
  return { value: round15((si - conversion.offset) / conversion.factor), unit };
}

/** "77 um" from 7.7e-5; what it prints, `parseQuantity` reads. */
export function formatQuantity(si: number, dimension: DimensionName, digits = 6): string {
  const { value, unit } = toDisplay(si, dimension);
  return `${formatNumber(value, digits)} ${unit}`.trim();
}

/** "12.3 %" from 0.1234. */
export const percent = (share: number, digits = 3): string => `${formatNumber(100 * share, digits)} %`;

/** The shortest text of a number at the given significant digits. */
export function formatNumber(value: number, digits = 6): string {
  return String(Number(value.toPrecision(digits)));
}
