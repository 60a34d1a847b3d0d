import { type ChildProcess, fork } from 'node:child_process';
import type { Answer } from './trial-worker.js';
import type { Trial } from './trial.js';
import type { Verdict } from './verdict.js';

export interface CourtLimits {
  /** For one trial. */
  readonly seconds: number;
  /** Of the process at its largest, typed arrays included. */
  readonly megabytes: number;
}

/** A judge in a process of its own: what hangs, dies or takes all memory is a finding, and the next trial gets a new process. */
export class Court {
  #worker: ChildProcess | undefined;

  constructor(private readonly script: string, private readonly limits: CourtLimits) {}

  readonly judge = (trial: Trial): Promise<Verdict> => {
    const { seconds, megabytes } = this.limits;
    const worker = this.#worker ??= fork(this.script, { execArgv: [`--max-old-space-size=${megabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    return new Promise((resolve) => {
      const finish = (verdict: Verdict, isOver: boolean): void => {
        clearTimeout(timer);
        worker.off('message', heard).off('exit', died);
        if (isOver) this.close();
        resolve(verdict);
      };
      const over = (signature: string): void => finish({ reached: 'run', findings: [{ signature, detail: '' }] }, true);
      const timer = setTimeout(() => over(`longer than ${seconds} s`), 1000 * seconds);
      const heard = (message: unknown): void => {
        const { megabytes: taken, ...verdict } = message as Answer;
        if (taken > megabytes) over(`more than ${megabytes} MB`);
        else finish(verdict, false);
      };
      const died = (code: number | null, signal: string | null): void => over(`process died: ${signal ?? code}`);
      worker.on('message', heard).on('exit', died);
      worker.send(trial);
    });
  };

  close(): void {
    this.#worker?.kill('SIGKILL');
    this.#worker = undefined;
  }
}
