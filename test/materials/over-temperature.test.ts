import { describe, expect, it } from 'vitest';
import { resolveMaterials } from '../../src/materials/resolve-materials.js';
import { caseFrom, example } from '../config/example.js';

describe('a conductivity that was measured over temperature', () => {
  const rows = '{rows: [[0, 0.6], [25, 2.4], [60, 8]], units: [degC, mS/cm], x: temperature}';
  const made = (temperature: string, written = rows) => {
    const text = example.replaceAll('electrolyte: Li3InCl6',
      `electrolyte: {name: Li3InCl6, ionicConductivity: ${written}}`);
    return resolveMaterials(caseFrom(text, [`temperature=${temperature}`]));
  };
  const conductivity = (temperature: string, written = rows): number => {
    const found = made(temperature, written);
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    return found.materials.membrane.ionicConductivity;
  };

  it('is what was measured at its rows', () => {
    expect(conductivity('0 degC')).toBeCloseTo(0.06, 12);
    expect(conductivity('25 degC')).toBeCloseTo(0.24, 12);
    expect(conductivity('60 degC')).toBeCloseTo(0.8, 12);
  });

  it('has between two rows the activation energy of both, and beyond the ends that of the last two', () => {
    // the temperature halfway in 1/T
    const half = 2 / (1 / 298.15 + 1 / 333.15);
    expect(conductivity(`${half} K`)).toBeCloseTo(Math.sqrt(0.24 * 0.8), 10);
    const slope = Math.log(0.8 / 0.24) / (1 / 333.15 - 1 / 298.15);
    expect(conductivity('90 degC')).toBeCloseTo(0.8 * Math.exp(slope * (1 / 363.15 - 1 / 333.15)), 10);
    const beyond = made('90 degC');
    expect(beyond.ok && beyond.warnings.join('\n')).toMatch(
      /ionic conductivity, bulk of Li3InCl6 was measured from 0 degC to 60 degC; at 90 degC it goes on with its last slope/,
    );
  });

  it('follows the temperature of the cell as it changes', () => {
    const found = made('25 degC');
    if (!found.ok) throw new Error('no materials');
    const { temperatureFactor } = found.materials.membrane as { temperatureFactor?: (t: number) => number };
    expect(temperatureFactor?.(333.15)).toBeCloseTo(8 / 2.4, 10);
  });

  it('leaves no room for an activation energy', () => {
    const both = `${rows}, ionicConductivityActivationEnergy: 0.3 eV`;
    const found = made('25 degC', both);
    expect(found.ok ? [] : found.problems.map(({ key, code }) => [key.split('.').at(-1), code])).toContainEqual([
      'ionicConductivityActivationEnergy',
      'contradiction',
    ]);
    expect(found.ok).toBe(false);
  });
});
