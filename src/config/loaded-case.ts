import type { DimensionName } from '../units/dimension.js';
import type { Result } from '../units/result.js';
import type { Case } from './case.js';

/** Where a number comes from; the ledger has one record per parameter that a result rests on. */
export const parameterStatuses = ['literature', 'given', 'assumed', 'fitted', 'default', 'derived'] as const;
export type ParameterStatus = (typeof parameterStatuses)[number];

/** The interval that holds a parameter in 80 % of cases [SI]. */
export interface ParameterSpread {
  /** Ends of a number, or of a factor on a table or a function, whose `value` is 1. */
  readonly of: 'value' | 'factor';
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly dimension: DimensionName;
  /** Written beside the value, spanned by contradicting sources, or of its kind because it is assumed. */
  readonly basis: 'stated' | 'alternatives' | 'declared';
}

/**
 * One parameter of a case or of a material: what it is, its value as shown, where it comes from and how far it may be
 * off.
 */
export interface ParameterRecord {
  /** Key in the case (`membrane.thickness`) or in a material (`NMC811.diffusivity`). */
  readonly path: string;
  /** What it is, in words. */
  readonly label: string;
  /** Value as shown to a reader: a number in its display unit, or the text of a function. */
  readonly value: string;
  readonly unit: string;
  readonly status: ParameterStatus;
  /** DOI and place, where there is one. */
  readonly source?: string;
  readonly note?: string;
  /** Values that contradict it elsewhere, each with its source. */
  readonly alternatives?: readonly { readonly value: string; readonly source: string; readonly note?: string }[];
  readonly spread?: ParameterSpread;
}

/** Every parameter of a case, in the order of the file. */
export type ParameterLedger = readonly ParameterRecord[];

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

/** A case of a file, and its ledger of parameters. */
export type LoadedCase = Loaded<{
  case: Case;
  ledger: ParameterLedger;
  locate: Locate;
  /** The same file with one key set to another text, as `--set` does. */
  vary: (key: string, text: string) => LoadedCase;
  /** The same file with some dotted keys set to other data, over what `--set` says of them; no file is read anew. */
  with: (values: Readonly<Record<string, unknown>>) => LoadedCase;
}>;
