import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LatestFirst } from '../../src/live/queue.js';

/** Workers that answer when they are told to. */
function bench(workers: number) {
  const sent: { readonly worker: number; readonly job: string }[] = [];
  const shown: string[][] = [];
  const queue = new LatestFirst<string, string>(workers, (worker, job) => void sent.push({ worker, job }));
  return {
    sent,
    shown,
    queue,
    ask: (name: string, parts: number, quick = true): void =>
      queue.ask({ jobs: Array.from({ length: parts }, (_, i) => `${name}${i}`), quick, done: (answers) =>
        void shown.push([...answers]) }),
    answer: (): void => {
      const [next] = sent.splice(0, 1);
      if (next) queue.answered(next.worker, next.job);
    },
  };
}

describe('the latest question first', () => {
  it('spreads the parts of a question over the workers and tells all answers at once, in order', () => {
    const { ask, answer, sent, shown, queue } = bench(2);
    ask('a', 3);
    expect(sent.map(({ worker }) => worker)).toEqual([0, 1]);
    for (let i = 0; i < 3; i++) answer();
    expect(shown).toEqual([['a0', 'a1', 'a2']]);
    expect(queue.idle).toBe(true);
  });

  it('leaves out what was asked between, and finishes a quick one that has begun', () => {
    const { ask, answer, shown } = bench(1);
    for (const name of ['a', 'b', 'c']) ask(name, 1);
    for (let i = 0; i < 5; i++) answer();
    expect(shown).toEqual([['a0'], ['c0']]);
  });

  it('lets a slow one go for a newer one and never tells it', () => {
    const { ask, answer, sent, shown } = bench(1);
    ask('slow', 4, false);
    ask('new', 1);
    expect(sent).toHaveLength(1);
    for (let i = 0; i < 5; i++) answer();
    expect(shown).toEqual([['new0']]);
  });

  it('tells in the order of asking, the last one always, whatever comes between', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.record({ parts: fc.integer({ min: 1, max: 4 }), quick: fc.boolean() }),
            fc.constant('answer' as const)),
          { maxLength: 60 },
        ),
        fc.integer({ min: 1, max: 3 }),
        (acts, workers) => {
          const { ask, answer, shown, sent, queue } = bench(workers);
          let asked = 0;
          for (const act of acts) {
            if (act === 'answer') answer();
            else ask(`${String(++asked).padStart(3, '0')}.`, act.parts, act.quick);
          }
          while (sent.length > 0) answer();
          expect(shown.filter((answers) => answers.some((one) => !one.startsWith(answers[0].slice(0, 4))))).toEqual([]);
          const order = shown.map(([first]) => Number(first.slice(0, 3)));
          expect(order).toEqual([...order].sort((a, b) => a - b));
          expect(order.at(-1) ?? 0).toBe(asked);
          expect(queue.idle).toBe(true);
        },
      ),
    );
  });
});
