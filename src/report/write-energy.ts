import type { CellPromiseDocument } from '../results/cell-promise-schema.js';
import { energyReport } from './energy-report.js';
import type { Note } from './files/report-folder.js';
import { writeFiles } from './write-files.js';

/** Writes energy.html, energy.json and the figures below `dir`; returns their paths. */
export async function writeEnergy(doc: CellPromiseDocument, dir: string, note?: Note): Promise<string[]> {
  const { layerShares } = await import('./figures/layer-shares.js');
  const { massVolume } = await import('./figures/mass-volume.js');
  const figures = [layerShares(doc), massVolume(doc)].filter((figure) => figure !== undefined);
  return writeFiles(dir, figures, { 'energy.html': energyReport(doc, figures),
    'energy.json': `${JSON.stringify(doc)}\n` }, { title: doc.case.title, note });
}
