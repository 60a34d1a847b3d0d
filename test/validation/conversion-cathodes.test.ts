import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { prepareCase, runCase } from '../../src/pipeline/run-case.js';
import type { ResultDocument } from '../../src/results/result-schema.js';
import { shippedPath } from '../support/shipped-path.js';

/** Sulfur as a conversion cathode: `configs/cells/sulfur-li3incl6.yaml` and what its limits must be. */

const path = shippedPath('sulfur-li3incl6');

const run = (...set: string[]): Promise<ResultDocument> => runOf('sulfur-li3incl6', ...set);

async function runOf(name: string, ...set: string[]): Promise<ResultDocument> {
  const loaded = loadCase(shippedPath(name), { set: ['mesh=coarse', ...set] });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const result = await runCase(loaded.case, loaded.ledger);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.document;
}

describe('a sulfur cathode', () => {
  it('delivers all of it on its plateau when it has time: 1400 mAh/g within 1 %, 2.09 V within 10 mV', async () => {
    const [rate] = (await run('protocol.rates=[C/1000]')).rates;
    expect(Math.abs(rate.specificCapacity_mAh_g / 1400 - 1)).toBeLessThan(0.01);
    const { utilisation, voltage_V: voltage } = rate.series;
    const half = utilisation.findIndex((share) => share >= 0.5);
    expect(Math.abs(voltage[half] - 2.09)).toBeLessThan(0.01);
  });

  it('leads electrons by its carbon alone', () => {
    const loaded = loadCase(path);
    if (!loaded.ok) throw new Error('no case');
    const ready = prepareCase(loaded.case);
    if (!ready.ok) throw new Error('not ready');
    const { electronic } = ready.prepared.effective[0];
    const bulk = new Float64Array(2);
    electronic.bulk.evaluate(0.5, bulk);
    expect(electronic.carbon).toBeGreaterThan(1);
    expect((electronic.factor * bulk[0]) / electronic.carbon).toBeLessThan(1e-25);
  });

  it('swells into contact where it was built charged, and loses contact on charge where it was built as Li2S', async () => {
    const contactOf = ({ rates: [rate] }: ResultDocument) => rate.particles?.[0].contact ?? { start: NaN, end: NaN };
    const charged = contactOf(await run('protocol.rates=[C/20]'));
    expect(charged.end).toBeGreaterThan(2 * charged.start);
    const discharged = contactOf(await run('protocol.rates=[C/20]', 'cathode.contact.contactMadeAt=discharged'));
    expect(discharged.start).toBeLessThan(0.2);
    expect(discharged.end).toBeGreaterThan(discharged.start);
  });

  it('delivers less at a higher rate, every rate to an outcome with closed balances', async () => {
    const { rates, balances } = await run();
    const delivered = rates.map(({ arealCapacity_mAh_cm2: value }) => value);
    expect(delivered).toEqual([...delivered].sort((a, b) => b - a));
    for (const { outcome } of rates) expect(outcome.kind).toBe('completed');
    expect(balances.lithium_relative).toBeLessThan(1e-9);
    expect(balances.polarisation_mV).toBeLessThan(1e-6);
  });
});

describe('a front of conversion', () => {
  /**
   * One plateau, fast kinetics and electrons: the layer is converted from the membrane on, behind a sharp front at x, and
   *   V = U - I (Lm/kappa + x/kappaEff),   so the capacity to the cut-off is that of x = kappaEff [(U - Vcut)/I - Lm/kappa].
   * It holds while x is inside the layer and I x/kappaEff is far above the slope of the plateau.
   */
  it.each([['1C', 1], ['2C', 2], ['3C', 3]] as const)(
    'ends at %s where the drop over what is converted takes the window, within 5 %',
    async (rate, times) => {
      const flat = 2.1;
      const document = await run('mesh=default', `protocol.rates=[${rate}]`, 'cathode.contact=null',
        'anode.areaSpecificResistance=0 ohm*cm^2',
        'anode.material={name: lithium-metal, exchangeCurrentDensity: 1e5 mA/cm^2}',
        'cathode.activeMaterial={name: sulfur, specificCapacity: 1400 mAh/g, convertedShare: 100 %, openCircuitPotential: [[0, 2.101 V], [1, 2.099 V]], '
          + 'referenceExchangeCurrentDensity: 1e4 mA/cm^2, diffusivity: 1e-8 cm^2/s}');
      const { case: { layers: [layer], theoreticalArealCapacity_mAh_cm2: capacity, membraneThickness_um: membrane },
        rates: [result] } = document;
      const current = 10 * capacity * times;
      const kappaEff = 0.1 * layer.effectiveIonicConductivity_mS_cm;
      const front = kappaEff * ((flat - 1.5) / current - (membrane * 1e-6) / 0.15);
      const share = front / (layer.thickness_um * 1e-6);
      expect(share).toBeLessThan(0.8);
      expect(Math.abs(result.utilisation / share - 1)).toBeLessThan(0.05);
    },
  );
});

describe('what is reported of conversion cathodes', () => {
  it.each([
    // reported mAh/g; both are among the twelve cells whose median the share that converts is, so that this is no prediction
    ['li2s-li6ps5cl', '0.18 mA/cm^2', 830, 0.04],
    ['ses2-lgps', '0.459 mA/cm^2', 824, 0.01],
  ] as const)('%s at %s: %i mAh/g, exceeded by %f, within 0.02', async (name, rate, reported, excess) => {
    const { rates: [result] } = await runOf(name, `protocol.rates=[${rate}]`);
    expect(Math.abs(result.specificCapacity_mAh_g / reported - 1 - excess)).toBeLessThan(0.02);
  });

  it('gives the reported 830 mAh/g, within 1 %, if 71 % of the Li2S converts, as is stated', async () => {
    const { rates: [result] } = await runOf('li2s-li6ps5cl', 'protocol.rates=[0.18 mA/cm^2]',
      'cathode.activeMaterial={name: Li2S, convertedShare: 71 %}');
    expect(Math.abs(result.specificCapacity_mAh_g / 830 - 1)).toBeLessThan(0.01);
  });
});

describe('what converts', () => {
  it('scales the capacity of a slow discharge, and nothing else of it', async () => {
    const at = async (share: string) =>
      (await runOf('li2s-li6ps5cl', 'protocol.rates=[C/1000]',
        `cathode.activeMaterial={name: Li2S, convertedShare: ${share}}`)).rates[0];
    const [some, all] = [await at('50 %'), await at('100 %')];
    expect(some.specificCapacity_mAh_g / all.specificCapacity_mAh_g).toBeCloseTo(0.5, 2);
    expect(some.meanVoltage_V ?? NaN).toBeCloseTo(all.meanVoltage_V ?? NaN, 2);
    expect(some.limitation).toContain('50 % of the active material cut off from ions or electrons or never converted');
  });

  it('is said as a range with every result, whatever the case takes', async () => {
    const warningOf = (document: ResultDocument) => document.warnings.find((text) => text.includes('can convert'));
    // 0.36 and 0.94 of 2 F / 32.06 g/mol = 1672 mAh/g, over 1400
    expect(warningOf(await run('protocol.rates=[C/20]'))).toBe(
      'sulfur: 1400 mAh/g can convert in this case; reported cells reach '
        + '602 mAh/g to 1570 mAh/g: read capacity and energy as a range, x 0.43 to x 1.12',
    );
    expect(warningOf(await runOf('ses2-lgps', 'protocol.rates=[C/20]'))).toContain('SeS2: 830 mAh/g can convert');
  });
});

describe('a conversion cathode that cannot be', () => {
  const problemsOf = (...set: string[]): string[] => {
    const loaded = loadCase(path, { set });
    if (!loaded.ok) return loaded.issues.map(({ key, expected }) => `${key}: ${expected}`);
    const ready = prepareCase(loaded.case);
    return ready.ok
      ? ready.prepared.warnings.map(String)
      : ready.problems.map(({ key, expected }) => `${key}: ${expected}`);
  };

  it('has no way for electrons without carbon', () => {
    expect(problemsOf('cathode.massFractions={activeMaterial: 60%, electrolyte: 40%}', 'cathode.carbon=null'))
      .toEqual(['cathode.layers.0.carbon: a way for electrons: carbon, or an active material that conducts']);
  });

  it('has no lithium passing from particle to particle', () => {
    expect(problemsOf('cathode.activeNetwork.tortuosityFactor=2', 'cathode.contact=null'))
      .toEqual(['cathode.layers.0.activeNetwork: an active material that takes lithium up as a host']);
  });

  it('is warned of where it is built in the state that it is not', () => {
    expect(problemsOf('cell.cathodeAsBuilt=discharged').some((text) => text.startsWith('sulfur is the charged state')))
      .toBe(true);
    expect(problemsOf().some((text) => text.startsWith('sulfur is'))).toBe(false);
  });
});
