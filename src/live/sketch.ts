import type { CellEnergy } from '../cell/cell-energy.js';
import type { Case } from '../config/case.js';
import { rateRow } from '../pipeline/rate-result.js';
import type { RateRun } from '../pipeline/rate-run.js';
import { profilesDocument } from '../results/profiles-document.js';
import type { RateRow } from '../results/result-columns.js';
import type { RateResult } from '../results/result-schema.js';
import type { LayerComposition } from '../transport/layer-composition.js';
import { orNull, units } from '../units/document-units.js';

/** What is drawn of a rate. */
export interface RateSketch extends RateRow, Pick<RateResult, 'profiles'> {
  readonly series: Pick<RateResult['series'], 'time_s' | 'arealCapacity_mAh_cm2' | 'voltage_V' | 'frontDepth_um'>;
}

/** The part of a rate's document that is drawn, with the same checks; `isChosen`: with its profiles, which of one rate alone are. */
export function rateSketch(run: RateRun, protocol: Case['protocol'], cell: CellEnergy,
  compositions: readonly LayerComposition[], isChosen: boolean): RateSketch
{
  const { performance } = run;
  const { main: { segment }, recording } = performance;
  return {
    ...rateRow(run, protocol, cell, compositions),
    series: {
      time_s: Array.from(recording.time),
      arealCapacity_mAh_cm2: Array.from(performance.charge, (q) => q / units.mAh_cm2),
      voltage_V: Array.from(performance.voltage),
      frontDepth_um: isChosen ? Array.from(performance.frontDepth, (x) => orNull(x / units.um)) : [],
    },
    profiles: isChosen ? profilesDocument(performance) : {
      x_um: [],
      region: [],
      boundaries_um: [],
      mainStep: segment ? { firstPoint: segment.first, lastPoint: segment.last } : null,
      snapshots: [],
    },
  };
}
