import { type Command, InvalidArgumentError } from 'commander';
import { freemem } from 'node:os';
import { basename, extname, join } from 'node:path';
import { type ImageFile, loadImage } from '../config/read-image.js';
import type { StructureDocument } from '../results/structure-schema.js';
import { type CaseOptions, exit, present, refuse, refuseCommand, terminal, withProgress } from './command.js';

type Axis = 'x' | 'y' | 'z';

interface TortuosityOptions extends Omit<CaseOptions, 'set'> {
  readonly description?: string;
  readonly axes: readonly Axis[];
  readonly octants: boolean;
}

export function addTortuosity(root: Command): void {
  root.command('tortuosity')
    .description(
      'fractions, tortuosity factors, surfaces and chords of a segmented image; print its card, write its page, figures and VTI',
    )
    .argument('<image>',
      'TIFF stack, .npy or plain bytes, with a description beside it (<name>.yaml: voxelSize, labels, source)')
    .option('--description <file>', 'description of the image (default: the name of the image with .yaml)')
    .option('--axes <axes>', 'directions of the current, any of x, y, z', readAxes, ['x', 'y', 'z'] as readonly Axis[])
    .option('--no-octants',
      'leave out the eight octants, which say how representative the image is and take as long as the rest')
    .option('--out <dir>', 'folder of the report (default: out/<name of the image>; with --json: no report)')
    .option('--json', 'print the document of the structure and nothing else')
    .action(tortuosity);
}

async function tortuosity(path: string, options: TortuosityOptions): Promise<void> {
  const loaded = loadImage(path, options.description);
  if (!loaded.ok) return refuse(loaded.issues);
  const short = await lackOfMemory(loaded.file);
  if (short !== undefined) return refuseCommand(`${path}: ${short}`);
  const read = loaded.file.image();
  if (!read.ok) return refuse(read.issues);
  const { StructureStudy } = await import('../study/structure.js');
  const { name, description } = loaded.file;
  const total = StructureStudy.count(read.image, description, options);
  const { document, pictures } = await withProgress('solutions', total,
    async (onDone) => new StructureStudy(name, description, read.image, options, onDone).run());
  process.exitCode = exit.result;
  await present<StructureDocument>(document, options, {
    card: async (found) => (await import('../report/structure-card.js')).structureCard(found, terminal()),
    write: async (found, dir, note) =>
      (await import('../report/write-structure.js')).writeStructure(pictures)(found, dir, note),
    page: 'structure.html',
    usualFolder: join('out', basename(path, extname(path))),
  });
}

/** What is said before a solution that would not fit; undefined where there is room. */
async function lackOfMemory({ file: { size, bytesPerLabel }, description }: ImageFile): Promise<string | undefined> {
  const { bytesNeeded } = await import('../voxels/measures/phase-transport.js');
  const { voxelSize, ends, carriers } = description;
  const cubes = Math.max(...voxelSize) < 1.001 * Math.min(...voxelSize) && Object.keys(carriers).length === 0;
  // labels, the potential for the report and the solution itself
  const needed = size[0] * size[1] * size[2] * (2 * bytesPerLabel + 4) + bytesNeeded(size, ends, cubes);
  const free = freemem();
  const gigabytes = (bytes: number): string => `${(bytes / 1e9).toPrecision(3)} GB`;
  return needed > free
    ? `expected ${gigabytes(needed)} of free memory for ${size.join(' x ')} voxels, found ${gigabytes(free)}; `
      + 'crop the image, or coarsen it by a factor of two (an eighth of the memory)'
    : undefined;
}

function readAxes(text: string): Axis[] {
  const found = [...new Set(text.replace(/[\s,]/g, ''))];
  if (found.length === 0 || found.some((axis) => !'xyz'.includes(axis)))
    throw new InvalidArgumentError('Expected any of x, y and z, e.g. --axes z.');
  return found as Axis[];
}
