import type { FaceList } from '../mesh/cell-mesh.js';
import type { BlockLayout } from './block-layout.js';
import type { BoundLaw, CellLaw, FaceLaw } from './bound-law.js';

/** Slopes J of the rows of each cell by its own columns, and of both cells of a face by those of the other; `size` x `columns`. */
export interface Slopes {
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** All of them, one behind the other. */
  readonly slopes: Float64Array;
}

/**
 * A law with the places of its numbers. A flux leaves one row and enters another, a slope is added to one entry of J and taken from another;
 * of a cell nothing is taken.
 */
export interface MeshPass<Law extends BoundLaw = BoundLaw> {
  readonly law: Law;
  readonly values: Places;
  readonly slopes: Places;
}

interface Places {
  readonly source: Int32Array;
  readonly plus: Int32Array;
  readonly minus: Int32Array;
}

/** Where the first of `diagonal`, `lower` and `upper` stand among all slopes. */
const starts = ({ diagonal, lower, upper, slopes }: Slopes): number[] =>
  [diagonal, lower, upper].map(({ byteOffset }) => (byteOffset - slopes.byteOffset) / Float64Array.BYTES_PER_ELEMENT);

/** Where the fluxes and slopes of a face law go. */
export function facePass(law: FaceLaw, { size, columns, index }: BlockLayout, { owner, neighbour }: FaceList,
  slopes: Slopes): MeshPass<FaceLaw>
{
  const { rows, columns: by, values, stride } = law;
  const width = by.length;
  const [first, below, above] = starts(slopes);
  const fluxes: Place[] = [];
  const entries: Place[] = [];
  law.faces.forEach((f, i) =>
    rows.forEach((row, r) => {
      const [o, n] = [owner[f], neighbour[f]];
      const block = (cellOrFace: number, column: number): number => (size * cellOrFace + row) * columns + column;
      fluxes.push([stride * i + r, index[size * o + row], index[size * n + row]]);
      by.forEach((q, a) => {
        if (q < 0) return;
        const own = stride * i + values + 2 * r * width + a;
        entries.push([own, first + block(o, q), below + block(f, q)]);
        entries.push([own + width, above + block(f, q), first + block(n, q)]);
      });
    })
  );
  return { law, values: places(fluxes), slopes: places(entries) };
}

/** The same of a law of cells. */
export function cellPass(law: CellLaw, { size, columns, index }: BlockLayout, slopes: Slopes): MeshPass<CellLaw> {
  const [first] = starts(slopes);
  const leaving: Place[] = [];
  const entries: Place[] = [];
  law.cells.forEach((cell, i) =>
    law.rows.forEach((row, r) => {
      const own = law.stride * i + law.values + r * law.columns.length;
      leaving.push([law.stride * i + r, index[size * cell + row]]);
      law.columns.forEach((q, a) => q >= 0 && entries.push([own + a, first + (size * cell + row) * columns + q]));
    })
  );
  return { law, values: places(leaving), slopes: places(entries) };
}

type Place = readonly [source: number, plus: number, minus?: number];

const places = (list: readonly Place[]): Places => ({
  source: Int32Array.from(list, ([source]) => source),
  plus: Int32Array.from(list, ([, plus]) => plus),
  minus: Int32Array.from(list.filter(([, , minus]) => minus !== undefined), ([, , minus = -1]) => minus),
});

/** Evaluates a law into the residual, and into J where its slopes are asked for. `known`: what it returns at y, where that is there. */
export function evaluatePass({ law, values, slopes }: MeshPass, y: Float64Array, out: Float64Array,
  into: Float64Array | undefined, known?: Float64Array): void
{
  if (!known) law.run(0, law.count, y);
  scatter(known ?? law.out, values, out);
  if (into) scatter(law.out, slopes, into);
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
