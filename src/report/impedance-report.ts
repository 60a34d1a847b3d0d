import { type ImpedanceDocument, impedanceLabels } from '../results/impedance-schema.js';
import { caseLines } from './case-lines.js';
import type { Figure } from './figures/figure.js';
import { fixed, significant } from './format.js';
import { frequencyText } from './frequency-text.js';
import { type Html, htmlTable, join, linked, paragraph, raw, section, text } from './html/elements.js';
import { figureSection } from './html/figure-section.js';
import { htmlPage } from './html/page.js';
import { parameterSection } from './html/parameter-section.js';
import { impedanceSentence, stateText } from './impedance-answer.js';
import { decadeRows } from './impedance-rows.js';

const names = ['total', 'anode', 'membrane', 'cathode', 'contacts'] as const;

/** The impedance on one page: what was asked, the figures, the numbers, every parameter. */
export function impedanceReport(doc: ImpedanceDocument, figures: readonly Figure[]): string {
  return htmlPage(`Impedance: ${doc.case.title}`, join([
    headline(doc),
    figureSection(figures),
    spectrumSection(doc),
    elementSection(doc),
    modelSection(doc),
    parameterSection(doc),
  ]));
}

function headline(doc: ImpedanceDocument): Html {
  return join([
    raw(`<header>\n<h1>Impedance: ${text(doc.case.title)}</h1>\n`),
    paragraph(join([text('Source: '), linked(doc.case.source)]), 'source'),
    ...(doc.frequency_Hz.length > 0 ? [paragraph(text(impedanceSentence(doc)), 'answer')] : []),
    ...(doc.outcome.kind === 'completed' ? [] : [paragraph(text(doc.outcome.sentence), 'warning')]),
    ...caseLines(doc.case).map(([head, words]) => paragraph(text(`${head}: ${words}`))),
    paragraph(text(`state: ${stateText(doc)}`)),
    ...doc.warnings.map((warning) =>
      paragraph(join([raw('<span class="mark">Warning:</span> '), linked(warning)]), 'warning')
    ),
    raw('</header>\n'),
  ]);
}

function spectrumSection({ frequency_Hz, impedance }: ImpedanceDocument): Html {
  return section('spectrum', 'Impedance by frequency', [htmlTable(
    'Real part and negative imaginary part in Ω cm²; all frequencies are in impedance.csv',
    [{ title: 'frequency' }, ...names.flatMap((name) => {
      const label = name === 'total' ? 'cell' : impedanceLabels[name];
      return [{ title: label, unit: 'Re Z', numeric: true }, { title: label, unit: '−Im Z', numeric: true }];
    })],
    decadeRows(frequency_Hz).map((k) => ({
      cells: [text(frequencyText(frequency_Hz[k])), ...names.flatMap((
        name,
      ) => [text(significant(impedance[name].real_ohm_cm2[k])),
        text(significant(-impedance[name].imaginary_ohm_cm2[k]))]
      )],
    })),
  )]);
}

function elementSection({ elements: it }: ImpedanceDocument): Html {
  const row = (label: string, value: number | null, unit: string) => ({
    cells: [text(label), text(significant(value)), text(unit)],
  });
  return section('elements', 'What an equivalent circuit would contain', [htmlTable(
    'Per area of cell, at this state',
    [{ title: 'element' }, { title: 'value', numeric: true }, { title: 'unit' }],
    [
      row('membrane', it.membraneResistance_ohm_cm2, 'Ω cm²'),
      row('ions through the cathode, end to end', it.ionicResistance_ohm_cm2, 'Ω cm²'),
      row('electrons through the cathode, end to end', it.electronicResistance_ohm_cm2, 'Ω cm²'),
      row('charge transfer and films of the cathode, in parallel', it.chargeTransferResistance_ohm_cm2, 'Ω cm²'),
      row('anode interface', it.anodeResistance_ohm_cm2, 'Ω cm²'),
      row('double layer of the cathode', it.doubleLayerCapacitance_mF_cm2, 'mF cm⁻²'),
    ],
  )]);
}

function modelSection({ state, counters, provenance, schema }: ImpedanceDocument): Html {
  return section('model', 'What was solved', [
    paragraph(text(
      'The equations of the discharge, linearised about the state of rest and solved at each frequency on the same cells and '
        + 'particle shells. Beside every charge transfer lies a double layer of '
        + `${
          significant(100 * state.doubleLayerCapacitance_F_m2)
        } µF per cm² of wetted surface (and of a planar anode). Inductance, `
        + 'grain boundaries of the membrane and its dielectric response are not in the model: a measured arc at the highest '
        + 'frequencies has no counterpart here.',
    )),
    paragraph(text(
      `${counters.frequencies} frequencies, ${counters.factorisations} complex factorisations, ${counters.unknowns} unknowns, `
        + `${
          fixed(counters.milliseconds, 1)
        } ms. Computed by ${provenance.program} ${provenance.version}; hash of the case: `
        + `${provenance.caseHash}; schema: ${schema}.`,
    )),
  ]);
}
