import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { impedancePartNames } from '../../src/physics/impedance-parts.js';
import { CellImpedance } from '../../src/physics/impedance.js';
import { bode, nyquist } from '../../src/report/figures/impedance.js';
import { decadeRows, frequencyText } from '../../src/report/frequencies.js';
import { eisCard, impedanceCsv } from '../../src/report/impedance-report.js';
import { writeImpedance } from '../../src/report/writers.js';

import { type ImpedanceDocument, impedanceSchema } from '../../src/results/impedance-schema.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { frequencyList } from '../../src/study/impedance.js';
import { activeMaterial, cellModel, type CellNumbers, idealAnode } from '../support/cell-model.js';
import { fixture } from './fixture.js';
import { overlaps, textBoxes } from './text-boxes.js';

const layer = { thickness: 80e-6, cells: 12, kappa: 0.02, sigma: 1, material: activeMaterial() };
const inert = activeMaterial({ referenceExchangeCurrentDensity: 1e-30 });
const kinetic = { layers: [layer], anode: { ...idealAnode, exchangeCurrentDensity: 10 } };

/** A document around a computed spectrum; the cell of `numbers` at half charge. */
function documentOf(numbers: CellNumbers, from = 1e-3, to = 1e6, perDecade = 10): ImpedanceDocument {
  const result = fixture();
  const problem = new CellProblem(cellModel(numbers));
  const response = new CellImpedance(problem, restedState(problem, numbers.layers.map(() => 0.5)), 0.1);
  const frequencies = frequencyList({ from, to, perDecade });
  const spectrum = () => ({ real_ohm_cm2: [] as number[], imaginary_ohm_cm2: [] as number[] });
  const spectra = { total: spectrum(), anode: spectrum(), membrane: spectrum(), cathode: spectrum(),
    contacts: spectrum() };
  for (const frequency of frequencies) {
    response.solve(0, 2 * Math.PI * frequency);
    for (const name of ['total', ...impedancePartNames] as const) {
      spectra[name].real_ohm_cm2.push(1e4 * response.parts[name].re);
      spectra[name].imaginary_ohm_cm2.push(1e4 * response.parts[name].im);
    }
  }
  return {
    schema: 'catholith-impedance-1',
    case: result.case,
    provenance: result.provenance,
    warnings: result.warnings,
    outcome: { kind: 'completed', reason: 'all-frequencies', sentence: 'Every frequency was solved.' },
    state: {
      stateOfCharge: 0.5,
      voltage_V: 3.84,
      stoichiometry: [{ region: 'cathode', material: 'NMC811', value: 0.589 }],
      doubleLayerCapacitance_F_m2: 0.1,
    },
    frequency_Hz: frequencies,
    impedance: spectra,
    elements: {
      membraneResistance_ohm_cm2: 1.7,
      ionicResistance_ohm_cm2: 123,
      electronicResistance_ohm_cm2: 0.24,
      chargeTransferResistance_ohm_cm2: 4.2,
      anodeResistance_ohm_cm2: null,
      doubleLayerCapacitance_mF_cm2: 0.47,
    },
    counters: { unknowns: 784, frequencies: 91, factorisations: 91, newtonIterations: 1, milliseconds: 9 },
  };
}

const usual = documentOf(kinetic);
const none = { real_ohm_cm2: [], imaginary_ohm_cm2: [] };
const empty: ImpedanceDocument = {
  ...documentOf(kinetic, 1, 1),
  frequency_Hz: [],
  impedance: { total: none, anode: none, membrane: none, cathode: none, contacts: none },
  outcome: { kind: 'failed', reason: 'no-consistent-start',
    sentence: 'No state of rest was found at this state of charge.' },
};

const cases: Readonly<Record<string, ImpedanceDocument>> = {
  'the usual sweep': usual,
  'a tail that dwarfs the arcs': documentOf(kinetic, 1e-5, 1e6),
  'nothing but a tail': documentOf({ layers: [layer] }, 1e-4, 1e3, 5),
  'blocking particles': documentOf({ layers: [{ ...layer, material: inert }] }, 1, 1e6),
  'two frequencies': documentOf(kinetic, 1, 2, 1),
};

test('the fixtures are valid documents', () => {
  for (const doc of [...Object.values(cases), empty]) expect(() => impedanceSchema.parse(doc)).not.toThrow();
});

describe.each(Object.entries(cases))('figures of %s', (_, doc) => {
  test.each([
    ['nyquist', nyquist, ['Re Z (Ω cm²)', '−Im Z (Ω cm²)']],
    ['bode', bode, ['Frequency', '|Z| (Ω cm²)', '−phase (°)']],
  ] as const)('%s: axes with units, no word on another, none outside the sheet, no NaN', (name, draw, titles) => {
    const figure = draw(doc)!;
    expect(figure.name).toBe(name);
    expect(figure.svg).not.toMatch(/NaN|undefined|Infinity|href=|<image|<style/);
    // the figures of a page share its names, so a figure must not have any
    expect(figure.svg).not.toMatch(/ id=|url\(#/);
    const boxes = textBoxes(figure.svg);
    for (const title of titles) expect(boxes.map(({ text }) => text)).toContain(title);
    expect(overlaps(boxes)).toEqual([]);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(figure.svg)!.map(Number);
    for (const { text, left, right, top, bottom } of boxes) {
      expect(Math.min(left, top), text).toBeGreaterThanOrEqual(-1);
      expect(right, text).toBeLessThanOrEqual(width + 1);
      expect(bottom, text).toBeLessThanOrEqual(height + 1);
    }
  });
});

test('a second panel shows the arcs that a tail would squeeze, and only then', () => {
  const panels = (doc: ImpedanceDocument): number => nyquist(doc)!.svg.split('Re Z (Ω cm²)').length - 1;
  expect(panels(cases['the usual sweep'])).toBe(1);
  expect(panels(cases['a tail that dwarfs the arcs'])).toBe(2);
});

test('one ohm is as long on both axes of the Nyquist plot', () => {
  // the same step between ticks must be the same distance: take two ticks of each axis from their transforms
  const { svg } = nyquist(documentOf(kinetic, 1e-2))!;
  const scale = (axis: 'x' | 'y'): number => {
    const group = new RegExp(`data-mark="${axis}-axis tick label"[^>]*>(.*?)</g>`, 's').exec(svg)![1];
    const ticks = [...group.matchAll(/translate\(([-\d.]+),([-\d.]+)\)"[^>]*>([\d.−-]+)</g)]
      .map(([, x, y, value]) => ({ at: Number(axis === 'x' ? x : y), value: Number(value.replace('−', '-')) }));
    return Math.abs((ticks[1].at - ticks[0].at) / (ticks[1].value - ticks[0].value));
  };
  expect(scale('x') / scale('y')).toBeCloseTo(1, 2);
});

test('the card names state, parts, elements, work; it fits its width and continues what is too wide below', () => {
  const card = eisCard(usual, { colour: false, width: 100 });
  const words = ['50.0 % charged', '1 kHz', 'cathode', 'charge transfer', '91 complex factorisations'];
  for (const word of words) expect(card).toContain(word);
  for (const width of [200, 100, 60, 40]) {
    for (const line of eisCard(usual, { colour: false, width }).split('\n')) {
      expect(line.length, line).toBeLessThanOrEqual(width);
    }
  }
  expect(eisCard(usual, { colour: false, width: 60 }).match(/^frequency/gm)?.length).toBeGreaterThan(1);
});

test('a failed one says why, and draws nothing', () => {
  expect(eisCard(empty, { colour: false, width: 100 })).toContain('No state of rest was found');
  expect([nyquist(empty), bode(empty)]).toEqual([undefined, undefined]);
});

test('page, document, table and figures are written', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'impedance-'));
  try {
    const files = await writeImpedance(usual, dir);
    const pictures = ['nyquist', 'bode'].flatMap((name) => [`figures/${name}.svg`, `figures/${name}.png`]);
    const names = ['impedance.html', 'impedance.json', 'impedance.csv', ...pictures];
    expect(files.map((file) => file.slice(dir.length + 1)).sort()).toEqual(names.sort());
    expect(JSON.parse(readFileSync(join(dir, 'impedance.json'), 'utf8'))).toEqual(usual);
    const page = readFileSync(join(dir, 'impedance.html'), 'utf8');
    expect(page).not.toMatch(/src=|NaN|undefined/);
    for (const words of ['Nyquist plot', 'Every parameter and its source', 'What was solved']) {
      expect(page).toContain(words);
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('the table has a row per frequency and the parts add up', () => {
  const [head, ...rows] = impedanceCsv(usual).trimEnd().split('\n').map((line) => line.split(','));
  expect(rows).toHaveLength(91);
  const column = (name: string): number => head.indexOf(`${name}_real_ohm_cm2`);
  for (const row of rows) {
    const sum = impedancePartNames.reduce((total, name) => total + Number(row[column(name)]), 0);
    expect(sum).toBeCloseTo(Number(row[column('total')]), 9);
  }
});

test('frequencies in words, and the rows of whole decades', () => {
  expect([1e-4, 1e-3, 0.02, 1, 999.9, 15e3, 1e6].map(frequencyText))
    .toEqual(['100 µHz', '1 mHz', '20 mHz', '1 Hz', '1 kHz', '15 kHz', '1 MHz']);
  const list = frequencyList({ from: 1e-3, to: 1e6, perDecade: 7 });
  expect(decadeRows(list).map((k) => frequencyText(list[k]))).toHaveLength(10);
  expect(decadeRows([5])).toEqual([0]);
});
