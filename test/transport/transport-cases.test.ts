import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/config/parse-case.js';
import { formatIssue } from '../../src/config/wording.js';
import { runCase } from '../../src/pipeline/run-case.js';
import { capacitySplits } from '../../src/report/run-lines.js';
import { resultCard } from '../../src/report/run-report.js';

/** From the words of a case to its result: percolation, carbon networks, binder films, electrolytes with a history. */
const text = (cathode: string, fractions = '{activeMaterial: 75 %, electrolyte: 25 %}', rate = 'C/20'): string =>
  `title: transport
source: test
membrane: {electrolyte: Li6PS5Cl, thickness: 30 um}
cathode:
  activeMaterial: {name: NMC532, specificCapacity: 187 mAh/g, particleRadius: 2.5 um, diffusivity: 4e-15 m^2/s}
  electrolyte: Li6PS5Cl
  massFractions: ${fractions}
  porosity: 15 %
  arealCapacity: 1.5 mAh/cm^2
  ${cathode}
protocol: {charge: ideal, rates: [${rate}], lowerCutoffVoltage: 2.5 V, upperCutoffVoltage: 4.3 V}
mesh: coarse
`;
const load = (cathode: string, fractions?: string, rate?: string) =>
  parseCase(text(cathode, fractions, rate), { file: 'configs/x.yaml' });
const lines = (cathode: string, fractions?: string): string[] => {
  const loaded = load(cathode, fractions);
  return loaded.ok ? [] : loaded.issues.map(formatIssue);
};

async function documentOf(cathode: string, fractions?: string, rate?: string) {
  const loaded = load(cathode, fractions, rate);
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  const run = await runCase(loaded.case, loaded.ledger);
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return run.document;
}

const sizes = (diameter: number): string =>
  `ionicTransport: {percolation: {electrolyteDiameter: ${diameter} um, sizeExponent: 1}}`;

describe('percolation in a case', () => {
  it('orders electrolyte particles of 3, 5 and 8 um as the measured capacities: the finer the more', async () => {
    const [fine, middle, coarse] = await Promise.all([3, 5, 8].map((diameter) => documentOf(sizes(diameter))));
    expect(fine.rates[0].utilisation).toBeGreaterThanOrEqual(middle.rates[0].utilisation);
    expect(middle.rates[0].utilisation).toBeGreaterThan(coarse.rates[0].utilisation + 0.1);
    const kappa = [fine, middle, coarse].map(({ case: it }) => it.layers[0].effectiveIonicConductivity_mS_cm);
    expect(kappa[0]).toBeGreaterThan(kappa[1]);
    expect(kappa[1]).toBeGreaterThan(kappa[2]);
  });

  it('takes what it cuts off from the utilisation and tells it apart from polarisation', async () => {
    const doc = await documentOf(sizes(8));
    const [layer] = doc.case.layers;
    expect(layer.reachedByIons).toBeLessThan(0.9);
    expect(layer.reachedByElectrons).toBe(1);
    expect(layer.connectedFraction).toBeCloseTo(layer.reachedByIons, 12);
    const [split] = capacitySplits(doc);
    expect(split.delivered + split.cutOff + split.leftBehind).toBeCloseTo(doc.case.theoreticalArealCapacity_mAh_cm2,
      12);
    expect(split.cutOff / doc.case.theoreticalArealCapacity_mAh_cm2).toBeCloseTo(1 - layer.connectedFraction, 12);
    expect(Math.abs(split.leftBehind)).toBeLessThan(0.02);
    expect(doc.rates[0].utilisation).toBeLessThanOrEqual(1.015 * layer.connectedFraction);
    expect(doc.balances.lithium_relative).toBeLessThan(1e-12);
    expect(doc.warnings.join(' ')).toMatch(
      /percolation \(assumed structure: a random packing\): ions reach \S+ % of the active material/,
    );
    const card = resultCard(doc, { colour: false, width: 100 });
    expect(card).toMatch(
      /cut off\s+0\.\d+ of 1\.50 mAh\/cm² \(\S+ %\) is active material that ions or electrons do not reach or\s+that\s+never\s+converts;/,
    );
  });

  it('below the threshold is a result too: nothing comes out, and it says why', async () => {
    const doc = await documentOf('ionicTransport: {percolation: {sizeRatio: 0.3, sizeExponent: 1}}',
      '{activeMaterial: 85 %, electrolyte: 15 %}');
    expect(doc.rates[0].utilisation).toBeLessThan(0.01);
    expect(doc.warnings.join(' ')).toMatch(
      /no path of electrolyte leads through: 3\S+ % of the solids, the threshold is 58\S* %/,
    );
  });

  it('of electrons cuts off what carbon brings back', async () => {
    const fractions = '{activeMaterial: 50 %, electrolyte: 47.5 %, carbon: 2.5 %}';
    const percolation = 'electronicTransport: {percolation: {sizeRatio: 1}}';
    const [alone, fibres] = await Promise.all([
      documentOf(percolation, '{activeMaterial: 50 %, electrolyte: 50 %}'),
      documentOf(
        `carbon: VGCF\n  carbonNetwork: {shape: fibres, aspectRatio: 70, conductivity: 1e5 mS/cm}\n  ${percolation}`,
        fractions,
      ),
    ]);
    expect(alone.case.layers[0].reachedByElectrons).toBeLessThan(0.5);
    expect(fibres.case.layers[0].reachedByElectrons).toBeGreaterThan(0.9);
    expect(fibres.rates[0].utilisation).toBeGreaterThan(alone.rates[0].utilisation + 0.3);
  });

  it('is refused where it says too little, too much or nonsense', () => {
    const head = 'configs/x.yaml:10:';
    expect(lines('ionicTransport: {percolation: {}}')).toEqual([
      `${head}33 cathode.ionicTransport.percolation: expected one of sizeRatio, electrolyteDiameter, threshold, found none of them; add one`,
    ]);
    expect(lines('ionicTransport: {percolation: {sizeRatio: 2, threshold: 30 %}}')).toEqual([
      `${head}33 cathode.ionicTransport.percolation: expected only one of sizeRatio, electrolyteDiameter, threshold, `
      + 'found sizeRatio and threshold; remove all but one',
    ]);
    expect(lines('ionicTransport: {perculation: {sizeRatio: 2}}')).toEqual([
      `${head}20 cathode.ionicTransport.perculation: expected a known key, found "perculation"; did you mean "percolation"?`,
    ]);
    expect(lines('ionicTransport: {percolation: {sizeRatio: 2}}\n  electronicTransport: {percolation: {sizeRatio: 3}}'))
      .toEqual([
        'configs/x.yaml:11:50 cathode.electronicTransport.percolation.sizeRatio: expected the size ratio of the ions, 2: both are D_CAM / D_SE '
        + 'of one composite, found 3; correct one of the two',
      ]);
  });
});

describe('carbon as a network in a case', () => {
  it('asks for the shape, the aspect ratio and the carbon', () => {
    expect(lines('carbon: VGCF\n  carbonNetwork: {shape: rods, aspectRatio: 70, conductivity: 1e5 mS/cm}').join('\n'))
      .toContain('cathode.carbonNetwork.shape: expected points or fibres or sheets, found "rods"');
    expect(lines('carbon: VGCF\n  carbonNetwork: {shape: fibres, conductivity: 1e5 mS/cm}').join('\n'))
      .toContain('expected the aspect ratio of fibres, found nothing; add "aspectRatio: 70"');
    expect(lines('carbon: VGCF\n  carbonNetwork: {shape: points, aspectRatio: 3, conductivity: 1e5 mS/cm}').join('\n'))
      .toContain('cathode.carbonNetwork.aspectRatio: expected no aspect ratio for points');
    expect(lines('carbonNetwork: {shape: points, conductivity: 1e5 mS/cm}').join('\n')).toContain(
      'expected the name of the carbon of the network',
    );
    expect(
      lines(
        'carbon: VGCF\n  carbonNetwork: {shape: points, conductivity: 1e5 mS/cm}\n  electronicTransport: {effectiveConductivity: 1 mS/cm}',
      ).join('\n'),
    )
      .toContain('expected no carbonNetwork beside a measured effectiveConductivity');
  });

  it('that does not lead through says so', async () => {
    const { warnings } = await documentOf(
      'carbon: carbon-black\n  carbonNetwork: {shape: points, conductivity: 1e5 mS/cm}',
      '{activeMaterial: 75 %, electrolyte: 24 %, carbon: 1 %}',
    );
    expect(warnings.join(' ')).toMatch(
      /no path of carbon leads through: \S+ % of the space beside the active material, the threshold of points is 28.5 %/,
    );
  });
});

describe('binder in a case', () => {
  const film =
    'binder: PTFE\n  binderFilm: {contactWithout: 30 %, connectedWithout: 90 %, gainThickness: 10 nm, blockingThickness: 300 nm}'
    + '\n  ionicTransport: {percolation: {sizeRatio: 3}}';
  const withBinder = (share: number) =>
    documentOf(film, `{activeMaterial: ${80 - share} %, electrolyte: 20 %, binder: ${share} %}`, '2C');

  it('has an optimum: too little leaves particles loose, too much blocks surface and paths', async () => {
    const [none, some, much] = await Promise.all([withBinder(0), withBinder(1), withBinder(8)]);
    expect(some.rates[0].utilisation).toBeGreaterThan(none.rates[0].utilisation + 0.05);
    expect(some.rates[0].utilisation).toBeGreaterThan(much.rates[0].utilisation + 0.05);
    expect(none.case.layers[0].coverage).toBeCloseTo(0.3, 12);
    expect(some.case.layers[0].coverage).toBeGreaterThan(0.7);
    expect(much.case.layers[0].ionicTortuosityFactor).toBeGreaterThan(3 * some.case.layers[0].ionicTortuosityFactor);
  });

  it('does not lengthen paths that were measured with it in place', async () => {
    const measured = await documentOf(film.replace('{percolation: {sizeRatio: 3}}', '{tortuosityFactor: 5}'),
      '{activeMaterial: 78 %, electrolyte: 20 %, binder: 2 %}');
    expect(measured.case.layers[0].ionicTortuosityFactor).toBe(5);
  });
});

describe('an electrolyte with a history in a case', () => {
  it('conducts what its anneal recovered', async () => {
    const conductivityOf = async (electrolyte: string): Promise<number> => {
      const words = text('ionicTransport: {tortuosityFactor: 2}').replace('  electrolyte: Li6PS5Cl\n  mass',
        `  electrolyte: ${electrolyte}\n  mass`);
      const loaded = parseCase(words, { file: 'configs/x.yaml' });
      if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
      const run = await runCase(loaded.case, loaded.ledger);
      if (!run.ok) throw new Error(JSON.stringify(run.problems));
      return run.document.case.layers[0].effectiveIonicConductivity_mS_cm;
    };
    const [annealed, pressed] = await Promise.all(
      ['{name: Li6PS5Cl, annealTemperature: 180 degC}', 'Li6PS5Cl'].map(conductivityOf),
    );
    expect(annealed / pressed).toBeCloseTo(0.4 / 2.33, 6);
  });
});
