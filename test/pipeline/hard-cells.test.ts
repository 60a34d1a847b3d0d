import { describe, expect, it } from 'vitest';
import { resultSchema } from '../../src/results/result-schema.js';
import { runShippedCase } from '../support/reference-case.js';

/** Cells that once ended without an answer, or with one that nobody could see was none. */
async function outcomesOf(name: string, set: readonly string[]) {
  const document = await runShippedCase(name, set);
  const parsed = resultSchema.safeParse(document);
  expect(parsed.success ? [] : parsed.error.issues.slice(0, 2)).toEqual([]);
  return document.rates.map(({ outcome, utilisation, balances }) => ({ reason: outcome.reason, utilisation,
    balances })
  );
}

describe('conversion cathodes of two layers, whose potential is all but flat', () => {
  const layers =
    'cathode.layers=[{name: a, thickness: 30 um, massFractions: {activeMaterial: 50 %, electrolyte: 35 %, carbon: 15 %}}, '
    + '{name: b, thickness: 30 um}]';

  it.each([
    ['sulfur-li3incl6', 1],
    ['li2s-li6ps5cl', 0.74],
    ['ses2-lgps', 0.74],
  ])('%s: discharged and charged, every voltage is a number', async (name, convertedShare) => {
    for (const [direction, rates] of [['discharge', '[C/2, C/20, C/200]'], ['charge', '[C/5, C/20, C/200]']] as const) {
      const found = await outcomesOf(name, [
        layers,
        'cathode.massLoading=',
        'cathode.thickness=',
        'cathode.contact=',
        `protocol.steps=[{${direction}: each}]`,
        `protocol.rates=${rates}`,
        'protocol.initialStoichiometry=',
        'mesh=coarse',
      ]);
      for (const { reason, utilisation, balances } of found) {
        expect(balances.polarisation_mV).toBeLessThan(1e-3);
        // of what converts: from 0.05 % to the last of it, over a window that ends 0.05 % before
        const all = convertedShare * (0.9995 / 0.999);
        if (reason === 'potential-data-end') expect(Math.abs(utilisation / all - 1)).toBeLessThan(1e-6);
        else {
          expect(reason).toBe('voltage-cutoff');
          expect(utilisation).toBeLessThan(all);
        }
      }
      // the plateau ends at 1.6 and 2.45 V: polarisation alone leads to the cut-offs of 1.5 and 2.8 V
      expect(found[2].reason).toBe('potential-data-end');
    }
  });
});

describe('a hold after a charge that ended at once, far beyond the window', () => {
  const thick = [
    'temperature=67 degC',
    'anode={material: lithium-metal, areaSpecificResistance: 2800 ohm cm^2}',
    'membrane.thickness=3 um',
    'mesh=coarse',
    'cathode.massFractions={activeMaterial: 88 %, electrolyte: 6.4 %, carbon: 5.6 %}',
    'cathode.porosity=37 %',
    'cathode.activeMassLoading=',
    'cathode.thickness=1083 um',
    'cathode.ionicTransport={tortuosityFactor: 30}',
    'cathode.electronicTransport={bruggemanExponent: 1}',
    'protocol={rates: [1.9C], lowerCutoffVoltage: 1.5 V, upperCutoffVoltage: 2.8 V, steps: [{discharge: each}, {rest: 10 min}, {charge: 100C}, '
    + '{hold: 1.684 V, until: {current: C/1000, time: 0.15 h}}, {discharge: each}]}',
  ];

  it.each([['a contact law'], ['full contact', 'cathode.contact=']])('starts and goes on: 1 mm of SeS2, %s',
    async (_, ...more) => {
      const [{ reason, balances }] = await outcomesOf('ses2-lgps', [...thick, ...more]);
      expect(reason).toBe('voltage-cutoff');
      expect(balances.charge_relative).toBeLessThan(1e-8);
    });
});

describe('salt that runs dry', () => {
  it.each([
    ['6/12/8 cells', 'mesh={membraneCells: 6, cathodeCells: 12, shells: 8}'],
    ['6/12/8 cells, thicker', 'mesh={membraneCells: 6, cathodeCells: 12, shells: 8}', 'cathode.thickness=150 um'],
    ['three times as thick on the default mesh', 'cathode.thickness=180 um'],
    ['a poor way through the pores', 'cathode.ionicTransport={tortuosityFactor: 50}', 'mesh=coarse'],
    ['with a temperature of its own', 'thermal={mode: lumped, heatCapacity: 400 J/(m^2 K), heatTransfer: 1 W/(m^2 K)}',
      'mesh=coarse', 'cathode.ionicTransport={tortuosityFactor: 50}'],
  ])('lfp-peo, %s: the voltage ends every rate, and the balances close', async (_, ...set) => {
    const document = await outcomesOf('lfp-peo', ['cathode.massLoading=', 'cathode.arealCapacity=',
      ...(set.some((key) => key.startsWith('cathode.thickness')) ? [] : ['cathode.thickness=60 um']), ...set,
      'protocol.rates=[C/10, C/2, 1C, 3C, 10C]']);
    for (const { reason, balances } of document) {
      expect(reason).toBe('voltage-cutoff');
      expect(balances.charge_relative).toBeLessThan(1e-8);
      expect(balances.lithium_relative).toBeLessThan(1e-10);
      expect(balances.heat_relative ?? 0).toBeLessThan(1e-8);
    }
  });
});

describe('pores that carry next to nothing, so that a load has no state in sixteen digits', () => {
  const noPath = [
    'cathode.massFractions={activeMaterial: 98.5 %, electrolyte: 0.5 %, carbon: 1 %}',
    'cathode.arealCapacity=',
    'cathode.thickness=5 mm',
    'cathode.ionicTransport={percolation: {sizeRatio: 0.2}}',
    'cathode.electronicTransport={effectiveConductivity: 1 S/m}',
    'temperature=-30 degC',
    'protocol.rates=',
    'mesh=coarse',
  ];

  it.each([
    ['a discharge', '{discharge: 100C}'],
    ['a slow one', '{discharge: C/1000}'],
    ['a charge', '{charge: C/2}'],
    ['a discharge at a power', '{discharge: {power: 500 mW/cm^2}}'],
    ['a charge at a power', '{charge: {power: 500 mW/cm^2}}'],
    ['a profile', '{profile: {time: [0 s, 10 s], current: [20 mA/cm^2, 10 mA/cm^2]}}'],
  ])('%s is over at once: %s', async (_, step) => {
    for (const [name, radius] of [['lfp-polymer', '1 nm'], ['lfp-polymer', '100 um'], ['lfp-peo', '1 nm'], ['lfp-peo',
      '100 um']])
    {
      const { rates: [{ outcome }] } = await runShippedCase(
        name,
        [...noPath, `cathode.activeMaterial={name: LFP, particleRadius: ${radius}}`, `protocol.steps=[${step}]`],
      );
      expect(outcome.kind, `${name}, ${radius}: ${outcome.reason}`).toBe('completed');
      expect(['voltage-cutoff', 'power-limit']).toContain(outcome.reason);
      expect(outcome.sentence).toContain('at once');
    }
  });
});

describe('a charge at a power far above what a discharge could give', () => {
  it('never runs as a discharge below 0 V', async () => {
    const { rates: [rate] } = await runShippedCase('sulfur-li3incl6', [
      'temperature=82.72 degC',
      'membrane.electrolyte=LiTFSI-PEO',
      'cathode.electrolyte=LiTFSI-PEO',
      'cathode.thickness=31.62 um',
      'cathode.massLoading=',
      'cathode.activeMaterial={name: sulfur, particleRadius: 100 um, diffusivity: 1e-10 m^2/s}',
      'cathode.ionicTransport={tortuosityFactor: 28.18}',
      'cathode.massFractions={activeMaterial: 98 %, electrolyte: 1 %, carbon: 1 %}',
      'cathode.porosity=10 %',
      'protocol.rates=',
      'protocol.steps=[{charge: {power: 2512 mW/cm^2}, until: {time: 1 min}}]',
      'mesh=coarse',
    ]);
    expect(Math.min(...rate.series.voltage_V)).toBeGreaterThan(0);
    expect(rate.outcome).toMatchObject({ kind: 'completed', reason: 'voltage-cutoff' });
  });
});

describe('a discharge at a power right after one that found the largest power', () => {
  it.each(['drive-cycle', 'nmc811-li6ps5cl'])('%s: is over at once, at the limit', async (name) => {
    const power = '{discharge: {power: 10 mW/cm^2}, until: {voltage: 0.1 V}}';
    const { rates: [rate] } = await runShippedCase(
      name === 'drive-cycle' ? 'protocols/drive-cycle' : name,
      ['protocol.rates=', `protocol.steps=[${power}, ${power}]`, 'mesh=coarse'],
    );
    expect(rate.outcome).toMatchObject({ kind: 'completed', reason: 'power-limit' });
  });
});
