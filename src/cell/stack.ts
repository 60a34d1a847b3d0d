import type { CellDesign, CellMaterials } from './cell-design.js';
import { type LayerItem, type Layers, sumOfLayers } from './layer-item.js';
import { foils } from './unit-cell.js';

/**
 * Sheets on top of each other. A stack is a list of layers with the number of copies of each; a pouch packs it without
 * knowing how the sheets are connected.
 */

export interface StackItem extends LayerItem {
  /** How many of this layer lie in the stack. */
  readonly copies: number;
  /** Part of the unit cell, or only of the stack. */
  readonly inUnitCell: boolean;
}

/** Layers of a stack with the number of copies of each, and their sums over the whole of it. */
export interface Stack extends Layers<StackItem> {
  /** Pairs of facing coatings; a unit cell delivers its areal capacity once. */
  readonly unitCells: number;
  /** Unit cells one after the other: the voltage of the stack over that of a unit cell; its charge is that of unitCells / inSeries. */
  readonly inSeries: number;
  /** Foils that need a tab. */
  readonly cathodeFoils: number;
  readonly anodeFoils: number;
}

/** The stack that the case asks for. */
export function stackOf(cell: Layers, design: CellDesign, materials: CellMaterials): Stack {
  switch (design.cell.stacking) {
    case 'parallel':
      return parallelStack(cell, design.cell.cathodeSheets);
    case 'single':
      return singleCell(cell);
    case 'bipolar':
      return bipolarStack(cell, design.cell.bipolar?.cells ?? 1, foils(design, materials, 1));
  }
}

/**
 * n double-coated cathode sheets in parallel between n + 1 anode sheets: 2n unit cells.
 *
 *   stack = 2n * unit cell + the outer halves of the two outermost anode foils
 *
 * The two outermost anode sheets are coated on their inner side only (a coating without a cathode in front of it would be
 * dead weight), but a foil cannot be halved: its uncoated halves are an item of their own.
 */
export function parallelStack(cell: Layers, cathodeSheets: number): Stack {
  const unitCells = 2 * cathodeSheets;
  const outer = cell.items
    .filter((item) => item.role === 'anodeCollector')
    .map((item): StackItem => ({ ...item, name: `${item.name}, bare outer halves`, copies: 2, inUnitCell: false }));
  return sumOfStack([...copiesOf(cell, unitCells), ...outer], unitCells, 1, [cathodeSheets, cathodeSheets + 1]);
}

/** One unit cell between two whole foils, as in a laboratory: stack = unit cell. */
export const singleCell = (cell: Layers): Stack => sumOfStack(copiesOf(cell, 1), 1, 1, [1, 1]);

/**
 * n unit cells in series with n - 1 plates between them and a foil at either end:
 *
 *   stack = n * (unit cell - plate) + (n - 1) * plate + anode foil + cathode foil
 */
export function bipolarStack(cell: Layers, cells: number, ends: readonly LayerItem[]): Stack {
  const inner = copiesOf(cell, cells).map((item) =>
    item.role === 'bipolarPlate' ? { ...item, copies: cells - 1 } : item
  );
  const outer = ends.map((item): StackItem => ({ ...item, name: `${item.name}, end of the stack`, copies: 1,
    inUnitCell: false })
  );
  return sumOfStack([...inner, ...outer], cells, cells, [1, 1]);
}

const copiesOf = (cell: Layers, copies: number): StackItem[] =>
  cell.items.map((item) => ({ ...item, copies, inUnitCell: true }));

const sumOfStack = (items: readonly StackItem[], unitCells: number, inSeries: number,
  [cathodeFoils, anodeFoils]: readonly [number, number]): Stack => ({
    ...sumOfLayers(items, ({ copies }) => copies),
    unitCells,
    inSeries,
    cathodeFoils,
    anodeFoils,
  });
