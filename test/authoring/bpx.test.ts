import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importBpx } from '../../src/authoring/bpx/import-bpx.js';
import { parseCase } from '../../src/config/parse-case.js';
import { loadCase } from '../../src/config/read-case.js';
import { formatIssue } from '../../src/config/wording.js';
import { runCase } from '../../src/pipeline/run-case.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const file = 'lg-m50-chen2020.bpx.json';
const text = readFileSync(`${root}configs/reference/${file}`, 'utf8');

interface Json {
  [key: string]: Json;
}

/** The example with something of it changed. */
function changed(change: (sections: Record<string, Json>, whole: Json) => void): string {
  const whole = JSON.parse(text) as Json;
  change(whole.Parameterisation, whole);
  return JSON.stringify(whole, undefined, 1);
}

const problemsOf = (bpx: string): string[] => {
  const read = importBpx(bpx, file);
  return read.ok ? [] : read.issues.map(formatIssue);
};

const imported = (bpx: string) => {
  const read = importBpx(bpx, file);
  if (!read.ok) throw new Error(read.issues.map(formatIssue).join('\n'));
  return read.imported;
};

const caseOf = (bpx: string, set: readonly string[] = []) => {
  const loaded = parseCase(imported(bpx).text, { file: 'imported.yaml', set });
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  return loaded;
};

const resultOf = async (loaded: ReturnType<typeof loadCase>) => {
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  const run = await runCase(loaded.case, loaded.ledger);
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return run.document;
};

describe('Chen2020 as BPX', () => {
  it('gives the curves of the case that was written by hand', async () => {
    // at 2C the salt piles up to where the library's conductivity is held, which a curve of the file's own is not
    const set = ['protocol.rates=[C/10, 1C]'];
    const [ours, theirs] = await Promise.all([resultOf(caseOf(text, set)),
      resultOf(loadCase(`${root}configs/reference/lg-m50-chen2020.yaml`, { set }))]);
    for (const [i, rate] of ours.rates.entries()) {
      expect(rate.arealCapacity_mAh_cm2).toBeCloseTo(theirs.rates[i].arealCapacity_mAh_cm2, 9);
      expect(rate.meanVoltage_V).toBeCloseTo(theirs.rates[i].meanVoltage_V ?? NaN, 9);
      expect(rate.outcome).toEqual(theirs.rates[i].outcome);
      rate.series.voltage_V.forEach((volts, k) => expect(volts).toBeCloseTo(theirs.rates[i].series.voltage_V[k], 8));
    }
  });

  it('traces every key that it carries, and names every other one', () => {
    const { carried, notCarried } = imported(text);
    const all = Object.entries(JSON.parse(text) as Json).flatMap(([top, sections]) =>
      top === 'Header'
        ? []
        : Object.entries(sections).flatMap(([section, keys]) =>
          Object.keys(keys).map((key) => `${top === 'Parameterisation' ? '' : `${top}: `}${section}: ${key}`)
        )
    );
    expect([...carried, ...notCarried.map(({ key }) => key)].sort()).toEqual(all.sort());
    const { ledger } = caseOf(text);
    expect(ledger.find(({ path }) => path === 'cathode.thickness')).toMatchObject({ status: 'literature',
      source: 'BPX Positive electrode: Thickness [m]' });
  });

  it('reads the same from a file of version 0.4, where the state stands in the parameterisation', () => {
    const old = changed((sections, whole) => {
      whole.Header.BPX = 0.4 as never;
      delete whole.State;
      sections.Cell['Initial temperature [K]'] = 298.15 as never;
      sections.Electrolyte['Initial concentration [mol.m-3]'] = 1000 as never;
    });
    expect(caseOf(old).case).toEqual(caseOf(text).case);
  });
});

describe('functions of BPX', () => {
  const withPotential = (of: unknown) =>
    caseOf(changed(({ 'Positive electrode': positive }) => {
      positive['OCP [V]'] = of as never;
    }));
  const potentialOf = (of: unknown) =>
    withPotential(of).case.cathode.layers[0].activeMaterial.own?.properties
      .openCircuitPotential;

  it('are followed as far as they fall', () => {
    expect(potentialOf('4.5 - x - 20 * exp(-60 * x)')).toMatchObject({ formula: '4.5 - s - 20 * exp(-60 * s)',
      between: [expect.closeTo(Math.log(1200) / 60, 2) as number, 1] });
  });

  it('become rows where they rise within the window, and are averaged', () => {
    const { ledger } = withPotential('4.5 - x + 0.002 * tanh(1000 * (x - 0.5))');
    expect(ledger.find(({ path }) => path.endsWith('positive.openCircuitPotential'))?.note).toMatch(
      /^401 rows over stoichiometry; smoothed to fall/,
    );
  });

  it('may be tables, in either order', () => {
    const [x, y] = [[0, 0.3, 0.6, 1], [4.4, 4.1, 3.9, 3.2]];
    const rising = potentialOf({ x, y });
    expect(rising).toMatchObject({ points: x.map((at, i) => [at, y[i]]) });
    expect(potentialOf({ x: [...x].reverse(), y: [...y].reverse() })).toEqual(rising);
  });

  it('of the concentration keep their values', () => {
    const { own } = caseOf(text).case.membrane.electrolyte;
    expect(own?.properties.ionicConductivity).toMatchObject({ concentrationUnit: 1, unit: 'S/m', factor: 1 });
  });
});

describe('what is no case is told', () => {
  it.each<[string, string, RegExp]>([
    ['text', 'title: a case',
      /^lg-m50-chen2020.bpx.json:1:\d+: expected a BPX file, which is JSON, found Unexpected token/],
    ['JSON that is cut off', text.slice(0, 2000), /expected a BPX file, which is JSON/],
    ['other JSON', '[1, 2]', /expected a BPX file: "Header" with "BPX", the version of the format, found a list of 2/],
    ['a version to come', text.replace('"1.1.0"', '"2.0.0"'),
      /expected BPX 0.4, 0.5 or 1.x, found "2.0.0"; give the file in one of these versions$/],
    ['a number that no computer has', text.replace(/("Minimum stoichiometry": )[\d.]+/, '$11e999'),
      /Minimum stoichiometry: expected a number, found .inf; write it in the unit/],
    ['an old version', text.replace('"1.1.0"', '"0.1.0"'),
      /json:3:\d+ Header: BPX: expected BPX 0.4, 0.5 or 1.x, found "0.1.0"; write "BPX": "0.4.0"; the rate constants stay/],
  ])('%s', (_, bpx, message) => {
    const problems = problemsOf(bpx);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });

  it('every problem at once, at its place', () => {
    const problems = problemsOf(
      changed(({ 'Positive electrode': positive, 'Negative electrode': negative, Separator: separator }) => {
        positive['OCP [V]'] = '4 - open(x)' as never;
        positive['Particle radius [m]'] = '5 um' as never;
        negative['Surface area per unit volume [m-1]'] = 6e5 as never;
        delete separator.Porosity;
      }),
    );
    expect(problems).toEqual([
      expect.stringMatching(
        /Negative electrode: Surface area.*expected spheres and electrolyte that fill at most the electrode, found a R \/ 3 = 1.172 and a porosity of 0.25/,
      ) as string,
      expect.stringMatching(
        /Positive electrode: Particle radius \[m\]: expected a number above 0, found "5 um"/,
      ) as string,
      expect.stringMatching(
        /Positive electrode: OCP \[V\]: expected an expression of x: a number, x, or one of exp.*found "open"/,
      ) as string,
      expect.stringMatching(/Separator: Porosity: expected "Porosity", found nothing/) as string,
    ]);
  });

  it('a missing section, a blend, an expression that is no potential', () => {
    expect(problemsOf(changed((sections) => void delete sections.Electrolyte))).toEqual([
      expect.stringContaining(
        'expected the section "Electrolyte" of "Parameterisation", found nothing; single-particle',
      ) as string,
    ]);
    expect(problemsOf(changed(({ 'Positive electrode': positive }) => {
      positive.Particle = { large: {}, small: {} };
    }))).toEqual([expect.stringContaining('found a blend of large, small') as string]);
    expect(problemsOf(changed(({ 'Positive electrode': positive }) => {
      positive['OCP [V]'] = '9 - x' as never;
    }))).toEqual([expect.stringContaining('found 8.73 V at x = 0.27') as string]);
  });

  it('follows its own remedy of an old version', () => {
    const old = text.replace('"1.1.0"', '"0.1.0"');
    const [, remedy] = /write ("BPX": "[^"]+")/.exec(problemsOf(old)[0]) ?? [];
    expect(problemsOf(old.replace('"BPX": "0.1.0"', remedy))).toEqual([]);
  });

  it('gives the bulk of an electrode the conductivity that its share needs for that of the electrode', () => {
    const { text: yaml } = imported(changed(({ 'Positive electrode': positive }) => {
      positive['Conductivity [S.m-1]'] = 0.8 as never;
    }));
    const cathode = yaml.slice(yaml.indexOf('\ncathode:'));
    const bulk = [...yaml.matchAll(/electronicConductivity:\s+value: ([\d.]+) S\/m/g)].map(([, one]) => Number(one));
    const share = Number(/activeMaterial:\s+value: ([\d.]+)/.exec(cathode)?.[1]);
    expect(Math.min(...bulk.map((one) => Math.abs((one * share) / 0.8 - 1)))).toBeLessThan(1e-8);
  });

  it('a key that BPX does not have is named', () => {
    const { notCarried } = imported(changed((sections, whole) => {
      sections.Separator['Wettability'] = 1 as never;
      whole.Validation = { 'C/20': { 'Time [s]': [0] } } as never;
    }));
    expect(notCarried.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['Separator: Wettability', 'Validation: C/20']),
    );
  });

  it('with a solid electrolyte is what the documents write: nothing of the liquid stays, the composite anode is gone', () => {
    const documented = readFileSync(`${root}docs/bpx.md`, 'utf8').split('```yaml\n')[1].split('```')[0];
    const loaded = parseCase(documented, { textOf: () => imported(text).text });
    if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
    const { anode, membrane, cathode: { layers: [layer] }, cell } = loaded.case;
    expect(anode).toMatchObject({ kind: 'planar', material: { name: 'lithium-metal' } });
    expect(membrane.frame).toBeUndefined();
    expect([membrane.electrolyte.name, layer.electrolyte?.name, cell.format]).toEqual(['Li6PS5Cl', 'Li6PS5Cl',
      undefined]);
    expect(layer.activeMaterial.name).toBe('BPX-positive');
  });
});
