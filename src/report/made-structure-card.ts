import type { MadeStructureDocument } from '../results/made-structure-schema.js';
import { cardKit, type CardOptions, joinBlocks } from './card.js';
import { fixed, percent } from './format.js';
import { carrierRows, madeLine, particleTable, shareTable } from './made-structure-tables.js';

/** A made structure in the terminal. */
export function madeStructureCard(doc: MadeStructureDocument, options: CardOptions): string {
  const { bold, entry, titled, warnings } = cardKit(options);
  return joinBlocks([
    [...bold(doc.title), entry('made', madeLine(doc))],
    titled(shareTable(doc)),
    doc.particles.length > 0 ? titled(particleTable(doc)) : [],
    titled(carrierRows(doc)),
    [
      ...(doc.relaxation
        ? [
          entry('relaxed',
            `${doc.relaxation.sweeps} sweeps; overlaps beyond what is allowed ${
              percent(doc.relaxation.residualOverlap, 1)
            } of the radii`),
        ]
        : []),
      entry('work', `${fixed(doc.counters.milliseconds / 1000, 1)} s`),
      ...warnings(doc.warnings),
    ],
  ]);
}
