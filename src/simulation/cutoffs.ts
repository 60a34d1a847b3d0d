import type { CellProblem } from '../physics/cell-problem.js';
import type { EventFunction } from '../solver/dae-problem.js';
import type { LoadedStep } from './load-step.js';

/** Names of the cut-offs, as events and as reasons in the result. */
export const cutoffNames = {
  voltage: 'voltage-cutoff',
  current: 'current-cutoff',
  arealCapacity: 'capacity-cutoff',
  // what the cell has, not what the case asks for
  power: 'power-limit',
  lithium: 'lithium-exhausted',
  potential: 'potential-data-end',
} as const;

/** The events that end a step; `before` is the state that the step finds. Its duration ends the integration without one. */
export function cutoffs(problem: CellProblem, { step, currentCutoff }: LoadedStep,
  before: Float64Array): EventFunction[]
{
  const { voltage, voltageWindow, arealCapacity } = step.until;
  const { current, charge } = problem.unknowns;
  const events: EventFunction[] = [];
  const name = cutoffNames.voltage;
  const above = (bound: number): void => void events.push({ name, value: (_t, y) => problem.voltage(y) - bound });
  const below = (bound: number): void => void events.push({ name, value: (_t, y) => bound - problem.voltage(y) });
  if (voltage !== undefined) {
    const falls = step.kind === 'discharge' || (step.kind !== 'charge' && problem.voltage(before) > voltage);
    (falls ? above : below)(voltage);
  }
  if (voltageWindow !== undefined) {
    above(voltageWindow[0]);
    below(voltageWindow[1]);
  }
  if (currentCutoff !== undefined) {
    const sign = step.kind === 'hold' ? 1 : -1;
    events.push({ name: cutoffNames.current, value: (_t, y) => sign * (Math.abs(y[current]) - currentCutoff) });
  }
  if (arealCapacity !== undefined) {
    const start = before[charge];
    events.push({ name: cutoffNames.arealCapacity, value: (_t, y) => arealCapacity - Math.abs(y[charge] - start) });
  }
  return events;
}
