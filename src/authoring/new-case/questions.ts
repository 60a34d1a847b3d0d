import { cellFormats } from '../../config/cell-format.js';
import { materialNames } from '../../config/material-names.js';
import type { MaterialKind } from '../../config/material-properties.js';
import { nearest } from '../../config/nearest.js';
import { quoted } from '../../config/printable.js';
import { readRate } from '../../config/rate.js';
import { listed } from '../../config/wording/fields.js';
import type { DimensionName } from '../../units/dimension.js';
import { parseQuantity } from '../../units/quantity.js';

/** What a new case has to be told, by the name of the flag. */
export type Answers = Readonly<Partial<Record<Flag, string>>>;

export type Flag = 'title' | 'format' | 'size' | 'cells' | 'active' | 'like' | 'against' | 'electrolyte' | 'fractions'
  | 'porosity' | 'amount' | 'membrane' | 'anode' | 'cutoffs' | 'rates';

/** One question: a flag of the command line, and a line at the terminal. */
export interface Question {
  readonly flag: Flag;
  readonly ask: string;
  readonly example: string;
  /** Stands where Enter is pressed or the flag is missing; absent: it has to be answered. */
  usual?(answers: Answers): string | undefined;
  /** The flags whose answers say what is usual: where one is wrong or missing, nothing is missing here. */
  readonly usualBy?: readonly Flag[];
  /** Whether the answers before make it one, and in words which do. */
  applies?(answers: Answers): boolean;
  readonly goesWith?: string;
  /** What is wrong with an answer, as `expected ..., found ...; ...`. */
  problem(text: string, answers: Answers): string | undefined;
}

export const isCsv = (text: string): boolean => /\.csv$/i.test(text);
/** Formats whose electrodes are as large as the answer says. */
const hasArea = ({ format = '' }: Answers): boolean => ['pellet', 'coin', 'sheet'].includes(format);
const withCsv = ({ active = '' }: Answers): boolean => isCsv(active);

const expected = (what: string, found: string, remedy: string): string =>
  `expected ${what}, found ${quoted(found)}; ${remedy}`;

const oneOf = (what: string, names: readonly string[]) => (text: string): string | undefined => {
  if (names.includes(text)) return undefined;
  const close = nearest(text, names);
  return expected(what, text, `${close === undefined ? '' : `did you mean ${close}? `}there are ${listed(names)}`);
};

const material = (...kinds: readonly MaterialKind[]) =>
  oneOf('a material of the library', kinds.flatMap((kind) => materialNames[kind]));

/** The first dimension that a text is a quantity of. */
export const dimensionOf = <D extends DimensionName>(text: string, allowed: readonly D[]): D | undefined =>
  allowed.find((dimension) => parseQuantity(text, dimension).ok);

const quantityOf =
  (what: string, allowed: readonly DimensionName[], example: string) => (text: string): string | undefined =>
    dimensionOf(text, allowed) === undefined ? expected(what, text, `write e.g. ${example}`) : undefined;

/** "80:17:3" as shares of one: active material, electrolyte, carbon, binder. */
export function sharesOf(text: string): readonly number[] | undefined {
  const parts = text.split(':').map((part) => Number(part.replace('%', '')));
  const sum = parts.reduce((total, part) => total + part, 0);
  const good = parts.length >= 2 && parts.length <= 4 && parts.every((part) => Number.isFinite(part) && part >= 0)
    && parts[0] > 0;
  return good && (Math.abs(sum - 100) < 1e-9 || Math.abs(sum - 1) < 1e-9)
    ? parts.map((part) => Number((part / sum).toPrecision(12)))
    : undefined;
}

/** "2.5 V, 4.3 V" as its two ends. */
export const listOf = (text: string): string[] => text.replace(/^\[|\]$/g, '').split(',').map((part) => part.trim());

const sizesOf = (answers: Answers): readonly DimensionName[] =>
  hasArea(answers) ? ['mass', 'massLoading', 'length', 'arealCapacity'] : ['massLoading', 'length', 'arealCapacity'];

/** All questions in their order. `customary` has cut-offs for what is known of the electrodes. */
export const questions = (customary: (answers: Answers) => string | undefined): readonly Question[] => [
  { flag: 'format',
    ask: 'Format of the cell: pellet (pressed in a die), coin, sheet (one unit cell), bipolar (bare stack) or pouch',
    example: 'pellet', usual: () => 'pouch', problem: oneOf('a format of a cell', cellFormats) },
  { flag: 'size', ask: 'Diameter or area of the electrodes', example: '10 mm', applies: hasArea,
    goesWith: '--format pellet, coin or sheet', problem: (text, { format }) =>
      format === 'sheet'
        ? quantityOf('an area', ['area'], '20 cm^2')(text)
        : quantityOf('a diameter or an area', ['length', 'area'], '10 mm or 0.785 cm^2')(text) },
  { flag: 'cells', ask: 'Number of unit cells in series', example: '4', applies: ({ format }) => format === 'bipolar',
    goesWith: '--format bipolar', problem: (text) =>
      Number.isInteger(Number(text)) && Number(text) >= 1
        ? undefined
        : expected('a whole number of cells', text, 'write e.g. 4') },
  { flag: 'active', ask: 'Active material: a name of the library, or the CSV file of its slow discharge',
    example: 'NMC811', problem: (text) => (isCsv(text) ? undefined : material('activeMaterial')(text)) },
  { flag: 'like', ask: 'Material of the library that has what the CSV file does not say', example: 'NMC622',
    applies: withCsv, goesWith: 'a CSV file as --active', problem: material('activeMaterial') },
  { flag: 'against', ask: 'What the CSV file was measured against: Li or In/InLi', example: 'In/InLi', applies: withCsv,
    goesWith: 'a CSV file as --active', usual: () => 'Li', problem: oneOf('a counter electrode', ['Li', 'In/InLi']) },
  { flag: 'electrolyte', ask: 'Electrolyte', example: 'Li6PS5Cl', problem: material('electrolyte') },
  { flag: 'fractions', ask: 'Mass fractions, active material : electrolyte [: carbon [: binder]]', example: '80:17:3',
    problem: (text) =>
      sharesOf(text) ? undefined : expected('two to four shares that add up to 100', text, 'write e.g. 80:17:3') },
  { flag: 'porosity', ask: 'Porosity of the cathode', example: '15 %', usual: () => 'unknown', problem: (text) => {
    const share = parseQuantity(text, 'fraction');
    return text === 'unknown' || (share.ok && share.value >= 0 && share.value <= 0.95)
      ? undefined
      : expected('a share from 0 to 95 %', text, 'write e.g. 15 %');
  } },
  { flag: 'amount',
    ask: 'How much cathode: mass (pellet, coin, sheet), mg/cm^2 of composite, "mg/cm^2 active", um or mAh/cm^2',
    example: '26 mg/cm^2', problem: (text, answers) =>
      quantityOf(hasArea(answers)
        ? 'a mass, a loading, a thickness or an areal capacity'
        : 'a loading, a thickness or an areal capacity', sizesOf(answers), hasArea(answers) ? '12 mg' : '26 mg/cm^2')(
          text.replace(/ active$/, ''),
        ) },
  { flag: 'membrane', ask: 'Membrane of the same electrolyte: thickness, or its mass (pellet, coin, sheet)',
    example: '30 um',
    problem: (text, answers) =>
      quantityOf(hasArea(answers) ? 'a mass or a thickness' : 'a thickness',
        hasArea(answers) ? ['mass', 'length'] : ['length'], hasArea(answers) ? '80 mg' : '30 um')(text) },
  { flag: 'anode', ask: `Anode: ${materialNames.planarAnode.join(' or ')}, or an active material as a composite`,
    example: 'lithium-metal', problem: material('planarAnode', 'activeMaterial') },
  { flag: 'cutoffs', usualBy: ['active', 'like', 'against', 'anode'],
    ask: 'Lower and upper cut-off of the cell voltage', example: '2.5 V, 4.3 V', usual: customary, problem: (text) => {
      const ends = listOf(text).map((end) => parseQuantity(end, 'voltage'));
      const [low, high] = ends.map((end) => (end.ok ? end.value : NaN));
      return ends.length === 2 && low < high
        ? undefined
        : expected('two voltages, the lower one first', text, 'write e.g. 2.5 V, 4.3 V');
    } },
  { flag: 'rates', ask: 'Rates', example: 'C/10, C/3, 1C', usual: () => 'C/10, C/3, 1C', problem: (text, answers) => {
    const wrong = listOf(text).find((rate) =>
      !readRate(rate).ok && !(hasArea(answers) && parseQuantity(rate, 'current').ok)
    );
    return wrong === undefined ? undefined : expected('rates such as "C/10, 1C"', wrong, 'write e.g. C/10, C/3, 1C');
  } },
  { flag: 'title', ask: 'Title', example: 'NMC622 pellet of May',
    usual: ({ active = '', electrolyte, anode, amount }) =>
      `${active.replace(/^.*[/\\]/, '').replace(/\.csv$/i, '')} with ${electrolyte} | ${anode}, ${amount}`,
    problem: () => undefined },
];
