import * as z from 'zod';
import { Engine } from '../engine.js';
import type { Answer, Job, Texts } from '../messages.js';

/** The solver beside the page: takes texts once, then answers one job after the other. */

// code made of text is what the content policy of the page refuses
z.config({ jitless: true });

export type ToWorker = { readonly texts: Texts } | { readonly job: Job };
export type FromWorker = { readonly answer: Answer } | { readonly fault: string };

let engine: Engine | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('texts' in data) engine = new Engine(data.texts);
  else if (engine) void answer(engine, data.job);
});

async function answer(solver: Engine, job: Job): Promise<void> {
  try {
    tell({ answer: await solver.answer(job) });
  } catch (error) {
    tell({ fault: error instanceof Error ? error.message : String(error) });
  }
}

const tell = (words: FromWorker): void => self.postMessage(words);
