import type { LoadProfile, ProtocolStep } from '../config/case.js';
import type { Segment } from '../simulation/recording.js';

/** Unless the first step that drives a current in a direction is a charge. */
export function startsCharged(steps: readonly ProtocolStep[]): boolean {
  for (const step of steps) {
    if (step.kind === 'discharge' || step.kind === 'charge') return step.kind === 'discharge';
    if (step.kind === 'profile') return chargeOf(step.profile) >= 0;
  }
  return true;
}

/** Integral over a profile [C m^-2] or [J m^-2]; only its sign is asked for. */
function chargeOf({ time, value, interpolation }: LoadProfile): number {
  let sum = 0;
  for (let i = 1; i < time.length; i++) {
    sum += (time[i] - time[i - 1]) * (interpolation === 'linear' ? 0.5 * (value[i - 1] + value[i]) : value[i - 1]);
  }
  return sum;
}

/** Whether a step could not go on. */
export const couldNotGoOn = ({ outcome }: Segment): boolean =>
  outcome.evidence !== undefined || outcome.reason === 'too-many-steps';
