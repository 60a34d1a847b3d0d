import { closeSync, constants, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * A file has its name only once it is complete: `write` fills `PATH.part`, which then takes the name. What stood there before is replaced,
 * a link by the file and not the file that it leads to; where writing fails (a full disk), it stays and the part goes.
 */
export async function writeWhole(path: string, write: (part: string) => void | Promise<void>): Promise<void> {
  const part = `${path}.part`;
  rmSync(part, { force: true });
  try {
    await write(part);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Writes a text or bytes to a new file; where writing fails (a full disk), nothing of it stays. */
export function writeBytes(path: string, content: string | Uint8Array): void {
  const descriptor = openSync(path, 'wx');
  try {
    writeAll(descriptor, content);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** Opens a file that is added to, or begins it: one that a link leads to is somebody else's. */
export const openOwn = (file: string): number =>
  openSync(file, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0), 0o666);

/** All of it, or a throw: a single write may take only a part and say so by its number alone. */
export function writeAll(descriptor: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let offset = 0; offset < bytes.length;) offset += writeSync(descriptor, bytes, offset);
}

/** Makes a folder and those above it, one after the other: below /proc, Node's own recursive mkdir never ends. */
export function makeFolder(dir: string): void {
  const path = resolve(dir);
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // somebody else may have made it just now
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // nothing there, or below something that is no folder: mkdir says which
    return false;
  }
}
