import { flawOf } from '../results/audit.js';
import type { Performance } from '../results/performance.js';
import type { RateResult } from '../results/result-schema.js';
import { cutoffNames } from '../simulation/cutoffs.js';
import type { Segment } from '../simulation/recording.js';
import type { SolverOutcome } from '../solver/outcome.js';
import { units } from '../units/document-units.js';
import { formatNumber } from '../units/quantity.js';
import { couldNotGoOn } from './steps-of-protocol.js';

type OutcomeDocument = RateResult['outcome'];

/**
 * The outcome of a rate in the words of the field: that of the step it is about, or of a later one that could not go on; or else of the check
 * that it does not pass.
 */
export function outcomeDocument(performance: Performance): OutcomeDocument {
  const { recording, main } = performance;
  const broken = recording.segments.find(couldNotGoOn);
  const flaw = broken ? undefined : flawOf(performance);
  if (flaw) return { kind: 'failed', ...flaw };
  const segment = broken ?? main.segment;
  if (!segment) return { kind: 'completed', reason: 'no-current', sentence: 'The protocol has no step under current.' };
  const { outcome } = segment;
  return {
    kind: broken ? (recording.points > 1 ? 'stopped' : 'failed') : 'completed',
    reason: reasonOf(segment),
    sentence: broken
      ? outcome.sentence
      : exhaustionSentence(performance, segment)
        ?? cutoffSentence(segment, performance.equilibriumVoltageAt(segment.first)),
    ...(outcome.evidence && { evidence: evidenceDocument(outcome.evidence) }),
  };
}

/** Evidence of a solve that could not go on; JSON has no infinity. */
export const evidenceDocument = (
  { time, step, norm, worstUnknown }: NonNullable<SolverOutcome['evidence']>,
): NonNullable<OutcomeDocument['evidence']> => (
  { time_s: time, step_s: step, norm: Number.isFinite(norm) ? norm : Number.MAX_VALUE, worstUnknown }
);

/** Name of what ended a step. */
export function reasonOf({ outcome }: Segment): string {
  if (outcome.reason === 'event') return outcome.event ?? 'event';
  return outcome.reason === 'end-of-interval' ? 'time-cutoff' : outcome.reason;
}

/** Says that the cell has no more to give or to take, or that nothing is known of it. */
function exhaustionSentence({ problem, charge, voltage }: Performance, { step, outcome, first, last }: Segment):
  | string
  | undefined
{
  const atOnce = first === last ? ' at once' : '';
  switch (outcome.event) {
    case cutoffNames.lithium:
      return `The ${step.kind} used up the lithium of the anode${atOnce}: `
        + `${formatNumber(charge[last] / units.mAh_cm2, 4)} mAh/cm2 is all the lithium that was built in or plated.`;
    case cutoffNames.potential: {
      const known = problem.model.particles.flatMap(({ material: { name, potentialRange } }) =>
        potentialRange ? [`${name} (${potentialRange.join(' to ')})`] : []
      );
      return `The ${step.kind} reached the end of the potential data${atOnce}, at ${voltage[last].toFixed(3)} V: `
        + `beyond the stoichiometries of ${[...new Set(known)].join(', ')} the potential is not known.`;
    }
    case cutoffNames.power:
      return `The ${step.kind} asked for more power than the cell can give${atOnce}: with more current the power would fall.`;
    default:
      return undefined;
  }
}

/** `atRest` [V]: the equilibrium voltage as the step begins. */
function cutoffSentence({ step, outcome, first, last }: Segment, atRest: number): string {
  const atOnce = first === last ? ' at once' : '';
  switch (outcome.event) {
    case cutoffNames.voltage: {
      const { voltage, voltageWindow } = step.until;
      const beyond = voltage !== undefined
        && (step.kind === 'charge' ? atRest >= voltage : step.kind === 'discharge' && atRest <= voltage);
      const why = atOnce && (beyond
        ? `: even at rest, at ${atRest.toFixed(3)} V, it is beyond that`
        : ': the polarisation at its first moment exceeds the window');
      const bound = voltageWindow
        ? `a bound of its voltage window of ${voltageWindow.join(' to ')} V`
        : `its cut-off voltage of ${voltage} V`;
      return `The ${step.kind} reached ${bound}${atOnce}${why}.`;
    }
    case cutoffNames.current:
      return `The ${step.kind} reached its cut-off current${atOnce}.`;
    case cutoffNames.arealCapacity:
      return `The ${step.kind} moved the charge asked for.`;
    default:
      return step.kind === 'discharge' || step.kind === 'charge'
        ? `The ${step.kind} reached its time limit.`
        : `The ${step.kind} ended after its time.`;
  }
}
