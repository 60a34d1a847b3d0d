import type { Wording } from '../loaded-case.js';
import { quoted } from '../printable.js';
import { quoteRaw } from '../raw.js';

/** Sentences about several designs of a cell: comparisons and sweeps. */
export const ofStudies = {
  noDesigns: (file: string): Wording => ({
    code: 'missing-key',
    expected: 'at least two designs',
    received: `one case, ${file}`,
    remedy: 'add a list "designs:" to it, or name several case files',
  }),
  doubleName: (name: string): Wording => ({
    code: 'contradiction',
    expected: 'a name for each design',
    received: `${quoted(name)} twice`,
    remedy: 'rename one of them',
  }),
  noSweep: (): Wording => ({
    code: 'missing-key',
    expected: 'what to vary',
    received: 'nothing',
    remedy: 'add e.g. "sweep: {vary: {membrane.thickness: [10 um, 30 um, 100 um]}}"',
  }),
  unequalUnits: (from: unknown, to: unknown): Wording => ({
    code: 'wrong-unit',
    expected: 'from and to in one unit',
    received: `${quoteRaw(from)} and ${quoteRaw(to)}`,
    remedy: 'write both with the same unit',
  }),
  logThroughZero: (from: unknown, to: unknown): Wording => ({
    code: 'out-of-range',
    expected: 'ends above zero for logarithmic spacing',
    received: `${quoteRaw(from)} and ${quoteRaw(to)}`,
    remedy: 'write "spacing: linear", or other ends',
  }),
  unusedBesideMethod: (key: string, method: string): Wording => ({
    code: 'contradiction',
    expected: `no "${key}" beside method: ${method}`,
    received: quoted(key),
    remedy: 'remove it, or change the method',
  }),
  tooManyDimensions: (count: number, most: number): Wording => ({
    code: 'out-of-range',
    expected: `at most ${most} keys for method: sobol`,
    received: String(count),
    remedy: 'write "method: latin-hypercube"',
  }),
  badKey: (key: string, received: string): Wording => ({
    code: 'unknown-key',
    expected: 'a dotted key of the case',
    received: `${received} in ${quoted(key)}`,
    remedy: 'write e.g. membrane.thickness',
  }),
};
