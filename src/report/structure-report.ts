import type { StructureDocument } from '../results/structure-schema.js';
import type { StructurePictures } from '../study/structure.js';
import { type Description, entry, figure, fold, sentence, tables, warnings } from './blocks/block.js';
import { originFold } from './blocks/parameters.js';
import { cardOf, type Report } from './blocks/report.js';
import { fixed } from './format.js';
import { carrierTable, imageLine, surfaceTable, transportTable } from './structure-tables.js';
import { vti } from './vti.js';

/** The structure of an image; its pictures need the image itself. */
export const structureReport = (pictures?: StructurePictures): Report<StructureDocument> => ({
  page: 'structure.html',
  json: 'structure.json',
  describe: (doc) => describe(doc, pictures),
});

export const structureCard = cardOf(structureReport());

function describe(doc: StructureDocument, pictures?: StructurePictures): Description {
  const { image } = doc;
  return {
    title: `Structure: ${image.title}`,
    blocks: [
      entry('source', image.source),
      ...(image.licence ? [entry('licence', image.licence)] : []),
      entry('image', `${image.file}: ${imageLine(doc)}`),
      ...tables([transportTable(doc), carrierTable(doc), surfaceTable(doc)]),
      ...warnings(doc.warnings),
      ...(pictures
        ? [figure(async () => (await import('./figures/structure-slices.js')).structureSlices(doc, pictures.image))]
        : []),
      fold('figures', 'Where the current flows, and how deep', [], [
        ...(pictures
          ? [
            figure(async () =>
              (await import('./figures/structure-flux.js')).structureFlux(doc, pictures.image, pictures.middlePlane)
            ),
          ]
          : []),
        figure(async () => (await import('./figures/structure-curves.js')).structureDepth(doc)),
      ]),
      fold('model', 'What was solved', [entry('work', workText(doc))], [sentence(surfaceWords), sentence(modelWords)]),
      originFold(doc.provenance, `; schema: ${doc.schema}.`),
    ],
    files: pictures ? [{ name: 'structure.vti', text: () => vtiOf(pictures) }] : [],
  };
}

const workText = ({ counters }: StructureDocument): string =>
  `${counters.solutions} solutions, ${counters.iterations} iterations, ${fixed(counters.milliseconds / 1000, 1)} s`;

function vtiOf({ image, potential }: StructurePictures) {
  const phase = Uint8Array.from(image.labels, (label) => image.phaseOf[label]);
  return vti(image, { phase, potential });
}

const surfaceWords =
  'Surfaces by Crofton\'s formula, from crossings along thirteen directions where voxels are cubes and along the three axes elsewhere: right on average '
  + 'for surfaces of every direction, 7 % too small for a plane along the voxels\' faces, and without what is finer than a voxel. Mean chords are '
  + 'lengths within a phase along an axis; for phases that fill space evenly in all directions the mean chord is four volumes over the surface.';

const modelWords =
  'div(sigma grad u) = 0 on the voxels, u = 1 on the first plane of the axis and 0 on the last, no current into other phases (and through the sides, '
  + 'unless the image repeats itself); tortuosity factor = volume fraction over the effective share of the conductivity. "Solved to" is how exactly the '
  + 'equations of the voxels are solved; what the voxels themselves miss is seen by imaging finer, what the image misses of the electrode by its octants.';
