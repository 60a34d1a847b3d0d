import { basisLabels, basisNames } from '../cell/energy-density.js';
import type { CellPromiseDocument } from '../results/cell-promise-schema.js';
import { costText } from './cost-text.js';
import { dash, fixed, percent, significant } from './format.js';
import type { CardOptions } from './result-card.js';
import { hanging, type Paint, painter, table, wrap } from './text-layout.js';

const indent = 11;
const narrowest = 60;

/** The cell in the terminal: energy on every basis, and what it weighs, measures and costs item by item. */
export function energyCard(doc: CellPromiseDocument, options: CardOptions): string {
  const paint = painter(options.colour);
  const width = Math.max(narrowest, options.width);
  const entry = (head: string, text: string): string =>
    hanging(head, text, indent, width, (plain) => paint('cyan', plain));
  const { energy, provenance } = doc;
  const blocks = [
    [
      ...wrap(doc.case.title, width).map((line) => paint('bold', line)),
      entry('source', doc.case.source),
      entry('assumes', doc.assumption),
      ...layerLines(doc.case).map(([head, text]) => entry(head, text)),
    ],
    [basisTable(energy, paint)],
    [itemTable(energy, paint)],
    [
      entry('cell', cellText(energy)),
      entry('anode', anodeText(energy)),
      ...(energy.format === undefined ? ofPouch(doc).map(([head, text]) => entry(head, text)) : []),
    ],
    [
      entry('assumed',
        `${provenance.assumed.length} of ${provenance.parameters.length} parameters; which and why: provenance of --json`),
      ...doc.warnings.map((warning) => hanging('warning', warning, indent, width, (plain) => paint('yellow', plain))),
    ],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What a pellet has no part in. */
function ofPouch(doc: CellPromiseDocument): [string, string][] {
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
    `${layers.length > 1 ? `${layer.name}: ` : ''}${fixed(layer.arealCapacity_mAh_cm2, 2)} mAh/cm², ${
      fixed(layer.massLoading_mg_cm2, 1)
    } mg/cm², `
    + `${fixed(layer.thickness_um, 1)} µm, ${fixed(layer.density_g_cm3, 2)} g/cm³${
      layer.declaredDensity ? ' (declared)' : ''
    }, `
    + `porosity ${percent(layer.porosity, 1)}`]
  );
}

type Energy = CellPromiseDocument['energy'];

function basisTable(energy: Energy, paint: Paint): string {
  return table(
    ['basis', 'energy\nWh/kg', 'as built\nWh/L', 'charged\nWh/L', 'cost\n$/kWh', 'mass\nmg/cm²', 'thickness\nµm'],
    // of a pellet the cell is all that there is
    (energy.format === undefined ? basisNames : (['electrode', 'unitCell'] as const)).map((name) => {
      const density = energy[name];
      const basis = energy.bases.find((one) => one.name === name);
      return [
        basisLabels[name],
        fixed(density.gravimetric_Wh_kg, 0),
        fixed(density.volumetric_Wh_L, 0),
        fixed(density.volumetricCharged_Wh_L, 0),
        fixed(density.cost_USD_kWh, 0),
        fixed(basis?.arealMass_mg_cm2 ?? null, 2),
        fixed(basis?.thickness_um ?? null, 1),
      ];
    }),
    ['left', 'right', 'right', 'right', 'right', 'right', 'right'],
    paint,
  );
}

function itemTable({ items, mass_g: mass, volume_cm3: volume, cost }: Energy, paint: Paint): string {
  const rows = items.map((item) => [
    item.name,
    fixed(item.mass_g, 2),
    percent(item.mass_g / mass, 1),
    fixed(item.volume_cm3, 2),
    percent(item.volume_cm3 / volume, 1),
    fixed(item.thickness_um, 1),
    item.unpriced.length > 0 && item.cost_USD === 0
      ? dash
      : `${item.unpriced.length > 0 ? '> ' : ''}${significant(item.cost_USD)}`,
  ]);
  const total = ['total', fixed(mass, 2), '100 %', fixed(volume, 2), '100 %', '',
    `${cost.unpriced.length > 0 ? '> ' : ''}${significant(cost.priced_USD)}`];
  return table(['item', 'mass\ng', '\nshare', 'volume\ncm³', '\nshare', 'per cell\nµm', 'cost\n$'], [...rows, total], [
    'left',
    'right',
    'right',
    'right',
    'right',
    'right',
    'right',
  ], paint);
}

function cellText(energy: Energy): string {
  const series = energy.unitCellsInSeries > 1
    ? ` (${energy.unitCellsInSeries} in series: ${fixed(energy.unitCellsInSeries * energy.meanVoltage_V, 1)} V)`
    : '';
  return `${significant(energy.capacity_Ah)} Ah at ${fixed(energy.meanVoltage_V, 3)} V per unit cell${series}, ${
    significant(energy.mass_g)
  } g, `
    + `${significant(energy.volume_cm3)} cm³ as built, ${significant(energy.volumeCharged_cm3)} cm³ charged`;
}

const anodeText = (energy: Energy): string =>
  `N/P ${fixed(energy.nToP, 2)} (${energy.nToPBasis}); ${platingText(energy)}`;

/** A composite or an alloy takes the lithium up inside. */
function platingText({ platedLithium_um: plated, volume_cm3: built, volumeCharged_cm3: charged }: Energy): string {
  if (plated === 0) return 'no lithium plates in the first charge';
  return `the first charge plates ${fixed(plated, 1)} µm of lithium per unit cell${
    charged > built ? '' : ', in the pores of its host'
  }`;
}

/** W/kg of the pouch at the rates of the case. */
export const promisedPowerText = ({ promisedPower }: CellPromiseDocument): string =>
  `if nothing were lost: ${
    promisedPower.map(({ label, pouch_W_kg }) => `${label} ${fixed(pouch_W_kg, 0)}`).join(', ')
  } W/kg; run says what is left`;

export const rangeText = ({ vehicle }: Energy): string =>
  `${fixed(vehicle.range_km, 0)} km with ${fixed(vehicle.batteryMass_kg, 0)} kg of cells at ${
    fixed(vehicle.distancePerEnergy_km_kWh, 2)
  } km/kWh, `
  + 'nothing of a pack counted';
