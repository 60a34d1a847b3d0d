import { conversionOf } from '../units/conversion.js';
import type { DimensionName } from '../units/dimension.js';
import type { Result } from '../units/result.js';
import { type CsvColumn, type CsvProblem, type CsvTable, numbersOf, readCsv } from './csv-table.js';
import { wording } from './wording.js';

/** What a measured charge is counted over. */
export type CapacityBasis = 'activeMass' | 'area' | 'cell';

/** A discharge as it was measured [SI]: charge passed, rising from zero, and voltage. */
export interface MeasuredDischarge {
  readonly basis: CapacityBasis;
  readonly capacity: readonly number[];
  readonly voltage: readonly number[];
}

export type DischargeReading = Result<{ discharge: MeasuredDischarge }, { problems: readonly CsvProblem[] }>;

const capacityUnits = [['activeMass', 'specificCapacity'], ['area', 'arealCapacity'], ['cell', 'charge']] as const;
const currentUnits = [['area', 'currentDensity'], ['cell', 'current']] as const;

/** A cycler counts with so much noise: a charge may fall back by this share of the whole. */
const backwards = 1e-3;
const fewest = 5;

/**
 * Reads a discharge from a table of columns in any order, told apart by their units: a voltage, and a charge (mAh/g of active material,
 * mAh/cm2, mAh) or a time and a current. Other columns are passed over; of rows with one charge the mean voltage is taken.
 */
export function readMeasuredDischarge(text: string): DischargeReading {
  const table = readCsv(text);
  const found = columnsOf(table);
  if (found === undefined) {
    const written = table.columns.map(({ title, unit }) => (unit === '' ? title : `${title} [${unit}]`)).join(', ');
    return { ok: false, problems: [{ ...wording.dischargeColumns(written), ...table.start }] };
  }
  const { basis, picked, factors } = found;
  const { values, places, problems } = numbersOf(table, picked, 'a number in each of the columns that are read');
  if (problems.length > 0) return { ok: false, problems };
  if (values.length < fewest)
    return { ok: false, problems: [{ ...wording.shortDischarge(values.length, fewest), ...table.start }] };
  const si = values.map((row) => row.map((value, i) => value * factors[i]));
  const charge = picked.length === 2 ? si.map(([, q]) => q) : chargeOf(si);
  const wrong = wrongAt(charge);
  if (wrong) return { ok: false, problems: [{ ...wrong.words, ...places[wrong.row][1] }] };
  return { ok: true, discharge: { basis, ...rising(charge, si.map(([voltage]) => voltage)) } };
}

interface Picked {
  readonly basis: CapacityBasis;
  /** Voltage and charge, or voltage, time and current. */
  readonly picked: readonly number[];
  readonly factors: readonly number[];
}

function columnsOf({ columns }: CsvTable): Picked | undefined {
  const at = (dimension: DimensionName): number =>
    columns.findIndex(({ unit }: CsvColumn) => unit !== '' && conversionOf(unit, dimension) !== undefined);
  const factor = (index: number, dimension: DimensionName): number =>
    conversionOf(columns[index].unit, dimension)?.factor ?? NaN;
  const voltage = at('voltage');
  if (voltage < 0) return undefined;
  for (const [basis, dimension] of capacityUnits) {
    const charge = at(dimension);
    if (charge >= 0)
      return { basis, picked: [voltage, charge], factors: [factor(voltage, 'voltage'), factor(charge, dimension)] };
  }
  const time = at('time');
  for (const [basis, dimension] of currentUnits) {
    const current = at(dimension);
    if (time >= 0 && current >= 0) {
      return { basis, picked: [voltage, time, current],
        factors: [factor(voltage, 'voltage'), factor(time, 'time'), factor(current, dimension)] };
    }
  }
  return undefined;
}

/** Integral of the current, counted positive whichever sign a cycler gives to a discharge. */
function chargeOf(rows: readonly (readonly number[])[]): number[] {
  let sum = 0;
  const charge = rows.map(([, time, current], i) => {
    if (i > 0) sum += (time - rows[i - 1][1]) * 0.5 * (current + rows[i - 1][2]);
    return sum;
  });
  return sum < 0 ? charge.map((q) => -q) : charge;
}

/** The first row at which a charge does not go on as that of a discharge does. */
function wrongAt(charge: readonly number[]) {
  const whole = Math.max(...charge.map(Math.abs));
  const negative = charge.findIndex((q) => q < -backwards * whole);
  if (negative >= 0) return { row: negative, words: wording.negativeCharge() };
  const falling = charge.findIndex((q, i) => i > 0 && q < charge[i - 1] - backwards * whole);
  if (falling >= 0) return { row: falling, words: wording.fallingCharge() };
  return undefined;
}

/** Rows of one charge, or of one that falls back within the noise, as one row of their mean voltage. */
function rising(charge: readonly number[],
  voltage: readonly number[]): Pick<MeasuredDischarge, 'capacity' | 'voltage'>
{
  const kept: { q: number; sum: number; count: number }[] = [];
  charge.forEach((q, i) => {
    const last = kept.at(-1);
    if (last && q <= last.q) {
      last.sum += voltage[i];
      last.count++;
    } else {
      kept.push({ q, sum: voltage[i], count: 1 });
    }
  });
  return { capacity: kept.map(({ q }) => q), voltage: kept.map(({ sum, count }) => sum / count) };
}
