<<<<<<< HEAD
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Loaded, LoadedCase } from './case.js';
import { type FilePurpose, purposeOf } from './file-purpose.js';
import { isMeshName } from './mesh-file.js';
=======
>>>>>>> main
import { type CalibrationReading, parseCalibration } from './parse-calibration.js';
import { type ComparisonReading, parseComparison } from './parse-comparison.js';
import { type DrawnReading, parseDrawn } from './parse-drawn.js';
import { type FitReading, parseFit } from './parse-fit.js';
import { type MaterialsReading, parseMaterials } from './parse-materials.js';
import { type OptimisationReading, parseOptimise } from './parse-optimise.js';
import { parseReproduction, type ReproductionReading } from './parse-reproduction.js';
import { parseSweep, type SweepReading } from './parse-sweep.js';
import { parseUncertainty, type UncertaintyReading } from './parse-uncertainty.js';
import { parseValidation, type ValidationReading } from './parse-validation.js';
<<<<<<< HEAD
import { meshText } from './read-mesh.js';
import { ownFolder } from './read-own-folder.js';
import { imageText } from './read-structure.js';
import { namesIn, readText } from './read-text.js';
import { isImageName } from './structure-source.js';
import { wording } from './wording.js';
=======
import { load, loadCase, readMeshes, type ReadOptions, readPurpose } from './read-one-case.js';
import { namesIn } from './read-text.js';
>>>>>>> main

export { loadCase, namesIn, readMeshes, type ReadOptions, readPurpose };

/** Reads a file with several designs. */
export const loadComparison = (path: string, options: ReadOptions = {}): ComparisonReading =>
  load(path, options, parseComparison);

/** A case with the keys that it varies. */
export const loadSweep = (path: string, options: ReadOptions = {}): SweepReading => load(path, options, parseSweep);

/** A case with measured curves and the keys that are fitted to them. */
export const loadFit = (path: string, options: ReadOptions = {}): FitReading => load(path, options, parseFit);

/** A case with the spreads of its numbers. */
export const loadUncertainty = (path: string, options: ReadOptions = {}): UncertaintyReading =>
  load(path, options, parseUncertainty);

/** A case and what is to be made of it. */
export const loadOptimisation = (path: string, options: ReadOptions = {}): OptimisationReading =>
  load(path, options, parseOptimise);

/** A file of reported results. */
export const loadReproduction = (path: string, options: ReadOptions = {}): ReproductionReading =>
  load(path, options, parseReproduction);

/** The measured cells of one source. */
export const loadValidation = (path: string, options: ReadOptions = {}): ValidationReading =>
  load(path, options, parseValidation);

/** Materials of one's own. */
export const loadMaterials = (path: string): MaterialsReading => load(path, {}, parseMaterials);

/** What was calibrated on measured cells. */
export const loadCalibration = (path: string): CalibrationReading => load(path, {}, parseCalibration);

/** A structure that is to be made. */
export const loadDrawn = (path: string): DrawnReading => load(path, {}, parseDrawn);
<<<<<<< HEAD

function load<T>(
  path: string,
  { set, meshFolder = ownFolder('meshes'), onFile }: ReadOptions,
  parse: (text: string, options: ParseOptions) => T,
): T | Loaded<never> {
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    const words = unreadable(path, error as NodeJS.ErrnoException);
    return { ok: false, issues: [{ file: path, line: 1, column: 1, key: '', ...words }] };
  }
  return parse(text, { file: path, meshes: readMeshes(meshFolder), textOf: textsIn(dirname(path), onFile), set });
}

/**
 * A file that cannot be read is one that is not there: `parseCase` says so at the name. It may lie anywhere, but a link must not lead to a
 * file of another kind: a message shows the start of a table that it cannot read.
 */
function textIn(folder: string, name: string): string | undefined {
  const path = resolve(folder, name);
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
=======
>>>>>>> main
