import { formatQuantity, toDisplay } from '../../units/quantity.js';
import { cellFormats, usualSheet } from '../cell-format.js';
import { bareValue } from '../fields/annotation.js';
import { readQuantity } from '../fields/field.js';
import type { FieldProblem } from '../fields/reading.js';
import { overLayers } from '../over-layers.js';
import { dataAt, isRecord, type Path, type PlainRecord } from '../plain-data.js';
import { asWritten } from '../rate.js';
import { wording } from '../wording.js';
import type { WrittenCase } from './case-schema.js';
import type { CellFormat } from './cell-schema.js';

/** Cells that are given by what was weighed, by a diameter and by a current: everything below `config/` is per area. */

/** Reads the area of a cell from its diameter or area [m^2]; undefined where it has neither, or they cannot be read. */
export function areaOf(cell: unknown): number | undefined {
  if (!isRecord(cell)) return undefined;
  const area = cell.area === undefined ? undefined : readQuantity(cell.area, 'area', {});
  if (area !== undefined) return area.ok ? area.value : undefined;
  if (cell.diameter === undefined && isOfSheets(bareValue(cell.format))) return areaOfSheet(cell);
  const diameter = readQuantity(cell.diameter, 'length', {});
  return diameter.ok ? (Math.PI / 4) * diameter.value ** 2 : undefined;
}

const isOfSheets = (format: unknown): boolean => format === 'sheet' || format === 'bipolar';

function areaOfSheet(cell: PlainRecord): number | undefined {
  const [width, height] = (['sheetWidth', 'sheetHeight'] as const).map((key) =>
    readQuantity(cell[key] ?? usualSheet[key], 'length', {})
  );
  return width.ok && height.ok ? width.value * height.value : undefined;
}

/** `0.4 mA`, `2 mW`, `1 mAh`. */
const perCell = /^\s*([+-]?[\d.]+(?:[eE][+-]?\d+)?)\s*([munµ]?(?:A|W|Ah))\s*$/;

const unitOfCell = /^[munµ]?(?:A|W|Ah)$/;

/** Currents, powers and charges of the protocol over the area, and the pressure of the cell where a contact law has none. */
export function overArea(data: PlainRecord): PlainRecord {
  const area = areaOf(data.cell);
  const pressed = withPressure(data);
  return area === undefined || data.protocol === undefined
    ? pressed
    : { ...pressed, protocol: divided(data.protocol, toDisplay(area, 'area').value) };
}

function divided(input: unknown, squareCentimetres: number): unknown {
  if (Array.isArray(input)) return input.map((one: unknown) => divided(one, squareCentimetres));
  if (isRecord(input) && typeof input.unit === 'string' && unitOfCell.test(input.unit)) {
    const over = (one: unknown): unknown => (typeof one === 'number' ? one / squareCentimetres : one);
    const { value } = input;
    return { ...input, value: Array.isArray(value) ? value.map(over) : over(value), unit: `${input.unit}/cm^2` };
  }
  if (isRecord(input))
    return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, divided(value, squareCentimetres)]));
  const match = typeof input === 'string' ? perCell.exec(input) : null;
  if (match === null) return input;
  const perArea = `${Number((Number(match[1]) / squareCentimetres).toPrecision(6))} ${match[2]}/cm^2`;
  return match[2].endsWith('A') ? `${perArea}${asWritten}${match[0].trim()}` : perArea;
}

function withPressure(data: PlainRecord): PlainRecord {
  const pressure = dataAt(data, ['cell', 'pressure']);
  if (pressure === undefined) return data;
  return overLayers(data, (layer) =>
    isRecord(layer.contact) && layer.contact.pressure === undefined
      ? { ...layer, contact: { ...layer.contact, pressure } }
      : layer);
}

/** What only a pouch has, what cells of sheets have as well, and what a pellet in its die does not have either. */
const pouchKeys = ['stacking', 'cathodeSheets', 'tabWidth', 'tabLength', 'cathodeTerminal', 'anodeTerminal',
  'laminateThickness', 'laminateDensity', 'laminatePrice', 'sealMargin', 'overhead', 'vehicle'];
const sheet = ['sheetWidth', 'sheetHeight'];
const foils = ['cathodeCollector', 'anodeCollector'];

/** Keys that a cell of a format does not have. */
const lacking: Readonly<Record<(typeof cellFormats)[number], readonly string[]>> = {
  pouch: [],
  pellet: [...pouchKeys, 'bipolar', ...sheet, ...foils],
  coin: [...pouchKeys, 'bipolar', ...sheet],
  sheet: [...pouchKeys, 'bipolar'],
  bipolar: pouchKeys,
};

const without = (format: unknown): readonly string[] =>
  lacking[cellFormats.find((known) => known === format) ?? 'pouch'];

/** Keys of `cell` that nothing rests on. */
export const unusedOf = ({ format, diameter, area }: WrittenCase['cell']): string[] =>
  [...without(format), ...((diameter ?? area) === undefined ? [] : sheet)].map((key) => `cell.${key}`);

/** A pellet has an area and no pouch; what was weighed needs an area. */
export function formatRules(data: PlainRecord): FieldProblem[] {
  const cell = isRecord(data.cell) ? data.cell : {};
  const format = bareValue(cell.format) ?? 'pouch';
  const hasArea = cell.diameter !== undefined || cell.area !== undefined;
  const sized = sheet.find((key) => cell[key] !== undefined);
  const strange = without(format).filter((key) => cell[key] !== undefined)
    .map((key): FieldProblem => ({ ...wording.notInFormat(key, String(format)), path: ['cell', key] }));
  if (format === 'pouch') {
    const given = ['diameter', 'area'].filter((key) => cell[key] !== undefined);
    strange.push(...given.map((key) => ({ ...wording.needsFormat(key), path: ['cell', key] })));
  } else if (!hasArea && (format === 'pellet' || format === 'coin')) {
    strange.push({ ...wording.missing(`the size of a ${String(format)}`, 'diameter: 10 mm'),
      path: ['cell', 'diameter'] });
  }
  if (hasArea && sized !== undefined && isOfSheets(format)) {
    strange.push({
      ...wording.onlyOneOf(['diameter', 'area', ...sheet], [cell.area === undefined ? 'diameter' : 'area', sized]),
      path: ['cell', sized],
    });
  }
  if (format !== 'pouch') return [...strange, ...tooHeavy(data)];
  return [...strange, ...weighedIn(data).map((path) => ({ ...wording.needsFormat('mass'), path }))];
}

/** Largest mass per area that a layer may be given [kg m^-2]: more is a slip of the unit. */
const mostPerArea = 20;

function tooHeavy(data: PlainRecord): FieldProblem[] {
  const area = areaOf(data.cell);
  return weighedIn(data).flatMap((path) => {
    const mass = readQuantity(dataAt(data, path), 'mass', {});
    if (area === undefined || !mass.ok || mass.value / area <= mostPerArea) return [];
    const [most, found] = [mostPerArea, mass.value / area].map((loading) => formatQuantity(loading, 'massLoading', 4));
    return [{ ...wording.outOfRange('a mass over the area', `of at most ${most}`, found), path }];
  });
}

/** Every place that says what was weighed. */
function weighedIn(data: PlainRecord): Path[] {
  const layers = dataAt(data, ['cathode', 'layers']);
  const paths: Path[] = [['anode', 'mass'], ['membrane', 'mass'],
    ...(Array.isArray(layers) ? layers.map((_, i) => ['cathode', 'layers', i, 'mass']) : [])];
  return paths.filter((path) => dataAt(data, path) !== undefined);
}

/** Electrodes of this area, or of the sheet where there is none, with nothing around them but foils; in a die not even these. */
export function bareCell<F extends CellFormat>(cell: F, format: NonNullable<CellFormat['format']>, area?: number): F {
  const nothing = { mass: 0, price: 0 };
  return {
    ...cell,
    format,
    stacking: format === 'bipolar' ? 'bipolar' : 'single',
    cathodeSheets: 1,
    ...(area !== undefined && { sheetWidth: Math.sqrt(area), sheetHeight: Math.sqrt(area) }),
    tabWidth: 0,
    tabLength: 0,
    laminateThickness: 0,
    sealMargin: 0,
    cathodeTerminal: nothing,
    anodeTerminal: nothing,
    ...(format === 'pellet' && {
      cathodeCollector: { ...cell.cathodeCollector, thickness: 0 },
      anodeCollector: { ...cell.anodeCollector, thickness: 0 },
    }),
  };
}
