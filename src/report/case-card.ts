import type { CaseSummary } from '../study/summarise-case.js';
import { caseLines } from './case-lines.js';
import type { CardOptions } from './result-card.js';
import { hanging, painter, wrap } from './text-layout.js';

/** The answer of `catholith check` to a case that is fine. */
export function caseCard(summary: CaseSummary, { colour, width }: CardOptions): string {
  const paint = painter(colour);
  const indent = 11;
  const entry = (head: string, text: string): string =>
    hanging(head, text, indent, width, (plain) => paint('cyan', plain));
  const { mesh, title, source } = summary.case;
  return `${
    [
      ...wrap(title, width).map((line) => paint('bold', line)),
      entry('source', source),
      ...caseLines(summary.case).map(([head, text]) => entry(head, text)),
      entry('rates', summary.rates.join(', ')),
      entry('mesh', `${mesh.name}: ${mesh.cells} cells, ${mesh.shells} shells`),
      entry('parameters', `${summary.parameters}, of which ${summary.assumed} assumed`),
      ...summary.warnings.map((warning) =>
        hanging('warning', warning, indent, width, (plain) => paint('yellow', plain))
      ),
      paint('green', 'The case is valid.'),
    ].join('\n')
  }\n`;
}
