import type { Answer, Job, Texts } from '../messages.js';
import { LatestFirst } from '../queue.js';
import type { FromWorker, ToWorker } from './worker.js';

/** The threads of the page: some that solve what follows a slider, one for everything that can wait. */

type Told = Answer | { readonly fault: string };

function thread(texts: Promise<Texts>, heard: (words: Told) => void): (job: Job) => void {
  const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    heard('fault' in data ? data : data.answer);
  });
  const send = (words: ToWorker): void => worker.postMessage(words);
  const ready = texts.then((all) => send({ texts: all }));
  return (job) => void ready.then(() => send({ job }));
}

/** As many as there are cores; more than four solve six rates no sooner: the state that they start from is solved in each. */
export const solvers = Math.max(1, Math.min(4, navigator.hardwareConcurrency));

/** The picture: latest question first. */
export function pictureQueue(texts: Promise<Texts>): LatestFirst<Job, Told> {
  const queue: LatestFirst<Job, Told> = new LatestFirst(solvers, (i, job) => threads[i](job));
  const threads = Array.from({ length: solvers }, (_, i) => thread(texts, (words) => queue.answered(i, words)));
  return queue;
}

/** Everything else, one after the other; started when it is first asked. */
export class Engine {
  private send: ((job: Job) => void) | undefined;
  private readonly open: { readonly job: Job; readonly done: (words: Told) => void }[] = [];

  constructor(private readonly texts: Promise<Texts>) {}

  /** Rejects where the program has a fault. */
  ask<K extends Job['kind']>(job: Extract<Job, { readonly kind: K }>): Promise<Answer<K>> {
    return new Promise((resolve, reject) => {
      const done = (words: Told): void =>
        'fault' in words ? reject(new Error(words.fault)) : resolve(words as Answer<K>);
      this.open.push({ job, done });
      if (this.open.length === 1) this.next();
    });
  }

  private next(): void {
    this.send ??= thread(this.texts, (words) => {
      this.open.shift()?.done(words);
      if (this.open.length > 0) this.next();
    });
    this.send(this.open[0].job);
  }
}
