import fc from 'fast-check';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Trial } from './trial-worker.js';
import type { Verdict } from './verdict.js';

/** Draws trials until the time is over; every new kind of finding is made as small as it gets and written down. */
export interface Hunt {
  readonly trials: fc.Arbitrary<Trial>;
  readonly seed: number;
  /** [s] */
  readonly seconds: number;
  readonly mostTrials: number;
  readonly judge: (trial: Trial) => Promise<Verdict>;
  /** Hears of every finding once, smallest form last. */
  readonly onFinding: (found: Found) => void;
}

export interface Found {
  readonly signature: string;
  readonly detail: string;
  readonly trial: Trial;
  readonly seed: number;
}

/** Trials and time that making one finding smaller may take. */
const shrinking = { trials: 80, milliseconds: 60_000 } as const;

export interface Bag {
  readonly tried: number;
  /** Trials by how far they came. */
  readonly reached: ReadonlyMap<Verdict['reached'], number>;
  /** Trials by what is wrong with them. */
  readonly found: ReadonlyMap<string, number>;
}

const count = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

export async function hunt({ trials, seed, seconds, mostTrials, judge, onFinding }: Hunt): Promise<Bag> {
  const found = new Map<string, number>();
  const reached = new Map<Verdict['reached'], number>();
  const end = Date.now() + 1000 * seconds;
  let tried = 0;
  for (let round = 0; Date.now() < end && tried < mostTrials; round++) {
    let target: Found | undefined;
    let shrinks = 0;
    let shrinksEnd = Infinity;
    const property = fc.asyncProperty(trials, async (trial) => {
      if (target && (shrinks++ > shrinking.trials || Date.now() > shrinksEnd)) return;
      tried++;
      const verdict = await judge(trial);
      count(reached, verdict.reached);
      for (const { signature, detail } of verdict.findings) {
        const isTarget = target?.signature === signature;
        if (!isTarget) count(found, signature);
        if (isTarget || (!target && found.get(signature) === 1)) {
          if (!target) shrinksEnd = Date.now() + shrinking.milliseconds;
          target = { signature, detail, trial, seed: seed + round };
          throw new Error(signature);
        }
      }
    });
    const left = Math.min(500, mostTrials - tried);
    await fc.check(property, { seed: seed + round, numRuns: left,
      interruptAfterTimeLimit: Math.max(1, end - Date.now()) });
    if (target) onFinding(target);
  }
  return { tried, reached, found };
}

/** A judge in a thread of its own: what hangs or takes all memory is a finding, and the next trial gets a new thread. */
export class Court {
  #worker: Worker | undefined;

  constructor(private readonly script: string,
    private readonly limits: { readonly seconds: number; readonly megabytes: number })
  {}

  readonly judge = (trial: Trial): Promise<Verdict> => {
    const worker = this.#worker ??= new Worker(this.script, {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.megabytes },
    });
    return new Promise((resolve) => {
      const finish = (verdict: Verdict, isOver: boolean): void => {
        clearTimeout(timer);
        worker.off('message', heard).off('error', died);
        if (isOver) {
          void worker.terminate();
          this.#worker = undefined;
        }
        resolve(verdict);
      };
      const { seconds } = this.limits;
      const over = (signature: string, detail = ''): void =>
        finish({ reached: 'run', findings: [{ signature, detail }] }, true);
      const timer = setTimeout(() => over(`longer than ${seconds} s`), 1000 * seconds);
      const heard = (verdict: Verdict): void => finish(verdict, false);
      const died = (error: Error): void => over(`thread died: ${error.message.slice(0, 60)}`, error.stack);
      worker.on('message', heard).on('error', died);
      worker.postMessage(trial);
    });
  };

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }
}

/** Writes a finding as a file that `catholith check` reads; returns its path. */
export function keep(folder: string, { signature, detail, trial, seed }: Found): string {
  mkdirSync(folder, { recursive: true });
  const name = signature.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 80);
  const path = join(folder, `${name}.yaml`);
  const comment = [signature, `seed ${seed}, from ${trial.path}`, ...detail.split('\n').slice(0, 6)].map((line) =>
    `# ${line}\n`
  ).join('');
  // a comment before a text that is none would change what it is
  writeFileSync(path, trial.text);
  writeFileSync(`${path}.txt`, comment);
  return path;
}
