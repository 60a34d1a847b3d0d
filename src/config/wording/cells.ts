import type { Wording } from '../loaded-case.js';
import { quotedData } from '../plain-data.js';
import { quoted } from '../printable.js';

const millimetres = (metres: number): string => `${Number((1e3 * metres).toPrecision(6))} mm`;

/** Sentences about what a cell is made of: layers, membrane, anode, format. */
export const cellWording = {
  networkBeside: (keys: readonly string[]): Wording => ({
    code: 'contradiction',
    expected: 'a network alone, which gives the transport of both carriers and the connected share',
    received: keys.join(' and '),
    remedy: `remove ${keys.length === 1 ? 'it' : 'them'} or the network`,
  }),
  ratioOfPoints: (): Wording => ({
    code: 'contradiction',
    expected: 'no aspect ratio for points',
    received: 'shape: points and an aspectRatio',
    remedy: 'remove it, or write shape: fibres or shape: sheets',
  }),
  twoSizeRatios: (ions: number, electrons: number): Wording => ({
    code: 'contradiction',
    expected: `the size ratio of the ions, ${ions}: both are D_CAM / D_SE of one composite`,
    received: String(electrons),
    remedy: 'correct one of the two',
  }),
  temperatureOfNothing: (): Wording => ({
    code: 'contradiction',
    expected: 'an effectiveConductivity, measured at this temperature',
    received: 'a referenceTemperature alone',
    remedy: 'add the effectiveConductivity or remove the temperature',
  }),
  binderTwice: (): Wording => ({
    code: 'contradiction',
    expected: 'a binderExponent or a binderFilm, which lengthens the paths already',
    received: 'both',
    remedy: 'remove one of the two',
  }),
  carbonTwice: (): Wording => ({
    code: 'contradiction',
    expected: 'no carbonNetwork beside a measured effectiveConductivity, which holds the carbon already',
    received: 'both',
    remedy: 'remove one of the two',
  }),
  fractionSum: (terms: readonly number[], porosity: boolean): Wording => {
    const sum = Number(terms.reduce((total, term) => total + term, 0).toPrecision(9));
    const excess = Number(Math.abs(sum - 1).toPrecision(6));
    return {
      code: 'impossible-composition',
      expected: porosity ? 'volume fractions and porosity that add up to 1' : 'fractions that add up to 1',
      received: `${terms.map((term) => Number(term.toPrecision(9))).join(' + ')} = ${sum}`,
      remedy: `${sum > 1 ? 'take away' : 'add'} ${excess}`,
    };
  },
  emptyBlend: (): Wording => ({
    code: 'missing-key',
    expected: 'the materials of the blend with their shares',
    received: 'none',
    remedy: 'write e.g. blend: {NMC811: 55 %, LCO: 45 %}',
  }),
  besideBlend: (key: string): Wording => ({
    code: 'contradiction',
    expected: 'a blend alone: its materials stand below it, each with its own properties',
    received: `${quoted(key)} beside blend`,
    remedy: `write it below the material that it belongs to: blend: {NMC811: {share: 55 %, ${key}: ...}}`,
  }),
  blendWith: (key: string, why: string): Wording => ({
    code: 'contradiction',
    expected: `no ${key} of a blend: ${why}`,
    received: quoted(key),
    remedy: 'remove it, or use one active material',
  }),
  volumeOverfull: (sum: number): Wording => ({
    code: 'impossible-composition',
    expected: 'volume fractions that add up to at most 1',
    received: `a sum of ${Number(sum.toPrecision(9))}`,
    remedy: `take away ${Number((sum - 1).toPrecision(6))}`,
  }),
  isothermalKey: (key: string): Wording => ({
    code: 'contradiction',
    expected: 'mode: lumped beside it',
    received: `"${key}" at a given temperature`,
    remedy: `write "mode: lumped", or remove "${key}"`,
  }),
  mixedAnode: (planar: string, composite: string): Wording => ({
    code: 'contradiction',
    expected: 'a plane (material) or a composite (activeMaterial)',
    received: `${planar} and ${composite}`,
    remedy: 'remove one of the two',
  }),
  membraneOverfull: (electrolyte: number, porosity: number): Wording => ({
    code: 'impossible-composition',
    expected: 'an electrolyteFraction and a porosity that add up to at most 1',
    received: `${electrolyte} + ${porosity} = ${Number((electrolyte + porosity).toPrecision(9))}`,
    remedy: 'lower one of the two',
  }),
  needsBipolar: (stacking: unknown): Wording => ({
    code: 'contradiction',
    expected: 'format: bipolar, or stacking: bipolar, beside "bipolar"',
    received: quotedData(stacking),
    remedy: 'write "format: bipolar" (bare) or "stacking: bipolar" (in a pouch), or remove "bipolar"',
  }),
  noLithium: (): Wording => ({
    code: 'contradiction',
    expected: 'lithium in the cathode or in the anode as built',
    received: 'a cathode that is built charged and an empty anode',
    remedy: 'give the anode a thickness, an nToP above 0 or an excess, or write "cathodeAsBuilt: discharged"',
  }),
  tabsTooWide: (tab: number, sheet: number): Wording => ({
    code: 'contradiction',
    expected: 'two tabs side by side within the width of the sheet',
    received: `2 x ${millimetres(tab)} on ${millimetres(sheet)}`,
    remedy: 'make the tabs narrower or the sheet wider',
  }),
  notInFormat: (key: string, format: string): Wording => ({
    code: 'contradiction',
    expected: `no "${key}" of a ${format}`,
    received: quoted(key),
    remedy: 'remove it, or write "format: pouch"',
  }),
  needsFormat: (key: string): Wording => ({
    code: 'contradiction',
    expected: `"${key}" in a cell whose area is known: a pellet, coin cell, sheet or bipolar stack`,
    received: 'a pouch',
    remedy: key === 'mass'
      ? 'write "cell: {format: pellet, diameter: 10 mm}", or a massLoading or thickness'
      : 'add "format: pellet"',
  }),
};
