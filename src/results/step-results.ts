import type { ProtocolStep } from '../config/case.js';
import type { Segment } from '../simulation/recording.js';
import type { Performance } from './performance.js';

/** One step of a run in numbers. */
export interface StepResult {
  readonly segment: Segment;
  /** [s] */
  readonly duration: number;
  /** Discharge positive: [C m^-2], [J m^-2]. */
  readonly arealCapacity: number;
  readonly arealEnergy: number;
  /** Energy over charge, voltage at the last point [V]; NaN where there is none. */
  readonly meanVoltage: number;
  readonly endVoltage: number;
  /** Of the change of current that the step begins with [ohm m^2]; NaN where there is none. */
  readonly resistance: number;
}

/** What a step finds: [A m^-2], [V]. */
interface Before {
  readonly current: number;
  readonly voltage: number;
}

/** Steps as they went, from a state `before` them; `delay` [s] is the one of the resistance. */
export function stepResults(performance: Performance, before: Before, delay: number): StepResult[] {
  const { recording: { segments, time }, current, voltage, charge, energy } = performance;
  let found = before;
  return segments.map((segment): StepResult => {
    const { first, last } = segment;
    if (last < first) {
      return { segment, duration: 0, arealCapacity: 0, arealEnergy: 0, meanVoltage: NaN, endVoltage: NaN,
        resistance: NaN };
    }
    const arealCapacity = charge[last] - charge[first];
    const arealEnergy = energy[last] - energy[first];
    const resistance = resistanceOf(performance, segment, found, delay);
    // a step that was over at once leaves what it found
    if (last > first) found = { current: current[last], voltage: voltage[last] };
    return {
      segment,
      duration: time[last] - time[first],
      arealCapacity,
      arealEnergy,
      meanVoltage: arealCapacity === 0 ? NaN : arealEnergy / arealCapacity,
      endVoltage: voltage[last],
      resistance,
    };
  });
}

/** Changes of current below this share of the largest are none. */
const smallestChange = 1e-6;

/**
 *   R = - (V(delay) - V(before)) / (I - I(before))
 *
 * of a step under a constant current (none, for a rest) that lasts at least as long as the delay [ohm m^2].
 */
function resistanceOf({ recording: { time }, current, voltage }: Performance, { step, first, last }: Segment,
  before: Before, delay: number): number
{
  const change = current[first] - before.current;
  const at = time[first] + delay;
  if (!hasConstantCurrent(step) || at > time[last]
    || Math.abs(change) <= smallestChange * current.reduce((most, one) => Math.max(most, Math.abs(one)), 0)) return NaN;
  let k = first;
  while (time[k + 1] < at) k++;
  const share = (at - time[k]) / (time[k + 1] - time[k]);
  return (before.voltage - voltage[k] - share * (voltage[k + 1] - voltage[k])) / change;
}

const hasConstantCurrent = (step: ProtocolStep): boolean =>
  step.kind === 'rest'
  || (step.kind !== 'hold' && step.kind !== 'profile' && (step.rate === 'each' || step.rate.kind !== 'power'));

/** What comes out over what went in before; NaN where that is no question. */
export interface Efficiency {
  readonly coulombic: number;
  readonly energy: number;
}

/** Over a run that begins with a charge; steps that go both ways tell nothing. */
export function efficiencyOf(steps: readonly StepResult[]): Efficiency {
  const driven = steps.filter(({ arealCapacity }) => arealCapacity !== 0);
  const mixed = driven.some(({ segment }) => segment.step.kind === 'profile');
  const of = (pick: (step: StepResult) => number): number => {
    const total = (sign: 1 | -1): number => driven.reduce((sum, step) => sum + Math.max(0, sign * pick(step)), 0);
    return total(1) / total(-1);
  };
  const comesBack = driven[0]?.arealCapacity < 0 && driven.some(({ arealCapacity }) => arealCapacity > 0);
  if (mixed || !comesBack) return { coulombic: NaN, energy: NaN };
  return { coulombic: of(({ arealCapacity }) => arealCapacity), energy: of(({ arealEnergy }) => arealEnergy) };
}
