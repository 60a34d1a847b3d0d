import type { MeshSpecification } from '../config/case.js';
import type { CellMesh } from './cell-mesh.js';
import { intervalMesh, type IntervalRegion } from './interval-mesh.js';

/** Below this a layer does not resolve its own profile. */
const fewestCellsPerLayer = 4;

/**
 * A composite anode (where there is one), the layers of the membrane and those of the cathode as one interval mesh; the cathode's cells are
 * shared out by thickness, each layer of the membrane has as many as a membrane.
 */
export function buildMesh(
  specification: MeshSpecification,
  membranes: readonly number[],
  layers: readonly { readonly name: string; readonly thickness: number }[],
  anodeThickness?: number,
): CellMesh {
  const total = layers.reduce((sum, layer) => sum + layer.thickness, 0);
  const { grading, anodeCells = specification.cathodeCells } = specification;
  const parts: IntervalRegion[] = [
    ...(anodeThickness === undefined ? [] : [
      { name: 'anode', kind: 'anode' as const, thickness: anodeThickness, cells: anodeCells, grading },
    ]),
    ...membranes.map((thickness): IntervalRegion => ({ name: 'membrane', kind: 'membrane', thickness,
      cells: specification.membraneCells, grading })
    ),
    ...layers.map(({ name, thickness }): IntervalRegion => ({
      name,
      kind: 'cathode',
      thickness,
      cells: Math.max(fewestCellsPerLayer, Math.round((specification.cathodeCells * thickness) / total)),
      grading,
    })),
  ];
  return intervalMesh(parts);
}
