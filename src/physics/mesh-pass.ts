import type { FaceList } from '../mesh/cell-mesh.js';
import { type BlockLayout, isPotential } from './block-layout.js';
import type { FluxLaw, PlacedLaw } from './bound-law.js';

/** Slopes J of the rows of each cell by its own columns, and of both cells of a face by those of the other; `size` x `columns`. */
export interface Slopes {
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** All of them, one behind the other. */
  readonly slopes: Float64Array;
  /**
   * Of each row, the sum of its slopes by all potentials: what passes by differences of them alone has none. Exact, where the entries of a
   * row hold it to round-off.
   */
  readonly excess: Float64Array;
}

/**
 * A law with the places of its numbers. A flux leaves one row and enters another, a slope is added to one entry of J and taken from another;
 * of a cell nothing is taken.
 */
export interface MeshPass {
  readonly law: FluxLaw;
  readonly values: Places;
  readonly slopes: Places;
  /** Of slopes by a potential that nothing is taken from. */
  readonly excess: Places;
}

interface Places {
  readonly source: Int32Array;
  readonly plus: Int32Array;
  readonly minus: Int32Array;
}

/** The cell of item i on one side. */
export const cellOf = ({ cell, across }: PlacedLaw, i: number, side: 0 | 1): number =>
  side === 1 && across ? across.cell[i] : cell[i];

/** Where the slope of a row on one side by a column on the other stands among all slopes. */
export function placeOfSlope(law: PlacedLaw, i: number, row: readonly [side: 0 | 1, row: number],
  column: readonly [side: 0 | 1, column: number], { size, columns }: BlockLayout, { owner }: FaceList,
  { diagonal, lower, upper, slopes }: Slopes): number
{
  const cell = cellOf(law, i, row[0]);
  const face = law.across?.face[i] ?? -1;
  const [block, of] = row[0] === column[0] ? [cell, diagonal] : [face, owner[face] === cell ? upper : lower];
  const start = (of.byteOffset - slopes.byteOffset) / Float64Array.BYTES_PER_ELEMENT;
  return start + (size * block + row[1]) * columns + column[1];
}

/** Where the fluxes and slopes of a law go. */
export function meshPass(law: FluxLaw, layout: BlockLayout, faces: FaceList, into: Slopes): MeshPass {
  const { rows, unknowns, values, stride, across } = law;
  const sides = across ? [0, 1] as const : [0] as const;
  const fluxes: number[][] = [];
  const entries: number[][] = [];
  const excess: number[][] = [];
  law.cell.forEach((_, i) =>
    rows.forEach((row, r) => {
      fluxes.push([stride * i + r, ...sides.map((side) => layout.index[layout.size * cellOf(law, i, side) + row])]);
      unknowns.forEach(({ side: from, column }, a) => {
        if (column < 0) return;
        const source = stride * i + values + r * unknowns.length + a;
        entries.push([source,
          ...sides.map((side) => placeOfSlope(law, i, [side, row], [from, column], layout, faces, into))]);
        if (!across && isPotential(column)) excess.push([source, layout.size * cellOf(law, i, 0) + row]);
      });
    })
  );
  return { law, values: places(fluxes), slopes: places(entries), excess: places(excess) };
}

/** From rows of source, plus and, of faces, minus. */
function places(list: readonly number[][]): Places {
  const [source, plus, minus] = [0, 1, 2].map((i) => Int32Array.from(list.flatMap((row) => row.slice(i, i + 1))));
  return { source, plus, minus };
}

/** Evaluates a law into the residual, and into J where its slopes are asked for. `known`: what it returns at y, where that is there. */
export function evaluatePass({ law, values, slopes, excess }: MeshPass, y: Float64Array, out: Float64Array,
  into: Slopes | undefined, known?: Float64Array): void
{
  if (!known) law.run(0, law.count, y);
  scatter(known ?? law.out, values, out);
  if (!into) return;
  scatter(law.out, slopes, into.slopes);
  scatter(law.out, excess, into.excess);
}

function scatter(values: Float64Array, { source, plus, minus }: Places, into: Float64Array): void {
  const shared = minus.length;
  for (let i = 0; i < shared; i++) {
    const value = values[source[i]];
    into[plus[i]] += value;
    into[minus[i]] -= value;
  }
  for (let i = shared; i < plus.length; i++) into[plus[i]] += values[source[i]];
}
