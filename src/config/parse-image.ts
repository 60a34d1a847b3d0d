import type { CaseIssue, Loaded } from './case.js';
import { imageSchema } from './image-description.js';
import type { ImageDescription } from './image-types.js';
import type { Path } from './plain-data.js';
import { readWhole } from './table-reading.js';

/** Description of an image, and where its keys stand. */
export type ImageReading = Loaded<{
  description: ImageDescription;
  locate: (path: Path) => Pick<CaseIssue, 'file' | 'line' | 'column'>;
}>;

/** Reads the text of the file beside an image. */
export function parseImage(text: string, file: string): ImageReading {
  const read = readWhole(imageSchema, text, file);
  return read.ok ? { ok: true, description: read.value, locate: (path) => read.yaml.position(path, 'value') } : read;
}
