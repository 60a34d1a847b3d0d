import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../src/config/wording.js';
import { example, loadedFrom, parse } from './example.js';

/** How sure a number is, as a case writes it. */

const withThickness = (annotated: string): string => example.replace('thickness: 30 um', `thickness: ${annotated}`);
const recordOf = (text: string, path: string) => loadedFrom(text).ledger.find((record) => record.path === path);

describe('a spread beside a value', () => {
  it('is a factor, a percentage or two ends, kept in SI', () => {
    const spread = (annotated: string) => recordOf(withThickness(annotated), 'membrane.thickness')?.spread;
    expect(spread('{value: 30 um, spread: 2}')).toMatchObject({ low: 15e-6, high: 60e-6, basis: 'stated' });
    expect(spread('{value: 30 um, spread: 10 %}')).toMatchObject({ low: expect.closeTo(27e-6, 12),
      high: expect.closeTo(33e-6, 12) });
    expect(spread('{value: 30 um, range: [20 um, 0.1 mm]}')).toMatchObject({ low: 20e-6, high: 1e-4 });
    expect(spread('30 um')).toBeUndefined();
  });

  it('ends where its field ends', () => {
    const text = example.replace('thickness: 30 um', 'thickness: 30 um\n  porosity: {value: 90 %, spread: 2}');
    expect(recordOf(text, 'membrane.porosity')?.spread).toMatchObject({ low: 0.45, high: 0.95 });
  });

  it('is that of its kind where the value is assumed, and says so', () => {
    expect(recordOf(withThickness('{value: 30 um, assumed: true}'), 'membrane.thickness')?.spread)
      .toMatchObject({ low: expect.closeTo(27e-6, 12), high: expect.closeTo(33e-6, 12), basis: 'declared' });
    expect(recordOf(withThickness('{value: 30 um, assumed: true, spread: 3}'), 'membrane.thickness')?.spread)
      .toMatchObject({ low: 10e-6, high: 90e-6, basis: 'stated' });
  });

  it('is that of its field where powders say more of it than of lengths in general', () => {
    const path = 'cathode.particles.crystals.diffusionLength';
    const { ledger } = loadedFrom(example, [`${path}={value: 1.6 um, assumed: true}`]);
    expect(ledger.find((record) => record.path === path)?.spread)
      .toMatchObject({ low: expect.closeTo(0.64e-6, 12), high: expect.closeTo(4e-6, 12), basis: 'declared' });
  });

  it.each([
    ['spread: 0.5', 'a factor above 1'],
    ['spread: 200 %', 'a percentage between 0 and 100 %'],
    ['spread: about two', 'a factor or a percentage'],
    ['range: [40 um, 50 um]', 'a range [low, high] that holds the value'],
    ['range: [50 um, 20 um]', 'a range [low, high] that holds the value'],
    ['range: 20 um', 'two ends in the unit of the value'],
    ['range: [20 mg, 40 mg]', 'two ends in the unit of the value'],
    ['spread: 2, range: [20 um, 40 um]', 'only one of spread, range'],
  ])('is refused in one line: %s', (written, expected) => {
    const loaded = parse(withThickness(`{value: 30 um, ${written}}`));
    if (loaded.ok) throw new Error('accepted');
    expect(loaded.issues.map(formatIssue)).toHaveLength(1);
    expect(loaded.issues[0].key).toMatch(/^membrane\.thickness\.(spread|range)$/);
    expect(loaded.issues[0].expected).toContain(expected);
  });

  it('of a table is a factor on all of it', () => {
    const table = '{value: [[0.2, 1e-15 m^2/s], [0.9, 1e-16 m^2/s]], spread: 3}';
    const loaded = loadedFrom(example, [`cathode.activeMaterial.diffusivity=${table}`]);
    const record = loaded.ledger.find(({ path }) => path.endsWith('.diffusivity'));
    expect(record?.spread).toMatchObject({ of: 'factor', high: 3 });
    const refused = parse(example, [
      'cathode.activeMaterial.diffusivity={value: [[0.2, 1e-15 m^2/s], [0.9, 1e-16 m^2/s]], range: [1, 2]}',
    ]);
    expect(refused.ok ? '' : refused.issues[0].expected).toBe('a spread for a table or a function');
  });
});

describe('a case varied', () => {
  it('is the same file with one key changed', () => {
    const loaded = loadedFrom(example);
    const varied = loaded.vary('membrane.thickness', '45 um');
    if (!varied.ok) throw new Error('refused');
    expect(varied.case).toEqual({ ...loaded.case, membrane: { ...loaded.case.membrane, thickness: 45e-6 } });
    expect(loaded.vary('membrane.thickness', '45 kg').ok).toBe(false);
  });
});
