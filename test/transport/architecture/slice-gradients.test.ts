import { describe, expect, it } from 'vitest';
import { parseCase } from '../../../src/config/parse-case.js';
import { formatIssue } from '../../../src/config/wording.js';
import { prepareCase, runCase } from '../../../src/pipeline/run-case.js';

const text = (cathode: string, extent: string): string =>
  `title: graded
source: test
membrane: {electrolyte: Li6PS5Cl, thickness: 30 um}
cathode:
  activeMaterial: {name: NMC811, particleRadius: 2 um}
  electrolyte: Li6PS5Cl
  carbon: VGCF
  massFractions: {activeMaterial: 78 %, electrolyte: 20 %, carbon: 2 %}
  porosity: 12 %
  ${extent}
  ${cathode.includes('ionicTransport') ? '' : 'ionicTransport: {bruggemanExponent: 3}'}
  ${cathode}
protocol: {rates: [1C], lowerCutoffVoltage: 3 V, upperCutoffVoltage: 4.3 V}
mesh: {name: coarse, cathodeCells: 96, grading: 1}
`;

function prepared(cathode: string, extent = 'thickness: 150 um') {
  const loaded = parseCase(text(cathode, extent), { file: 'configs/x.yaml' });
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return { loaded, ...ready.prepared };
}

async function capacity(cathode: string): Promise<number> {
  const { loaded } = prepared(cathode);
  const run = await runCase(loaded.case, loaded.ledger);
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return run.document.rates[0].arealCapacity_mAh_cm2;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('a layer with a gradient', () => {
  it('has the profile at the middle of each slice, and the rest of the layer everywhere', () => {
    const { compositions, case: given } = prepared(
      'gradient: {slices: 4, activeMaterial: [70 %, 86 %], porosity: [20 %, 10 %, 8 %]}',
    );
    expect(compositions.map(({ massFractions }) => massFractions.activeMaterial)).toEqual(
      [0.72, 0.76, 0.8, 0.84].map((x) => expect.closeTo(x, 12)),
    );
    expect(compositions.map(({ porosity }) => porosity)).toEqual(
      [0.175, 0.125, 0.095, 0.085].map((x) => expect.closeTo(x, 12)),
    );
    for (const { massFractions, thickness } of compositions) {
      expect(massFractions.carbon).toBeCloseTo(0.02, 12);
      expect(sum(Object.values(massFractions))).toBeCloseTo(1, 12);
      expect(thickness).toBeCloseTo(150e-6 / 4, 15);
    }
    expect(new Set(given.cathode.layers.map(({ name }) => name)).size).toBe(1);
  });

  it('keeps the ladder of its channels over its whole thickness, in whatever number of slices', () => {
    const channels = (gradient: string) =>
      prepared(
        `${gradient}\n  ionicTransport: {alignedChannels: {fraction: 12 %, spacing: 100 um, wallTortuosityFactor: 5}}`,
      );
    const whole = channels('');
    for (const slices of [2, 7]) {
      const cut = channels(`gradient: {slices: ${slices}, porosity: [12 %, 12 %]}`);
      for (const { effectiveIonicConductivity, inPlaneResistance, shareOfChannels } of cut.effective) {
        expect(effectiveIonicConductivity / whole.effective[0].effectiveIonicConductivity).toBeCloseTo(1, 12);
        expect(inPlaneResistance / whole.effective[0].inPlaneResistance).toBeCloseTo(1, 12);
        expect(shareOfChannels / whole.effective[0].shareOfChannels).toBeCloseTo(1, 12);
      }
      // channels 100 um apart in 150 um are warned, once
      expect(cut.warnings.filter((said) => said.includes('apart in'))).toEqual(
        whole.warnings.filter((said) => said.includes('apart in')),
      );
    }
  });

  it.each([
    ['massLoading: 40 mg/cm^2', 'massLoading', 0.4],
    ['arealCapacity: 6 mAh/cm^2', 'arealCapacity', 6 * 36e3],
    ['thickness: 150 um', 'thickness', 150e-6],
  ] as const)('keeps what it was given by: %s, to round-off', (extent, amount, value) => {
    const { compositions } = prepared('gradient: {activeMaterial: [70 %, 86 %], porosity: [20 %, 8 %]}', extent);
    expect(sum(compositions.map((one) => one[amount])) / value).toBeCloseTo(1, 12);
  });

  it('fills the pores of a host by its occupancy and leaves the host as it is', () => {
    const host = prepared('gradient: {slices: 3, occupancy: [90 %, 30 %]}');
    const { volumeFractions: whole } = prepared('').compositions[0];
    host.compositions.forEach(({ volumeFractions, porosity }, k) => {
      const pores = 1 - whole.electrolyte - whole.carbon;
      expect(volumeFractions.electrolyte).toBeCloseTo(whole.electrolyte, 12);
      expect(volumeFractions.carbon).toBeCloseTo(whole.carbon, 12);
      expect(volumeFractions.activeMaterial / pores).toBeCloseTo(0.8 - 0.2 * k, 12);
      expect(sum(Object.values(volumeFractions)) + porosity).toBeCloseTo(1, 12);
    });
  });

  it('fills the pores of a pre-cast electrode by its infiltration and leaves the electrode as it is', () => {
    const cast = prepared('gradient: {slices: 2, infiltration: [100 %, 20 %]}');
    const { volumeFractions: whole, porosity: open } = prepared('').compositions[0];
    cast.compositions.forEach(({ volumeFractions, porosity }, k) => {
      expect(volumeFractions.activeMaterial).toBeCloseTo(whole.activeMaterial, 12);
      expect(volumeFractions.electrolyte / (whole.electrolyte + open)).toBeCloseTo(0.8 - 0.4 * k, 12);
      expect(sum(Object.values(volumeFractions)) + porosity).toBeCloseTo(1, 12);
    });
  });

  it('holds what a review counts: a host of 74 % pores, 125 um, filled to 90 and 10 %, 40 and 4.4 mg/cm2 of NMC', () => {
    const mass = (occupancy: string): number => {
      const loaded = parseCase(`title: host
source: "10.1016/j.etran.2021.100152 (DOI unverified), Sec. 2.2.1"
membrane: {electrolyte: LLZO, thickness: 20 um}
cathode:
  activeMaterial: {name: NMC811, density: 4.77 g/cm^3}
  electrolyte: LLZO
  volumeFractions: {activeMaterial: 50 %, electrolyte: 26 %}
  thickness: 125 um
  gradient: {occupancy: [${occupancy}, ${occupancy}]}
mesh: coarse
`, { file: 'host.yaml' });
      if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
      const ready = prepareCase(loaded.case);
      if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
      return 100 * sum(ready.prepared.compositions.map(({ activeMassLoading }) => activeMassLoading));
    };
    expect(mass('90 %')).toBeGreaterThan(35);
    expect(mass('90 %')).toBeLessThan(40);
    expect(mass('10 %')).toBeGreaterThan(4);
    expect(mass('10 %')).toBeLessThan(5);
  });

  it('refuses an occupancy beside a porosity with its place', () => {
    const loaded = parseCase(text('gradient: {occupancy: [90 %, 30 %], porosity: [20 %, 10 %]}', 'thickness: 150 um'), {
      file: 'configs/x.yaml',
    });
    expect(loaded.ok ? [] : loaded.issues.map(formatIssue)).toEqual([
      'configs/x.yaml:12:13 cathode.gradient: expected only one of occupancy, porosity, found occupancy and porosity; remove all but one',
    ]);
  });

  it('takes radii and tortuosity factors', () => {
    const { materials, effective } = prepared(
      'gradient: {slices: 2, particleRadius: [4 um, 2 um], tortuosityFactor: [2, 6]}',
    );
    expect(materials.layers.map(({ activeMaterial }) => activeMaterial.particleRadius)).toEqual(
      [3.5e-6, 2.5e-6].map((x) => expect.closeTo(x, 12)),
    );
    expect(effective.map(({ ionicTortuosityFactor }) => ionicTortuosityFactor)).toEqual([expect.closeTo(3, 12),
      expect.closeTo(5, 12)]);
  });

  it('is the plain layer where the profile is flat: 1e-6', async () => {
    const [plain, flat] = await Promise.all([capacity(''),
      capacity('gradient: {slices: 6, activeMaterial: [78 %, 78 %]}')]);
    expect(Math.abs(flat / plain - 1)).toBeLessThan(1e-4);
  });

  it('converges in the number of slices: order 2', async () => {
    const [c3, c6, c12, c24] = await Promise.all(
      [3, 6, 12, 24].map((slices) => capacity(`gradient: {slices: ${slices}, activeMaterial: [72 %, 84 %]}`)),
    );
    const order = Math.log2((c6 - c3) / (c12 - c6));
    expect(order).toBeGreaterThan(1.6);
    expect(Math.abs(c24 - c12)).toBeLessThan(0.5 * Math.abs(c12 - c6));
  });

  it('is one layer to the reader: one item of mass, no border inside, one line', async () => {
    const { loaded } = prepared('gradient: {activeMaterial: [72 %, 84 %]}');
    const run = await runCase(loaded.case, loaded.ledger);
    if (!run.ok) throw new Error(JSON.stringify(run.problems));
    expect(run.document.energy.items.filter(({ name }) => name.startsWith('cathode composite'))).toHaveLength(1);
    expect(run.document.rates[0].profiles.boundaries_um).toHaveLength(3);
    expect(run.document.balances.polarisation_mV).toBeLessThan(1e-8);
  });

  it.each([
    ['more active material than carbon leaves room for', 'gradient: {activeMaterial: [70 %, 99 %]}',
      'cathode.gradient.activeMaterial', 'at most 98 %, what carbon and binder leave', '99 %'],
  ])('is refused with %s', (_, cathode, key, expected, received) => {
    const loaded = parseCase(text(cathode, 'thickness: 150 um'), { file: 'configs/x.yaml' });
    if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
    const ready = prepareCase(loaded.case);
    expect(ready.ok ? [] : ready.problems.map((problem) => ({ ...problem, key: loaded.locate(problem.key).key })))
      .toEqual([expect.objectContaining({ key, expected, received })]);
  });
});

describe('a profile measured over depth', () => {
  const csv = 'depth [um],porosity [%],tau\n120,8,6\n0,20,2\n30,16,4\n';
  const read = (cathode: string, extent = 'thickness: 120 um', file = csv) =>
    parseCase(text(cathode, extent), { file: 'configs/x.yaml',
      textOf: (name) => (name === 'depth.csv' ? file : undefined) });
  const ready = (cathode: string, extent?: string, file?: string) => {
    const loaded = read(cathode, extent, file);
    if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
    const answer = prepareCase(loaded.case);
    return { loaded, answer };
  };
  const preparedBy = (cathode: string, extent?: string) => {
    const { loaded, answer } = ready(cathode, extent);
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    return { loaded, ...answer.prepared };
  };
  const gradient = 'gradient: {slices: 4, porosity: {file: depth.csv, x: depth, column: porosity}, '
    + 'tortuosityFactor: {file: depth.csv, x: depth, column: tau}}';

  it('is its mean over each slice: rows in any order, kinks inside a slice or between two', () => {
    const { compositions, effective, loaded } = preparedBy(gradient);
    // 0 to 30 um: 20 to 16 %; 30 to 120 um: 16 to 8 %
    expect(compositions.map(({ porosity }) => porosity)).toEqual(
      [0.18, 0.16 - 0.04 / 3, 0.12, 0.08 + 0.04 / 3].map((x) => expect.closeTo(x, 12)),
    );
    expect(effective.map(({ ionicTortuosityFactor }) => ionicTortuosityFactor)).toEqual(
      [3, 4 + 1 / 3, 5, 5 + 2 / 3].map((x) => expect.closeTo(x, 12)),
    );
    const entry = loaded.ledger.find(({ path }) => path.endsWith('gradient.porosity'));
    expect(entry?.value).toBe('3 rows of depth.csv over depth from 20 % to 8 %');
  });

  it('is the same as layers of the same values, a list of them, and rows over shares of the thickness', async () => {
    const means = [16, 12, 8];
    const list = await capacity('gradient: {slices: 2, porosity: [16 %, 12 %, 8 %]}');
    const rows = await capacity(
      'gradient: {slices: 2, porosity: {x: depth, rows: [[0 %, 16 %], [50 %, 12 %], [100 %, 8 %]]}}',
    );
    const slices = [(means[0] + means[1]) / 2, (means[1] + means[2]) / 2];
    const written = slices.map((x) => `{porosity: ${x} %, thickness: 75 um}`).join(', ');
    const layers = await capacity(`layers: [${written}]`);
    expect(rows / list).toBeCloseTo(1, 9);
    expect(rows / layers).toBeCloseTo(1, 6);
  });

  it('sets what ions and electrons conduct as measured, at its temperature', () => {
    const { case: given, effective } = preparedBy(
      'gradient: {slices: 2, effectiveIonicConductivity: [0.3 mS/cm, 0.1 mS/cm], effectiveElectronicConductivity: [1 mS/cm, 5 mS/cm]}',
    );
    expect(given.cathode.layers.map(({ ionicTransport: { kind } }) => kind)).toEqual(
      Array(2).fill('effectiveConductivity'),
    );
    expect(effective.map(({ effectiveIonicConductivity }) => effectiveIonicConductivity)).toEqual([
      expect.closeTo(0.025, 9),
      expect.closeTo(0.015, 9),
    ]);
    expect(effective.map(({ electronic: { bulk } }) => bulk.constant)).toEqual([expect.closeTo(0.2, 9),
      expect.closeTo(0.4, 9)]);
  });

  it.each([
    ['thickness: 150 um', 'depths from 0 to the 150 um of the layer, but for half a slice', '0 um to 120 um'],
    ['massLoading: 40 mg/cm^2', 'a layer given by its thickness, as the depth is a length', 'a mass or a capacity'],
  ])('refuses a profile of another layer: %s', (extent, expected, received) => {
    const { answer } = ready(gradient, extent);
    expect(answer.ok ? [] : answer.problems.map(({ key }) => key)).toEqual(['cathode.layers.0.gradient.porosity',
      'cathode.layers.0.gradient.tortuosityFactor']);
    expect(answer.ok ? undefined : answer.problems[0]).toMatchObject({ expected, received });
  });

  it.each([
    ['porosity: {x: depth, file: depth.csv}', 'depth [um],porosity [%]\n0,20\n120,200\n', 'depth.csv:3:5'],
    ['porosity: {x: depth, file: depth.csv}', 'depth [um],porosity [um]\n0,20\n120,8\n', 'depth.csv:1:12'],
    ['porosity: {x: depth, file: depth.csv}', 'depth [um],porosity [%]\n0,20\n0,8\n', 'depth.csv:3:1'],
    ['porosity: {x: capacity, file: depth.csv}', 'depth [um],porosity [%]\n0,20\n120,8\n', 'x.yaml'],
    ['porosity: {x: depth, file: none.csv}', csv, 'x.yaml'],
    ['porosity: {x: depth, rows: [[0 um, 20 %]]}', csv, 'x.yaml'],
    ['tortuosityFactor: [2, 3], effectiveIonicConductivity: [1 mS/cm, 2 mS/cm]', csv, 'x.yaml'],
  ])('blames the row or the key: %s', (profile, file, place) => {
    const loaded = read(`gradient: {${profile}}`, undefined, file);
    const issues = loaded.ok ? [] : loaded.issues.map(formatIssue);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain(place);
  });
});

it('tells once what none of its slices can be', () => {
  const loaded = parseCase(text('gradient: {slices: 4, porosity: [20 %, 10 %]}', 'thickness: 150 um').replace(
    'ionicTransport: {bruggemanExponent: 3}',
    'ionicTransport: {alignedChannels: {wallTortuosityFactor: 5, fraction: 60 %, spacing: 60 um}}',
  ), { file: 'configs/x.yaml' });
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  const ready = prepareCase(loaded.case);
  expect(ready.ok ? [] : ready.problems.map(({ key }) => key))
    .toEqual(['cathode.layers.0.ionicTransport.alignedChannels.fraction']);
});
