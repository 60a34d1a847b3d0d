import type { CaseSummary } from '../study/summarise-case.js';
import { cardKit, type CardOptions, joinBlocks } from './card.js';
import { caseLines } from './case-lines.js';

/** The answer of `catholith check` to a case that is fine. */
export function caseCard(summary: CaseSummary, options: CardOptions): string {
  const { bold, entry, entries, warnings, paint } = cardKit(options);
  const { mesh, title, source } = summary.case;
  return joinBlocks([[
    ...bold(title),
    entry('source', source),
    ...entries(caseLines(summary.case)),
    entry('rates', summary.rates.join(', ')),
    entry('mesh', `${mesh.name}: ${mesh.cells} cells, ${mesh.shells} shells`),
    entry('parameters', `${summary.parameters}, of which ${summary.assumed} assumed`),
    ...warnings(summary.warnings),
    paint('green', 'The case is valid.'),
  ]]);
}
