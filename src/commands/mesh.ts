import { type Command, Option } from 'commander';
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadMesh } from '../config/files/read-mesh.js';
import { lengthUnits } from '../config/sections/mesh-file.js';
import { exit, isOfDisk, print, refuse, refuseCommand, terminal } from './command.js';

interface MeshOptions {
  readonly unit: keyof typeof lengthUnits;
  readonly picture?: string;
}

export function addMesh(root: Command): void {
  root.command('mesh')
    .description('layers, cells and quality of a mesh of Gmsh, and what it lacks for a case')
    .argument('<mesh>', '.msh file, x from the anode to the collector')
    .addOption(new Option('--unit <unit>', 'unit of length of the file').choices(Object.keys(lengthUnits))
      .makeOptionMandatory())
    .option('--picture <file>', 'SVG to draw the cells into')
    .action(mesh);
}

async function mesh(path: string, { unit, picture }: MeshOptions): Promise<void> {
  const loaded = loadMesh(path);
  if (!loaded.ok) return refuse(loaded.issues);
  const { summariseMesh } = await import('../study/mesh-summary.js');
  const { meshCard, meshPicture } = await import('../report/mesh-card.js');
  const summary = summariseMesh(loaded.mesh, basename(path), lengthUnits[unit]);
  print(meshCard(summary, terminal()));
  process.exitCode = summary.problem ? exit.invalid : exit.result;
  if (picture === undefined) return;
  try {
    writeFileSync(picture, meshPicture(summary));
  } catch (error) {
    if (!isOfDisk(error)) throw error;
    refuseCommand(`--picture ${picture}: expected a file that can be written, found ${error.message}; choose another`);
  }
}
