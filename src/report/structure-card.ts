import type { StructureDocument } from '../results/structure-schema.js';
import { cardKit, type CardOptions, joinBlocks } from './card.js';
import { fixed } from './format.js';
import { carrierTable, imageLine, surfaceTable, transportTable } from './structure-tables.js';

/** The structure of an image in the terminal. */
export function structureCard(doc: StructureDocument, options: CardOptions): string {
  const { bold, entry, titled, warnings } = cardKit(options);
  const { image, counters } = doc;
  return joinBlocks([
    [...bold(image.title), entry('source', image.source), ...(image.licence ? [entry('licence', image.licence)] : []),
      entry('image', `${image.file}: ${imageLine(doc)}`)],
    titled(transportTable(doc)),
    doc.carriers.length > 0 ? titled(carrierTable(doc)) : [],
    doc.surfaces.length > 0 ? titled(surfaceTable(doc)) : [],
    [
      entry('work',
        `${counters.solutions} solutions, ${counters.iterations} iterations, ${
          fixed(counters.milliseconds / 1000, 1)
        } s`),
      ...warnings(doc.warnings),
    ],
  ]);
}
