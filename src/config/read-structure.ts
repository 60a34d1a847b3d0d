import { statSync } from 'node:fs';
import { electrodePhases, electrodeStructure } from '../voxels/measures/electrode-structure.js';
import type { CaseIssue } from './case.js';
import { descriptionOf, loadImage } from './read-image.js';
import type { ImageText } from './structure-source.js';
import { wording } from './wording.js';

/** Images of this process: a sweep reads its case for every design. */
const known = new Map<string, { readonly version: string; readonly text: string }>();

/** What a case takes from an image, as text: the image has none of its own, and a text goes to other threads as it is. */
export function imageText(path: string): string {
  const version = [path, descriptionOf(path)].map(versionOf).join();
  const before = known.get(path);
  if (before?.version === version) return before.text;
  const text = JSON.stringify(read(path));
  known.set(path, { version, text });
  return text;
}

function versionOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? 'none' : `${stat.mtimeMs} ${stat.size}`;
}

function read(path: string): ImageText {
  const loaded = loadImage(path);
  if (!loaded.ok) return { issues: loaded.issues };
  const foreign = [...loaded.file.description.labels.values()].find((name) =>
    !(electrodePhases as readonly string[]).includes(name)
  );
  if (foreign !== undefined) return { issues: [issue(path, foreign)] };
  const found = loaded.file.image();
  return found.ok ? { structure: electrodeStructure(found.image) } : { issues: found.issues };
}

const issue = (path: string, name: string): CaseIssue => (
  { file: descriptionOf(path), line: 1, column: 1, key: 'labels', ...wording.foreignPhase(name, electrodePhases) }
);
