import type { CaseSummary } from '../study/summarise-case.js';
import { entries, entry, sentence, warnings } from './blocks/block.js';
import { printCard } from './blocks/card.js';
import type { CardOptions } from './card.js';
import { caseLines } from './case-lines.js';

/** The answer of `catholith check` to a case that is fine. */
export function caseCard(summary: CaseSummary, options: CardOptions): string {
  const { mesh, title, source } = summary.case;
  return printCard({ title, blocks: [
    entry('source', source),
    ...entries(caseLines(summary.case)),
    entry('rates', summary.rates.join(', ')),
    entry('mesh', `${mesh.name}: ${mesh.cells} cells, ${mesh.shells} shells`),
    entry('parameters', `${summary.parameters}, of which ${summary.assumed} assumed`),
    ...warnings(summary.warnings),
    sentence('The case is valid.', 'good'),
  ] }, options);
}
