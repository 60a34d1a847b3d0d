import { describe, expect, it } from 'vitest';
import type { ElectrodeLayer } from '../../src/config/case.js';
import { composeLayer } from '../../src/transport/composition.js';
import type { LayerComposition } from '../../src/transport/layer-composition.js';
import { caseOf, layer8515, materialsOf, reference } from '../materials/support.js';

const compose = (change: Partial<ElectrodeLayer> = {}) => {
  const layer = { ...layer8515, ...change };
  return composeLayer(layer, materialsOf(caseOf(layer)).materials.layers[0], 'cathode.layers.0');
};

function composition(change: Partial<ElectrodeLayer> = {}): LayerComposition {
  const result = compose(change);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
  return result.composition;
}

function problem(change: Partial<ElectrodeLayer>) {
  const result = compose(change);
  if (result.ok) throw new Error('composed');
  expect(result.problems).toHaveLength(1);
  return result.problems[0];
}

/** mAh cm^-2 -> C m^-2 */
const mAh = 36_000;
/** An override of `undefined` takes a field of the 85:15 layer away. */
const without = { density: undefined, massLoading: undefined };

describe('the 85:15 layer of doi 10.1002/adma.202209074', () => {
  const made = composition();

  it('has the numbers the review prints: 77 um, about 20 vol% electrolyte, 4.42 mAh/cm2', () => {
    expect(made.thickness * 1e6).toBeCloseTo(76.47, 2);
    expect(Math.abs(made.thickness * 1e6 - 77)).toBeLessThan(0.6);
    expect(made.volumeFractions.electrolyte).toBeCloseTo(0.197, 3);
    expect(made.arealCapacity / mAh).toBeCloseTo(4.42, 3);
    expect(made.activeMassLoading).toBeCloseTo(0.221, 10);
  });

  it('adds up: volumes to 1, masses to 1, density times thickness to the loading', () => {
    const { activeMaterial, electrolyte, carbon, binder } = made.volumeFractions;
    expect(activeMaterial + electrolyte + carbon + binder + made.porosity).toBeCloseTo(1, 12);
    expect(made.massFractions.activeMaterial + made.massFractions.electrolyte).toBeCloseTo(1, 12);
    expect(made.density * made.thickness).toBeCloseTo(made.massLoading, 12);
    expect(made.solidDensity).toBeCloseTo(1 / (0.85 / 4760 + 0.15 / 2590), 9);
    expect(made.porosity).toBeCloseTo(1 - 3400 / made.solidDensity, 12);
  });

  it('has the surface of its spheres, less what is not wetted', () => {
    expect(made.specificInterfacialArea).toBeCloseTo((3 * made.volumeFractions.activeMaterial) / 2.5e-6, 6);
    expect(composition({ coverage: 0.4 }).specificInterfacialArea).toBeCloseTo(0.4 * made.specificInterfacialArea, 6);
  });

  it('is the same layer whichever extent and whichever of porosity and density says so', () => {
    const { thickness, arealCapacity, porosity, volumeFractions } = made;
    const same: Partial<ElectrodeLayer>[] = [
      { ...without, density: 3400, thickness },
      { ...without, density: 3400, arealCapacity },
      { ...without, porosity, thickness },
      { ...without, massFractions: undefined, volumeFractions, thickness },
      { ...without, thickness, massLoading: 0.26 },
      { ...without, thickness, arealCapacity },
    ];
    for (const change of same) {
      const other = composition(change);
      expect(other.thickness).toBeCloseTo(thickness, 12);
      expect(other.porosity).toBeCloseTo(porosity, 9);
      expect(other.arealCapacity).toBeCloseTo(arealCapacity, 6);
      expect(other.massFractions.electrolyte).toBeCloseTo(0.15, 9);
    }
  });
});

describe('what is given twice', () => {
  it('may differ by rounding: 77 um beside 26 mg/cm2', () => {
    expect(composition({ thickness: 77e-6 }).thickness).toBe(77e-6);
  });

  it('is refused with both numbers: 26 mg/cm2 against the 4 mAh/cm2 of the same review', () => {
    const { code, key, expected, received } = problem({ arealCapacity: 4 * mAh });
    expect([code, key]).toEqual(['contradiction', 'cathode.layers.0.arealCapacity']);
    expect(expected).toContain('4.42 mAh/cm^2');
    expect(expected).toContain('26 mg/cm^2');
    expect(received).toBe('4 mAh/cm^2');
  });

  it('is refused with both numbers: thickness and loading', () => {
    const { key, expected, received } = problem({ thickness: 100e-6 });
    expect(key).toBe('cathode.layers.0.massLoading');
    expect(expected).toContain('34 mg/cm^2');
    expect(expected).toContain('100 um');
    expect(received).toBe('26 mg/cm^2');
  });

  it('is refused with both numbers: porosity and density', () => {
    const { code, expected, received } = problem({ porosity: 0.1 });
    expect(code).toBe('contradiction');
    expect(expected).toMatch(/3\.806 g\/cm\^3.*10 %/);
    expect(received).toMatch(/3\.4 g\/cm\^3.*19\.6 %/);
    expect(composition({ porosity: 0.2 }).porosity).toBe(0.2);
  });
});

type Refusal = [what: string, change: Partial<ElectrodeLayer>, expected: RegExp, received: RegExp];

describe('what cannot exist', () => {
  it.each([
    ['the 4.2 g/cm3 that doi 10.1039/d1ee00551k presses LCO to, with 30 wt% Li6PS5Cl', {
      activeMaterial: reference('LCO'),
      electrolyte: reference('Li6PS5Cl'),
      density: 4200,
      massFractions: { activeMaterial: 0.7, electrolyte: 0.3, carbon: 0, binder: 0 },
    }, /3\.334 g\/cm\^3/, /4\.2 g\/cm\^3.*-26 %/],
    ['a density beyond the solids', { density: 5000 }, /at most 4\.229 g\/cm\^3/, /5 g\/cm\^3.*-18\.\d %/],
    ['foam', { density: 100 }, /95 %/, /0\.1 g\/cm\^3.*97\.6 %/],
    ['more mass than fits into the thickness', { ...without, thickness: 50e-6, massLoading: 0.26 }, /4\.229/,
      /5\.2 g\/cm\^3/],
    ['mass fractions beyond 1', {
      massFractions: { activeMaterial: 0.85, electrolyte: 0.25, carbon: 0, binder: 0 },
    }, /100 %/, /110 %/],
    ['volume fractions beyond 1', {
      ...without,
      massFractions: undefined,
      thickness: 1e-4,
      volumeFractions: { activeMaterial: 0.7, electrolyte: 0.4, carbon: 0, binder: 0 },
    }, /0 or more/, /-10 %/],
    ['volume fractions that leave another porosity', {
      ...without,
      massFractions: undefined,
      thickness: 1e-4,
      porosity: 0.2,
      volumeFractions: { activeMaterial: 0.6, electrolyte: 0.35, carbon: 0, binder: 0 },
    }, /80 %/, /95 %/],
  ] as Refusal[])('%s is refused with its numbers', (_what, change, expected, received) => {
    const found = problem(change);
    expect(found.code).toBe('impossible-composition');
    expect(found.expected).toMatch(expected);
    expect(found.received).toMatch(received);
  });
});

describe('what is missing', () => {
  it.each([
    [{ massFractions: undefined }, 'massFractions'],
    [{ ...without, thickness: 1e-4 }, 'porosity'],
    [{ massLoading: undefined }, 'thickness'],
    [{ massFractions: { activeMaterial: 0.85, electrolyte: 0.12, carbon: 0.03, binder: 0 } }, 'carbon'],
  ] as [Partial<ElectrodeLayer>, string][])('%j asks for %s', (change, name) => {
    expect(problem(change)).toMatchObject({ code: 'missing-key', key: `cathode.layers.0.${name}` });
  });
});
