import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { cardOf } from '../../src/report/blocks/card.js';
import { energyReport } from '../../src/report/energy-report.js';
import { layerShares, massVolume } from '../../src/report/figures/cell-items.js';
import { type CellPromiseDocument, cellPromiseSchema } from '../../src/results/cell-promise-schema.js';
import { cellPromise } from '../../src/study/cell-promise.js';
import { shippedPath } from '../support/shipped-path.js';
import { pageOf } from './pages.js';

const energyCard = cardOf(energyReport);

async function promiseOf(name: string, set: readonly string[] = []): Promise<CellPromiseDocument> {
  const loaded = loadCase(shippedPath(name), { set });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const run = await cellPromise(loaded.case, loaded.ledger);
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return run.document;
}

describe.each([
  ['nmc811-li6ps5cl', []],
  ['sulfur-li3incl6', []],
  ['reference/lg-m50-chen2020', []],
  ['nmc811-li3incl6', ['cell.stacking=bipolar', 'cell.bipolar={cells: 10}']],
] as const)('the energy of %s %s', (name, set) => {
  it('is a document of the published schema whose items add up on every basis', async () => {
    const { energy } = cellPromiseSchema.parse(await promiseOf(name, set));
    const sum = (pick: (item: (typeof energy.items)[number]) => number): number =>
      energy.items.reduce((total, item) => total + pick(item), 0);
    expect(sum((item) => item.mass_g)).toBeCloseTo(energy.mass_g, 9);
    expect(sum((item) => item.volume_cm3)).toBeCloseTo(energy.volume_cm3, 9);
    expect(sum((item) => item.volumeCharged_cm3)).toBeCloseTo(energy.volumeCharged_cm3, 9);
    expect(sum((item) => item.cost_USD)).toBeCloseTo(energy.cost.priced_USD, 9);
    expect(energy.bill.reduce((total, line) => total + line.mass_g, 0)).toBeCloseTo(energy.mass_g, 6);
    const densities = [energy.electrode, energy.unitCell, energy.stack, energy.pouch].map((
      { gravimetric_Wh_kg: value },
    ) => value ?? NaN);
    expect(densities[0]).toBe(Math.max(...densities));
    expect(densities[3]).toBe(Math.min(...densities));
    expect(energy.pouch.gravimetric_Wh_kg).toBeCloseTo(
      (energy.capacity_Ah * energy.meanVoltage_V * energy.unitCellsInSeries) / (1e-3 * energy.mass_g),
      6,
    );
  });

  it('is told on the card and on the page with every item, and what has no price by name', async () => {
    const document = await promiseOf(name, set);
    const figure = massVolume(document);
    const page = pageOf(energyReport, document);
    const card = energyCard(document, { colour: false, width: 100 });
    for (const { name: item } of document.energy.items) {
      expect(card).toContain(item.slice(0, 20));
      expect(page).toContain(item.replace('&', '&amp;'));
    }
    for (const material of document.energy.cost.unpriced) {
      expect(page).toContain(
        `without a price: ${document.energy.cost.unpriced.join(', ')}`.slice(0, 17 + material.length),
      );
    }
    expect(`${page}${figure?.svg}`).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it('a bipolar stack of ten cells has ten times the voltage and with a light plate less foil than ten single cells; a plate of steel weighs more than both foils', async () => {
  const single = await promiseOf('nmc811-li3incl6', ['cell.stacking=single']);
  const bipolar = await promiseOf('nmc811-li3incl6', ['cell.stacking=bipolar', 'cell.bipolar={cells: 10}']);
  expect(bipolar.energy.unitCellsInSeries).toBe(10);
  const light = await promiseOf('nmc811-li3incl6', ['cell.stacking=bipolar',
    'cell.bipolar={cells: 10, plate: {material: aluminium, thickness: 16 um}}']);
  const alone = single.energy.stack.gravimetric_Wh_kg ?? NaN;
  expect(bipolar.energy.stack.gravimetric_Wh_kg).toBeLessThan(alone);
  expect(light.energy.stack.gravimetric_Wh_kg).toBeGreaterThan(1.03 * alone);
});

describe('the figure of the layers', () => {
  const words = (svg = ''): string[] => [...svg.matchAll(/<text[^>]*>([^<]+)</g)].map(([, text]) => text);
  const bars = (svg = ''): number[] =>
    [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));

  it('ends at the areal mass, the thickness built and charged, and the cost of the packed cell', async () => {
    const { energy } = await promiseOf('nmc811-li6ps5cl');
    const pouch = energy.bases.find(({ name }) => name === 'pouch');
    const drawn = words(layerShares({ energy })?.svg);
    for (const total of [`${pouch?.arealMass_mg_cm2.toPrecision(3)} mg/cm²`, `${pouch?.thickness_um.toPrecision(3)} µm`,
      `${pouch?.thicknessCharged_um.toPrecision(3)} µm`]) expect(drawn).toContain(total);
    // carbon has no price
    expect(drawn.some((word) => /^&gt; [\d.]+ \$\/m²$/.test(word) || /^> [\d.]+ \$\/m²$/.test(word))).toBe(true);
    // the share of the cathode of mass is its mass over that of the cell: 25.6 of 41.7 mg/cm^2 of a bar of 600
    const cathode = energy.items.filter(({ kind }) => kind === 'cathode').reduce((sum, item) => sum + item.mass_g, 0);
    expect(bars(layerShares({ energy })?.svg).some((width) => Math.abs(width - (600 * cathode) / energy.mass_g) < 0.6))
      .toBe(true);
  });

  it('has one bar of thickness where nothing plates, a plate where the stack is bipolar, and an overhead where one is declared', async () => {
    expect(words(layerShares(await promiseOf('sulfur-li3incl6'))?.svg)).not.toContain('as charged');
    const bipolar = await promiseOf('nmc811-li3incl6', ['cell.stacking=bipolar', 'cell.bipolar={cells: 10}',
      'cell.overhead.mass=5 %']);
    const drawn = words(layerShares(bipolar)?.svg);
    for (const word of ['as charged', 'bipolar plates', 'declared overhead']) expect(drawn).toContain(word);
    expect(layerShares(bipolar)?.caption).toContain('Without a price');
  });
});

it('the page of the energy says cost, power and range in words, marks sums without a price, and names no basis twice', async () => {
  const page = pageOf(energyReport, await promiseOf('nmc811-li6ps5cl'));
  expect(page).toMatch(/Cost:<\/span> at least \d+ \$\/kWh of pouch.*no price is known for VGCF/);
  expect(page).toMatch(/Power:<\/span> without losses: C\/10 \d+/);
  expect(page).toMatch(/Range:<\/span> \d+ km with 400 kg of cells/);
  expect(page).toContain('&gt; 19.4');
  expect(page).toContain('>cathode composite only, with its pores');
});
