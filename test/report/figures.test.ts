import { describe, expect, test } from 'vitest';
import { energyRate } from '../../src/report/figures/energy-rate.js';
import { sheetWithLegend } from '../../src/report/figures/figure.js';
import { optimumFigure } from '../../src/report/figures/optimum.js';
import { designLooks, rateColour } from '../../src/report/figures/palette.js';
import { polarisationStack } from '../../src/report/figures/polarisation-stack.js';
import { profileFigure } from '../../src/report/figures/profiles.js';
import { rateAxis } from '../../src/report/figures/rate-axis.js';
import { rateCapability } from '../../src/report/figures/rate-capability.js';
import { voltageCurves } from '../../src/report/figures/voltage-curves.js';
import { runReport } from '../../src/report/run-report.js';
import type { OptimumDocument } from '../../src/results/optimum-schema.js';
import { type ResultDocument, resultSchema } from '../../src/results/result-schema.js';
import { asCharge, fixture, withAnodeAndSalt, withFailedRate, withRanges, withSteps } from './fixture.js';
import { figuresOf } from './pages.js';
import { overlaps, textBoxes } from './text-boxes.js';

const cases: Readonly<Record<string, ResultDocument>> = {
  'six rates': fixture(),
  'two layers': fixture({ layers: 2, pick: ['C/3', '2C'] }),
  'one rate': fixture({ pick: ['1C'] }),
  'a failed rate': withFailedRate(fixture()),
  'a composite anode and salt': withAnodeAndSalt(fixture({ layers: 2, pick: ['C/3', '1C'] })),
  'several steps': withSteps(fixture({ pick: ['C/3', '1C'] })),
  'a charge': asCharge(fixture()),
  'ranges': withRanges(fixture(), ['2C']),
  'a long name instead of a rate': renamed(withSteps(fixture({ pick: ['1C'] })),
    'urban-drive-cycle-with-recuperation.csv'),
};

function renamed(doc: ResultDocument, label: string): ResultDocument {
  return { ...doc, rates: doc.rates.map((rate) => ({ ...rate, label, load: { kind: 'profile', value: null } })) };
}

/** Figures that a document does not have, by the name of its case. */
const withoutRates = ['rate-capability', 'energy-rate', 'ragone'];
const missing: Readonly<Record<string, readonly string[]>> = {
  'one rate': withoutRates,
  'a charge': ['energy-rate', 'ragone'],
  'a long name instead of a rate': withoutRates,
};

const axisTitles: Readonly<Record<string, readonly string[]>> = {
  'voltage-time': ['Time (h)', 'Cell voltage (V)', 'Current density (mA/cm²)'],
  'voltage-capacity': ['Areal capacity delivered (mAh/cm²)', 'Cell voltage (V)'],
  'rate-capability': ['C-rate', 'Areal capacity (mAh/cm²)', 'Utilisation (%)'],
  polarisation: ['Depth of discharge (% of theoretical capacity)', 'Polarisation Ueq − V (mV)'],
  profiles: ['Depth (µm)', 'φₑ (mV)', 'φₛ (V)', 'i (mA/cm²)', 'Reaction / its mean', 'Local utilisation (%)'],
  'what-decides': ['Pouch cell at 2C (Wh/kg)'],
  cell: ['Mean loss of voltage (mV)'],
  ragone: ['Power (W/kg)', 'Energy (Wh/kg)'],
  'energy-rate': ['C-rate', 'Gravimetric energy density (Wh/kg)', 'Volumetric energy density (Wh/L)'],
  'layer-shares': ['mass', 'thickness'],
  'mass-volume': ['Mass (g)', 'Volume (cm³)'],
};

test('the fixture is a valid result document', () => {
  for (const doc of Object.values(cases)) expect(() => resultSchema.parse(doc)).not.toThrow();
});

describe.each(Object.entries(cases))('figures of %s', async (kind, doc) => {
  const figures = await figuresOf(runReport, doc);
  const hasSteps = kind === 'several steps' || kind.startsWith('a long name');
  const inWords = (title: string) =>
    kind === 'a charge'
      ? title.replace('delivered', 'charged').replace('discharge', 'charge').replace('Ueq − V', 'V − Ueq')
      : title;

  test('are all there and name their axes with units', () => {
    const expected = Object.keys(axisTitles)
      .filter((name) =>
        !missing[kind]?.includes(name) && (hasSteps || name !== 'voltage-time')
        && (kind === 'ranges' || name !== 'what-decides')
      );
    expect(figures.map((figure) => figure.name).sort()).toEqual(expected.sort());
    for (const { name, svg } of figures) {
      const words = textBoxes(svg).map((box) => box.text);
      for (const title of axisTitles[name]) expect(words, name).toContain(inWords(title));
      // a slide has no caption that says the rate
      if (name === 'cell') expect(words.join('|')).toMatch(/Thickness, to scale; losses (at|over) \S/);
    }
  });

  test('are well formed, self-contained and free of NaN', () => {
    for (const { name, svg } of figures) {
      expect(balanced(svg), name).toBe(true);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|href=|<image|<style/);
      for (const [, id] of svg.matchAll(/url\(#([\w-]+)\)/g)) expect(svg).toContain(`id="${id}"`);
    }
  });

  test('have no word on another and none outside the sheet', () => {
    for (const { name, svg } of figures) {
      const boxes = textBoxes(svg);
      expect(overlaps(boxes), name).toEqual([]);
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
      for (const box of boxes) {
        expect(Math.min(box.left, box.top), `${name}: ${box.text}`).toBeGreaterThanOrEqual(-1);
        expect(box.right, `${name}: ${box.text}`).toBeLessThanOrEqual(width + 1);
        expect(box.bottom, `${name}: ${box.text}`).toBeLessThanOrEqual(height + 1);
      }
    }
  });
});

/** Every tag is closed, in order. */
function balanced(svg: string): boolean {
  const open: string[] = [];
  for (const [, closing, name, rest] of svg.matchAll(/<(\/?)([\w:]+)([^>]*)>/g)) {
    if (closing === '/') {
      if (open.pop() !== name) return false;
    } else if (!rest.endsWith('/')) open.push(name);
  }
  return open.length === 0;
}

test('the detail figures take the rate closest to 1C, or the one asked for', () => {
  expect(polarisationStack(fixture())?.title).toContain('at 1C');
  expect(polarisationStack(fixture(), 'C/5')?.title).toContain('at C/5');
  expect(profileFigure(fixture({ pick: ['C/10', 'C/3'] }))?.title).toContain('at C/3');
});

test('without a single curve only the summaries are drawn', async () => {
  const figures = await figuresOf(runReport, withFailedRate(fixture({ pick: ['C/10'] })));
  expect(figures.map((figure) => figure.name)).toEqual(['layer-shares', 'mass-volume']);
});

const paths = (svg: string) => svg.match(/ d="[^"]+"/g);

test('losses of a charge are drawn upwards', () => {
  const doc = fixture({ pick: ['1C'] });
  expect(paths(polarisationStack(asCharge(doc))!.svg)).toEqual(paths(polarisationStack(doc)!.svg));
});

test('of several steps the main one is drawn, from zero at its start', () => {
  const doc = fixture({ pick: ['C/3', '1C'] });
  for (const draw of [polarisationStack, voltageCurves]) {
    expect(paths(draw(withSteps(doc))!.svg)).toEqual(paths(draw(doc)!.svg));
    expect(draw(withSteps(doc))!.caption).toContain('discharge, step 2 of 3');
  }
});

test('pulses with rests between them have no band; an unbroken discharge has one', () => {
  const doc = withRanges(fixture({ pick: ['1C'] }), []);
  const [rate] = doc.rates;
  const charge = rate.series.arealCapacity_mAh_cm2;
  const rested = { ...rate,
    series: { ...rate.series, arealCapacity_mAh_cm2: charge.map((one, k) => (k % 5 === 4 ? charge[k - 1] : one)) } };
  const figures = [doc, { ...doc, rates: [rested] }].map((one) => voltageCurves(one)!);
  expect(figures.map(({ svg }) => svg.includes('fill-opacity="0.14"'))).toEqual([true, false]);
  expect(figures.map(({ caption }) => caption.includes('Shaded'))).toEqual([true, false]);
});

test('losses above a volt leave room for the title of the axis', () => {
  const doc = fixture({ pick: ['1C'] });
  const [rate] = doc.rates;
  const polarisation_mV = Object.fromEntries(
    Object.entries(rate.series.polarisation_mV).map(([part, losses]) => [part, losses.map((one) => 8 * (one ?? 0))]),
  ) as typeof rate.series.polarisation_mV;
  const boxes = textBoxes(
    polarisationStack({ ...doc, rates: [{ ...rate, series: { ...rate.series, polarisation_mV } }] })!.svg,
  );
  expect(boxes.map(({ text }) => text)).toContain('1000');
  expect(overlaps(boxes)).toEqual([]);
});

test('a legend has as many columns as its longest label leaves room for', () => {
  const item = (label: string) => ({ label, colour: '#000', swatch: true });
  const drawn = (labels: readonly string[]) =>
    textBoxes(
      sheetWithLegend({ name: 'x', title: 'x', caption: 'x' }, { width: 640, height: 40 }, [], labels.map(item), {
        columns: 4,
      }).svg,
    );
  expect(new Set(drawn(['a', 'b', 'c', 'd']).map(({ top }) => top)).size).toBe(1);
  const long = drawn(['a', 'b', 'c', 'unlike the measured cells for comparison']);
  expect(new Set(long.map(({ top }) => top)).size).toBe(4);
  expect(Math.max(...long.map(({ right }) => right))).toBeLessThan(640);
});

test('a composite anode moves the membrane and shows its own panels', () => {
  const doc = fixture({ pick: ['1C'] });
  const shade = (document: ResultDocument) =>
    /<rect[^>]* x="([\d.]+)"[^>]*/.exec(profileFigure(document)!.svg.split('#ECECEC')[1])?.[1];
  const words = textBoxes(profileFigure(withAnodeAndSalt(doc))!.svg).map(({ text }) => text);
  expect(Number(shade(withAnodeAndSalt(doc)))).toBeGreaterThan(Number(shade(doc)) + 50);
  expect(words).toEqual(
    expect.arrayContaining(['Salt concentration', 'Utilisation (cathode)', 'anode | membrane | cathode']),
  );
  expect(profileFigure(withAnodeAndSalt(doc))!.caption).toContain('from the collector of the anode');
  expect(profileFigure(doc)!.caption).toContain('from the anode face of the membrane');
});

test('a title from the case cannot break the drawing', async () => {
  const doc = fixture({ pick: ['1C'] });
  const bad = { ...doc, rates: doc.rates.map((rate) => ({ ...rate, label: '<b>&"1C' })) };
  for (const { svg } of await figuresOf(runReport, bad)) expect(svg).not.toContain('<b>');
});

test('rates too close together share a tick label', () => {
  const { ticks, domain } = rateAxis([1, 1.01, 1.02, 2, 0.1], 400);
  expect(ticks).toEqual([0.1, 1, 2]);
  expect(domain[0]).toBeLessThan(0.1);
  expect(domain[1]).toBeGreaterThan(2);
});

test('seventeen rates have no label on another', () => {
  const doc = fixture();
  const cRates = Array.from({ length: 17 }, (_, k) => 0.05 * 1.25 ** k);
  const many = { ...doc, rates: cRates.map((cRate) => ({ ...doc.rates[3], label: `${cRate.toFixed(3)}C`, cRate })) };
  for (const draw of [rateCapability, energyRate]) expect(overlaps(textBoxes(draw(many)!.svg))).toEqual([]);
});

test('a spike owns no axis, and the heading says how far it reaches', () => {
  const doc = fixture({ pick: ['1C'] });
  const [rate] = doc.rates;
  const snapshots = rate.profiles.snapshots.map((snapshot, k) => ({ ...snapshot,
    reactionRate: snapshot.reactionRate.map((value, cell, all) => (k === 0 && cell === all.length - 1 ? 500 : value)) })
  );
  const spiked = { ...doc, rates: [{ ...rate, profiles: { ...rate.profiles, snapshots } }] };
  const highest = (of: ResultDocument): number =>
    Math.max(...[...profileFigure(of)!.svg.matchAll(/>(\d+(?:\.\d+)?)<\/text>/g)].map(([, tick]) => Number(tick)));
  expect(textBoxes(profileFigure(spiked)!.svg).map(({ text }) => text)).toContain('Reaction rate, to 500');
  expect(highest(spiked)).toBeLessThan(500);
});

test('of the membrane of a pellet, many times as thick as the cathode, the last part is drawn', () => {
  const doc = fixture({ pick: ['1C'] });
  const [rate] = doc.rates;
  const { x_um, region, boundaries_um: [first, last, ...others] } = rate.profiles;
  expect(region[0]).toBe('membrane');
  const added = 20 * (others.at(-1)! - last);
  const pellet = { ...doc,
    rates: [{ ...rate,
      profiles: { ...rate.profiles,
        x_um: x_um.map((x, k) => region[k] === 'membrane' ? x * (1 + added / last) : x + added),
        boundaries_um: [first, ...[last, ...others].map((x) => x + added)] } }] };
  const depths = (of: ResultDocument) =>
    /data-x="linear (\S+) (\S+)/.exec(profileFigure(of)!.svg)!.slice(1).map(Number);
  expect(depths(doc)).toEqual([0, others.at(-1)]);
  const [from, to] = depths(pellet);
  expect((to - from) / (others.at(-1)! - last)).toBeCloseTo(1.5, 9);
  expect(profileFigure(pellet)!.caption).toContain('only the last of it is drawn');
});

test('what falls over most of the depth is no spike, however few cells it falls over', () => {
  const doc = fixture({ pick: ['1C'] });
  const [rate] = doc.rates;
  const { x_um: cells, boundaries_um: borders } = rate.profiles;
  const end = borders[borders.length - 1];
  // all cells but two in the first fiftieth
  const x_um = cells.map((_, k) =>
    (k < cells.length - 2 ? (0.02 * k) / cells.length : (k + 3 - cells.length) / 2) * end
  );
  const snapshots = rate.profiles.snapshots.map((one) => (
    { ...one, electrolytePotential_V: x_um.map((x) => (-0.1 * x) / end) }
  ));
  const fine = { ...doc, rates: [{ ...rate, profiles: { ...rate.profiles, x_um, snapshots } }] };
  expect(textBoxes(profileFigure(fine)!.svg).map(({ text }) => text)).toContain('Electrolyte potential');
});

test('designs that differ in one number that rises have colours in its order, others do not', () => {
  const ordered = designLooks(['τ = 1', 'τ = 2.5', 'τ = 10']).map(({ colour }) => colour);
  expect(ordered).toEqual([0, 1, 2].map((k) => rateColour(k, 3)));
  expect(designLooks(['uniform', 'graded', 'aligned']).map(({ colour }) => colour)).not.toEqual(ordered);
});

test('slices through an optimum share the scale of the goal: a key that hardly matters looks so', () => {
  const slice = (key: string, goal: number[]) => ({ key, unit: 'um', spacing: 'linear' as const, at: 20,
    values: [10, 20, 30], goal, met: [true, true, false] });
  const goal = { text: 'areal capacity at C/3', unit: 'mAh/cm²', sense: 'maximise' as const };
  const doc = { goals: [goal], designs: [{ goals: [{ value: 4.2 }] }],
    slices: [slice('cathode.thickness', [1, 4.2, 5]), slice('membrane.thickness', [4.21, 4.2, 4.19])] };
  const { svg = '' } = optimumFigure(doc as unknown as OptimumDocument) ?? {};
  const scales = [...svg.matchAll(/data-y="([^"]*)"/g)].map(([, scale]) => scale); // the third is the legend's
  expect(scales).toHaveLength(3);
  expect(scales[0]).toBe(scales[1]);
  // on a slide nothing else says what a cross is
  expect(textBoxes(svg).map(({ text }) => text)).toEqual(
    expect.arrayContaining(['keeps all conditions', 'breaks a condition']),
  );
});
