import type { CellFormat } from '../config/cell-format.js';
import { costOf, scaled } from './cost.js';
import type { Basis, CellInventory } from './energy-density.js';
import type { Layers } from './layer-item.js';
import type { Pouch } from './pouch.js';
import type { Stack } from './stack.js';
import { cathodeOf } from './unit-cell.js';

/** Mass, volume and cost per area of unit cell on every basis; `activeArea` is that of all unit cells [m^2]. */
export function cellInventory(cell: Layers, stack: Stack, packed: Pouch, activeArea: number,
  format: CellFormat): CellInventory
{
  const cathode = cathodeOf(cell);
  return {
    electrode: basisOf(cathode, 'electrode: cathode composite only, with its pores, without foil'),
    unitCell: basisOf(cell, `unit cell: cathode composite, membrane, anode as built, ${separators[format.stacking]}`),
    stack: {
      arealMass: stack.arealMass / stack.unitCells,
      arealVolume: stack.thickness / stack.unitCells,
      chargedArealVolume: stack.chargedThickness / stack.unitCells,
      arealCost: costOf(stack.items.flatMap((item) => scaled(item.parts, item.copies / stack.unitCells))),
      text: `stack: ${stackWords(stack, format)}; no tabs, no packaging`,
    },
    pouch: {
      arealMass: packed.mass / activeArea,
      arealVolume: packed.volume / activeArea,
      chargedArealVolume: packed.chargedVolume / activeArea,
      arealCost: costOf(packed.items.flatMap(({ parts }) => scaled(parts, 1 / activeArea))),
      text: pouchText(stack, packed, format),
    },
  };
}

const basisOf = ({ arealMass, thickness, chargedThickness, items }: Layers, text: string): Basis => ({ arealMass,
  arealVolume: thickness, chargedArealVolume: chargedThickness, arealCost: costOf(items.flatMap(({ parts }) => parts)),
  text });

const separators = {
  parallel: 'half of each double-coated foil',
  single: 'both foils whole',
  bipolar: 'one bipolar plate',
} as const;

function stackWords({ unitCells, cathodeFoils, anodeFoils }: Stack, { stacking }: CellFormat): string {
  if (stacking === 'single') return 'one unit cell between two whole foils';
  if (stacking === 'bipolar')
    return `${unitCells} unit cells in series, ${unitCells - 1} shared plates, a foil at either end`;
  return `${cathodeFoils} double-coated cathode sheets and ${anodeFoils} anode sheets`
    + ` (the two outer ones coated on the inner side only), ${unitCells} unit cells`;
}

function pouchText(stack: Stack, { boxVolume, volume }: Pouch, format: CellFormat): string {
  const { mass, volume: declared } = format.overhead;
  return [
    `pouch: ${stackWords(stack, format)}`,
    'mass: sheets, tabs, leads, laminate with seal rim',
    'volume: sheets, head space of the tabs, laminate, the rim folded against the body'
    + ` (a box around the flat rim: ${(boxVolume / volume).toFixed(2)} times as large)`,
    ...(mass > 0 || declared > 0
      ? [`declared on top: ${(100 * mass).toFixed(1)} % of the mass, ${(100 * declared).toFixed(1)} % of the volume`]
      : []),
    'as built: lithium that plates on charge adds no thickness; as charged: it does',
  ].join('; ');
}
