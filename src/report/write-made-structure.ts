import type { MadeStructureDocument } from '../results/made-structure-schema.js';
import { writeTiff } from '../voxels/files/write-tiff.js';
import type { SegmentedImage } from '../voxels/segmented-image.js';
import { type Note, ReportFolder } from './files/report-folder.js';
import { madeStructureReport } from './made-structure-report.js';
import { vti } from './vti.js';
import { putFiles } from './write-files.js';

const page = 'made.html';
/** Name of the image and of its description. */
const stem = 'structure';

/** Writes made.html, made.json, structure.tif with its description, structure.vti and the figures below `dir`; returns their paths. */
export const writeMadeStructure =
  (image: SegmentedImage) => async (doc: MadeStructureDocument, dir: string, note?: Note): Promise<string[]> => {
    const { structureSlices } = await import('./figures/structure-slices.js');
    const { structureSolid } = await import('./figures/structure-solid.js');
    const { structureCorrelation } = await import('./figures/structure-correlation.js');
    const solids = image.phases.filter((name, k) => name !== 'void' && doc.phases[k].volumeFraction > 0);
    const conductors = solids.filter((name) => name !== 'activeMaterial');
    const figures = [
      structureSolid(image, [
        { words: 'all solids', phases: solids },
        { words: 'active material', phases: ['activeMaterial'] },
        { words: conductors.join(', '), phases: conductors },
      ].filter(({ phases }) => phases.length > 0)),
      structureSlices({ image: { file: `${stem}.tif`, through: image.through }, phases: doc.phases }, image),
      structureCorrelation(doc),
    ];
    const labels = Uint8Array.from(image.labels);
    const folder = await ReportFolder.open(dir, page, note);
    try {
      await folder.put(`${stem}.tif`, writeTiff(image.size, labels));
      await putFiles(folder, figures, { [page]: madeStructureReport(doc, figures),
        'made.json': `${JSON.stringify(doc)}\n`, [`${stem}.yaml`]: descriptionOf(doc),
        [`${stem}.vti`]: vti(image, { phase: labels }) });
      return await folder.finish(doc.title);
    } finally {
      folder.close();
    }
  };

/** What stands beside the image, as `catholith tortuosity` and a case read it. */
const descriptionOf = ({ title, file, seed, voxelSize_um, phases, provenance }: MadeStructureDocument): string =>
  [
    `title: ${JSON.stringify(title)}`,
    `source: ${
      JSON.stringify(`made by ${provenance.program} ${provenance.version} from ${file}, seed ${seed}; no measurement`)
    }`,
    `voxelSize: ${Number(voxelSize_um.toPrecision(12))} um`,
    `labels: {${
      phases.map(({ name }, label) => `${label}: ${name}`).filter((_, label) => phases[label].volumeFraction > 0).join(
        ', ',
      )
    }}`,
    '',
  ].join('\n');
