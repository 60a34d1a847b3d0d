import type { DimensionName } from '../units/dimension.js';

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
