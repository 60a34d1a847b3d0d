import { type Command, InvalidArgumentError } from 'commander';
import { loadImage } from '../config/read-image.js';
import type { StructureDocument } from '../results/structure-schema.js';
import { type CaseOptions, present, refuse, usualFolder, withProgress } from './command.js';

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
  const read = loaded.file.image();
  if (!read.ok) return refuse(read.issues);
  const { StructureStudy } = await import('../study/structure.js');
  const { name, description } = loaded.file;
  const total = StructureStudy.count(read.image, description, options);
  const { document, pictures } = await withProgress('solutions', total,
    async (onDone) => new StructureStudy(name, description, read.image, options, onDone).run());
  await present<StructureDocument>(document, options,
    async () => (await import('../report/structure-report.js')).structureReport(pictures), usualFolder(path));
}

function readAxes(text: string): Axis[] {
  const found = [...new Set(text.replace(/[\s,]/g, ''))];
  if (found.length === 0 || found.some((axis) => !'xyz'.includes(axis)))
    throw new InvalidArgumentError('Expected any of x, y and z, e.g. --axes z.');
  return found as Axis[];
}
