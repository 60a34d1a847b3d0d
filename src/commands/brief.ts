import { setFlagsFromString } from 'node:v8';

/**
 * What the optimising compiler of the engine is told for a run of a second or two, most of which it would spend on functions that are done
 * before it is: functions wait for it three times as long, and it takes fewer of those that they call with them. Measured, in processor time:
 * one rate 0.88, one rate with its ranges 0.82 of what they cost otherwise; an hour of work would cost 1.04.
 */
const brief = ['--interrupt-budget=200000', '--max-inlined-bytecode-size-cumulative=300'];
/**
 * For designs one after the other: most functions run a few times in each, and thousands of designs are over before all of them were compiled, on
 * threads that other workers want. Those inside the steps of time are compiled early all the same, and as large as ever.
 */
const manyDesigns = ['--interrupt-budget=500000'];

/** Only to the engine that they were measured with: later ones have another compiler in between. */
function tell(flags: readonly string[]): void {
  if (process.versions.node.startsWith('20.')) flags.forEach((flag) => setFlagsFromString(flag));
}

/** Tells them once, before there is work. */
export const expectBriefWork = (): void => tell(brief);

/** The same in a worker thread, once it has read its code: compiled code that was kept is of the flags that it was made with. */
export const expectManyDesigns = (): void => tell(manyDesigns);
