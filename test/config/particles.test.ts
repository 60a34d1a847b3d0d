import { describe, expect, it } from 'vitest';
import { caseReference } from '../../src/config/case-reference.js';
import { caseFrom, example, linesOf, loadedFrom } from './example.js';

/** The small valid case with this for `cathode.particles`. */
const withParticles = (text: string): string => example.replace(/^cathode:\n/m, `cathode:\n  particles: ${text}\n`);
const sizesOf = (text: string) => caseFrom(withParticles(text)).cathode.layers[0].particles;

describe('particle sizes of a layer', () => {
  it('are a list, or a lognormal distribution, in SI', () => {
    expect(sizesOf('{sizes: [{radius: 1 um, volumeShare: 25 %}, {radius: 3 um, volumeShare: 75 %}]}')).toEqual({
      kind: 'classes', classes: [{ radius: 1e-6, volumeShare: 0.25 }, { radius: 3e-6, volumeShare: 0.75 }],
    });
    expect(sizesOf('{deviation: 0.4}')).toEqual({ kind: 'lognormal', deviation: 0.4, classes: 6 });
    expect(sizesOf('{deviation: 0.4, medianRadius: 2 um, classes: 9}'))
      .toEqual({ kind: 'lognormal', deviation: 0.4, medianRadius: 2e-6, classes: 9 });
    expect(caseFrom(example).cathode.layers[0]).not.toHaveProperty('particles');
  });

  it('are in the ledger with their marks and in the reference', () => {
    const { ledger } = loadedFrom(withParticles('{deviation: {value: 0.4, assumed: true}}'));
    expect(ledger.find(({ path }) => path === 'cathode.particles.deviation')).toMatchObject({ value: '0.4', status: 'assumed' });
    expect(caseReference()).toContain('| `cathode.particles.sizes.n.radius` | um |');
  });

  it.each([
    ['{sizes: [{radius: 1 um, volumeShare: 25 %}, {radius: 3 um, volumeShare: 70 %}]}',
      'cathode.particles.sizes: expected fractions that add up to 1, found 0.25 + 0.7 = 0.95; add 0.05'],
    ['{sizes: [{radius: 1 um, volumeShare: 1}], deviation: 0.3}',
      'cathode.particles.deviation: expected only one of sizes, medianRadius, deviation, classes, found sizes and deviation; remove all but one'],
    ['{medianRadius: 1 um}',
      'cathode.particles.deviation: expected size classes, or the deviation of a lognormal distribution, found nothing; add "deviation: 0.4"'],
    ['{sizes: []}', 'cathode.particles.sizes: expected a list of sizes, found an empty list; add at least one entry'],
    ['{diviation: 0.3, deviation: 0.3}', 'cathode.particles.diviation: expected a known key, found "diviation"; did you mean "deviation"?'],
    ['{deviation: 0.3, classes: 0}',
      'cathode.particles.classes: expected a whole number from 1 to 100, found 0; choose a value in this range'],
  ])('%s gives one line', (text, line) => {
    const lines = linesOf(withParticles(text));
    expect(lines.map((each) => each.replace(/^\S+ /, ''))).toEqual([line]);
  });
});
