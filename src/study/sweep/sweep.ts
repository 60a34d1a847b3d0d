import type { Loaded } from '../../config/case.js';
import type { LoadedSweep } from '../../config/studies/parse-sweep.js';
import type { SweepDocument, SweepRow } from '../../results/sweep-schema.js';
import { aFunction, expectArguments, objectWith, optional } from '../../units/arguments.js';
import { designsOf } from './designs.js';
import { probeSweep } from './probe-sweep.js';
import { DesignRunner } from './run-design.js';
import { sweepDocument } from './sweep-document.js';

/** Every row of a sweep; `document.columns` says what stands in each place of a row. */
export interface SweepTable {
  readonly document: SweepDocument;
  /** One per design and rate, in the order of the designs. */
  readonly rows: readonly SweepRow[];
}

/** Runs all designs of a sweep one after the other in this thread, without files; `onDesign` hears of every finished one. */
export async function sweep(
  loaded: LoadedSweep,
  onDesign?: (done: number, of: number) => void,
): Promise<Loaded<{ table: SweepTable }>> {
  expectArguments({ loaded: [loaded, objectWith('definition', 'files', 'design')],
    onDesign: [onDesign, optional(aFunction)] });
  const issues = probeSweep(loaded);
  if (issues.length > 0) return { ok: false, issues };
  const { count } = designsOf(loaded.definition);
  const runner = new DesignRunner(loaded);
  const rows: SweepRow[] = [];
  for (let design = 0; design < count; design++) {
    rows.push(...runner.run(design).rows);
    onDesign?.(design + 1, count);
  }
  return { ok: true, table: { document: await sweepDocument(loaded), rows } };
}
