import { describe, expect, it } from 'vitest';
import type { CellPromiseDocument } from '../../src/results/cell-promise-schema.js';
import { cellPromise } from '../../src/study/cell-promise.js';
import { example, linesOf, loadedFrom } from '../config/example.js';

/** Cells without a pouch: what is counted is what is there. Masses by hand from the items. */

async function energyOf(cell: string, set: readonly string[] = []): Promise<CellPromiseDocument['energy']> {
  const { case: given, ledger } = loadedFrom(`${example}cell: ${cell}\n`, set);
  const made = await cellPromise(given, ledger);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.document.energy;
}

const massOf = ({ items }: CellPromiseDocument['energy'], kind: string): number =>
  items.filter((item) => item.kind === kind).reduce((sum, item) => sum + item.mass_g, 0);

describe('a sheet', () => {
  it('is one unit cell with both foils whole, as large as it is said to be', async () => {
    const usual = await energyOf('{format: sheet}');
    const area = 5.2 * 10.2;
    expect(usual.unitCells).toBe(1);
    expect(usual.items.map(({ kind }) => kind).sort()).toEqual([
      'anode',
      'anodeCollector',
      'cathode',
      'cathodeCollector',
      'membrane',
    ]);
    // foils of 8 um copper and 15 um aluminium
    expect(massOf(usual, 'anodeCollector')).toBeCloseTo(8.96 * 8e-4 * area, 2);
    expect(massOf(usual, 'cathodeCollector')).toBeCloseTo(2.7 * 15e-4 * area, 2);
    const small = await energyOf('{format: sheet, area: 1 cm^2}');
    expect(small.capacity_Ah * area).toBeCloseTo(usual.capacity_Ah, 10);
    expect(small.unitCell.gravimetric_Wh_kg).toBeCloseTo(usual.unitCell.gravimetric_Wh_kg ?? NaN, 8);
    expect(usual.mass_g).toBeCloseTo(
      (1e3 * usual.capacity_Ah * usual.meanVoltage_V) / (usual.unitCell.gravimetric_Wh_kg ?? NaN),
      8,
    );
  });

  it('takes masses and currents of the cell over its area', () => {
    const given = loadedFrom(`${example}cell: {format: sheet, sheetWidth: 20 mm, sheetHeight: 50 mm}\n`
      + 'protocol: {rates: [10 mA]}\n').case;
    expect(given.protocol.rates[0].value).toBeCloseTo(10, 6);
    expect(given.cell).toMatchObject({ format: 'sheet', stacking: 'single', sheetWidth: 0.02, sheetHeight: 0.05 });
  });
});

describe('a bipolar stack', () => {
  const bipolar = '{format: bipolar, bipolar: {cells: 4, plate: {material: stainless-steel, thickness: 10 um}}}';

  it('adds voltages over one plate between two cells, and has no tabs', async () => {
    const [stack, sheet] = [await energyOf(bipolar), await energyOf('{format: sheet}')];
    expect(stack).toMatchObject({ unitCells: 4, unitCellsInSeries: 4 });
    expect(stack.capacity_Ah).toBeCloseTo(sheet.capacity_Ah, 12);
    expect(stack.meanVoltage_V).toBeCloseTo(sheet.meanVoltage_V, 12);
    expect(stack.items.map(({ kind }) => kind)).not.toContain('tabs');
    const coatings = ['cathode', 'membrane', 'anode'];
    for (const kind of coatings) expect(massOf(stack, kind)).toBeCloseTo(4 * massOf(sheet, kind), 9);
    const ends = massOf(stack, 'anodeCollector') + massOf(stack, 'cathodeCollector');
    expect(ends).toBeCloseTo(massOf(sheet, 'anodeCollector') + massOf(sheet, 'cathodeCollector'), 9);
    const plates = massOf(stack, 'bipolarPlate');
    expect(plates).toBeCloseTo(3 * 7.9 * 10e-4 * 5.2 * 10.2, 0);
    const mass = coatings.reduce((sum, kind) => sum + massOf(stack, kind), ends + plates);
    expect(stack.mass_g).toBeCloseTo(mass, 9);
    // four voltages of one charge over all that lies there
    expect(stack.stack.gravimetric_Wh_kg).toBeCloseTo((1e3 * 4 * stack.meanVoltage_V * stack.capacity_Ah) / mass, 8);
  });

  it('weighs what the same stack weighs inside of a pouch', async () => {
    const inPouch = await energyOf(bipolar.replace('format: bipolar', 'stacking: bipolar'));
    const alone = await energyOf(bipolar);
    expect(alone.stack.gravimetric_Wh_kg).toBeCloseTo(inPouch.stack.gravimetric_Wh_kg ?? NaN, 9);
    expect(inPouch.mass_g).toBeGreaterThan(alone.mass_g);
  });
});

describe('the keys of a format', () => {
  it.each([
    ['{format: bipolar}', 'cell.bipolar: expected what the bipolar stack is made of'],
    ['{format: sheet, bipolar: {cells: 4}}', 'expected no "bipolar" of a sheet'],
    ['{format: sheet, tabWidth: 5 mm}', 'expected no "tabWidth" of a sheet'],
    ['{format: bipolar, bipolar: {cells: 4}, stacking: bipolar}', 'expected no "stacking" of a bipolar'],
    ['{format: sheet, area: 1 cm^2, sheetWidth: 5 mm}', 'found area and sheetWidth'],
    ['{bipolar: {cells: 4}}', 'write "format: bipolar"'],
  ])('%s is refused', (cell, words) => expect(linesOf(`${example}cell: ${cell}\n`).join('\n')).toContain(words));

  it('replace each other: an area takes the place of the sides of a sheet', () => {
    const given = loadedFrom(`${example}cell: {format: sheet, sheetWidth: 20 mm, sheetHeight: 50 mm}\n`, [
      'cell.area=1 cm^2',
    ]);
    expect(given.case.cell.sheetWidth * given.case.cell.sheetHeight).toBeCloseTo(1e-4, 12);
    expect(given.ledger.map(({ path }) => path)).not.toContain('cell.sheetWidth');
  });
});

describe('a mass of active material', () => {
  const volumes = (size: string): string =>
    example.replace(/ {2}massFractions.*\n {2}porosity.*\n {2}thickness.*\n/,
      `  volumeFractions: {activeMaterial: 50 %, electrolyte: 35 %}\n  ${size}\n`);

  it('sizes a layer that is given by its volumes: L = mA / (rhoA epsA)', async () => {
    const { case: given, ledger } = loadedFrom(volumes('activeMassLoading: 23.5 mg/cm^2'));
    const made = await cellPromise(given, ledger);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const [layer] = made.document.case.layers;
    const density = ledgerValue(made.document, 'NMC811.density');
    expect(layer.thickness_um).toBeCloseTo((23.5e-3 / (density * 0.5)) * 1e4, 6);
    expect(layer.porosity).toBeCloseTo(0.15, 9);
  });

  it('takes the place of a thickness', () => {
    const { cathode } = loadedFrom(volumes('thickness: 80 um'), ['cathode.activeMassLoading=20 mg/cm^2']).case;
    expect(cathode.layers[0]).toMatchObject({ activeMassLoading: 0.2 });
    expect(cathode.layers[0]).not.toHaveProperty('thickness');
  });
});

const ledgerValue = ({ provenance }: CellPromiseDocument, path: string): number =>
  Number(provenance.parameters.find((one) => one.path === path)?.value);
