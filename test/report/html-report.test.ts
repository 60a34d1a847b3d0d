import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../src/report/blocks/block.js';
import { printPage } from '../../src/report/blocks/page.js';
import { linkDois } from '../../src/report/html/elements.js';
import { runReport } from '../../src/report/run-report.js';
import { asCharge, fixture, withFailedRate, withSteps } from './fixture.js';
import { pageOf } from './pages.js';

const drawing = {
  name: 'a',
  title: 'Title of it',
  caption: 'Caption <of> it',
  svg: '<svg xmlns="http://www.w3.org/2000/svg"><text>drawn</text></svg>',
};
const doc = fixture({ layers: 2 });
const description = runReport.describe(doc);
const page = printPage(description, new Map([[figuresOf(description.blocks)[0], drawing]]));
const { document } = parseHTML(page);
const words = (document.body.textContent ?? '').replaceAll(/\s+/g, ' ');

describe('the page', () => {
  test('loads nothing from elsewhere', () => {
    const addresses = [...page.matchAll(/https?:\/\/[^\s"'<)]+/g)].map(([address]) => address);
    expect(
      addresses.filter((address) =>
        !address.startsWith('https://doi.org/10.') && address !== 'http://www.w3.org/2000/svg'
      ),
    ).toEqual([]);
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(/);
  });

  test('shows every parameter with its source, marks and contradicting values', () => {
    for (const parameter of doc.provenance.parameters) expect(words).toContain(parameter.path);
    expect(page.match(/>ASSUMED</g)?.length).toBe(doc.provenance.assumed.length);
    expect(page.match(/>FITTED</g)?.length).toBe(
      doc.provenance.parameters.filter(({ status }) => status === 'fitted').length,
    );
    expect(words).toContain('also reported: 2.4 (10.1038/s41560-020-00759-5; at 60 C)');
  });

  test('shows rates, outcomes with evidence, items, provenance and figures', () => {
    for (const rate of doc.rates) expect(words).toContain(rate.limitation);
    expect(words).toContain('worst unknown: cS shell 20 of cathode cell 1');
    for (const item of doc.energy.items) expect(words).toContain(item.name);
    expect(words).toContain(doc.provenance.caseHash);
    expect(document.querySelectorAll('figure svg').length).toBe(1);
    expect(words).toContain('Figure 1. Title of it. Caption <of> it');
  });

  test('escapes what the case says', () => {
    const hostile = {
      ...doc,
      case: { ...doc.case, title: '<script>alert(1)</script> & "x"', name: '<img src=x>' },
      warnings: ['<b>w</b>'],
    };
    const text = pageOf(runReport, hostile);
    expect(text).not.toMatch(/<script|<img|<b>/);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;');
  });

  test('has no hole where a rate failed', () => {
    const failed = pageOf(runReport, withFailedRate(doc));
    expect(failed).not.toMatch(/NaN|undefined|>null/);
    expect(failed).toContain('no-consistent-start');
  });
});

describe('protocols of several steps', () => {
  const table = pageOf(runReport, withSteps(fixture({ pick: ['1C'] })));

  test('have a table of their steps with the main one marked', () => {
    const [, rows] = table.split('Steps at 1C');
    expect(
      rows.match(/<tr[^>]*>.*?<\/tr>/gs)!.slice(1, 4).map((
        row,
      ) => [/charge|discharge|rest/.exec(row)![0], row.includes('class="main"')]),
    )
      .toEqual([['charge', false], ['discharge', true], ['rest', false]]);
    expect(pageOf(runReport, fixture())).not.toContain('Steps at');
  });
});

test('the charge before stands with its steps, what comes back of it and the resistance beside it', () => {
  const [, charge] = pageOf(runReport, doc).split('Charge before, at C/10 to 4.30 V');
  expect(charge.split('</table>')[0].match(/<tr[^>]*>.*?<\/tr>/gs)).toHaveLength(3);
  expect(pageOf(runReport, doc)).toContain('Discharged over charged');
  expect(pageOf(runReport, doc)).toContain(doc.start.sentence);
});

test('the basis of the energy is told once, and a charge has no row of densities', () => {
  expect(pageOf(runReport, doc).split(doc.energy.basis)).toHaveLength(2);
  const [, rows] = pageOf(runReport, asCharge(fixture({ pick: ['1C'] }))).split('Energy densities as simulated');
  expect(rows.split('</table>')[0]).not.toContain('1C');
});

describe('DOIs become links', () => {
  test.each([
    ['see 10.1149/1945-7111/ab9050, Table 2.', '10.1149/1945-7111/ab9050'],
    ['(https://doi.org/10.1021/acsenergylett.9b01693).', '10.1021/acsenergylett.9b01693'],
    ['10.1016/S0013-4686(99)00194-2.', '10.1016/S0013-4686(99)00194-2'],
    ['(doi: 10.1038/s41560-020-00759-5)', '10.1038/s41560-020-00759-5'],
  ])('%s', (source, doi) => {
    expect(linkDois(source)).toContain(`<a href="https://doi.org/${doi}">${doi}</a>`);
  });

  test('and other text stays text', () => {
    expect(linkDois('a < b & 10.5/3')).toBe('a &lt; b &amp; 10.5/3');
  });
});

test('a page prints with margins, and no heading, title or head of a table stands alone at the foot of a sheet', () => {
  const style = /<style>([^]*?)<\/style>/.exec(pageOf(runReport, fixture()))?.[1] ?? '';
  expect(style).toContain('@page { margin: 15mm; }');
  const printed = style.slice(style.indexOf('@media print'));
  for (const part of ['h2', 'summary', 'caption', 'thead']) {
    expect(printed).toMatch(new RegExp(`[^}]*\\b${part}\\b[^{}]*\\{ break-after: avoid; \\}`));
  }
});
