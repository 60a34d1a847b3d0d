import { describe, expect, it } from 'vitest';
import { resolveMaterials } from '../../src/materials/resolve-materials.js';
import { sliceGradients } from '../../src/transport/architecture/slice-gradients.js';
import { caseFrom, linesOf, loadedFrom } from './example.js';

const pellet = `title: a pellet
cell: {format: pellet, diameter: 10 mm}
membrane: {electrolyte: Li6PS5Cl, mass: 80 mg, porosity: 10 %}
anode: {material: lithium-indium, mass: 60 mg}
cathode:
  activeMaterial: NMC811
  electrolyte: Li6PS5Cl
  massFractions: {activeMaterial: 70 %, electrolyte: 30 %}
  mass: 12 mg
  porosity: 15 %
protocol: {rates: [C/10, 0.5 mA], charge: 100 uA}
`;
const area = Math.PI * 0.005 ** 2;

describe('a pellet', () => {
  it('is per area below the reading: masses, currents', () => {
    const given = caseFrom(pellet);
    expect(given.cathode.layers[0].massLoading).toBeCloseTo(12e-6 / area, 12);
    expect(given.membrane.massLoading).toBeCloseTo(80e-6 / area, 12);
    expect(given.anode).toMatchObject({ kind: 'planar', massLoading: 60e-6 / area });
    expect(given.anode).not.toHaveProperty('thickness');
    const [first, second] = given.protocol.rates;
    expect(first).toEqual({ kind: 'cRate', value: 0.1 });
    expect(second.value).toBeCloseTo(0.5e-3 / area, 4);
    expect(given.protocol.charge).toMatchObject({ rate: { kind: 'currentDensity' } });
  });

  it('has a membrane as thick as its mass and its porosity make it', () => {
    const given = caseFrom(pellet);
    const resolved = resolveMaterials(given);
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
    const sliced = sliceGradients(given, resolved.materials);
    const density = resolved.materials.membrane.density;
    expect(sliced.ok && sliced.case.membrane.thickness).toBeCloseTo(80e-6 / area / (density * 0.9), 9);
  });

  it('has nothing around it, and says nothing of a pouch', () => {
    const { case: given, ledger } = loadedFrom(pellet);
    expect(given.cell).toMatchObject({ format: 'pellet', stacking: 'single', laminateThickness: 0, tabWidth: 0,
      cathodeTerminal: { mass: 0 }, cathodeCollector: { thickness: 0 } });
    expect(given.cell.sheetWidth * given.cell.sheetHeight).toBeCloseTo(area, 12);
    expect(
      ledger.map(({ path }) => path).filter((path) => /laminate|sheet|tab|Terminal|vehicle|seal|Collector/.test(path)),
    )
      .toEqual([]);
  });

  it('of a coin cell keeps its foils', () => {
    expect(caseFrom(pellet, ['cell.format=coin']).cell.cathodeCollector.thickness).toBeCloseTo(15e-6, 12);
  });

  it('gives its pressure to a contact law that has none of its own', () => {
    const pressed = pellet.replace('diameter: 10 mm', 'area: 0.785 cm^2, pressure: 60 MPa').replace('  mass: 12 mg',
      '  mass: 12 mg\n  contact: {}');
    expect(caseFrom(pressed).cathode.layers[0].contact?.pressure).toBe(60e6);
    expect(caseFrom(pressed, ['cathode.contact.pressure=20 MPa']).cathode.layers[0].contact?.pressure).toBe(20e6);
  });

  it('without a source of its numbers is a case like any other', () => {
    const { case: given, ledger } = loadedFrom(pellet);
    expect(given.source).toBe('not given');
    expect(ledger.find(({ path }) => path === 'cathode.mass')).toMatchObject({ status: 'given' });
    expect(ledger.find(({ path }) => path === 'cathode.mass')).not.toHaveProperty('source');
  });

  it.each([
    ['diameter: 10 mm', 'diameter: 10 mm, area: 0.8 cm^2', 'only one of diameter, area'],
    [', diameter: 10 mm', '', 'expected the size of a pellet'],
    ['diameter: 10 mm', 'diameter: 10 mm, tabWidth: 5 mm', 'expected no "tabWidth" of a pellet'],
    ['format: pellet, diameter: 10 mm', '',
      'expected "mass" in a cell whose area is known: a pellet, coin cell, sheet or bipolar stack, found a pouch'],
    ['format: pellet, ', '', 'add "format: pellet"'],
    ['mass: 80 mg', 'mass: 80 mg, thickness: 1 mm', 'only one of thickness, mass'],
    ['  mass: 12 mg', '  mass: 12 mg\n  massLoading: 10 mg/cm^2', 'only one of mass, massLoading'],
    ['mass: 12 mg', 'mass: 12 g', 'cathode.mass: expected a mass over the area of at most 2000 mg/cm^2'],
    ['mass: 80 mg, ', '', 'membrane.thickness: expected thickness'],
  ])('refuses %s as %s', (from, to, words) => {
    expect(linesOf(pellet.replace(from, to)).join('\n')).toContain(words);
  });

  it('says that a format is none, and nothing of what that format would need', () => {
    const lines = linesOf(pellet.replace('cell: {format: pellet, diameter: 10 mm}', 'cell: {format: stack}'));
    expect(lines.filter((line) => line.includes('cell.'))).toEqual([
      expect.stringContaining('expected pouch or pellet or coin or sheet or bipolar, found "stack"') as string,
    ]);
  });

  it('is asked for where a current stands without an area', () => {
    const lines = linesOf(pellet.replace('cell: {format: pellet, diameter: 10 mm}\n', ''));
    expect(lines.join('\n')).toContain(
      'found "0.5 mA"; write it per area, or give the area: cell: {format: pellet, diameter: 10 mm}',
    );
  });
});
