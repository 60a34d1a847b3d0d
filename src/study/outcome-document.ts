import { flawOf } from '../results/audit.js';
import type { RateResult } from '../results/result-schema.js';
import { cutoffNames } from '../simulation/cutoffs.js';
import type { Performance } from '../results/performance.js';
import type { Segment } from '../simulation/recording.js';

type OutcomeDocument = RateResult['outcome'];

/**
 * The outcome of a rate in the words of the field: that of the step it is about, or of a later one that could not go on; or else of the check
 * that it does not pass.
 */
export function outcomeDocument(performance: Performance): OutcomeDocument {
  const { recording, main, equilibriumVoltage } = performance;
  const broken = recording.segments.find(({ outcome }) => outcome.evidence ?? outcome.reason === 'too-many-steps');
  const flaw = broken ? undefined : flawOf(performance);
  if (flaw) return { kind: 'failed', ...flaw };
  const segment = broken ?? main.segment;
  if (!segment) return { kind: 'completed', reason: 'no-current', sentence: 'The protocol has no step under current.' };
  const { outcome } = segment;
  return {
    kind: broken ? (recording.points > 1 ? 'stopped' : 'failed') : 'completed',
    reason: reasonOf(segment),
    sentence: broken ? outcome.sentence : cutoffSentence(segment, equilibriumVoltage[segment.first]),
    ...(outcome.evidence && {
      evidence: {
        time_s: outcome.evidence.time, step_s: outcome.evidence.step, norm: finite(outcome.evidence.norm),
        worstUnknown: outcome.evidence.worstUnknown,
      },
    }),
  };
}

/** JSON has no infinity. */
const finite = (x: number): number => (Number.isFinite(x) ? x : Number.MAX_VALUE);

function reasonOf({ outcome }: Segment): string {
  if (outcome.reason === 'event') return outcome.event ?? 'event';
  return outcome.reason === 'end-of-interval' ? 'time-cutoff' : outcome.reason;
}

/** `atRest` [V]: the equilibrium voltage as the step begins. */
function cutoffSentence({ step, outcome, first, last }: Segment, atRest: number): string {
  const atOnce = first === last ? ' at once' : '';
  switch (outcome.event) {
    case cutoffNames.voltage: {
      const { voltage, voltageWindow } = step.until;
      const beyond = voltage !== undefined && (step.kind === 'charge' ? atRest >= voltage : step.kind === 'discharge' && atRest <= voltage);
      const why = atOnce && (beyond
        ? `: it rests at ${atRest.toFixed(3)} V, beyond that already` : ': the polarisation of the first moment exceeds the window');
      const bound = voltageWindow
        ? `a bound of its voltage window of ${voltageWindow.join(' to ')} V`
        : `its cut-off voltage of ${voltage} V`;
      return `The ${step.kind} reached ${bound}${atOnce}${why}.`;
    }
    case cutoffNames.current: return `The ${step.kind} reached its cut-off current${atOnce}.`;
    case cutoffNames.arealCapacity: return `The ${step.kind} moved the charge asked for.`;
    default: return step.kind === 'discharge' || step.kind === 'charge'
      ? `The ${step.kind} reached its time limit.` : `The ${step.kind} ended after its time.`;
  }
}
