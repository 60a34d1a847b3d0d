import { readFileSync, statSync } from 'node:fs';
import { freemem } from 'node:os';
import { basename, dirname } from 'node:path';
import { openVoxels } from '../voxels/files/open-voxels.js';
import type { VoxelFile } from '../voxels/files/voxel-file.js';
import { bytesNeeded } from '../voxels/measures/phase-transport.js';
import { type SegmentedImage, segmentedImage } from '../voxels/segmented-image.js';
import type { CaseIssue, Loaded } from './case-issue.js';
import { namesIn, readText } from './files/read-text.js';
import { type ImageDescription, parseImage } from './sections/image-description.js';
import { type Wording, wording } from './wording.js';

/** An image file with its description: its size is known, its voxels are not read yet. */
export interface ImageFile {
  readonly name: string;
  readonly description: ImageDescription;
  /** Where the description has its labels. */
  readonly labelsAt: Pick<CaseIssue, 'file' | 'line' | 'column'>;
  /** Reads the voxels. */
  readonly image: () => Loaded<{ image: SegmentedImage }>;
}

/** Node reads no file beyond that at once [bytes]. */
const mostBytes = 2 ** 31 - 1;

const imageFile = /\.(tiff?|npy|raw)$/i;

/** Name of the description: that of the image with `.yaml` for its ending. */
export const descriptionOf = (path: string): string => `${path.replace(/\.[^./\\]*$/, '')}.yaml`;

/** Opens an image and reads what stands beside it; a file that is not there is a problem like any other. */
export function loadImage(path: string, description = descriptionOf(path),
  free = freemem()): Loaded<{ file: ImageFile }>
{
  const refuse = (file: string, words: Wording): Loaded<never> => ({ ok: false, issues: [issueAt(file, words)] });
  if (!isFile(path)) {
    return refuse(path, wording.missingImage(namesIn(dirname(path)).filter((name) =>
      imageFile.test(name)
    ).slice(0, 10)));
  }
  if (!isFile(description)) return refuse(path, wording.missingDescription(description));
  const text = attempt(description, () => readText(description));
  if (!text.ok) return text;
  const reading = parseImage(text.found, description);
  if (!reading.ok) return reading;
  const { size } = statSync(path);
  if (size > mostBytes) return refuse(path, wording.largeImage(size, mostBytes));
  const bytes = attempt(path, () => new Uint8Array(readFileSync(path)));
  if (!bytes.ok) return bytes;
  const opened = openVoxels(path, bytes.found, reading.description.raw);
  if (!opened.ok) return refuse(path, wording.badImage(opened.problem));
  const short = lackOfMemory(opened.file, reading.description, free);
  if (short) return refuse(path, short);
  const labelsAt = reading.locate(['labels']);
  return {
    ok: true,
    file: { name: basename(path), description: reading.description, labelsAt, image: () => {
      const found = opened.file.labels();
      if (!found.ok) return refuse(path, wording.badImage(found.problem));
      const segmented = segmentedImage(opened.file.size, found.labels, reading.description);
      return segmented.ok
        ? segmented
        : { ok: false, issues: [{ ...labelsAt, key: 'labels', ...wording.unnamedLabels(segmented.unnamed) }] };
    } },
  };
}

/** A pipe or a device has no end, a folder is none. */
const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** What is said before a solution that would not fit: labels, the potential for the report and the solution itself. */
function lackOfMemory({ size, bytesPerLabel }: VoxelFile, { voxelSize, ends, carriers }: ImageDescription,
  free: number): Wording | undefined
{
  const cubes = Math.max(...voxelSize) < 1.001 * Math.min(...voxelSize) && Object.keys(carriers).length === 0;
  const needed = size[0] * size[1] * size[2] * (2 * bytesPerLabel + 4) + bytesNeeded(size, ends, cubes);
  return needed > free ? wording.littleMemory(size, needed, free) : undefined;
}

const issueAt = (file: string, words: Wording): CaseIssue => ({ file, line: 1, column: 1, key: '', ...words });

/** What `read` gives, or the words of the system as an issue. */
function attempt<T>(path: string, read: () => T): Loaded<{ found: T }> {
  try {
    return { ok: true, found: read() };
  } catch (error) {
    return { ok: false, issues: [issueAt(path, wording.unreadable((error as Error).message))] };
  }
}
