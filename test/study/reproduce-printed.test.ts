import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCase, loadReproduction } from '../../src/config/read-case.js';
import { parseReproduction } from '../../src/config/studies/parse-reproduction.js';
import { formatIssue } from '../../src/config/wording.js';
import { cardOf } from '../../src/report/blocks/card.js';
import { reproductionReport } from '../../src/report/reproduction/reproduction-report.js';
import { reproductionCsv } from '../../src/report/reproduction/reproduction-tables.js';
import { type BillRow, type RatioRow, type ReproductionDocument,
  reproductionSchema } from '../../src/results/reproduction-schema.js';
import { cellPromise } from '../../src/study/cell-promise.js';
import { reproduce } from '../../src/study/reproduce/reproduce.js';
import { pageOf } from '../report/pages.js';

const reproductionCard = cardOf(reproductionReport);

/** Ratios of energies and bills of materials that sources print. */

const cells = fileURLToPath(new URL('../../configs/studies/reproduce/cell-energies.yaml', import.meta.url));

async function documentOf(reading: ReturnType<typeof loadReproduction>,
  ids: readonly string[]): Promise<ReproductionDocument>
{
  if (!reading.ok) throw new Error(reading.issues.map(formatIssue).join('\n'));
  const { file } = reading;
  const made = await reproduce([{ ...file, rows: file.rows.filter(({ id }) => ids.includes(id)) }]);
  if (!made.ok) throw new Error(made.issues.map(formatIssue).join('\n'));
  return reproductionSchema.parse(made.document);
}

const billOf = (lines: string, reported = '{mass: 30 g, cost: 0.5 $}') =>
  parseReproduction(`rows:\n  - id: a\n    name: b\n    where: c\n    reported: ${reported}\n    bill: ${lines}\n`, {
    file: 'a.yaml',
    meshes: {},
  });

let document: ReproductionDocument;
beforeAll(async () => {
  document = await documentOf(loadReproduction(cells), ['bipolar-204', 'bipolar-stack', 'film-lithium', 'bill-assb']);
});
const rowsOf = <K extends 'ratio' | 'bill'>(kind: K) =>
  document.sets[0].rows.filter((row): row is Extract<typeof row, { kind: K }> => row.kind === kind);

it('says first how far energies from printed parameters are off', async () => {
  const energies = await documentOf(loadReproduction(cells), ['fig1a-5']);
  expect(reproductionCard(energies, { colour: false, width: 200 })).toContain(
    'From the printed parameters 1 of the reported energies per mass',
  );
});

describe('ratios of energies', () => {
  const ratio = (id: string): RatioRow => {
    const found = rowsOf('ratio').find((row) => row.id === id);
    if (!found) throw new Error(id);
    return found;
  };

  it('a bipolar stack gains the foils that it saves less its plate, and more by sharing the pouch', async () => {
    const stack = ratio('bipolar-stack');
    const single = loadCase(fileURLToPath(new URL('../../configs/cells/nmc811-li6ps5cl.yaml', import.meta.url)), {
      set: ['cell.stacking=single'],
    });
    const run = single.ok && await cellPromise(single.case, single.ledger);
    if (!run || !run.ok) throw new Error('no single cell');
    const mass = (kinds: readonly string[]): number =>
      run.document.energy.items
        .filter(({ kind }) => kinds.includes(kind)).reduce((sum, item) => sum + (item.arealMass_mg_cm2 ?? 0), 0);
    const [layers, foils] = [mass(['anode', 'membrane', 'cathode']), mass(['anodeCollector', 'cathodeCollector'])];
    const plate = 20e-6 * 7900 * 100;
    expect(stack.recomputed.gravimetric).toBeCloseTo((2 * (layers + foils)) / (2 * layers + plate + foils), 3);
    const pouch = ratio('bipolar-204');
    expect(pouch.recomputed.gravimetric).toBeGreaterThan(1.2);
    for (const { lowest, highest } of [stack, pouch]) {
      expect(lowest.gravimetric).toBeLessThan(1.079);
      expect(highest.gravimetric).toBeGreaterThan(1.079);
    }
  });

  it('lithium of the capacity of the cathode takes 2.8 % of the mass and 14 % of the volume, as printed within 1 %', () => {
    const { recomputed, reported } = ratio('film-lithium');
    expect(Math.abs((recomputed.gravimetric ?? NaN) / (reported.gravimetric ?? NaN) - 1)).toBeLessThan(0.01);
    expect(Math.abs((recomputed.volumetric ?? NaN) / (reported.volumetric ?? NaN) - 1)).toBeLessThan(0.01);
  });

  it('of a cell with itself is 1, and of one that cannot be built a refusal with its reason', async () => {
    const reading = loadReproduction(cells);
    if (!reading.ok) throw new Error('no file');
    const rows = reading.file.rows.filter(({ id }) => id === 'film-lithium').map((row) => ({ ...row, against: {} }));
    const same = { ...reading.file, rows };
    const made = await reproduce([same]);
    expect(made.ok && made.document.sets[0].rows[0]).toMatchObject({ kind: 'ratio',
      recomputed: { gravimetric: 1, volumetric: 1 } });
    const broken = { ...same, rows: same.rows.map((row) => ({ ...row, against: { 'membrane.thickness': '-1 um' } })) };
    const refused = await reproduce([broken]);
    const reason = expect.stringContaining('membrane.thickness') as string;
    expect(refused.ok && refused.document.sets[0].rows[0]).toMatchObject({ kind: 'refused', reason });
  });
});

describe('the bill of materials of 10.1039/d3qm01171b, Table 1', () => {
  const bill = (): BillRow => rowsOf('bill')[0];

  it('has every line at its printed cost within 0.1 % or its rounding, and shares of the printed total', () => {
    for (const { cost_USD: cost, share, material, price_USD_kg: price } of bill().lines) {
      // masses are printed to a milligram, costs to a hundredth of a cent
      const rounding = 0.5e-6 * price + 0.5e-4;
      expect(Math.abs(cost.recomputed - cost.reported), material).toBeLessThan(
        Math.max(1e-3 * cost.reported, rounding),
      );
      expect(Math.abs(cost.reported / bill().cost_USD.reported - share.reported), material).toBeLessThan(2e-4);
    }
  });

  it('has totals that leave out the negative lead: with it 60.933 g and 5.7005 $, and shares of 100 instead of 101.6 %', () => {
    expect(bill().leftOut).toBe('negative lead');
    expect(bill().mass_g.recomputed).toBeCloseTo(60.933, 6);
    expect(Math.abs(bill().cost_USD.recomputed / 5.7005 - 1)).toBeLessThan(1e-3);
    const sum = (of: 'reported' | 'recomputed'): number =>
      bill().lines.reduce((total, { share }) => total + share[of], 0);
    expect(sum('reported')).toBeCloseTo(1.0162, 4);
    expect(sum('recomputed')).toBeCloseTo(1, 12);
  });

  it('costs what the other cell does per NCM811 at 38 $/kg of electrolyte, 86 % less, and at none as a whole', () => {
    const { parity } = bill();
    expect(parity?.rest_USD).toBeCloseTo(1.0685, 3);
    expect(parity?.perCell).toEqual({ cost_USD: 0.4561, price_USD_kg: null });
    expect(parity?.perMaterial?.cost_USD).toBeCloseTo(54.04e-3 * 31.613, 3);
    expect(parity?.perMaterial?.price_USD_kg).toBeCloseTo(38, 0);
    expect(1 - (parity?.perMaterial?.price_USD_kg ?? 0) / (parity?.price_USD_kg ?? 0)).toBeCloseTo(0.86, 2);
  });

  it('names no line where the totals hold', async () => {
    const made = await documentOf(billOf('[{material: x, mass: 10 g, price: 20 $/kg, cost: 0.2 $, share: 40 %}, '
      + '{material: y, mass: 20 g, price: 15 $/kg, cost: 0.3 $, share: 60 %}]'), ['a']);
    expect(made.sets[0].rows[0]).toMatchObject({ leftOut: null, parity: null,
      cost_USD: { reported: 0.5, recomputed: 0.5 } });
  });
});

it('ratios and bills stand on the card, on the page and in the table', () => {
  const card = reproductionCard(document, { colour: false, width: 100 });
  expect(card).toContain('leaves out: negative lead');
  expect(card).toContain('101.6 %');
  expect(card).toContain('at parity; now 275 $/kg');
  const page = pageOf(reproductionReport, document);
  for (const row of document.sets[0].rows) expect(page).toContain(row.name);
  expect(`${card}${page}`).not.toMatch(/NaN|undefined/);
  const [head, ...lines] = reproductionCsv(document).trimEnd().split('\n');
  expect(lines).toHaveLength(4);
  expect(head).toContain('reported_USD');
});

it.each([
  ['[{material: x, mass: 3 g, price: 2 $/kg, cost: 1 EUR, share: 3 %}]',
    'rows.0.bill.0.cost: expected an amount of money'],
  ['[{material: x, mass: 3 g, price: 2 $/kg, cost: 1 $, share: 3 %, mas: 3}]', 'did you mean "mass"?'],
  ['3', 'rows.0.bill: expected'],
])('a bill %s is refused where it is wrong', (lines, sentence) => {
  const reading = billOf(lines);
  expect(reading.ok ? '' : reading.issues.map(formatIssue).join('\n')).toContain(sentence);
});
