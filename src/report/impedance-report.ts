import { type ImpedanceDocument, impedanceLabels } from '../results/impedance-schema.js';
import { answer, type Description, entries, entry, figure, fold, type Report, sentence, table,
  warnings } from './blocks/block.js';
import { cardOf } from './blocks/card.js';
import { originFold, parameterFold } from './blocks/parameters.js';
import { caseLines } from './case-lines.js';
import { csvTable } from './csv.js';
import { fixed, percent, significant } from './format.js';
import { decadeRows, frequencyText } from './frequencies.js';
import { column, tableOf, type TextTable, words } from './text-table.js';

/** The impedance: the spectrum, its parts, what an equivalent circuit would hold. */
export const impedanceReport: Report<ImpedanceDocument> = { page: 'impedance.html', json: 'impedance.json',
  schema: 'catholith-impedance-1', describe };

/** Card of an impedance in the terminal. */
export const eisCard = cardOf(impedanceReport);

function describe(doc: ImpedanceDocument): Description {
  const { provenance, outcome, frequency_Hz: frequencies } = doc;
  const doubleLayer = provenance.assumed.includes('impedance.doubleLayerCapacitance');
  return {
    title: `Impedance: ${doc.case.title}`,
    blocks: [
      entry('source', doc.case.source),
      ...(frequencies.length > 0 ? [answer(impedanceSentence(doc))] : []),
      entry('ended', outcome.sentence, outcome.kind === 'completed' ? 'plain' : 'failure'),
      entry('elements', elementsText(doc)),
      ...(doubleLayer ? [entry('note', 'the double layer is assumed')] : []),
      figure(async () => (await import('./figures/impedance.js')).nyquist(doc)),
      figure(async () => (await import('./figures/impedance.js')).bode(doc)),
      ...warnings(doc.warnings),
      fold('spectrum', 'Impedance by frequency', [table(decadeTable(doc))]),
      fold('elements', 'What an equivalent circuit would contain', [], [table(elementTable(doc))]),
      fold('cell', 'The cell and its state', [entry('state', stateText(doc)), ...entries(caseLines(doc.case))]),
      fold('model', 'What was solved', [entry('work', workText(doc))], [sentence(modelWords(doc))]),
      parameterFold(provenance, 'impedance.html, or provenance.parameters of --json'),
      originFold(provenance, `; hash of the case: ${provenance.caseHash}; schema: ${doc.schema}.`),
    ],
    files: [{ name: 'impedance.csv', text: () => impedanceCsv(doc) }],
  };
}

const partNames = Object.keys(impedanceLabels) as (keyof typeof impedanceLabels)[];
const columnNames = ['total', ...partNames] as const;

/** Z and its parts, once per decade; parts that are nothing have no column. */
function decadeTable({ frequency_Hz, impedance }: ImpedanceDocument): TextTable {
  const present = columnNames.filter((name) =>
    name === 'total'
    || [...impedance[name].real_ohm_cm2, ...impedance[name].imaginary_ohm_cm2].some((value) => Math.abs(value) >= 1e-9)
  );
  const { real_ohm_cm2: real, imaginary_ohm_cm2: imaginary } = impedance.total;
  const modulus = (k: number): number => Math.hypot(real[k], imaginary[k]);
  return tableOf(
    'Real part and negative imaginary part in Ω cm², once per decade; all frequencies are in impedance.csv',
    decadeRows(frequency_Hz),
    [
      words('frequency', (k) => frequencyText(frequency_Hz[k])),
      ...present.flatMap((name) => {
        const label = name === 'total' ? 'cell' : impedanceLabels[name];
        return [
          column<number>(label, 'Re Z', (k) => small(impedance[name].real_ohm_cm2[k], modulus(k))),
          column<number>(label, '−Im Z', (k) => small(-impedance[name].imaginary_ohm_cm2[k], modulus(k))),
        ];
      }),
    ],
  );
}

/** What round-off leaves of a zero beside the impedance of the cell reads as one. */
const small = (value: number, beside: number): string => (Math.abs(value) < 1e-9 * beside ? '0' : significant(value));

const elementTable = ({ elements }: ImpedanceDocument): TextTable =>
  tableOf('Per area of cell, at this state', [
    ['membrane', elements.membraneResistance_ohm_cm2, 'Ω cm²'],
    ['ions through the cathode, end to end', elements.ionicResistance_ohm_cm2, 'Ω cm²'],
    ['electrons through the cathode, end to end', elements.electronicResistance_ohm_cm2, 'Ω cm²'],
    ['charge transfer and films of the cathode, in parallel', elements.chargeTransferResistance_ohm_cm2, 'Ω cm²'],
    ['anode interface', elements.anodeResistance_ohm_cm2, 'Ω cm²'],
    ['double layer of the cathode', elements.doubleLayerCapacitance_mF_cm2, 'mF/cm²'],
  ] as const, [words('element', ([name]) => name), column('value', '', ([, value]) => significant(value)),
    words('unit', ([, , unit]) => unit)]);

function elementsText({ elements }: ImpedanceDocument): string {
  return [
    `membrane ${significant(elements.membraneResistance_ohm_cm2)}`,
    `ions through the cathode ${significant(elements.ionicResistance_ohm_cm2)}`,
    `electrons through the cathode ${significant(elements.electronicResistance_ohm_cm2)}`,
    `its charge transfer ${significant(elements.chargeTransferResistance_ohm_cm2)}`,
    `anode ${significant(elements.anodeResistance_ohm_cm2)} Ω cm²; double layer of the cathode `
    + `${significant(elements.doubleLayerCapacitance_mF_cm2)} mF/cm²`,
  ].join(', ');
}

function workText({ counters }: ImpedanceDocument): string {
  return `${counters.frequencies} frequencies, ${counters.factorisations} complex factorisations, ${counters.unknowns} unknowns, `
    + `${fixed(counters.milliseconds, 1)} ms`;
}

const modelWords = ({ state }: ImpedanceDocument): string =>
  'The equations of the discharge, linearised about the state of rest and solved at each frequency on the same cells and '
  + `particle shells. Beside every charge transfer lies a double layer of ${
    significant(100 * state.doubleLayerCapacitance_F_m2)
  } µF per cm² of wetted surface (and of a planar anode). Inductance, grain boundaries of the membrane and its dielectric response are not `
  + 'in the model: a measured arc at the highest frequencies has no counterpart here.';

/** Says in one sentence what the spectrum shows. */
function impedanceSentence({ frequency_Hz: f, impedance }: ImpedanceDocument): string {
  const last = f.length - 1;
  const parts = partNames
    .map((name) => ({ name, value: impedance[name].real_ohm_cm2[last] }))
    .filter(({ value }) => value > 1e-3 * impedance.total.real_ohm_cm2[last])
    .sort((a, b) => b.value - a.value)
    .map(({ name, value }) => `${impedanceLabels[name]} ${significant(value)}`);
  const { real_ohm_cm2: re, imaginary_ohm_cm2: im } = impedance.total;
  return `At ${frequencyText(f[last])} the real part is ${significant(re[last])} Ω cm² (${parts.join(', ')}) and `
    + `the imaginary part ${significant(im[last])}; at ${frequencyText(f[0])} the real part is `
    + `${significant(re[0])}.`;
}

/** At which state of the cell it was taken. */
function stateText({ state }: ImpedanceDocument): string {
  const particles = state.stoichiometry.map(({ region, material, value }) =>
    `${material} in ${region} at ${fixed(value, 3)}`
  );
  return `at rest, ${percent(state.stateOfCharge, 1)} charged, ${fixed(state.voltage_V, 3)} V; `
    + `${particles.join(', ')}; double layer ${significant(100 * state.doubleLayerCapacitance_F_m2)} µF/cm²`;
}

/** Writes a row per frequency: Z of the cell and of its parts. */
export const impedanceCsv = ({ frequency_Hz, impedance }: ImpedanceDocument): string =>
  csvTable<number>({
    frequency_Hz: (k) => frequency_Hz[k],
    ...Object.fromEntries(Object.entries(impedance).flatMap(([name, spectrum]) => [
      [`${name}_real_ohm_cm2`, (k: number) => spectrum.real_ohm_cm2[k]],
      [`${name}_imaginary_ohm_cm2`, (k: number) => spectrum.imaginary_ohm_cm2[k]],
    ])),
  }, frequency_Hz.map((_, k) => k));
