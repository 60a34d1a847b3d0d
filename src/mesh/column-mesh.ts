import type { BoundaryFaces, CellMesh, MeshRegion, MeshShape } from './cell-mesh.js';
import type { Columns } from './columns.js';
import { endFaces, faceList, type OwnedFace } from './face-lists.js';

/** Place of a cell: its cell on the line through the thickness, and its column. */
export interface Place {
  readonly depth: number;
  readonly column: number;
}

/** What a region is called and which layer it belongs to. */
export type RegionName = Pick<MeshRegion, 'name' | 'kind' | 'layer' | 'part'>;

/** A line through the thickness times columns, each place of it in one of the regions, or in none. */
export interface ColumnMeshPlan {
  readonly columns: Columns;
  /** Width of each cell of the line [m]. */
  readonly widths: Float64Array;
  /** Names in the order of `CellMesh.regions`. */
  readonly regions: readonly RegionName[];
  /** Index of the region at a place; -1: there is nothing. */
  readonly regionAt: (place: Place) => number;
  /** The cathode's collector; absent: every last cell of the line that conducts electrons. */
  readonly collector?: readonly TabFace[];
  /** Slant of a face at an inclined interface, see `CellMesh.slant`. */
  readonly slant?: (owner: Place, neighbour: Place) => number;
}

/** A face of a tab at the last cell of its column: its share of all of them, and d such that share/d is area over distance [m]. */
export interface TabFace {
  readonly column: number;
  readonly share: number;
  readonly distance: number;
}

interface Face extends OwnedFace {
  readonly slant: number;
}

/**
 * A mesh of columns. Cells are numbered region by region, from the anode to the collector in each; what holds nothing is left out, and is a wall
 * to its neighbours. Areas and volumes are per unit of cell area.
 */
export function columnMesh(plan: ColumnMeshPlan): CellMesh {
  const { columns, widths, regions } = plan;
  const places = placesOf(plan);
  const cellAt = new Int32Array(widths.length * columns.count).fill(-1);
  places.forEach(({ depth, column }, cell) => (cellAt[depth * columns.count + column] = cell));
  const start = startsOf(widths);
  const volume = Float64Array.from(places, ({ depth, column }) => widths[depth] * columns.share[column]);
  const region = Int32Array.from(places, plan.regionAt);
  const faces = facesOf(plan, cellAt);
  return {
    cells: places.length,
    centre: Float64Array.from(places, ({ depth }) => start[depth] + widths[depth] / 2),
    volume,
    region,
    regions: regions.map(({ name, kind, layer, part }, r): MeshRegion => {
      const first = region.indexOf(r);
      const last = region.lastIndexOf(r);
      const own = volume.subarray(first, last + 1);
      return { name, kind, layer, ...(part && { part }), first, last,
        start: meanStart(places.slice(first, last + 1), start, columns.share),
        thickness: own.reduce((sum, one) => sum + one, 0) };
    }),
    faces: faceList(faces),
    boundaries: {
      anode: outerFaces(plan, cellAt, 0),
      collector: plan.collector
        ? tabs(plan.collector, plan, cellAt)
        : outerFaces(plan, cellAt, widths.length - 1, conducts(plan)),
    },
    ...(plan.slant && { slant: Float64Array.from(faces, ({ slant }) => slant) }),
    shape: shapeOf(columns, start, places),
  };
}

function placesOf({ columns, widths, regions, regionAt }: ColumnMeshPlan): Place[] {
  const byRegion: Place[][] = regions.map(() => []);
  for (let depth = 0; depth < widths.length; depth++) {
    for (let column = 0; column < columns.count; column++) {
      const r = regionAt({ depth, column });
      if (r >= 0) byRegion[r].push({ depth, column });
    }
  }
  return byRegion.flat();
}

/** Where a region begins, on average over its columns. */
function meanStart(places: readonly Place[], start: Float64Array, share: Float64Array): number {
  const first = new Map<number, number>();
  for (const { depth, column } of places) if (!first.has(column)) first.set(column, start[depth]);
  let [sum, area] = [0, 0];
  first.forEach((x, column) => {
    sum += share[column] * x;
    area += share[column];
  });
  return sum / area;
}

/** Where each cell of the line begins, and where the last one ends. */
function startsOf(widths: Float64Array): Float64Array {
  const start = new Float64Array(widths.length + 1);
  widths.forEach((width, i) => (start[i + 1] = start[i] + width));
  return start;
}

/** Faces through the thickness first. A foil is one potential across: the middle of its cell counts as its surface. */
function facesOf(plan: ColumnMeshPlan, cellAt: Int32Array): Face[] {
  const { columns: { count, share, links }, widths, slant, regions, regionAt } = plan;
  const faces: Face[] = [];
  const add = (from: Place, to: Place, geometry: Omit<Face, 'owner' | 'neighbour' | 'slant'>): void => {
    const [owner, neighbour] = [from, to].map(({ depth, column }) => cellAt[depth * count + column]);
    if (owner >= 0 && neighbour >= 0)
      faces.push({ owner, neighbour, ...geometry, slant: slant?.(from, to) ?? 1 });
  };
  const isFoil = (place: Place): boolean => regions[regionAt(place)]?.part === 'foil';
  for (let depth = 0; depth + 1 < widths.length; depth++) {
    for (let column = 0; column < count; column++) {
      const to = { depth: depth + 1, column };
      add({ depth, column }, to, { area: share[column], ownerDistance: widths[depth] / 2,
        neighbourDistance: isFoil(to) ? 0 : widths[depth + 1] / 2 });
    }
  }
  for (const { columns: [a, b], length, distances: [ownerDistance, neighbourDistance] } of links) {
    widths.forEach((width, depth) =>
      add({ depth, column: a }, { depth, column: b }, { area: length * width, ownerDistance, neighbourDistance })
    );
  }
  return faces;
}

/** Whether a place has electrons: channels of electrolyte end at the collector without meeting it. */
const conducts = ({ regions, regionAt }: ColumnMeshPlan) => (place: Place): boolean =>
  regions[regionAt(place)].part !== 'channels';

/** The cells at one end of the line. */
function outerFaces({ columns: { count, share }, widths }: ColumnMeshPlan, cellAt: Int32Array, depth: number,
  counts: (place: Place) => boolean = () => true): BoundaryFaces
{
  const found = Array.from({ length: count }, (_, column) => column).filter((column) =>
    cellAt[depth * count + column] >= 0 && counts({ depth, column })
  );
  const distance = widths[depth] / 2;
  return endFaces(found.map((column) => ({ cell: cellAt[depth * count + column], area: share[column], distance })));
}

/** Where the current leaves a foil. */
function tabs(faces: readonly TabFace[], { columns: { count }, widths }: ColumnMeshPlan,
  cellAt: Int32Array): BoundaryFaces
{
  const last = (widths.length - 1) * count;
  return endFaces(faces.map(({ column, share, distance }) => ({ cell: cellAt[last + column], area: share, distance })));
}

/** Cells as prisms over their columns: quadrangles in two dimensions, hexahedra in three. */
function shapeOf({ points, corners, z }: Columns, start: Float64Array, places: readonly Place[]): MeshShape {
  const perPlane = points.length;
  const sides = corners.length > 0 ? corners[0].length : 0;
  const all = new Float64Array(3 * perPlane * start.length);
  start.forEach((x, depth) => points.forEach(([y, zOf], i) => all.set([x, y, zOf], 3 * (depth * perPlane + i))));
  const around = places.flatMap(({ depth, column }) => {
    const [near, far] = [depth, depth + 1].map((d) => corners[column].map((point) => d * perPlane + point));
    // around the quadrangle, or bottom and top of the hexahedron
    return sides === 2 ? [near[0], far[0], far[1], near[1]] : [...near, ...far];
  });
  return {
    dimensions: z ? 3 : 2,
    points: all,
    corners: Int32Array.from(around),
    offsets: Int32Array.from({ length: places.length + 1 }, (_, c) => 2 * sides * c),
  };
}
