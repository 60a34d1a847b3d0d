import type { CellFormat } from '../config/case.js';
import type { Stack, StackItem } from './stack.js';
import type { CellMaterials } from './unit-cell.js';

/**
 * A stack in its pouch, as bodies with a mass and a volume.
 *
 *         ____________________________
 *        |   rim (laminate on laminate)|     width  of the body  W = sheetWidth
 *        |  |  head space, tabs  |     |     height of the body  H = sheetHeight + tabLength
 *        |  |--------------------|     |     rim all around      sealMargin
 *        |  |   sheets           |     |
 *        |__|____________________|_____|
 *
 * The tabs of both polarities leave at the same end and fold into a head space as deep as they are long. The laminate is
 * weighed as its flat blank (drawing the cup thins it, the mass stays). The rim is folded against the body, as in a module,
 * so it counts with the volume of its two plies and not with the empty box above it. Terminals are not counted.
 */

export interface CellItem {
  readonly name: string;
  /** [kg] */
  readonly mass: number;
  /** [m^3] */
  readonly volume: number;
  /** All copies together, in the direction of stacking [m]; absent for tabs and packaging. */
  readonly stackThickness?: number;
  /** Per area of unit cell [kg m^-2]; absent for tabs and packaging. */
  readonly arealMass?: number;
}

export interface Pouch {
  readonly items: readonly CellItem[];
  /** Sum over the items [kg]. */
  readonly mass: number;
  /** Sum over the items: body and folded rim [m^3]. */
  readonly volume: number;
  /** The box around the cell with its rim left flat [m^3]; `volume` is what is reported. */
  readonly boxVolume: number;
}

export function pouch(stack: Stack, format: CellFormat, materials: CellMaterials): Pouch {
  const sheetArea = format.sheetWidth * format.sheetHeight;
  const tabs = tabItems(stack, format, materials);
  const items = [
    ...stack.items.map((item) => sheetItem(item, sheetArea, stack.unitCells)),
    ...tabs,
    headSpace(stack, format, tabs),
    ...laminateItems(format),
  ];
  return {
    items,
    mass: items.reduce((sum, item) => sum + item.mass, 0),
    volume: items.reduce((sum, item) => sum + item.volume, 0),
    boxVolume: outerFootprint(format) * (stack.thickness + 2 * format.laminateThickness),
  };
}

function sheetItem(item: StackItem, sheetArea: number, unitCells: number): CellItem {
  const stackThickness = item.thickness * item.copies;
  return {
    name: item.name,
    mass: item.arealMass * item.copies * sheetArea,
    volume: stackThickness * sheetArea,
    stackThickness,
    arealMass: (item.arealMass * item.copies) / unitCells,
  };
}

/** One uncoated strip of foil per sheet. */
function tabItems(stack: Stack, format: CellFormat, materials: CellMaterials): CellItem[] {
  const strip = format.tabWidth * format.tabLength;
  const cathodeVolume = stack.cathodeFoils * strip * format.cathodeCollector.thickness;
  const anodeVolume = stack.anodeFoils * strip * format.anodeCollector.thickness;
  return [
    { name: 'cathode tabs', mass: materials.cathodeCollector.density * cathodeVolume, volume: cathodeVolume },
    { name: 'anode tabs', mass: materials.anodeCollector.density * anodeVolume, volume: anodeVolume },
  ];
}

/** The body has one thickness: beside the sheets it encloses empty space above the tabs. */
function headSpace(stack: Stack, format: CellFormat, tabs: readonly CellItem[]): CellItem {
  const enclosed = format.sheetWidth * format.tabLength * stack.thickness;
  return { name: 'head space (empty)', mass: 0, volume: tabs.reduce((rest, tab) => rest - tab.volume, enclosed) };
}

function laminateItems(format: CellFormat): CellItem[] {
  const body = format.sheetWidth * (format.sheetHeight + format.tabLength);
  return [
    laminate('laminate, two faces', body, format),
    laminate('laminate, seal rim', outerFootprint(format) - body, format),
  ];
}

function laminate(name: string, area: number, format: CellFormat): CellItem {
  const volume = 2 * format.laminateThickness * area;
  return { name, mass: format.laminateDensity * volume, volume };
}

function outerFootprint(format: CellFormat): number {
  return (format.sheetWidth + 2 * format.sealMargin) * (format.sheetHeight + format.tabLength + 2 * format.sealMargin);
}
