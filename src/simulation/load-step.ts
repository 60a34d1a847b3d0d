import type { LoadProfile, Power, ProtocolStep, Rate } from '../config/case.js';

/** What a step asks of the cell, discharge positive: [A m^-2], [W m^-2] or [V]; `now` is the voltage that the step finds. */
export type Load =
  | { readonly kind: 'current' | 'power'; readonly target: number | LoadProfile }
  | { readonly kind: 'voltage'; readonly target: number | 'now' };

/** One step of the protocol with its rates resolved. */
export interface LoadedStep {
  readonly step: ProtocolStep;
  readonly load: Load;
  /** `until.current` [A m^-2]. */
  readonly currentCutoff?: number;
}

/** `each` is the current density of the rate that is being run, `oneC` that of 1C [A m^-2]. */
export function loadStep(step: ProtocolStep, each: number, oneC: number): LoadedStep {
  const { current } = step.until;
  return { step, load: loadOf(step, each, oneC), ...(current && { currentCutoff: currentOf(current, oneC) }) };
}

/** Magnitude of a rate [A m^-2]. */
export const currentOf = (rate: Rate, oneC: number): number => (rate.kind === 'cRate' ? rate.value * oneC : rate.value);

function loadOf(step: ProtocolStep, each: number, oneC: number): Load {
  switch (step.kind) {
    case 'rest':
      return { kind: 'current', target: 0 };
    case 'hold':
      return { kind: 'voltage', target: step.voltage };
    case 'profile':
      return { kind: step.profile.kind, target: step.profile };
    default:
      return driven(step.rate, step.kind === 'discharge' ? 1 : -1, each, oneC);
  }
}

function driven(rate: Rate | Power | 'each', sign: number, each: number, oneC: number): Load {
  if (rate === 'each') return { kind: 'current', target: sign * each };
  if (rate.kind === 'power') return { kind: 'power', target: sign * rate.value };
  return { kind: 'current', target: sign * currentOf(rate, oneC) };
}
