import type { CellMesh } from './cell-mesh.js';
import { columnMesh } from './column-mesh.js';
import { rectangles, strips } from './columns.js';

/** A direction along the layers, in equal cells, with walls at both ends. */
export interface Span {
  readonly cells: number;
  /** [m] */
  readonly width: number;
}

/**
 * A box: an interval mesh through the thickness, divided along one direction (2-D) or two (3-D). Cell c of the line becomes the cells
 * from c times the number of columns on, the last span running fastest; its faces come first, in the same order, then those along the
 * layers.
 */
export function boxMesh(line: CellMesh, spans: readonly Span[]): CellMesh {
  const [first = { cells: 1, width: 1 }, second] = spans as readonly (Span | undefined)[];
  const widths = ({ cells, width }: Span): Float64Array => new Float64Array(cells).fill(width / cells);
  return columnMesh({
    columns: second ? rectangles(widths(first), widths(second)) : strips(widths(first)),
    widths: line.volume,
    regions: line.regions,
    regionAt: ({ depth }) => line.region[depth],
  });
}
