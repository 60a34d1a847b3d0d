import type { CellPromiseDocument } from '../results/cell-promise-schema.js';
import { type Description, entries, entry, figure, fold, type Report, table, tables,
  warnings } from './blocks/block.js';
import { parameterFold } from './blocks/parameters.js';
import { basisTable, billTable, costText, itemTable } from './energy-tables.js';
import { fixed, percent, significant } from './format.js';

/** The cell at full utilisation: energy on every basis, and what it weighs, measures and costs item by item. */
export const energyReport: Report<CellPromiseDocument> = { page: 'energy.html', json: 'energy.json', describe };

function describe(doc: CellPromiseDocument): Description {
  const { energy } = doc;
  return {
    title: doc.case.title,
    blocks: [
      entry('source', doc.case.source),
      entry('assumes', doc.assumption, 'answer'),
      ...entries(layerLines(doc.case)),
      table(basisTable(energy)),
      table(itemTable(energy)),
      ...warnings(doc.warnings),
      fold('energy', 'Energy of the cell', [
        entry('cell', cellText(energy)),
        entry('anode', anodeText(energy)),
        ...entries(energy.format === undefined ? pouchRows(doc) : []),
        ...(doc.selfDischarge ? [entry('at rest', atRestText(doc.selfDischarge))] : []),
      ], [
        figure(async () => (await import('./figures/cell-items.js')).layerShares(doc)),
        figure(async () => (await import('./figures/cell-items.js')).massVolume(doc)),
        ...tables([billTable(energy)]),
      ]),
      parameterFold(doc.provenance, 'energy.html, or provenance of --json'),
    ],
  };
}

/** What a pellet has no part in. */
function pouchRows(doc: CellPromiseDocument): [string, string][] {
  const { energy, promisedPower } = doc;
  return [
    ...(promisedPower.length === 0 ? [] : [['power', promisedPowerText(doc)] as [string, string]]),
    ['cost', costText(energy)],
    ['range', rangeText(energy)],
    ['basis', energy.basis.slice(energy.basis.indexOf('pouch:'))],
  ];
}

function layerLines({ layers, anode }: CellPromiseDocument['case']): [string, string][] {
  return [...layers, ...(anode ? [anode] : [])].map((
    layer,
  ) => [layer === anode ? 'anode' : 'cathode',
    `${layers.length > 1 ? `${layer.name}: ` : ''}${fixed(layer.arealCapacity_mAh_cm2, 2)} mAh/cm², `
    + `${fixed(layer.massLoading_mg_cm2, 1)} mg/cm², ${fixed(layer.thickness_um, 1)} µm, `
    + `${fixed(layer.density_g_cm3, 2)} g/cm³${layer.declaredDensity ? ' (declared)' : ''}, porosity `
    + `${percent(layer.porosity, 1)}`]
  );
}

type Energy = CellPromiseDocument['energy'];

function cellText(energy: Energy): string {
  const series = energy.unitCellsInSeries > 1
    ? ` (${energy.unitCellsInSeries} in series: ${fixed(energy.unitCellsInSeries * energy.meanVoltage_V, 1)} V)`
    : '';
  return `${significant(energy.capacity_Ah)} Ah at ${fixed(energy.meanVoltage_V, 3)} V per unit cell${series}, `
    + `${significant(energy.mass_g)} g, ${significant(energy.volume_cm3)} cm³ as built, `
    + `${significant(energy.volumeCharged_cm3)} cm³ charged`;
}

const anodeText = (energy: Energy): string =>
  `N/P ${fixed(energy.nToP, 2)} (${energy.nToPBasis}); ${platingText(energy)}`;

/** A composite or an alloy takes the lithium up inside. */
function platingText({ platedLithium_um: plated, volume_cm3: built, volumeCharged_cm3: charged }: Energy): string {
  if (plated === 0) return 'no lithium plates in the first charge';
  return `the first charge plates ${fixed(plated, 1)} µm of lithium per unit `
    + `cell${charged > built ? '' : ', in the pores of its host'}`;
}

const atRestText = ({ leak_uA_cm2, days, daysAsAsked }: NonNullable<CellPromiseDocument['selfDischarge']>): string =>
  `electrons leak ${significant(leak_uA_cm2)} µA/cm² (σ V / t) through a membrane of the 1e-9 S/cm of sulfides: a `
  + `full cell is empty after ${significant(days)} days; at the 1e-12 S/cm that a review asks for, after `
  + `${significant(daysAsAsked / 365.25)} years`;

/** W/kg of the pouch at the rates of the case. */
const promisedPowerText = ({ promisedPower }: CellPromiseDocument): string =>
  `without losses: ${
    promisedPower.map(({ label, pouch_W_kg }) => `${label} ${fixed(pouch_W_kg, 0)}`).join(', ')
  } W/kg; "catholith run" gives it with losses`;

const rangeText = ({ vehicle }: Energy): string =>
  `${fixed(vehicle.range_km, 0)} km with ${fixed(vehicle.batteryMass_kg, 0)} kg of cells at `
  + `${fixed(vehicle.distancePerEnergy_km_kWh, 2)} km/kWh, nothing of a pack counted`;
