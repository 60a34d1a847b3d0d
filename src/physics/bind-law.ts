import type { ScalarFunction } from '../materials/material.js';
import type { BoundLaw, FluxLaw, PlacedLaw } from './bound-law.js';
import type { CellModel } from './cell-model.js';
import type { CellProperty } from './electrolyte-state.js';
import type { Frame } from './fields/field.js';
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

/** Items that are numbered as their cells are. */
export const inCells = (cell: Int32Array): Items => ({ cell, item: indices(cell.length, (i) => i) });

const symbolOf = (name: string): string => name.replace(/[ON]$/, '');
const sideOf = (name: string): 0 | 1 => (name.endsWith('N') ? 1 : 0);
const capital = (name: string): string => name[0].toUpperCase() + name.slice(1);

/** A law with its columns of numbers; `frame` has the unknowns that are given by a symbol. */
export function bindLaw<Needs>(law: DerivedLaw<Needs>, items: Items, given: LawInputs, frame?: Frame): BoundLaw {
  const count = items.cell.length;
  const of = columnsOf(law, items, given, frame) as Needs;
  const stride = law.values * (1 + law.unknowns.length);
  const out = new Float64Array(stride * count);
  return { count, values: law.values, stride, out, run: (first, last, y) => law.run(first, last, y, of, out) };
}

/** The same with the places of its unknowns; properties of the electrolyte are given unasked. */
export function placeLaw<Needs>(law: DerivedLaw<Needs>, items: Items, own: LawInputs, frame: Frame): PlacedLaw {
  const { concentration: c, conductivity: kappa, diffusivity, transference, thermodynamicFactor, reference,
    thermalVoltage } = frame.state.electrolyte;
  const given: LawInputs = { c, kappa, diffusivity, transference, thermodynamicFactor, reference, thermalVoltage,
    ...own };
  const columnOf = (name: string): number => {
    const from = given[name] ?? given[symbolOf(name)] ?? symbolOf(name);
    return typeof from === 'string' ? frame.layout.columnOf(from) : -1;
  };
  const unknowns = law.unknowns.map((name) => ({ side: sideOf(name), column: columnOf(name) }));
  const { cell, across } = items;
  return { ...bindLaw(law, items, given, frame), cell, ...(across && { across }), unknowns };
}

/** A law of fluxes through faces, in the rows of the fields of those symbols. */
export function onFaces<Needs>(frame: Frame, law: DerivedLaw<Needs>, faces: Int32Array, rows: readonly string[],
  given: LawInputs): FluxLaw
{
  const { faces: { owner, neighbour, area, ownerDistance, neighbourDistance } } = frame.model.mesh;
  const items = { cell: faces.map((f) => owner[f]), item: faces,
    across: { cell: faces.map((f) => neighbour[f]), face: faces } };
  const all = { area, dO: ownerDistance, dN: neighbourDistance, contact: frame.model.ionicContact, ...given };
  return { ...placeLaw(law, items, all, frame), rows: rowsOf(frame, rows) };
}

/** A law of what leaves single cells, from the rows of the fields of those symbols. */
export const onCells = <Needs>(frame: Frame, law: DerivedLaw<Needs>, cells: Int32Array, rows: readonly string[],
  given: LawInputs): FluxLaw => ({ ...placeLaw(law, inCells(cells), given, frame), rows: rowsOf(frame, rows) });

const rowsOf = ({ layout }: Frame, symbols: readonly string[]): number[] =>
  symbols.map((symbol) => layout.columnOf(symbol));

function columnsOf({ needs }: DerivedLaw, items: Items, given: LawInputs, frame: Frame | undefined): unknown {
  const of: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(needs)) {
    const from = given[name] ?? given[symbolOf(name)] ?? (kind === 'unknown' ? symbolOf(name) : undefined);
    if (from === undefined) throw new Error(`a law needs ${name}`);
    const at = sideOf(name) === 1 && items.across ? items.across.cell : items.cell;
    if (kind === 'other') of[name] = from;
    else if (kind === 'unknown') of[name] = unknownColumn(from, at, frame);
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

function unknownColumn(from: LawInputs[string], cells: Int32Array, frame: Frame | undefined): Column {
  if (typeof from !== 'string' || !frame) return oneNumber(from, cells.length);
  const { layout: { columnOf, size, index, surface }, state: { electrode } } = frame;
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

/** Faces between two cells, and of them those where a condition holds. */
export const facesWhere = ({ mesh: { faces: { count, owner, neighbour } } }: CellModel,
  holds: (owner: number, neighbour: number, face: number) => boolean): Int32Array =>
  indices(count, (f) => f).filter((f) => holds(owner[f], neighbour[f], f));
