import type { AlignedChannels, MeshSpecification, UnitCell } from '../config/case.js';
import { boxMesh } from './box-mesh.js';
import type { CellMesh } from './cell-mesh.js';
import { intervalMesh, type IntervalRegion } from './interval-mesh.js';
import { stackLine } from './stack-line.js';
import { channelMesh } from './unit-cells/channels.js';
import { overhangMesh, type SheetWithTab, tabMesh } from './unit-cells/edges.js';
import { roughMembraneMesh } from './unit-cells/rough-membrane.js';

/** Smallest number of cells with which a layer resolves its own profile. */
const fewestCellsPerLayer = 4;

/** A layer of the cathode, with the channels in it. */
export interface MeshLayer {
  readonly name: string;
  readonly thickness: number;
  readonly channels?: AlignedChannels;
}

/**
 * A composite anode (where there is one), the layers of the membrane and those of the cathode as one interval mesh; the cathode's cells are
 * shared out by thickness, each layer of the membrane has as many as a membrane. With a unit cell the same in two or three dimensions.
 */
export function buildMesh(specification: MeshSpecification, membranes: readonly number[], layers: readonly MeshLayer[],
  anodeThickness?: number, sheet?: SheetWithTab): CellMesh
{
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
  const { unitCell } = specification;
  return unitCell ? inUnitCell(unitCell, parts, layers, sheet) : intervalMesh(parts);
}

function inUnitCell(unitCell: UnitCell, parts: readonly IntervalRegion[], layers: readonly MeshLayer[],
  sheet: SheetWithTab | undefined): CellMesh
{
  switch (unitCell.kind) {
    case 'rectangle': {
      const { width, cells, depth, depthCells } = unitCell;
      return boxMesh(intervalMesh(parts), [{ width, cells }, ...(depth ? [{ width: depth, cells: depthCells }] : [])]);
    }
    case 'channels': {
      const channels = layers.find((layer) => layer.channels)?.channels;
      if (!channels) throw new Error('no layer has channels');
      return channelMesh(parts, { channels, hasChannels: layers.map((layer) => layer.channels !== undefined) },
        unitCell.cells);
    }
    case 'roughMembrane':
      return roughMembraneMesh(parts, unitCell);
    case 'overhang':
      if (!sheet) throw new Error('an overhang is that of a sheet');
      return overhangMesh(stackLine(parts), sheet.width / 2, unitCell.length, unitCell.cells);
    case 'tabs':
      if (!sheet) throw new Error('tabs are those of a sheet');
      return tabMesh(stackLine(parts), sheet, unitCell.cells, unitCell.cellsAcross);
  }
}
