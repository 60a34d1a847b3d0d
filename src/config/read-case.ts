import { namesIn } from './files/read-text.js';
import { parseMaterials } from './parse-materials.js';
import type { ParseOptions } from './parse-options.js';
import { load, loadCase, readMeshes, type ReadOptions, readPurpose } from './read-one-case.js';
import { parseDrawn } from './sections/drawn-schema.js';
import { parseCalibration } from './studies/parse-calibration.js';
import { parseComparison } from './studies/parse-comparison.js';
import { parseFit } from './studies/parse-fit.js';
import { parseOptimise } from './studies/parse-optimise.js';
import { parseReproduction } from './studies/parse-reproduction.js';
import { parseSweep } from './studies/parse-sweep.js';
import { parseUncertainty } from './studies/parse-uncertainty.js';
import { parseValidation } from './studies/parse-validation.js';

export { loadCase, namesIn, readMeshes, type ReadOptions, readPurpose };

/** Makes the function that reads a file with a parser of its text. */
const loaderOf = <T>(parse: (text: string, options: ParseOptions) => T) => (path: string, options: ReadOptions = {}) =>
  load(path, options, parse);

/** Reads a file with several designs. */
export const loadComparison = loaderOf(parseComparison);
/** A case with the keys that it varies. */
export const loadSweep = loaderOf(parseSweep);
/** A case with measured curves and the keys that are fitted to them. */
export const loadFit = loaderOf(parseFit);
/** A case with the spreads of its numbers. */
export const loadUncertainty = loaderOf(parseUncertainty);
/** A case and what is to be made of it. */
export const loadOptimisation = loaderOf(parseOptimise);
/** A file of reported results. */
export const loadReproduction = loaderOf(parseReproduction);
/** The measured cells of one source. */
export const loadValidation = loaderOf(parseValidation);
/** Materials of one's own. */
export const loadMaterials = (path: string) => load(path, {}, parseMaterials);
/** What was calibrated on measured cells. */
export const loadCalibration = (path: string) => load(path, {}, parseCalibration);
/** A structure that is to be made. */
export const loadDrawn = (path: string) => load(path, {}, parseDrawn);
