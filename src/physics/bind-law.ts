import type { ScalarFunction } from '../materials/material.js';
import type { BlockLayout } from './block-layout.js';
import type { BoundLaw, PlacedLaw } from './bound-law.js';
import type { CellProperty } from './electrolyte-state.js';
import type { Kinetics } from './interface-kinetics.js';
import type { Column, DerivedLaw } from './laws/law.js';
import { indices } from './unknowns.js';

/**
 * Puts a law on the mesh by the names of its parameters. Those that end in O are of the owner of a face, those that end in N of its
 * neighbour; without that letter a name is the symbol of an unknown (`phiE`, `phiS`, `x`, `s`, `mean`, that of an own field) or what is
 * among the `LawInputs`.
 */

/**
 * What parameters of a law are, by their names with or without O or N:
 *
 *   an unknown      the symbol of another one, its places in the state, or one number
 *   what follows    a property of the cells
 *   a number        an array over the items (over all faces of the mesh for a law of faces), or one number
 *   the same        one number; an array of one where it changes, or its place in the state
 */
export type LawInputs = Readonly<
  Record<string, string | number | Int32Array | Float64Array | CellProperty | ScalarFunction | Kinetics>
>;

/** What a law is put on: cells, the other cells of faces, and the places of the numbers of an item. */
export interface Items {
  readonly cell: Int32Array;
  readonly across?: PlacedLaw['across'];
  readonly item: Int32Array;
}

/** Where the unknowns of the cells stand, and the stoichiometries at the surfaces of networks, which follow from them. */
export interface UnknownPlaces {
  readonly layout: BlockLayout;
  readonly state: { readonly electrode: { readonly surface: Float64Array } };
}

/** Items that are numbered as their cells are. */
export const inCells = (cell: Int32Array): Items => ({ cell, item: indices(cell.length, (i) => i) });

export const symbolOf = (name: string): string => name.replace(/[ON]$/, '');
export const sideOf = (name: string): 0 | 1 => (name.endsWith('N') ? 1 : 0);
const capital = (name: string): string => name[0].toUpperCase() + name.slice(1);

/** A law with its columns of numbers; `places` are those of the unknowns that are given by a symbol. */
export function bindLaw<Needs>(law: DerivedLaw<Needs>, items: Items, given: LawInputs,
  places?: UnknownPlaces): BoundLaw
{
  const count = items.cell.length;
  const of = columnsOf(law, items, given, places) as Needs;
  const stride = law.values * (1 + law.unknowns.length);
  const out = new Float64Array(stride * count);
  return { count, values: law.values, stride, out, run: (first, last, y) => law.run(first, last, y, of, out) };
}

function columnsOf({ needs }: DerivedLaw, items: Items, given: LawInputs, places: UnknownPlaces | undefined): unknown {
  const of: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(needs)) {
    const from = given[name] ?? given[symbolOf(name)] ?? (kind === 'unknown' ? symbolOf(name) : undefined);
    if (from === undefined) throw new Error(`a law needs ${name}`);
    const at = sideOf(name) === 1 && items.across ? items.across.cell : items.cell;
    if (kind === 'other') of[name] = from;
    else if (kind === 'unknown') of[name] = unknownColumn(from, at, places);
    else if (kind === 'number') of[name] = numberColumn(from, items.item);
    else if (kind === 'same') of[name] = oneNumber(from, at.length);
    else {
      const { value, slope, first = 0 } = from as CellProperty;
      const places = first === 0 ? at : at.map((cell) => cell - first);
      of[name] = { data: value, at: places };
      of[`${name}By${capital(kind)}`] = { data: slope, at: places };
    }
  }
  return of;
}

function unknownColumn(from: LawInputs[string], cells: Int32Array, places: UnknownPlaces | undefined): Column {
  if (typeof from !== 'string' || !places) return oneNumber(from, cells.length);
  const { layout: { columnOf, size, index, surface }, state: { electrode } } = places;
  const column = columnOf(from);
  if (column < 0) throw new Error(`a law needs ${from}`);
  return column === surface
    ? { data: electrode.surface, at: cells }
    : { at: cells.map((c) => index[size * c + column]) };
}

/** Numbers of a law stand at one place, so that one number stands at all of them. */
const numberColumn = (from: LawInputs[string], at: Int32Array): Column => ({
  at,
  data: from instanceof Float64Array ? from : new Float64Array(Math.max(0, ...at) + 1).fill(from as number),
});

function oneNumber(from: LawInputs[string], count: number): Column {
  if (from instanceof Int32Array) return { at: from };
  return { at: new Int32Array(count), data: from instanceof Float64Array ? from : Float64Array.of(from as number) };
}
