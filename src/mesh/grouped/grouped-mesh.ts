import type { MeshFile } from '../../config/case.js';
import { type Misfit, misfit, type Result } from '../../units/result.js';
import type { BoundaryFaces, CellMesh, FaceList, MeshRegion } from '../cell-mesh.js';
import { endFaces, faceList, ownersFirst } from '../face-lists.js';
import { type FluxGeometry, fluxGeometry, keyOf } from './flux-geometry.js';
import { norm } from './polyhedra.js';

/** A layer of the case: its group in the file, and what the mesh is to know of it. */
export interface GroupOfLayer {
  readonly group: string;
  readonly name: string;
  readonly kind: MeshRegion['kind'];
  /** Which of its kind. */
  readonly layer: number;
  /** [m] */
  readonly thickness: number;
}

/** The mesh, or why a file is none of this cell. */
type Reading = Result<{ mesh: CellMesh }, { problem: Misfit }>;
type Refused = Extract<Reading, { readonly ok: false }>;

/** Largest angle between the normal of a face and the line that joins its cells: a field along that line is then led 1/cos^2 - 1 = 1.5 % too well [rad]. */
const largestAngle = (7 * Math.PI) / 180;

/** Share of the size of a face by which the point of a cell may lie beyond it. */
const mostBeyond = 0.25;

/** Share of the thickness of a layer by which a mesh may miss it: curved faces are flat between its points. */
const thicknessError = 0.01;

/**
 * A mesh of a file as that of a cell, cells numbered layer by layer. Areas and volumes are per area of the cathode as the collector sees it, and each
 * layer gets exactly the volume that the case says, so that no capacity depends on the mesh.
 */
export function groupedMesh(file: MeshFile, metre: number, layers: readonly GroupOfLayer[]): Reading {
  const unnamed = groupsProblem(file, layers);
  if (unnamed) return unnamed;
  const geometry = fluxGeometry(file);
  if (!geometry) {
    return misfit('faces between two cells', 'one with three', 'remove what lies twice in the mesh');
  }
  return qualityProblem(geometry) ?? cellMeshOf(file, metre, layers, geometry);
}

const words = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));

/** Groups that are missing, or that nobody knows. */
function groupsProblem({ groups, dimensions }: Pick<MeshFile, 'groups' | 'dimensions'>,
  layers: readonly Pick<GroupOfLayer, 'group'>[]): Refused | undefined
{
  const [whole, side] = dimensions === 3 ? ['volumes', 'surfaces'] : ['surfaces', 'curves'];
  const wanted = layers.map(({ group }) => group);
  const shown = groups.cells.map((name) => name || 'cells in no group');
  if (wanted.some((name) => !groups.cells.includes(name)) || groups.cells.some((name) => !wanted.includes(name)))
    return misfit(`physical groups of ${whole} named ${wanted.join(', ')}`, words(shown),
      'name every layer of the case, and nothing else, e.g. Physical Surface("cathode") = {2};');
  if (!groups.sides.includes('anode') || !collectorGroups.some((name) => groups.sides.includes(name)))
    return misfit(`physical groups of ${side} named anode, where the anode begins, and collector (or tab)`,
      words(groups.sides.filter((name) => name !== '')), 'name them, e.g. Physical Curve("collector") = {5};');
  return undefined;
}

const collectorGroups = ['collector', 'tab'];

const shown = (radians: number): string => `${((radians * 180) / Math.PI).toFixed(1)} degrees`;

function qualityProblem({ quality: { largestAngle: angle, beyond, worst } }: FluxGeometry): Refused | undefined {
  const place = (at: readonly number[]): string => `at (${at.map((x) => Number(x.toPrecision(3))).join(', ')})`;
  const remedy =
    'use rectangles, boxes or prisms, or triangles of Delaunay without obtuse angles at the layers; catholith mesh shows the '
    + 'quality';
  if (angle > largestAngle) {
    return misfit(`cells joined by lines at most ${shown(largestAngle)} from the normals of their faces`,
      `${shown(angle)} ${place(worst.angle)}`, remedy);
  }
  return beyond > mostBeyond
    ? misfit(`cells whose equidistant point lies within them, or beyond by at most ${mostBeyond} of a face`,
      `${beyond.toFixed(2)} of it ${place(worst.beyond)}`, remedy)
    : undefined;
}

function cellMeshOf(file: MeshFile, metre: number, layers: readonly GroupOfLayer[], geometry: FluxGeometry): Reading {
  const layerOf = file.cells.map(({ group }) => layers.findIndex((one) => one.group === file.groups.cells[group]));
  const section = sectionOf(geometry, (cell) => layers[layerOf[cell]].kind === 'cathode');
  const order = file.cells.map((_, cell) => cell).sort((a, b) =>
    layerOf[a] - layerOf[b] || geometry.middle[a][0] - geometry.middle[b][0]
  );
  const placeOf = new Int32Array(order.length);
  order.forEach((cell, place) => (placeOf[cell] = place));
  const regions = regionsOf(layers, order.map((cell) => layerOf[cell]));
  const own = layers.map((_, layer) =>
    order.reduce((sum, cell) => (layerOf[cell] === layer ? sum + geometry.volume[cell] : sum), 0) * (metre / section)
  );
  const wrong = layers.findIndex(({ thickness }, i) => Math.abs(own[i] - thickness) > thicknessError * thickness);
  if (wrong >= 0) {
    const micrometres = (x: number): string => `${Number((x * 1e6).toPrecision(4))} um`;
    return misfit(`${layers[wrong].group} ${micrometres(layers[wrong].thickness)} thick on average, as the case says`,
      `${micrometres(own[wrong])} per area of the cathode`, 'correct the unit, the thickness of the case or the mesh');
  }
  const faces = faceListOf(geometry, placeOf, section, metre);
  const boundaries = { anode: boundaryOf(file, geometry, placeOf, ['anode'], section, metre),
    collector: boundaryOf(file, geometry, placeOf, collectorGroups, section, metre) };
  const least = Math.min(
    ...Array.from(file.cells, ({ corners }) => Math.min(...corners.map((p) => file.points[3 * p]))),
  );
  const joined = joinedTo(boundaries.anode.cell, order.length, faces);
  if (joined < order.length || boundaries.collector.count === 0) {
    return misfit('cells that all hang together from the anode to the collector',
      `${joined} of ${order.length} reached from the anode, ${boundaries.collector.count} faces at the collector`,
      'glue the layers so that they share their points: Coherence in Gmsh, or BooleanFragments; the groups anode and collector are sides of cells');
  }
  return { ok: true, mesh: {
    cells: order.length,
    centre: Float64Array.from(order, (cell) => (geometry.middle[cell][0] - least) * metre),
    volume: Float64Array.from(order,
      (cell) => (geometry.volume[cell] * metre / section) * (layers[layerOf[cell]].thickness / own[layerOf[cell]])),
    region: Int32Array.from(order, (cell) => layerOf[cell]),
    regions,
    faces,
    boundaries,
    shape: {
      dimensions: file.dimensions,
      points: Float64Array.from(file.points, (x, i) => (i % 3 === 0 ? x - least : x) * metre),
      corners: Int32Array.from(order.flatMap((cell) => file.cells[cell].corners)),
      offsets: offsetsOf(order.map((cell) => file.cells[cell].corners.length)),
    },
  } };
}

/** Area of the cells along x: half of what the faces around them show to it. */
export function sectionOf({ inner, outer }: FluxGeometry, isOf: (cell: number) => boolean): number {
  const around = [
    ...outer.filter(({ cell }) => isOf(cell)),
    ...inner.filter(({ cells: [a, b] }) => isOf(a) !== isOf(b)),
  ];
  return around.reduce((sum, { area }) => sum + Math.abs(area[0]), 0) / 2;
}

function regionsOf(layers: readonly GroupOfLayer[], layerOf: readonly number[]): MeshRegion[] {
  let start = 0;
  return layers.map(({ name, kind, layer, thickness }, i): MeshRegion => {
    start += thickness;
    return { name, kind, layer, first: layerOf.indexOf(i), last: layerOf.lastIndexOf(i), start: start - thickness,
      thickness };
  });
}

const faceListOf = ({ inner }: FluxGeometry, placeOf: Int32Array, section: number, metre: number): FaceList =>
  faceList(ownersFirst(inner.map(({ cells: [a, b], area, distances: [from, to] }) => ({
    cells: [placeOf[a], placeOf[b]],
    area: norm(area) / section,
    distances: [from * metre, to * metre],
  }))));

function boundaryOf(file: MeshFile, { outer }: FluxGeometry, placeOf: Int32Array, names: readonly string[],
  section: number, metre: number): BoundaryFaces
{
  const keys = new Set(
    file.sides.filter(({ group }) => names.includes(file.groups.sides[group])).map(({ corners }) => keyOf(corners)),
  );
  const own = outer.filter(({ key }) => keys.has(key));
  return endFaces(
    own.map(({ cell, area, distance }) => ({ cell: placeOf[cell], area: norm(area) / section,
      distance: distance * metre })
    ),
  );
}

/** How many cells can be reached from some of them. */
function joinedTo(from: Int32Array, cells: number, { count, owner, neighbour }: FaceList): number {
  const beside: number[][] = Array.from({ length: cells }, () => []);
  for (let f = 0; f < count; f++) {
    beside[owner[f]].push(neighbour[f]);
    beside[neighbour[f]].push(owner[f]);
  }
  const seen = new Set(from);
  // a set hands out what is added while it is read
  for (const cell of seen) for (const next of beside[cell]) seen.add(next);
  return seen.size;
}

function offsetsOf(counts: readonly number[]): Int32Array {
  const offsets = new Int32Array(counts.length + 1);
  counts.forEach((count, i) => (offsets[i + 1] = offsets[i] + count));
  return offsets;
}
