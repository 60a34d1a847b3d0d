import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Answer } from './trial-worker.js';
import type { Trial } from './trial.js';
import type { Verdict } from './verdict.js';

export interface CourtLimits {
  /** Of a processor, for one trial; ten times that by the clock. */
  readonly seconds: number;
  /** Of the process at its largest, typed arrays included. */
  readonly megabytes: number;
}

/**
 * What a process has had of its processors so far [s], of Linux: user and system time are the 12th and 13th number behind its name, in hundredths.
 * The clock elsewhere.
 */
function processorTime({ pid }: ChildProcess): number {
  try {
    const numbers = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(numbers[11]) + Number(numbers[12])) / 100;
  } catch {
    return performance.now() / 1000;
  }
}

/** A judge in a process of its own: what hangs, dies or takes all memory is a finding, and the next trial gets a new process. */
export class Court {
  #worker: ChildProcess | undefined;

  constructor(private readonly script: string, private readonly limits: CourtLimits) {}

  readonly judge = (trial: Trial): Promise<Verdict> => {
    const { seconds, megabytes } = this.limits;
    // a group of its own: Ctrl-C of the terminal ends the hunt, and is no finding
    const worker = this.#worker ??= fork(this.script, { execArgv: [`--max-old-space-size=${megabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'], detached: true });
    return new Promise((resolve) => {
      const began = { processor: processorTime(worker), clock: Date.now() };
      const finish = (verdict: Verdict, isOver: boolean): void => {
        clearTimeout(timer);
        worker.off('message', heard).off('exit', died);
        if (isOver) this.close();
        resolve(verdict);
      };
      const over = (signature: string): void => finish({ reached: 'run', findings: [{ signature, detail: '' }] }, true);
      const look = (): void => {
        const left = seconds - (processorTime(worker) - began.processor);
        if (left < 0.1 || Date.now() - began.clock > 1e4 * seconds) over(`longer than ${seconds} s`);
        else timer = setTimeout(look, 1000 * left);
      };
      let timer = setTimeout(look, 1000 * seconds);
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
