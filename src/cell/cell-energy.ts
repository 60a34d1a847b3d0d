import { anodeLayer } from './anode-layer.js';
import { type BillOfMaterials, billOfMaterials } from './bill-of-materials.js';
import type { CellDesign, CellMaterials, CoatedAnode, CoatedLayer } from './cell-design.js';
import { cellInventory } from './cell-inventory.js';
import { type CellInventory, type EnergyDensities, energyDensity } from './energy-density.js';
import type { FullUtilisation } from './full-utilisation.js';
import { type CellItem, pouch } from './pouch.js';
import { stackOf } from './stack.js';
import { unitCell } from './unit-cell.js';
import { vehicleRange } from './vehicle-range.js';

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
export function cellEnergy(
  design: CellDesign,
  materials: CellMaterials,
  compositions: readonly CoatedLayer[],
  full: FullUtilisation,
  coated?: CoatedAnode,
): CellEnergy {
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
    nToPBasis: `anode capacity as built over ${
      basis === 'reversible' ? 'reversible capacity' : 'first charge'
    } of the cathode`,
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
