import { stringify } from 'yaml';
import type { OptimumDocument } from '../../results/optimum-schema.js';
import { answer, type Description, entry, figure, table } from '../blocks/block.js';
import { cardOf, type Report } from '../blocks/report.js';
import { csvLine } from '../csv.js';
import { outsideReasons } from '../outside.js';
import { placeKey } from '../place-key.js';
import { basisSentence, candidateTable, designTable, optimumTitle } from './optimum-tables.js';

/** The best design and what holds it there, or a front. `base`: the case, from the folder. */
export const optimumReport = (base = ''): Report<OptimumDocument> => ({
  page: 'optimum.html',
  json: 'optimum.json',
  describe: (doc) => describe(doc, base),
});

export const optimumCard = cardOf(optimumReport());

function describe(doc: OptimumDocument, base: string): Description {
  const { outcome, designs, candidates, verdicts, asWritten } = doc;
  const measured = [...designs.flatMap(({ goals, constraints }) => [...goals, ...constraints]),
    ...asWritten?.goals ?? []];
  return {
    title: optimumTitle(doc),
    blocks: [
      ...(outcome.kind === 'failed' ? [entry('outcome', outcome.sentence, 'failure')] : []),
      ...verdicts.map(answer),
      ...(designs.length > 0 ? [table(designTable(doc))] : []),
      ...(candidates.length > 0 ? [table(candidateTable(doc))] : []),
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
  const data: Record<string, unknown> = { title: optimumTitle(document), base };
  for (const [keys, value] of Object.entries(document.designs[0].values)) {
    for (const key of keys.split('+')) placeKey(data, key.trim().split('.'), value);
  }
  return stringify(data, { lineWidth: 0 });
}
