import type { LayerItem, Layers } from './unit-cell.js';

/**
 * Sheets on top of each other. A stack is a list of layers with the number of copies of each; a pouch packs it without
 * knowing how the sheets are connected.
 */

export interface StackItem extends LayerItem {
  /** How many of this layer lie in the stack. */
  readonly copies: number;
}

export interface Stack {
  readonly items: readonly StackItem[];
  /** Pairs of facing coatings; a unit cell delivers its areal capacity once. */
  readonly unitCells: number;
  /** Foils that need a tab. */
  readonly cathodeFoils: number;
  readonly anodeFoils: number;
  /** Over the whole stack [kg m^-2]. */
  readonly arealMass: number;
  /** Over the whole stack [m]. */
  readonly thickness: number;
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
  const inner = cell.items.map((item) => ({ ...item, copies: unitCells }));
  const outer = cell.items
    .filter((item) => item.role === 'anodeCollector')
    .map((item) => ({ ...item, name: `${item.name}, bare outer halves`, copies: 2 }));
  const items = [...inner, ...outer];
  return {
    items,
    unitCells,
    cathodeFoils: cathodeSheets,
    anodeFoils: cathodeSheets + 1,
    arealMass: items.reduce((sum, item) => sum + item.arealMass * item.copies, 0),
    thickness: items.reduce((sum, item) => sum + item.thickness * item.copies, 0),
  };
}
