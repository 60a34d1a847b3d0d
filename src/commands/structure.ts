import type { Command } from 'commander';
import { basename } from 'node:path';
import { loadDrawn } from '../config/read-case.js';
import type { MadeStructureDocument } from '../results/made-structure-schema.js';
import { type CaseOptions, present, refuse, usualFolder, withProgress } from './command.js';

export function addStructure(root: Command): void {
  root.command('structure')
    .description(
      'make a structure from shares and sizes (particles, films, voids, cracks, a pattern); print what came out, write TIFF, VTI, pictures and its page',
    )
    .argument('<file>', 'structure to be made: voxelSize, voxels, activeMaterial, electrolyte and what else it has')
    .option('--out <dir>', 'folder of the report (default: out/<name of the file>; with --json: no report)')
    .option('--json', 'print the document of the structure and nothing else')
    .action(structure);
}

async function structure(path: string, options: Omit<CaseOptions, 'set'>): Promise<void> {
  const loaded = loadDrawn(path);
  if (!loaded.ok) return refuse(loaded.issues);
  const { makeDocument } = await import('../study/made-structure.js');
  const { document, made } = await withProgress('realisations', loaded.drawn.realisations,
    async (onDone) => makeDocument(basename(path), loaded.drawn, onDone));
  await present<MadeStructureDocument>(document, options,
    async () => (await import('../report/made-structure-report.js')).madeStructureReport(made.image),
    usualFolder(path));
}
