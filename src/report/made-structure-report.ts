import type { MadeStructureDocument } from '../results/made-structure-schema.js';
import { writeTiff } from '../voxels/files/write-tiff.js';
import type { SegmentedImage } from '../voxels/segmented-image.js';
import { type Description, entry, figure, fold, type Report, sentence, table, tables,
  warnings } from './blocks/block.js';
import { originFold } from './blocks/parameters.js';
import { fixed, percent, significant } from './format.js';
import { column, tableOf, type TextTable, words } from './text-table.js';
import { vti } from './vtk.js';

/** Name of the image and of its description. */
const stem = 'structure';

/** A made structure, with its voxels for the pictures and the files beside the page. */
export const madeStructureReport = (image: SegmentedImage): Report<MadeStructureDocument> => ({
  page: 'made.html',
  json: 'made.json',
  describe: (doc) => describe(doc, image),
  more: async (_, folder) => {
    await folder.put(`${stem}.tif`, writeTiff(image.size, Uint8Array.from(image.labels)));
  },
});

function describe(doc: MadeStructureDocument, image: SegmentedImage): Description {
  return {
    title: `Structure: ${doc.title}`,
    blocks: [
      entry('source', 'made by this program, no measurement'),
      entry('made', `${doc.file}: ${madeLine(doc)}`),
      table(carrierRows(doc)),
      ...tables([shareTable(doc), particleTable(doc)]),
      ...warnings(doc.warnings),
      figure(async () => (await import('./figures/structure-pictures.js')).structureSolid(image, viewsOf(doc))),
      fold('figures', 'Slices, and how far order reaches', [], [
        figure(async () =>
          (await import('./figures/structure-pictures.js')).structureSlices({
            image: { file: `${stem}.tif`, through: image.through },
            phases: doc.phases,
          }, image)
        ),
        figure(async () => (await import('./figures/structure-curves.js')).structureCorrelation(doc)),
      ]),
      fold('model', 'How it was made', [entry('work', workText(doc))], [sentence(makingWords), sentence(carrierWords)]),
      originFold(doc.provenance, `; schema: ${doc.schema}.`),
    ],
    files: [{ name: `${stem}.yaml`, text: () => descriptionOf(doc) }, { name: `${stem}.vti`,
      text: () => vtiOf(image) }],
  };
}

/** All solids, then what each carrier moves in. */
function viewsOf({ phases }: MadeStructureDocument) {
  const solids = phases.filter(({ name, volumeFraction }) => name !== 'void' && volumeFraction > 0).map(({ name }) =>
    name
  );
  const others = solids.filter((name) => name !== 'activeMaterial');
  return [
    { words: 'all solids', phases: solids },
    { words: 'active material', phases: ['activeMaterial'] },
    { words: others.join(', '), phases: others },
  ].filter((view) => view.phases.some((name) => solids.includes(name)));
}

const workText = ({ relaxation, counters }: MadeStructureDocument): string =>
  [
    ...(relaxation
      ? [
        `${relaxation.sweeps} sweeps, overlaps beyond what is allowed ${percent(relaxation.residualOverlap, 1)} of `
        + 'the radii',
      ]
      : []),
    `${fixed(counters.milliseconds / 1000, 1)} s`,
  ].join(', ');

const vtiOf = (image: SegmentedImage): string => vti(image, { phase: Uint8Array.from(image.labels) });

/** What stands beside the image, as `catholith tortuosity` and a case read it. */
function descriptionOf({ title, file, seed, voxelSize_um, phases, provenance }: MadeStructureDocument): string {
  const source = `made by ${provenance.program} ${provenance.version} from ${file}, seed ${seed}; no measurement`;
  const labels = phases.map(({ name }, label) => `${label}: ${name}`).filter((_, label) =>
    phases[label].volumeFraction > 0
  );
  return `title: ${JSON.stringify(title)}\nsource: ${JSON.stringify(source)}\n`
    + `voxelSize: ${Number(voxelSize_um.toPrecision(12))} um\nlabels: {${labels.join(', ')}}\n`;
}

const makingWords =
  'The pattern takes its place first. Spheres with the volume asked for, at random places of a box that repeats itself, push each other apart until they overlap by no '
  + 'more than allowed; every phase then takes the voxels nearest to its spheres until it has its share: active material, films, electrolyte. Shares are therefore exact '
  + 'to a voxel, and particles that are pressed are flat where they touch.';

const carrierWords =
  'Tortuosity factor = mean volume fraction over mean effective share of the conductivity, along z between insulating sides. A particle of active material takes part as a '
  + 'whole where it touches electrolyte that leads to the membrane and active material or carbon that leads to the collector. Contacts conduct as wide as the voxels that two '
  + 'particles share: what grain boundaries and gaps finer than a voxel cost is not in it.';

/** Shares, the pattern among them. */
const shareTable = ({ phases, pattern }: MadeStructureDocument): TextTable =>
  tableOf('Shares of the volume', [
    ...phases.filter(({ askedFor, volumeFraction }) => askedFor > 0 || volumeFraction > 0),
    ...(pattern ? [{ ...pattern, name: `of it ${pattern.shape} of ${pattern.phase}` }] : []),
  ], [
    words('phase', ({ name }) => name),
    column('asked for', '', ({ askedFor }) => percent(askedFor, 2)),
    column('got', '', ({ volumeFraction }) => percent(volumeFraction, 2)),
  ]);

const particleTable = ({ particles }: MadeStructureDocument): TextTable =>
  tableOf('Particles', particles, [
    words('phase', ({ phase }) => phase),
    column('number', '', ({ count }) => String(count)),
    column('asked for', 'um', ({ askedFor }) => significant(askedFor.diameter_um)),
    column('got', 'um', ({ diameter_um }) => significant(diameter_um)),
    column('asked for', '+- of one', ({ askedFor }) => percent(askedFor.deviation)),
    column('got', '+- of one', ({ deviation }) => percent(deviation)),
    column('d10', 'um', ({ d10_um }) => significant(d10_um)),
    column('d50', 'um', ({ d50_um }) => significant(d50_um)),
    column('d90', 'um', ({ d90_um }) => significant(d90_um)),
  ]);

interface Row {
  readonly what: string;
  readonly mean: number | null;
  readonly text: (value: number | null) => string;
  readonly deviation?: number;
}

/** What both carriers find. */
function carrierRows({ ions, electrons, surface, contacts, realisations }: MadeStructureDocument): TextTable {
  const share = (value: number | null): string => percent(value, 1);
  const path = (what: string, { tortuosityFactor, conductivityRatio }: MadeStructureDocument['ions']): Row[] => [
    { what: `tortuosity factor of ${what}`, mean: tortuosityFactor, text: significant,
      ...(conductivityRatio.mean > 0 && realisations > 1
        && { deviation: conductivityRatio.standardDeviation / conductivityRatio.mean }) },
  ];
  const of = (what: string, { mean, standardDeviation }: MadeStructureDocument['contacts']['connected'],
    text: Row['text'] = share): Row => (
      { what, mean, text, ...(mean > 0 && realisations > 1 && { deviation: standardDeviation / mean }) }
    );
  const rows: Row[] = [
    ...path('ions', ions),
    ...path('electrons', electrons),
    of('active material that ions reach', contacts.reachedByIons),
    of('active material that electrons reach', contacts.reachedByElectrons),
    of('active material that takes part', contacts.connected),
    of('neighbours of a particle of active material', contacts.neighbours, significant),
    of('wetted area (um^2/um^3)', surface.wetted_per_um, significant),
    { what: `coverage of spheres of ${significant(surface.particleRadius_um)} um radius`, mean: surface.coverage,
      text: share },
    of('radius of spheres, wetted all around, that fill as quickly (um)', surface.fillingRadius_um, significant),
  ];
  return tableOf(`Ways and surfaces in the structure, mean of ${realisations} realisations`, rows, [
    words('quantity', ({ what }) => what),
    column('mean', '', ({ mean, text }) => text(mean)),
    column('scatter', '+- of one', ({ deviation }) => percent(deviation ?? null, 1)),
  ]);
}

/** What was made, in one line. */
function madeLine({ voxels: { x, y, z }, voxelSize_um: h, seed }: MadeStructureDocument): string {
  const sizes = [x, y, z].map((count) => significant(count * h));
  return `${x} x ${y} x ${z} voxels of ${significant(h)} um (${sizes.join(' x ')} um), electrode along z, seed ${seed}`;
}
