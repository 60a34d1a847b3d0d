import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/config/parse-case.js';
import { formatIssue } from '../../src/config/wording.js';
import { valueAt } from '../../src/materials/scalar-functions.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { caseCard } from '../../src/report/case-lines.js';
import { summariseCase } from '../../src/study/summarise-case.js';
import { mediumConductivity } from '../../src/transport/effective-medium/medium-law.js';
import { predictMedium } from '../../src/transport/effective-medium/medium-prediction.js';
import { spreadOf, spreadOfMean, spreadOfShare, widened } from '../../src/transport/effective-medium/prediction.js';
import { randomNumbers } from '../../src/voxels/random-numbers.js';

/** The effective medium from the words of a case to its composed layers and its card. */
interface Parts {
  readonly active?: string;
  readonly electrolyte?: string;
  readonly fractions?: string;
  readonly more?: string;
  readonly temperature?: string;
  readonly membrane?: string;
}
const text = (
  { active = 'NMC811', electrolyte = 'Li6PS5Cl', fractions = '{activeMaterial: 60 %, electrolyte: 40 %}', more = '',
    temperature = '25 degC', membrane = '' }: Parts,
): string =>
  `title: medium
source: test
temperature: ${temperature}
membrane: {electrolyte: Li6PS5Cl, thickness: 30 um${membrane}}
cathode:
  activeMaterial: {name: ${active}, particleRadius: 2.5 um}
  electrolyte: ${electrolyte}
  massFractions: ${fractions}
  porosity: 15 %
  thickness: 100 um
  ${more}
protocol: {rates: [C/20], lowerCutoffVoltage: 2.5 V, upperCutoffVoltage: 4.3 V}
mesh: coarse
`;
const load = (parts: Parts) => parseCase(text(parts), { file: 'configs/x.yaml' });
const issues = (parts: Parts): string[] => {
  const loaded = load(parts);
  return loaded.ok ? [] : loaded.issues.map(formatIssue);
};

function prepared(parts: Parts) {
  const loaded = load(parts);
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  const { compositions: [composition], effective: [effective], materials, warnings } = ready.prepared;
  const card = caseCard(summariseCase(loaded.case, loaded.ledger, ready.prepared), { colour: false, width: 200 });
  return { composition, effective, bulk: materials.layers[0].electrolyte.ionicConductivity,
    membrane: ready.prepared.model, warnings: warnings.join('\n'), card };
}

describe('the law', () => {
  it('solves the equation of McLachlan at any composition: what conducts and what hardly does, each by its share, in itself', () => {
    const random = randomNumbers(11);
    for (let round = 0; round < 200; round++) {
      const [x, threshold, porosity, logFoot] = [random(), 0.05 + 0.6 * random(), 0.5 * random(), -20 * random()];
      const a = (1 - threshold) / threshold;
      const [y, foot] = [Math.cbrt(mediumConductivity(x, porosity, threshold, logFoot) / (1 - porosity)),
        Math.exp(logFoot / 3)];
      const [hardly, well] = [((1 - x) * (foot - y)) / (foot + a * y), (x * (1 - y)) / (1 + a * y)];
      expect(Math.abs(hardly + well)).toBeLessThan(1e-10 * Math.abs(well));
      expect(y).toBeGreaterThanOrEqual(foot);
    }
  });

  it.each([
    ['effectiveMedium: {sizeRatio: 0.07}', true],
    ['effectiveMedium: {sizeRatio: 0.09}', false],
    ['effectiveMedium: {sizeRatio: 13}', false],
    ['effectiveMedium: {sizeRatio: 15}', true],
    ['percolation: {sizeRatio: 0.07}', true],
    ['percolation: {sizeRatio: 0.09}', false],
    ['percolation: {sizeRatio: 3.9}', false],
    ['percolation: {sizeRatio: 4.1}', true],
  ])('is measured within some ratios of sizes, and says so beyond: %s', (model, warns) => {
    const found = prepared({ more: `ionicTransport: {${model}}` }).warnings;
    expect(found.includes('ions at a size ratio of')).toBe(warns);
  });
});

const sized = (radius: string): string => `{name: Li6PS5Cl, particleRadius: ${radius}}`;

describe('a case that says nothing of its transport', () => {
  it('has the effective medium of both carriers, over all sizes where the one of the electrolyte is not known', () => {
    const { composition: { volumeFractions, porosity }, effective, bulk } = prepared({});
    const ions = predictMedium({ share: volumeFractions.electrolyte / (1 - porosity), porosity });
    expect(effective.effectiveIonicConductivity / bulk).toBeCloseTo(ions.ratio, 12);
    expect(effective.ionicSpread).toBeCloseTo(ions.spread.deviation, 12);
    const electrons = predictMedium({ share: volumeFractions.activeMaterial / (1 - porosity), porosity });
    expect(effective.electronic.factor).toBeCloseTo(electrons.ratio, 12);
    // and the bulk of the active material
    expect(effective.electronicSpread).toBeGreaterThan(Math.hypot(0.9, electrons.spread.deviation));
  });

  it('takes the radius of the electrolyte: finer conducts more ions and fewer electrons, and is surer', () => {
    const [fine, equal, unknown] = [sized('0.5 um'), sized('2.5 um'), 'Li6PS5Cl'].map((electrolyte) =>
      prepared({ electrolyte }).effective
    );
    expect(fine.effectiveIonicConductivity).toBeGreaterThan(1.2 * equal.effectiveIonicConductivity);
    expect(fine.electronic.factor).toBeLessThan(equal.electronic.factor);
    expect(equal.ionicSpread).toBeLessThan(unknown.ionicSpread);
  });

  it('takes the ratio that is stated for one carrier for both, like the radii that make it', () => {
    const byRadius = prepared({ electrolyte: sized('0.5 um') }).effective;
    const byRatio = prepared({ more: 'ionicTransport: {effectiveMedium: {sizeRatio: 5}}' }).effective;
    expect(byRatio.effectiveIonicConductivity).toBeCloseTo(byRadius.effectiveIonicConductivity, 12);
    expect(byRatio.electronic.factor).toBeCloseTo(byRadius.electronic.factor, 12);
  });

  it('shows its interval on the card, and says where it is extrapolated: the composite behind 400 Wh/kg, electrolyte five times finer', () => {
    const parts = { electrolyte: '{name: Li3InCl6, particleRadius: 0.5 um}',
      fractions: '{activeMaterial: 85 %, electrolyte: 15 %}' };
    const { card, warnings, effective } = prepared(parts);
    expect(card).toMatch(/κeff 0\.01\d+ mS\/cm \(80 %: 0\.00\d+ to 0\.0\d+\)[^]*extrapolated/);
    expect(effective.ionicInterval.extrapolated).toBe(true);
    expect(warnings).toMatch(/effective medium of the ions is extrapolated to 24\.\d % of the solids/);
    expect(warnings).not.toMatch(/of the electrons is extrapolated/);
  });

  it('is Bruggeman around a liquid or a polymer with salt, and says so', () => {
    const parts = { electrolyte: 'LiTFSI-PEO', membrane: '' };
    const loaded = parseCase(
      text(parts).replace('membrane: {electrolyte: Li6PS5Cl', 'membrane: {electrolyte: LiTFSI-PEO'),
      { file: 'x.yaml' },
    );
    if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
    const ready = prepareCase(loaded.case);
    if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
    const { compositions: [{ volumeFractions }], effective: [effective] } = ready.prepared;
    expect(effective.ionicTortuosityFactor).toBeCloseTo(volumeFractions.electrolyte ** -0.5, 12);
    expect(ready.prepared.warnings.join('\n')).toContain('Bruggeman\'s exponent of 1.5 is taken (assumed)');
    expect(effective.ionicSpread).toBe(0);
  });

  it('keeps a declared spread around a salt', () => {
    const spreadAt = (spread: string): number => {
      const words = text({ electrolyte: 'LiTFSI-PEO', more: `ionicTransport: {effectiveMedium: {}${spread}}` });
      const loaded = parseCase(words.replace('membrane: {electrolyte: Li6PS5Cl', 'membrane: {electrolyte: LiTFSI-PEO'),
        { file: 'x.yaml' });
      if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
      const ready = prepareCase(loaded.case);
      if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
      return ready.prepared.effective[0].ionicSpread;
    };
    expect([spreadAt(''), spreadAt(', spread: 0.3')]).toEqual([0, 0.3]);
  });

  it('warns where the library holds the conductivity of a sintered body, not where the case gives its own', () => {
    expect(prepared({ electrolyte: 'LGPS' }).warnings).toContain('the library\'s is of a sintered body');
    expect(prepared({ electrolyte: '{name: LGPS, ionicConductivity: 3.2 mS/cm}' }).warnings).not.toContain('sintered');
  });

  it('may have all that it loses to what nobody said is cut off: down to 83 % of the active material', () => {
    expect(prepared({}).effective).toMatchObject({ connectedFraction: 1, connectedFractionLow: 0.83 });
    expect(prepared({ more: 'connectedFraction: 90 %' }).effective).toMatchObject({ connectedFraction: 0.9,
      connectedFractionLow: 0.9 });
  });
});

describe('carbon beside the medium', () => {
  const carbon = (name: string, share: number) =>
    prepared({ more: `carbon: ${name}`,
      fractions: `{activeMaterial: ${70 - share} %, electrolyte: 30 %, carbon: ${share} %}` }).effective;

  it('as fibres conducts 50 mS/cm from 2 wt% on, within a factor of 2', () => {
    const [three, one] = [carbon('VGCF', 3), carbon('VGCF', 1)];
    expect(three.electronic.carbon).toBe(5);
    expect(three.electronicSpread).toBeGreaterThan(0.6);
    expect(three.electronicSpread).toBeLessThan(0.8);
    expect(one.electronic.carbon).toBeLessThan(5);
  });

  it('as black counts by its volume', () => expect(carbon('carbon-black', 3).electronic.carbon).not.toBe(5));
});

describe('what was measured', () => {
  const measured = (temperature: string, more: string) =>
    prepared({ temperature, more: `ionicTransport: {effectiveConductivity: 1 mS/cm${more}}` });

  it('is what was measured, at the temperature of the case', () => {
    for (const temperature of ['25 degC', '30 degC', '60 degC']) {
      expect(measured(temperature, '').effective.effectiveIonicConductivity).toBeCloseTo(0.1, 12);
    }
  });

  it('follows the bulk from a temperature of its own: 0.38 eV from 25 to 30 degC', () => {
    const { effective } = measured('30 degC', ', referenceTemperature: 25 degC');
    const rise = (298.15 / 303.15) * Math.exp((0.38 * 96485.33 / 8.314463) * (1 / 298.15 - 1 / 303.15));
    expect(effective.effectiveIonicConductivity / 0.1).toBeCloseTo(rise, 4);
  });

  it('has no spread but a declared one', () => {
    expect(measured('25 degC', '').effective).toMatchObject({ ionicSpread: 0, ionicInterval: { low: 1, high: 1 } });
    expect(measured('25 degC', ', spread: 0.3').effective.ionicSpread).toBe(0.3);
    expect(measured('25 degC', '').card).not.toMatch(/κeff 1\.00 mS\/cm \(80/);
  });

  it('of electrons stays as it is without a reference temperature', () => {
    const sigma = (more: string): number => {
      const { bulk, factor, carbon } = prepared({
        active: 'NMC532',
        temperature: '60 degC',
        more: `electronicTransport: {effectiveConductivity: 1 mS/cm${more}}`,
      }).effective.electronic;
      return bulk.constant! * factor + carbon;
    };
    expect(sigma('')).toBeCloseTo(0.1, 12);
    // 0.16 eV
    expect(sigma(', referenceTemperature: 25 degC')).toBeGreaterThan(0.15);
  });

  it('of electrons follows the active material from the state in which it was measured, with its spread', () => {
    const at = (referenceStoichiometry: number, active = 'NMC111') =>
      prepared({ active,
        more:
          `electronicTransport: {effectiveConductivity: 0.01 mS/cm, referenceStoichiometry: ${referenceStoichiometry}}` })
        .effective;
    const sigma = ({ electronic: { bulk, factor } }: ReturnType<typeof at>, s: number): number =>
      factor * valueAt(bulk, s);
    const asBuilt = at(1);
    expect(sigma(asBuilt, 1)).toBeCloseTo(1e-3, 12);
    // 2.1e-3 and 0.16 S/m of the ceramic where it is full and half full of lithium (10.1149/2.0131608jes)
    expect(sigma(asBuilt, 0.5) / sigma(asBuilt, 1)).toBeCloseTo(0.16 / 2.1e-3, 4);
    expect(sigma(at(0.5), 0.5)).toBeCloseTo(1e-3, 12);
    expect(asBuilt.electronicSpread).toBeGreaterThan(0.5);
    // of a material with one conductivity for all states nothing follows
    expect(sigma(at(1, 'NMC811'), 0.3)).toBeCloseTo(1e-3, 12);
  });
});

describe('what cannot be', () => {
  it.each([
    ['ionicTransport: {effectiveMedium: {sizeRatio: 2, threshold: 30 %}}', 'expected only one of sizeRatio, threshold'],
    ['ionicTransport: {effectiveMedium: {}, tortuosityFactor: 2}', 'found tortuosityFactor and effectiveMedium'],
    ['ionicTransport: {tortuosityFactor: 2, referenceTemperature: 25 degC}',
      'expected an effectiveConductivity that was measured there'],
    ['electronicTransport: {tortuosityFactor: 2, referenceStoichiometry: 1}',
      'expected an effectiveConductivity that was measured there'],
    ['ionicTransport: {effectiveConductivity: 1 mS/cm, referenceStoichiometry: 1}', 'expected a known key'],
    ['ionicTransport: {effectiveMedium: {sizeRatio: 2}}\n  electronicTransport: {effectiveMedium: {sizeRatio: 3}}',
      'expected the size ratio of the ions, 2'],
    [
      'binderFilm: {contactWithout: 30 %, gainThickness: 10 nm, blockingThickness: 300 nm}\n  ionicTransport: {effectiveMedium: {binderExponent: 13}}',
      'expected a binderExponent or a binderFilm',
    ],
    ['electronicTransport: {effectiveMedium: {binderExponent: 13}}', 'expected a known key, found "binderExponent"'],
  ])('is refused: %s', (more, words) => {
    expect(issues({ more })).toHaveLength(1);
    expect(issues({ more })[0]).toContain(words);
  });
});

describe('the membrane', () => {
  it('loses conductivity to its voids, eps^1.5, unless its own is given', () => {
    const resistance = (membrane: string): number => {
      const { ions } = prepared({ membrane }).membrane;
      return ions.kind === 'singleIon' ? 1 / ions.conductivity[0] : NaN;
    };
    expect(resistance(', porosity: 10 %') / resistance('')).toBeCloseTo(0.9 ** -1.5, 10);
    expect(resistance(', porosity: 10 %, ionicTransport: {effectiveConductivity: 1 mS/cm}')).toBeCloseTo(10, 10);
  });
});

describe('a spread', () => {
  it('adds another in quadrature, and counts by the share of what has it', () => {
    expect(widened(spreadOf(0.3), 0.4).deviation).toBeCloseTo(0.5, 12);
    expect(spreadOfShare(spreadOf(0.4), 0.5).deviation).toBeCloseTo(0.2, 12);
    expect(widened({ ...spreadOf(0), low: 0.5, high: 1 }, 0)).toMatchObject({ low: 0.5, high: 1 });
  });

  it('of a mean and its deviation is that of the lognormal distribution with both', () => {
    expect(spreadOfMean(2, 2).deviation).toBeCloseTo(Math.sqrt(Math.log(2)), 12);
    expect(spreadOfMean(0, 0).deviation).toBe(0);
  });

  it('of a declared value holds 80 % of a normal distribution', () => {
    const { low, high } = spreadOf(1);
    expect([Math.log(low), Math.log(high)].map((end) => Number(end.toFixed(4)))).toEqual([-1.2816, 1.2816]);
  });
});
