import { describe, expect, it } from 'vitest';
import { builtInMeshes } from '../../src/config/files/built-in-meshes.js';
import { parseCase } from '../../src/config/parse-case.js';
import { parseFit } from '../../src/config/studies/parse-fit.js';
import { fittedCase } from '../../src/report/fit-report.js';
import type { FitDocument } from '../../src/results/fit-schema.js';

const base = `title: two layers
anode: {material: lithium-metal, thickness: 40 um}
membrane: {electrolyte: Li6PS5Cl, thickness: 40 um}
cathode:
  activeMaterial: {name: NMC811, particleRadius: 2 um}
  electrolyte: Li6PS5Cl
  volumeFractions: {activeMaterial: 50 %, electrolyte: 40 %}
  ionicTransport: {bruggemanExponent: 1.5}
  electronicTransport: {bruggemanExponent: 1.5}
  layers:
    - {name: inner, thickness: 60 um}
    - {name: outer, thickness: 70 um, activeMaterial: {name: NMC811, particleRadius: 4 um}}
`;

const fitted = (key: string, value: number,
  unit = 'um'): Pick<FitDocument, 'title' | 'parameters' | 'curves' | 'capacities' | 'spectra'> => ({
    title: 'two layers',
    curves: [],
    capacities: [],
    spectra: [],
    parameters: [
      { key, cell: null, unit, value, profileLow: 0.9 * value, profileHigh: null } as FitDocument['parameters'][number],
    ],
  });

const loaded = (text: string) => parseCase(text, { file: 'fitted.yaml', textOf: () => base });

describe('a fitted case over one with a list of layers', () => {
  it.each(['cathode.layers.1.thickness', 'cathode.layers.1.activeMaterial.particleRadius'])('changes the entry of %s',
    (key) => {
      const found = loaded(fittedCase(fitted(key, 3) as FitDocument, 'base.yaml'));
      if (!found.ok) throw new Error(JSON.stringify(found.issues));
      const [inner, outer] = found.case.cathode.layers;
      expect([inner.name, outer.name]).toEqual(['inner', 'outer']);
      expect(inner).toEqual((loaded('base: base.yaml') as typeof found).case.cathode.layers[0]);
      expect([outer.thickness, outer.activeMaterial.overrides.particleRadius]).toContain(3e-6);
      expect(found.ledger.find(({ path }) => path === key)?.status).toBe('fitted');
    });

  it('says where a place has no entry', () => {
    const found = loaded(fittedCase(fitted('cathode.layers.2.thickness', 3) as FitDocument, 'base.yaml'));
    expect(found.ok || found.issues.map(({ key, expected }) => [key, expected])).toEqual([['cathode.layers',
      expect.stringContaining('list')]]);
  });
});

describe('a fitted case over sections that a file replaces whole', () => {
  const text = `title: shares
anode: {material: lithium-metal, thickness: 40 um}
membrane: {electrolyte: Li6PS5Cl, thickness: 40 um}
cathode:
  activeMaterial: {blend: {NMC811: {share: 60 %, particles: {medianRadius: 2 um, deviation: 0.4}}, NMC622: rest}}
  electrolyte: Li6PS5Cl
  carbon: carbon-black
  massFractions: {activeMaterial: 70 %, electrolyte: rest, carbon: 3 %}
  porosity: 10 %
  thickness: 60 um
  ionicTransport: {bruggemanExponent: 2, prefactor: 1.2}
  electronicTransport: {bruggemanExponent: 1.5}
`;

  it.each([
    ['cathode.massFractions.activeMaterial', '%', 74, 60],
    ['cathode.ionicTransport.bruggemanExponent', '', 2.5, 1],
    ['cathode.activeMaterial.blend.NMC811.share', '%', 44, 30],
    ['membrane.thickness + cathode.thickness', 'um', 50, 20],
  ])('keeps what stands beside %s', (key, unit, value, from) => {
    const vary = `fit:
  capacities: [{rate: C/10, capacity: 2 mAh/cm^2}, {rate: 1C, capacity: 1 mAh/cm^2}]
  vary: {${key}: {from: ${from} ${unit}, to: ${value + 5} ${unit}}}
`;
    const reading = parseFit(`${text}${vary}`, { file: 'base.yaml', meshes: builtInMeshes });
    if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
    const solved = reading.fit.design(0, [value]);
    const written = fittedCase(fitted(key, value, unit) as FitDocument, 'base.yaml', reading.fit);
    const found = parseCase(written, { file: 'fitted.yaml', textOf: () => text });
    if (!found.ok || !solved.ok) throw new Error(JSON.stringify([found, solved]));
    expect(found.case.cathode.layers).toEqual(solved.case.cathode.layers);
    expect(found.case.membrane).toEqual(solved.case.membrane);
  });
});
