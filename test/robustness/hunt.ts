import fc from 'fast-check';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Trial } from './trial.js';
import type { Finding, Verdict } from './verdict.js';

/** Draws trials until there are enough, or the time is over; every new kind of finding is made as small as it gets and written down. */
export interface Hunt {
  readonly trials: fc.Arbitrary<Trial>;
  /** Batch b is drawn with seed + b, whoever judges it: the trials do not depend on the number of judges. */
  readonly seed: number;
  readonly count: number;
  /** [s] */
  readonly seconds: number;
  /** Each takes one trial at a time. */
  readonly judges: readonly ((trial: Trial) => Promise<Verdict>)[];
  /** Hears of every kind of finding once. */
  readonly onFinding: (found: Found) => void;
  /** Hears of every further one: its kind, the seed of its batch and its place there. */
  readonly onAgain?: (signature: string, seed: number, place: number) => void;
  /** Asked before and after each trial: true ends the hunt with what it has; the trial of that moment does not count. */
  readonly isOver?: () => boolean;
  /** Hears how many trials have been judged, batch by batch. */
  readonly onBatch?: (tried: number) => void;
}

export interface Found extends Finding {
  readonly trial: Trial;
  /** Of its batch, and its place there. */
  readonly seed: number;
  readonly place: number;
}

const batchSize = 100;
/** Trials and time that making one finding smaller may take. */
const shrinking = { trials: 120, milliseconds: 90_000 } as const;

export interface Bag {
  readonly tried: number;
  /** Trials by how far they came. */
  readonly reached: ReadonlyMap<Verdict['reached'], number>;
  /** Trials by what is wrong with them. */
  readonly found: ReadonlyMap<string, number>;
}

const add = <K>(counts: Map<K, number>, key: K): number => {
  const now = (counts.get(key) ?? 0) + 1;
  counts.set(key, now);
  return now;
};

export async function hunt(options: Hunt): Promise<Bag> {
  const { trials, seed, count, seconds, judges, onFinding, onAgain, isOver, onBatch } = options;
  const found = new Map<string, number>();
  const reached = new Map<Verdict['reached'], number>();
  const end = Date.now() + 1000 * seconds;
  const over = (): boolean => Date.now() > end || (isOver?.() ?? false);
  let [tried, next] = [0, 0];
  const judgeBatches = async (judge: Hunt['judges'][number]): Promise<void> => {
    while (next * batchSize < count && !over()) {
      const batch = next++;
      const numRuns = Math.min(batchSize, count - batch * batchSize);
      for (const [place, trial] of fc.sample(trials, { seed: seed + batch, numRuns }).entries()) {
        if (over()) break;
        const verdict = await judge(trial);
        if (isOver?.()) break;
        tried++;
        add(reached, verdict.reached);
        for (const finding of verdict.findings) {
          if (add(found, finding.signature) > 1) onAgain?.(finding.signature, seed + batch, place);
          else onFinding(await smallest({ ...finding, trial, seed: seed + batch, place }, trials, judge, isOver));
        }
      }
      onBatch?.(tried);
    }
  };
  await Promise.all(judges.map(judgeBatches));
  return { tried, reached, found };
}

/** The smallest trial with the same signature that is met on the way down from the one that was found. */
async function smallest(first: Found, trials: fc.Arbitrary<Trial>, judge: Hunt['judges'][number],
  isOver: Hunt['isOver']): Promise<Found>
{
  let best = first;
  let left: number = shrinking.trials;
  const end = Date.now() + shrinking.milliseconds;
  const property = fc.asyncProperty(trials, async (trial) => {
    if (trial.text === best.trial.text) throw new Error(first.signature);
    if (left-- <= 0 || Date.now() > end || isOver?.()) return;
    const again = (await judge(trial)).findings.find(({ signature }) => signature === first.signature);
    if (!again) return;
    best = { ...best, ...again, trial };
    throw new Error(first.signature);
  });
  // begins at the place of the finding and walks from there to simpler values
  await fc.check(property, { seed: first.seed, path: String(first.place), numRuns: 1 });
  return best;
}

/** Writes a finding as a file that `catholith check` reads; returns its path. */
export function keep(folder: string, { signature, detail, trial, seed, place }: Found): string {
  mkdirSync(folder, { recursive: true });
  const name = signature.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 80);
  const path = join(folder, `${name}.yaml`);
  const comment = [signature, `seed ${seed}, trial ${place}, from ${trial.path}`, ...detail.split('\n').slice(0, 6)]
    .map((line) => `# ${line}\n`).join('');
  // a comment before a text that is none would change what it is
  writeFileSync(path, trial.text);
  writeFileSync(`${path}.txt`, comment);
  return path;
}
