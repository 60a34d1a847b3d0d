import { describe, expect, it } from 'vitest';
import { propertiesOf } from '../../src/config/material-properties.js';
import { describeMaterial } from '../../src/materials/describe-material.js';
import { library } from '../../src/materials/library/index.js';
import { assumed, literature } from '../../src/materials/property.js';
import { spreadOf } from '../../src/materials/spread.js';
import { materialCard } from '../../src/report/material-card.js';

const { diffusivity, ionicConductivity } = { ...propertiesOf('activeMaterial'), ...propertiesOf('electrolyte') };

describe('a spread', () => {
  it('is what is declared, in display units', () => {
    expect(spreadOf(assumed(1e-15, 'x', { spread: { factor: 2 } }), diffusivity)).toEqual({ low: 5e-12, high: 2e-11 });
    expect(spreadOf(assumed(0.1, 'x', { spread: { low: 0.05, high: 0.3 } }), ionicConductivity)).toEqual({ low: 0.5, high: 3 });
  });

  it('is else the extent of what was reported, and nothing where nothing contradicts', () => {
    const value = literature(0.1, 'x', { alternatives: [{ value: 0.3, source: 'y' }, { value: 'a formula', source: 'z' }] });
    expect(spreadOf(value, ionicConductivity)).toEqual({ low: 1, high: 3 });
    expect(spreadOf(literature(0.1, 'x'), ionicConductivity)).toBeUndefined();
  });

  it('of a table is relative to it', () => {
    expect(spreadOf(assumed([[0, 1e-15], [1, 1e-14]], 'x', { spread: { factor: 4 } }), diffusivity)).toEqual({ low: 0.25, high: 4, relative: true });
  });

  it('holds the value of every property of the library that is a number', () => {
    for (const { name, kind, properties } of library) {
      for (const [key, property] of Object.entries(properties)) {
        const { spread, value } = property;
        if (!spread || !('low' in spread) || typeof value !== 'number') continue;
        expect(spread.low, `${kind} ${name}.${key}`).toBeLessThanOrEqual(value);
        expect(spread.high, `${kind} ${name}.${key}`).toBeGreaterThanOrEqual(value);
      }
    }
  });

  it('is printed with a material', () => {
    const lithium = describeMaterial('lithium-metal');
    const card = lithium && materialCard(lithium, { colour: false, width: 100 });
    expect(card).toMatch(/80 % interval\s+0\.2 to 32 mA\/cm\^2/);
  });
});

describe('activation energies', () => {
  it.each(library.filter(({ kind, name }) => kind === 'activeMaterial' && name !== 'graphite').map((material) => [material.name, material] as const))(
    'of diffusion and charge transfer in %s are not zero', (_name, { properties }) => {
      const of = properties as Readonly<Record<string, { readonly value: unknown } | undefined>>;
      for (const key of ['diffusivityActivationEnergy', 'exchangeCurrentDensityActivationEnergy']) {
        expect(of[key]?.value, key).toBeGreaterThan(15_000);
        expect(of[key]?.value, key).toBeLessThan(100_000);
      }
    });
});
