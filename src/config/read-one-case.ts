import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join } from 'node:path';
import { aFunction, anObject, aPath, aText, expectArguments, optional, texts } from '../units/arguments.js';
import { electrodePhases, electrodeStructure } from '../voxels/measures/electrode-structure.js';
import type { Loaded } from './case-issue.js';
import { caseSource } from './case-source.js';
import type { LoadedCase } from './case.js';
import { type FilePurpose, purposeOf } from './file-kinds.js';
import { meshText } from './files/read-mesh.js';
import { namesIn, ownFolder, readText, textIfReadable } from './files/read-text.js';
import { readYaml } from './files/yaml-source.js';
import { parseCase, parseSource } from './parse-case.js';
import type { ParseOptions } from './parse-options.js';
import { descriptionOf, loadImage } from './read-image.js';
import { isMeshName } from './sections/mesh-file.js';
import { type ImageText, isImageName } from './structure-source.js';
import { wording } from './wording.js';

/** Images of this process: a sweep reads its case for every design. */
const known = new Map<string, { readonly version: string; readonly text: string }>();

/** What a case takes from an image, as text: the image has none of its own, and a text goes to other threads as it is. */
function imageText(path: string): string {
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
  const { description, labelsAt } = loaded.file;
  const known: readonly string[] = electrodePhases;
  const foreign = [...new Set(description.labels.values())].filter((name) => !known.includes(name));
  if (foreign.length > 0)
    return { issues: [{ ...labelsAt, key: 'labels', ...wording.foreignPhases(foreign, electrodePhases) }] };
  const found = loaded.file.image();
  return found.ok ? { structure: electrodeStructure(found.image) } : { issues: found.issues };
}

/** Overrides and the folder of the meshes, for files that are read from a disk. */
export interface ReadOptions {
  /** `key=value` texts of the command line. */
  readonly set?: readonly string[];
  /** Folder of the mesh files; default: the one of this package. */
  readonly meshFolder?: string;
  /** Hears of every other file that was read: its name as the case has it, and its text. */
  readonly onFile?: (name: string, text: string) => void;
  readonly onMake?: ParseOptions['onMake'];
}

const caseFile = /\.(ya?ml|json)$/;

/** Reads a case file, the meshes, load profiles and base it may name; a file that is not there is an issue like any other. */
export const loadCase = (path: string, options: ReadOptions = {}): LoadedCase => load(path, options, parseCase);

/** The same where the file may ask for something else, which is told in its place; it is read once for both. */
export const loadOneCase = (path: string, options: ReadOptions = {}): LoadedCase | { readonly purpose: FilePurpose } =>
  load(path, options, (text, settings) => {
    const written = readYaml(text, settings.file);
    const purpose = purposeOf(written);
    return purpose ? { purpose } : parseSource(caseSource(written, settings).source, settings);
  });

/** What a file asks for beside one case; undefined for a case, and for what cannot be read. */
export function readPurpose(path: string): FilePurpose | undefined {
  const text = textIfReadable(path);
  return text === undefined ? undefined : purposeOf(readYaml(text, path));
}

/** Reads a file and what it may name; `parse` makes of its text what it is. */
export function load<T>(path: string, options: ReadOptions, parse: (text: string, options: ParseOptions) => T):
  | T
  | Loaded<never>
{
  expectArguments({ path: [path, aText], options: [options, anObject] });
  const { set, meshFolder = ownFolder('meshes'), onFile, onMake } = options;
  expectArguments({ 'options.set': [set, optional(texts)], 'options.meshFolder': [meshFolder, aPath],
    'options.onFile': [onFile, optional(aFunction)], 'options.onMake': [onMake, optional(aFunction)] });
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    const words = unreadable(path, error as NodeJS.ErrnoException);
    return { ok: false, issues: [{ file: path, line: 1, column: 1, key: '', ...words }] };
  }
  return parse(text, { file: path, meshes: readMeshes(meshFolder), textOf: textsIn(dirname(path), onFile), set,
    ...(onMake && { onMake }) });
}

/**
 * A file that cannot be read is one that is not there: `parseCase` says so at the name. It may lie anywhere, but a link must not lead to a
 * file of another kind: a message shows the start of a table that it cannot read.
 */
function textIn(folder: string, name: string): string | undefined {
  const path = isAbsolute(name) ? name : join(folder, name);
  try {
    if (isImageName(name)) return existsSync(path) ? imageText(path) : undefined;
    if (isMeshName(name)) return meshText(path);
    return extname(realpathSync(path)) === extname(path) ? readText(path) : undefined;
  } catch {
    return undefined;
  }
}

const textsIn = (folder: string, onFile: ReadOptions['onFile']) => (name: string): string | undefined => {
  const text = textIn(folder, name);
  if (text !== undefined) onFile?.(name, text);
  return text;
};

function unreadable(path: string, error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') return wording.unreadable(error.message);
  const folder = dirname(path);
  const names = namesIn(folder).filter((name) => caseFile.test(name));
  return wording.missingFile(folder === '.' ? '' : `${folder}/`, basename(path), names);
}

/** The texts of all meshes by name: a handful of small files. */
export function readMeshes(folder: string): Record<string, string> {
  const files = namesIn(folder).filter((name) => /\.ya?ml$/.test(name));
  return Object.fromEntries(files.map((name) => [name.replace(/\.ya?ml$/, ''), readText(join(folder, name))]));
}
