import * as z from 'zod';
import { builtStates, capacityBases, cellFormats, stackings, usualSheet } from '../cell-format.js';
import { type Frozen, integer, omittable, quantity, text } from '../fields/field.js';
import { choice } from '../fields/step-fields.js';

/** The pouch around the layers. Defaults: the pouch that 10.1039/d1ee00551k computes its energy densities with. */
const pouch = '10.1039/d1ee00551k, Sec. 6.1';

/** Leads and laminate are priced where a bill of materials prints them. */
const bill = '10.1039/d3qm01171b, Table 1';

const terminal = (side: string, mass: string, price: string, row: string) =>
  omittable(z.strictObject({
    mass: quantity('mass', { label: `mass of the lead of the ${side}`, min: '0 g', max: '10 kg', default: mass,
      source: `${bill}, row ${row}`, note: 'of a cell of 61 g; lies outside the volume' }),
    price: quantity('price', { label: `price of the lead of the ${side}`, min: '0 $/kg', max: '1e6 $/kg',
      default: price, source: `${bill}, row ${row}` }),
  }).describe(`lead (terminal) of the ${side}`));

const efficiency = (side: string) =>
  quantity('fraction', { label: `first-cycle efficiency of the ${side}, first discharge over first charge`, min: 0.3,
    max: 1, default: '100 %', assumed: true, note: 'nothing is lost in the first cycle' });

const overhead = (of: string) =>
  quantity('fraction', { label: `declared overhead on the ${of} of the pouch, as a share of what is itemised`, min: 0,
    max: 2, default: '0 %', source: 'nothing that is not itemised' });

const bipolar = z.strictObject({
  cells: integer({ label: 'unit cells in series', min: 1, max: 1000, default: 10 }),
  plate: omittable(z.strictObject({
    material: text({ label: 'bipolar plate', default: 'stainless-steel', example: 'stainless-steel',
      source: '10.1002/adma.202209074, Sec. 2.4', note: 'one of the options named there', recorded: true,
      material: 'passive' }),
    thickness: quantity('length', { label: 'thickness of the bipolar plate', min: '0 um', max: '1 mm', default: '20 um',
      assumed: true, note: 'no review prints one' }),
  }).describe('the foil between two unit cells, anode on one face, cathode on the other')),
}).describe('a bipolar stack; only with format: bipolar, or stacking: bipolar in a pouch');

const collector = (side: string, material: string, thickness: string) =>
  omittable(z.strictObject({
    material: text({ label: `foil of the ${side}`, default: material, example: material, source: pouch,
      note: 'carbon-coated foil', recorded: true, material: 'passive' }),
    thickness: quantity('length', { label: `thickness of the ${side} foil`, min: '0 um', max: '1 mm',
      default: thickness, source: pouch }),
  }).describe(`current collector of the ${side}`));

export const cellSchema = omittable(z.strictObject({
  format: choice([...cellFormats], {
    label: 'pouch; pellet: pressed in a die, given by masses and an area, no foils; coin: the same between two foils; '
      + 'sheet: one unit cell with its two foils; bipolar: a bare stack of unit cells in series',
    default: 'pouch',
  }),
  diameter: quantity('length', { label: 'diameter of the electrodes of a cell that is no pouch', min: '1 mm',
    max: '500 mm', example: '10 mm', note: 'this or area; masses and currents of the case are divided by it' })
    .optional(),
  area: quantity('area', { label: 'area of the electrodes of a cell that is no pouch', min: '0.01 cm^2',
    max: '2000 cm^2', example: '0.785 cm^2',
    note: 'this or diameter; of a sheet or a bipolar stack also sheetWidth and sheetHeight' }).optional(),
  pressure: quantity('pressure', {
    label: 'stack pressure while the cell runs',
    min: '0 MPa',
    max: '2000 MPa',
    example: '50 MPa',
    note: 'used by every contact law of a layer that states none; without a contact law nothing depends on it',
  }).optional(),
  stacking: choice([...stackings], {
    label:
      'parallel: double-coated sheets; single: one unit cell between two whole foils; bipolar: unit cells in series with shared plates',
    default: 'parallel',
  }),
  bipolar: bipolar.optional(),
  cathodeSheets: integer({ label: 'double-coated cathode sheets; one more anode sheet', min: 1, max: 1000, default: 44,
    source: pouch }),
  sheetWidth: quantity('length', { label: 'width of the coated sheet', min: '1 mm', max: '2 m',
    default: usualSheet.sheetWidth, source: pouch }),
  sheetHeight: quantity('length', { label: 'height of the coated sheet', min: '1 mm', max: '2 m',
    default: usualSheet.sheetHeight, source: pouch }),
  cathodeCollector: collector('cathode', 'aluminium', '15 um'),
  anodeCollector: collector('anode', 'copper', '8 um'),
  tabWidth: quantity('length', { label: 'width of the uncoated tab strip', min: '0 mm', max: '1 m', default: '10 mm',
    assumed: true, note: 'not given in the source of the pouch' }),
  tabLength: quantity('length', { label: 'length of the uncoated tab strip', min: '0 mm', max: '1 m', default: '15 mm',
    assumed: true, note: 'not given in the source of the pouch' }),
  cathodeTerminal: terminal('cathode', '0.156 g', '300 $/kg', 'lead tab (+)'),
  anodeTerminal: terminal('anode', '0.455 g', '200 $/kg', 'lead tab (-)'),
  laminateThickness: quantity('length', { label: 'thickness of the aluminium laminated film', min: '0 um', max: '5 mm',
    default: '115 um', source: pouch }),
  laminateDensity: quantity('density', { label: 'density of the aluminium laminated film', min: '0.1 g/cm^3',
    max: '10 g/cm^3', default: '1.576 g/cm^3', source: pouch }),
  laminatePrice: quantity('price', { label: 'price of the aluminium laminated film', min: '0 $/kg', max: '1e6 $/kg',
    default: '17 $/kg', source: `${bill}, row Al pouch` }),
  sealMargin: quantity('length', { label: 'seal margin around the stack', min: '0 mm', max: '100 mm', default: '5 mm',
    assumed: true, note: 'not given in the source of the pouch' }),
  firstCycleEfficiency: omittable(z.strictObject({ cathode: efficiency('cathode'), anode: efficiency('anode') })
    .describe(
      'what side reactions of the first cycle leave, of capacity at full utilisation and of lithium at the anode after the charge before',
    )),
  nToPBasis: choice([...capacityBases], {
    label: 'capacity of the cathode that N/P refers to: what cycles, or what leaves it in the first charge',
    default: 'reversible',
  }),
  cathodeAsBuilt: choice([...builtStates], {
    label: 'discharged: the cathode brings the lithium; charged: the anode has to',
    default: 'discharged',
  }),
  overhead: omittable(z.strictObject({ mass: overhead('mass'), volume: overhead('volume') })
    .describe('what a source must have added without printing it')),
  vehicle: omittable(z.strictObject({
    batteryMass: quantity('mass', { label: 'mass of the cells that a car carries', min: '0.1 kg', max: '100000 kg',
      default: '400 kg', source: `${pouch} (1)` }),
    distancePerEnergy: quantity('distancePerEnergy', { label: 'distance that a car drives per energy',
      min: '0.01 km/kWh', max: '1000 km/kWh', default: '6 km/kWh', source: `${pouch} (1)` }),
  }).describe('a range from Wh/kg: mass of cells times energy per mass times distance per energy')),
}).describe('the pouch around the layers'));

/** Cell around the layers as a case holds it: lengths [m], densities [kg m^-3], prices [$ kg^-1], of a lead its mass [kg]. */
export interface CellFormat
  extends Frozen<Omit<z.output<typeof cellSchema>, 'format' | 'diameter' | 'area' | 'pressure'>>
{
  /** Absent: a pouch. Else nothing is around its electrodes, which have the area of a sheet, but foils. */
  readonly format?: Exclude<(typeof cellFormats)[number], 'pouch'>;
}
