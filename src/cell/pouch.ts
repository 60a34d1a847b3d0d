import type { CellFormat } from '../config/case.js';
import type { ItemKind } from '../results/energy-schema.js';
import type { CellMaterials } from './cell-design.js';
import { type Part, scaled } from './cost.js';
import type { BasisName } from './energy-density.js';
import { partOf } from './layer-item.js';
import type { Stack, StackItem } from './stack.js';

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
 * so it counts with the volume of its two plies and not with the empty box above it. The leads weigh and cost; they stick out and
 * take no volume. What a source must have added without printing it is a declared overhead, an item of its own.
 */

export interface CellItem {
  readonly name: string;
  readonly kind: ItemKind;
  /** [kg] */
  readonly mass: number;
  /** As built [m^3]. */
  readonly volume: number;
  /** When the cell is charged [m^3]. */
  readonly chargedVolume: number;
  /** What it is made of; masses adding up to `mass`, except for a declared overhead. */
  readonly parts: readonly Part[];
  /** Every basis of the energy densities that counts it. */
  readonly bases: readonly BasisName[];
  /** All copies together, in the direction of stacking [m]; absent for tabs and packaging. */
  readonly stackThickness?: number;
  readonly chargedStackThickness?: number;
  /** Per area of unit cell [kg m^-2]; absent for tabs and packaging. */
  readonly arealMass?: number;
}

/** A packed cell: its items and their sums. */
export interface Pouch {
  readonly items: readonly CellItem[];
  /** Sum over the items [kg]. */
  readonly mass: number;
  /** Sum over the items: body and folded rim [m^3]. */
  readonly volume: number;
  readonly chargedVolume: number;
  /** The box around the cell with its rim left flat [m^3]; `volume` is what is reported. */
  readonly boxVolume: number;
}

/** Packs a stack: sheets, tabs, head space, laminate, leads and declared overhead. */
export function pouch(stack: Stack, format: CellFormat, materials: CellMaterials): Pouch {
  const sheetArea = format.sheetWidth * format.sheetHeight;
  const tabs = tabItems(stack, format, materials);
  const counted = [
    ...stack.items.map((item) => sheetItem(item, sheetArea, stack.unitCells)),
    ...tabs,
    headSpace(stack, format, tabs),
    ...laminateItems(format),
    ...[lead('cathode lead', format.cathodeTerminal), lead('anode lead', format.anodeTerminal)].filter(({ mass }) =>
      mass > 0
    ),
  ];
  const items = [...counted, ...declaredOverhead(counted, format)];
  return { items, ...sumOf(items),
    boxVolume: outerFootprint(format) * (stack.thickness + 2 * format.laminateThickness) };
}

const sumOf = (items: readonly CellItem[]) => ({
  mass: items.reduce((sum, item) => sum + item.mass, 0),
  volume: items.reduce((sum, item) => sum + item.volume, 0),
  chargedVolume: items.reduce((sum, item) => sum + item.chargedVolume, 0),
});

function sheetItem(item: StackItem, sheetArea: number, unitCells: number): CellItem {
  const stackThickness = item.thickness * item.copies;
  const chargedStackThickness = item.chargedThickness * item.copies;
  return {
    name: item.name,
    kind: item.role,
    mass: item.arealMass * item.copies * sheetArea,
    volume: stackThickness * sheetArea,
    chargedVolume: chargedStackThickness * sheetArea,
    parts: scaled(item.parts, item.copies * sheetArea),
    bases: [...(item.role === 'cathode' ? ['electrode' as const] : []),
      ...(item.inUnitCell ? ['unitCell' as const] : []), 'stack', 'pouch'],
    stackThickness,
    chargedStackThickness,
    arealMass: (item.arealMass * item.copies) / unitCells,
  };
}

/** A body that only the pouch has, as large charged as built. */
const body = (name: string, kind: ItemKind, mass: number, volume: number, parts: readonly Part[],
  chargedVolume = volume): CellItem => ({ name, kind, mass, volume, chargedVolume, parts, bases: ['pouch'] });

/** One uncoated strip of foil per sheet. */
function tabItems(stack: Stack, format: CellFormat, materials: CellMaterials): CellItem[] {
  const strip = format.tabWidth * format.tabLength;
  const tab = (name: string, count: number, foil: CellMaterials['cathodeCollector'], thickness: number): CellItem => {
    const volume = count * strip * thickness;
    return body(name, 'tabs', foil.density * volume, volume, [partOf(foil, foil.density * volume)]);
  };
  return [
    tab('cathode tabs', stack.cathodeFoils, materials.cathodeCollector, format.cathodeCollector.thickness),
    tab('anode tabs', stack.anodeFoils, materials.anodeCollector, format.anodeCollector.thickness),
  ];
}

/** The body has one thickness: beside the sheets it encloses empty space above the tabs. */
function headSpace(stack: Stack, format: CellFormat, tabs: readonly CellItem[]): CellItem {
  const footprint = format.sheetWidth * format.tabLength;
  const rest = (thickness: number): number => tabs.reduce((left, tab) => left - tab.volume, footprint * thickness);
  return body('head space (empty)', 'packaging', 0, rest(stack.thickness), [], rest(stack.chargedThickness));
}

function laminateItems(format: CellFormat): CellItem[] {
  const footprint = format.sheetWidth * (format.sheetHeight + format.tabLength);
  return [
    laminate('laminate, two faces', footprint, format),
    laminate('laminate, seal rim', outerFootprint(format) - footprint, format),
  ];
}

function laminate(name: string, area: number, format: CellFormat): CellItem {
  const volume = 2 * format.laminateThickness * area;
  const mass = format.laminateDensity * volume;
  return body(name, 'packaging', mass, volume, [partOf({ name: 'laminate', price: format.laminatePrice }, mass)]);
}

const lead = (name: string, { mass, price }: CellFormat['cathodeTerminal']): CellItem =>
  body(name, 'tabs', mass, 0, [partOf({ name, price }, mass)]);

/** A share of everything itemised; nobody knows what it is, so it costs nothing. */
function declaredOverhead(items: readonly CellItem[], { overhead }: CellFormat): CellItem[] {
  if (overhead.mass === 0 && overhead.volume === 0) return [];
  const { mass, volume, chargedVolume } = sumOf(items);
  return [
    body('declared overhead', 'overhead', overhead.mass * mass, overhead.volume * volume, [],
      overhead.volume * chargedVolume),
  ];
}

function outerFootprint(format: CellFormat): number {
  return (format.sheetWidth + 2 * format.sealMargin) * (format.sheetHeight + format.tabLength + 2 * format.sealMargin);
}
