import type { Wording } from '../case-issue.js';
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

const sizes = [[/diameter$/i, 'radius', 'half'], [/radius$/i, 'diameter', 'twice']] as const;

/** A diameter where a radius is known, or the other way round: the number is another one as well. */
function otherSize(key: string, known: readonly string[]): string | undefined {
  const found = sizes.map(([written, other, times]) => {
    const meant = known.find((name) =>
      written.test(key) && new RegExp(`^(particle)?${key.replace(written, other)}$`, 'i').test(name)
    );
    return meant && `write ${times} the value as "${meant}"`;
  });
  return found.find(Boolean);
}

/** Sentences about one key, whatever it means. */
export const fieldWording = {
  missing: (what: string, line: string) => missingKey(what, 'nothing', `add "${line}"`),
  missingOneOf: (keys: readonly string[]) => missingKey(`one of ${keys.join(', ')}`, 'none of them', 'add one'),
  unknownKey: (key: string, known: readonly string[], remedy?: string): Wording =>
    unknownKey('a known key', quoted(key),
      otherSize(key, known) ?? remedy ?? meantOr(`known keys: ${known.join(', ')}`, key, known)),
  cutRemark: (key: string) =>
    unknownKey('a text in one piece beside a value', `${quoted(key)} without a value`,
      'put a text with a comma in quotes, note: "a, b"'),
  decimalComma: (received: string, point: string) =>
    wrongType('a number with a decimal point', quoted(received), `write ${point}`),
  wrongType: (expected: string, input: unknown, example: string) =>
    wrongType(expected, quotedData(input), `write e.g. ${example}`),
  wrongUnit: (reading: { expected: string; received: string; remedy: string }) =>
    wrongUnit(reading.expected, reading.received.length > 62 ? quoted(reading.received.slice(1)) : reading.received,
      reading.remedy),
  noRest: () =>
    wrongType('a fraction such as "85 %"', quoted('rest'),
      'one constituent alone may be the rest, beside numbers for all the others'),
  outOfRange: (what: string, range: string, input: unknown) =>
    outOfRange(`${what} ${range}`, quotedData(input), 'choose a value in this range'),
  percentMeant: (range: string, input: number) =>
    outOfRange(`a fraction ${range}`, quotedData(input), `write ${input} % if that is meant`),
  emptyList: (what: string) => outOfRange(`a list of ${what}`, 'an empty list', 'add at least one entry'),
  tableNotRising: (at: number) =>
    outOfRange('a table with rising arguments', `row ${at + 1} not above the row before`,
      'sort the rows and remove double ones'),
  onlyOneOf: (keys: readonly string[], found: readonly string[]) =>
    contradiction(`only one of ${keys.join(', ')}`, found.join(' and '), 'remove all but one'),
  rangeWithoutValue: (input: unknown) =>
    contradiction('a range [low, high] that holds the value',
      Array.isArray(input) ? `[${input.map(String).join(', ')}]` : quotedData(input),
      'put the lower end first and the value between the two'),
  assumedAndFitted: () => contradiction('either assumed or fitted', 'both', 'remove one mark'),
  columnUnit: ({ words, example }: { readonly words: string; readonly example: string }, unit: string,
    orMass: boolean) =>
    wrongUnit(`a column of ${words}, with its unit in the title, as of "${example}"`,
      unit === '' ? 'no unit' : quoted(unit), orMass
      ? 'name another column, or add the mass of active material, e.g. "mass: 8.1 mg"'
      : 'correct the title, or name another column'),
  missizedCapacity: (range: string, span: string, unit: string) =>
    outOfRange(`a column of capacity that covers ${range}`, `${span} between its ends, in the unit ${quoted(unit)}`,
      'correct the unit in the title of the column, e.g. to Ah/g'),
  doubleRow: (x: number) => outOfRange('one row at each place', `${x} again`, 'remove one of the two rows'),
  notFalling: (value: string, rows: number, tolerance: string) =>
    outOfRange(`a potential that falls as lithium enters, to within ${tolerance} of noise`, rowsFrom(value, rows),
      'remove what is not part of one slow charge or discharge'),
  rowsOutOfRange: (what: string, range: string, value: string, rows: number) =>
    outOfRange(`${what} ${range}`, rowsFrom(value, rows),
      `choose ${rows === 1 ? 'a value' : 'values'} in this range, or correct the unit in the title of the column`),
  unknownMaterial: (kind: MaterialKind | undefined, name: string, names: readonly string[],
    known: readonly string[] = names): Wording =>
  {
    const near = meantMaterial(name) ?? nearest(name, known);
    const nearKind = near !== undefined && !names.includes(near) ? kindOfName(near) : undefined;
    const meant = near !== undefined && names.includes(near) ? near : undefined;
    const others = listed(names.filter((one) => one !== meant), fewNames);
    return unknownName(`a material of the library${kind === undefined ? '' : ` (${kindNames[kind]})`}`, quoted(name)
      + (nearKind === undefined ? '' : ` (${near} is a material of kind ${kindNames[nearKind]})`), meant === undefined
      ? `use one of ${others}, or describe it under "materials:"`
      : `did you mean ${meant}? Otherwise describe it under "materials:", or use one of ${others}`);
  },
  otherKind: (kind: MaterialKind, name: string, found: MaterialKind, names: readonly string[]) =>
    unknownName(`a material of kind ${kindNames[kind]}`, `${name}, which is a material of kind ${kindNames[found]}`,
      meantOf(kind, name) === undefined
        ? `use one of ${listed(names, fewNames)}`
        : `did you mean ${meantOf(kind, name)}?`),
  nameOfLibrary: (name: string) =>
    contradiction('a name that the library does not have', quoted(name),
      `call it e.g. "my-${name}" and write "like: ${name}"`),
  nameOfSection: (name: string) =>
    contradiction('a name that no section of a case has', quoted(name), `call it e.g. "my-${name}"`),
  noKind: (kinds: readonly string[]) =>
    missingKey(`what kind of material it is: ${kinds.join(', ')}; or which one of the library it is like`,
      'neither "kind" nor "like"', 'add e.g. "like: NMC811"'),
  missingProperty: (label: string, name: string, like: string) =>
    missingKey(label, 'nothing', `add "${name}", or e.g. "like: ${like}" for everything that is not given`),
  badFormula: (expected: string, found: string, of: keyof typeof formulas) =>
    wrongType(`a formula of the ${formulas[of].words}: ${expected}`, found, `write e.g. ${formulas[of].example}`),
  risingFormula: (where: string) =>
    outOfRange('a potential that falls as lithium enters', `${where}, above what lies before`,
      'correct the formula, or narrow "between" to where it holds'),
};

const wordsOf = (code: Wording['code']) => (expected: string, received: string, remedy: string): Wording => (
  { code, expected, received, remedy }
);

/** The words of a problem, by its kind: what is expected, what is found, what to do. */
export const unknownKey = wordsOf('unknown-key');
export const missingKey = wordsOf('missing-key');
export const wrongType = wordsOf('wrong-type');
export const wrongUnit = wordsOf('wrong-unit');
export const outOfRange = wordsOf('out-of-range');
export const unknownName = wordsOf('unknown-name');
export const impossible = wordsOf('impossible-composition');
export const contradiction = wordsOf('contradiction');
export const missingFile = wordsOf('missing-file');
export const brokenYaml = wordsOf('broken-yaml');
export const unknownMesh = wordsOf('unknown-mesh');
export const badOverride = wordsOf('bad-override');

const formulas = {
  s: { words: 'stoichiometry s', example: '4.2 - 0.6*s + 0.05*tanh(20*(0.4 - s))' },
  c: { words: 'concentration c', example: '8*c*exp(-c)' },
  eps: { words: 'volume fraction eps', example: '1 - 0.5*ln(eps)' },
} as const;
