import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/config/case.js';
import { builtInMeshes } from '../../src/config/files/built-in-meshes.js';
import { loadReproduction } from '../../src/config/read-case.js';
import { type LoadedReproduction, parseReproduction } from '../../src/config/studies/parse-reproduction.js';
import { formatIssue } from '../../src/config/wording.js';
import * as pipeline from '../../src/pipeline/run-case.js';
import { cardOf } from '../../src/report/blocks/card.js';
import { parityFigure, tortuosityFigure } from '../../src/report/figures/reproduction.js';
import { reproductionReport } from '../../src/report/reproduction/reproduction-report.js';
import { reproductionCsv } from '../../src/report/reproduction/reproduction-tables.js';
import { type CapacityRow, type EnergyRow, type ReproductionDocument,
  reproductionSchema } from '../../src/results/reproduction-schema.js';
import { deliver, explainCapacity } from '../../src/study/reproduce/capacity-row.js';
import { reproduce } from '../../src/study/reproduce/reproduce.js';
import { pageOf } from '../report/pages.js';

const reproductionCard = cardOf(reproductionReport);

const folder = fileURLToPath(new URL('../../configs/studies/reproduce/', import.meta.url));
const names = readdirSync(folder);

function fileOf(name: string): LoadedReproduction {
  const reading = loadReproduction(`${folder}${name}`);
  if (!reading.ok) throw new Error(reading.issues.map(formatIssue).join('\n'));
  return reading.file;
}

async function run(name: string, ids?: readonly string[]): Promise<ReproductionDocument> {
  const file = fileOf(name);
  const result = await reproduce([{ ...file, rows: file.rows.filter(({ id }) => ids?.includes(id) ?? true) }]);
  if (!result.ok) throw new Error(result.issues.map(formatIssue).join('\n'));
  return result.document;
}

describe.each(names)('configs/studies/reproduce/%s', (name) => {
  it('has rows that are cases, or say why they are none', () => {
    for (const row of fileOf(name).rows.filter(({ missing, refused, reported }) =>
      missing === undefined && refused === undefined && reported?.kind !== 'bill'
    )) {
      for (const values of [{}, ...row.unknown.flatMap(({ key, low, high }) => [{ [key]: low }, { [key]: high }])]) {
        const loaded = row.design(values);
        expect(loaded.ok ? [] : loaded.issues.map(formatIssue), row.id).toEqual([]);
      }
    }
  });
});

describe('the page on reproduction', () => {
  const page = readFileSync(new URL('../../docs/reproduce.md', import.meta.url), 'utf8');

  it('has every reported capacity, as it is reported', () => {
    const rows = names.flatMap((name) => fileOf(name).rows).filter(({ reported }) => reported?.kind === 'capacity');
    for (const { name, reported, missing } of rows) {
      const line = page.split('\n').findLast((one) => one.startsWith(`| ${name} |`)) ?? '';
      expect(line, name).not.toBe('');
      if (missing !== undefined) expect(line, name).toContain('not run');
      else if (!line.includes('refused')) {
        expect(
          Math.abs(
            Number(line.split('|')[3]) - (reported?.kind === 'capacity' ? reported.specificCapacity : NaN) / 3600,
          ),
        ).toBeLessThanOrEqual(0.501);
      }
    }
  });
});

describe('Table 1 of the review of thick electrodes', () => {
  const { rows } = fileOf('thick-electrodes-table1.yaml');

  it('is there with all of its 24 rows', () => expect(rows).toHaveLength(24));

  it('has two rows that cannot exist: their composite would be denser than its solids', () => {
    const refused = rows.filter((row) => {
      const loaded = row.missing === undefined ? row.design({}) : undefined;
      return loaded?.ok && !pipeline.prepareCase(loaded.case).ok;
    });
    expect(refused.map(({ id }) => id)).toEqual(['table1-ref49', 'table1-ref23']);
  });
});

describe('a reproduction', () => {
  let document: ReproductionDocument;
  let rows: ReadonlyMap<string, CapacityRow>;
  beforeAll(async () => {
    document = await run('thick-electrodes-text.yaml', ['aligned-lfp', 'conventional-lfp', 'cus-s']);
    rows = new Map(document.sets[0].rows.flatMap((row) => (row.kind === 'capacity' ? [[row.id, row]] : [])));
  });

  it('is a document of the published schema, drawn without a gap', () => {
    reproductionSchema.parse(document);
    const figure = parityFigure(document);
    expect(figure?.svg).not.toContain('NaN');
    const asked = tortuosityFigure(document);
    expect(asked?.svg).toContain('measured in composites');
    expect(asked?.svg).not.toContain('NaN');
    expect(pageOf(reproductionReport, document)).toContain('conventionally dried');
    expect(reproductionCard(document, { colour: false, width: 100 })).toContain(
      'refused: 1600 mAh/g are more than the 1302 mAh/g',
    );
    const lines = reproductionCsv(document).trimEnd().split('\n');
    expect(lines).toHaveLength(4);
  });

  it('asks for straighter paths in the aligned electrode than in the conventional one of the same loading', () => {
    const [aligned, conventional] = ['aligned-lfp', 'conventional-lfp'].map((id) =>
      rows.get(id)?.inverse?.nominal.tortuosityFactor ?? NaN
    );
    expect(aligned).toBeLessThan(0.6 * conventional);
  });

  it('is scored first, by the logarithm of simulated over reported', () => {
    const logs = [...rows.values()].map(({ simulated_mAh_g, reported_mAh_g }) =>
      Math.log(simulated_mAh_g / reported_mAh_g)
    );
    const { scores: { all, withMiddles, leftOut } } = document;
    expect(all.count).toBe(2);
    expect(all.rmsLn).toBeCloseTo(Math.hypot(...logs) / Math.SQRT2, 12);
    const middles = [...rows.values()].map(({ interval_mAh_g: [low, high], reported_mAh_g }) =>
      Math.log((0.5 * (low + high)) / reported_mAh_g)
    );
    expect(withMiddles.all.rmsLn).toBeCloseTo(Math.hypot(...middles) / Math.SQRT2, 12);
    expect(leftOut).toEqual([]);
    const card = reproductionCard(document, { colour: false, width: 100 });
    expect(card.indexOf('rms')).toBeLessThan(card.indexOf(document.sets[0].title));
  });

  it('asks for no tortuosity where the case was made from the reported capacity, and scores no such row', async () => {
    const table2 = await run('pouch-cells-table2.yaml', ['table2-lco']);
    const [row] = table2.sets[0].rows;
    expect(row.kind === 'capacity' && row.inverse).toBeNull();
    expect(table2.scores).toMatchObject({ all: { count: 0, rmsLn: null }, leftOut: ['LCO'] });
    expect(tortuosityFigure(table2)?.svg ?? '').not.toContain('NaN');
    expect(reproductionCard(table2, { colour: false, width: 100 })).not.toContain('> 1000');
  });

  it('says at which end of its inputs no cell exists, and leaves it out of the range', async () => {
    const file = fileOf('thick-electrodes-text.yaml');
    const key = 'cathode.massFractions.activeMaterial';
    const rows = file.rows.filter(({ id }) => id === 'textile-18.6').map((row) => ({ ...row, dependent: 'of a test',
      unknown: row.unknown.filter((input) => input.key === key) })
    );
    const made = await reproduce([{ ...file, rows }]);
    const [row] = made.ok ? made.document.sets[0].rows : [];
    expect(row.kind === 'capacity' ? row.inputs.impossible : []).toEqual([{ ends: `${key}: 12 %`,
      reason: expect.stringContaining('the density of these solids without voids') as string }]);
    expect(row.kind === 'capacity' && row.range_mAh_g.every((end) => end > 0)).toBe(true);
    // a long key may break behind its dots
    const page = made.ok ? pageOf(reproductionReport, made.document).replaceAll('<wbr>', '') : '';
    expect(page).toContain(`left out of the range is ${key}: 12 %`);
  });

  it('has V2O5 before and after it is soldered: an interface of 29 times the resistance takes half, and is in no score', async () => {
    const { sets: [set], scores } = await run('thick-electrodes-text.yaml', ['v2o5-pressed', 'v2o5']);
    const [pressed, soldered] = set.rows.map((row) => row.kind === 'capacity' ? row.simulated_mAh_g : NaN);
    expect(pressed).toBeGreaterThan(0.3 * soldered);
    expect(pressed).toBeLessThan(0.7 * soldered);
    expect(scores.all.count).toBe(1);
  });

  it('promises no more than a conversion cathode holds, however little of such cells is known', async () => {
    const { sets: [{ rows: [row] }] } = await run('thick-electrodes-text.yaml', ['fes2-s']);
    expect(row.kind === 'capacity' && row.interval_mAh_g[1]).toBe(row.kind === 'capacity' && row.theoretical_mAh_g);
  });

  it('varies the library where no source prints it, and counts a capacity of next to nothing among those to be held', async () => {
    const { sets: [{ rows: [row] }], scores } = await run('thick-electrodes-text.yaml', ['polycrystal-fast']);
    if (row.kind !== 'capacity') throw new Error('no capacity');
    // D of NMC532 is known within a factor of 3: more than what the equations leave out alone, 53 % of the number
    expect(row.interval_mAh_g[0]).toBeLessThan(0.5 * row.simulated_mAh_g);
    expect([scores.all.count, scores.all.inside]).toEqual([0, 0]);
  });

  it('has ranges that hold the nominal result', () => {
    for (const row of rows.values()) {
      expect(row.range_mAh_g[0]).toBeLessThanOrEqual(row.simulated_mAh_g);
      expect(row.range_mAh_g[1]).toBeGreaterThanOrEqual(row.simulated_mAh_g);
      // few polymers were compared: at least 1.28 times 0.575 of the logarithm downwards, upwards no more than there is
      expect(Math.log(row.simulated_mAh_g / row.interval_mAh_g[0])).toBeGreaterThan(1.2815 * 0.575);
      expect(row.interval_mAh_g[1]).toBeLessThanOrEqual(Math.max(row.theoretical_mAh_g, row.range_mAh_g[1]) + 1e-9);
      expect(row.inverse?.highest.tortuosityFactor).toBeGreaterThanOrEqual(
        row.inverse?.nominal.tortuosityFactor ?? NaN,
      );
    }
  });
});

describe('the inverse problem', () => {
  const prepare = (given: Case) => {
    const prepared = pipeline.prepareCase(given);
    return prepared.ok ? prepared.prepared : undefined;
  };
  const loaded = fileOf('thick-electrodes-table1.yaml').rows.find(({ id }) => id === 'table1-ref52')?.design({});
  if (!loaded?.ok) throw new Error('no case');
  const given = loaded.case;
  const delivered = (tau: number) => {
    const layers = given.cathode.layers.map((layer) => ({ ...layer,
      ionicTransport: { kind: 'tortuosityFactor' as const, value: tau } })
    );
    const changed: Case = { ...given, cathode: { ...given.cathode, layers } };
    const ready = prepare(changed);
    if (!ready) throw new Error('not ready');
    return deliver(changed, ready);
  };

  it('gives back the tortuosity factor that a capacity was simulated with', () => {
    const { specificCapacity, theoretical } = delivered(17);
    expect(specificCapacity).toBeLessThan(0.9 * theoretical);
    const { kind, tortuosityFactor } = explainCapacity(given, specificCapacity);
    expect(kind).toBe('found');
    expect(Math.abs((tortuosityFactor ?? NaN) / 17 - 1)).toBeLessThan(0.02);
    expect(explainCapacity(given, 1.2 * theoretical).kind).toBe('too-little');
  });

  it.each([0.997, 1.003])(
    'asks for none in particular where straight paths agree within 1 %%, x %d, only how far any will do',
    (factor) => {
      const wanted = factor * delivered(1).specificCapacity;
      const { kind, tortuosityFactor } = explainCapacity(given, wanted);
      expect(kind).toBe('up-to');
      expect(Math.abs(delivered(tortuosityFactor ?? NaN).specificCapacity / wanted - 0.99)).toBeLessThan(2e-3);
    },
  );
});

it('says where ions cannot be what limits: the slow cell of ref. 44 delivers more at any tortuosity factor', () => {
  const loaded = fileOf('thick-electrodes-table1.yaml').rows.find(({ id }) => id === 'table1-ref44')?.design({});
  if (!loaded?.ok) throw new Error('no case');
  const explained = explainCapacity(loaded.case, 136 * 3600);
  expect(explained).toMatchObject({ kind: 'any', tortuosityFactor: 1000 });
});

describe('the energies that the reviews print', () => {
  let rows: ReadonlyMap<string, EnergyRow>;
  beforeAll(async () => {
    const { sets } = await run('cell-energies.yaml');
    rows = new Map(sets[0].rows.flatMap((row) => (row.kind === 'energy' ? [[row.id, row]] : [])));
  });
  const misfit = (id: string, with_: 'recomputed' | 'withOverheads',
    of: 'gravimetric_Wh_kg' | 'volumetric_Wh_L'): number =>
  {
    const row = rows.get(id);
    return (row?.[with_]?.[of] ?? NaN) / (row?.reported[of] ?? NaN) - 1;
  };

  it.each(['fig1a-5', 'fig1a-10', 'fig1a-20'])(
    '%s: within 2.5 % from printed parameters, 0.4 % with one declared overhead',
    (id) => {
      expect(Math.abs(misfit(id, 'recomputed', 'gravimetric_Wh_kg'))).toBeLessThan(0.025);
      expect(Math.abs(misfit(id, 'withOverheads', 'gravimetric_Wh_kg'))).toBeLessThan(0.004);
    },
  );

  it.each(['sulfide-lco-graphite', 'sulfide-nmc811-sic', 'sulfide-nmc811-lithium', 'sulfide-lirich-lithium'])(
    '%s: within 4 % with two declared overheads, and far from it without',
    (id) => {
      for (const  of of['gravimetric_Wh_kg', 'volumetric_Wh_L'] as const) {
        expect(Math.abs(misfit(id, 'withOverheads', of))).toBeLessThan(0.04);
      }
      expect(misfit(id, 'recomputed', 'volumetric_Wh_L')).toBeGreaterThan(0.15);
    },
  );

  it('rest on different accounting: one pouch meets the target of NMC811 and exceeds that of sulfur by a quarter', () => {
    expect(Math.abs(misfit('nmc811-li3incl6-26mg', 'recomputed', 'gravimetric_Wh_kg'))).toBeLessThan(0.02);
    expect(misfit('li-s-670', 'recomputed', 'gravimetric_Wh_kg')).toBeGreaterThan(0.2);
  });

  it('contradict themselves: 26 mg/cm2 meet 400 Wh/kg, the 4 mAh/cm2 beside them do not', () => {
    expect(rows.get('nmc811-li3incl6-26mg')?.recomputed.gravimetric_Wh_kg).toBeGreaterThan(400);
    expect(rows.get('nmc811-li3incl6-4mah')?.recomputed.gravimetric_Wh_kg).toBeLessThan(393);
  });
});

describe('a file of reported results', () => {
  const issuesOf = (text: string): string[] => {
    const reading = parseReproduction(text, { file: 'a.yaml', meshes: {} });
    return reading.ok ? [] : reading.issues.map(formatIssue);
  };
  it.each([
    ['title: x', 'a.yaml:1:1 rows: expected a list of reported results, found nothing; add "rows:"'],
    ['rows:\n  - {id: a, name: b, where: c}', 'rows.0.reported: expected what is reported, found nothing'],
    ['rows:\n  - {id: a, name: b, where: c, reported: {specificCapacity: 3 V}}',
      'rows.0.reported.specificCapacity: expected'],
    ['rows:\n  - {id: a, name: b, where: c, reported: {capacity: 3 mAh/g}}', 'expected a known key, found "capacity"'],
    ['rows:\n  - {id: a, name: b, where: c, reported: {specificCapacity: 3 mAh/g}, unknown: {x: 3}}',
      'rows.0.unknown.x: expected a lower and an upper value, found 3; write e.g. [60 %, 80 %]'],
  ])('%s is refused where it is wrong', (text, sentence) => expect(issuesOf(text).join('\n')).toContain(sentence));
});

describe('energies that are printed', () => {
  it('stand beside what is simulated at the rate, and the rest of a table beside its own overheads', async () => {
    const found = await run('printed-energies.yaml', ['nmc111-sheet-115', 'sulfide-lirich-lithium-550',
      'sulfide-nmc811-lithium-450', 'silver-carbon-900']);
    const { sets: [{ rows }] } = found;
    const energies = rows.filter((row): row is EnergyRow => row.kind === 'energy');
    const [sheet, ...limits] = energies;
    // 115 Wh/kg are printed at an unprinted rate: within a tenth, far below the 168 of full utilisation
    expect(sheet.simulated).toMatchObject({ rate: '0.15C', basis: 'unitCell', outcome: 'completed' });
    expect(Number(sheet.simulated?.gravimetric_Wh_kg) / 115).toBeCloseTo(1, 1);
    expect(Number(sheet.recomputed.gravimetric_Wh_kg)).toBeGreaterThan(1.3 * 115);
    for (const { reported, recomputed, withOverheads, simulated } of limits) {
      expect(simulated).toMatchObject({ rate: 'C/10', basis: 'pouch', outcome: 'completed' });
      expect(Number(simulated?.gravimetric_Wh_kg)).toBeLessThan(Number(recomputed.gravimetric_Wh_kg));
      for (const  of of['gravimetric_Wh_kg', 'volumetric_Wh_L'] as const) {
        expect(Math.abs(Number(withOverheads?.[of]) / Number(reported[of]) - 1)).toBeLessThan(0.036);
      }
    }
    expect(rows.find(({ kind }) => kind === 'refused')?.id).toBe('silver-carbon-900');
    for (const { recomputed, simulated } of energies) {
      const [low, high] = simulated?.interval.gravimetric_Wh_kg ?? [NaN, NaN];
      const [least, most] = simulated?.interval.volumetric_Wh_L ?? [NaN, NaN];
      const value = Number(simulated?.gravimetric_Wh_kg);
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      // no more than all of it, whatever is assumed; a tenth for inputs that make the cell lighter
      expect(high).toBeLessThan(1.1 * Number(recomputed.gravimetric_Wh_kg));
      expect(least / most).toBeCloseTo(low / high, 9);
      // 10 vol% of electrolyte, or an anode of powders: nobody has measured such cells, and the band says so
      expect(simulated?.outsideData.length).toBeGreaterThan(0);
      expect(high / low).toBeGreaterThan(2);
    }
    expect(reproductionCard(found, { colour: false, width: 100 })).toMatch(/≈ \d+ \(−/);
  });

  it('have the same band per mass whatever basis tells of the cell', async () => {
    const row = (id: string, cell: string) => `
  - id: ${id}
    name: a
    where: b
    reported: {gravimetric: 200 Wh/kg}
    simulate: true
    basis: unitCell
    case:
      membrane: {electrolyte: Li6PS5Cl, thickness: 30 um}
      cathode:
        activeMaterial: NMC811
        electrolyte: Li6PS5Cl
        massFractions: {activeMaterial: 70 %, electrolyte: rest}
        porosity: 10 %
        thickness: 30 um
      protocol: {rates: [C/20], lowerCutoffVoltage: 2.5 V, upperCutoffVoltage: 4.2 V}
      cell: {format: ${cell}}
      mesh: coarse`;
    const reading = parseReproduction(`title: x\nrows:${row('a', 'pouch')}${row('b', 'pellet, diameter: 10 mm')}\n`, {
      file: 'a.yaml',
      meshes: builtInMeshes,
    });
    if (!reading.ok) throw new Error(reading.issues.map(formatIssue).join('\n'));
    const made = await reproduce([reading.file]);
    if (!made.ok) throw new Error('the example is valid');
    const shares = made.document.sets[0].rows.map((found) => {
      const { gravimetric_Wh_kg: value, interval } = (found as EnergyRow).simulated ?? { interval: undefined };
      return Number(interval?.gravimetric_Wh_kg?.[0]) / Number(value);
    });
    expect(shares[0]).toBeLessThan(0.95);
    expect(shares[1]).toBeCloseTo(shares[0], 2);
  });
});
