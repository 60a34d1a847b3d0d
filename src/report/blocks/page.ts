import { createHash } from 'node:crypto';
import type { Figure } from '../figures/figure-type.js';
import { type Html, join, linkDois, markup, paragraph, text } from '../html/elements.js';
import { pageStyle } from '../html/style.js';
import { pageTable } from '../text-table.js';
import { type Block, type Choice, type Description, type FigureBlock, figuresOf, type Fold, type Parameter,
  type Parameters, type Sentence, type Terms } from './block.js';

/** Figures that were drawn, by their blocks; a block without one is left out. */
export type Drawn = ReadonlyMap<FigureBlock, Figure>;

/** The description as one file: nothing is loaded from elsewhere, and it is whole without its script. */
export function printPage({ title, blocks }: Description, drawn: Drawn = new Map(), script = ''): string {
  const place = blocks.findIndex(({ kind }) => kind === 'fold');
  const folds = blocks.filter((block) => block.kind === 'fold');
  const numbers = new Map(
    figuresOf(blocks, false).filter((block) => drawn.has(block)).map((block, k) => [block, k + 1]),
  );
  const print = (some: readonly Block[]): Html => join(some.map((block) => printed(block, drawn, numbers)));
  const front = place < 0 ? blocks : blocks.slice(0, place);
  return '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    + `<meta http-equiv="Content-Security-Policy" content="${policy(script)}">\n`
    + '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
    + `<title>${text(title)}</title>\n<style>${pageStyle}</style>\n</head>\n<body>\n<header>\n<h1>${
      text(title)
    }</h1>\n</header>\n`
    + `<main>\n${print(front)}${contents(folds)}${place < 0 ? '' : print(blocks.slice(place))}</main>\n`
    + `${script === '' ? '' : `<script>${script}</script>\n`}</body>\n</html>\n`;
}

/** Nothing but the style and the script of this page, and pictures that it holds itself. */
function policy(script: string): string {
  const hash = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  return `default-src 'none'; style-src ${hash(pageStyle)}; script-src ${script === '' ? '\'none\'' : hash(script)}; `
    + 'img-src data:; base-uri \'none\'; form-action \'none\'';
}

const contents = (folds: readonly Fold[]): Html =>
  folds.length < 2
    ? markup('')
    : markup(`<nav aria-label="Parts of this page">${
      folds.map(({ id, title }) => `<a href="#${text(id)}">${text(title)}</a>`).join(' ')
    }</nav>\n`);

function printed(block: Block, drawn: Drawn, numbers: ReadonlyMap<FigureBlock, number>): Html {
  switch (block.kind) {
    case 'sentence':
      return sentenceOf(block);
    case 'table':
      return block.table.rows.length > 0 ? pageTable(block.table) : markup('');
    case 'figure': {
      const figure = drawn.get(block);
      return figure === undefined ? markup('') : figureOf(figure, numbers.get(block) ?? 0);
    }
    case 'choice':
      return choiceOf(block, drawn, numbers);
    case 'parameters':
      return parameterTable(block);
    case 'terms':
      return termList(block);
    case 'heading':
      return markup(`<h3>${text(block.text)}</h3>\n`);
    case 'fold':
      return foldOf(block, (some) => join(some.map((one) => printed(one, drawn, numbers))));
  }
}

const sentenceOf = ({ head, text: words, tone }: Sentence): Html =>
  paragraph(headed(head, words), tone === 'plain' ? (nameOf(head) === '' ? '' : 'entry') : tone);

const headed = (head: string, words: string): Html => join([nameOf(head), linkDois(words)]);

/** Of an answer its look says what it is. */
const nameOf = (head: string): Html =>
  markup(head === '' || head === 'answer'
    ? ''
    : `<span class="head">${text(head[0].toUpperCase() + head.slice(1))}:</span> `);

/** The first sentence of the front stands beside the title, so that a closed fold says what is in it. */
function foldOf({ id, title, front, rest }: Fold, print: (blocks: readonly Block[]) => Html): Html {
  const [first, ...others] = front;
  const teaser = first?.kind === 'sentence' ? first : undefined;
  return markup(
    `<details id="${text(id)}" class="part"><summary><h2>${text(title)}</h2>${
      teaser === undefined ? '' : `<p class="teaser">${headed(teaser.head, teaser.text)}</p>`
    }</summary>\n${print(teaser === undefined ? [...front, ...rest] : [...others, ...rest])}</details>\n`,
  );
}

/** Without a script as well: the figure behind the button that is on is the one that is seen. */
function choiceOf({ of, chosen, options }: Choice, drawn: Drawn, numbers: ReadonlyMap<FigureBlock, number>): Html {
  const shown = options.flatMap(({ name, figure: block }) => {
    const figure = drawn.get(block);
    return figure === undefined ? [] : [{ name, figure }];
  });
  const number = options.map(({ figure: block }) => numbers.get(block)).find((one) => one !== undefined) ?? 0;
  if (shown.length === 0) return markup('');
  const [{ figure: { name: group } }] = shown;
  const parts = shown.map(({ name, figure }, k) =>
    `<input type="radio" name="${text(group)}" id="${text(group)}-${k}"${name === chosen ? ' checked' : ''}>`
    + `<label class="chosen" for="${text(group)}-${k}">${text(name)}</label>\n${figureOf(figure, number, k)}`
  );
  return markup(`<fieldset class="choice"><legend>${text(of)}</legend>\n${parts.join('')}</fieldset>\n`);
}

const figureOf = ({ name, title, caption, svg }: Figure, number: number, option = 0): Html =>
  markup(`<figure${option === 0 ? ` id="figure-${text(name)}"` : ''}><div class="drawing" tabindex="0">${svg}</div>`
    + `<figcaption><span class="mark">Figure ${number}. ${text(title)}.</span> ${
      text(caption)
    }</figcaption></figure>\n`);

const termList = ({ terms }: Terms): Html =>
  markup(
    `<dl>${
      terms.map(({ name, formula, meaning }) =>
        `<dt>${text(name)}</dt><dd><code>${text(formula)}</code></dd><dd>${text(meaning)}</dd>`
      ).join('\n')
    }</dl>\n`,
  );

/** A value that is longer is a formula or a table: it gets the width of the page. */
const longestValue = 24;

/** A row per parameter with a row below it for its formula and its sources; what decides the result first, then what is assumed. */
function parameterTable({ parameters, first }: Parameters): Html {
  const rank = ({ path, status }: Parameter): number => {
    const place = first.indexOf(path);
    return place >= 0 ? place - first.length : status === 'assumed' || status === 'fitted' ? 0 : 1;
  };
  const rows = [...parameters].sort((a, b) => rank(a) - rank(b)).map((one) => bodyOf(one, first.includes(one.path)));
  return markup(
    '<div class="parameters"><label class="filter"><input type="checkbox" class="only-marked"> only what is assumed, fitted or decides</label>\n'
      + '<table><caption>Parameters</caption>\n<thead><tr><th scope="col">parameter</th><th scope="col">value</th>'
      + `<th scope="col">mark</th></tr></thead>\n${rows.join('\n')}\n</table></div>\n`,
  );
}

/** A body of its own: both rows are kept together, on paper too. */
function bodyOf(parameter: Parameter, decides: boolean): string {
  const { label, path, value, unit, status } = parameter;
  const isMarked = status === 'assumed' || status === 'fitted';
  const isLong = value.length > longestValue;
  const inUnit = unit === '' || unit === '-' ? '' : ` ${text(unit)}`;
  const kinds = [isMarked ? status : '', isMarked || decides ? 'marked' : ''].filter((kind) => kind !== '').join(' ');
  const details = [...(isLong ? [markup(`<code>${text(value)}</code>${inUnit}`)] : []), ...remarks(parameter)];
  return `<tbody${kinds === '' ? '' : ` class="${kinds}"`}><tr><th scope="row">${text(label)} <code>${
    text(path)
  }</code></th>`
    + `<td class="value">${isLong ? 'see below' : `${text(value)}${inUnit}`}</td>`
    + `<td>${decides ? '<span class="mark">decides</span> ' : ''}${
      isMarked ? `<span class="mark">${text(status.toUpperCase())}</span>` : text(status)
    }</td></tr>`
    + `${details.length === 0 ? '' : `<tr class="remarks"><td colspan="3">${details.join('<br>')}</td></tr>`}</tbody>`;
}

const spreadWords = { stated: 'stated', alternatives: 'sources disagree',
  declared: 'spread of its kind, assumed' } as const;

function remarks({ source, note, spread, alternatives = [] }: Parameter): Html[] {
  return [
    ...(source === undefined ? [] : [linkDois(source)]),
    ...(note === undefined ? [] : [linkDois(note)]),
    ...(spread === undefined
      ? []
      : [text(`80 % of cases: ${spread.low} to ${spread.high} (${spreadWords[spread.basis]})`)]),
    ...alternatives.map((other) =>
      join([text(`also reported: ${other.value} (`), linkDois(other.source),
        text(`${other.note === undefined ? '' : `; ${other.note}`})`)])
    ),
  ];
}

/** Draws every figure once, for page, SVG and PNG. */
export async function drawAll({ blocks }: Description): Promise<Drawn> {
  const drawn = new Map<ReturnType<typeof figuresOf>[number], Figure>();
  for (const block of figuresOf(blocks)) {
    const figure = await block.draw();
    if (figure) drawn.set(block, figure);
  }
  return drawn;
}
