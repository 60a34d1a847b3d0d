import type { RateSensitivity } from '../pipeline/sensitivities.js';
import { couldNotGoOn } from '../pipeline/steps-of-protocol.js';
import { flawOf } from '../results/audit.js';
import { performanceOf } from '../results/performance.js';

/** Whether a discharge went on to its end and passes the checks of every result: parts of the loss that add up, balances that close. */
export const isSound = ({ problem, recording }: RateSensitivity): boolean =>
  !recording.segments.some(couldNotGoOn)
  && flawOf(performanceOf(problem, recording)) === undefined;
