import type { RateResult } from '../../results/result-schema.js';
import type { Design } from '../design.js';
import type { Solved } from '../draw/figures.js';
import type { Answer, Answers, Issue, Job } from '../messages.js';

/** The case's own, or a coarse one while a slider moves. */
export type Mesh = 'own' | 'coarse';

/** Jobs of a question: on the coarse mesh one for each worker, else a rate at a time, the last one, which mostly takes longest, first. */
export function jobsOf(design: Design, mesh: Mesh, rates: number, chosen: string, workers: number): Job[] {
  const parts = (of: number): { part: number; of: number }[] => Array.from({ length: of }, (_, part) => ({ part, of }));
  return mesh === 'coarse'
    ? parts(Math.max(1, Math.min(workers, rates))).map((part) => ({ kind: 'sketch', design, chosen, ...part }))
    : parts(Math.max(workers, rates)).reverse().map((part) => ({ kind: 'rates', design, ...part }));
}

/** The same cell by another name: to be solved anew, unseen. */
export const renamed = (design: Design, round: number): Design => ({ ...design,
  set: { ...design.set, title: `round ${round}` } });

type RatesAnswer = Answer | { readonly fault: string };

/** What the answers to all jobs of a question say together. */
export function join(answers: readonly RatesAnswer[], mesh: Mesh): Solved | { readonly issues: readonly Issue[] } {
  const rates: RateResult[] = [];
  const marks: string[] = [];
  for (const answer of answers) {
    if ('fault' in answer) throw new Error(answer.fault);
    const of = answer as Answers['rates'];
    if (!of.ok) return { issues: of.issues };
    for (const { index, result, mark } of of.rates) {
      rates[index] = result;
      marks[index] = mark;
    }
  }
  const [first] = answers as readonly Extract<Answers['rates'], { ok: true }>[];
  return { frame: first.frame, rates, marks, whole: mesh === 'own' ? rates : undefined };
}
