import type { MeshSpecification } from '../config/case.js';
import type { CellMesh } from './cell-mesh.js';
import { intervalMesh, type IntervalRegion } from './interval-mesh.js';

/** Below this a layer does not resolve its own profile. */
const fewestCellsPerLayer = 4;

/** Membrane and cathode layers as one interval mesh; the cathode's cells are shared out by thickness. */
export function buildMesh(
  specification: MeshSpecification, membraneThickness: number, layers: readonly { readonly name: string; readonly thickness: number }[],
): CellMesh {
  const total = layers.reduce((sum, layer) => sum + layer.thickness, 0);
  const parts: IntervalRegion[] = [
    { name: 'membrane', kind: 'membrane', thickness: membraneThickness, cells: specification.membraneCells, grading: specification.grading },
    ...layers.map(({ name, thickness }): IntervalRegion => ({
      name, kind: 'cathode', thickness,
      cells: Math.max(fewestCellsPerLayer, Math.round((specification.cathodeCells * thickness) / total)),
      grading: specification.grading,
    })),
  ];
  return intervalMesh(parts);
}
