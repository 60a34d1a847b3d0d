import type { Wording } from '../loaded-case.js';
import { kindOfName, meantMaterial, meantOf } from '../material-names.js';
import { kindNames, type MaterialKind } from '../material-properties.js';
import { nearest } from '../nearest.js';
import { quotedData } from '../plain-data.js';
import { quoted } from '../printable.js';

/** More names than a sentence holds are cut short. */
export const listed = (names: readonly string[], most = 16): string =>
  names.length <= most + 1
    ? names.join(', ')
    : `${names.slice(0, most).join(', ')} and ${names.length - most} more, see "catholith materials"`;

/** Of names beside which one is suggested, or a list of all is near. */
const fewNames = 5;

/** The known word that was meant, or what to do where none is near. */
export function meantOr(otherwise: string, word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? otherwise : `did you mean "${meant}"?`;
}

/** A value, and how many neighbours are like it. */
const rowsFrom = (value: string, rows: number): string =>
  rows === 1 ? value : `${value} and the next ${rows === 2 ? 'row' : `${rows - 1} rows`}`;

/** Sentences about one key, whatever it means. */
export const fieldWording = {
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
  unknownKey: (key: string, known: readonly string[], elsewhere?: string): Wording => {
    const meant = elsewhere ?? nearest(key, known);
    const remedy = meant === undefined
      ? `known keys: ${known.join(', ')}`
      : meant === key
      ? 'move it to the top of the file'
      : `did you mean "${meant}"?`;
    return { code: 'unknown-key', expected: 'a known key', received: quoted(key), remedy };
  },
  cutRemark: (key: string): Wording => ({
    code: 'unknown-key',
    expected: 'a text in one piece beside a value',
    received: `${quoted(key)} without a value`,
    remedy: 'put a text with a comma in quotes, note: "a, b"',
  }),
  wrongType: (expected: string, input: unknown, example: string): Wording => ({
    code: 'wrong-type',
    expected,
    received: quotedData(input),
    remedy: `write e.g. ${example}`,
  }),
  wrongUnit: (reading: { expected: string; received: string; remedy: string }): Wording => ({
    code: 'wrong-unit',
    expected: reading.expected,
    received: reading.received.length > 62 ? quoted(reading.received.slice(1)) : reading.received,
    remedy: reading.remedy,
  }),
  noRest: (): Wording => ({
    code: 'wrong-type',
    expected: 'a fraction such as "85 %"',
    received: quoted('rest'),
    remedy: 'one constituent alone may be the rest, beside numbers for all the others',
  }),
  outOfRange: (what: string, range: string, input: unknown): Wording => ({
    code: 'out-of-range',
    expected: `${what} ${range}`,
    received: quotedData(input),
    remedy: 'choose a value in this range',
  }),
  percentMeant: (range: string, input: number): Wording => ({
    code: 'out-of-range',
    expected: `a fraction ${range}`,
    received: quotedData(input),
    remedy: `write ${input} % if that is meant`,
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
  onlyOneOf: (keys: readonly string[], found: readonly string[]): Wording => ({
    code: 'contradiction',
    expected: `only one of ${keys.join(', ')}`,
    received: found.join(' and '),
    remedy: 'remove all but one',
  }),
  rangeWithoutValue: (input: unknown): Wording => ({
    code: 'contradiction',
    expected: 'a range [low, high] that holds the value',
    received: Array.isArray(input) ? `[${input.map(String).join(', ')}]` : quotedData(input),
    remedy: 'put the lower end first and the value between the two',
  }),
  assumedAndFitted: (): Wording => ({
    code: 'contradiction',
    expected: 'either assumed or fitted',
    received: 'both',
    remedy: 'remove one mark',
  }),
  columnUnit: ({ words, example }: { readonly words: string; readonly example: string }, unit: string,
    orMass: boolean): Wording => ({
      code: 'wrong-unit',
      expected: `a column of ${words}, with its unit in the title, as of "${example}"`,
      received: unit === '' ? 'no unit' : quoted(unit),
      remedy: orMass
        ? 'name another column, or add the mass of active material, e.g. "mass: 8.1 mg"'
        : 'correct the title, or name another column',
    }),
  missizedCapacity: (range: string, span: string, unit: string): Wording => ({
    code: 'out-of-range',
    expected: `a column of capacity that covers ${range}`,
    received: `${span} between its ends, in the unit ${quoted(unit)}`,
    remedy: 'correct the unit in the title of the column, e.g. to Ah/g',
  }),
  doubleRow: (x: number): Wording => ({
    code: 'out-of-range',
    expected: 'one row at each place',
    received: `${x} again`,
    remedy: 'remove one of the two rows',
  }),
  notFalling: (value: string, rows: number, tolerance: string): Wording => ({
    code: 'out-of-range',
    expected: `a potential that falls as lithium enters, to within ${tolerance} of noise`,
    received: rowsFrom(value, rows),
    remedy: 'remove what is not part of one slow charge or discharge',
  }),
  rowsOutOfRange: (what: string, range: string, value: string, rows: number): Wording => ({
    code: 'out-of-range',
    expected: `${what} ${range}`,
    received: rowsFrom(value, rows),
    remedy: `choose ${rows === 1 ? 'a value' : 'values'} in this range, or correct the unit in the title of the column`,
  }),
  unknownMaterial: (kind: MaterialKind | undefined, name: string, names: readonly string[],
    known: readonly string[] = names): Wording =>
  {
    const near = meantMaterial(name) ?? nearest(name, known);
    const nearKind = near !== undefined && !names.includes(near) ? kindOfName(near) : undefined;
    const meant = near !== undefined && names.includes(near) ? near : undefined;
    const others = listed(names.filter((one) => one !== meant), fewNames);
    return {
      code: 'unknown-name',
      expected: `a material of the library${kind === undefined ? '' : ` (${kindNames[kind]})`}`,
      received: quoted(name)
        + (nearKind === undefined ? '' : ` (${near} is a material of kind ${kindNames[nearKind]})`),
      remedy: meant === undefined
        ? `use one of ${others}, or describe it under "materials:"`
        : `did you mean ${meant}? Otherwise describe it under "materials:", or use one of ${others}`,
    };
  },
  otherKind: (kind: MaterialKind, name: string, found: MaterialKind, names: readonly string[]): Wording => ({
    code: 'unknown-name',
    expected: `a material of kind ${kindNames[kind]}`,
    received: `${name}, which is a material of kind ${kindNames[found]}`,
    remedy: meantOf(kind, name) === undefined
      ? `use one of ${listed(names, fewNames)}`
      : `did you mean ${meantOf(kind, name)}?`,
  }),
  nameOfLibrary: (name: string): Wording => ({
    code: 'contradiction',
    expected: 'a name that the library does not have',
    received: quoted(name),
    remedy: `call it e.g. "my-${name}" and write "like: ${name}"`,
  }),
  nameOfSection: (name: string): Wording => ({
    code: 'contradiction',
    expected: 'a name that no section of a case has',
    received: quoted(name),
    remedy: `call it e.g. "my-${name}"`,
  }),
  noKind: (kinds: readonly string[]): Wording => ({
    code: 'missing-key',
    expected: `what kind of material it is: ${kinds.join(', ')}; or which one of the library it is like`,
    received: 'neither "kind" nor "like"',
    remedy: 'add e.g. "like: NMC811"',
  }),
  missingProperty: (label: string, name: string, like: string): Wording => ({
    code: 'missing-key',
    expected: label,
    received: 'nothing',
    remedy: `add "${name}", or e.g. "like: ${like}" for everything that is not given`,
  }),
  badFormula: (expected: string, found: string, of: 's' | 'c'): Wording => ({
    code: 'wrong-type',
    expected: `a formula of the ${of === 's' ? 'stoichiometry s' : 'concentration c'}: ${expected}`,
    received: found,
    remedy: of === 's' ? 'write e.g. 4.2 - 0.6*s + 0.05*tanh(20*(0.4 - s))' : 'write e.g. 8*c*exp(-c)',
  }),
  risingFormula: (where: string): Wording => ({
    code: 'out-of-range',
    expected: 'a potential that falls as lithium enters',
    received: `${where}, above what lies before`,
    remedy: 'correct the formula, or narrow "between" to where it holds',
  }),
};
