import { setFlagsFromString } from 'node:v8';

/**
 * What the optimising compiler of the engine is told for a run of a second or two, most of which it would spend on functions that are done
 * before it is: functions wait for it three times as long, and it takes fewer of those that they call with them. Measured, in processor time:
 * one rate 0.88, one rate with its ranges 0.82 of what they cost otherwise; an hour of work would cost 1.04.
 */
const flags = ['--interrupt-budget=200000', '--max-inlined-bytecode-size-cumulative=300'];

/** Tells them once, before there is work. Only to the engine that they were measured with: later ones have another compiler in between. */
export function expectBriefWork(): void {
  if (process.versions.node.startsWith('20.')) flags.forEach((flag) => setFlagsFromString(flag));
}
