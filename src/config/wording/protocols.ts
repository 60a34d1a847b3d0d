import { contradiction, outOfRange } from './words.js';

/** Sentences about what is done to a cell: steps, rates, load profiles. */
export const protocolWording = {
  crossedCutoffs: (lower: string, upper: string) =>
    contradiction(`a lower cut-off below the upper one (${upper})`, lower, 'lower this or raise upperCutoffVoltage'),
  uselessCutoff: (step: string, key: string, useful: readonly string[]) =>
    contradiction(`${step} that ends by ${useful.join(', ')}`, `"${key}", which it never reaches`, `remove "${key}"`),
  unusedRates: () =>
    contradiction('a step that takes each rate of the list', 'rates, and steps that do not use them',
      'write "discharge: each" in a step, or remove "rates"'),
  chargedAlready: () =>
    contradiction('no charge before a cathode that is built charged', 'charge beside cathodeAsBuilt: charged',
      'remove it, write "charge: ideal", or charge in "steps"'),
  neverCharged: () =>
    contradiction('a charge before each rate, or in its steps', 'rates on one cell that is never charged again',
      'write "charge: C/10" or a step that charges, or remove "ratesOn"'),
  cycledFreshCells: () =>
    contradiction('one cell that is cycled again at the same rate',
      'several cycles at each rate, each rate on a fresh cell', 'write "ratesOn: one-cell", or remove "cyclesPerRate"'),
  chargeWithoutRates: () =>
    contradiction('a step that takes each rate of the list, as the charge does', 'steps that use no rates',
      'write "discharge: each" in a step, or a rate for the charge'),
  unequalLists: (what: string, values: number, times: number) =>
    contradiction(`as many values of ${what} as times`, `${values} and ${times}`, 'make both lists equally long'),
  lateProfile: (start: number) =>
    outOfRange('a profile that starts at 0 s', `${start} s`, 'count the times from the first one'),
  fallingTime: (time: number, before: number) =>
    outOfRange('times that never fall', `${time} s after ${before} s`, 'sort the rows by time'),
  emptyProfile: () => outOfRange('a profile of some duration', '0 s', 'add later times'),
};
