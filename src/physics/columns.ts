import type { BoundLaw, FaceLaw } from './bound-law.js';
import type { CellProperty } from './electrolyte-state.js';
import type { Frame } from './fields/field.js';
import type { Column } from './laws/law.js';

/** Columns of numbers for the laws: see `laws/law`. */

/** Unknowns at the given places of the state. */
export const ofState = (at: Int32Array): Column => ({ at });

/** Numbers that all of `count` items share: those of an array of one change with it. */
export function ofAll<Name extends string>(count: number,
  of: Readonly<Record<Name, number | Float64Array>>): Record<Name, Column>
{
  const at = new Int32Array(count);
  const entries = Object.entries<number | Float64Array>(of);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, { at, data: typeof value === 'number' ? Float64Array.of(value) : value }]),
  ) as Record<Name, Column>;
}

/** Names of the columns of an entry: of "cByX" the value c and its slope, both with the side that they are on. */
type Names<Of extends string, Side extends string> = Of extends `${infer Value}By${infer Unknown}`
  ? `${Value}${Side}` | `${Value}${Side}By${Unknown}${Side}`
  : `${Of}${Side}`;

/** Numbers at the given places of arrays, and properties with their slopes under the names "valueByUnknown". */
export function ofArrays<Name extends string, Side extends string = ''>(at: Int32Array,
  of: Readonly<Record<Name, Float64Array | CellProperty>>, side = '' as Side): Record<Names<Name, Side>, Column>
{
  const columns: Record<string, Column> = {};
  for (const [name, from] of Object.entries<Float64Array | CellProperty>(of)) {
    if (from instanceof Float64Array) {
      columns[name + side] = { data: from, at };
      continue;
    }
    const [value, unknown] = name.split('By');
    columns[value + side] = { data: from.value, at };
    columns[`${value}${side}By${unknown}${side}`] = { data: from.slope, at };
  }
  return columns;
}

/** Unknowns of fields of the cells, by their keys. */
export function ofFields<Name extends string, Side extends string = ''>({ layout: { index, size, rowOf } }: Frame,
  cells: Int32Array, of: Readonly<Record<Name, string>>, side = '' as Side): Record<`${Name}${Side}`, Column>
{
  const column = (key: string): Column => ofState(cells.map((c) => index[size * c + rowOf(key)]));
  return Object.fromEntries(Object.entries<string>(of).map(([name, key]) => [name + side, column(key)])) as Record<
    `${Name}${Side}`,
    Column
  >;
}

/**
 * What a law of faces reads: fields and properties of both cells, those of the owner with names that end in O, those of the neighbour in N,
 * and the geometry.
 */
export function ofBothSides<Field extends string, Name extends string>(frame: Frame, faces: Int32Array,
  fields: Readonly<Record<Field, string>>, properties: Readonly<Record<Name, Float64Array | CellProperty>>)
{
  const { faces: { owner, neighbour, area, ownerDistance, neighbourDistance } } = frame.model.mesh;
  const [own, other] = [faces.map((f) => owner[f]), faces.map((f) => neighbour[f])];
  return {
    ...ofFields(frame, own, fields, 'O'),
    ...ofArrays(own, properties, 'O'),
    ...ofFields(frame, other, fields, 'N'),
    ...ofArrays(other, properties, 'N'),
    ...ofArrays(faces, { area, dO: ownerDistance, dN: neighbourDistance, contact: frame.model.ionicContact }),
  };
}

/** Number of item i by a function. */
export const indices = (count: number, at: (item: number) => number): Int32Array =>
  Int32Array.from({ length: count }, (_, i) => at(i));

type Loop = (first: number, last: number, y: Float64Array, out: Float64Array) => void;

/** A law of `count` items with so many values and unknowns, whose loop is `run`. */
export function bound(count: number, values: number, seeds: number, run: Loop): BoundLaw {
  const stride = values * (1 + seeds);
  const out = new Float64Array(stride * count);
  return { count, values, stride, out, run: (first, last, y) => run(first, last, y, out) };
}

/** A law of faces whose slopes on either side are by `columns`. */
export const faceLaw = (faces: Int32Array, values: number, rows: readonly number[], columns: readonly number[],
  run: Loop): FaceLaw => ({ ...bound(faces.length, values, 2 * columns.length, run), faces, rows, columns });
