/** The library: read a case, run it, write the report. */
export type { Case, CaseIssue, LoadedCase, ParameterLedger, ParameterRecord } from './config/case.js';
export { caseJsonSchema } from './config/json-schema.js';
export { type Calibration, parseCalibration } from './config/parse-calibration.js';
export { parseCase } from './config/parse-case.js';
export { type LoadedComparisonFile, type LoadedDesign, parseComparison } from './config/parse-comparison.js';
export { type MaterialsReading, parseMaterials } from './config/parse-materials.js';
export { type LoadedReproduction, parseReproduction } from './config/parse-reproduction.js';
export { type LoadedSweep, parseSweep, type SweepReading } from './config/parse-sweep.js';
export { type LoadedValidation, parseValidation } from './config/parse-validation.js';
export { loadCase, loadComparison, loadMaterials, loadReproduction, loadSweep,
  loadValidation } from './config/read-case.js';
export { formatIssue } from './config/wording.js';
export { describeMaterial, describeOwn, listMaterials } from './materials/describe-material.js';
export { comparisonCard } from './report/comparison-card.js';
export { eisCard } from './report/eis-card.js';
export { resultCard } from './report/result-card.js';
export { writeComparison } from './report/write-comparison.js';
export { writeImpedance } from './report/write-impedance.js';
export { writeReport } from './report/write-report.js';
export { type ComparisonDocument, comparisonJsonSchema, comparisonSchema } from './results/comparison-schema.js';
export { type ImpedanceDocument, impedanceJsonSchema, impedanceSchema } from './results/impedance-schema.js';
export { type ReproductionDocument, reproductionJsonSchema,
  reproductionSchema } from './results/reproduction-schema.js';
export { resultJsonSchema } from './results/result-json-schema.js';
export { type RateResult, type ResultDocument, resultSchema } from './results/result-schema.js';
export { type ValidationDocument, validationJsonSchema, validationSchema } from './results/validation-schema.js';
export { type CaseRun, prepareCase, type Prepared, runCase } from './run-case.js';
export { compare, type ComparisonOptions, type Design } from './study/compare/compare.js';
export { impedance, type ImpedanceOptions } from './study/impedance.js';
export { reproduce, type Reproduction } from './study/reproduce/reproduce.js';
export { type DesignList, designsOf } from './study/sweep/designs.js';
export { type DesignRows, DesignRunner } from './study/sweep/run-design.js';
export { validate, type Validation } from './study/validate/validate.js';
