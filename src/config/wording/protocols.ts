import type { Wording } from '../loaded-case.js';

/** Sentences about what is done to a cell: steps, rates, load profiles. */
export const protocolWording = {
  crossedCutoffs: (lower: string, upper: string): Wording => ({
    code: 'contradiction',
    expected: `a lower cut-off below the upper one (${upper})`,
    received: lower,
    remedy: 'lower this or raise upperCutoffVoltage',
  }),
  uselessCutoff: (step: string, key: string, useful: readonly string[]): Wording => ({
    code: 'contradiction',
    expected: `${step} that ends by ${useful.join(', ')}`,
    received: `"${key}", which it never reaches`,
    remedy: `remove "${key}"`,
  }),
  unusedRates: (): Wording => ({
    code: 'contradiction',
    expected: 'a step that takes each rate of the list',
    received: 'rates, and steps that do not use them',
    remedy: 'write "discharge: each" in a step, or remove "rates"',
  }),
  chargedAlready: (): Wording => ({
    code: 'contradiction',
    expected: 'no charge before a cathode that is built charged',
    received: 'charge beside cathodeAsBuilt: charged',
    remedy: 'remove it, write "charge: ideal", or charge in "steps"',
  }),
  neverCharged: (): Wording => ({
    code: 'contradiction',
    expected: 'a charge before each rate, or in its steps',
    received: 'rates on one cell that is never charged again',
    remedy: 'write "charge: C/10" or a step that charges, or remove "ratesOn"',
  }),
  cycledFreshCells: (): Wording => ({
    code: 'contradiction',
    expected: 'one cell that is cycled again at the same rate',
    received: 'several cycles at each rate, each rate on a fresh cell',
    remedy: 'write "ratesOn: one-cell", or remove "cyclesPerRate"',
  }),
  chargeWithoutRates: (): Wording => ({
    code: 'contradiction',
    expected: 'a step that takes each rate of the list, as the charge does',
    received: 'steps that use no rates',
    remedy: 'write "discharge: each" in a step, or a rate for the charge',
  }),
  unequalLists: (what: string, values: number, times: number): Wording => ({
    code: 'contradiction',
    expected: `as many values of ${what} as times`,
    received: `${values} and ${times}`,
    remedy: 'make both lists equally long',
  }),
  lateProfile: (start: number): Wording => ({
    code: 'out-of-range',
    expected: 'a profile that starts at 0 s',
    received: `${start} s`,
    remedy: 'count the times from the first one',
  }),
  fallingTime: (time: number, before: number): Wording => ({
    code: 'out-of-range',
    expected: 'times that never fall',
    received: `${time} s after ${before} s`,
    remedy: 'sort the rows by time',
  }),
  emptyProfile: (): Wording => ({
    code: 'out-of-range',
    expected: 'a profile of some duration',
    received: '0 s',
    remedy: 'add later times',
  }),
};
