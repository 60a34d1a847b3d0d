import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Equality } from '../../src/config/equality.js';
import { loadComparison } from '../../src/config/read-case.js';
import * as pipeline from '../../src/pipeline/run-case.js';
import { comparisonCard, comparisonReport } from '../../src/report/comparison-report.js';
import { comparisonCsv } from '../../src/report/comparison-rows.js';
import { comparisonLimits, comparisonPolarisation } from '../../src/report/figures/comparison-bars.js';
import { comparisonProfiles, comparisonRates, comparisonVoltage } from '../../src/report/figures/comparison-curves.js';
import { spellUnits } from '../../src/report/spelling.js';
import { type ComparisonDocument, comparisonSchema } from '../../src/results/comparison-schema.js';
import { compare, utilisationAt } from '../../src/study/compare/compare.js';
import { pageOf } from '../report/pages.js';

const folder = fileURLToPath(new URL('../../configs/studies/comparisons/', import.meta.url));
const shipped = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const coarse = ['mesh={name: coarse, cathodeCells: 12, shells: 8}'];
/** One period of each pattern, in place of eight. */
const onePeriod = ['cathode.structure.packing.voxels=[32, 32, 32]'];

async function compared(name: string, at?: Equality): Promise<ComparisonDocument> {
  const reading = loadComparison(`${folder}${name}`, {
    set: name.startsWith('drawn-') ? [...coarse, ...onePeriod] : coarse,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  const { title, compareAt, designs } = reading.file;
  const run = await compare(designs, { title, at: at ?? compareAt ?? 'as-given' });
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return run.document;
}

const documents = new Map<string, Promise<ComparisonDocument>>();

/** Each file is run once, by the first test that asks for it: no time limit has to hold them all. */
function documentOf(name: string): Promise<ComparisonDocument> {
  const document = documents.get(name) ?? compared(name);
  documents.set(name, document);
  return document;
}

it('a warning that differs between designs by its numbers is told once, with the designs that it holds for', async () => {
  const document = await documentOf('thin-against-thick.yaml');
  const told = (card: string, text: string): number => card.replaceAll(/\s+/g, ' ').split(text).length - 1;
  const card = comparisonCard(document, { colour: false, width: 100 });
  const alone = document.designs.map(({ result }) =>
    result.warnings.filter((text) => text.includes('critical current')).length
  );
  expect(alone).toEqual([0, 1, 1, 1]);
  expect(told(card, 'is above the critical current density')).toBe(1);
  expect(told(card, 'is oxidised above')).toBe(1);
  expect(card.replaceAll(/\s+/g, ' ')).toMatch(
    /100 µm \/ 200 µm \/ 400 µm: 1\.71 \/ 3\.42 \/ 6\.83 mA\/cm² on lithium .* 2 \/ 3 \/ 4 of 5 loads exceed it/,
  );
});

it('warnings that differ by a name are told one by one', async () => {
  const document = await documentOf('thin-against-thick.yaml');
  const told = ['lean', 'rich'].map((layer) => `${layer}: extrapolated to 27 % of the solids of Li6PS5Cl`);
  const designs = told.map((text, i) => ({ ...document.designs[i],
    result: { ...document.designs[i].result, warnings: [text] } })
  );
  const card = comparisonCard({ ...document, designs }, { colour: false, width: 100 });
  expect(card).toMatch(/^warning +50 µm: lean: extra.*\nwarning +100 µm: rich: extra/m);
});

describe.each(shipped)('configs/studies/comparisons/%s', (name) => {
  it('gives a document of the published schema, complete at every rate', async () => {
    const document = comparisonSchema.parse(await documentOf(name));
    for (const { result } of document.designs) {
      for (const { outcome } of result.rates) expect(outcome.kind).toBe('completed');
    }
  });

  it('makes a card, a page, rows and figures that name every design', async () => {
    const document = await documentOf(name);
    const gains = document.designs.flatMap(({ limits }) => limits.parts.map(({ capacityGain }) => capacityGain));
    const draws = [comparisonRates, comparisonPolarisation, comparisonProfiles, comparisonVoltage, // nothing to draw where nothing limits
      ...(gains.some((gain) => Math.abs(gain) >= 0.005) ? [comparisonLimits] : [])];
    const figures = draws.map((draw) => draw(document));
    for (const figure of figures) {
      expect(figure?.svg).toBeDefined();
      expect(figure?.svg).not.toMatch(/NaN|undefined/);
    }
    const texts = [comparisonCard(document, { colour: false, width: 100 }), pageOf(comparisonReport, document),
      comparisonCsv(document)];
    for (const design of document.designs) {
      for (const text of texts) expect(spellUnits(text).replaceAll(/\s+/g, ' ')).toContain(spellUnits(design.name));
    }
    expect(comparisonCsv(document).trim().split('\n').length).toBe(
      1 + document.designs.reduce((sum, { result }) => sum + result.rates.length, 0),
    );
  });

  it('never loses capacity where a resistance of the cathode is taken away, and names the one that gains most', async () => {
    for (const { limits } of (await documentOf(name)).designs) {
      expect(limits.parts.length).toBeGreaterThan(3);
      // a slow charge transfer spreads the reaction: without it a charge accepts up to a hundredth less
      for (const { part, capacityGain } of limits.parts) expect(capacityGain, part).toBeGreaterThan(-1.5e-2);
      const gains = limits.parts.map(({ capacityGain }) => capacityGain);
      expect(gains).toEqual([...gains].sort((a, b) => b - a));
    }
  });
});

describe('a comparison', () => {
  it.each([
    ['equal-areal-capacity',
      (it: ComparisonDocument['designs'][number]) => it.result.case.theoreticalArealCapacity_mAh_cm2],
    ['equal-thickness', (it: ComparisonDocument['designs'][number]) => it.result.case.cathodeThickness_um],
    ['equal-mass', (it: ComparisonDocument['designs'][number]) => it.result.case.cathodeLoading_mg_cm2],
  ] as const)('at %s makes it so, to round-off, and says what it changed', async (at, amount) => {
    const [first, ...others] = (await compared('thin-against-thick.yaml', at)).designs;
    expect(first.equalised).toBeNull();
    for (const other of others) {
      expect(Math.abs(amount(other) / amount(first) - 1)).toBeLessThan(1e-12);
      expect(other.equalised).toMatch(/^thickness 50 um instead of \d+ um, for the same/);
    }
  });

  it('finds the rate at 80 % by solving: the utilisation there is 80 %', async () => {
    const reading = loadComparison(`${folder}tortuosity-400um.yaml`, { set: coarse });
    if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
    (await documentOf('tortuosity-400um.yaml')).designs.forEach(({ rateAt80 }, k) => {
      const given = reading.file.designs[k].case;
      const ready = pipeline.prepareCase(given);
      if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
      if (rateAt80.cRate === null)
        expect(rateAt80.sentence).toBe('The charge before takes up less than 80 %: no rate delivers it.');
      else expect(Math.abs(utilisationAt(given, ready.prepared.model, rateAt80.cRate) - 0.8)).toBeLessThan(0.01);
    });
  });

  it('puts straight paths before winding ones: capacity at 1C, rate at 80 %, and ions as the limit', async () => {
    const designs = (await documentOf('tortuosity-400um.yaml')).designs;
    const rates = designs.map(({ rateAt80 }) => rateAt80.cRate!);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
    const atOneC = designs.map(({ result }) => result.rates.find(({ label }) => label === '1C')!.utilisation);
    expect(atOneC).toEqual([...atOneC].sort((a, b) => b - a));
    // straight paths let through all that there is
    expect(atOneC[0]).toBeGreaterThan(0.95);
    for (const { limits } of designs.slice(1)) expect(limits.parts[0].part).toBe('ionsInCathode');
  });

  it('has a host of 74 % pores hold nine times as much at 90 % as at 10 %, and work best filled from the membrane', async () => {
    const [tenth, full, fromTop, fromBottom] = (await documentOf('filled-host.yaml')).designs.map(({ result }) =>
      result
    );
    expect(full.case.theoreticalArealCapacity_mAh_cm2 / tenth.case.theoreticalArealCapacity_mAh_cm2).toBeCloseTo(9, 6);
    // in voltage: down to 2.5 V both use what is there
    expect(fromTop.rates.at(-1)!.arealEnergy_mWh_cm2).toBeGreaterThan(
      1.03 * fromBottom.rates.at(-1)!.arealEnergy_mWh_cm2,
    );
  });

  it('names diffusion where there is no electrolyte, ions where there is, and a polymer that wets less as less', async () => {
    const [dry, hybrid] = (await documentOf('composite-against-diffusion.yaml')).designs.map(({ limits: { parts } }) =>
      parts.map(({ part }) => part)
    );
    expect(dry[0]).toBe('diffusionInParticles');
    // two ways side by side: without the resistance of either it delivers all that it has
    expect(hybrid.slice(0, 2).sort()).toEqual(['diffusionInParticles', 'ionsInCathode']);
    const wetted = (await documentOf('wetted-from-top.yaml')).designs.map(({ result }) => result.rates[0].utilisation);
    expect(wetted).toEqual([...wetted].sort((a, b) => b - a));
  });

  it('names what takes capacity from a conversion cathode: what is cut off, electrons where carbon does not lead through, ions', async () => {
    const limits = (await documentOf('conversion-cathodes.yaml')).designs.map(({ limits: it }) => it);
    expect(limits.slice(1).map(({ parts }) => parts[0].part)).toEqual(['disconnection', 'electronsInCathode',
      'ionsInCathode']);
    expect(limits[0].sentence).toContain('no resistance alone');
    expect(limits[2].parts[0].arealCapacity_mAh_cm2).toBeGreaterThan(4);
    // contact is a loss of area, of which the split of the voltage knows nothing
    for (const { parts } of limits) expect(parts.map(({ part }) => part)).toContain('filmAndContact');
  });

  it('calls the way of lithium through a network by its name', async () => {
    const [dry, hybrid] = (await documentOf('composite-against-diffusion.yaml')).designs.map((
      { limits: { sentence } },
    ) => sentence);
    for (const sentence of [dry, hybrid]) expect(sentence).toContain('the way of lithium through the active material');
  });

  it('tells what is left of the reviews\' cells at 1C: crystals take from those of NMC811, ions from that of sulfur', async () => {
    const designs = (await documentOf('reviews-cells.yaml')).designs;
    const kept = designs.map(({ result }) =>
      result.rates.find(({ label }) => label === '1C')!.energy.pouch.gravimetric_Wh_kg!
      / result.energy.gravimetric_Wh_kg
    );
    const [lgps, argyrodite, sulfur] = [kept.slice(0, 3), kept[3], kept[5]];
    for (const share of lgps) expect(share).toBeGreaterThan(0.55);
    // of a fast electrolyte the thickness does not matter
    expect(Math.max(...lgps) / Math.min(...lgps)).toBeLessThan(1.1);
    expect(argyrodite).toBeLessThan(0.7 * Math.min(...lgps));
    expect(sulfur).toBeLessThan(0.2);
    expect(designs.map(({ limits }) => limits.parts[0].part)).toEqual([...Array<string>(5).fill('diffusionInParticles'),
      'ionsInCathode']);
  });
});
