import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

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
