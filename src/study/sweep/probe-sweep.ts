import type { CaseIssue } from '../../config/case.js';
import type { LoadedSweep } from '../../config/parse-sweep.js';
import { designsOf } from './designs.js';

/** Designs looked at before a sweep starts, spread over all of it. */
const probes = 16;

/**
 * What is wrong with every design that is looked at: a misspelled key, a case that is none. What is wrong with some of them only is
 * for their own rows to say.
 */
export function probeSweep({ definition, design }: LoadedSweep): readonly CaseIssue[] {
  const { count, values } = designsOf(definition);
  const looked = Math.min(probes, count);
  let first: readonly CaseIssue[] = [];
  for (let i = 0; i < looked; i++) {
    const loaded = design(values(looked === 1 ? 0 : Math.round((i * (count - 1)) / (looked - 1))));
    if (loaded.ok) return [];
    if (i === 0) first = loaded.issues;
  }
  return first;
}
