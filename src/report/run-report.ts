import { polarisationGlossary, polarisationLabels, polarisationPartNames } from '../results/polarisation-parts.js';
import type { ResultDocument } from '../results/result-schema.js';
import { answerSentence, endings } from './answer.js';
import { answer, type Block, choice, type Description, entries, entry, figure, type FigureBlock, type Fold, fold,
  type Report, sentence, table, tables, warnings } from './blocks/block.js';
import { cardOf } from './blocks/card.js';
import { originFold, parameterFold } from './blocks/parameters.js';
import { caseLines } from './case-lines.js';
import { billTable, costText, densityTable, itemTable, powerTable } from './energy-tables.js';
import { fixed, significant } from './format.js';
import { decisionTable, detailOf, howSureLines } from './how-sure-lines.js';
import { measuredBlocks } from './measured-blocks.js';
import { outsideReasons } from './outside.js';
import { hasCurve, rateForDetail } from './rate-choice.js';
import { balanceText, energyText, rateLines, workText } from './run-lines.js';
import { detailTables, endLossTable, frontTable, layerTable, meanLossTable, outcomeTable, rateTable,
  trustTable } from './run-tables.js';
import { seriesCsv } from './series-csv.js';
import { fieldFiles } from './vtk.js';

/** A run: what the cell delivers at each rate, what takes the rest, and how far to trust it. */
export const runReport: Report<ResultDocument> = { page: 'report.html', json: 'result.json',
  schema: 'catholith-result-1', describe };

/** Card of a run in the terminal. */
export const resultCard = cardOf(runReport);

function describe(doc: ResultDocument): Description {
  const { case: cell, provenance } = doc;
  const decides = detailOf(doc)?.ranges?.decides.map(({ path }) => path) ?? [];
  return {
    title: cell.title,
    blocks: [
      entry('source', cell.source),
      answer(answerSentence(doc)),
      table(rateTable(doc)),
      ...outsideReasons(doc.rates.flatMap(({ outside = [] }) => outside)),
      figure(async () => (await import('./figures/against-time.js')).voltageTime(doc)),
      figure(async () => (await import('./figures/voltage-curves.js')).voltageCurves(doc)),
      ...measuredBlocks(doc.measured ?? []),
      ...warnings(doc.warnings),
      ...polarisationFold(doc),
      ...sureFold(doc),
      rateFold(doc),
      profileFold(doc),
      energyFold(doc),
      cellFold(doc),
      outcomeFold(doc),
      fold('balances', 'Balances and work', [entry('balances', balanceText(doc)), entry('work', workText(doc))], [
        table(trustTable(doc)),
      ]),
      parameterFold(provenance, 'report.html, or provenance.parameters of --json', decides),
      glossary,
      originFold(provenance,
        ` from the case ${cell.name}; hash of the case: ${provenance.caseHash}; result schema: ${doc.schema}. `
          + 'All numbers of this page are in result.json beside it, the recorded curves in series.csv, the figures as SVG and PNG in figures/.'),
    ],
    files: [{ name: 'series.csv', text: () => seriesCsv(doc) }, ...fieldFiles(doc)],
  };
}

/** More pictures of a kind than this make a page heavy. */
const mostRates = 8;

/** A picture per rate, that of the rate closest to 1C in front. */
function rateChoice(doc: ResultDocument, of: (label: string) => FigureBlock): Block {
  const chosen = rateForDetail(doc)?.label ?? '';
  const labels = doc.rates.filter(hasCurve).map(({ label }) => label);
  const every = Math.ceil(labels.length / mostRates);
  const shown = labels.filter((label, k) => k % every === 0 || label === chosen);
  return choice('rate', chosen, shown.map((name) => ({ name, figure: of(name) })));
}

const polarisationFold = (doc: ResultDocument): Block[] => [
  fold('polarisation', 'Where the voltage goes', [table(meanLossTable(doc))], [
    rateChoice(doc,
      (label) => figure(async () => (await import('./figures/polarisation-stack.js')).polarisationStack(doc, label))),
    table(endLossTable(doc)),
  ]),
];

/** Nothing where it was not asked for. */
function sureFold(doc: ResultDocument): Block[] {
  const lines = howSureLines(doc);
  if (lines.length === 0) return [];
  const rate = detailOf(doc);
  return [fold('how-sure', 'How sure, and what takes the capacity', entries(lines), [
    figure(async () => (await import('./figures/tornado.js')).tornado(doc)),
    ...(rate?.ranges ? [table(decisionTable(rate, rate.ranges.decides, doc.energy.format === undefined))] : []),
  ])];
}

const rateFold = (doc: ResultDocument): Fold =>
  fold('rates', 'Rate by rate', entries(rateLines(doc)), [
    figure(async () => (await import('./figures/rate-capability.js')).rateCapability(doc)),
    figure(async () => (await import('./figures/against-time.js')).temperature(doc)),
    ...tables(detailTables(doc)),
  ]);

const profileFold = (doc: ResultDocument): Fold =>
  fold('profiles', 'Through the thickness', [], [
    rateChoice(doc, (label) => figure(async () => (await import('./figures/profiles.js')).profileFigure(doc, label))),
    figure(async () => (await import('./figures/field-maps.js')).fieldMaps(doc)),
    table(frontTable(doc)),
  ]);

function energyFold(doc: ResultDocument): Fold {
  const { energy } = doc;
  const line = entry('energy', energyText(doc));
  if (energy.format !== undefined) return fold('energy', 'Energy', [line], [table(billTable(energy))]);
  return fold('energy', 'Energy of the cell', [line, entry('cost', costText(energy))], [
    sentence(`At full utilisation and the mean equilibrium voltage of ${fixed(energy.meanVoltage_V, 3)} V: `
      + `${fixed(energy.capacity_Ah, 2)} Ah, ${significant(energy.mass_g)} g, ${significant(energy.volume_cm3)} cm³, `
      + `anode over cathode capacity ${fixed(energy.nToP, 2)}. Basis: ${energy.basis}.`),
    figure(async () => (await import('./figures/energy-rate.js')).energyRate(doc)),
    figure(async () => (await import('./figures/energy-rate.js')).ragone(doc)),
    ...tables([densityTable(doc), powerTable(doc)]),
    figure(async () => (await import('./figures/cell-items.js')).layerShares(doc)),
    figure(async () => (await import('./figures/cell-items.js')).massVolume(doc)),
    ...tables([itemTable(energy), billTable(energy)]),
  ]);
}

function cellFold(doc: ResultDocument): Fold {
  const { case: cell } = doc;
  return fold('cell', 'The cell', entries(caseLines(cell)), [
    figure(async () => (await import('./figures/cell-drawing.js')).cellDrawing(doc)),
    sentence(`Mesh ${cell.mesh.name}: ${cell.mesh.cells} cells, ${cell.mesh.shells} shells per `
      + `particle${cell.mesh.reason ? `: ${cell.mesh.reason}` : ''}.`),
    table(layerTable(cell)),
  ]);
}

const outcomeFold = (doc: ResultDocument): Fold =>
  fold('outcomes', 'Why each run ended', endings(doc).map(({ rates, text }) =>
    entry('ended', `${
      rates.map(({ label }) => label).join(', ')
    }: ${text}`, rates.some(({ outcome }) => outcome.kind !== 'completed')
      ? 'failure'
      : 'plain')
  ), [table(outcomeTable(doc))]);

/** What each loss means and how it is computed. */
const glossary: Fold = fold('glossary', 'What the parts of the polarisation mean', [], [
  sentence(
    'The equilibrium voltage Ueq is the open-circuit potential at the mean stoichiometry of the cathode, minus that '
      + 'of the anode. The parts between it and the cell voltage add up to Ueq − V at every recorded time. Ohmic losses, '
      + 'charge transfer, films and contacts are dissipated power over the current; diffusion in particles and uneven state '
      + 'of charge are differences of equilibrium potentials and may be negative. On charge the same parts raise the '
      + 'voltage; the tables show losses as positive numbers in both directions.',
  ),
  { kind: 'terms', terms: polarisationPartNames.map((part) => {
    const { equation: formula, meaning } = polarisationGlossary[part];
    return { name: polarisationLabels[part], formula, meaning };
  }) },
]);
