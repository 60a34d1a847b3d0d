import { type ImpedanceDocument, impedanceLabels } from '../results/impedance-schema.js';
import { caseLines } from './case-lines.js';
import { fixed, significant } from './format.js';
import { frequencyText } from './frequency-text.js';
import { impedanceSentence, partNames, stateText } from './impedance-answer.js';
import { decadeRows } from './impedance-rows.js';
import type { CardOptions } from './result-card.js';
import { hanging, painter, table, wrap } from './text-layout.js';

const indent = 11;
const narrowest = 60;

/** The impedance in the terminal: what an equivalent circuit would hold, and Z with its parts once per decade. */
export function eisCard(doc: ImpedanceDocument, options: CardOptions): string {
  const paint = painter(options.colour);
  const width = Math.max(narrowest, options.width);
  const entry = (head: string, text: string): string =>
    hanging(head, text, indent, width, (plain) => paint('cyan', plain));
  const broken = doc.outcome.kind !== 'completed';
  const blocks = [
    [
      ...wrap(doc.case.title, width).map((line) => paint('bold', line)),
      entry('source', doc.case.source),
      ...caseLines(doc.case).map(([head, text]) => entry(head, text)),
      entry('state', stateText(doc)),
    ],
    ...(doc.frequency_Hz.length === 0 ? [] : [[
      ...wrap('Impedance in ohm cm², real part and -imaginary part', width).map((line) => paint('bold', line)),
      table(...decadeTable(doc, width), paint),
    ]]),
    [
      ...(doc.frequency_Hz.length === 0 ? [] : [entry('answer', impedanceSentence(doc))]),
      entry('elements', elementsText(doc)),
      hanging('ended', doc.outcome.sentence, indent, width, (plain) => paint(broken ? 'red' : 'cyan', plain)),
      entry('work', workText(doc)),
      entry('assumed', `${doc.provenance.assumed.length} of ${doc.provenance.parameters.length} parameters`
        + `${
          doc.provenance.assumed.includes('impedance.doubleLayerCapacitance') ? ', the double layer among them' : ''
        }`),
      ...doc.warnings.map((warning) => hanging('warning', warning, indent, width, (plain) => paint('yellow', plain))),
    ],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** One row per decade; the parts where the width allows. */
function decadeTable(doc: ImpedanceDocument, width: number): [string[], string[][], ('left' | 'right')[]] {
  const names = width >= 84 ? (['total', ...partNames] as const) : (['total'] as const);
  const head = ['frequency', ...names.flatMap((name) => [name === 'total' ? 'Z' : impedanceLabels[name], '-im'])];
  const rows = decadeRows(doc.frequency_Hz).map((k) => [
    frequencyText(doc.frequency_Hz[k]),
    ...names.flatMap((name) => [
      significant(doc.impedance[name].real_ohm_cm2[k]),
      negative(doc.impedance[name].imaginary_ohm_cm2[k]),
    ]),
  ]);
  return [head, rows, head.map((_, k) => (k === 0 ? 'left' : 'right'))];
}

/** -0 is a zero, and what round-off leaves of one reads as one. */
const negative = (value: number): string => (Math.abs(value) < 1e-9 ? '0' : significant(-value));

function elementsText({ elements: it }: ImpedanceDocument): string {
  return [
    `membrane ${significant(it.membraneResistance_ohm_cm2)}`,
    `ions through the cathode ${significant(it.ionicResistance_ohm_cm2)}`,
    `electrons through the cathode ${significant(it.electronicResistance_ohm_cm2)}`,
    `its charge transfer ${significant(it.chargeTransferResistance_ohm_cm2)}`,
    `anode ${significant(it.anodeResistance_ohm_cm2)} ohm cm²; double layer of the cathode `
    + `${significant(it.doubleLayerCapacitance_mF_cm2)} mF/cm²`,
  ].join(', ');
}

function workText({ counters }: ImpedanceDocument): string {
  return `${counters.frequencies} frequencies, ${counters.factorisations} complex factorisations, ${counters.unknowns} unknowns, `
    + `${fixed(counters.milliseconds, 1)} ms`;
}
