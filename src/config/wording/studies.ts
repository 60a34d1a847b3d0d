import type { Wording } from '../case-issue.js';
import { quotedData } from '../plain-data.js';
import { quoted } from '../printable.js';
import { contradiction, meantOr, missingKey, outOfRange, unknownKey, wrongUnit } from './fields.js';

/** Sentences about several designs of a cell: comparisons and sweeps. */
export const studyWording = {
  noDesigns: (file: string) =>
    missingKey('at least two designs', `one case, ${file}`, 'add a list "designs:" to it, or name several case files'),
  doubleName: (name: string) => contradiction('a name for each design', `${quoted(name)} twice`, 'rename one of them'),
  noSweep: () =>
    missingKey('what to vary', 'nothing', 'add e.g. "sweep: {vary: {membrane.thickness: [10 um, 30 um, 100 um]}}"'),
  unequalUnits: (from: unknown, to: unknown) =>
    wrongUnit('from and to in one unit', `${quotedData(from)} and ${quotedData(to)}`, 'write both with the same unit'),
  logThroughZero: (from: unknown, to: unknown) =>
    outOfRange('ends above zero for logarithmic spacing', `${quotedData(from)} and ${quotedData(to)}`,
      'write "spacing: linear", or other ends'),
  unusedBesideMethod: (key: string, method: string) =>
    contradiction(`no "${key}" beside method: ${method}`, quoted(key), 'remove it, or change the method'),
  tooManyDimensions: (count: number, most: number) =>
    outOfRange(`at most ${most} keys for method: sobol`, String(count), 'write "method: latin-hypercube"'),
  badKey: (key: string, received: string) =>
    unknownKey('a dotted key of the case', `${received} in ${quoted(key)}`,
      'write e.g. membrane.thickness, of a material where it is used: cathode.activeMaterial.diffusivity'),
  noFit: () =>
    missingKey('what to fit to which curves', 'nothing',
      'name a curve, --data c3.csv=C/3, or add e.g. "fit: {curves: [{file: c3.csv, rate: C/3}], vary: {membrane.thickness: {from: 10 um, to: 100 um}}}"'),
  emptyBounds: (from: unknown, to: unknown) =>
    outOfRange('bounds with from below to', `${quotedData(from)} to ${quotedData(to)}`,
      'write the smaller one as from'),
  tooManyKeys: (count: number, most: number) =>
    outOfRange(`at most ${most} fitted keys`, String(count), 'fit fewer keys at once'),
  nameOfCell: () =>
    missingKey('the name of the cell, for a key is fitted per cell', 'nothing',
      'add e.g. "cell: A", or leave "per: cell" out'),
  fewerPointsThanKeys: (points: number, keys: number) =>
    contradiction(`more measured points than the ${keys} fitted keys`, String(points), 'add curves, or fit fewer keys'),
  fitsOneDischarge: () =>
    contradiction('a protocol of one discharge, whose rate each curve gives', 'steps', 'remove protocol.steps'),
  noValueToSpread: (key: string) =>
    unknownKey('a key whose value the case states', quoted(key),
      `write the value with its spread in the case, ${key}: {value: ..., spread: 2}`),
  rateNotInCase: (rate: string, rates: readonly string[]) =>
    outOfRange(`one of the rates of the case, ${rates.join(', ')}`, rate,
      'add it to protocol.rates, or choose one of them'),
  noOptimise: () =>
    missingKey('what to make as large as possible, and by what', 'nothing',
      'add e.g. "optimise: {maximise: pouch Wh/kg at 1C, vary: {cathode.thickness: {from: 20 um, to: 200 um}}}"'),
  oneOrTwoGoals: (count: number) =>
    contradiction('one thing to maximise or to minimise, or two for a front', String(count),
      'write e.g. "maximise: pouch Wh/kg at 1C", and what else counts under subjectTo'),
  boundOfKey: (what: string, ends: string) =>
    contradiction('a bound of what a discharge gives, such as "utilisation at 1C > 80 %"', quoted(what),
      'a key of the case has its bounds under vary: write '
        + `"${/[. ]/.test(what) ? what.replaceAll(/\s+/g, '.') : `cathode.${what}`}: {${ends}}" there`),
  noPouch: (format: string, basis: string, asked: string) =>
    contradiction(`what is counted per something that the cell has, a ${format} cell has no pouch`, asked,
      `write "${asked.replace('pouch', basis)}": what such a cell is counted per`),
  optimisesOneDischarge: () =>
    contradiction('a protocol of one discharge, at the rates of what is asked for', 'steps', 'remove protocol.steps'),
  costWithoutPrice: (unpriced: readonly string[]) =>
    contradiction('a cell of which everything has a price', `none of ${unpriced.join(', ')}`,
      `write a price where the material is named, e.g. {name: ${unpriced[0]}, price: 100 $/kg}`),
  tooManyChoices: (count: number, most: number) =>
    outOfRange(`at most ${most} combinations of choices`, String(count), 'leave some out'),
  noUncertainParameter: (name: string, known: readonly string[]) =>
    unknownKey('a parameter of the case that has a spread', quoted(name),
      meantOr(`known: ${known.join(', ')}`, name, known)),
  dischargeColumns: (received: string) =>
    wrongUnit(
      'columns of a voltage and of a charge, or of a voltage, a time and a current, with their units in the first line',
      quotedData(received),
      'write e.g. capacity [mAh/g], voltage [V]',
    ),
  currentOfCell: (received: string) =>
    wrongUnit('a rate such as "C/3", "1C" or "2 mA/cm^2"', quoted(received),
      'write it per area, or give the area: cell: {format: pellet, diameter: 10 mm}'),
  chargeOfCell: () =>
    contradiction('a charge per mass of active material or per area, or a cell with an area',
      'the charge of a whole pouch', 'write e.g. capacity [mAh/g], or cell: {format: pellet, diameter: 10 mm}'),
  shortDischarge: (rows: number, fewest: number) =>
    outOfRange(`at least ${fewest} rows of a discharge`, String(rows), 'add rows, or leave the curve out'),
  negativeCharge: () =>
    outOfRange('the charge of a discharge, counted from zero and positive', 'a negative one',
      'change its sign, or give the rows of the discharge alone'),
  fallingCharge: () =>
    outOfRange('a charge that rises along the discharge', 'one that falls',
      'give the rows of one discharge alone, in the order of time'),
  noCharge: () =>
    outOfRange('a discharge that delivers a charge', 'none',
      'give the rows of a discharge, whose current or charge is not zero'),
  noCellVoltage: (volts: number, { low, high }: { readonly low: number; readonly high: number }) =>
    outOfRange(`voltages of a cell, ${low} to ${high} V`, `${Number(volts.toPrecision(4))} V`,
      'correct the unit or the sign of the column'),
  risingVoltage: () =>
    outOfRange('a voltage that falls along the discharge', 'one that rises',
      'give the discharge and not the charge, in the order of time'),
  noDischargeInExport: (fewest: number) =>
    outOfRange(`a discharge of at least ${fewest} rows in the export of a cycler`, 'none',
      'export the rows of a discharge; its current is negative, or its state names it'),
  numberOfDischarge: (number: number | undefined, count: number, named: readonly string[] = []): Wording => ({
    code: number === undefined ? 'contradiction' : 'out-of-range',
    expected: count === 1
      ? 'the one discharge of the file'
      : `one of the ${count} discharges of the file (${named.join(', ')}${named.length < count ? ', ...' : ''})`,
    received: number === undefined ? 'no number' : String(number),
    remedy: 'write e.g. discharge: 1 beside the name of the file, --data FILE#1=C/5, or export one discharge alone',
  }),
  fallingTestTime: () =>
    outOfRange('a time that rises along the discharge', 'one that falls',
      'export the time of the test, not that of the step'),
  impedanceColumns: (received: string) =>
    wrongUnit('columns of a frequency and of the real and the imaginary part of an impedance, with their units',
      quotedData(received), 'write e.g. frequency [Hz], Re Z [ohm cm^2], Im Z [ohm cm^2] in the first line'),
  deadFrequency: () => outOfRange('a frequency above zero', 'another one', 'remove the row'),
  shortImpedance: (rows: number, fewest: number) =>
    outOfRange(`at least ${fewest} rows of an impedance that is not inductive`, String(rows),
      'add rows, or leave the spectrum out'),
  resistanceOfCell: () =>
    contradiction('an impedance times the area of the cell, or a cell with an area', 'the impedance of a whole cell',
      'write e.g. Re Z [ohm cm^2], or cell: {format: pellet, diameter: 10 mm}'),
};
