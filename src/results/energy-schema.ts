import { z } from 'zod';
import { cellFormats, energyBases } from '../config/cell-format.js';
import { numberOrNull } from './json-schema.js';

/** The energy part of the result document, and of the document that `catholith energy` prints; `null` = not defined there. */

/** On one basis. */
const energyDensity = z.strictObject({
  gravimetric_Wh_kg: numberOrNull,
  volumetric_Wh_L: numberOrNull.describe('as built'),
  volumetricCharged_Wh_L: numberOrNull.describe('as charged: with the lithium that plates'),
  power_W_kg: numberOrNull.describe('mean over the discharge; null at full utilisation, which has no rate'),
  cost_USD_kWh: numberOrNull.describe('materials only; null where one has no price'),
});

export const energyDensities = z.strictObject({
  electrode: energyDensity,
  unitCell: energyDensity,
  stack: energyDensity,
  pouch: energyDensity,
});
export type EnergyDensitiesDocument = z.output<typeof energyDensities>;

export const basisName = z.enum(energyBases);

/** Kinds of items, for colours and groups. */
export const itemKinds = ['cathode', 'membrane', 'anode', 'cathodeCollector', 'anodeCollector', 'bipolarPlate', 'tabs',
  'packaging', 'overhead'] as const;
export type ItemKind = (typeof itemKinds)[number];

const item = z.strictObject({
  name: z.string(),
  kind: z.enum(itemKinds),
  bases: z.array(basisName).describe('what counts it'),
  mass_g: z.number(),
  volume_cm3: z.number().describe('in the whole cell, as built'),
  volumeCharged_cm3: z.number(),
  arealMass_mg_cm2: numberOrNull.describe('per unit-cell area; null for packaging and tabs'),
  thickness_um: numberOrNull.describe('per unit cell, as built; null for packaging and tabs'),
  thicknessCharged_um: numberOrNull,
  cost_USD: z.number().describe('of its materials that have a price'),
  unpriced: z.array(z.string()).describe('its materials without one'),
});

const basis = z.strictObject({
  name: basisName,
  text: z.string().describe('what is counted'),
  arealMass_mg_cm2: z.number().describe('per area of unit cell, like the rest'),
  thickness_um: z.number().describe('volume over area, as built'),
  thicknessCharged_um: z.number(),
  cost_USD_m2: numberOrNull,
});

const billLine = z.strictObject({
  material: z.string(),
  mass_g: z.number(),
  price_USD_kg: numberOrNull,
  cost_USD: numberOrNull,
  share: numberOrNull.describe('of the cost of everything that has a price'),
});

export const cellEnergySchema = z.strictObject({
  format: z.enum(cellFormats).exclude(['pouch']).optional().describe(
    'absent for a pouch; other formats report their energy per mass of the electrode (pellet, coin), the unit cell (sheet) or the stack (bipolar)',
  ),
  gravimetric_Wh_kg: z.number().describe('pouch, at full utilisation and the mean equilibrium voltage'),
  volumetric_Wh_L: z.number(),
  basis: z.string().describe('what is counted, as built or charged'),
  capacity_Ah: z.number(),
  meanVoltage_V: z.number().describe('of one unit cell'),
  unitCellsInSeries: z.number().int().describe(
    '1 unless the stack is bipolar; times meanVoltage_V is the voltage between the leads',
  ),
  unitCells: z.number().int(),
  deliverableShare: z.number().describe(
    'of the capacity of the cathode: below 1 where the anode or the first cycle allows less',
  ),
  ...energyDensities.shape,
  mass_g: z.number(),
  volume_cm3: z.number().describe('as built'),
  volumeCharged_cm3: z.number(),
  nToP: z.number().describe('anode capacity as built over cathode capacity'),
  nToPBasis: z.string(),
  platedLithium_um: z.number().describe('in the first charge, per unit cell'),
  bases: z.array(basis),
  items: z.array(item),
  bill: z.array(billLine).describe('by material'),
  cost: z.strictObject({
    priced_USD: z.number().describe('materials of the cell that have a price'),
    unpriced: z.array(z.string()).describe('materials without one'),
    atLeast_USD_kWh: z.number().describe('priced_USD over the energy at full utilisation'),
  }),
  vehicle: z.strictObject({
    range_km: z.number().describe('of a car with this mass of cells at full utilisation; nothing of a pack is counted'),
    batteryMass_kg: z.number(),
    distancePerEnergy_km_kWh: z.number(),
  }),
});
export type CellEnergyDocument = z.output<typeof cellEnergySchema>;
