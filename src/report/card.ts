import { spellUnits } from './spelling.js';
import { hanging, painter, type Style, wrap } from './text-layout.js';
import { cardTable, type TextTable } from './text-table.js';

/** Colours, width and letters of a card in a terminal. */
export interface CardOptions {
  readonly colour: boolean;
  /** Characters per line; what is wider is wrapped or continued below, nothing is left out. */
  readonly width: number;
  /** Plain letters only, where the terminal has no others. */
  readonly ascii?: boolean;
}

/** Narrower than this no table can be read; sentences are not wider than what an eye follows. */
const narrowest = 20;
const widestText = 120;
/** Texts hang behind heads of so many characters. */
const indent = 11;

/** Pieces of cards at their width and in their colours. */
export function cardKit({ colour, width: wanted, ascii = false }: CardOptions) {
  const paint = painter(colour);
  const say = (text: string): string => (ascii ? asciiText(text) : spellUnits(text));
  const room = Math.max(narrowest, wanted);
  const width = Math.min(room, widestText);
  const wrapped = (text: string): string[] => wrap(say(text), width);
  const hung = (style: Style) => (head: string, text: string): string =>
    // a head without room beside it stands above its text
    hanging(say(head), say(text), head.length >= indent || width < 40 ? 2 : indent, width,
      (plain) => paint(style, plain));
  const bold = (text: string): string[] => wrapped(text).map((line) => paint('bold', line));
  return {
    paint,
    width,
    wrapped,
    bold,
    entry: hung('cyan'),
    mark: hung('yellow'),
    failure: hung('red'),
    /** A table under its title, its notes below it. */
    titled: ({ title, head, rows, notes = [] }: TextTable): string[] => [
      ...(title === '' ? [] : bold(title)),
      cardTable({ title, head: head.map((one) => ({ ...one, title: say(one.title), unit: say(one.unit ?? '') })),
        rows: rows.map((cells) => cells.map(say)) }, room, ascii, paint),
      ...notes.flatMap(wrapped).map((line) => paint('dim', line)),
    ],
  };
}

const signs: Readonly<Record<string, string>> = { '²': '^2', '³': '^3', '⁻¹': '^-1', '⁻²': '^-2', '⁻³': '^-3', '⁻': '-',
  '¹': '1', '₂': '2', 'µ': 'u', '°C': 'degC', '°': ' deg', 'Ω': 'ohm', 'τ': 'tau', 'κ': 'kappa', 'σ': 'sigma',
  'φ': 'phi', 'ε': 'eps', 'η': 'eta', 'ₑ': '_e', 'ₛ': '_s', 'λ': 'lambda', '×': 'x', '·': '*', '±': '+-', '≤': '<=',
  '≥': '>=', '≈': '~', '→': '->', '−': '-', '–': '-', '—': '-', '…': '...', '─': '-', '“': '"', '”': '"', '‘': '\'',
  '’': '\'', '∂': 'd', 'Δ': 'delta ', '√': 'sqrt' };

const known = new RegExp(Object.keys(signs).sort((a, b) => b.length - a.length).join('|'), 'g');

/** The text in the 95 printable characters that every terminal has: signs are spelled, accents dropped, what is left is a question mark. */
const asciiText = (text: string): string =>
  text.replace(known, (sign) => signs[sign]).normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^\n -~]/g, '?');
