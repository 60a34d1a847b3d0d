import type { GroupedMesh } from '../config/case.js';
import { type FluxGeometry, fluxGeometry } from '../mesh/grouped/flux-geometry.js';
import { groupedMesh, type GroupOfLayer, sectionOf } from '../mesh/grouped/grouped-mesh.js';
import type { Misfit } from '../units/result.js';

/** What a mesh of a file holds; lengths in micrometres. */
export interface MeshSummary {
  readonly name: string;
  readonly dimensions: 2 | 3;
  readonly points: number;
  /** Groups of cells, with the mean thickness that they have per area of the cathode; '' holds those in no group. */
  readonly layers: readonly { readonly name: string; readonly cells: number; readonly thickness_um: number }[];
  /** Groups of edges or faces, with how many they have. */
  readonly sides: readonly { readonly name: string; readonly count: number }[];
  /** Undefined where the cells do not fit together. */
  readonly quality?: {
    readonly largestAngle_deg: number;
    readonly meanAngle_deg: number;
    readonly beyond: number;
  };
  /** Why no cell can be solved on it. */
  readonly problem?: Misfit;
  /** Cells as the picture shows them, each by the places x, y of its corners [um]; in three dimensions the faces that look along z. */
  readonly polygons: readonly { readonly group: string; readonly corners: readonly (readonly [number, number])[] }[];
}

const degree = Math.PI / 180;
const layerName = /^(anode|membrane|cathode)(?: (\d+))?$/;

/** What a file holds, and whether a case that has just these layers could be solved on it. */
export function summariseMesh(mesh: GroupedMesh, name: string, metre: number): MeshSummary {
  const geometry = fluxGeometry(mesh);
  const counts = { dimensions: mesh.dimensions, points: mesh.points.length / 3 };
  const sides = mesh.groups.sides.map((side, g) => ({ name: side,
    count: mesh.sides.filter(({ group }) => group === g).length })
  );
  const layers = layersOf(mesh, geometry, metre);
  const own = groupsOf(layers);
  const found = groupedMesh({ ...mesh, name }, metre, own.length > 0 ? own : usualGroups);
  return {
    name,
    ...counts,
    layers,
    sides,
    ...(geometry
      && {
        quality: { largestAngle_deg: geometry.quality.largestAngle / degree,
          meanAngle_deg: geometry.quality.meanAngle / degree, beyond: geometry.quality.beyond },
      }),
    ...(!found.ok && { problem: found.problem }),
    polygons: polygonsOf(mesh, geometry, metre),
  };
}

function layersOf({ cells, groups }: GroupedMesh, geometry: FluxGeometry | undefined,
  metre: number): MeshSummary['layers']
{
  const nameOf = (cell: number): string => groups.cells[cells[cell].group];
  const hasCathode = groups.cells.some((name) => name.startsWith('cathode'));
  const section = geometry ? sectionOf(geometry, (cell) => !hasCathode || nameOf(cell).startsWith('cathode')) : NaN;
  return groups.cells.map((name, g) => ({
    name,
    cells: cells.filter(({ group }) => group === g).length,
    thickness_um: geometry
      ? (cells.reduce((sum, { group }, c) => (group === g ? sum + geometry.volume[c] : sum), 0) * metre * 1e6) / section
      : NaN,
  }));
}

const usualGroups: readonly GroupOfLayer[] = [
  { group: 'membrane', name: 'membrane', kind: 'membrane', layer: 0, thickness: NaN },
  { group: 'cathode', name: 'cathode', kind: 'cathode', layer: 0, thickness: NaN },
];

/** The layers that the names stand for, and those that no cell does without. */
function groupsOf(layers: MeshSummary['layers']): GroupOfLayer[] {
  const order = ['anode', 'membrane', 'cathode'] as const;
  return order.flatMap((kind): GroupOfLayer[] => {
    const own = layers.filter(({ name }) => layerName.exec(name)?.[1] === kind)
      .sort((a, b) => Number(layerName.exec(a.name)?.[2] ?? 0) - Number(layerName.exec(b.name)?.[2] ?? 0));
    const missing = own.length === 0 && kind !== 'anode' ? [{ name: kind, thickness_um: NaN }] : [];
    return [...own, ...missing].map(({ name, thickness_um }, layer) => ({ group: name, name, kind, layer,
      thickness: thickness_um * 1e-6 })
    );
  });
}

function polygonsOf({ cells, groups, points, dimensions }: GroupedMesh, geometry: FluxGeometry | undefined,
  metre: number): MeshSummary['polygons']
{
  const um = (x: number): number => x * metre * 1e6;
  if (dimensions === 2) {
    return cells.map(({ group, corners }) => ({ group: groups.cells[group], corners: corners.map((p) =>
      [um(points[3 * p]), um(points[3 * p + 1])] as const
    ) }));
  }
  return (geometry?.outer ?? []).filter(({ area }) => area[2] > 0).map(({ cell, corners }) => ({
    group: groups.cells[cells[cell].group],
    corners: corners.map(([x, y]) => [um(x), um(y)] as const),
  }));
}
