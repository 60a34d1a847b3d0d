import { type ImpedanceDocument, impedanceLabels } from '../results/impedance-schema.js';
import { cardKit, type CardOptions, joinBlocks } from './card.js';
import { caseLines } from './case-lines.js';
import { fixed, significant } from './format.js';
import { frequencyText } from './frequency-text.js';
import { impedanceSentence, partNames, stateText } from './impedance-answer.js';
import { decadeRows } from './impedance-rows.js';
import { column, tableOf, type TextTable, words } from './text-table.js';

/** The impedance in the terminal: what an equivalent circuit would hold, and Z with its parts once per decade. */
export function eisCard(doc: ImpedanceDocument, options: CardOptions): string {
  const { bold, entry, entries, failure, table, warnings, width } = cardKit(options);
  const { assumed, parameters } = doc.provenance;
  const some = doc.frequency_Hz.length > 0;
  const ending = doc.outcome.kind === 'completed' ? entry : failure;
  const doubleLayer = assumed.includes('impedance.doubleLayerCapacitance') ? ', the double layer among them' : '';
  return joinBlocks([
    [...bold(doc.case.title), entry('source', doc.case.source), ...entries(caseLines(doc.case)),
      entry('state', stateText(doc))],
    some ? [...bold('Impedance in ohm cm², real part and -imaginary part'), table(decadeTable(doc, width))] : [],
    [
      ...(some ? [entry('answer', impedanceSentence(doc))] : []),
      entry('elements', elementsText(doc)),
      ending('ended', doc.outcome.sentence),
      entry('work', workText(doc)),
      entry('assumed', `${assumed.length} of ${parameters.length} parameters${doubleLayer}`),
      ...warnings(doc.warnings),
    ],
  ]);
}

/** Table with a row per decade; the parts where the width allows. */
const decadeTable = ({ frequency_Hz: frequency, impedance }: ImpedanceDocument, width: number): TextTable =>
  tableOf('', decadeRows(frequency), [
    words('frequency', (k) => frequencyText(frequency[k])),
    ...(width >= 84 ? (['total', ...partNames] as const) : (['total'] as const)).flatMap((name) => [
      column<number>(name === 'total' ? 'Z' : impedanceLabels[name], '', (k) =>
        significant(impedance[name].real_ohm_cm2[k])),
      column<number>('-im', '', (k) => negative(impedance[name].imaginary_ohm_cm2[k])),
    ]),
  ]);

/** -0 is a zero, and what round-off leaves of one reads as one. */
const negative = (value: number): string => (Math.abs(value) < 1e-9 ? '0' : significant(-value));

function elementsText({ elements }: ImpedanceDocument): string {
  return [
    `membrane ${significant(elements.membraneResistance_ohm_cm2)}`,
    `ions through the cathode ${significant(elements.ionicResistance_ohm_cm2)}`,
    `electrons through the cathode ${significant(elements.electronicResistance_ohm_cm2)}`,
    `its charge transfer ${significant(elements.chargeTransferResistance_ohm_cm2)}`,
    `anode ${significant(elements.anodeResistance_ohm_cm2)} ohm cm²; double layer of the cathode `
    + `${significant(elements.doubleLayerCapacitance_mF_cm2)} mF/cm²`,
  ].join(', ');
}

function workText({ counters }: ImpedanceDocument): string {
  return `${counters.frequencies} frequencies, ${counters.factorisations} complex factorisations, ${counters.unknowns} unknowns, `
    + `${fixed(counters.milliseconds, 1)} ms`;
}
