/**
 * The library: reads a case from an object or a file, runs it, writes the report.
 *
 *   parseCase(object or text)  ->  runCase, runWithRanges, impedance, energy  ->  resultCard, writeReport
 *   parseComparison            ->  compare                                    ->  comparisonCard, writeComparison
 *   parseSweep                 ->  sweep
 *   parseFit                   ->  fit
 *
 * Nothing but `load...` and `write...` touches a disk.
 *
 * A `Case` holds SI numbers; documents name the unit at the end of each key (`arealCapacity_mAh_cm2`). Reading and running return
 * values: `ok: true` with what was asked for, or `ok: false` with every problem at once, `issues` with line and column of a file or
 * `problems` by key. A solve that could not go on is an outcome of its rate in the document. What is thrown is an
 * `ArgumentError` (an argument of another kind, where no compiler looked), a fault of the program, or of a folder that cannot be written.
 *
 * @module
 */
export { importBpx, type ImportedCase, type NotCarried } from './authoring/bpx/import-bpx.js';
export type { CaseInput, Changes, ComparisonInput } from './config/case-input.js';
export type { Case, CaseIssue, LoadedCase, ParameterLedger, ParameterRecord, Problem } from './config/case.js';
export { type FileKind, fileKinds } from './config/file-kinds.js';
export { caseJsonSchema, fileJsonSchema } from './config/json-schema.js';
export { parseCase } from './config/parse-case.js';
export { type MaterialsReading, parseMaterials } from './config/parse-materials.js';
export type { ParseOptions } from './config/parse-options.js';
export { loadCase, loadComparison, loadFit, loadMaterials, loadReproduction, loadSweep, loadValidation,
  type ReadOptions } from './config/read-case.js';
export { type DrawnReading, parseDrawn } from './config/sections/drawn-schema.js';
export { type Calibration, parseCalibration } from './config/studies/parse-calibration.js';
export { type LoadedComparisonFile, type LoadedDesign, parseComparison } from './config/studies/parse-comparison.js';
export { type FitReading, type LoadedFit, parseFit } from './config/studies/parse-fit.js';
export { type LoadedReproduction, parseReproduction } from './config/studies/parse-reproduction.js';
export { type LoadedSweep, parseSweep, type SweepReading } from './config/studies/parse-sweep.js';
export { type LoadedValidation, parseValidation } from './config/studies/parse-validation.js';
export { formatIssue } from './config/wording.js';
export { describeMaterial, describeOwn, listMaterials, type MaterialDescription,
  type MaterialSummary } from './materials/describe-material.js';
export type { PreparedCase } from './pipeline/prepared-case.js';
export { type CaseRun, prepareCase, type Prepared, runCase } from './pipeline/run-case.js';
export type { CardOptions } from './report/card.js';
export { comparisonCard } from './report/comparison-report.js';
export { eisCard } from './report/impedance-report.js';
export { resultCard } from './report/run-report.js';
export { writeComparison, writeImpedance, writeReport } from './report/writers.js';
export { type CellPromiseDocument, cellPromiseSchema } from './results/cell-promise-schema.js';
export { type ComparisonDocument, comparisonSchema } from './results/comparison-schema.js';
export { documentJsonSchema, type DocumentKind } from './results/document-schemas.js';
export { type FitDocument, fitSchema } from './results/fit-schema.js';
export { type ImpedanceDocument, impedanceSchema } from './results/impedance-schema.js';
export { type MadeStructureDocument, madeStructureSchema } from './results/made-structure-schema.js';
export { type ReproductionDocument, reproductionSchema } from './results/reproduction-schema.js';
export { type RateResult, type ResultDocument, resultSchema } from './results/result-schema.js';
export { type StructureDocument, structureSchema } from './results/structure-schema.js';
export { type SweepColumn, type SweepDocument, type SweepRow, sweepSchema } from './results/sweep-schema.js';
export { type ValidationDocument, validationSchema } from './results/validation-schema.js';
export { type CellPromise, cellPromise as energy } from './study/cell-promise.js';
export { compare, type ComparisonOptions, type Design } from './study/compare/compare.js';
export { fitCase as fit, type Fitted } from './study/fit/fit.js';
export { impedance, type ImpedanceOptions } from './study/impedance.js';
export { runWithRanges } from './study/ranges/how-sure.js';
export { reproduce, type Reproduction } from './study/reproduce/reproduce.js';
export { type DesignList, designsOf } from './study/sweep/designs.js';
export { type DesignRows, DesignRunner } from './study/sweep/run-design.js';
export { sweep, type SweepTable } from './study/sweep/sweep.js';
export { validate, type Validation } from './study/validate/validate.js';
export { ArgumentError } from './units/arguments.js';
export { type MadeStructure, makeStructure } from './voxels/made/make-structure.js';
export { ResolvedElectrode } from './voxels/resolved/resolved-discharge.js';
export type { ResolvedDischarge, ResolvedLoad, ResolvedMaterials } from './voxels/resolved/resolved-types.js';
