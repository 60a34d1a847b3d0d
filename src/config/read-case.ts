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
import { load, loadCase, readMeshes, type ReadOptions, readPurpose } from './read-one-case.js';
import { namesIn } from './read-text.js';

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
