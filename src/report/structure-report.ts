import type { StructureDocument } from '../results/structure-schema.js';
import type { StructurePictures } from '../study/structure.js';
import { type Description, entry, figure, fold, type Report, sentence, tables, warnings } from './blocks/block.js';
import { originFold } from './blocks/parameters.js';
import { dash, errorText, fixed, percent, significant } from './format.js';
import { column, tableOf, type TextTable, words } from './text-table.js';
import { vti } from './vtk.js';

/** The structure of an image, with what its pictures are drawn from. */
export const structureReport = (pictures: StructurePictures): Report<StructureDocument> => ({
  page: 'structure.html',
  json: 'structure.json',
  describe: (doc) => describe(doc, pictures),
});

function describe(doc: StructureDocument, pictures: StructurePictures): Description {
  const { image } = doc;
  return {
    title: `Structure: ${image.title}`,
    blocks: [
      entry('source', image.source),
      ...(image.licence ? [entry('licence', image.licence)] : []),
      entry('image', `${image.file}: ${imageLine(doc)}`),
      ...tables([transportTable(doc), carrierTable(doc), surfaceTable(doc)]),
      ...warnings(doc.warnings),
      figure(async () => (await import('./figures/structure-pictures.js')).structureSlices(doc, pictures.image)),
      fold('figures', 'Where the current flows, and how deep', [], [
        figure(async () =>
          (await import('./figures/structure-pictures.js')).structureFlux(doc, pictures.image, pictures.middlePlane)
        ),
        figure(async () => (await import('./figures/structure-curves.js')).structureDepth(doc)),
      ]),
      fold('model', 'What was solved', [entry('work', workText(doc))], [sentence(surfaceWords), sentence(modelWords)]),
      originFold(doc.provenance, `; schema: ${doc.schema}.`),
    ],
    files: [{ name: 'structure.vti', text: () => vtiOf(pictures) }],
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

type Phase = StructureDocument['phases'][number];
type Row = Phase['transport'][number] & { readonly phase: Phase };

const rowsOf = ({ phases }: StructureDocument): Row[] =>
  phases.filter(({ volumeFraction }) => volumeFraction > 0)
    .flatMap((phase) => phase.transport.map((along) => ({ ...along, phase })));

/** Transport of every phase along every axis. */
const transportTable = (doc: StructureDocument): TextTable =>
  tableOf('Transport of each phase, as a share of its own conductivity', rowsOf(doc), [
    words<Row>('phase', ({ phase, axis }) => (axis === phase.transport[0].axis ? phase.name : '')),
    column<Row>('volume', '',
      ({ phase, axis }) => (axis === phase.transport[0].axis ? percent(phase.volumeFraction, 1) : '')),
    words<Row>('along', ({ axis }) => axis),
    column<Row>('leads through', '', ({ leadingFraction }) => percent(leadingFraction, 1)),
    column<Row>('effective', 'of bulk', ({ conductivityRatio }) => significant(conductivityRatio, 4)),
    column<Row>('tortuosity', 'factor', ({ tortuosityFactor }) => significant(tortuosityFactor, 4)),
    column<Row>('solved', 'to',
      ({ tortuosityFactor, relativeError }) => (tortuosityFactor === null ? dash : errorText(relativeError))),
    column<Row>('octants', '+- of one',
      ({ octants }) => (octants && octants.mean > 0 ? percent(octants.standardDeviation / octants.mean) : dash)),
    column<Row>('mean chord', 'um', ({ phase, axis }) => significant(phase.meanChord_um[axis])),
  ]);

const surfaceTable = ({ surfaces }: StructureDocument): TextTable =>
  tableOf('Surfaces between phases', surfaces, [
    words('between', ({ between }) => between.join(' and ')),
    column('area', 'um^2/um^3', ({ area_per_um }) => significant(area_per_um, 4)),
  ]);

/** Several phases together, where the description states conductivities. */
function carrierTable({ carriers }: StructureDocument): TextTable {
  const rows = carriers.flatMap((carrier) => carrier.along.map((along) => ({ carrier, ...along })));
  return tableOf('Effective conductivity of several phases together', rows, [
    words('carrier', ({ carrier, axis }) => (axis === carrier.along[0].axis ? carrier.name : '')),
    words('along', ({ axis }) => axis),
    column('effective', 'mS/cm', ({ effectiveConductivity_mS_cm }) => significant(effectiveConductivity_mS_cm, 4)),
    column('solved', 'to', ({ relativeError }) => errorText(relativeError)),
    column('iterations', '', ({ iterations }) => String(iterations)),
  ]);
}

/** What was imaged, in one line. */
function imageLine({ image: { voxels, voxelSize_um: h, through, ends } }: StructureDocument): string {
  const cubes = h.x === h.y && h.y === h.z;
  const sizes = [voxels.x * h.x, voxels.y * h.y, voxels.z * h.z].map((length) => significant(length));
  return `${voxels.x} x ${voxels.y} x ${voxels.z} voxels of `
    + `${cubes ? significant(h.x) : [h.x, h.y, h.z].map((one) => significant(one)).join(' x ')} um `
    + `(${sizes.join(' x ')} um), electrode along ${through}, `
    + `${ends === 'walls' ? 'insulating sides' : 'repeating itself'}`;
}
