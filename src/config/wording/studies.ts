import type { Wording } from '../loaded-case.js';
import { quotedData } from '../plain-data.js';
import { quoted } from '../printable.js';
import { meantOr } from './fields.js';

/** Sentences about several designs of a cell: comparisons and sweeps. */
export const studyWording = {
  noDesigns: (file: string): Wording => ({
    code: 'missing-key',
    expected: 'at least two designs',
    received: `one case, ${file}`,
    remedy: 'add a list "designs:" to it, or name several case files',
  }),
  doubleName: (name: string): Wording => ({
    code: 'contradiction',
    expected: 'a name for each design',
    received: `${quoted(name)} twice`,
    remedy: 'rename one of them',
  }),
  noSweep: (): Wording => ({
    code: 'missing-key',
    expected: 'what to vary',
    received: 'nothing',
    remedy: 'add e.g. "sweep: {vary: {membrane.thickness: [10 um, 30 um, 100 um]}}"',
  }),
  unequalUnits: (from: unknown, to: unknown): Wording => ({
    code: 'wrong-unit',
    expected: 'from and to in one unit',
    received: `${quotedData(from)} and ${quotedData(to)}`,
    remedy: 'write both with the same unit',
  }),
  logThroughZero: (from: unknown, to: unknown): Wording => ({
    code: 'out-of-range',
    expected: 'ends above zero for logarithmic spacing',
    received: `${quotedData(from)} and ${quotedData(to)}`,
    remedy: 'write "spacing: linear", or other ends',
  }),
  unusedBesideMethod: (key: string, method: string): Wording => ({
    code: 'contradiction',
    expected: `no "${key}" beside method: ${method}`,
    received: quoted(key),
    remedy: 'remove it, or change the method',
  }),
  tooManyDimensions: (count: number, most: number): Wording => ({
    code: 'out-of-range',
    expected: `at most ${most} keys for method: sobol`,
    received: String(count),
    remedy: 'write "method: latin-hypercube"',
  }),
  badKey: (key: string, received: string): Wording => ({
    code: 'unknown-key',
    expected: 'a dotted key of the case',
    received: `${received} in ${quoted(key)}`,
    remedy: 'write e.g. membrane.thickness',
  }),
  noFit: (): Wording => ({
    code: 'missing-key',
    expected: 'what to fit to which curves',
    received: 'nothing',
    remedy:
      'name a curve, --data c3.csv=C/3, or add e.g. "fit: {curves: [{file: c3.csv, rate: C/3}], vary: {membrane.thickness: {from: 10 um, to: 100 um}}}"',
  }),
  emptyBounds: (from: unknown, to: unknown): Wording => ({
    code: 'out-of-range',
    expected: 'bounds with from below to',
    received: `${quotedData(from)} to ${quotedData(to)}`,
    remedy: 'write the smaller one as from',
  }),
  tooManyKeys: (count: number, most: number): Wording => ({
    code: 'out-of-range',
    expected: `at most ${most} fitted keys`,
    received: String(count),
    remedy: 'fit fewer keys at once',
  }),
  nameOfCell: (): Wording => ({
    code: 'missing-key',
    expected: 'the name of the cell, for a key is fitted per cell',
    received: 'nothing',
    remedy: 'add e.g. "cell: A", or leave "per: cell" out',
  }),
  fewerPointsThanKeys: (points: number, keys: number): Wording => ({
    code: 'contradiction',
    expected: `more measured points than the ${keys} fitted keys`,
    received: String(points),
    remedy: 'add curves, or fit fewer keys',
  }),
  fitsOneDischarge: (): Wording => ({
    code: 'contradiction',
    expected: 'a protocol of one discharge, whose rate each curve gives',
    received: 'steps',
    remedy: 'remove protocol.steps',
  }),
  noValueToSpread: (key: string): Wording => ({
    code: 'unknown-key',
    expected: 'a key whose value the case states',
    received: quoted(key),
    remedy: `write the value with its spread in the case, ${key}: {value: ..., spread: 2}`,
  }),
  rateNotInCase: (rate: string, rates: readonly string[]): Wording => ({
    code: 'out-of-range',
    expected: `one of the rates of the case, ${rates.join(', ')}`,
    received: rate,
    remedy: 'add it to protocol.rates, or choose one of them',
  }),
  noOptimise: (): Wording => ({
    code: 'missing-key',
    expected: 'what to make as large as possible, and by what',
    received: 'nothing',
    remedy: 'add e.g. "optimise: {maximise: pouch Wh/kg at 1C, vary: {cathode.thickness: {from: 20 um, to: 200 um}}}"',
  }),
  oneOrTwoGoals: (count: number): Wording => ({
    code: 'contradiction',
    expected: 'one thing to maximise or to minimise, or two for a front',
    received: String(count),
    remedy: 'write e.g. "maximise: pouch Wh/kg at 1C", and what else counts under subjectTo',
  }),
  noPouch: (format: string, basis: string, asked: string): Wording => ({
    code: 'contradiction',
    expected: `what is counted per something that the cell has, a ${format} cell has no pouch`,
    received: asked,
    remedy: `write "${asked.replace('pouch', basis)}": what such a cell is counted per`,
  }),
  optimisesOneDischarge: (): Wording => ({
    code: 'contradiction',
    expected: 'a protocol of one discharge, at the rates of what is asked for',
    received: 'steps',
    remedy: 'remove protocol.steps',
  }),
  costWithoutPrice: (unpriced: readonly string[]): Wording => ({
    code: 'contradiction',
    expected: 'a cell of which everything has a price',
    received: `none of ${unpriced.join(', ')}`,
    remedy: `write a price where the material is named, e.g. {name: ${unpriced[0]}, price: 100 $/kg}`,
  }),
  tooManyChoices: (count: number, most: number): Wording => ({
    code: 'out-of-range',
    expected: `at most ${most} combinations of choices`,
    received: String(count),
    remedy: 'leave some out',
  }),
  noUncertainParameter: (name: string, known: readonly string[]): Wording => ({
    code: 'unknown-key',
    expected: 'a parameter of the case that has a spread',
    received: quoted(name),
    remedy: meantOr(`known: ${known.join(', ')}`, name, known),
  }),
  dischargeColumns: (received: string): Wording => ({
    code: 'wrong-unit',
    expected:
      'columns of a voltage and of a charge, or of a voltage, a time and a current, with their units in the first line',
    received: quotedData(received),
    remedy: 'write e.g. capacity [mAh/g], voltage [V]',
  }),
  chargeOfCell: (): Wording => ({
    code: 'contradiction',
    expected: 'a charge per mass of active material or per area, or a cell with an area',
    received: 'the charge of a whole pouch',
    remedy: 'write e.g. capacity [mAh/g], or cell: {format: pellet, diameter: 10 mm}',
  }),
  shortDischarge: (rows: number, fewest: number): Wording => ({
    code: 'out-of-range',
    expected: `at least ${fewest} rows of a discharge`,
    received: String(rows),
    remedy: 'add rows, or leave the curve out',
  }),
  negativeCharge: (): Wording => ({
    code: 'out-of-range',
    expected: 'the charge of a discharge, counted from zero and positive',
    received: 'a negative one',
    remedy: 'change its sign, or give the rows of the discharge alone',
  }),
  fallingCharge: (): Wording => ({
    code: 'out-of-range',
    expected: 'a charge that rises along the discharge',
    received: 'one that falls',
    remedy: 'give the rows of one discharge alone, in the order of time',
  }),
  noCharge: (): Wording => ({
    code: 'out-of-range',
    expected: 'a discharge that delivers a charge',
    received: 'none',
    remedy: 'give the rows of a discharge, whose current or charge is not zero',
  }),
  noCellVoltage: (volts: number, { low, high }: { readonly low: number; readonly high: number }): Wording => ({
    code: 'out-of-range',
    expected: `voltages of a cell, ${low} to ${high} V`,
    received: `${Number(volts.toPrecision(4))} V`,
    remedy: 'correct the unit or the sign of the column',
  }),
  risingVoltage: (): Wording => ({
    code: 'out-of-range',
    expected: 'a voltage that falls along the discharge',
    received: 'one that rises',
    remedy: 'give the discharge and not the charge, in the order of time',
  }),
  noDischargeInExport: (fewest: number): Wording => ({
    code: 'out-of-range',
    expected: `a discharge of at least ${fewest} rows in the export of a cycler`,
    received: 'none',
    remedy: 'export the rows of a discharge; its current is negative, or its state names it',
  }),
  numberOfDischarge: (number: number | undefined, count: number): Wording => ({
    code: number === undefined ? 'contradiction' : 'out-of-range',
    expected: count === 1 ? 'the one discharge of the file' : `one of the ${count} discharges of the file`,
    received: number === undefined ? 'no number' : String(number),
    remedy: 'write e.g. discharge: 1 beside the name of the file, or export one discharge alone',
  }),
  fallingTestTime: (): Wording => ({
    code: 'out-of-range',
    expected: 'a time that rises along the discharge',
    received: 'one that falls',
    remedy: 'export the time of the test, not that of the step',
  }),
  impedanceColumns: (): Wording => ({
    code: 'wrong-unit',
    expected: 'columns of a frequency and of the real and the imaginary part of an impedance, with their units',
    received: 'others',
    remedy: 'write e.g. frequency [Hz], Re Z [ohm cm^2], Im Z [ohm cm^2] in the first line',
  }),
  deadFrequency: (): Wording => ({
    code: 'out-of-range',
    expected: 'a frequency above zero',
    received: 'another one',
    remedy: 'remove the row',
  }),
  shortImpedance: (rows: number, fewest: number): Wording => ({
    code: 'out-of-range',
    expected: `at least ${fewest} rows of an impedance that is not inductive`,
    received: String(rows),
    remedy: 'add rows, or leave the spectrum out',
  }),
  resistanceOfCell: (): Wording => ({
    code: 'contradiction',
    expected: 'an impedance times the area of the cell, or a cell with an area',
    received: 'the impedance of a whole cell',
    remedy: 'write e.g. Re Z [ohm cm^2], or cell: {format: pellet, diameter: 10 mm}',
  }),
};
