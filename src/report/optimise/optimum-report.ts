import type { OptimumDocument } from '../../results/optimum-schema.js';
import type { Figure } from '../figures/figure.js';
import { section, sentence } from '../html/elements.js';
import { figureSection } from '../html/figure-section.js';
import { reportPage } from '../html/page.js';
import { pageTable } from '../text-table.js';
import { basisSentence, candidateTable, designTable, optimumTitle } from './optimum-tables.js';

/** The best design on one page. */
export const optimumReport = (doc: OptimumDocument, figures: readonly Figure[]): string =>
  reportPage(optimumTitle(doc), [
    ...doc.verdicts.map((verdict) => sentence(verdict, 'answer')),
    ...(doc.outcome.kind === 'failed' ? [sentence(doc.outcome.sentence, 'warning')] : []),
    sentence(`${basisSentence(doc)}.`),
  ], [
    ...(doc.designs.length === 0 ? [] : [section('designs', 'Designs', [pageTable(designTable(doc))])]),
    figureSection(figures),
    ...(doc.candidates.length === 0 ? [] : [section('choices', 'Choices', [pageTable(candidateTable(doc))])]),
  ]);

/** Designs as CSV, one per line. */
export function optimumCsv({ designs, goals, constraints }: OptimumDocument): string {
  const keys = Object.keys(designs[0]?.values ?? {});
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const head = [...keys, ...goals.map(({ text, unit }) => `${text} [${unit}]`), ...constraints].map(quoted).join(',');
  const rows = designs.map(({ values, goals: found, constraints: kept }) =>
    [...keys.map((key) => quoted([values[key]].flat().join(' | '))), ...found.map(({ value }) => value),
      ...kept.map(({ value }) => value)].join(',')
  );
  return `${[head, ...rows].join('\n')}\n`;
}
