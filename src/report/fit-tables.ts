import type { FitDocument } from '../results/fit-schema.js';
import { formatNumber } from '../units/quantity.js';
import { fixed, percent } from './format.js';
import { column, tableOf, type TextTable, words } from './text-table.js';

/** A number, or the bound that the data do not reach. */
const orBeyond = (value: number | null, sign: '<' | '>', bound: number): string =>
  value === null ? `${sign} ${formatNumber(bound, 3)}` : formatNumber(value, 4);

export const fitTitle = ({ title, parameters }: FitDocument): string =>
  `${title}: ${parameters.length > 0 ? 'fitted' : 'beside what was measured'}`;

export const parameterTable = ({ parameters }: FitDocument): TextTable =>
  tableOf('Fitted parameters', parameters, [
    words('key', ({ key }) => key),
    column('value', '',
      ({ value, atBound }) => `${formatNumber(value, 4)}${atBound === null ? '' : ' (at its bound)'}`),
    words('unit', ({ unit }) => unit),
    column('from', '95 %, profile', ({ profileLow, from }) => orBeyond(profileLow, '<', from)),
    column('to', '95 %, profile', ({ profileHigh, to }) => orBeyond(profileHigh, '>', to)),
    column('from', '95 %, slopes', ({ low, from }) => orBeyond(low, '<', from)),
    column('to', '95 %, slopes', ({ high, to }) => orBeyond(high, '>', to)),
  ], ({ determined }) => (determined ? undefined : 'mark'));

export const curveTable = ({ curves }: FitDocument): TextTable =>
  tableOf('Curves', curves, [
    words('file', ({ file }) => file),
    words('rate', ({ rate }) => rate),
    column('measured', 'mAh/cm²', ({ measured: { arealCapacity_mAh_cm2: q } }) => fixed(q[q.length - 1], 3)),
    column('computed', 'mAh/cm²', ({ fitted: { arealCapacity_mAh_cm2: q } }) => fixed(q[q.length - 1], 3)),
    column('capacity off', '', ({ capacityError }) => percent(capacityError, 1)),
    column('rms', 'mV', ({ rms_mV }) => fixed(rms_mV, 1)),
  ]);

export const capacityTable = ({ capacities }: FitDocument): TextTable =>
  tableOf('Capacities', capacities, [
    words('rate', ({ rate }) => rate),
    column('measured', 'mAh/cm²', ({ measured_mAh_cm2 }) => fixed(measured_mAh_cm2, 3)),
    column('computed', 'mAh/cm²', ({ fitted_mAh_cm2 }) => fixed(fitted_mAh_cm2, 3)),
    column('capacity off', '', ({ capacityError }) => percent(capacityError, 1)),
  ]);

export const spectrumTable = ({ spectra }: FitDocument): TextTable =>
  tableOf('Impedances', spectra, [
    words('file', ({ file }) => file),
    column('state of charge', '', ({ stateOfCharge }) => percent(stateOfCharge, 0)),
    column('frequencies', '', ({ frequency_Hz }) => String(frequency_Hz.length)),
    column('inductive, passed over', '', ({ inductive }) => String(inductive)),
    column('rms', 'of |Z|', ({ rms }) => percent(rms, 1)),
  ]);

export const correlationTable = ({ parameters, correlation }: FitDocument): TextTable =>
  tableOf('Correlation of the fitted parameters', correlation.map((row, i) => ({ row, key: parameters[i].key })), [
    words('key', ({ key }) => key),
    ...parameters.map(({ key }, k) =>
      column<{ readonly row: readonly number[] }>(key, '', ({ row }) => fixed(row[k], 2))
    ),
  ]);

export const startTable = ({ starts, parameters }: FitDocument): TextTable =>
  tableOf('Starts', starts, [
    column('sum of squares', '', ({ sum }) => (sum === null ? 'no discharge' : formatNumber(sum, 5))),
    column('iterations', '', ({ iterations }) => String(iterations)),
    ...parameters.map(({ key, unit }, k) =>
      column<{ readonly values: readonly number[] }>(key, unit, ({ values }) => formatNumber(values[k], 4))
    ),
  ]);

export const nextTable = ({ experiments }: NonNullable<FitDocument['next']>): TextTable =>
  tableOf('Expected interval of the least determined parameter with one more discharge', experiments, [
    words('discharge', ({ name }) => name),
    column('interval, of today', '', ({ narrows }) => percent(narrows, 0)),
  ]);

/** What the numbers rest on, in a sentence. */
export const basisSentence = ({ points, noise, reducedChiSquare, simulations, starts, spectra }: FitDocument): string =>
  `${points} points, noise of ${formatNumber(noise.voltage_mV, 3)} mV and ${percent(noise.capacity, 1)} of capacity${
    spectra.length > 0 ? ` and ${percent(noise.impedance, 1)} of impedance` : ''
  }${noise.assumed ? ' (assumed)' : ''}; ${
    starts.length === 0 ? 'nothing was fitted' : `${starts.length} starts, ${simulations} discharges solved`
  }${reducedChiSquare === null ? '' : `; chi-square per degree of freedom ${formatNumber(reducedChiSquare, 3)}`}`;
