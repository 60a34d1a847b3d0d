import { describe, expect, it } from 'vitest';
import { caseReference } from '../../src/config/case-reference.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { caseFrom, example, linesOf, loadedFrom } from './example.js';

/** The small valid case with this for `cathode.particles`. */
const withParticles = (text: string): string => example.replace(/^cathode:\n/m, `cathode:\n  particles: ${text}\n`);
const sizesOf = (text: string) => caseFrom(withParticles(text)).cathode.layers[0].particles?.sizes;

describe('particle sizes of a layer', () => {
  it('are a list, or a lognormal distribution, in SI', () => {
    expect(sizesOf('{sizes: [{radius: 1 um, volumeShare: 25 %}, {radius: 3 um, volumeShare: 75 %}]}')).toEqual({
      kind: 'classes',
      classes: [{ radius: 1e-6, volumeShare: 0.25 }, { radius: 3e-6, volumeShare: 0.75 }],
    });
    expect(sizesOf('{deviation: 0.4}')).toEqual({ kind: 'lognormal', deviation: 0.4, classes: 6 });
    expect(sizesOf('{deviation: 0.4, medianRadius: 2 um, classes: 9}'))
      .toEqual({ kind: 'lognormal', deviation: 0.4, medianRadius: 2e-6, classes: 9 });
    expect(sizesOf('{d50: 4.2 um, d90: 8.8 um}')).toEqual({ kind: 'lognormal', medianRadius: 2.1e-6, classes: 6,
      deviation: expect.closeTo(0.57717, 5) });
    expect(caseFrom(example).cathode.layers[0]).not.toHaveProperty('particles');
  });

  it('are in the ledger with their marks and in the reference', () => {
    const { ledger } = loadedFrom(withParticles('{deviation: {value: 0.4, assumed: true}}'));
    expect(ledger.find(({ path }) => path === 'cathode.particles.deviation')).toMatchObject({ value: '0.4',
      status: 'assumed' });
    expect(caseReference()).toContain('| `cathode.particles.sizes.n.radius` | um |');
  });

  it.each([
    ['{sizes: [{radius: 1 um, volumeShare: 25 %}, {radius: 3 um, volumeShare: 70 %}]}',
      'cathode.particles.sizes: expected fractions that add up to 1, found 0.25 + 0.7 = 0.95; add 0.05'],
    ['{sizes: [{radius: 1 um, volumeShare: 1}], deviation: 0.3}',
      'cathode.particles.deviation: expected only one of sizes, medianRadius, d50, deviation, d90, classes, found sizes and deviation; remove all but one'],
    ['{medianRadius: 1 um}',
      'cathode.particles.deviation: expected size classes, or the d90 or the deviation of a lognormal distribution, found nothing; add "deviation: 0.4"'],
    ['{d50: 4 um, deviation: 0.4, d90: 9 um}',
      'cathode.particles: expected only one of deviation, d90, found deviation and d90; remove all but one'],
    ['{d90: 9 um}', 'cathode.particles.d50: expected the median that d90 belongs to, found nothing; add "d50: 5 um"'],
    ['{d50: 9 um, d90: 4 um}',
      'cathode.particles.d90: expected a diameter from 1.01 to 13.0 times the median, found "4 um"; choose a value in this range'],
    ['{sizes: []}', 'cathode.particles.sizes: expected a list of sizes, found an empty list; add at least one entry'],
    ['{diviation: 0.3, deviation: 0.3}',
      'cathode.particles.diviation: expected a known key, found "diviation"; did you mean "deviation"?'],
    ['{deviation: 0.3, classes: 0}',
      'cathode.particles.classes: expected a whole number from 1 to 100, found 0; choose a value in this range'],
  ])('%s gives one line', (text, line) => {
    const lines = linesOf(withParticles(text));
    expect(lines.map((each) => each.replace(/^\S+ /, ''))).toEqual([line]);
  });
});

describe('crystals of secondary particles', () => {
  const crystalsOf = (text: string) => caseFrom(withParticles(text)).cathode.layers[0].particles;

  it('are a measured ratio, or boundaries, with or without sizes', () => {
    expect(crystalsOf('{crystals: {diffusivityRatio: 0.1, crackedShare: 20 %}}'))
      .toEqual({ crystals: { kind: 'measured', diffusivityRatio: 0.1, crackedShare: 0.2 } });
    expect(crystalsOf('{deviation: 0.3, crystals: {radius: 200 nm, boundaryDiffusivityRatio: 1e-3}}')).toEqual({
      sizes: { kind: 'lognormal', deviation: 0.3, classes: 6 },
      crystals: { kind: 'boundaries', radius: 2e-7, boundaryWidth: 1e-9, boundaryDiffusivityRatio: 1e-3,
        crackedShare: 0 },
    });
  });

  it.each([
    ['{crystals: {}}',
      'cathode.particles.crystals.diffusionLength: expected a diffusionLength, a measured diffusivityRatio, or radius and '
      + 'boundaryDiffusivityRatio, found nothing; add "diffusionLength: 1.6 um"'],
    ['{crystals: {radius: 200 nm}}',
      'cathode.particles.crystals.boundaryDiffusivityRatio: expected the diffusivity of the boundaries, '
      + 'found nothing; add "boundaryDiffusivityRatio: 1e-3"'],
    ['{crystals: {radius: 200 nm, diffusivityRatio: 0.1}}',
      'cathode.particles.crystals.radius: expected only one of diffusivityRatio, '
      + 'diffusionLength, radius, boundaryWidth, boundaryDiffusivityRatio, found diffusivityRatio and radius; remove all but one'],
  ])('%s gives one line', (text, line) => {
    expect(linesOf(withParticles(text)).map((each) => each.replace(/^\S+ /, ''))).toEqual([line]);
  });
});

describe('contact of a layer', () => {
  const withContact = (text: string): string => example.replace(/^cathode:\n/m, `cathode:\n  contact: ${text}\n`);

  it('is a pressure; the rest is assumed and says so', () => {
    const { ledger, case: given } = loadedFrom(withContact('{pressure: 30 MPa}'));
    expect(given.cathode.layers[0].contact).toEqual({
      pressure: 30e6,
      characteristicPressure: 202e6,
      residual: 0.1,
      stiffness: 0.5e9,
      contactMadeAt: 'discharged',
    });
    const assumed = ledger.filter(({ path, status }) => path.startsWith('cathode.contact') && status === 'assumed');
    expect(assumed.map(({ path }) => path.slice(16))).toEqual(['characteristicPressure', 'residual', 'stiffness']);
    expect(caseFrom(example).cathode.layers[0]).not.toHaveProperty('contact');
  });

  it.each([
    ['{}',
      'cathode.contact.pressure: expected stack pressure on the electrode while the cell runs, found nothing; add "pressure: 50 MPa"'],
    ['{pressure: 50 bar of air}',
      'cathode.contact.pressure: expected a pressure such as "50 MPa", found "50 bar of air"; write a pressure unit, e.g. 50 MPa'],
    ['{pressure: 50 um}',
      'cathode.contact.pressure: expected a pressure such as "50 MPa", found "50 um"; write a pressure unit, e.g. 50 MPa'],
    ['{pressure: 1 MPa, contactMadeAt: night}',
      'cathode.contact.contactMadeAt: expected discharged or charged, found "night"; write e.g. discharged'],
  ])('%s gives one line', (text, line) => {
    expect(linesOf(withContact(text)).map((each) => each.replace(/^\S+ /, ''))).toEqual([line]);
  });

  it('asks for the volume of a material that the library does not know', () => {
    const ready = prepareCase(
      caseFrom(withContact('{pressure: 30 MPa}').replace(/activeMaterial: \w+/, 'activeMaterial: LFP')),
    );
    expect(ready.ok ? [] : ready.problems).toMatchObject([{ key: 'cathode.layers.0.activeMaterial.relativeVolume',
      code: 'missing-key' }]);
  });

  it('puts the volume into the ledger only where there is a contact law', () => {
    const records = (text: string): boolean => {
      const ready = prepareCase(caseFrom(text.replace(/activeMaterial: \w+/, 'activeMaterial: NMC811')));
      if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
      return ready.prepared.materials.ledger.some(({ path }) => path === 'NMC811.relativeVolume');
    };
    expect([records(example), records(withContact('{pressure: 30 MPa}'))]).toEqual([false, true]);
  });
});
