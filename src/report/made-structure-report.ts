import type { MadeStructureDocument } from '../results/made-structure-schema.js';
import type { Figure } from './figures/figure.js';
import { fixed, percent } from './format.js';
import { section, sentence } from './html/elements.js';
import { figureSection } from './html/figure-section.js';
import { reportPage, sourceLine, warningLines } from './html/page.js';
import { carrierRows, madeLine, particleTable, shareTable } from './made-structure-tables.js';
import { pageTable } from './text-table.js';

/** A made structure on one page. */
export const madeStructureReport = (doc: MadeStructureDocument, figures: readonly Figure[]): string =>
  reportPage(`Structure: ${doc.title}`, [
    sourceLine('made by this program, no measurement'),
    sentence(`${doc.file}: ${madeLine(doc)}.`),
    ...warningLines(doc.warnings),
  ], [
    section('made', 'Asked for and got', [
      pageTable(shareTable(doc)),
      ...(doc.particles.length > 0 ? [pageTable(particleTable(doc))] : []),
      ...(doc.relaxation
        ? [
          sentence(
            `${doc.relaxation.sweeps} sweeps pushed the particles apart; what overlaps beyond what is allowed is ${
              percent(doc.relaxation.residualOverlap, 1)
            } of the sum of two radii, mean over pairs that touch.`,
          ),
        ]
        : []),
    ]),
    section('carriers', 'What both carriers find', [
      pageTable(carrierRows(doc)),
      sentence(
        'Tortuosity factor = mean volume fraction over mean effective share of the conductivity, along z between insulating sides. A particle of active '
          + 'material takes part as a whole where it touches electrolyte that leads to the membrane and active material or carbon that leads to the collector. '
          + 'Contacts conduct as wide as the voxels that two particles share: what grain boundaries and gaps finer than a voxel cost is not in it.',
      ),
    ]),
    figureSection(figures),
    section('model', 'How it was made', [
      sentence(
        'The pattern takes its place first. Spheres with the volume asked for, at random places of a box that repeats itself, push each other apart until they '
          + 'overlap by no more than allowed; every phase then takes the voxels nearest to its spheres until it has its share: active material, films, electrolyte. '
          + 'Shares are therefore exact to a voxel, and particles that are pressed are flat where they touch.',
      ),
      sentence(
        `${
          fixed(doc.counters.milliseconds / 1000, 1)
        } s. Computed by ${doc.provenance.program} ${doc.provenance.version}; schema: ${doc.schema}.`,
      ),
    ]),
  ]);
