import ndarray from 'ndarray';
import type { CellEnergy } from '../cell/cell-energy.js';
import type { Case } from '../config/case.js';
import { rateRow } from '../pipeline/rate-result.js';
import type { RateRun } from '../pipeline/rate-run.js';
import { performanceOf } from '../results/performance.js';
import { profilesDocument } from '../results/profiles-document.js';
import type { RateRow } from '../results/result-columns.js';
import type { RateResult } from '../results/result-schema.js';
import type { Recording, Segment } from '../simulation/recording.js';
import type { LayerComposition } from '../transport/layer-composition.js';
import { orNull, units } from '../units/document-units.js';

/** What is drawn of a rate. */
export interface RateSketch extends RateRow, Pick<RateResult, 'profiles'> {
  readonly series: Pick<RateResult['series'], 'time_s' | 'arealCapacity_mAh_cm2' | 'voltage_V' | 'frontDepth_um'>;
}

/**
 * The part of a rate's document that is drawn, with the same checks; `isChosen`: with its profiles, which of one rate alone are. Charge and
 * energy are integrated with the equations: fewer points leave them as they are.
 */
export function rateSketch(run: RateRun, protocol: Case['protocol'], cell: CellEnergy,
  compositions: readonly LayerComposition[], isChosen: boolean): RateSketch
{
  const { problem, recording: whole } = run.performance;
  const recording = isChosen ? whole : thinned(whole);
  const performance = performanceOf(problem, recording);
  const { main: { segment } } = performance;
  return {
    ...rateRow({ ...run, performance }, protocol, cell, compositions),
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

/** Every so many points of a recording are drawn of the rates that stand behind the chosen one. */
const stride = 3;

/** With every third point of each step, its first and its last. */
function thinned(recording: Recording): Recording {
  const { time, states } = recording;
  const size = states.shape[1];
  const kept: number[] = [];
  const segments = recording.segments.map((segment): Segment => {
    const first = kept.length;
    for (let t = segment.first; t < segment.last; t += stride) kept.push(t);
    if (segment.last >= segment.first) kept.push(segment.last);
    return { ...segment, first, last: kept.length - 1 };
  });
  const data = new Float64Array(kept.length * size);
  kept.forEach((t, k) => data.set(states.data.subarray(t * size, (t + 1) * size), k * size));
  return { ...recording, points: kept.length, segments, time: Float64Array.from(kept, (t) => time[t]),
    states: ndarray(data, [kept.length, size]) };
}
