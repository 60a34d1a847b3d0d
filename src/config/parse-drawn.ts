import type { Loaded } from './case.js';
import { drawnSchema } from './drawn-schema.js';
import type { DrawnStructure } from './image-types.js';
import { readWhole } from './table-reading.js';

/** What a file of a structure to be made asks for. */
export type DrawnReading = Loaded<{ drawn: DrawnStructure }>;

/** Reads the text of a structure that is to be made; every problem is an issue with its place. */
export function parseDrawn(text: string, { file }: { readonly file: string }): DrawnReading {
  const read = readWhole(drawnSchema, text, file);
  return read.ok ? { ok: true, drawn: read.value } : read;
}
