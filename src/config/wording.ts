import type { CaseIssue } from './case.js';
import { nearest } from './nearest.js';
import { aroundControl, quoted, shortText } from './printable.js';
import { quoteRaw } from './raw.js';

const millimetres = (metres: number): string => `${Number((1e3 * metres).toPrecision(6))} mm`;

/** The catalogue: every sentence that a case file can provoke, apart from the unit sentences of `units/quantity`. */

export type Wording = Pick<CaseIssue, 'code' | 'expected' | 'received' | 'remedy'>;

export const wording = {
  missing: (what: string, line: string): Wording => ({
    code: 'missing-key',
    expected: what,
    received: 'nothing',
    remedy: `add "${line}"`,
  }),
  missingOneOf: (keys: readonly string[]): Wording => ({
    code: 'missing-key',
    expected: `one of ${keys.join(', ')}`,
    received: 'none of them',
    remedy: 'add one',
  }),
  unknownKey: (key: string, known: readonly string[]): Wording => {
    const meant = nearest(key, known);
    const remedy = meant === undefined ? `known keys: ${known.join(', ')}` : `did you mean "${meant}"?`;
    return { code: 'unknown-key', expected: 'a known key', received: quoted(key), remedy };
  },
  wrongType: (expected: string, raw: unknown, example: string): Wording => ({
    code: 'wrong-type',
    expected,
    received: quoteRaw(raw),
    remedy: `write e.g. ${example}`,
  }),
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
  missingBase: (name: string): Wording => ({
    code: 'missing-file',
    expected: 'a case file to start from',
    received: `no file ${quoted(name)}`,
    remedy: 'give its path from the folder of this file',
  }),
  circularBase: (name: string): Wording => ({
    code: 'contradiction',
    expected: 'a base that does not come back to this file',
    received: quoted(name),
    remedy: 'let one of the files stand on its own',
  }),
  longBase: (name: string, most: number): Wording => ({
    code: 'out-of-range',
    expected: `at most ${most} files that start from each other`,
    received: `another one, ${quoted(name)}`,
    remedy: 'put what they say into fewer files',
  }),
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
    received: `${quoteRaw(from)} and ${quoteRaw(to)}`,
    remedy: 'write both with the same unit',
  }),
  logThroughZero: (from: unknown, to: unknown): Wording => ({
    code: 'out-of-range',
    expected: 'ends above zero for logarithmic spacing',
    received: `${quoteRaw(from)} and ${quoteRaw(to)}`,
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
  wrongUnit: (reading: { expected: string; received: string; remedy: string }): Wording => ({
    code: 'wrong-unit',
    expected: reading.expected,
    received: reading.received.length > 62 ? quoted(reading.received.slice(1)) : reading.received,
    remedy: reading.remedy,
  }),
  outOfRange: (what: string, range: string, raw: unknown): Wording => ({
    code: 'out-of-range',
    expected: `${what} ${range}`,
    received: quoteRaw(raw),
    remedy: 'choose a value in this range',
  }),
  emptyList: (what: string): Wording => ({
    code: 'out-of-range',
    expected: `a list of ${what}`,
    received: 'an empty list',
    remedy: 'add at least one entry',
  }),
  tableNotRising: (at: number): Wording => ({
    code: 'out-of-range',
    expected: 'a table with rising arguments',
    received: `row ${at + 1} not above the row before`,
    remedy: 'sort the rows and remove double ones',
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
  volumeOverfull: (sum: number): Wording => ({
    code: 'impossible-composition',
    expected: 'volume fractions that add up to at most 1',
    received: `a sum of ${Number(sum.toPrecision(9))}`,
    remedy: `take away ${Number((sum - 1).toPrecision(6))}`,
  }),
  onlyOneOf: (keys: readonly string[], found: readonly string[]): Wording => ({
    code: 'contradiction',
    expected: `only one of ${keys.join(', ')}`,
    received: found.join(' and '),
    remedy: 'remove all but one',
  }),
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
  missingProfile: (path: string): Wording => ({
    code: 'missing-file',
    expected: 'a CSV file',
    received: 'no such file',
    remedy: `put it at ${path}, or correct its name`,
  }),
  noCsvName: (name: string): Wording => ({
    code: 'missing-file',
    expected: 'a CSV file, with a name that ends in .csv',
    received: quoted(name),
    remedy: 'rename the file',
  }),
  csvHeader: (received: string): Wording => ({
    code: 'wrong-unit',
    expected: 'two columns with their units in the first line',
    received: quoteRaw(received),
    remedy: 'write e.g. time [s], current [mA/cm^2]',
  }),
  csvRow: (received: string): Wording => ({
    code: 'wrong-type',
    expected: 'two numbers separated by one comma',
    received,
    remedy: 'write e.g. 10, 2.5',
  }),
  csvNumber: (received: string): Wording => ({
    code: 'wrong-type',
    expected: 'a number',
    received: quoteRaw(received),
    remedy: 'write it with a decimal point, without unit',
  }),
  csvShort: (rows: number): Wording => ({
    code: 'out-of-range',
    expected: 'at least two rows of numbers',
    received: String(rows),
    remedy: 'add rows below the first line',
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
    expected: 'stacking: bipolar beside "bipolar"',
    received: quoteRaw(stacking),
    remedy: 'write "stacking: bipolar", or remove "bipolar"',
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
  rangeWithoutValue: (raw: unknown): Wording => ({
    code: 'contradiction',
    expected: 'a range [low, high] that holds the value',
    received: Array.isArray(raw) ? `[${raw.map(String).join(', ')}]` : quoteRaw(raw),
    remedy: 'put the lower end first and the value between the two',
  }),
  assumedAndFitted: (): Wording => ({
    code: 'contradiction',
    expected: 'either assumed or fitted',
    received: 'both',
    remedy: 'remove one mark',
  }),
  unknownMesh: (name: string, known: readonly string[]): Wording => {
    const meant = nearest(name, known);
    const remedy = meant === undefined ? `known meshes: ${known.join(', ') || 'none'}` : `did you mean "${meant}"?`;
    return { code: 'unknown-mesh', expected: 'the name of a mesh', received: quoted(name), remedy };
  },
  unprintable: (text: string): Wording => ({
    code: 'wrong-type',
    expected: 'text without control characters',
    received: quoted(aroundControl(text)),
    remedy: 'remove them',
  }),
  keyNotText: (): Wording => ({
    code: 'broken-yaml',
    expected: 'a word as key',
    received: 'a mapping or a list as key',
    remedy: 'check the brackets and colons of this line',
  }),
  brokenYaml: (message: string, remedy: string): Wording => ({
    code: 'broken-yaml',
    expected: 'well-formed YAML',
    received: message,
    remedy,
  }),
  missingFile: (folder: string, name: string, names: readonly string[]): Wording => {
    const stem = (file: string): string => file.replace(/\.[^.]*$/, '');
    const meant = names[names.map(stem).indexOf(nearest(stem(name), names.map(stem)) ?? '')];
    const list = names.length > 0 ? `cases there: ${names.join(', ')}` : `there is no case in ${folder || '.'}`;
    return {
      code: 'missing-file',
      expected: 'a case file',
      received: 'no such file',
      remedy: meant === undefined ? list : `did you mean ${folder}${meant}?`,
    };
  },
  unreadable: (reason: string): Wording => ({
    code: 'missing-file',
    expected: 'a readable case file',
    received: reason,
    remedy: 'give the path of a YAML or JSON file',
  }),
  badOverride: (text: string, received: string): Wording => ({
    code: 'bad-override',
    expected: 'key=value with a key of the case',
    received: `${received} in ${quoted(text)}`,
    remedy: 'write e.g. --set cathode.thickness="200 um"',
  }),
};

/** "mapping" or "list" for what zod calls object and array. */
export function wrongStructure(expected: string, raw: unknown): Wording {
  if (expected === 'array') return wording.wrongType('a list', raw, '"[a, b]" or lines that start with "- "');
  return wording.wrongType('a mapping of keys', raw, 'indented "key: value" lines');
}

/** Of a line of text nobody reads more, and a case may hold a key of a million characters. */
const longest = { file: 300, key: 120, words: 1500 } as const;

/** One clear line: file:line:column key: expected ..., found ...; what to do. */
export function formatIssue(issue: CaseIssue): string {
  const whole = (issue.code === 'missing-file' && issue.key === '') || issue.file === '--set';
  const file = shortText(issue.file, longest.file);
  const place = whole ? file : `${file}:${issue.line}:${issue.column}`;
  const key = issue.key === '' ? '' : ` ${shortText(issue.key, longest.key)}`;
  const [expected, received, remedy] = [issue.expected, issue.received, issue.remedy].map((words) =>
    shortText(words, longest.words)
  );
  return `${place}${key}: expected ${expected}, found ${received}; ${remedy}`;
}
