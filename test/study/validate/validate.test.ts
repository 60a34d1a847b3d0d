import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCalibration, loadValidation, readMeshes } from '../../../src/config/read-case.js';
import type { Calibration } from '../../../src/config/studies/parse-calibration.js';
import { type LoadedValidation, parseValidation } from '../../../src/config/studies/parse-validation.js';
import { formatIssue } from '../../../src/config/wording.js';
import { cardOf } from '../../../src/report/blocks/card.js';
import { validationFigures } from '../../../src/report/figures/validation.js';
import { validationReport } from '../../../src/report/validation/validation-report.js';
import { validationCsv } from '../../../src/report/validation/validation-tables.js';
import { type ValidatedRow, type ValidationDocument,
  validationSchema } from '../../../src/results/validation-schema.js';
import { layeredOxides } from '../../../src/study/ranges/calibrated-band.js';
import { validate } from '../../../src/study/validate/validate.js';
import { pageOf } from '../../report/pages.js';

const validationCard = cardOf(validationReport);

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = `${root}configs/studies/validation/`;
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'calibration.yaml');

const shipped = (): Calibration => {
  const reading = loadCalibration(`${folder}calibration.yaml`);
  if (!reading.ok) throw new Error(reading.issues.map(formatIssue).join('\n'));
  return reading.calibration;
};

function fileOf(name: string): LoadedValidation {
  const reading = loadValidation(`${folder}${name}`);
  if (!reading.ok) throw new Error(reading.issues.map(formatIssue).join('\n'));
  return reading.file;
}

async function documentOf(files: readonly LoadedValidation[], calibration = shipped()): Promise<ValidationDocument> {
  const made = await validate(files, calibration);
  if (!made.ok) throw new Error(made.issues.map(formatIssue).join('\n'));
  return validationSchema.parse(made.document);
}

/** Of the first two cells one value of each kind, and no range: `test/validation/losses.test.ts` predicts all. */
const short = (file: LoadedValidation): LoadedValidation => ({ ...file,
  cells: file.cells.slice(0, 2).map((cell) => ({ ...cell, assumed: [],
    measured: cell.measured.filter(({ what }, i, all) => all.findIndex((one) => one.what === what) === i) })
  ) });

describe.each(names)('configs/studies/validation/%s', (name) => {
  it('reads and runs: every measured value has a prediction inside its own interval', async () => {
    const document = await documentOf([short(fileOf(name))]);
    for (const row of document.sources[0].cells.flatMap(({ rows }) => rows)) {
      expect(row.reason).toBeNull();
      expect(row.predicted).toBeGreaterThanOrEqual(0);
      expect(row.low).toBeLessThanOrEqual(row.predicted ?? NaN);
      expect(row.high).toBeGreaterThanOrEqual(row.predicted ?? NaN);
      expect(row.where).not.toBe('');
    }
  });

  it('has cells whose assumed ranges are cases as well, and a source', () => {
    const file = fileOf(name);
    expect(file.source).not.toBe('');
    expect(file.via).not.toBe('');
    for (const cell of file.cells) {
      for (const { key, low, high } of cell.assumed) {
        for (const value of [low, high]) {
          const loaded = cell.design({ [key]: value });
          expect(loaded.ok ? [] : loaded.issues.map(formatIssue), cell.name).toEqual([]);
        }
      }
    }
  });
});

/** A cell whose transport and kinetics are so fast that its potential alone decides: what is charged comes back. */
const idealCell = (validation: string) =>
  `title: ideal
source: none
mesh: coarse
anode: {material: {name: lithium-metal, exchangeCurrentDensity: 1000 mA/cm^2}, thickness: 100 um}
membrane: {electrolyte: {name: Li6PS5Cl, ionicConductivity: 100 mS/cm}, thickness: 10 um}
cathode:
  activeMaterial:
    name: NMC811
    particleRadius: 0.1 um
    specificCapacity: 200 mAh/g
    chargedStoichiometry: 0.2
    dischargedStoichiometry: 0.8
    openCircuitPotential: [[0, 4.8 V], [1, 2.8 V]]
    referenceExchangeCurrentDensity: 10 mA/cm^2
  electrolyte: Li6PS5Cl
  volumeFractions: {activeMaterial: 50 %, electrolyte: 40 %}
  thickness: 42 um
  ionicTransport: {effectiveConductivity: 100 mS/cm}
  electronicTransport: {effectiveConductivity: 100 mS/cm}
temperature: 25 degC
# 0.8 to 0.2 are 3.2 to 4.4 V; the cut-off of 4.2 V is at 0.3
protocol: {lowerCutoffVoltage: 3.2 V, upperCutoffVoltage: 4.2 V, rates: [C/10]}
validation:
  nominalCapacity: 200 mAh/g
${validation}`;

const parsed = (text: string): LoadedValidation => {
  const reading = parseValidation(text, { file: 'ideal.yaml', meshes: readMeshes(`${root}meshes`) });
  if (!reading.ok) throw new Error(reading.issues.map(formatIssue).join('\n'));
  return reading.file;
};
const rowsOf = (document: ValidationDocument): ValidatedRow[] =>
  document.sources.flatMap(({ cells }) => cells.flatMap(({ rows }) => rows));

describe('a charge that the source does not print', () => {
  const slow = (measured: string): string =>
    idealCell(`  cells:
    - name: slow
      assumed: {protocol.charge: [0.2 mA/cm^2, each]}
      measured:
${measured}`).replace('particleRadius: 0.1 um', 'particleRadius: 3 um');

  it('is slow, and the rate itself is the other end of an input; of a first cycle it is none', async () => {
    const rows = rowsOf(
      await documentOf([parsed(slow('        - {what: discharge, rate: 2 mA/cm^2, value: 100 mAh/g, where: text}\n'))]),
    );
    const [{ key, atLow, atHigh }] = rows[0].inputs;
    expect(key).toBe('protocol.charge');
    expect(atLow).toBeCloseTo(rows[0].predicted ?? NaN, 1);
    expect(atHigh).toBeLessThan((rows[0].predicted ?? NaN) / 1.05);
    const [first] = rowsOf(
      await documentOf([
        parsed(slow('        - {what: first-discharge, rate: 2 mA/cm^2, value: 100 mAh/g, where: text}\n')),
      ]),
    );
    expect(first.inputs.find((one) => one.key === 'protocol.charge')).toMatchObject({ atLow: first.predicted,
      atHigh: first.predicted });
  });
});

describe('a cell that only its potential decides', () => {
  let document: ValidationDocument;
  let rows: ValidatedRow[];
  beforeAll(async () => {
    document = await documentOf([parsed(idealCell(`  cells:
    - name: ideal
      assumed: {protocol.upperCutoffVoltage: [4.1 V, 4.3 V]}
      measured:
        - {what: first-charge, rate: 0.02 mA/cm^2, value: 160 mAh/g, where: text}
        - {what: first-discharge, rate: 0.02 mA/cm^2, value: 165 mAh/g, where: text}
        - {what: discharge, rate: 0.2 mA/cm^2, charge: 0.02 mA/cm^2, value: 20 mAh/g, where: text, note: far off}
        - {what: retention, rate: 0.2 mA/cm^2, over: {rate: 0.02 mA/cm^2}, charge: 0.02 mA/cm^2, value: 99 %, bound: at-least, where: text}
        - {what: mean-voltage, rate: 0.02 mA/cm^2, value: 3.72 V, where: text}
        - {what: rate-decay, hold: 3.2 V, until: 0.001 mA/cm^2, charge: 0.02 mA/cm^2, value: 150 mAh/g, where: text}
        - {what: first-charge, rate: 0.02 mA/cm^2, value: 160 mAh/g, where: text, curve: [[0, 3.2], [160, 4.2]]}
`))]);
    rows = rowsOf(document);
  });

  it('takes on charge what lies below the upper cut-off, (0.8 - 0.3) of 0.6, and gives it back', () => {
    const expected = (200 * 0.5) / 0.6;
    expect(rows[0].predicted).toBeCloseTo(expected, 0);
    expect(rows[1].predicted).toBeCloseTo(expected, 0);
    expect(rows[2].predicted).toBeCloseTo(expected, -1);
    // held at the lower end until hardly any current is left
    expect(rows[5].predicted).toBeCloseTo(expected, 0);
  });

  it('answers an assumed cut-off with 1/1.2 of the window for each volt, and widens the interval by it', () => {
    const [{ key, atLow, atHigh }] = rows[0].inputs;
    expect(key).toBe('protocol.upperCutoffVoltage');
    expect((atHigh ?? 0) - (atLow ?? 0)).toBeCloseTo((200 * 0.1) / 0.6, 0);
    const moved = Math.log((atHigh ?? NaN) / (rows[0].predicted ?? NaN));
    const half = Math.log((rows[0].high ?? NaN) / (rows[0].predicted ?? NaN));
    expect(half).toBeCloseTo(
      1.2815515655446004 * Math.sqrt(layeredOxides.sdLnCapacity.inside.slow.up ** 2 + moved ** 2 / 3),
      7,
    );
  });

  it('delivers at the mean of its straight potential, 3.7 V', () => {
    expect(rows[4]).toMatchObject({ what: 'mean-voltage', unit: 'V' });
    expect(rows[4].predicted).toBeCloseTo(3.7, 3);
    expect(document.scores.others.meanVoltage.rms_mV).toBeCloseTo(20, 0);
  });

  it('counts a bound as kept or not and keeps it out of the rms', () => {
    expect(document.scores.others.bounds).toEqual({ count: 1, kept: 1 });
    expect(document.scores.capacities.all.count).toBe(5);
    expect(document.scores.capacities.firstCharge.count).toBe(2);
  });

  it('is drawn and printed without a gap, the value that is far off among those outside', () => {
    const figures = validationFigures(document);
    expect(figures.map(({ name }) => name)).toEqual(['validation-parity', 'validation-sources',
      'validation-curves-ideal']);
    for (const { svg } of figures) expect(svg).not.toContain('NaN');
    // what has a number and what has an interval alone, each on axes of its own
    expect(figures[0].svg.match(/Measured \/ nominal capacity/g)).toHaveLength(2);
    const alone = rows.filter(({ outside, bound, nominal }) =>
      outside.length > 0 && bound === null && nominal !== null
    );
    expect(figures[0].svg).toContain(`>${alone.length} values without a number`);
    const card = validationCard(document, { colour: false, width: 100 });
    expect(card).toContain('Measured outside the interval: 1 value\n');
    expect(card.indexOf('rms')).toBeLessThan(card.indexOf('first discharge, 0.02 mA/cm²'));
    expect(pageOf(validationReport, document)).toContain('Sure and wrong');
    expect(validationCsv(document).trimEnd().split('\n')).toHaveLength(1 + rows.length);
  });
});

describe('cells of one source, and laws', () => {
  it('are scored apart from the sources that a law was fitted to, and judged by the errors of the others', async () => {
    const cell = (id: string, measured: number): LoadedValidation => ({
      ...parsed(
        idealCell(
          `  cells:\n    - {name: a, measured: [{what: first-discharge, rate: 0.1 mA/cm^2, value: ${measured} mAh/g, where: text}]}\n`,
        ),
      ),
      id,
    });
    const law = {
      name: 'a law',
      parameters: [{ name: 'D', value: '1e-16 m2/s', spread: 'a factor of 2' }],
      fittedTo: ['seen'],
      rmsLn: 0.1,
      leftOut: [{ source: 'seen', rmsLn: 0.2 }],
      leftOutRmsLn: 0.2,
    };
    const document = await documentOf([cell('seen', 160), cell('other', 20)], { ...shipped(), laws: [law] });
    const { capacities } = document.scores;
    expect([capacities.all.count, capacities.notFitted.count]).toEqual([2, 1]);
    expect(capacities.bySource.map(({ source }) => source)).toEqual(['seen', 'other']);
    const [seen, other] = capacities.bySource.map(({ score }) => score.rmsLn ?? NaN);
    expect(capacities.equalSourcesRmsLn).toBeCloseTo(Math.sqrt((seen ** 2 + other ** 2) / 2), 12);
    expect(validationCard(document, { colour: false, width: 100 })).toContain('Fitted to seen; rms of ln 0.10');
  });

  it('have as wide a band as a run of them where nothing was compared, and the declared one inside', async () => {
    const at = '{what: first-discharge, rate: 0.02 mA/cm^2, value: 160 mAh/g, where: text}';
    const document = await documentOf([parsed(idealCell(`  cells:\n    - {name: inside, measured: [${at}]}\n`
      + `    - {name: thick, case: {cathode: {thickness: 300 um}}, measured: [${at}]}\n`
      + `    - {name: bare, case: {assembly: {coating: none}}, measured: [${at}]}\n`))]);
    // downwards: upwards it ends at what the crystals hold
    const widths = document.sources[0].cells.map(({ rows: [{ low, predicted }] }) =>
      Math.log((predicted ?? NaN) / (low ?? NaN)) / 1.2816
    );
    const { inside: { slow }, beyond } = layeredOxides.sdLnCapacity;
    expect(document.sources[0].cells.map(({ rows: [{ outside }] }) => outside.length > 0)).toEqual([false, true, true]);
    expect(widths[0]).toBeCloseTo(slow.down, 3);
    expect(widths[1]).toBeCloseTo(beyond.down, 3);
    // the width of the inside is of the forecasts alone; a loss that no law knows is in no width
    const { inside, intervals } = document.scores.capacities;
    expect([inside.count, ...intervals.map(({ values }) => values)]).toEqual([1, 115, 65, 1, 0]);
  });

  it('say why nothing is predicted where the cell cannot exist, and score the rest', async () => {
    const file = parsed(
      idealCell('  cells:\n    - {name: a, case: {cathode: {massFractions: {activeMaterial: 90 %, electrolyte: 10 %}, '
        + 'volumeFractions: null, porosity: null, thickness: 20 um, activeMassLoading: 20 mg/cm^2}}, '
        + 'measured: [{what: first-discharge, rate: 0.1 mA/cm^2, value: 160 mAh/g, where: text}]}\n'),
    );
    const document = await documentOf([file]);
    const [row] = rowsOf(document);
    expect(row.predicted).toBeNull();
    expect(row.reason).toContain('density of these solids');
    expect(document.scores.others.unpredicted).toBe(1);
    expect(document.scores.capacities.all.count).toBe(0);
  });
});

describe('the pages on validation', () => {
  const written = (name: string): string => readFileSync(`${root}docs/${name}.md`, 'utf8');

  it('names every source with what was measured of it', () => {
    for (const name of names) {
      const { id, title, cells } = fileOf(name);
      const line = written('validation').split('\n').find((one) => one.startsWith(`| \`${id}\` |`)) ?? '';
      expect(line, id).toContain(title);
      const all = cells.flatMap(({ measured }) => measured.map(({ what }) => what));
      const other = ['retention', 'charge-transfer-resistance', 'mean-voltage'];
      const capacities = all.filter((what) => !other.includes(what)).length;
      if (capacities > 0) expect(line, id).toMatch(new RegExp(`\\| ${capacities} capacit(y|ies)`));
      const resistances = all.filter((what) => what === 'charge-transfer-resistance').length;
      if (resistances > 0) expect(line, id).toMatch(new RegExp(`${resistances} resistances?`));
    }
  });

  it('has an example that reads', () => {
    const [, example] = /```yaml\n([\s\S]*?)```/.exec(written('validation-sources')) ?? [];
    const text = example.replace('base/indium.yaml', `${folder}base/indium.yaml`);
    const reading = parseValidation(text, { file: 'mine.yaml', meshes: readMeshes(`${root}meshes`),
      textOf: (name) => readFileSync(name, 'utf8') });
    expect(reading.ok ? [] : reading.issues.map(formatIssue)).toEqual([]);
    const loaded = reading.ok ? reading.file.cells[0].design({}) : undefined;
    expect(loaded?.ok === false ? loaded.issues.map(formatIssue) : []).toEqual([]);
  });
});
