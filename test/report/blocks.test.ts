import { parseHTML } from 'linkedom';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isPlainLocale, placeOfReport, terminal } from '../../src/commands/command.js';
import { answer, choice, type Description, entry, figure, fold, sentence,
  table } from '../../src/report/blocks/block.js';
import { printCard } from '../../src/report/blocks/card.js';
import { drawAll, printPage } from '../../src/report/blocks/page.js';
import { resultCard, runReport } from '../../src/report/run-report.js';
import { spellUnits } from '../../src/report/spelling.js';
import { column, detail, tableOf, words } from '../../src/report/text-table.js';
import { fixture, withRanges } from './fixture.js';

const { pageScriptFile, scriptFile } = await import(new URL('../../tools/page-script.mjs', import.meta.url).href) as {
  pageScriptFile: () => Promise<string>;
  scriptFile: string;
};

const rows = [{ name: 'one of a long name that has many words', value: 1 }, { name: 'two', value: 22222 }];
const numbers = tableOf('Numbers', rows, [
  words('what it is', ({ name }) => name),
  ...['first', 'second', 'third', 'fourth'].map((title) =>
    column<typeof rows[number]>(title, 'mAh/cm^2', ({ value }) => `${value}${title}`)
  ),
  detail(column('only on the page', '', () => 'aside')),
]);
const drawn = (name: string) => ({ name, title: `Title of ${name}`, caption: 'Words',
  svg: `<svg xmlns="http://www.w3.org/2000/svg"><text>${name}</text></svg>` });
const description: Description = {
  title: 'A document',
  blocks: [
    entry('source', '10.1000/xyz'),
    answer('So much.'),
    figure(() => Promise.resolve(drawn('front'))),
    fold('numbers', 'All numbers', [table(numbers)], [sentence('Behind.')]),
    fold('more', 'More', [{ ...entry('so', 'in short'), cardEnd: '; long: page.html' }], [
      choice('rate', '1C',
        ['C/10', '1C'].map((name) => ({ name, figure: figure(() => Promise.resolve(drawn(name))) }))),
      figure(() => Promise.resolve(undefined)),
    ]),
  ],
};

describe('the card', () => {
  test.each([0, 20, 40, 80, 200])('at %i columns loses no column and no word, and stays within them', (width) => {
    const card = printCard(description, { colour: false, width });
    const letters = card.replaceAll(/\s+/g, '');
    for (const { value } of rows) {
      for (const title of ['first', 'second', 'third', 'fourth']) expect(letters).toContain(`${value}${title}`);
    }
    if (width >= 40) expect(Math.max(...card.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  test('is what is in front, folds closed, without figures', () => {
    const card = printCard(description, { colour: false, width: 100 });
    expect(card).toContain('so         in short; long: page.html');
    expect(card).toContain('All numbers\nNumbers');
    expect(card).not.toMatch(/Behind|aside|Title of/);
  });

  test('has plain letters where the terminal has no others', () => {
    const card = resultCard(withRanges(fixture(), ['2C']), { colour: false, width: 100, ascii: true });
    expect(card).toMatch(/^[\n -~]+$/);
    expect(card).toContain('mAh/cm^2');
    expect(card).not.toContain('?');
  });
});

test.each([
  [{ LANG: 'C' }, true],
  [{ LC_ALL: 'POSIX', LANG: 'de_DE.UTF-8' }, true],
  [{ LC_ALL: '', LANG: 'C.UTF-8' }, false],
  [{}, false],
])('the locale %j is plain: %s', (variables, isPlain) => expect(isPlainLocale(variables)).toBe(isPlain));

test('a path that a short line does not hold beside other words stands alone, whole', () => {
  const path = 'out/nmc811-li6ps5cl/report.html';
  expect(placeOfReport(path, 12, { ...terminal(), width: 100 })).toBe(`report     ${path}  (12 files)`);
  expect(placeOfReport(path, 12, { ...terminal(), width: 40 })).toBe(`report\n${path}\n(12 files)`);
});

test.each([
  ['4.1 mAh/cm^2, 2 mAh/cm2', '4.1 mAh/cm², 2 mAh/cm²'],
  ['at 10 um and 25 degC', 'at 10 µm and 25 °C'],
  ['20 ohm cm^2 s^-1', '20 Ω cm² s⁻¹'],
  ['0.42 ohm cm2', '0.42 Ω cm²'],
  ['um', 'µm'],
  ['um^2/um^3', 'µm²/µm³'],
  ['membrane.thickness (um)', 'membrane.thickness (µm)'],
  ['+- of one', '± of one'],
  ['-21 % and +6 %, (-0.2) ≈ -3', '−21 % and +6 %, (−0.2) ≈ −3'],
  ['1e-12, Si-C-450, a 10-hour test, --set x=-1', '1e-12, Si-C-450, a 10-hour test, --set x=-1'],
  ['eps^1.5 of forum um', 'eps^1.5 of forum um'],
])('%s is spelled %s', (typed, shown) => expect(spellUnits(typed)).toBe(shown));

describe('the page', () => {
  test('is whole without its script: every block is in it, every figure once or behind its button', async () => {
    const page = printPage(description, await drawAll(description));
    const { document } = parseHTML(page);
    for (const word of ['So much.', 'Behind.', 'aside', 'in short']) expect(document.body.textContent).toContain(word);
    expect(document.querySelectorAll('details').length).toBe(2);
    expect(document.querySelector('.teaser')?.textContent).toBe('So: in short');
    expect([...document.querySelectorAll('figcaption .mark')].map((mark) => mark.textContent)).toEqual(
      ['Figure 1. Title of front.', 'Figure 2. Title of C/10.', 'Figure 2. Title of 1C.'],
    );
    expect(document.querySelectorAll('input[checked] + label').length).toBe(1);
    expect(document.querySelector('input[checked] + label')?.textContent).toBe('1C');
  });

  test('allows its own style and script and nothing else', () => {
    const page = printPage(description, new Map(), 'alert(1)');
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const hash = (text = ''): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toContain(`style-src ${hash(/<style>([^]*?)<\/style>/.exec(page)?.[1])};`);
    expect(policy).toContain(`script-src ${hash(/<script>([^]*?)<\/script>/.exec(page)?.[1])};`);
    expect(policy.startsWith('default-src \'none\';')).toBe(true);
    expect(page).not.toMatch(/ style="| on[a-z]+="/);
  });

  test('shows first what decides the result, then what is assumed', () => {
    const doc = withRanges(fixture());
    const { document } = parseHTML(printPage(runReport.describe(doc)));
    const kinds = [...document.querySelectorAll('.parameters tbody')].map((body) => body.className);
    const unmarked = kinds.findIndex((kind) => !kind.includes('marked'));
    expect(unmarked).toBeGreaterThan(0);
    expect(kinds.slice(unmarked).some((kind) => kind.includes('marked'))).toBe(false);
  });
});

test('the script of the pages is what client/ says', async () => {
  expect(readFileSync(scriptFile, 'utf8')).toBe(await pageScriptFile());
});
