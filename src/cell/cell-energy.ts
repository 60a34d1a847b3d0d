import type { CellFormat } from '../config/case.js';
import { anodeLayer } from './anode-layer.js';
import { type BillOfMaterials, billOfMaterials } from './bill-of-materials.js';
import type { CellDesign, CellMaterials, CoatedAnode, CoatedLayer } from './cell-design.js';
import { costOf, scaled } from './cost.js';
import { type Basis, type CellInventory, type EnergyDensities, energyDensity } from './energy-density.js';
import type { FullUtilisation } from './full-utilisation.js';
import type { Layers } from './layer-item.js';
import { type CellItem, type Pouch, pouch } from './pouch.js';
import { type Stack, stackOf } from './stack.js';
import { cathodeOf, unitCell } from './unit-cell.js';

/** The cell in numbers: what it weighs, costs, how large it is, what it would deliver if all of the cathode worked. */
export interface CellEnergy {
  /** Absent: a pouch. */
  readonly format?: CellDesign['cell']['format'];
  readonly items: readonly CellItem[];
  /** Pairs of facing coatings in the stack. */
  readonly unitCells: number;
  /** [kg] */
  readonly mass: number;
  /** As built, charged [m^3]. */
  readonly volume: number;
  readonly chargedVolume: number;
  readonly bill: BillOfMaterials;
  /** At full utilisation, between the leads of the cell [C]. */
  readonly capacity: number;
  /** At equilibrium, of one unit cell [V]. */
  readonly meanVoltage: number;
  /** Unit cells in series between the leads. */
  readonly inSeries: number;
  /** Anode capacity as built over cathode capacity on the basis of `format.nToPBasis`; 0 for an anode-free cell. */
  readonly nToP: number;
  readonly nToPBasis: string;
  /** What the cell delivers over what the cathode could, 1 where neither anode nor first cycle take anything. */
  readonly deliverableShare: number;
  /** Lithium that plates in the first charge [m]. */
  readonly plated: number;
  readonly inventory: CellInventory;
  readonly fullUtilisation: EnergyDensities;
  /** Of a car with the cells' energy at full utilisation [m]. */
  readonly vehicleRange: number;
  readonly vehicle: CellDesign['cell']['vehicle'];
}

/** Weighs, measures and prices a cell; its energy densities are those at full utilisation. */
export function cellEnergy(design: CellDesign, materials: CellMaterials, compositions: readonly CoatedLayer[],
  full: FullUtilisation, coated?: CoatedAnode): CellEnergy
{
  const format = design.cell;
  const anode = anodeLayer(design, materials, full.theoreticalArealCapacity, coated);
  const cell = unitCell(design, materials, compositions, anode.item);
  const stack = stackOf(cell, design, materials);
  const packed = pouch(stack, format, materials);
  const sheetArea = format.sheetWidth * format.sheetHeight;
  const inventory = cellInventory(cell, stack, packed, stack.unitCells * sheetArea, format);
  const fullUtilisation = energyDensity(inventory, full.limitingArealCapacity * full.meanEquilibriumVoltage);
  const basis = format.nToPBasis;
  const cathodeCapacity = full.theoreticalArealCapacity
    / (basis === 'first-charge' ? format.firstCycleEfficiency.cathode : 1);
  return {
    ...(format.format && { format: format.format }),
    // what a cell without a pouch does not have would stand there with nothing
    items: format.format ? packed.items.filter(({ mass, volume }) => mass > 0 || volume > 0) : packed.items,
    unitCells: stack.unitCells,
    mass: packed.mass,
    volume: packed.volume,
    chargedVolume: packed.chargedVolume,
    bill: billOfMaterials(packed.items.flatMap(({ parts }) => parts)),
    capacity: full.limitingArealCapacity * (stack.unitCells / stack.inSeries) * sheetArea,
    meanVoltage: full.meanEquilibriumVoltage,
    inSeries: stack.inSeries,
    nToP: anode.arealCapacity / cathodeCapacity,
    nToPBasis: `anode capacity as built over ${basis === 'reversible' ? 'reversible capacity' : 'first charge'} of `
      + 'the cathode',
    deliverableShare: full.limitingArealCapacity / full.theoreticalArealCapacity,
    plated: anode.plated,
    inventory,
    fullUtilisation,
    vehicleRange: vehicleRange(fullUtilisation.pouch.gravimetric, format.vehicle),
    vehicle: format.vehicle,
  };
}

/**
 * Energy densities of the same cell when one unit cell delivers `arealEnergy` [J m^-2] at a mean power of `arealPower` [W m^-2], as
 * simulated at some rate.
 */
export function energyAtRate(cell: CellEnergy, arealEnergy: number, arealPower?: number): EnergyDensities {
  return energyDensity(cell.inventory, arealEnergy, arealPower);
}

/**
 * range = w m d [m]: energy per mass of cells w [J kg^-1], their mass m [kg], distance per energy d [m J^-1], as in
 * 10.1039/d1ee00551k, Sec. 6.1. Nothing of a pack is counted: no housing, no cooling, no reserve.
 */
const vehicleRange = (gravimetric: number, { batteryMass, distancePerEnergy }: CellFormat['vehicle']): number =>
  gravimetric * batteryMass * distancePerEnergy;

/** Mass, volume and cost per area of unit cell on every basis; `activeArea` is that of all unit cells [m^2]. */
function cellInventory(cell: Layers, stack: Stack, packed: Pouch, activeArea: number,
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
