/** How an integration ended; failure is a value with a sentence and its evidence, never a throw. */
export type OutcomeReason = 'end-of-interval' | 'event' | 'step-too-small' | 'too-many-steps' | 'no-consistent-start'
  | 'not-finite' | 'stopped-by-caller';

export interface Evidence {
  readonly time: number;
  readonly step: number;
  /** Weighted norm of the error estimate or correction that failed (1 = the tolerance); NaN outside the domain of F. */
  readonly norm: number;
  /**
   * Name of the unknown that contributes most to that norm, or whose equation has no finite value. It is where the
   * failure shows first, which need not be its cause; an unknown without a weight is named only where its own equation
   * is not finite.
   */
  readonly worstUnknown: string;
}

export interface SolverOutcome {
  readonly reason: OutcomeReason;
  readonly sentence: string;
  /** Set for `event`. */
  readonly event?: string;
  /** Set where the integration could not go on. */
  readonly evidence?: Evidence;
}

const sentences: Readonly<Record<OutcomeReason, string>> = {
  'end-of-interval': 'The end of the interval was reached.',
  event: 'An event was reached.',
  'step-too-small': 'No step is small enough to go on: the solution ceases to exist or changes without bound here.',
  'too-many-steps': 'The limit on steps was reached; raise it, or loosen the tolerance.',
  'no-consistent-start': 'No consistent initial state was found, even with the load raised in small parts.',
  'not-finite': 'A number of the result is not finite, so nothing of it is shown; report the case.',
  'stopped-by-caller': 'The caller asked to stop.',
};

export function solverOutcome(reason: OutcomeReason, evidence?: Evidence, event?: string): SolverOutcome {
  return { reason, sentence: sentences[reason], ...(event === undefined ? {} : { event }),
    ...(evidence ? { evidence } : {}) };
}
