import type { CaseIssue } from '../../config/case.js';
import { placed } from '../../config/placed.js';
import { own } from '../../config/plain-data.js';
import type { LoadedSweep } from '../../config/studies/parse-sweep.js';
import { formatIssue } from '../../config/wording.js';
import { rowsOfCase } from '../../pipeline/run-case.js';
import { sweepFailureCells, sweepResultCells, type SweepRow } from '../../results/sweep-schema.js';
import { expectArguments, objectWith } from '../../units/arguments.js';
import { discrepancyAt } from '../ranges/calibrated-band.js';
import { type DesignList, designsOf } from './designs.js';
import { inputCell, type InputColumn, inputColumns } from './sweep-document.js';

/** All rows of one design. */
export interface DesignRows {
  readonly design: number;
  readonly rows: readonly SweepRow[];
}

/** Runs single designs of a sweep, whatever comes of each: a row per rate, or one row that says why there is no result. */
export class DesignRunner {
  readonly #sweep: LoadedSweep;
  readonly #designs: DesignList;
  readonly #inputs: readonly InputColumn[];

  constructor(sweep: LoadedSweep) {
    expectArguments({ sweep: [sweep, objectWith('definition', 'design')] });
    this.#sweep = sweep;
    this.#designs = designsOf(sweep.definition);
    this.#inputs = inputColumns(sweep.definition);
  }

  run(design: number): DesignRows {
    const values = this.#designs.values(design);
    try {
      return this.#rows(design, values, this.#results(values));
    } catch (error) {
      return this.crashed(design, error);
    }
  }

  /** The row of a design that brought the program down: it says so, and the sweep goes on. */
  crashed(design: number, error: unknown): DesignRows {
    const sentence = error instanceof Error ? error.message : String(error);
    return this.#rows(design, this.#designs.values(design), [
      sweepFailureCells('crashed', 'fault-of-the-program', sentence),
    ]);
  }

  #rows(design: number, values: Readonly<Record<string, unknown>>, results: readonly SweepRow[]): DesignRows {
    const inputs = this.#inputs.map((column) => inputCell(column, own(values, column.key)));
    return { design, rows: results.map((cells) => [design, ...inputs, ...cells]) };
  }

  #results(values: Readonly<Record<string, unknown>>): readonly SweepRow[] {
    const loaded = this.#sweep.design(values);
    if (!loaded.ok) return [refusal(loaded.issues)];
    const run = rowsOfCase(loaded.case);
    if (!run.ok) return [refusal(placed(run.problems, loaded.locate))];
    return run.rates.map((rate) => sweepResultCells(run.head, rate, discrepancyAt(run.prepared, rate.cRate).outside));
  }
}

const refusal = (issues: readonly CaseIssue[]): SweepRow =>
  sweepFailureCells('invalid', issues[0].code, issues.map((issue) => formatIssue(issue)).join(' | '));
