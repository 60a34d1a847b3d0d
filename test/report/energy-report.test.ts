import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { energyCard } from '../../src/report/energy-card.js';
import { energyReport } from '../../src/report/energy-report.js';
import { massVolume } from '../../src/report/figures/mass-volume.js';
import { cellPromiseSchema, type CellPromiseDocument } from '../../src/results/cell-promise-schema.js';
import { cellPromise } from '../../src/study/cell-promise.js';

const configs = new URL('../../configs/', import.meta.url);

async function promiseOf(name: string, set: readonly string[] = []): Promise<CellPromiseDocument> {
  const loaded = loadCase(new URL(name, configs).pathname, { set });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const run = await cellPromise(loaded.case, loaded.ledger);
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return run.document;
}

describe.each([
  ['nmc811-li6ps5cl.yaml', []], ['sulfur-li3incl6.yaml', []], ['lg-m50-chen2020.yaml', []],
  ['nmc811-li3incl6.yaml', ['cell.stacking=bipolar', 'cell.bipolar={cells: 10}']],
] as const)('the energy of %s %s', (name, set) => {
  it('is a document of the published schema whose items add up on every basis', async () => {
    const { energy } = cellPromiseSchema.parse(await promiseOf(name, set));
    const sum = (pick: (item: (typeof energy.items)[number]) => number): number => energy.items.reduce((total, item) => total + pick(item), 0);
    expect(sum((item) => item.mass_g)).toBeCloseTo(energy.mass_g, 9);
    expect(sum((item) => item.volume_cm3)).toBeCloseTo(energy.volume_cm3, 9);
    expect(sum((item) => item.volumeCharged_cm3)).toBeCloseTo(energy.volumeCharged_cm3, 9);
    expect(sum((item) => item.cost_USD)).toBeCloseTo(energy.cost.priced_USD, 9);
    expect(energy.bill.reduce((total, line) => total + line.mass_g, 0)).toBeCloseTo(energy.mass_g, 6);
    const densities = [energy.electrode, energy.unitCell, energy.stack, energy.pouch].map(({ gravimetric_Wh_kg: value }) => value ?? NaN);
    expect(densities[0]).toBe(Math.max(...densities));
    expect(densities[3]).toBe(Math.min(...densities));
    expect(energy.pouch.gravimetric_Wh_kg).toBeCloseTo(
      (energy.capacity_Ah * energy.meanVoltage_V * energy.unitCellsInSeries) / (1e-3 * energy.mass_g), 6);
  });

  it('is told on the card and on the page with every item, and what has no price by name', async () => {
    const document = await promiseOf(name, set);
    const figure = massVolume(document);
    const page = energyReport(document, figure ? [figure] : []);
    const card = energyCard(document, { colour: false, width: 100 });
    for (const { name: item } of document.energy.items) {
      expect(card).toContain(item.slice(0, 20));
      expect(page).toContain(item.replace('&', '&amp;'));
    }
    for (const material of document.energy.cost.unpriced) expect(page).toContain(`without a price: ${document.energy.cost.unpriced.join(', ')}`.slice(0, 17 + material.length));
    expect(`${page}${figure?.svg}`).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it('a bipolar stack of ten cells has ten times the voltage and with a light plate less foil than ten single cells; a plate of steel weighs more than both foils', async () => {
  const single = await promiseOf('nmc811-li3incl6.yaml', ['cell.stacking=single']);
  const bipolar = await promiseOf('nmc811-li3incl6.yaml', ['cell.stacking=bipolar', 'cell.bipolar={cells: 10}']);
  expect(bipolar.energy.unitCellsInSeries).toBe(10);
  const light = await promiseOf('nmc811-li3incl6.yaml',
    ['cell.stacking=bipolar', 'cell.bipolar={cells: 10, plate: {material: aluminium, thickness: 16 um}}']);
  const alone = single.energy.stack.gravimetric_Wh_kg ?? NaN;
  expect(bipolar.energy.stack.gravimetric_Wh_kg).toBeLessThan(alone);
  expect(light.energy.stack.gravimetric_Wh_kg).toBeGreaterThan(1.03 * alone);
});
