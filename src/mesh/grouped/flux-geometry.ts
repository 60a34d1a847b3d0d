import type { GroupedElement, GroupedMesh } from '../../config/case.js';
import { areaOf, dot, equidistantPoint, facesOf, meanOf, minus, norm, scaled, type Vector } from './polyhedra.js';

/** What the fluxes of a mesh need, in the unit of its points, and how right fluxes between two points are on it. */
export interface FluxGeometry {
  /** Volume of every cell (in two dimensions its area), and the mean of its corners. */
  readonly volume: Float64Array;
  readonly middle: readonly Vector[];
  /** Faces between two cells. */
  readonly inner: readonly InnerFace[];
  /** Faces of one cell. */
  readonly outer: readonly OuterFace[];
  readonly quality: MeshQuality;
}

interface OuterFace {
  /** Name of the face by its points, see `keyOf`. */
  readonly key: string;
  readonly cell: number;
  readonly corners: readonly Vector[];
  /** Area along the normal that leaves the cell. */
  readonly area: Vector;
  /** Distance of the point of the cell from the face. */
  readonly distance: number;
}

interface InnerFace {
  readonly cells: readonly [number, number];
  /** Area along the normal from the first cell to the second one. */
  readonly area: Vector;
  readonly distances: readonly [number, number];
}

/** How far a mesh is from one on which the flux through a face follows from the two values beside it. */
export interface MeshQuality {
  /** Largest angle between the normal of a face and the line that joins the points of its cells, and its mean by area [rad]. */
  readonly largestAngle: number;
  readonly meanAngle: number;
  /** Largest distance by which the point of a cell lies beyond a face of it, over the size of the face. */
  readonly beyond: number;
  /** Where the largest angle is, and where a point lies farthest beyond a face. */
  readonly worst: { readonly angle: Vector; readonly beyond: Vector };
}

/** Points closer to a face than this share of its size stand there: cells that share their circle have one value, as halves of a rectangle. */
const least = 1e-4;

/** Between points closer than this share of the size of their face an angle says nothing. */
const nearby = 0.01;

interface Side {
  readonly cell: number;
  readonly corners: readonly Vector[];
}

/** Sides of elements by their points. */
export const keyOf = (corners: readonly number[]): string => [...corners].sort((a, b) => a - b).join();

/** Undefined where three cells meet at one face. */
export function fluxGeometry({ points, dimensions, cells }: GroupedMesh): FluxGeometry | undefined {
  const at = (point: number): Vector => [points[3 * point], points[3 * point + 1], points[3 * point + 2]];
  const all = cells.map(({ corners }) => corners.map(at));
  const own = all.map((corners) => equidistantPoint(corners, dimensions));
  const middle = all.map(meanOf);
  const sides = sidesOf(cells, dimensions, at);
  const volume = new Float64Array(cells.length);
  const [inner, outer]: [InnerFace[], OuterFace[]] = [[], []];
  const quality = new Quality();
  for (const [key, [first, second, third]] of sides as Map<string, (Side | undefined)[]>) {
    if (!first || third) return undefined;
    const { corners } = first;
    const face = meanOf(corners);
    const any = areaOf(corners);
    const area = dot(any, minus(face, middle[first.cell])) < 0 ? scaled(any, -1) : any;
    const size = norm(area) ** (1 / (dimensions - 1));
    const normal = scaled(area, 1 / norm(area));
    const from = (point: Vector): number => dot(minus(face, point), normal);
    volume[first.cell] += dot(minus(face, middle[first.cell]), area) / dimensions;
    const distances = [from(own[first.cell]), second ? -from(own[second.cell]) : Infinity] as const;
    if (!second) {
      quality.see(distances[0] / size, face);
      outer.push({ key, cell: first.cell, corners, area, distance: Math.max(distances[0], least * size) });
      continue;
    }
    volume[second.cell] -= dot(minus(face, middle[second.cell]), area) / dimensions;
    const isInside = cells[first.cell].group === cells[second.cell].group;
    const total = distances[0] + distances[1];
    quality.see((isInside ? total / 2 : Math.min(...distances)) / size, face);
    const way = minus(own[second.cell], own[first.cell]);
    const along = norm(minus(way, scaled(normal, total)));
    quality.turn(Math.atan2(along, Math.max(total, nearby * size)), norm(area), face);
    inner.push({ cells: [first.cell, second.cell], area, distances: apart(distances, isInside, least * size) });
  }
  return { volume, middle, inner, outer, quality: quality.found };
}

/** Inside a layer only the sum counts, so that a point may lie beyond the face as long as the other one lies further. */
function apart([a, b]: readonly [number, number], isInside: boolean, shortest: number): [number, number] {
  if (!isInside || Math.min(a, b) >= shortest) return [Math.max(a, shortest), Math.max(b, shortest)];
  const half = Math.max((a + b) / 2, shortest);
  return [half, half];
}

function sidesOf(cells: readonly GroupedElement[], dimensions: 2 | 3, at: (point: number) => Vector) {
  const sides = new Map<string, Side[]>();
  cells.forEach(({ corners }, cell) => {
    for (const places of facesOf(corners.length, dimensions)) {
      const own = places.map((k) => corners[k]);
      const key = keyOf(own);
      const found = sides.get(key);
      const side = { cell, corners: own.map(at) };
      if (found) found.push(side);
      else sides.set(key, [side]);
    }
  });
  return sides;
}

/** Gathers the worst of all faces. */
class Quality {
  private largest = 0;
  private sum = 0;
  private area = 0;
  private beyond = 0;
  private angleAt: Vector = [0, 0, 0];
  private beyondAt: Vector = [0, 0, 0];

  turn(angle: number, area: number, at: Vector): void {
    this.sum += angle * area;
    this.area += area;
    if (angle <= this.largest) return;
    this.largest = angle;
    this.angleAt = at;
  }

  see(distance: number, at: Vector): void {
    if (-distance <= this.beyond) return;
    this.beyond = -distance;
    this.beyondAt = at;
  }

  get found(): MeshQuality {
    return { largestAngle: this.largest, meanAngle: this.area > 0 ? this.sum / this.area : 0, beyond: this.beyond,
      worst: { angle: this.angleAt, beyond: this.beyondAt } };
  }
}
