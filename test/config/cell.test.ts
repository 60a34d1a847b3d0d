import { describe, expect, it } from 'vitest';
import { resolveMaterials } from '../../src/materials/resolve-materials.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { composeLayers } from '../../src/transport/compose-layers.js';
import { caseFrom, example, linesOf, loadedFrom } from './example.js';

const plane = (keys: string): string => `${example}anode: {${keys}}\n`;
const cell = (keys: string): string => `${example}cell: {${keys}}\n`;
const place = (text: string): string => text.slice(text.indexOf(' ') + 1);

describe('how much lithium there is', () => {
  it('is a thickness, a ratio or an excess, and 40 um where nothing is said', () => {
    expect(caseFrom(example).anode).toMatchObject({ kind: 'planar', thickness: 40e-6 });
    expect(caseFrom(plane('nToP: 2')).anode).toMatchObject({ kind: 'planar', nToP: 2 });
    expect(caseFrom(plane('excess: 50 %')).anode).toMatchObject({ kind: 'planar', excess: 0.5 });
    expect(caseFrom(plane('nToP: 2')).anode).not.toHaveProperty('thickness');
  });

  it('is one of them only', () => {
    expect(linesOf(plane('thickness: 40 um, nToP: 2')).map(place)).toEqual([
      'anode.nToP: expected only one of thickness, nToP, excess, mass, found thickness and nToP; remove all but one',
    ]);
  });

  it('leaves the thickness that nothing rests on out of the ledger', () => {
    const paths = loadedFrom(plane('nToP: 2')).ledger.map(({ path }) => path);
    expect(paths).toContain('anode.nToP');
    expect(paths).not.toContain('anode.thickness');
  });
});

describe('a composite anode given by its N/P', () => {
  const graphite = (more: string): string =>
    `${example}anode:\n  activeMaterial: graphite\n  electrolyte: Li3InCl6\n`
    + `  massFractions: {activeMaterial: 60 %, electrolyte: 40 %}\n  porosity: 10 %\n  nToP: 1.1\n${more}`;

  it('follows the capacity of the cathode, on the basis asked for', () => {
    for (const [more, factor] of [['', 1], ['cell: {nToPBasis: first-charge, firstCycleEfficiency: {cathode: 90 %}}\n',
      1 / 0.9]] as const)
    {
      const ready = prepareCase(caseFrom(graphite(more)));
      if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
      const { anode, compositions } = ready.prepared;
      expect(anode?.composition.arealCapacity).toBeCloseTo(1.1 * factor * compositions[0].arealCapacity, 6);
    }
  });

  it('has no thickness beside it', () => {
    expect(linesOf(graphite('  thickness: 80 um\n')).map(place)).toEqual([
      'anode.thickness: expected only one of nToP, thickness, massLoading, activeMassLoading, arealCapacity, mass, found nToP and thickness; remove all but one',
    ]);
  });
});

describe('a cathode that is built charged', () => {
  const built = (anode: string) =>
    linesOf(`${example}anode: {material: lithium-metal, ${anode}}\ncell: {cathodeAsBuilt: charged}\n`).map(place);

  it.each(['nToP: 0', 'thickness: 0 um', 'thickness: {value: 0 um, assumed: true}'])(
    'is refused beside an anode without lithium: %s',
    (anode) => {
      expect(built(anode)).toEqual([
        'cell.cathodeAsBuilt: expected lithium in the cathode or in the anode as built, found a cathode that is built charged and an empty anode; '
        + 'give the anode a thickness, an nToP above 0 or an excess, or write "cathodeAsBuilt: discharged"',
      ]);
    },
  );

  it('is taken beside lithium', () => expect(built('nToP: 1.5')).toEqual([]));
});

describe('a stack', () => {
  it('is parallel unless something else is asked for', () => {
    expect(caseFrom(example).cell).toMatchObject({ stacking: 'parallel', cathodeSheets: 44 });
    expect(caseFrom(cell('stacking: bipolar, bipolar: {cells: 3}')).cell.bipolar).toEqual({
      cells: 3,
      plate: { material: 'stainless-steel', thickness: 20e-6 },
    });
  });

  it('is bipolar where it says of what', () => {
    expect(linesOf(cell('stacking: bipolar')).map(place)).toEqual([
      'cell.bipolar: expected what the bipolar stack is made of, found nothing; add "bipolar: {cells: 10}"',
    ]);
    expect(linesOf(cell('stacking: single, bipolar: {cells: 2}')).map(place)).toEqual([
      'cell.stacking: expected format: bipolar, or stacking: bipolar, beside "bipolar", found "single"; write "format: bipolar" (bare) or "stacking: bipolar" (in a pouch), or remove "bipolar"',
    ]);
  });

  it('of one unit cell knows its kinds', () => {
    expect(linesOf(cell('stacking: series')).map(place)).toEqual([
      'cell.stacking: expected parallel or single or bipolar, found "series"; write e.g. parallel',
    ]);
  });

  it('has sheets wide enough for two tabs', () => {
    expect(linesOf(cell('tabWidth: 30 mm')).map(place)).toEqual([
      'cell.tabWidth: expected two tabs side by side within the width of the sheet, found 2 x 30 mm on 52 mm; '
      + 'make the tabs narrower or the sheet wider',
    ]);
  });
});

describe('a price', () => {
  it('is dollars per mass', () => {
    expect(caseFrom(cell('laminatePrice: 0.02 USD/g')).cell.laminatePrice).toBeCloseTo(20, 12);
    expect(linesOf(cell('laminatePrice: 17 EUR/kg')).map(place)).toEqual([
      'cell.laminatePrice: expected a price per mass such as "22 $/kg", found "17 EUR/kg"; '
      + 'write $ (or USD) per mass, e.g. 22 $/kg',
    ]);
  });
});

describe('a press density', () => {
  const pressed = (density: string) => example.replace('porosity: 15 %', `pressDensity: ${density}`);
  const composed = (text: string, believe: boolean) => {
    const given = caseFrom(text);
    const resolved = resolveMaterials(given);
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
    return composeLayers(given, resolved.materials, believe);
  };

  it('is a density like any other where it can be one', () => {
    const result = composed(pressed('3.4 g/cm^3'), false);
    expect(result.ok && result.cathode[0].composition.density).toBeCloseTo(3400, 9);
    const believed = composed(pressed('3.4 g/cm^3'), true);
    expect(result.ok && result.cathode[0].composition).toEqual(believed.ok && believed.cathode[0].composition);
  });

  it('that no mixture of these solids has is refused, unless it is to be believed', () => {
    const refused = composed(pressed('5 g/cm^3'), false);
    expect(refused.ok ? [] : refused.problems.map(({ key, code }) => [key, code])).toEqual([[
      'cathode.layers.0.pressDensity',
      'impossible-composition',
    ]]);
    const believed = composed(pressed('5 g/cm^3'), true);
    expect(believed.ok && believed.cathode[0].composition.porosity).toBeLessThan(0);
    expect(believed.ok && believed.cathode[0].composition.massLoading).toBeCloseTo(5000 * 77e-6, 12);
  });

  it('that is impossible says nothing of an anode that follows the cathode', () => {
    const anode =
      'anode: {activeMaterial: graphite, electrolyte: Li6PS5Cl, massFractions: {activeMaterial: 80 %, electrolyte: 20 %}, '
      + 'pressDensity: 1.6 g/cm^3, nToP: 1.05}\n';
    const refused = composed(`${pressed('5 g/cm^3')}${anode}`, false);
    expect(refused.ok ? [] : refused.problems.map(({ key }) => key)).toEqual(['cathode.layers.0.pressDensity']);
  });

  it('stands alone', () => {
    expect(linesOf(example.replace('porosity: 15 %', 'pressDensity: 3.4 g/cm^3\n  porosity: 15 %')).map(place)).toEqual(
      [
        'cathode.pressDensity: expected only one of porosity, density, pressDensity, volumeFractions, '
        + 'found porosity and pressDensity; remove all but one',
      ],
    );
  });
});
