import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { cardOf } from '../../src/report/blocks/card.js';
import { energyReport } from '../../src/report/energy-report.js';
import type { CellPromiseDocument } from '../../src/results/cell-promise-schema.js';
import { cellPromise } from '../../src/study/cell-promise.js';
import { shippedPath } from '../support/shipped-path.js';

const energyCard = cardOf(energyReport);

async function promiseOf(name: string, set: readonly string[] = []): Promise<CellPromiseDocument> {
  const loaded = loadCase(shippedPath(name), { set });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const run = await cellPromise(loaded.case, loaded.ledger);
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return run.document;
}

describe('the promise of a cell', () => {
  it('has a power in proportion to the rate: energy per mass over the hours of the discharge', async () => {
    const { promisedPower, energy } = await promiseOf('nmc811-li6ps5cl');
    expect(promisedPower.map(({ label }) => label)).toEqual(['C/10', 'C/5', 'C/3', 'C/2', '1C', '2C']);
    for (const [k, rate] of [0.1, 0.2, 1 / 3, 0.5, 1, 2].entries()) {
      expect(promisedPower[k].pouch_W_kg).toBeCloseTo(rate * energy.gravimetric_Wh_kg, 9);
    }
  });

  it('delivers less than the cathode could where the anode brings too little lithium, and says so', async () => {
    const built = await promiseOf('sulfur-li3incl6', ['anode.thickness=20 um']);
    const { deliverableShare, nToP } = built.energy;
    expect(nToP).toBeLessThan(1);
    expect(deliverableShare).toBeCloseTo(nToP, 9);
    expect(built.warnings.some((warning) => warning.startsWith('anode or first cycle leave'))).toBe(true);
    // the current is that of the rate all the same, so the power stays while the energy falls
    const full = await promiseOf('sulfur-li3incl6');
    expect(
      built.promisedPower[0].pouch_W_kg * built.energy.mass_g / (full.promisedPower[0].pouch_W_kg * full.energy.mass_g),
    )
      .toBeCloseTo(built.energy.meanVoltage_V / full.energy.meanVoltage_V, 6);
  });

  it('loses with the first cycle what the anode does not return, and nothing twice', async () => {
    const base = await promiseOf('replays/sulfide-nmc811-sic');
    // both lose 10 %: what leaves the cathode is what it cannot take back
    expect(base.energy.deliverableShare).toBeCloseTo(1, 9);
    const worse = await promiseOf('replays/sulfide-nmc811-sic', ['cell.firstCycleEfficiency.anode=80 %']);
    expect(worse.energy.deliverableShare).toBeCloseTo(0.8 / 0.9, 9);
  });

  it('rests on parameters of the cell alone: nothing of kinetics or transport is among them', async () => {
    const { parameters, assumed } = (await promiseOf('nmc811-li6ps5cl')).provenance;
    const paths = parameters.map(({ path }) => path);
    const counted = ['anode.thickness', 'cathode.porosity', 'NMC811.density', 'Li6PS5Cl.price',
      'cell.laminateThickness'];
    for (const path of counted) expect(paths).toContain(path);
    expect(paths.filter((path) => /diffusivity|[cC]onductivity|ExchangeCurrent|ionicTransport/.test(path))).toEqual([]);
    for (const path of assumed) expect(paths).toContain(path);
  });

  it('is refused with the key where its cell cannot exist', async () => {
    const set = ['cathode.arealCapacity=4 mAh/cm^2', 'cathode.thickness=20 um', 'cathode.porosity=null'];
    const loaded = loadCase(new URL('../../configs/cells/nmc811-li6ps5cl.yaml', import.meta.url).pathname, { set });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    const run = await cellPromise(loaded.case, loaded.ledger);
    expect(run.ok).toBe(false);
    if (!run.ok) expect(run.problems[0].key).toMatch(/^cathode/);
  });
});

describe.each([60, 72, 100])('the card of the energy at %i columns', (width) => {
  it('wraps its words and says what plates, what it assumes and what it cannot price', async () => {
    const card = energyCard(await promiseOf('nmc811-li6ps5cl'), { colour: false, width });
    // tables keep their width; sentences do not run over
    const sentences = card.split('\n').filter((one) =>
      /^(source|assumes|power|cost|basis +pouch:|range|anode +N)/.test(one)
    );
    expect(sentences.length).toBeGreaterThanOrEqual(7);
    for (const line of sentences) expect([...line].length).toBeLessThanOrEqual(width);
    const words = card.replaceAll(/\s+/g, ' ');
    expect(words).toContain('nothing is simulated');
    expect(words).toContain('plates 19.8 µm of lithium');
    expect(words).toContain('no price is known for VGCF');
  });
});

it('the card of a cell where nothing plates says so', async () => {
  const card = energyCard(await promiseOf('sulfur-li3incl6'), { colour: false, width: 100 }).replaceAll(/\s+/g, ' ');
  expect(card).toContain('no lithium plates in the first charge');
  expect(card).not.toContain('plates 0.0');
});
