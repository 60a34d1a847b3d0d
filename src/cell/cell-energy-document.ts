import { energyBases } from '../config/cell-format.js';
import type { CellEnergyDocument, EnergyDensitiesDocument } from '../results/energy-schema.js';
import { units } from '../units/document-units.js';
import type { CellEnergy } from './cell-energy.js';
import { completeCost, costOf } from './cost.js';
import type { EnergyDensities, EnergyDensity } from './energy-density.js';
import type { CellItem } from './pouch.js';

/** The `energy` part of the result document. */
export function cellEnergyDocument(cell: CellEnergy): CellEnergyDocument {
  const { pouch } = cell.fullUtilisation;
  const energy = pouch.gravimetric * cell.mass;
  return {
    ...(cell.format && { format: cell.format }),
    gravimetric_Wh_kg: pouch.gravimetric / units.Wh_kg,
    volumetric_Wh_L: pouch.volumetric / units.Wh_L,
    basis: `full utilisation at the mean equilibrium voltage; ${pouch.basis}`,
    capacity_Ah: cell.capacity / units.Ah,
    meanVoltage_V: cell.meanVoltage,
    unitCellsInSeries: cell.inSeries,
    unitCells: cell.unitCells,
    deliverableShare: cell.deliverableShare,
    ...energyDensitiesDocument(cell.fullUtilisation),
    mass_g: cell.mass / units.g,
    volume_cm3: cell.volume / units.cm3,
    volumeCharged_cm3: cell.chargedVolume / units.cm3,
    nToP: cell.nToP,
    nToPBasis: cell.nToPBasis,
    platedLithium_um: cell.plated / units.um,
    bases: basesDocument(cell),
    items: cell.items.map((item) => itemDocument(item, cell.unitCells)),
    bill: cell.bill.lines.map(({ name, mass, price, cost, share }) => ({
      material: name,
      mass_g: mass / units.g,
      price_USD_kg: price ?? null,
      cost_USD: cost ?? null,
      share: share ?? null,
    })),
    cost: {
      priced_USD: cell.bill.cost.priced,
      unpriced: [...cell.bill.cost.unpriced],
      atLeast_USD_kWh: (cell.bill.cost.priced / energy) * units.kWh,
    },
    vehicle: {
      range_km: cell.vehicleRange / units.km,
      batteryMass_kg: cell.vehicle.batteryMass,
      distancePerEnergy_km_kWh: cell.vehicle.distancePerEnergy / (units.km / units.kWh),
    },
  };
}

/** The `energy` part of one rate. */
export function energyDensitiesDocument(densities: EnergyDensities): EnergyDensitiesDocument {
  const shown = ({ gravimetric, volumetric, chargedVolumetric, power, cost }: EnergyDensity) => ({
    gravimetric_Wh_kg: gravimetric / units.Wh_kg,
    volumetric_Wh_L: volumetric / units.Wh_L,
    volumetricCharged_Wh_L: chargedVolumetric / units.Wh_L,
    power_W_kg: power ?? null,
    cost_USD_kWh: cost === undefined ? null : cost * units.kWh,
  });
  const { electrode, unitCell, stack, pouch } = densities;
  return { electrode: shown(electrode), unitCell: shown(unitCell), stack: shown(stack), pouch: shown(pouch) };
}

const none = {
  gravimetric_Wh_kg: null,
  volumetric_Wh_L: null,
  volumetricCharged_Wh_L: null,
  power_W_kg: null,
  cost_USD_kWh: null,
};

/** What a charge takes in is not an energy density of the cell. */
export const noEnergyDensities: EnergyDensitiesDocument = { electrode: none, unitCell: none, stack: none, pouch: none };

const basesDocument = ({ inventory }: CellEnergy): CellEnergyDocument['bases'] =>
  energyBases.map((name) => {
    const { text, arealMass, arealVolume, chargedArealVolume, arealCost } = inventory[name];
    return {
      name,
      text,
      arealMass_mg_cm2: arealMass / units.mg_cm2,
      thickness_um: arealVolume / units.um,
      thicknessCharged_um: chargedArealVolume / units.um,
      cost_USD_m2: completeCost(arealCost) ?? null,
    };
  });

/** Areal mass and thickness are both per unit cell, so that their ratio is the density of the layer. */
function itemDocument(item: CellItem, unitCells: number): CellEnergyDocument['items'][number] {
  const { arealMass, stackThickness, chargedStackThickness } = item;
  const perUnitCell = (thickness: number | undefined) =>
    thickness === undefined ? null : thickness / unitCells / units.um;
  const cost = costOf(item.parts);
  return {
    name: item.name,
    kind: item.kind,
    bases: [...item.bases],
    mass_g: item.mass / units.g,
    volume_cm3: item.volume / units.cm3,
    volumeCharged_cm3: item.chargedVolume / units.cm3,
    arealMass_mg_cm2: arealMass === undefined ? null : arealMass / units.mg_cm2,
    thickness_um: perUnitCell(stackThickness),
    thicknessCharged_um: perUnitCell(chargedStackThickness),
    cost_USD: cost.priced,
    unpriced: [...cost.unpriced],
  };
}
