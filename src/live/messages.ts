import type { CaseIssue } from '../config/case.js';
import type { Limits } from '../results/limits-schema.js';
import type { RateResult, ResultDocument } from '../results/result-schema.js';
import type { Design } from './design.js';
import type { RateSketch } from './sketch.js';

/** What page and worker say to each other. */

/** Texts of the cells that come with the page and of what they name, by path from the folder of the cells. */
export type Texts = Readonly<Record<string, string>>;

/** What is asked of a worker. */
export type Job =
  /** Every `of`-th rate from number `part` on. */
  | { readonly kind: 'rates'; readonly design: Design; readonly part: number; readonly of: number }
  /** The same on a coarse mesh; of one rate, by its label, with profiles. */
  | { readonly kind: 'sketch'; readonly design: Design; readonly part: number; readonly of: number;
    readonly chosen: string }
  /** The whole result, made of rates that are solved already, in the order of the case. */
  | { readonly kind: 'document'; readonly design: Design; readonly rates: readonly RateResult[];
    readonly title: string }
  /** What takes the capacity at one of the rates, by its number. */
  | { readonly kind: 'limits'; readonly design: Design; readonly rate: number; readonly asIs: RateResult }
  /** Everything with ranges: what `catholith run` prints. */
  | { readonly kind: 'sure'; readonly design: Design }
  /** The case as a file. */
  | { readonly kind: 'text'; readonly design: Design }
  /** What an editor completes a text by. */
  | { readonly kind: 'schema' }
  /** Whether a case can be solved, or why not. */
  | { readonly kind: 'check'; readonly design: Design }
  /** Measured discharges per area of the cell. */
  | { readonly kind: 'measured'; readonly design: Design; readonly texts: Texts };

/** A problem of a case, and the line that a terminal prints of it. */
export type Issue = CaseIssue & { readonly text: string };

/** Every problem of a case. */
export interface Refused {
  readonly ok: false;
  readonly issues: readonly Issue[];
}

/** A case in what the page shows of it beside its rates. */
export interface Frame {
  readonly case: ResultDocument['case'];
  /** Values of the controls by their id, in the units that they show. */
  readonly values: Readonly<Record<string, number>>;
  /** Labels of all rates; of a protocol without rates one that is empty. */
  readonly labels: readonly string[];
  /** Per mass of what tells of the cell, at full utilisation [Wh/kg], and of what. */
  readonly full: number | null;
  readonly basis: 'pouch' | 'stack' | 'unitCell' | 'electrode';
}

export interface SolvedRate<Rate> {
  readonly index: number;
  readonly result: Rate;
  /** Before its numbers: whether the cell is unlike those compared at this rate. */
  readonly mark: string;
}

interface SolvedRates<Rate> {
  readonly ok: true;
  readonly frame: Frame;
  readonly rates: readonly SolvedRate<Rate>[];
}

/** The result in the words of the result card. */
export interface Told {
  /** The table of rates as HTML. */
  readonly table: string;
  readonly answer: string;
  readonly card: string;
  readonly document: ResultDocument;
}

/** A measured discharge in the units of the figures. */
export interface MeasuredCurve {
  readonly name: string;
  readonly capacity_mAh_cm2: readonly number[];
  readonly voltage_V: readonly number[];
}

export interface Answers {
  rates: SolvedRates<RateResult> | Refused;
  sketch: SolvedRates<RateSketch> | Refused;
  document: ({ readonly ok: true } & Told) | Refused;
  sure: ({ readonly ok: true } & Told) | Refused;
  limits: { readonly ok: true; readonly limits: Limits } | Refused;
  text: { readonly ok: true; readonly text: string } | Refused;
  schema: { readonly ok: true; readonly schema: Readonly<Record<string, unknown>> };
  check: { readonly ok: true } | Refused;
  /** `unread`: names of the files that `problems` are about. */
  measured: { readonly ok: true; readonly curves: readonly MeasuredCurve[]; readonly unread: readonly string[];
    readonly problems: readonly string[] };
}
export type Answer<K extends Job['kind'] = Job['kind']> = Answers[K];
