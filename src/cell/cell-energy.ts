import { energyDensity, type CellInventory, type EnergyDensities } from './energy-density.js';
import { pouch, type CellItem, type Pouch } from './pouch.js';
import { parallelStack, type Stack } from './stack.js';
import {
  cathodeOf, unitCell, type CellDesign, type CellMaterials, type CoatedAnode, type CoatedLayer, type Layers,
} from './unit-cell.js';

/** What the electrochemistry promises at full utilisation. */
export interface FullUtilisation {
  /** Of the cathode [C m^-2]. */
  readonly theoreticalArealCapacity: number;
  /** What the cell can deliver: the cathode's, or that of a composite anode where it is smaller [C m^-2]. */
  readonly limitingArealCapacity: number;
  /** Equilibrium voltage of the cell, mean over the limiting capacity [V]. */
  readonly meanEquilibriumVoltage: number;
}

/** The cell in numbers: what it weighs, how large it is, what it would deliver if all of the cathode worked. */
export interface CellEnergy {
  readonly items: readonly CellItem[];
  /** Pairs of facing coatings in the stack. */
  readonly unitCells: number;
  /** [kg] */
  readonly mass: number;
  /** [m^3] */
  readonly volume: number;
  /** At full utilisation, of the whole cell [C]. */
  readonly capacity: number;
  /** At equilibrium [V]. */
  readonly meanVoltage: number;
  /** Anode capacity as built over theoretical cathode capacity; 0 for an anode-free cell. */
  readonly nToP: number;
  readonly inventory: CellInventory;
  readonly fullUtilisation: EnergyDensities;
}

export function cellEnergy(
  design: CellDesign,
  materials: CellMaterials,
  compositions: readonly CoatedLayer[],
  full: FullUtilisation,
  anode?: CoatedAnode,
): CellEnergy {
  const cell = unitCell(design, materials, compositions, anode);
  const stack = parallelStack(cell, design.cell.cathodeSheets);
  const packed = pouch(stack, design.cell, materials);
  const activeArea = stack.unitCells * design.cell.sheetWidth * design.cell.sheetHeight;
  const inventory = cellInventory(cell, stack, packed, activeArea);
  return {
    items: packed.items,
    unitCells: stack.unitCells,
    mass: packed.mass,
    volume: packed.volume,
    capacity: full.limitingArealCapacity * activeArea,
    meanVoltage: full.meanEquilibriumVoltage,
    nToP: anodeArealCapacity(design, materials, anode) / full.theoreticalArealCapacity,
    inventory,
    fullUtilisation: energyDensity(inventory, full.limitingArealCapacity * full.meanEquilibriumVoltage),
  };
}

/** As built, of a plane; theoretical, of a composite [C m^-2]. */
function anodeArealCapacity({ anode }: CellDesign, materials: CellMaterials, coated: CoatedAnode | undefined): number {
  if (anode.kind !== 'planar' || materials.anode.kind !== 'planar') return coated?.arealCapacity ?? 0;
  const { density, specificCapacity } = materials.anode.material;
  return density * anode.thickness * specificCapacity;
}

/** Energy densities of the same cell when one unit cell delivers `arealEnergy` [J m^-2], as simulated at some rate. */
export function energyAtRate(cell: CellEnergy, arealEnergy: number): EnergyDensities {
  return energyDensity(cell.inventory, arealEnergy);
}

function cellInventory(cell: Layers, stack: Stack, packed: Pouch, activeArea: number): CellInventory {
  const cathode = cathodeOf(cell);
  return {
    electrode: {
      arealMass: cathode.arealMass,
      arealVolume: cathode.thickness,
      text: 'electrode: cathode composite only, with its pores, without foil',
    },
    unitCell: {
      arealMass: cell.arealMass,
      arealVolume: cell.thickness,
      text: 'unit cell: cathode composite, membrane, anode as built, half of each double-coated foil',
    },
    pouch: {
      arealMass: packed.mass / activeArea,
      arealVolume: packed.volume / activeArea,
      text: pouchText(stack, packed),
    },
  };
}

function pouchText(stack: Stack, { boxVolume, volume }: Pouch): string {
  return [
    `pouch: ${stack.cathodeFoils} double-coated cathode sheets and ${stack.anodeFoils} anode sheets`
      + ` (the two outer ones coated on the inner side only), ${stack.unitCells} unit cells`,
    'mass: sheets, tabs, laminate with seal rim; no terminals',
    'volume: sheets, head space of the tabs, laminate, the rim folded against the body'
      + ` (a box around the flat rim: ${(boxVolume / volume).toFixed(2)} times as large)`,
    'as built: lithium that plates on charge adds no thickness',
  ].join('; ');
}
