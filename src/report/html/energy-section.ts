import type { CellEnergyDocument } from '../../results/energy-schema.js';
import type { ResultDocument } from '../../results/result-schema.js';
import { fixed, percent, significant } from '../format.js';
import { rateLabel } from '../rate-columns.js';
import { electrodeText } from '../result-card.js';
import { type Html, htmlTable, paragraph, type Row, section, text } from './elements.js';

/** Energy on every basis at every rate beside full utilisation, and where the mass and the volume are. */
export function energySection(doc: ResultDocument): Html {
  const { energy } = doc;
  if (energy.format !== undefined)
    return section('energy', 'Energy', [paragraph(text(`A ${electrodeText(doc)}.`)), billTable(energy)]);
  return section('energy', 'Energy of the cell', [
    paragraph(
      text(
        `At full utilisation and the mean equilibrium voltage of ${fixed(energy.meanVoltage_V, 3)} V: `
          + `${fixed(energy.capacity_Ah, 2)} Ah, ${significant(energy.mass_g)} g, ${
            significant(energy.volume_cm3)
          } cm³, `
          + `anode over cathode capacity ${fixed(energy.nToP, 2)}. Basis: ${energy.basis}.`,
      ),
    ),
    densityTable(doc),
    powerTable(doc),
    itemTable(energy),
    billTable(energy),
  ]);
}

/** W/kg and $/kWh of the pouch, and its volume as charged, at every rate. */
function powerTable({ energy, rates }: ResultDocument): Html {
  const cells = (label: string, pouch: CellEnergyDocument['pouch']) =>
    [label, fixed(pouch.power_W_kg, 0), fixed(pouch.volumetricCharged_Wh_L, 0), fixed(pouch.cost_USD_kWh, 0)].map(text);
  return htmlTable(
    'Power, volume as charged and cost of the pouch cell; a dash where something has no price or no rate',
    [
      { title: 'rate' },
      { title: 'power', unit: 'W/kg', numeric: true },
      { title: 'as charged', unit: 'Wh/L', numeric: true },
      { title: 'materials', unit: '$/kWh', numeric: true },
    ],
    [
      { cells: cells('full utilisation', energy.pouch), kind: 'total' },
      ...rates.filter(({ direction }) => direction === 'discharge').map((rate) => ({
        cells: cells(rateLabel(rate), rate.energy.pouch),
      })),
    ],
  );
}

/** What every material weighs and costs, wherever it is used. */
export function billTable({ bill, cost }: CellEnergyDocument): Html {
  return htmlTable(
    `Bill of materials${cost.unpriced.length > 0 ? `; without a price: ${cost.unpriced.join(', ')}` : ''}`,
    [
      { title: 'material' },
      { title: 'mass', unit: 'g', numeric: true },
      { title: 'price', unit: '$/kg', numeric: true },
      { title: 'cost', unit: '$', numeric: true },
      { title: 'share of what has a price', numeric: true },
    ],
    bill.map((line) => ({
      cells: [line.material, fixed(line.mass_g, 3), significant(line.price_USD_kg), significant(line.cost_USD),
        percent(line.share, 1)].map(text),
    })),
  );
}

type Densities = Pick<CellEnergyDocument, 'electrode' | 'unitCell' | 'stack' | 'pouch'>;

function densityTable(doc: ResultDocument): Html {
  const full = doc.energy.pouch.gravimetric_Wh_kg;
  const cells = (label: string, { electrode, unitCell, stack, pouch }: Densities) =>
    [
      label,
      ...[electrode, unitCell, stack, pouch].flatMap((
        basis,
      ) => [fixed(basis.gravimetric_Wh_kg, 0), fixed(basis.volumetric_Wh_L, 0)]),
      percent(pouch.gravimetric_Wh_kg === null || full === null ? null : pouch.gravimetric_Wh_kg / full),
    ].map(text);
  const rows: Row[] = [
    { cells: cells('full utilisation', doc.energy), kind: 'total' },
    ...doc.rates.filter(({ direction }) => direction === 'discharge')
      .map((rate) => ({ cells: cells(rateLabel(rate), rate.energy) })),
  ];
  const pair = (title: string) => ['Wh/kg', 'Wh/L'].map((unit) => ({ title, unit, numeric: true }));
  return htmlTable(
    'Energy densities as simulated, beside full utilisation',
    [
      { title: 'rate' },
      ...pair('electrode'),
      ...pair('unit cell'),
      ...pair('stack'),
      ...pair('pouch'),
      { title: 'pouch Wh/kg', unit: 'of full', numeric: true },
    ],
    rows,
  );
}

export function itemTable({ items, mass_g: mass, volume_cm3: volume, cost }: CellEnergyDocument): Html {
  const rows: Row[] = items.map((item) => ({
    cells: [
      item.name,
      fixed(item.mass_g, 2),
      percent(item.mass_g / mass, 1),
      fixed(item.volume_cm3, 2),
      percent(item.volume_cm3 / volume, 1),
      fixed(item.arealMass_mg_cm2, 2),
      fixed(item.thickness_um, 1),
      fixed(item.thicknessCharged_um, 1),
      item.cost_USD === 0 && item.unpriced.length > 0 ? 'no price' : atLeast(item.cost_USD, item.unpriced),
    ].map(text),
  }));
  const total = ['total', fixed(mass, 2), percent(1, 1), fixed(volume, 2), percent(1, 1), '', '', '',
    atLeast(cost.priced_USD, cost.unpriced)]
    .map(text);
  return htmlTable(
    'Mass, volume and cost of the pouch cell by item; areal mass and thickness per unit cell',
    [
      { title: 'item' },
      { title: 'mass', unit: 'g', numeric: true },
      { title: 'share', numeric: true },
      { title: 'volume', unit: 'cm³', numeric: true },
      { title: 'share', numeric: true },
      { title: 'areal mass', unit: 'mg/cm²', numeric: true },
      { title: 'thickness', unit: 'µm', numeric: true },
      { title: 'charged', unit: 'µm', numeric: true },
      { title: 'materials', unit: '$', numeric: true },
    ],
    [...rows, { cells: total, kind: 'total' }],
  );
}

/** A sum in which something has no price is a lower bound. */
const atLeast = (cost: number, unpriced: readonly string[]): string =>
  `${unpriced.length > 0 ? '> ' : ''}${significant(cost)}`;
