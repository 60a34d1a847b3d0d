import { isUtf8 } from 'node:buffer';
import { closeSync, constants, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Nobody writes more by hand, and a load profile of a year in steps of ten seconds has as much. */
const mostBytes = 64 * 2 ** 20;

/** The text of a file that ends; a pipe may never, a device does not, and a file of gigabytes is none of ours. Throws as Node does. */
export function readText(path: string): string {
  // a pipe without a writer would block already here
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw new UnreadableText('a folder');
    if (!stat.isFile()) throw new UnreadableText('a pipe or a device');
    return readWhole(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The same where whoever reads on says what is wrong: undefined for a file that cannot be read. */
export function textIfReadable(path: string): string | undefined {
  try {
    return readText(path);
  } catch {
    return undefined;
  }
}

/** Why there is no text, in words for a message. */
class UnreadableText extends Error {}

/** Some files (below /proc) do not know their size. */
function readWhole(descriptor: number): string {
  const pieces: Buffer[] = [];
  let total = 0;
  for (;;) {
    const piece = Buffer.alloc(1 << 16);
    const size = readSync(descriptor, piece);
    if (size === 0) return decoded(Buffer.concat(pieces));
    pieces.push(piece.subarray(0, size));
    total += size;
    if (total > mostBytes) throw new UnreadableText(`more than ${mostBytes / 2 ** 20} MB`);
  }
}

/** UTF-8, or what the mark at its head says (spreadsheets write UTF-16), or what instruments write in Europe and in China. */
function decoded(bytes: Buffer): string {
  const mark = bytes.toString('latin1', 0, 2);
  const marked = mark === '\xff\xfe' ? 'utf-16le' : mark === '\xfe\xff' ? 'utf-16be' : undefined;
  const encoding = marked ?? (isUtf8(bytes) ? 'utf-8' : hasPairsAlone(bytes) ? 'gb18030' : 'windows-1252');
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** Whether bytes beyond ASCII come two by two, as Chinese characters do; in European languages they stand alone. */
const hasPairsAlone = (bytes: Buffer): boolean =>
  !/[\x80-\xff]/.test(bytes.toString('latin1').replaceAll(/[\x81-\xfe][\xa1-\xfe]/g, ''));

/** Names in a folder, sorted; none where there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // no such folder: nothing to offer
    return [];
  }
}

/** A folder that ships with this package (`configs`, `meshes`): beside `src/` and `dist/`, however deep this file was built. */
export function ownFolder(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return join(folder, name);
}
