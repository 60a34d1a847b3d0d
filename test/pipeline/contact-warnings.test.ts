import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { prepareCase, runCase } from '../../src/pipeline/run-case.js';
import { shippedPath } from '../support/shipped-path.js';

/** What stands at the contacts of a cell: warnings with their numbers, and the resistances that the library counts there. */

function prepared(name: string, ...set: string[]) {
  const loaded = loadCase(shippedPath(name), {
    set: ['mesh=coarse', ...set],
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return { ...ready.prepared, loaded };
}

const warningOf = (part: string, name: string, ...set: string[]): string | undefined =>
  prepared(name, ...set).warnings.find((text) => text.includes(part));

const planeOf = (name: string, ...set: string[]) => {
  const { model: { anode }, materials } = prepared(name, ...set);
  if (anode.kind !== 'planar') throw new Error('a plane is meant');
  return { resistance: anode.resistance * 1e4, paths: materials.ledger.map(({ path }) => path) };
};

describe('cut-offs of another cell', () => {
  const against = (...set: string[]) => warningOf('against lithium', 'nmc811-li6ps5cl', ...set);

  it('are told beside indium, with those that are meant, and not where they are written for it', () => {
    expect(against('anode.material=lithium-indium')).toBe(
      'the charge goes up to 4.92 V against lithium, NMC811 counts as charged at 4.3 V: cut-offs are those of the cell, '
        + 'whose anode lies at 0.62 V; write upperCutoffVoltage: 3.68 V',
    );
    expect(against('anode.material=lithium-indium', 'protocol.upperCutoffVoltage=3.68 V')).toBeUndefined();
    expect(against('anode.material=lithium-indium', 'protocol.upperCutoffVoltage=null')).toBeUndefined();
    expect(against()).toBeUndefined();
    expect(against('protocol.upperCutoffVoltage=4.5 V')).toBeUndefined();
  });

  it('are told where they lie short of the charged cathode, or above it', () => {
    expect(against('cathode.activeMaterial=LNMO')).toContain(
      'the charge ends at 4.3 V against lithium, LNMO is charged at',
    );
    expect(against('protocol.lowerCutoffVoltage=4.4 V', 'protocol.upperCutoffVoltage=4.5 V')).toContain(
      'the discharge ends at 4.4 V against lithium, above the 4.3 V of charged NMC811',
    );
    expect(warningOf('against lithium', 'protocols/drive-cycle')).toBeUndefined();
  });
});

describe('what a base names and new shares leave out', () => {
  const shares = 'cathode.massFractions={activeMaterial: 80 %, electrolyte: rest}';
  const absent = (...set: string[]) => warningOf('is named and has no share', 'nmc811-li6ps5cl', ...set);

  it('is told with the key to write, and not where it has a share or is taken away', () => {
    expect(absent(shares)).toBe(
      'cathode: the carbon VGCF is named and has no share, so the cell is computed without it: '
        + 'write its share, e.g. massFractions: {carbon: 2 %} beside the others, or carbon: null if there is none',
    );
    expect(absent(shares, 'cathode.carbon=null')).toContain('cathode: the binder PTFE is named');
    expect(absent()).toBeUndefined();
    expect(absent(shares, 'cathode.carbon=null', 'cathode.binder=null')).toBeUndefined();
  });

  it('does not oxidise the electrolyte faster', () => {
    const oxidised = (...set: string[]) => warningOf('is oxidised above', 'nmc811-li6ps5cl', ...set);
    expect(oxidised()).toContain('faster with carbon');
    expect(oxidised(shares)).not.toContain('faster with carbon');
  });
});

describe('lithium at its electrolyte', () => {
  const critical = (...set: string[]) => warningOf('critical current density', 'nmc811-li6ps5cl', ...set);

  it('is warned of above the critical current density, with the largest current and the number of loads', () => {
    const text = critical('protocol.rates=[0.5 mA/cm^2, 1.5 mA/cm^2, 44 mA/cm^2]');
    expect(text).toMatch(
      /^44 mA\/cm\^2 on lithium is above the critical current density of Li6PS5Cl, 1 mA\/cm\^2 \(0\.2 to 2; Kasemchainan/,
    );
    expect(text).toContain('2 of 3 loads exceed it');
    expect(critical('protocol.rates=[0.5 mA/cm^2, 1.5 mA/cm^2]')).toContain('1 of 2 loads exceeds it');
    expect(critical('protocol.rates=[0.5 mA/cm^2, 0.9 mA/cm^2]')).toBeUndefined();
  });

  it('takes the critical current density of the case, and is silent on an alloy', () => {
    const own = '{name: Li6PS5Cl, criticalCurrentDensity: 3 mA/cm^2}';
    expect(critical('protocol.rates=[2 mA/cm^2]', `membrane.electrolyte=${own}`)).toBeUndefined();
    expect(critical('protocol.rates=[4 mA/cm^2]', `membrane.electrolyte=${own}`)).toContain(
      'of Li6PS5Cl, 3 mA/cm^2; 1 of 1',
    );
    expect(critical('protocol.rates=[44 mA/cm^2]', 'anode.material=lithium-indium')).toBeUndefined();
  });

  it('costs what is reported of the pair, unless the case says what it costs', () => {
    expect(planeOf('nmc811-li6ps5cl').resistance).toBe(0);
    const assumed = planeOf('nmc811-li3incl6');
    expect(assumed.resistance).toBeCloseTo(20, 12);
    expect(assumed.paths).toContain('Li3InCl6.lithiumResistance');
    expect(warningOf('touches lithium', 'nmc811-li3incl6')).toContain(
      '20 ohm cm^2 are counted for it (10 to 50, assumed)',
    );
    const given = planeOf('nmc811-li3incl6', 'anode.areaSpecificResistance=7 ohm*cm^2');
    expect(given.resistance).toBeCloseTo(7, 12);
    expect(given.paths).not.toContain('Li3InCl6.lithiumResistance');
    expect(warningOf('touches lithium', 'nmc811-li3incl6', 'anode.areaSpecificResistance=7 ohm*cm^2')).toContain(
      '7 ohm cm^2 are counted for it',
    );
  });

  it('is another thing on an alloy: its own resistance counts, not that of the pair with lithium', () => {
    const indium = planeOf('nmc811-li3incl6', 'anode.material=lithium-indium');
    expect(indium.resistance).toBeCloseTo(23, 12);
    expect(indium.paths).toContain('lithium-indium.areaSpecificResistance');
    expect(warningOf('touches lithium', 'nmc811-li3incl6', 'anode.material=lithium-indium')).toBeUndefined();
  });

  it('is not the only one that reduces: so does graphite, not LTO', () => {
    const beside = (material: string) =>
      warningOf('touches', 'nmc811-li3incl6', 'anode.thickness=null', 'anode.material=null',
        `anode.activeMaterial=${material}`, 'anode.electrolyte=Li3InCl6',
        'anode.massFractions={activeMaterial: 60 %, electrolyte: 40 %}', 'anode.porosity=10 %', 'anode.nToP=1.1',
        'anode.ionicTransport={bruggemanExponent: 1.5}', 'anode.electronicTransport={bruggemanExponent: 1.5}');
    expect(beside('graphite')).toMatch(
      /^Li3InCl6 touches graphite and is reduced below 2\.38 V.*nothing is counted for it$/,
    );
    expect(beside('LTO')).toBeUndefined();
  });

  it('loses less at 60 than at 25 degC', async () => {
    const anodeLoss = async (temperature: string): Promise<number> => {
      const { case: given, ledger } =
        prepared('nmc811-li3incl6', `temperature=${temperature}`, 'protocol.rates=[C/2]').loaded;
      const result = await runCase(given, ledger);
      return result.ok ? result.document.rates[0].polarisation_mV.anode ?? NaN : NaN;
    };
    expect(await anodeLoss('60 degC')).toBeLessThan(await anodeLoss('25 degC'));
  });
});

describe('a cathode beside its electrolyte', () => {
  const oxidised = (name: string, ...set: string[]) => warningOf('oxidised', name, ...set);

  it('is warned of above the potential that oxidises the electrolyte, at the potential that the protocol reaches', () => {
    // the end of the charge before the rates, or the charged material where it starts ideal
    expect(oxidised('nmc811-li6ps5cl')).toMatch(
      /^Li6PS5Cl in contact with NMC811 reaches 4\.3 V and is oxidised above 2\.6 V \(2\.1 to 3; .*faster with carbon/,
    );
    expect(oxidised('nmc811-li6ps5cl', 'protocol.upperCutoffVoltage=4.5 V')).toContain('reaches 4.5 V');
    expect(oxidised('nmc811-li6ps5cl', 'protocol.upperCutoffVoltage=4.5 V', 'protocol.charge=ideal')).toContain(
      'reaches 4.3 V',
    );
    expect(oxidised('nmc811-li6ps5cl', 'protocol.steps=[{charge: each, until: {voltage: 4.5 V}}]')).toContain(
      'reaches 4.5 V',
    );
    // against indium the same cell voltage is 0.62 V more against lithium
    expect(
      oxidised('nmc811-li6ps5cl', 'protocol.steps=[{charge: each, until: {voltage: 4.0 V}}]',
        'anode.material=lithium-indium'),
    )
      .toContain('reaches 4.62 V');
  });

  it('is silent for a halide that stands it, for a coated oxide, and for sulfur', () => {
    expect(oxidised('nmc811-li3incl6')).toBeUndefined();
    expect(oxidised('nmc811-li6ps5cl', 'cathode.coating={material: LiNbO3, thickness: 10 nm}')).toBeUndefined();
    expect(oxidised('li2s-li6ps5cl', 'protocol.upperCutoffVoltage=2.6 V')).toBeUndefined();
    // charged to 2.8 V it is beyond; what is known beside oxides is not said of it
    expect(oxidised('li2s-li6ps5cl')).toMatch(
      /^Li6PS5Cl in contact with Li2S reaches 2\.8 V and is oxidised above 2\.6 V [^;]*; [^;]*, faster with carbon$/,
    );
    expect(oxidised('nmc811-li3incl6', 'protocol.steps=[{charge: each, until: {voltage: 4.6 V}}]')).toContain(
      'Li3InCl6 in contact with NMC811 reaches 4.6 V',
    );
  });
});

describe('a coating', () => {
  const filmOf = (...set: string[]): number =>
    prepared('nmc811-li6ps5cl', ...set).model.particles[0].filmResistance * 1e4;

  it('is a film of thickness over conductivity, beside the film that is given', () => {
    expect(filmOf()).toBe(0);
    // 10 nm of 1e-6 S/cm
    expect(filmOf('cathode.coating={conductivity: 1e-3 mS/cm, thickness: 10 nm}')).toBeCloseTo(1, 12);
    expect(filmOf('cathode.coating={material: LiNbO3, thickness: 10 nm}')).toBeCloseTo(1, 12);
    expect(filmOf('cathode.coating={conductivity: 1e-3 mS/cm, thickness: 10 nm}', 'cathode.filmResistance=4 ohm*cm^2'))
      .toBeCloseTo(5, 12);
  });

  it('conducts better when it is warm', () => {
    const warm = filmOf('cathode.coating={material: LiNbO3, thickness: 10 nm}', 'temperature=60 degC');
    expect(warm).toBeGreaterThan(0.1);
    expect(warm).toBeLessThan(0.3);
  });

  it.each([
    ['{thickness: 10 nm}', 'cathode.coating.material', 'the material of the coating, or its conductivity'],
    ['{material: LiNbO3, conductivity: 1 mS/cm, thickness: 10 nm}', 'cathode.coating.conductivity',
      'one of material, conductivity'],
  ])('%s is refused', (coating, key, expected) => {
    const loaded = loadCase(new URL('../../configs/cells/nmc811-li6ps5cl.yaml', import.meta.url).pathname, {
      set: [`cathode.coating=${coating}`],
    });
    expect(loaded.ok ? [] : loaded.issues.map((issue) => issue.key)).toEqual([key]);
    expect(loaded.ok ? '' : loaded.issues[0].expected).toContain(expected);
  });

  it('of a material that the library lacks says where', () => {
    const loaded = loadCase(new URL('../../configs/cells/nmc811-li6ps5cl.yaml', import.meta.url).pathname, {
      set: ['cathode.coating={material: LiNb, thickness: 10 nm}'],
    });
    expect(loaded.ok ? [] : loaded.issues.map(({ key, remedy }) => [key, remedy])).toEqual([
      ['cathode.coating.material', expect.stringContaining('did you mean LiNbO3?') as string],
    ]);
  });
});
