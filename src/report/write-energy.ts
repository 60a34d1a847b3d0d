import type { CellPromiseDocument } from '../results/cell-promise-schema.js';
import { energyReport } from './energy-report.js';
import { writer } from './write-files.js';

/** Writes energy.html, energy.json and the figures below `dir`; returns their paths. */
export const writeEnergy = writer<CellPromiseDocument>({
  names: { page: 'energy.html', json: 'energy.json' },
  title: (doc) => doc.case.title,
  figures: async (
    doc,
  ) => [(await import('./figures/layer-shares.js')).layerShares(doc),
    (await import('./figures/mass-volume.js')).massVolume(doc)],
  page: energyReport,
});
