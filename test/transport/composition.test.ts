import { describe, expect, it } from 'vitest';
import type { ElectrodeLayer } from '../../src/config/case.js';
import { composeLayer } from '../../src/transport/composition.js';
import type { LayerComposition } from '../../src/transport/layer-composition.js';
import { caseOf, layer8515, materialsOf, reference } from '../materials/support.js';

const compose = (change: Partial<ElectrodeLayer> = {}, believed = false) => {
  const layer = { ...layer8515, ...change };
  return composeLayer(layer, materialsOf(caseOf(layer)).materials.layers[0], 'cathode.layers.0', believed);
};

function composition(change: Partial<ElectrodeLayer> = {}, believed = false): LayerComposition {
  const result = compose(change, believed);
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
  // made in each test, so that a composition that throws is a test that fails
  const made = () => composition();

  it('has the numbers the review prints: 77 um, about 20 vol% electrolyte, 4.42 mAh/cm2', () => {
    expect(made().thickness * 1e6).toBeCloseTo(76.47, 2);
    expect(Math.abs(made().thickness * 1e6 - 77)).toBeLessThan(0.6);
    expect(made().volumeFractions.electrolyte).toBeCloseTo(0.197, 3);
    expect(made().arealCapacity / mAh).toBeCloseTo(4.42, 3);
    expect(made().activeMassLoading).toBeCloseTo(0.221, 10);
  });

  it('adds up: volumes to 1, masses to 1, density times thickness to the loading', () => {
    const { activeMaterial, electrolyte, carbon, binder } = made().volumeFractions;
    expect(activeMaterial + electrolyte + carbon + binder + made().porosity).toBeCloseTo(1, 12);
    expect(made().massFractions.activeMaterial + made().massFractions.electrolyte).toBeCloseTo(1, 12);
    expect(made().density * made().thickness).toBeCloseTo(made().massLoading, 12);
    expect(made().solidDensity).toBeCloseTo(1 / (0.85 / 4760 + 0.15 / 2590), 9);
    expect(made().porosity).toBeCloseTo(1 - 3400 / made().solidDensity, 12);
  });

  it('has the surface of its spheres, less what is not wetted', () => {
    expect(made().specificInterfacialArea).toBeCloseTo((3 * made().volumeFractions.activeMaterial) / 2.5e-6, 6);
    expect(composition({ coverage: 0.4 }).specificInterfacialArea).toBeCloseTo(0.4 * made().specificInterfacialArea, 6);
  });

  it('is the same layer whichever extent and whichever of porosity and density says so', () => {
    const { thickness, arealCapacity, porosity, volumeFractions } = made();
    const same: Partial<ElectrodeLayer>[] = [
      { ...without, density: 3400, thickness },
      { ...without, density: 3400, arealCapacity },
      { ...without, porosity, thickness },
      { ...without, massFractions: undefined, volumeFractions, thickness },
      { ...without, thickness, massLoading: 0.26 },
      { ...without, thickness, arealCapacity },
      { ...without, density: 3400, activeMassLoading: 0.85 * 0.26 },
      { ...without, pressDensity: 3400, massLoading: 0.26 },
      { ...without, massFractions: undefined, volumeFractions, porosity, thickness },
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

describe('active particles and what covers them', () => {
  const surfaceOf = ({ specificInterfacialArea, volumeFractions }: LayerComposition) =>
    specificInterfacialArea / volumeFractions.activeMaterial;
  const classes = [{ radius: 1e-6, volumeShare: 0.25 }, { radius: 4e-6, volumeShare: 0.75 }];
  const particles = { sizes: { kind: 'classes' as const, classes } };

  it('of two sizes have the surface of both', () => {
    expect(surfaceOf(composition({ particles }))).toBeCloseTo(3 * (0.25 / 1e-6 + 0.75 / 4e-6), 3);
  });

  it('of two materials share mass, capacity and surface, each by its own density and size', () => {
    const blend = [
      { name: 'NMC811', material: reference('NMC811', { particleRadius: 2e-6 }), share: 0.4, particles },
      { name: 'LCO', material: reference('LCO', { particleRadius: 5e-6 }), share: 0.6 },
    ];
    const { parts, arealCapacity, particleSizes, ...made } = composition({ blend });
    const [nmc, lco] = ['NMC811', 'LCO'].map((name) => composition({ activeMaterial: reference(name) }));
    const capacityOf = (layer: LayerComposition) => layer.arealCapacity / layer.activeMassLoading;
    expect(parts.map(({ massShare }) => massShare)).toEqual([0.4, 0.6]);
    expect(parts[0].arealCapacity / (made.activeMassLoading * 0.4 * capacityOf(nmc))).toBeCloseTo(1, 12);
    expect(parts[1].arealCapacity / (made.activeMassLoading * 0.6 * capacityOf(lco))).toBeCloseTo(1, 12);
    expect((parts[0].arealCapacity + parts[1].arealCapacity) / arealCapacity).toBeCloseTo(1, 12);
    expect(parts[0].volumeShare + parts[1].volumeShare).toBeCloseTo(1, 12);
    expect(particleSizes.reduce((sum, { volumeShare }) => sum + volumeShare, 0)).toBeCloseTo(1, 12);
    const [first, second] = parts.map(({ volumeShare }) => volumeShare);
    const surface = 3 * (first * (0.25 / 1e-6 + 0.75 / 4e-6) + second / 5e-6);
    expect(surfaceOf({ parts, arealCapacity, particleSizes, ...made }) / surface).toBeCloseTo(1, 12);
  });

  it('lose contact to a film that blocks as exp(-d/d2), d all binder over all of their surface', () => {
    const filmed = (blockingThickness: number) =>
      composition({
        ...without,
        massFractions: undefined,
        volumeFractions: { activeMaterial: 0.5, electrolyte: 0.3, carbon: 0, binder: 0.05 },
        thickness: 1e-4,
        coverage: 0.8,
        binder: reference('PTFE'),
        binderFilm: { contactWithout: 1, connectedWithout: 1, gainThickness: 1e-8, blockingThickness, pathBlocking: 0 },
      });
    expect(filmed(1).coverage).toBeCloseTo(0.8, 6);
    const film = (0.05 * 2.5e-6) / (3 * 0.5);
    expect(filmed(film).coverage).toBeCloseTo(0.8 / Math.E, 12);
    expect(surfaceOf(filmed(film))).toBeCloseTo(((0.8 / Math.E) * 3) / 2.5e-6, 4);
  });
});

describe('a declared press density', () => {
  it('is a density where it is not believed: refused beyond that of the solids, with the command that takes it', () => {
    const { key, remedy } = problem({ ...without, massLoading: 0.26, pressDensity: 5000 });
    expect(key).toBe('cathode.layers.0.pressDensity');
    expect(remedy).toContain('catholith energy');
  });

  it('is kept where it is believed, though voids are less than nothing then', () => {
    const believed = composition({ ...without, massLoading: 0.26, pressDensity: 5000 }, true);
    expect(believed.density).toBeCloseTo(5000, 9);
    expect(believed.porosity).toBeCloseTo(1 - 5000 / composition().solidDensity, 12);
    expect(believed.thickness).toBeCloseTo(0.26 / 5000, 15);
  });

  it('that is not given is nothing to believe', () => {
    expect(compose({}, true)).toEqual(compose());
  });
});

describe('porosity', () => {
  it('is none at the density of the solids, up to rounding', () => {
    const { solidDensity } = composition();
    expect(composition({ density: solidDensity }).porosity).toBeCloseTo(0, 12);
    expect(composition({ density: solidDensity * (1 + 1e-10) }).porosity).toBe(0);
  });

  it('is at most 95 %', () => {
    expect(composition({ density: undefined, porosity: 0.95 }).porosity).toBe(0.95);
  });

  it('is refused at the key that it comes from', () => {
    const beyond = { activeMaterial: 0.7, electrolyte: 0.4, carbon: 0, binder: 0 };
    const keyOf = (change: Partial<ElectrodeLayer>) => problem(change).key.replace('cathode.layers.0.', '');
    expect(keyOf({ density: 5000 })).toBe('density');
    expect(keyOf({ density: undefined, porosity: 0.97 })).toBe('porosity');
    expect(keyOf({ ...without, thickness: 50e-6, massLoading: 0.26 })).toBe('thickness');
    expect(keyOf({ ...without, massFractions: undefined, volumeFractions: beyond, thickness: 1e-4 }))
      .toBe('volumeFractions');
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

  it('is refused at the loading, not at a density that nobody gave: porosity, thickness and loading', () => {
    const { key, expected } = problem({ ...without, porosity: 0.3, thickness: 100e-6, massLoading: 0.26 });
    expect(key).toBe('cathode.layers.0.massLoading');
    expect(expected).toContain('100 um');
  });

  it('is refused: fractions of mass and of volume', () => {
    const { code, key } = problem({ volumeFractions: { activeMaterial: 0.6, electrolyte: 0.2, carbon: 0, binder: 0 } });
    expect([code, key]).toEqual(['contradiction', 'cathode.layers.0.volumeFractions']);
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
    ['mass fractions below 1', {
      massFractions: { activeMaterial: 0.85, electrolyte: 0.05, carbon: 0, binder: 0 },
    }, /100 %/, /90 %/],
    ['volume fractions beyond 1', {
      ...without,
      massFractions: undefined,
      thickness: 1e-4,
      volumeFractions: { activeMaterial: 0.7, electrolyte: 0.4, carbon: 0, binder: 0 },
    }, /0 or more/, /^a porosity of -10 %/],
    ['foam by its porosity', { density: undefined, porosity: 0.97 }, /95 %/, /^97 %$/],
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
    expect(found.remedy).not.toContain('catholith energy');
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
    [{ massFractions: { activeMaterial: 0.85, electrolyte: 0.12, carbon: 0, binder: 0.03 } }, 'binder'],
  ] as [Partial<ElectrodeLayer>, string][])('%j asks for %s', (change, name) => {
    expect(problem(change)).toMatchObject({ code: 'missing-key', key: `cathode.layers.0.${name}` });
  });
});
