import { readFileSync, statSync } from 'node:fs';
import type { Loaded } from '../case-issue.js';
import { wording } from '../wording.js';
import type { GroupedMesh, MeshText } from './msh/grouped-mesh.js';
import { parseMsh } from './msh/parse-msh.js';

/** What a case takes from a .msh file, as text: a binary file has none of its own, and a text goes to other threads as it is. Throws as Node does. */
export const meshText = (path: string): string => JSON.stringify(read(path));

/** A mesh alone. */
export function loadMesh(path: string): Loaded<{ mesh: GroupedMesh }> {
  const refused = (words: ReturnType<typeof wording.missingMeshFile>) =>
    ({ ok: false, issues: [{ file: path, line: 1, column: 1, key: '', ...words }] }) as const;
  try {
    const found = read(path);
    return 'mesh' in found ? { ok: true, mesh: found.mesh } : refused({ code: 'wrong-type', ...found.problem });
  } catch {
    return refused(wording.missingMeshFile(path));
  }
}

/** Largest file that is read [bytes]: of larger meshes no cell is solved here. */
const mostBytes = 256 * 2 ** 20;

function read(path: string): MeshText {
  // a pipe would never end
  const stat = statSync(path);
  if (!stat.isFile() || stat.size > mostBytes)
    return { problem: wording.noMeshOf(stat.isFile() ? `${Math.round(stat.size / 2 ** 20)} MB` : 'no file') };
  return parseMsh(readFileSync(path));
}
