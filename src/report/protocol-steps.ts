import type { RateResult, ResultDocument } from '../results/result-schema.js';
import { hasCurve } from './rate-choice.js';

/** What the recorded curves say about each step of the protocol. */
export interface StepSummary {
  /** Counted from 1. */
  readonly number: number;
  readonly kind: 'rest' | 'hold' | 'discharge' | 'charge' | 'profile';
  readonly firstPoint: number;
  readonly lastPoint: number;
  /** [s] */
  readonly duration: number;
  /** [mAh cm^-2], discharge positive */
  readonly capacity: number;
  /** [V] */
  readonly endVoltage: number;
}

/** Currents below this share of the largest one count as none; a hold keeps its voltage to this [V]. */
const smallestShare = 1e-6;
const steadyVoltage = 1e-3;

export function protocolSteps({ series }: RateResult): StepSummary[] {
  const { step, time_s: time, arealCapacity_mAh_cm2: charge, voltage_V: voltage } = series;
  const starts = step.flatMap((id, k) => (k === 0 || id !== step[k - 1] ? [k] : []));
  return starts.map((firstPoint, i) => {
    const lastPoint = (starts[i + 1] ?? step.length) - 1;
    return {
      number: step[firstPoint] + 1,
      kind: kindOf(series, firstPoint, lastPoint),
      firstPoint,
      lastPoint,
      duration: time[lastPoint] - time[firstPoint],
      capacity: charge[lastPoint] - charge[firstPoint],
      endVoltage: voltage[lastPoint],
    };
  });
}

/** The first point of a step may still show what came before. */
function kindOf(
  { currentDensity_mA_cm2: current, voltage_V: voltage }: RateResult['series'], first: number, last: number,
): StepSummary['kind'] {
  const none = smallestShare * Math.max(...current.map(Math.abs));
  const start = Math.min(first + 1, last);
  const currents = current.slice(start, last + 1).filter((value) => Math.abs(value) > none);
  if (currents.length === 0) return 'rest';
  if (currents.some((value) => value > 0) && currents.some((value) => value < 0)) return 'profile';
  const range = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const changes = range(currents) > 0.01 * Math.max(...currents.map(Math.abs));
  if (changes && range(voltage.slice(start, last + 1)) < steadyVoltage) return 'hold';
  return currents[0] > 0 ? 'discharge' : 'charge';
}

/** Whether some run of the document takes more than one step. */
export function hasSteps(doc: ResultDocument): boolean {
  return doc.rates.some(({ series }) => series.step.some((id) => id !== series.step[0]));
}

/** Those of the main step; several for a step that is repeated with rests between. */
export function mainSteps(rate: RateResult): StepSummary[] {
  const { mainStep } = rate.profiles;
  if (mainStep === null) return [];
  return protocolSteps(rate).filter(({ kind, firstPoint, lastPoint }) =>
    kind !== 'rest' && firstPoint >= mainStep.firstPoint && lastPoint <= mainStep.lastPoint);
}

/** "discharge, step 4 of 15", "20 discharges, steps 1 to 39 of 40"; undefined where there is but one step. */
export function mainStepWords(doc: ResultDocument): string | undefined {
  if (!hasSteps(doc)) return undefined;
  const rate = doc.rates.find(hasCurve);
  const main = rate ? mainSteps(rate) : [];
  if (rate === undefined || main.length === 0) return undefined;
  const count = protocolSteps(rate).length;
  const [{ kind, number }] = main;
  return main.length === 1
    ? `${kind}, step ${number} of ${count}`
    : `${main.length} ${kind}s, steps ${number} to ${main[main.length - 1].number} of ${count}`;
}

/** What the numbers of each rate are about, as half a sentence. */
export function aboutEachRate(doc: ResultDocument): string {
  const words = mainStepWords(doc);
  return words === undefined ? 'each rate from the same rested state' : `counted over the main step of each run (${words})`;
}
