import type { RateResult, ResultDocument } from '../results/result-schema.js';
import { fixed } from './format.js';

/** Lines on how the cell was charged, what comes back, and what the first seconds say, as [head, text]. */
export function chargeLines(doc: ResultDocument): [string, string][] {
  return [
    ['start', doc.start.sentence],
    ...line('returns', [
      listed(doc, 'coulombic efficiency in %', ({ efficiency: { coulombic } }) => hundred(coulombic), 1),
      listed(doc, 'energy efficiency in %', ({ efficiency: { energy } }) => hundred(energy), 1),
    ]),
    ...line('pulse', [
      listed(doc, `${doc.start.resistanceDelay_s} s after the current is switched on, in ohm cm²`,
        (rate) => rate.resistance_ohm_cm2, 1),
    ]),
    ...chargeEndings(doc),
  ];
}

const hundred = (share: number | null): number | null => (share === null ? null : 100 * share);

function line(head: string, texts: readonly string[]): [string, string][] {
  const present = texts.filter((text) => text !== '');
  return present.length === 0 ? [] : [[head, present.join('; ')]];
}

/** "coulombic efficiency in %: C/10 99.8, 1C 84.2"; empty where no rate has it. */
function listed({ rates }: ResultDocument, name: string, value: (rate: RateResult) => number | null,
  digits: number): string
{
  const values = rates.flatMap((rate) => (value(rate) === null ? [] : [`${rate.label} ${fixed(value(rate), digits)}`]));
  return values.length === 0 ? '' : `${name}: ${values.join(', ')}`;
}

/** Lines on charges that did not end at their cut-off voltage, or were there at once. */
function chargeEndings({ rates }: ResultDocument): [string, string][] {
  const sentences = rates.flatMap((
    { charge },
  ) => (charge && (charge.outcome.reason !== 'voltage-cutoff' || charge.arealCapacity_mAh_cm2 === 0)
    ? [charge.outcome.sentence]
    : [])
  );
  return [...new Set(sentences)].map((sentence) => ['charge', sentence]);
}
