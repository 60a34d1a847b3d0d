import { type Alternative, assumed, electronvolt, literature, millisiemensPerCentimetre as mS,
  type Property } from '../property.js';
import { sources } from '../sources.js';
import type { PrintedRow } from './printed.js';

/** Rows of the reviews as properties of the library, in SI. */

/** Columns that are numbers of a row, and one of theirs in SI. */
const inSi = {
  conductivity: mS,
  grainConductivity: mS,
  activationEnergy: electronvolt,
  grainBoundaryActivationEnergy: electronvolt,
  density: (value: number) => value * 1000,
  bulkModulus: (value: number) => value * 1e9,
  shearModulus: (value: number) => value * 1e9,
} as const;

type Column = keyof typeof inSi;

const sourceOf = ({ source, where }: PrintedRow): string => `${sources[source]}, ${where}`;

const notesOf = ({ state, temperature, note }: PrintedRow, more?: string): string =>
  [state, temperature === undefined ? undefined : `${temperature} degC`, note, more].filter(Boolean).join('; ');

/** What the rows print of a quantity, a range by its two ends. */
function printed(rows: readonly PrintedRow[], column: Column): (Alternative & { readonly value: number })[] {
  return rows.flatMap((row) => {
    const value = row[column];
    if (value === undefined) return [];
    const range = typeof value === 'number' ? undefined : `an end of ${value.join(' to ')}`;
    return (typeof value === 'number' ? [value] : value).map((one) => {
      const note = notesOf(row, range);
      return { value: inSi[column](one), source: sourceOf(row), ...(note !== '' && { note }) };
    });
  });
}

/** What the rows print, for the alternatives of a property that rests on something else. */
export const alternativesOf = (rows: readonly PrintedRow[], column: Column): readonly Alternative[] =>
  printed(rows, column);

/** The first that a row prints, what the others print beside it; undefined where none does. */
export function printedProperty(rows: readonly PrintedRow[], column: Column, choice?: string): Property | undefined {
  const [first, ...others] = printed(rows, column);
  if (first === undefined) return undefined;
  const disagree = others.some(({ value }) => Math.abs(value / first.value - 1) > 1e-6);
  const note = [first.note, disagree && choice !== undefined ? `chosen: ${choice}` : undefined].filter(Boolean)
    .join('; ');
  return literature(first.value, String(first.source), {
    ...(note !== '' && { note }),
    ...(others.length > 0 && { alternatives: others }),
  });
}

/** A property that a row prints, with what other sources say behind what other rows do. */
export function withAlternatives(property: Property | undefined, others: readonly Alternative[] = []): Property {
  if (property === undefined) throw new Error('no row prints it');
  const all = [...property.alternatives ?? [], ...others];
  return { ...property, ...(all.length > 0 && { alternatives: all }) };
}

/** Moduli and the lower end of the window, which no equation asks for. */
export function informativeProperties(rows: readonly PrintedRow[]): Readonly<Record<string, Property>> {
  const withWindow = rows.find(({ window }) => window !== undefined);
  const found = {
    bulkModulus: printedProperty(rows, 'bulkModulus'),
    shearModulus: printedProperty(rows, 'shearModulus'),
    reductionPotential: withWindow?.window
      && literature(withWindow.window[0], sourceOf(withWindow), { note: 'apparent, in a cell without carbon' }),
  };
  return Object.fromEntries(Object.entries(found).flatMap(([name, property]) => property ? [[name, property]] : []));
}

/** Upper ends of the windows that rows print: apparent, because their cells hold no carbon. */
export const apparentOxidation = (rows: readonly PrintedRow[]): readonly Alternative[] =>
  rows.flatMap((row) =>
    row.window === undefined
      ? []
      : [{ value: row.window[1], source: sourceOf(row), note: 'apparent, in a cell without carbon' }]
  );

/** The temperature that the first row with a conductivity was measured at. */
export function printedTemperature(rows: readonly PrintedRow[]): Property | undefined {
  const row = rows.find(({ conductivity }) => conductivity !== undefined);
  return row?.temperature === undefined ? undefined : literature(row.temperature + 273.15, sourceOf(row));
}

/** A density that no row prints. */
export const assumedDensity = (value: number): Property =>
  assumed(value * 1000, 'no review prints it: of its relatives, from memory', {
    spread: { low: value * 900, high: value * 1100 },
  });
