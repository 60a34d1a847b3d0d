import { type ImpedanceDocument, impedanceLabels } from '../results/impedance-schema.js';
import { caseLines } from './case-lines.js';
import type { Figure } from './figures/figure.js';
import { fixed, significant } from './format.js';
import { frequencyText } from './frequency-text.js';
import { type Html, section, sentence } from './html/elements.js';
import { figureSection } from './html/figure-section.js';
import { reportPage, sourceLine, warningLines } from './html/page.js';
import { parameterSection } from './html/parameter-section.js';
import { impedanceSentence, stateText } from './impedance-answer.js';
import { decadeRows } from './impedance-rows.js';
import { column, pageTable, tableOf, words } from './text-table.js';

const names = ['total', 'anode', 'membrane', 'cathode', 'contacts'] as const;

/** The impedance on one page: what was asked, the figures, the numbers, every parameter. */
export const impedanceReport = (doc: ImpedanceDocument, figures: readonly Figure[]): string =>
  reportPage(`Impedance: ${doc.case.title}`, heading(doc), [
    figureSection(figures),
    spectrumSection(doc),
    elementSection(doc),
    modelSection(doc),
    parameterSection(doc),
  ]);

const heading = (doc: ImpedanceDocument): Html[] => [
  sourceLine(doc.case.source),
  ...(doc.frequency_Hz.length > 0 ? [sentence(impedanceSentence(doc), 'answer')] : []),
  ...(doc.outcome.kind === 'completed' ? [] : [sentence(doc.outcome.sentence, 'warning')]),
  ...caseLines(doc.case).map(([head, words]) => sentence(`${head}: ${words}`)),
  sentence(`state: ${stateText(doc)}`),
  ...warningLines(doc.warnings),
];

/** Z once per decade. */
const spectrumSection = ({ frequency_Hz, impedance }: ImpedanceDocument): Html =>
  section('spectrum', 'Impedance by frequency', [pageTable(tableOf(
    'Real part and negative imaginary part in Ω cm²; all frequencies are in impedance.csv',
    decadeRows(frequency_Hz),
    [
      words('frequency', (k) => frequencyText(frequency_Hz[k])),
      ...names.flatMap((name) => {
        const label = name === 'total' ? 'cell' : impedanceLabels[name];
        return [
          column<number>(label, 'Re Z', (k) => significant(impedance[name].real_ohm_cm2[k])),
          column<number>(label, '−Im Z', (k) => significant(-impedance[name].imaginary_ohm_cm2[k])),
        ];
      }),
    ],
  ))]);

const elementSection = ({ elements }: ImpedanceDocument): Html =>
  section('elements', 'What an equivalent circuit would contain', [pageTable(tableOf(
    'Per area of cell, at this state',
    [
      ['membrane', elements.membraneResistance_ohm_cm2, 'Ω cm²'],
      ['ions through the cathode, end to end', elements.ionicResistance_ohm_cm2, 'Ω cm²'],
      ['electrons through the cathode, end to end', elements.electronicResistance_ohm_cm2, 'Ω cm²'],
      ['charge transfer and films of the cathode, in parallel', elements.chargeTransferResistance_ohm_cm2, 'Ω cm²'],
      ['anode interface', elements.anodeResistance_ohm_cm2, 'Ω cm²'],
      ['double layer of the cathode', elements.doubleLayerCapacitance_mF_cm2, 'mF cm⁻²'],
    ] as const,
    [words('element', ([name]) => name), column('value', '', ([, value]) => significant(value)),
      words('unit', ([, , unit]) => unit)],
  ))]);

function modelSection({ state, counters, provenance, schema }: ImpedanceDocument): Html {
  return section('model', 'What was solved', [
    sentence(
      'The equations of the discharge, linearised about the state of rest and solved at each frequency on the same cells and '
        + 'particle shells. Beside every charge transfer lies a double layer of '
        + `${
          significant(100 * state.doubleLayerCapacitance_F_m2)
        } µF per cm² of wetted surface (and of a planar anode). Inductance, `
        + 'grain boundaries of the membrane and its dielectric response are not in the model: a measured arc at the highest '
        + 'frequencies has no counterpart here.',
    ),
    sentence(
      `${counters.frequencies} frequencies, ${counters.factorisations} complex factorisations, ${counters.unknowns} unknowns, `
        + `${
          fixed(counters.milliseconds, 1)
        } ms. Computed by ${provenance.program} ${provenance.version}; hash of the case: `
        + `${provenance.caseHash}; schema: ${schema}.`,
    ),
  ]);
}
