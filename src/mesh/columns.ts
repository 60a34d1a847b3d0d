/**
 * The plane of the layers, divided into columns of cells. The share of a column is its section over that of the cell; two columns touch along
 * a length over the section of the cell, so that a face between two of their cells has the area of this length times the depth of the cell.
 */
export interface Columns {
  readonly count: number;
  readonly share: Float64Array;
  readonly links: readonly Link[];
  /** Section of the cell; of strips their width [m^2 or m]. */
  readonly section: number;
  /** Middle of each along y, along z [m]; of rings the distance from the axis. */
  readonly y: Float64Array;
  readonly z?: Float64Array;
  /** Points y, z of the plane [m], and those around each column: two of a strip, four of a rectangle. */
  readonly points: readonly (readonly [y: number, z: number])[];
  readonly corners: readonly (readonly number[])[];
}

/** Two columns that touch. */
export interface Link {
  readonly columns: readonly [number, number];
  /** Over the section of the cell [1/m]. */
  readonly length: number;
  /** Distances of the middles of the two from where they touch [m]. */
  readonly distances: readonly [number, number];
}

/** Strips side by side. */
export function strips(widths: Float64Array): Columns {
  const line = lineOf(widths);
  const links = Array.from({ length: line.count - 1 },
    (_, k): Link => ({ columns: [k, k + 1], length: 1 / line.section, distances: [widths[k] / 2, widths[k + 1] / 2] }));
  return { ...line, links, share: widths.map((width) => width / line.section) };
}

/**
 * Rings around an axis. The distances between two of them are logarithmic, which is exact for what passes through a ring and leaves nothing
 * there.
 */
export function rings(widths: Float64Array): Columns {
  const line = lineOf(widths);
  const outer = line.section;
  const edge = (k: number): number => line.points[k][0];
  const links = Array.from({ length: line.count - 1 }, (_, k): Link => {
    const at = edge(k + 1);
    const distances = [at * Math.log(at / line.y[k]), at * Math.log(line.y[k + 1] / at)] as const;
    return { columns: [k, k + 1], length: (2 * at) / outer ** 2, distances };
  });
  const share = Float64Array.from({ length: line.count }, (_, k) => (edge(k + 1) ** 2 - edge(k) ** 2) / outer ** 2);
  return { ...line, links, share, section: Math.PI * outer ** 2 };
}

/** Rectangles: strips along two directions, the second one running fastest. */
export function rectangles(alongY: Float64Array, alongZ: Float64Array): Columns {
  const [stripsAlongY, stripsAlongZ] = [strips(alongY), strips(alongZ)];
  const n = stripsAlongZ.count;
  const section = stripsAlongY.section * stripsAlongZ.section;
  const columns = Array.from({ length: stripsAlongY.count * n }, (_, c) => [Math.floor(c / n), c % n] as const);
  const corner = (j: number, k: number): number => j * (n + 1) + k;
  return {
    count: columns.length,
    section,
    share: Float64Array.from(columns, ([j, k]) => stripsAlongY.share[j] * stripsAlongZ.share[k]),
    y: Float64Array.from(columns, ([j]) => stripsAlongY.y[j]),
    z: Float64Array.from(columns, ([, k]) => stripsAlongZ.y[k]),
    links: [
      ...stripsAlongY.links.flatMap(({ columns: [a, b], distances }) =>
        Array.from(alongZ,
          (width, k): Link => ({ columns: [a * n + k, b * n + k], length: width / section, distances }))
      ),
      ...stripsAlongZ.links.flatMap(({ columns: [a, b], distances }) =>
        Array.from(alongY,
          (width, j): Link => ({ columns: [j * n + a, j * n + b], length: width / section, distances }))
      ),
    ],
    points: stripsAlongY.points.flatMap(([y]) => stripsAlongZ.points.map(([z]) => [y, z] as const)),
    corners: columns.map(([j, k]) => [corner(j, k), corner(j + 1, k), corner(j + 1, k + 1), corner(j, k + 1)]),
  };
}

/** Intervals one after the other, from 0 on. */
function lineOf(widths: Float64Array): Pick<Columns, 'count' | 'section' | 'y' | 'points' | 'corners'> {
  const edges = [0];
  for (const width of widths) edges.push(edges[edges.length - 1] + width);
  return {
    count: widths.length,
    section: edges[widths.length],
    y: Float64Array.from(widths, (width, k) => edges[k] + width / 2),
    points: edges.map((y) => [y, 0] as const),
    corners: Array.from(widths, (_, k) => [k, k + 1]),
  };
}
