import type { CellEnergyDocument } from '../results/result-schema.js';
import type { CellEnergy } from './cell-energy.js';
import type { EnergyDensities, EnergyDensity } from './energy-density.js';
import type { CellItem } from './pouch.js';

/** SI amount of one display unit. */
const wattHourPerKilogram = 3600;
const wattHourPerLitre = 3600e3;
const ampereHour = 3600;
const gram = 1e-3;
const cubicCentimetre = 1e-6;
const milligramPerSquareCentimetre = 1e-2;
const micrometre = 1e-6;

type DensitiesDocument = Pick<CellEnergyDocument, 'electrode' | 'unitCell' | 'pouch'>;

/** The `energy` part of the result document. */
export function cellEnergyDocument(cell: CellEnergy): CellEnergyDocument {
  const densities = energyDensitiesDocument(cell.fullUtilisation);
  return {
    gravimetric_Wh_kg: cell.fullUtilisation.pouch.gravimetric / wattHourPerKilogram,
    volumetric_Wh_L: cell.fullUtilisation.pouch.volumetric / wattHourPerLitre,
    basis: `full utilisation at the mean equilibrium voltage; ${cell.fullUtilisation.pouch.basis}`,
    capacity_Ah: cell.capacity / ampereHour,
    meanVoltage_V: cell.meanVoltage,
    ...densities,
    mass_g: cell.mass / gram,
    volume_cm3: cell.volume / cubicCentimetre,
    nToP: cell.nToP,
    items: cell.items.map((item) => itemDocument(item, cell.unitCells)),
  };
}

/** The `energy` part of one rate. */
export function energyDensitiesDocument(densities: EnergyDensities): DensitiesDocument {
  const shown = ({ gravimetric, volumetric }: EnergyDensity) => ({
    gravimetric_Wh_kg: gravimetric / wattHourPerKilogram,
    volumetric_Wh_L: volumetric / wattHourPerLitre,
  });
  return { electrode: shown(densities.electrode), unitCell: shown(densities.unitCell), pouch: shown(densities.pouch) };
}

/** Areal mass and thickness are both per unit cell, so that their ratio is the density of the layer. */
function itemDocument(item: CellItem, unitCells: number): CellEnergyDocument['items'][number] {
  const { arealMass, stackThickness } = item;
  return {
    name: item.name,
    mass_g: item.mass / gram,
    volume_cm3: item.volume / cubicCentimetre,
    arealMass_mg_cm2: arealMass === undefined ? null : arealMass / milligramPerSquareCentimetre,
    thickness_um: stackThickness === undefined ? null : stackThickness / unitCells / micrometre,
  };
}
