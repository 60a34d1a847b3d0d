import type { StructureDocument } from '../results/structure-schema.js';
import type { Figure } from './figures/figure.js';
import { fixed } from './format.js';
import { section, sentence } from './html/elements.js';
import { figureSection } from './html/figure-section.js';
import { reportPage, sourceLine, warningLines } from './html/page.js';
import { carrierTable, imageLine, surfaceTable, transportTable } from './structure-tables.js';
import { pageTable } from './text-table.js';

/** The structure of an image on one page. */
export const structureReport = (doc: StructureDocument, figures: readonly Figure[]): string =>
  reportPage(`Structure: ${doc.image.title}`, [
    sourceLine(doc.image.source),
    ...(doc.image.licence ? [sentence(`Licence: ${doc.image.licence}`)] : []),
    sentence(`${doc.image.file}: ${imageLine(doc)}.`),
    ...warningLines(doc.warnings),
  ], [
    section('transport', 'Transport',
      [transportTable(doc), ...(doc.carriers.length > 0 ? [carrierTable(doc)] : [])].map(pageTable)),
    section('surfaces', 'Surfaces', [
      ...(doc.surfaces.length > 0 ? [pageTable(surfaceTable(doc))] : []),
      sentence(
        'Surfaces by Crofton\'s formula, from crossings along thirteen directions where voxels are cubes and along the three axes elsewhere: right on average '
          + 'for surfaces of every direction, 7 % too small for a plane along the voxels\' faces, and without what is finer than a voxel. Mean chords are '
          + 'lengths within a phase along an axis; for phases that fill space evenly in all directions the mean chord is four volumes over the surface.',
      ),
    ]),
    figureSection(figures),
    section('model', 'What was solved', [
      sentence(
        'div(sigma grad u) = 0 on the voxels, u = 1 on the first plane of the axis and 0 on the last, no current into other phases (and through the sides, '
          + 'unless the image repeats itself); tortuosity factor = volume fraction over the effective share of the conductivity. "Solved to" is how exactly the '
          + 'equations of the voxels are solved; what the voxels themselves miss is seen by imaging finer, what the image misses of the electrode by its octants.',
      ),
      sentence(
        `${doc.counters.solutions} solutions, ${doc.counters.iterations} iterations, ${
          fixed(doc.counters.milliseconds / 1000, 1)
        } s. Computed by `
          + `${doc.provenance.program} ${doc.provenance.version}; schema: ${doc.schema}.`,
      ),
    ]),
  ]);
