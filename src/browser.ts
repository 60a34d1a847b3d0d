/**
 * The library where there is no Node: reads a case from its text or from an object, runs it, finds what limits it. It bundles for a browser or a
 * worker; nothing in it touches a disk, and figures and reports are left to who calls it.
 *
 *   parseCase(text or object)  ->  runCase, runWithRanges, limitsOf, impedance, energy
 *
 * @module
 */
export type { CaseInput } from './config/case-input.js';
export type { Case, CaseIssue, LoadedCase, ParameterLedger, ParameterRecord, Problem } from './config/case.js';
export { type MeasuredDischarge, readMeasuredDischarge } from './config/files/measured-discharge.js';
export { caseJsonSchema } from './config/json-schema.js';
export { parseCase } from './config/parse-case.js';
export type { ParseOptions } from './config/parse-options.js';
export { formatIssue } from './config/wording.js';
export { describeMaterial, listMaterials, type MaterialDescription,
  type MaterialSummary } from './materials/describe-material.js';
export type { PreparedCase } from './pipeline/prepared-case.js';
export { type CaseRun, prepareCase, type Prepared, rateCapability, runCase } from './pipeline/run-case.js';
export type { Limits } from './results/limits-schema.js';
export type { RateResult, ResultDocument } from './results/result-schema.js';
export { type CellPromise, cellPromise as energy } from './study/cell-promise.js';
export { limitsOf } from './study/compare/limits.js';
export { impedance, type ImpedanceOptions } from './study/impedance.js';
export { runWithRanges } from './study/ranges/how-sure.js';
export { ArgumentError } from './units/arguments.js';
