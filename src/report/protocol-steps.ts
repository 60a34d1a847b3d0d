import type { RateResult, ResultDocument } from '../results/result-schema.js';
import { hasCurve } from './rate-choice.js';

/** A step of a run with its place, counted from 1. */
export type StepSummary = RateResult['steps'][number] & { readonly number: number };

/** The steps that were reached. */
export const protocolSteps = ({ steps }: Pick<RateResult, 'steps'>): StepSummary[] =>
  steps.map((step, i) => ({ ...step, number: i + 1 })).filter(({ firstPoint, lastPoint }) => lastPoint >= firstPoint);

/** Whether some run of the document takes more than one step. */
export function hasSteps(doc: ResultDocument): boolean {
  return doc.rates.some((rate) => protocolSteps(rate).length > 1);
}

/** Steps of the main step; several for a step that is repeated with rests between. */
export function mainSteps(rate: RateResult): StepSummary[] {
  const { mainStep } = rate.profiles;
  if (mainStep === null) return [];
  return protocolSteps(rate).filter(({ kind, firstPoint, lastPoint }) =>
    kind !== 'rest' && firstPoint >= mainStep.firstPoint && lastPoint <= mainStep.lastPoint
  );
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

const startOfRates: Readonly<Record<ResultDocument['start']['kind'], string>> = {
  ideal: 'each rate from the same ideal rested state',
  'as-built': 'each rate from the charged cell as built',
  charge: 'each rate after a charge',
};

/** Says in half a sentence what the numbers of each rate are about. */
export function aboutEachRate(doc: ResultDocument): string {
  const words = mainStepWords(doc);
  return words === undefined ? startOfRates[doc.start.kind] : `counted over the main step of each run (${words})`;
}
