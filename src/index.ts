/** The library: read a case, run it, write the report. */
export type { Case, CaseIssue, LoadedCase, ParameterLedger, ParameterRecord } from './config/case.js';
export { parseCase } from './config/parse-case.js';
export { loadCase } from './config/read-case.js';
export { formatIssue } from './config/wording.js';
export { caseJsonSchema } from './config/json-schema.js';
export { describeMaterial, listMaterials } from './materials/describe-material.js';
export { prepareCase, runCase, type CaseRun, type Prepared } from './run-case.js';
export { resultSchema, type RateResult, type ResultDocument } from './results/result-schema.js';
export { resultJsonSchema } from './results/result-json-schema.js';
export { resultCard } from './report/result-card.js';
export { writeReport } from './report/write-report.js';
export { impedance, type ImpedanceOptions } from './study/impedance.js';
export { impedanceSchema, impedanceJsonSchema, type ImpedanceDocument } from './results/impedance-schema.js';
export { eisCard } from './report/eis-card.js';
export { writeImpedance } from './report/write-impedance.js';
