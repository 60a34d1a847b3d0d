import { aNumber, aText, expectArguments, optional } from '../../units/arguments.js';
import { conversionOf } from '../../units/conversion.js';
import type { DimensionName } from '../../units/dimension.js';
import { formatQuantity } from '../../units/quantity.js';
import type { Result } from '../../units/result.js';
import { wording } from '../wording.js';
import { type CsvColumn, type CsvProblem, type CsvTable, numbersOf, type PickedColumns, type Place, readCsv,
  tableBehind, titlesOf } from './csv-table.js';
import { type CyclerExport, readCyclerExport } from './cycler-export.js';

/** What a measured charge is counted over. */
export type CapacityBasis = 'activeMass' | 'area' | 'cell';

/** A discharge as it was measured [SI]: charge passed, rising from zero, and voltage. */
export interface MeasuredDischarge {
  readonly basis: CapacityBasis;
  readonly capacity: readonly number[];
  readonly voltage: readonly number[];
  /** What flowed in the middle of it, positive, where the file has a current: over the basis of the charge [SI]. */
  readonly current?: number;
  /** Rows of the file with the charge of the row before, or one that falls back within the noise: each is a part of that row's mean. */
  readonly repeated: number;
  /** Whether a table has a negative current in every row of it: the sign that other cyclers give to a discharge. */
  readonly negative?: true;
}

export type DischargeReading = Result<{ discharge: MeasuredDischarge }, { problems: readonly CsvProblem[] }>;

/** What a charge may be counted over, with the dimension of it. */
export const chargeBases = [['activeMass', 'specificCapacity'], ['area', 'arealCapacity'], ['cell', 'charge']] as const;
const currentUnits = [['area', 'currentDensity'], ['cell', 'current']] as const;

/** A cycler counts with so much noise: a charge may fall back by this share of the whole. */
const backwards = 1e-3;
const fewest = 5;
/** No cell has another voltage [V]: what has is in another unit, or of another sign. */
const cellVoltages = { low: 0.05, high: 10 } as const;
/** Largest number of discharges of a file that a message names by their currents. */
const mostNamed = 12;
/** A current below this share of the largest one is that of a rest. */
const resting = 1e-3;

/**
 * Reads a discharge from the export of a cycler, or from a table of columns in any order, told apart by their units: a voltage, and a
 * charge (mAh/g of active material, mAh/cm2, mAh) or a time and a current. Other columns and a preamble are passed over; of rows with one charge
 * the mean voltage is taken. `number`: which of the discharges of an export, or of a table whose current has both signs.
 */
export function readMeasuredDischarge(text: string, number?: number): DischargeReading {
  expectArguments({ text: [text, aText], number: [number, optional(aNumber(1))] });
  const cycler = readCyclerExport(text);
  if (cycler) return dischargeOf(cycler, number);
  const whole = readCsv(text);
  const { table, found = columnsOf(whole) } = tableBehind(text, (columns) => columnsOf({ columns }))
    ?? { table: whole };
  if (found === undefined)
    return { ok: false, problems: [{ ...wording.dischargeColumns(titlesOf(table)), ...table.start }] };
  const { basis, picked, factors } = found;
  const { values, places, problems } = numbersOf(table, picked, 'a number in each of the columns that are read');
  if (problems.length > 0) return { ok: false, problems };
  if (values.length < fewest)
    return { ok: false, problems: [{ ...wording.shortDischarge(values.length, fewest), ...table.start }] };
  const si = values.map((row) => row.map((value, i) => value * factors[i]));
  const least = leastCurrent(si);
  if (picked.length === 3 && si.some(([, , i]) => i > least) && si.some(([, , i]) => i < -least)) {
    const negative = runsOf(si);
    const falls = negative.some(([first, end]) => si[end - 1][0] < si[first][0]);
    return runOf({ basis, si, places, start: table.start }, falls ? negative : runsOf(si, si.map(([, , i]) => i > 0)),
      number);
  }
  if (number !== undefined && number !== 1)
    return { ok: false, problems: [{ ...wording.numberOfDischarge(number, 1), ...table.start }] };
  const charge = picked.length === 2 ? si.map(([, q]) => q) : chargeOf(si);
  const voltage = si.map(([value]) => value);
  const wrong = wrongAt(charge) ?? wrongVoltage(voltage);
  if (wrong) return { ok: false, problems: [{ ...wrong.words, ...places[wrong.row][wrong.column] }] };
  const negative = picked.length === 3 && si.every(([, , current]) => current <= 0);
  return { ok: true,
    discharge: { basis, ...rising(charge, voltage), ...(picked.length === 3 && { current: usualCurrent(si) }),
      ...(negative && { negative }) } };
}

/** One discharge of an export. */
function dischargeOf({ table, states, ...at }: CyclerExport, number: number | undefined): DischargeReading {
  const basis = currentUnits.find(([, dimension]) => conversionOf(table.columns[at.current].unit, dimension));
  const picked = [at.voltage, at.time, at.current];
  const dimensions = ['voltage', 'time', basis?.[1] ?? 'current'] as const;
  const factors = picked.map((column, i) => conversionOf(table.columns[column].unit, dimensions[i])?.factor);
  const wrong = picked.find((_, i) => factors[i] === undefined);
  if (basis === undefined || wrong !== undefined) {
    const { title, unit, place } = table.columns[wrong ?? at.current];
    return { ok: false, problems: [{ ...wording.dischargeColumns(`${title} [${unit}]`), ...place }] };
  }
  const { values, places, problems } = numbersOf(table, picked, 'a number in each of the columns that are read');
  if (problems.length > 0) return { ok: false, problems };
  const si = values.map((row) => row.map((value, i) => value * (factors[i] ?? NaN)));
  return runOf({ basis: basis[0], si, places, start: table.start }, runsOf(si, states), number);
}

interface Recorded {
  readonly basis: CapacityBasis;
  /** Voltage, time and current of every row [SI]. */
  readonly si: readonly (readonly number[])[];
  readonly places: readonly (readonly Place[])[];
  readonly start: Place;
}

/**
 * One of the runs of rows that discharge: its charge is the integral of the current. The step begins where the row before ends, or one interval
 * before its first row.
 */
function runOf({ basis, si, places, start }: Recorded, runs: readonly (readonly [number, number])[],
  number: number | undefined): DischargeReading
{
  const named = ([first, end]: readonly [number, number], k: number): string =>
    `#${k + 1} ${
      formatQuantity(usualCurrent(si.slice(first, end)), basis === 'cell' ? 'current' : 'currentDensity', 3)
    }`;
  if (number === undefined ? runs.length !== 1 : runs.length < number) {
    return { ok: false, problems: [{ ...(runs.length === 0
      ? wording.noDischargeInExport(fewest)
      : wording.numberOfDischarge(number, runs.length, runs.slice(0, mostNamed).map(named))), ...start }] };
  }
  const [first, end] = runs[(number ?? 1) - 1];
  const rows = si.slice(first, end);
  const back = rows.findIndex(([, time], i) => i > 0 && time < rows[i - 1][1]);
  if (back >= 0) return { ok: false, problems: [{ ...wording.fallingTestTime(), ...places[first + back][1] }] };
  const before = first === 0 ? rows[0][1] : si[first - 1][1];
  const elapsed = rows[0][1] >= before ? rows[0][1] - before : rows[0][1];
  const begun = Math.min(elapsed, rows[1][1] - rows[0][1]) * Math.abs(rows[0][2]);
  const charge = chargeOf(rows).map((q) => q + begun);
  const voltage = rows.map(([value]) => value);
  const odd = wrongVoltage(voltage);
  if (odd) return { ok: false, problems: [{ ...odd.words, ...places[first + odd.row][odd.column] }] };
  return { ok: true, discharge: { basis, ...rising(charge, voltage), current: usualCurrent(rows) } };
}

/** Median magnitude of a current: the ends of a step are not of it. */
const usualCurrent = (rows: readonly (readonly number[])[]): number =>
  rows.map(([, , current]) => Math.abs(current)).sort((a, b) => a - b)[Math.floor(rows.length / 2)];

/** Runs of rows that belong to one discharge, [first, end), long enough to be a curve. */
function runsOf(rows: readonly (readonly number[])[], states?: readonly boolean[]): [number, number][] {
  const least = leastCurrent(rows);
  const runs: [number, number][] = [];
  rows.forEach(([, , current], i) => {
    const discharging = states ? states[i] && Math.abs(current) > least : current < -least;
    const last = runs.at(-1);
    if (!discharging) return;
    if (last?.[1] === i) last[1]++;
    else runs.push([i, i + 1]);
  });
  return runs.filter(([first, end]) => end - first >= fewest);
}

/** Magnitude of a current that is no rest [as the rows]; folded, as a cycler writes more rows than a call takes arguments. */
const leastCurrent = (rows: readonly (readonly number[])[]): number =>
  resting * rows.reduce((most, [, , current]) => Math.max(most, Math.abs(current)), 0);

/** Voltage and charge, or voltage, time and current. */
function columnsOf({ columns }: Pick<CsvTable, 'columns'>): PickedColumns<CapacityBasis> | undefined {
  const at = (dimension: DimensionName): number =>
    columns.findIndex(({ unit }: CsvColumn) => unit !== '' && conversionOf(unit, dimension) !== undefined);
  const factor = (index: number, dimension: DimensionName): number =>
    conversionOf(columns[index].unit, dimension)?.factor ?? NaN;
  const voltage = at('voltage');
  if (voltage < 0) return undefined;
  for (const [basis, dimension] of chargeBases) {
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
  const whole = charge.reduce((most, q) => Math.max(most, Math.abs(q)), 0);
  const column = 1;
  if (whole === 0) return { row: 0, column, words: wording.noCharge() };
  const negative = charge.findIndex((q) => q < -backwards * whole);
  if (negative >= 0) return { row: negative, column, words: wording.negativeCharge() };
  const falling = charge.findIndex((q, i) => i > 0 && q < charge[i - 1] - backwards * whole);
  if (falling >= 0) return { row: falling, column, words: wording.fallingCharge() };
  return undefined;
}

/** The first voltage that no cell has (a wrong unit or sign), or the last one where the whole rises as in a charge. */
function wrongVoltage(voltage: readonly number[]) {
  const column = 0;
  const odd = voltage.findIndex((value) => value < cellVoltages.low || value > cellVoltages.high);
  if (odd >= 0) return { row: odd, column, words: wording.noCellVoltage(voltage[odd], cellVoltages) };
  const row = voltage.length - 1;
  return voltage[row] > voltage[0] ? { row, column, words: wording.risingVoltage() } : undefined;
}

/** A share of the charge without a point where its neighbours lie so many times closer. */
const gap = { share: 0.15, times: 8 } as const;

/** The largest part of a discharge without a point, as shares of its charge; undefined where its points are spread as they may be. */
export function gapOf({ capacity }: Pick<MeasuredDischarge, 'capacity'>): readonly [number, number] | undefined {
  const whole = capacity[capacity.length - 1];
  const steps = capacity.slice(1).map((q, i) => (q - capacity[i]) / whole);
  const widest = steps.reduce((best, step, i) => (step > steps[best] ? i : best), 0);
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)];
  return steps[widest] > gap.share && steps[widest] > gap.times * usual
    ? [capacity[widest] / whole, capacity[widest + 1] / whole]
    : undefined;
}

/** Rows of one charge, or of one that falls back within the noise, as one row of their mean voltage. */
function rising(charge: readonly number[],
  voltage: readonly number[]): Pick<MeasuredDischarge, 'capacity' | 'voltage' | 'repeated'>
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
  return { capacity: kept.map(({ q }) => q), voltage: kept.map(({ sum, count }) => sum / count),
    repeated: charge.length - kept.length };
}
