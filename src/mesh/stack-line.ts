import type { RegionName } from './column-mesh.js';
import { symmetricWidths } from './grading.js';
import type { IntervalRegion } from './interval-mesh.js';

/** The line through the thickness that columns stand along: widths of its cells, and the layer that each belongs to. */
export interface StackLine {
  readonly widths: Float64Array;
  /** Index into `names`. */
  readonly layerOf: Int32Array;
  readonly names: readonly RegionName[];
  /** Depth of the middle of each cell [m]. */
  readonly centre: Float64Array;
}

/** Layers one after the other, each divided symmetrically as in one dimension. */
export function stackLine(parts: readonly IntervalRegion[]): StackLine {
  return lineOf(parts, parts.map(({ thickness, cells, grading }) => symmetricWidths(thickness, cells, grading)));
}

/** Layers one after the other, divided as given. */
export function lineOf(parts: readonly Pick<IntervalRegion, 'name' | 'kind'>[],
  widths: readonly Float64Array[]): StackLine
{
  const all = Float64Array.from(widths.flatMap((own) => [...own]));
  let x = 0;
  return {
    widths: all,
    layerOf: Int32Array.from(widths.flatMap((own, layer) => Array.from(own, () => layer))),
    names: parts.map(({ name, kind }, i): RegionName => ({ name, kind,
      layer: parts.slice(0, i).filter((before) => before.kind === kind).length })
    ),
    centre: all.map((width) => (x += width) - width / 2),
  };
}
