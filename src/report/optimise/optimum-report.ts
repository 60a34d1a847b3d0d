import { Document } from 'yaml';
import { withoutUnit } from '../../config/studies/optimise.js';
import type { OptimumDocument } from '../../results/optimum-schema.js';
import { keyWords } from '../../results/parameter-name.js';
import { formatNumber } from '../../units/quantity.js';
import { answer, type Description, entry, figure, type Report, tables } from '../blocks/block.js';
import { csvLine } from '../csv.js';
import { aboutSign, outsideReasons } from '../outside.js';
import { column, tableOf, type TextTable, words } from '../text-table.js';

/** The best design and what holds it there, or a front. `base`: the case, from the folder. */
export const optimumReport = (base: string): Report<OptimumDocument> => ({
  page: 'optimum.html',
  json: 'optimum.json',
  describe: (doc) => describe(doc, base),
});

function describe(doc: OptimumDocument, base: string): Description {
  const { outcome, designs, verdicts, asWritten } = doc;
  const measured = [...designs.flatMap(({ goals, constraints }) => [...goals, ...constraints]),
    ...asWritten?.goals ?? []];
  return {
    title: optimumTitle(doc),
    blocks: [
      ...(outcome.kind === 'failed' ? [entry('outcome', outcome.sentence, 'failure')] : []),
      ...verdicts.map(answer),
      ...tables([designTable(doc), candidateTable(doc)]),
      ...outsideReasons(measured.flatMap(({ outside }) => outside)),
      entry('search', basisSentence(doc)),
      figure(async () => (await import('../figures/optimum.js')).optimumFigure(doc)),
    ],
    files: designs.length === 0
      ? []
      : [{ name: 'optimum.csv', text: () => optimumCsv(doc) }, { name: 'optimum.yaml',
        text: () => optimumCase(doc, base) }],
  };
}

/** Designs as CSV, one per line. */
function optimumCsv({ designs, goals, constraints }: OptimumDocument): string {
  const keys = Object.keys(designs[0].values);
  const head = csvLine([...keys, ...goals.map(({ text, unit }) => `${text} [${unit}]`), ...constraints, 'outside']);
  const rows = designs.map(({ values, goals: found, constraints: kept }) =>
    csvLine([...keys.map((key) => [values[key]].flat().join(' | ')), ...[...found, ...kept].map(({ value }) => value),
      [...new Set([...found, ...kept].flatMap(({ outside }) => outside))].join('; ')])
  );
  return [head, ...rows].join('');
}

/** The best design as a case over the one that was searched. */
function optimumCase(document: OptimumDocument, base: string): string {
  const written = new Document({ title: optimumTitle(document), base });
  for (const [keys, value] of Object.entries(document.designs[0].values)) {
    for (const key of keys.split('+')) written.setIn(key.trim().split('.'), value);
  }
  return written.toString({ lineWidth: 0 });
}

const optimumTitle = ({ title, designs }: OptimumDocument): string =>
  `${title}: ${designs.length > 1 ? 'front' : 'optimum'}`;

const shown = (one: OptimumDocument['designs'][number]['goals'][number] | undefined): string =>
  one === undefined ? '-' : `${aboutSign(one)}${formatNumber(one.value, 4)}`;

export const designTable = ({ designs, goals, constraints }: OptimumDocument): TextTable =>
  tableOf(designs.length > 1 ? 'The front' : 'The optimum', designs, [
    ...Object.keys(designs[0]?.values ?? {}).map((key) =>
      words<OptimumDocument['designs'][number]>(keyWords(key), ({ values }) => [values[key]].flat().join(' | '))
    ),
    ...goals.map(({ text, unit }, g) =>
      column<OptimumDocument['designs'][number]>(withoutUnit(text, unit), unit, (one) => shown(one.goals[g]))
    ),
    ...constraints.map((text, c) =>
      column<OptimumDocument['designs'][number]>(text, '', ({ constraints: all }) =>
        `${shown(all[c])} ${all[c]?.unit ?? ''}${all[c]?.active ? ' (active)' : all[c]?.met ? '' : ' (not kept)'}`)
    ),
  ]);

const candidateTable = ({ candidates, goals: [{ text, unit }] }: OptimumDocument): TextTable =>
  tableOf('The best of every choice, on the coarse mesh', candidates, [
    ...Object.keys(candidates[0]?.choice ?? {}).map((key) =>
      words<OptimumDocument['candidates'][number]>(keyWords(key), ({ choice }) => choice[key])
    ),
    column(withoutUnit(text, unit), unit,
      ({ goal }) => (goal === null ? 'none found keeps the bounds' : formatNumber(goal, 4))),
  ]);

/** What the numbers rest on. */
export const basisSentence = ({ method, solves }: OptimumDocument): string =>
  `${method === 'gradients' ? 'exact slopes' : 'differential evolution, no slopes'}; ${solves.coarse} discharges `
  + `solved on the coarse mesh, ${solves.fine} on that of the case, from which all numbers here are`;
