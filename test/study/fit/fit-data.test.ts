import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMeshes } from '../../../src/config/read-case.js';
import { type LoadedFit, parseFit } from '../../../src/config/studies/parse-fit.js';
import { cardOf } from '../../../src/report/blocks/card.js';
import { fitSpectra } from '../../../src/report/figures/fit-curves.js';
import { fitReport, fittedCase } from '../../../src/report/fit-report.js';
import { type FitDocument, fitSchema } from '../../../src/results/fit-schema.js';
import { CurveResiduals } from '../../../src/study/fit/curve-residuals.js';
import { fitCase } from '../../../src/study/fit/fit.js';
import { pageOf } from '../../report/pages.js';
import { shippedPath } from '../../support/shipped-path.js';
import { normalDeviates, syntheticCapacity, syntheticCsv, syntheticSpectrum } from './support.js';

const fitCard = cardOf(fitReport());

const root = new URL('../../../', import.meta.url).pathname;
const file = shippedPath('nmc811-li6ps5cl');
// curves are made on the mesh that they are fitted on, and exactly: numerical errors have no part in what is asked here
const cheap = ['numerics.tolerance=1e-4', 'mesh=coarse', 'mesh.cathodeCells=8', 'mesh.membraneCells=2', 'mesh.shells=6',
  'protocol.charge=ideal'];
const made = (...set: string[]): string[] => [...cheap, 'protocol.lowerCutoffVoltage=2.8 V', ...set];
const silent = (): number => 0;

const sigma = 'cathode.ionicTransport.effectiveConductivity: {from: 0.02 mS/cm, to: 0.2 mS/cm, spacing: log}';
const membrane = 'membrane.thickness: {from: 10 um, to: 200 um, spacing: log}';
const resistance = 'anode.areaSpecificResistance: {from: 1 ohm cm^2, to: 100 ohm cm^2, spacing: log}';
const doubleLayer = 'impedance.doubleLayerCapacitance: {from: 1 uF/cm^2, to: 100 uF/cm^2, spacing: log}';

function loaded(block: string, files: Readonly<Record<string, string>>, set = cheap): LoadedFit {
  const reading = parseFit(`${readFileSync(file, 'utf8')}\nfit: {starts: 1, ${block}}`, { file: 'x.yaml',
    meshes: readMeshes(`${root}meshes`), set, textOf: (name) => files[name] });
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  return reading.fit;
}

function fitted(fit: LoadedFit): FitDocument {
  const run = fitCase(fit);
  if (!run.ok) throw new Error(JSON.stringify(run.issues));
  return fitSchema.parse(run.document);
}

const truth = ['cathode.ionicTransport.effectiveConductivity=0.05 mS/cm', 'membrane.thickness=45 um',
  'anode.areaSpecificResistance=12 ohm cm^2'];

describe('a fit to single capacities', () => {
  it('finds what made them', () => {
    const capacities = ['1C', '2C'].map((rate) => {
      const value = syntheticCapacity(file, made(truth[0], `protocol.rates=[${rate}]`));
      return `{capacity: ${value} mAh/cm^2, rate: ${rate}}`;
    });
    const doc = fitted(loaded(`capacities: [${capacities.join(', ')}], vary: {${sigma}}`, {}, made()));
    expect(doc.parameters[0].value / 0.05).toBeCloseTo(1, 3);
    expect(doc.points).toBe(2);
    doc.capacities.forEach(({ capacityError }) => expect(Math.abs(capacityError)).toBeLessThan(1e-3));
    expect(fitCard(doc, { colour: false, width: 100 })).toContain('Capacities');
    expect(fittedCase(doc, 'base.yaml')).toContain('fitted to the capacity at 1C, the capacity at 2C');
  });
});

describe('a fit to an impedance', () => {
  const spectra = 'spectra: [{file: z.csv, soc: 50 %}]';

  it('finds four keys from one spectrum without noise, the double layer among them', () => {
    const csv = syntheticSpectrum(file, made(...truth), 0.5, 0.25, 0, silent);
    const doc = fitted(
      loaded(`${spectra}, vary: {${sigma}, ${membrane}, ${resistance}, ${doubleLayer}}`, { 'z.csv': csv }),
    );
    const values = doc.parameters.map(({ value }) => value);
    [0.05, 45, 12, 25].forEach((right, i) => expect(values[i] / right).toBeCloseTo(1, 3));
    expect(doc.spectra[0].rms).toBeLessThan(1e-4);
    expect(doc.simulations).toBeLessThan(20);
    // no case has the capacitance: the fitted one does not name it
    expect(fittedCase(doc, 'base.yaml')).not.toContain('doubleLayer');
    const svg = fitSpectra(doc)?.svg;
    for (const text of ['Frequency (Hz)', 'below, filled: real part', 'below, open: imaginary part']) {
      expect(svg).toContain(text);
    }
    expect(pageOf(fitReport(), doc)).toContain('z.csv');
  });

  it('has slopes that are those of the residuals', () => {
    const csv = syntheticSpectrum(file, made(...truth), 0.5, 0.1, 0, silent);
    const residuals = new CurveResiduals(
      loaded(`${spectra}, vary: {${sigma}, ${membrane}, ${resistance}}`, { 'z.csv': csv }),
    );
    const at = (z: readonly number[]): readonly number[] => residuals.at(z)?.r ?? [];
    const z = [0.4, 0.5, 0.6];
    const jacobian = residuals.at(z)?.jacobian ?? [];
    z.forEach((_, p) => {
      // two steps, one extrapolated: of the fourth order, ten and twenty times that of the program
      const slope = (h: number): number[] => {
        const [above, below] = [h, -h].map((step) => at(z.map((value, i) => (i === p ? value + step : value))));
        return above.map((value, k) => (value - below[k]) / (2 * h));
      };
      const [near, far] = [slope(1e-3), slope(2e-3)];
      const largest = Math.max(...jacobian.map((row) => Math.abs(row[p])));
      near.forEach((value, k) =>
        expect(Math.abs(jacobian[k][p] - (4 * value - far[k]) / 3) / largest).toBeLessThan(1e-6)
      );
    });
  });

  it('tells apart what a discharge cannot', () => {
    const deviate = normalDeviates(5);
    const csv = syntheticCsv(file, made(...truth, 'protocol.rates=[C/2]'), 30, { voltage: 5e-3, capacity: 0.01 },
      deviate);
    const z = syntheticSpectrum(file, made(...truth), 0.5, 0.1, 0.02, deviate);
    const vary = `vary: {${membrane}, ${resistance}}`;
    const set = [...cheap, truth[0]];
    const alone = fitted(loaded(`curves: [{file: a.csv, rate: C/2}], ${vary}`, { 'a.csv': csv }, set));
    const both = fitted(
      loaded(`curves: [{file: a.csv, rate: C/2}], ${spectra}, ${vary}`, { 'a.csv': csv, 'z.csv': z }, set),
    );
    expect(Math.abs(alone.correlation[0][1])).toBeGreaterThan(0.95);
    expect(alone.verdicts.join(' ')).toContain('cannot tell membrane thickness from anode area specific resistance');
    expect(both.verdicts.join(' ')).not.toContain('cannot tell');
    [45, 12].forEach((right, i) => {
      const { profileLow, profileHigh, value, determined } = both.parameters[i];
      expect(determined).toBe(true);
      expect((profileHigh ?? NaN) - (profileLow ?? NaN)).toBeLessThan(0.2 * right);
      expect(Math.abs(value / right - 1)).toBeLessThan(0.1);
    });
    expect(both.reducedChiSquare).toBeLessThan(1.5);
  });

  it('holds the truth in its interval as often as it says, 20 repeats with other noise', () => {
    const deviate = normalDeviates(11);
    const held = Array.from({ length: 20 }, () => {
      const csv = syntheticSpectrum(file, made(...truth), 0.5, 0.1, 0.02, deviate);
      const fit = loaded(`${spectra}, noise: {impedance: 2 %}, vary: {${resistance}}`, { 'z.csv': csv },
        made(truth[0], truth[1]));
      const [{ profileLow, profileHigh }] = fitted(fit).parameters;
      return (profileLow ?? Infinity) <= 12 && 12 <= (profileHigh ?? -Infinity);
    }).filter(Boolean).length;
    // 95 % of 20: fewer than 16 has a probability of 0.3 %
    expect(held).toBeGreaterThanOrEqual(16);
  });

  it('stands beside a case where nothing is fitted', () => {
    const csv = syntheticSpectrum(file, made(), 0.5, 0.1, 0, silent);
    const doc = fitted(loaded(`${spectra}, capacities: [{capacity: 1 mAh/cm^2, rate: 1C}]`, { 'z.csv': csv }));
    expect(doc.outcome.kind).toBe('completed');
    expect(doc.spectra[0].rms).toBeLessThan(1e-6);
    expect(doc.verdicts).toEqual([expect.stringMatching(/^Capacity at 1C: the case delivers/),
      expect.stringMatching(/^z.csv: the impedances differ by/)]);
  });
});
