import { judge, type Trial } from './trial.js';
import type { Verdict } from './verdict.js';

/** What the process of a court sends back. */
export interface Answer extends Verdict {
  /** Most memory that the process has taken so far. */
  readonly megabytes: number;
}

// Ctrl-C reaches every process of the terminal; the hunt lets this one finish
process.on('SIGINT', () => undefined);
process.on('message', (trial: Trial) => {
  void judge(trial).then((verdict) =>
    process.send?.({ ...verdict, megabytes: process.resourceUsage().maxRSS / 1024 } satisfies Answer)
  );
});
