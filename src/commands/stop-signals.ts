import { exit } from './command.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ctrl-C, the end of a job, a closed terminal: what runs is finished and kept; asked twice, the program ends at once. */
export class StopSignals {
  asked = false;
  /** Why, where it was no signal. */
  reason: string | undefined;

  constructor() {
    for (const signal of signals) process.on(signal, this.#hear);
  }

  because(reason: string): void {
    this.asked = true;
    this.reason ??= reason;
  }

  end(): void {
    for (const signal of signals) process.removeListener(signal, this.#hear);
  }

  readonly #hear = (): void => {
    if (this.asked) process.exit(exit.noResult);
    this.asked = true;
  };
}
