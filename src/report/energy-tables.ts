import { basisLabels, tellingBasis } from '../cell/energy-density.js';
import { energyBases } from '../config/cell-format.js';
import type { CellEnergyDocument } from '../results/energy-schema.js';
import type { ResultDocument } from '../results/result-schema.js';
import { dash, fixed, percent, significant } from './format.js';
import { starredLabel } from './rate-columns.js';
import { type Column, column, detail, tableOf, type TextTable, words } from './text-table.js';

type Basis = CellEnergyDocument['bases'][number];
type Density = CellEnergyDocument['pouch'];

/** Energy, mass and thickness on every basis, per area of unit cell. */
export function basisTable(energy: CellEnergyDocument): TextTable {
  // what is not around the layers is no basis
  const last = tellingBasis(energy);
  const names = energyBases.slice(0, Math.max(2, energyBases.indexOf(last) + 1));
  const rows = names.map((name) => ({
    label: basisLabels[name],
    density: energy[name],
    basis: energy.bases.find((one) => one.name === name),
  }));
  type Row = typeof rows[number];
  const of = (title: string, unit: string, key: keyof Density): Column<Row> =>
    column(title, unit, ({ density }) => fixed(density[key], 0));
  const area = (title: string, unit: string, key: keyof Basis & `${string}_${'um' | 'mg_cm2'}`, digits: number) =>
    column<Row>(title, unit, ({ basis }) => fixed(basis?.[key] ?? null, digits));
  return tableOf('Energy on every basis, per area of unit cell', rows, [
    words('basis', ({ label }) => label),
    of('energy', 'Wh/kg', 'gravimetric_Wh_kg'),
    of('as built', 'Wh/L', 'volumetric_Wh_L'),
    of('charged', 'Wh/L', 'volumetricCharged_Wh_L'),
    of('cost', '$/kWh', 'cost_USD_kWh'),
    area('mass', 'mg/cm²', 'arealMass_mg_cm2', 2),
    area('thickness', 'µm', 'thickness_um', 1),
    detail(area('charged', 'µm', 'thicknessCharged_um', 1)),
    detail(words('what is counted', ({ basis }) => basis?.text.slice(basis.text.indexOf(':') + 1).trim() ?? '')),
  ]);
}

/** Decimals that show items of a thousandth of a pellet, and of a pouch as many as a balance does. */
const placesOf = (total: number): number => Math.max(2, 2 - Math.floor(Math.log10(total)));

export function itemTable(energy: CellEnergyDocument): TextTable {
  const { items, mass_g: mass, volume_cm3: volume, cost } = energy;
  const total = { name: 'total', mass_g: mass, volume_cm3: volume, arealMass_mg_cm2: null, thickness_um: null,
    thicknessCharged_um: null, cost_USD: cost.priced_USD, unpriced: cost.unpriced };
  type Row = typeof total | typeof items[number];
  const perCell = (title: string, unit: string, key: 'arealMass_mg_cm2' | 'thickness_um' | 'thicknessCharged_um',
    digits: number) => column<Row>(title, unit, (row) => (row === total ? '' : fixed(row[key], digits)));
  return tableOf<Row>('Mass, volume and cost of the cell by item; areal mass and thickness per unit cell', [...items,
    total], [
    words('item', ({ name }) => name),
    column('mass', 'g', (row) => fixed(row.mass_g, placesOf(mass))),
    column('share', 'of mass', (row) => percent(row.mass_g / mass, 1)),
    column('volume', 'cm³', (row) => fixed(row.volume_cm3, placesOf(volume))),
    column('share', 'of volume', (row) => percent(row.volume_cm3 / volume, 1)),
    detail(perCell('areal mass', 'mg/cm²', 'arealMass_mg_cm2', 2)),
    perCell('per cell', 'µm', 'thickness_um', 1),
    detail(perCell('charged', 'µm', 'thicknessCharged_um', 1)),
    column('cost', '$',
      ({ cost_USD: priced, unpriced }) =>
        priced === 0 && unpriced.length > 0 ? dash : `${unpriced.length > 0 ? '> ' : ''}${significant(priced)}`),
  ], (row) => (row === total ? 'total' : undefined));
}

/** Table of what every material weighs and costs, wherever it is used; what is pressed in a die is weighed in milligrams and bought by nobody. */
export const billTable = ({ bill, cost, format }: CellEnergyDocument): TextTable => {
  const material = words<Line>('material', (line) => line.material);
  if (format === 'pellet' || format === 'coin')
    return tableOf('Materials', bill, [material, column('mass', 'mg', (line) => significant(1e3 * line.mass_g))]);
  return tableOf(
    `Bill of materials${cost.unpriced.length > 0 ? `; without a price: ${cost.unpriced.join(', ')}` : ''}`,
    bill,
    [
      material,
      column('mass', 'g', (line) => fixed(line.mass_g, 3)),
      column('price', '$/kg', (line) => significant(line.price_USD_kg)),
      column('cost', '$', (line) => significant(line.cost_USD)),
      column('share of what has a price', '', (line) => percent(line.share, 1)),
    ],
  );
};

type Line = CellEnergyDocument['bill'][number];
type Densities = Pick<CellEnergyDocument, 'electrode' | 'unitCell' | 'stack' | 'pouch'>;
interface Delivered {
  readonly label: string;
  readonly energy: Densities;
}

/** Full utilisation first, then every rate that is a discharge. */
const delivered = ({ energy, rates }: ResultDocument): Delivered[] => [
  { label: 'full utilisation', energy },
  ...rates.filter(({ direction }) => direction === 'discharge').map((rate) => (
    { label: starredLabel(rate), energy: rate.energy }
  )),
];

const isFull = ({ label }: Delivered): string | undefined => (label === 'full utilisation' ? 'total' : undefined);

/** Energy on every basis at every rate. */
export function densityTable(doc: ResultDocument): TextTable {
  const full = doc.energy.pouch.gravimetric_Wh_kg ?? NaN;
  return tableOf('Energy densities as simulated, beside full utilisation', delivered(doc), [
    words('rate', ({ label }) => label),
    ...energyBases.flatMap((name) => [
      column<Delivered>(basisLabels[name], 'Wh/kg', ({ energy }) => fixed(energy[name].gravimetric_Wh_kg, 0)),
      column<Delivered>(basisLabels[name], 'Wh/L', ({ energy }) => fixed(energy[name].volumetric_Wh_L, 0)),
    ]),
    column('pouch Wh/kg', 'of full', ({ energy: { pouch } }) => percent((pouch.gravimetric_Wh_kg ?? NaN) / full)),
  ], isFull);
}

/** Power, volume as charged and cost of the pouch at every rate. */
export const powerTable = (doc: ResultDocument): TextTable =>
  tableOf('Power, volume as charged and cost of the pouch cell; a dash where something has no price or no rate',
    delivered(doc), [
    words('rate', ({ label }) => label),
    column('power', 'W/kg', ({ energy }) => fixed(energy.pouch.power_W_kg, 0)),
    column('as charged', 'Wh/L', ({ energy }) => fixed(energy.pouch.volumetricCharged_Wh_L, 0)),
    column('materials', '$/kWh', ({ energy }) => fixed(energy.pouch.cost_USD_kWh, 0)),
  ], isFull);

/** Materials per energy; what has no price makes it a lower bound. */
export function costText({ cost, pouch }: CellEnergyDocument): string {
  const basis = 'at full utilisation, materials only';
  if (pouch.cost_USD_kWh !== null) return `${fixed(pouch.cost_USD_kWh, 0)} $/kWh of pouch ${basis}`;
  return `at least ${fixed(cost.atLeast_USD_kWh, 0)} $/kWh of pouch ${basis}; no price is known for `
    + `${cost.unpriced.join(', ')}`;
}
