import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../src/config/read-case.js';
import { prepareCase } from '../../../src/pipeline/run-case.js';
import { discrepancyAt, layeredOxides, sdLnOthers, uncalibrated,
  unmodelledLoss } from '../../../src/study/ranges/calibrated-band.js';
import { shippedPath } from '../../support/shipped-path.js';

function at(cRate: number, file: string, set: readonly string[] = []) {
  const loaded = loadCase(shippedPath(file), { set: ['mesh=coarse', ...set] });
  if (!loaded.ok) throw new Error(loaded.issues[0].expected);
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(ready.problems[0].expected);
  return discrepancyAt(ready.prepared, cRate);
}

describe('what the equations may be wrong by', () => {
  const { inside, beyond } = layeredOxides.sdLnCapacity;

  it('is what unseen sources were missed by, slow up to C/4 and more both ways from 1C on', () => {
    expect(at(0.25, 'nmc811-li6ps5cl')).toMatchObject({ sdLnCapacity: inside.slow, outside: [] });
    expect(at(1, 'nmc811-li6ps5cl')).toMatchObject({ sdLnCapacity: inside.fast, outside: [] });
    expect(at(0.1, 'nmc811-li6ps5cl', ['cathode.activeMaterial=NCA'])).toMatchObject({ sdLnCapacity: inside.slow,
      outside: [] });
  });

  it('grows with the logarithm of the rate between, and jumps nowhere', () => {
    const { sdLnCapacity: { down, up } } = at(0.5, 'nmc811-li6ps5cl');
    expect(down).toBeCloseTo((inside.slow.down + inside.fast.down) / 2, 12);
    expect(up).toBeCloseTo((inside.slow.up + inside.fast.up) / 2, 12);
    const rates = Array.from({ length: 60 }, (_, k) => 0.2 * 1.03 ** k);
    const deviations = rates.map((rate) => at(rate, 'nmc811-li6ps5cl', ['assembly.stackPressure=2 MPa']));
    for (const [k, { sdLnCapacity, lossLnCapacity }] of deviations.slice(1).entries()) {
      const before = deviations[k];
      // a step of 3 % in the rate is 0.0213 of the way
      expect(sdLnCapacity.up - before.sdLnCapacity.up).toBeGreaterThanOrEqual(0);
      expect(sdLnCapacity.up - before.sdLnCapacity.up).toBeLessThan(0.0214 * (inside.fast.up - inside.slow.up));
      expect(lossLnCapacity - before.lossLnCapacity).toBeLessThan(0.0214 * 0.28);
    }
  });

  it.each([
    ['a rate', 3, []],
    ['a thickness', 0.1, ['cathode.thickness=250 um']],
    ['a temperature', 0.1, ['temperature=60 degC']],
    ['a pressure', 0.1, ['assembly.fabricationPressure=1000 MPa']],
    ['the potential that the sources charged to', 0.1, ['protocol.upperCutoffVoltage=4.5 V']],
  ])('is larger, and says why, outside the range of %s', (_, cRate, set) => {
    const found = at(cRate, 'nmc811-li6ps5cl', set);
    expect(found.outside).toHaveLength(1);
    expect(found.outside[0]).toMatch(/measured cells for comparison/);
    expect(found.sdLnCapacity).toBe(beyond);
  });

  it('holds what it says that it holds, and says it as cards do', () => {
    expect([15, 35].flatMap((of) => at(0.1, 'nmc811-li6ps5cl', [`temperature=${of} degC`]).outside)).toEqual([]);
    expect([0.01, 1.2].flatMap((rate) => at(rate, 'nmc811-li6ps5cl').outside)).toEqual([]);
    expect(at(2, 'nmc811-li6ps5cl', ['temperature=60 degC']).outside).toEqual([
      'temperature of 60 °C (measured cells for comparison: 15 to 35 °C)',
      'rate of 2C (measured cells for comparison: C/100 to 1.2C)',
    ]);
  });

  it.each([
    ['from a slurry', 'slurry', ['assembly.processing=slurry']],
    ['under little pressure', 'lowPressure', ['assembly.stackPressure=2 MPa']],
    ['in contact under little pressure', 'lowPressure', ['cathode.contact.pressure=2 MPa',
      'cathode.contact.characteristicPressure=50 MPa']],
    ['of bare particles', 'bare', ['assembly.coating=none']],
    ['with an anode of powder', 'counterElectrode', ['assembly.anodeForm=powder']],
    ['with an anode that brings no lithium', 'counterElectrode', ['anode.nToP=0', 'anode.thickness=null']],
  ] as const)('counts a loss that no law knows of cells %s, more of it at fast rates', (_, kind, set) => {
    const [one, other] = [at(0.25, 'nmc811-li6ps5cl', set), at(1, 'nmc811-li6ps5cl', set)];
    expect(one.outside).toHaveLength(1);
    expect([one.sdLnCapacity, other.sdLnCapacity]).toEqual([inside.slow, inside.fast]);
    const { slow, fast } = unmodelledLoss[kind];
    expect([one.lossLnCapacity, other.lossLnCapacity]).toEqual([slow, fast]);
  });

  it('lets uncoated particles lose nothing in a halide up to C/4, where those in a sulfide do', () => {
    const bare = (cRate: number, electrolyte: string) =>
      at(cRate, 'nmc811-li6ps5cl', ['assembly.coating=none', `cathode.electrolyte=${electrolyte}`]);
    for (const halide of ['Li3InCl6', 'Li3YCl6', 'Li2ZrCl6']) {
      expect(bare(0.25, halide)).toMatchObject({ outside: [], lossLnCapacity: 0 });
      expect(bare(1, halide).lossLnCapacity).toBe(unmodelledLoss.bareInHalide.fast);
      expect(bare(0.5, halide).lossLnCapacity).toBeCloseTo(unmodelledLoss.bareInHalide.fast / 2, 12);
    }
    for (const sulfide of ['LGPS', 'Li3PS4-glass']) {
      expect(bare(0.1, sulfide).outside[0]).toMatch(/^uncoated particles \(/);
    }
  });

  it('adds losses of two kinds in quadrature, and one of a kind named twice once', () => {
    const loss = (...set: string[]): number => at(1, 'nmc811-li6ps5cl', set).lossLnCapacity;
    const { slurry, lowPressure, counterElectrode } = unmodelledLoss;
    expect(loss('assembly.processing=slurry', 'assembly.stackPressure=2 MPa'))
      .toBeCloseTo(Math.hypot(slurry.fast, lowPressure.fast), 12);
    expect(loss('assembly.anodeForm=powder', 'anode.nToP=0', 'anode.thickness=null')).toBe(counterElectrode.fast);
  });

  it('reaches to nothing where one source alone tells of a loss, and not where the cell is like those compared', () => {
    expect(at(0.1, 'nmc811-li6ps5cl', ['assembly.fabricationPressure=50 MPa']).lossLnCapacity).toBe(Infinity);
    const set = ['assembly.fabricationPressure=370 MPa', 'assembly.stackPressure=50 MPa', 'assembly.processing=dry',
      'assembly.anodeForm=foil'];
    expect(at(0.1, 'nmc811-li6ps5cl', set)).toMatchObject({ lossLnCapacity: 0, outside: [] });
  });

  it('counts charge transfer of particles that are not known to be coated as dearer', () => {
    expect(at(0.1, 'nmc811-li6ps5cl').lossLnResistance).toBe(sdLnOthers.bare);
    expect(at(0.1, 'nmc811-li6ps5cl', ['assembly.coating=LiNbO3']).lossLnResistance).toBe(0);
  });

  it('is what the rule asks for of other kinds where few were compared', () => {
    for (const file of ['lfp-peo', 'tis2-network', 'reference/lg-m50-chen2020']) {
      expect(at(0.1, file)).toMatchObject({ band: undefined, sdLnCapacity: uncalibrated.sdLnCapacity,
        outside: [expect.stringContaining('few cells of this kind')] });
    }
    for (const electrolyte of ['LLZO', 'single-ion-polymer']) {
      const { band, outside } = at(0.1, 'nmc811-li6ps5cl', [`cathode.electrolyte=${electrolyte}`]);
      expect(band).toBeUndefined();
      expect(outside).toContainEqual(expect.stringContaining('few cells of this kind'));
    }
  });
});
