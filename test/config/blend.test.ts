import { describe, expect, it } from 'vitest';
import { activeReferences } from '../../src/config/blend.js';
import { caseReference } from '../../src/config/case-reference.js';
import { caseFrom, example, linesOf, loadedFrom } from './example.js';

/** The small valid case with this for the active material, and other keys of the cathode. */
const withActive = (text: string, more = ''): string =>
  example.replace('activeMaterial: NMC811\n', `activeMaterial: ${text}\n${more}`);
const layerOf = (text: string, set: readonly string[] = []) => loadedFrom(withActive(text), set).case.cathode.layers[0];

describe('a blend of active materials', () => {
  it('is a mapping of names to shares, short or with properties and particles', () => {
    const { blend, activeMaterial } = layerOf(
      '{blend: {NMC811: 55 %, LCO: {share: 45 %, diffusivity: 1e-15 m^2/s, particles: {deviation: 0.4}}}}',
    );
    expect(blend).toEqual([
      { name: 'NMC811', share: 0.55, material: { name: 'NMC811', overrides: {} } },
      { name: 'LCO', share: 0.45, material: { name: 'LCO', overrides: { diffusivity: 1e-15 } },
        particles: { sizes: { kind: 'lognormal', deviation: 0.4, classes: 6 } } },
    ]);
    expect(activeMaterial).toEqual(blend?.[0].material);
    expect(layerOf('NMC811')).not.toHaveProperty('blend');
  });

  it('has one material twice under names of their own, and the rest', () => {
    const { blend = [] } = layerOf(
      '{blend: {coarse: {material: NMC811, share: 70 %, particleRadius: 5 um}, fine: {material: NMC811, share: rest}}}',
    );
    expect(blend.map(({ name, material, share }) => [name, material.name, Number(share.toPrecision(9))])).toEqual([
      ['coarse', 'NMC811', 0.7],
      ['fine', 'NMC811', 0.3],
    ]);
  });

  it('says that one alone may be the rest', () => {
    const lines = linesOf(withActive('{blend: {NMC811: rest, LCO: rest}}'));
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line).toContain('found "rest"; one constituent alone may be the rest, beside numbers for all the others');
    }
  });

  it('leaves out what has no share, so that a sweep may begin at one material', () => {
    const { blend = [] } = layerOf('{blend: {NMC811: 55 %, LCO: rest}}', ['cathode.activeMaterial.blend.NMC811=100 %']);
    expect(blend.map(({ name }) => name)).toEqual(['NMC811']);
  });

  it('takes --set of a share and of a property, and the ledger has both', () => {
    const text = withActive('{blend: {NMC811: 55 %, LCO: rest}}');
    const { case: given, ledger } = loadedFrom(text, ['cathode.activeMaterial.blend.NMC811.particleRadius=2 um',
      'cathode.activeMaterial.blend.NMC811.share=30 %']);
    const [first, second] = given.cathode.layers[0].blend ?? [];
    expect(first).toMatchObject({ share: 0.3, material: { overrides: { particleRadius: 2e-6 } } });
    expect(second.share).toBeCloseTo(0.7, 12);
    const recorded = (path: string) => ledger.find((record) => record.path === path);
    expect(recorded('cathode.activeMaterial.blend.NMC811.share')).toMatchObject({ value: '30', unit: '%' });
    expect(recorded('cathode.activeMaterial.blend.NMC811.particleRadius')).toMatchObject({ value: '2', unit: 'um' });
    expect(recorded('cathode.activeMaterial.blend.LCO')).toMatchObject({ value: '70', unit: '%' });
    expect(caseReference()).toContain('name, {name, overrides} or {blend}');
  });

  it('holds materials of one\'s own', () => {
    const materials = 'materials: {my-LCO: {like: LCO, particleRadius: 7 um}}\n';
    const given = caseFrom(materials + withActive('{blend: {NMC811: 55 %, my-LCO: 45 %}}'));
    expect(activeReferences(given.cathode.layers[0])[1].own).toMatchObject({ like: 'LCO',
      properties: { particleRadius: 7e-6 } });
  });

  it.each([
    ['{blend: {NMC811: 55 %, LCO: 40 %}}', '',
      'cathode.activeMaterial.blend: expected fractions that add up to 1, found 0.55 + 0.4 = 0.95; add 0.05'],
    ['{blend: {NMC811: 55 %, LOC: 45 %}}', '',
      'cathode.activeMaterial.blend.LOC: expected a material of the library (active material)'],
    ['{blend: {NMC811: 55 %, LCO: {share: 45 %, difusivity: 1e-15 m^2/s}}}', '',
      'cathode.activeMaterial.blend.LCO.difusivity: expected a known key, found "difusivity"; did you mean "diffusivity"?'],
    ['{blend: {NMC811: 55 %, LCO: {particleRadius: 3 um}}}', '',
      'cathode.activeMaterial.blend.LCO.share: expected share of the mass of the active material, found nothing; add "share: 55 %"'],
    ['{blend: {NMC811: 55 %, LCO: {share: 45 %, particles: {sizes: [{radius: 1 um, volumeShare: 60 %}]}}}}', '',
      'cathode.activeMaterial.blend.LCO.particles.sizes: expected fractions that add up to 1, found 0.6 = 0.6; add 0.4'],
    ['{blend: {NMC811: 55 %, LCO: {share: 45 %, particles: {diviation: 0.4, deviation: 0.4}}}}', '',
      'cathode.activeMaterial.blend.LCO.particles.diviation: expected a known key, found "diviation"; did you mean "deviation"?'],
    ['{blend: {NMC811: 55 %, Li6PS5Cl: 45 %}}', '',
      'cathode.activeMaterial.blend.Li6PS5Cl: expected a material of kind active material'],
    ['{blend: {}}', '',
      'cathode.activeMaterial.blend: expected the materials of the blend with their shares, found none; write e.g. blend: {NMC811: 55 %, LCO: 45 %}'],
    ['{blend: 3}', '',
      'cathode.activeMaterial.blend: expected a mapping of keys, found 3; write e.g. indented "key: value" lines'],
    ['{blend: {NMC811: 55 %, LCO: 45 %}, diffusivity: 1e-15 m^2/s}', '',
      'cathode.activeMaterial.diffusivity: expected a blend alone: its materials stand below it, each with its own properties, found "diffusivity" '
      + 'beside blend; write it below the material that it belongs to: blend: {NMC811: {share: 55 %, diffusivity: ...}}'],
    ['{blend: {NMC811: 55 %, LCO: 45 %}}', '  activeNetwork: {}\n',
      'cathode.activeNetwork: expected no activeNetwork of a blend: which of its materials passes lithium on to which is not known, found '
      + '"activeNetwork"; remove it, or use one active material'],
    ['{blend: {NMC811: 55 %, LCO: 45 %}}', '  gradient: {particleRadius: [2 um, 4 um]}\n',
      'cathode.gradient.particleRadius: expected no particleRadius of a blend: its materials have sizes of their own, found "particleRadius"; '
      + 'remove it, or use one active material'],
  ])('%s gives one line %s', (text, more, line) => {
    const lines = linesOf(withActive(text, more)).map((each) => each.replace(/^\S+ /, ''));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(line);
  });

  it('has no one stoichiometry to begin with', () => {
    const lines = linesOf(`${withActive('{blend: {NMC811: 55 %, LCO: 45 %}}')}protocol: {initialStoichiometry: 0.5}\n`);
    expect(lines.join('\n')).toContain('protocol.initialStoichiometry: expected no initialStoichiometry of a blend');
  });
});
