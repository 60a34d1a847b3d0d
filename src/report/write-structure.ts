import type { StructureDocument } from '../results/structure-schema.js';
import type { StructurePictures } from '../study/structure.js';
import { type Note, ReportFolder } from './files/report-folder.js';
import { structureReport } from './structure-report.js';
import { vti } from './vti.js';
import { putFiles } from './write-files.js';

const page = 'structure.html';

/** Writes structure.html, structure.json, structure.vti and the figures below `dir`; returns their paths. */
export const writeStructure =
  ({ image, potential, middlePlane }: StructurePictures) =>
  async (doc: StructureDocument, dir: string, note?: Note): Promise<string[]> => {
    const { structureSlices } = await import('./figures/structure-slices.js');
    const { structureFlux } = await import('./figures/structure-flux.js');
    const { structureDepth } = await import('./figures/structure-depth.js');
    const figures = [structureSlices(doc, image), structureFlux(doc, image, middlePlane), structureDepth(doc)]
      .filter((figure) => figure !== undefined);
    const phase = Uint8Array.from(image.labels, (label) => image.phaseOf[label]);
    const folder = await ReportFolder.open(dir, page, note);
    try {
      await putFiles(folder, figures, { [page]: structureReport(doc, figures),
        'structure.json': `${JSON.stringify(doc)}\n`, 'structure.vti': vti(image, { phase, potential }) });
      return await folder.finish(doc.image.title);
    } finally {
      folder.close();
    }
  };
