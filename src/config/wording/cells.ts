import type { Wording } from '../case-issue.js';
import { quotedData } from '../plain-data.js';
import { quoted } from '../printable.js';
import { contradiction, impossible, missingKey, outOfRange } from './fields.js';

const millimetres = (metres: number): string => `${Number((1e3 * metres).toPrecision(6))} mm`;

/** Sentences about what a cell is made of (layers, membrane, anode, format) and what is done to it (steps, rates, load profiles). */
export const cellWording = {
  networkBeside: (keys: readonly string[]) =>
    contradiction('a network alone, which gives the transport of both carriers and the connected share',
      keys.join(' and '), `remove ${keys.length === 1 ? 'it' : 'them'} or the network`),
  ratioOfPoints: () =>
    contradiction('no aspect ratio for points', 'shape: points and an aspectRatio',
      'remove it, or write shape: fibres or shape: sheets'),
  twoSizeRatios: (ions: number, electrons: number) =>
    contradiction(`the size ratio of the ions, ${ions}: both are D_CAM / D_SE of one composite`, String(electrons),
      'correct one of the two'),
  referenceOfNothing: (key: string) =>
    contradiction('an effectiveConductivity that was measured there', `a ${key} alone`,
      'add the effectiveConductivity or remove it'),
  binderTwice: () =>
    contradiction('a binderExponent or a binderFilm, which lengthens the paths already', 'both',
      'remove one of the two'),
  carbonTwice: () =>
    contradiction('no carbonNetwork beside a measured effectiveConductivity, which holds the carbon already', 'both',
      'remove one of the two'),
  fractionSum: (terms: readonly number[], porosity: boolean, hint = ''): Wording => {
    const sum = Number(terms.reduce((total, term) => total + term, 0).toPrecision(9));
    const excess = Number(Math.abs(sum - 1).toPrecision(6));
    return impossible(porosity ? 'volume fractions and porosity that add up to 1' : 'fractions that add up to 1',
      `${terms.map((term) => Number(term.toPrecision(9))).join(' + ')} = ${sum}`,
      `${sum > 1 ? 'take away' : 'add'} ${excess}${hint}`);
  },
  emptyBlend: () =>
    missingKey('the materials of the blend with their shares', 'none', 'write e.g. blend: {NMC811: 55 %, LCO: 45 %}'),
  besideBlend: (key: string) =>
    contradiction('a blend alone: its materials stand below it, each with its own properties',
      `${quoted(key)} beside blend`,
      `write it below the material that it belongs to: blend: {NMC811: {share: 55 %, ${key}: ...}}`),
  blendWith: (key: string, why: string) =>
    contradiction(`no ${key} of a blend: ${why}`, quoted(key), 'remove it, or use one active material'),
  volumeOverfull: (sum: number) =>
    impossible('volume fractions that add up to at most 1', `a sum of ${Number(sum.toPrecision(9))}`,
      `take away ${Number((sum - 1).toPrecision(6))}`),
  isothermalKey: (key: string) =>
    contradiction('mode: lumped beside it', `"${key}" at a given temperature`,
      `write "mode: lumped", or remove "${key}"`),
  mixedAnode: (planar: string, composite: string) =>
    contradiction('a plane (material) or a composite (activeMaterial)', `${planar} and ${composite}`,
      'remove one of the two'),
  membraneOverfull: (electrolyte: number, porosity: number) =>
    impossible('an electrolyteFraction and a porosity that add up to at most 1',
      `${electrolyte} + ${porosity} = ${Number((electrolyte + porosity).toPrecision(9))}`, 'lower one of the two'),
  needsBipolar: (stacking: unknown) =>
    contradiction('format: bipolar, or stacking: bipolar, beside "bipolar"', quotedData(stacking),
      'write "format: bipolar" (bare) or "stacking: bipolar" (in a pouch), or remove "bipolar"'),
  noLithium: () =>
    contradiction('lithium in the cathode or in the anode as built',
      'a cathode that is built charged and an empty anode',
      'give the anode a thickness, an nToP above 0 or an excess, or write "cathodeAsBuilt: discharged"'),
  tabsTooWide: (tab: number, sheet: number) =>
    contradiction('two tabs side by side within the width of the sheet',
      `2 x ${millimetres(tab)} on ${millimetres(sheet)}`, 'make the tabs narrower or the sheet wider'),
  notInFormat: (key: string, format: string) =>
    contradiction(`no "${key}" of a ${format}`, quoted(key), 'remove it, or write "format: pouch"'),
  needsFormat: (key: string) =>
    contradiction(`"${key}" in a cell whose area is known: a pellet, coin cell, sheet or bipolar stack`, 'a pouch',
      key === 'mass'
        ? 'write "cell: {format: pellet, diameter: 10 mm}", or a massLoading or thickness'
        : `add "format: pellet", or take away what a base says with "${key}: null"`),
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
