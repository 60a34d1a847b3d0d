import { comparisonReport } from './comparison-report.js';
import { impedanceReport } from './impedance-report.js';
import { runReport } from './run-report.js';
import { writerOf } from './write-report.js';

/** Writes page, JSON, profiles and figures of a run below `dir`; returns their paths. */
export const writeReport = writerOf(runReport);
/** Writes page, JSON, table and figures of a comparison below `dir`; returns their paths. */
export const writeComparison = writerOf(comparisonReport);
/** Writes page, JSON, table and figures of an impedance below `dir`; returns their paths. */
export const writeImpedance = writerOf(impedanceReport);
