import type { Result } from '../units/result.js';

/** One problem of a case file: where, what was expected, what was found, what to do. */
export interface CaseIssue {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Dotted key, `cathode.layers.0.thickness`. */
  readonly key: string;
  readonly code: 'unknown-key' | 'missing-key' | 'wrong-type' | 'wrong-unit' | 'out-of-range' | 'unknown-name'
    | 'impossible-composition' | 'contradiction' | 'missing-file' | 'broken-yaml' | 'unknown-mesh' | 'bad-override';
  readonly expected: string;
  readonly received: string;
  readonly remedy: string;
}

/** The words of a problem, wherever it stands. */
export type Wording = Pick<CaseIssue, 'code' | 'expected' | 'received' | 'remedy'>;

/** A problem found below `config/`, by key; the loader's `locate` gives it its line and its key as written. */
export type Problem = Omit<CaseIssue, 'file' | 'line' | 'column'>;

export type Locate = (
  key: string,
) => { readonly file: string; readonly line: number; readonly column: number; readonly key: string };

/** What is there once the materials are seen, or every problem that they show. */
export type Checked<Success extends object> = Result<Success, { problems: readonly Problem[] }>;

/** What a file says, or everything that is wrong with it. */
export type Loaded<Success extends object> = Result<Success, { issues: readonly CaseIssue[] }>;
