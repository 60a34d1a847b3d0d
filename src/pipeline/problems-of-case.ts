import type { CaseIssue, LoadedCase } from '../config/case.js';
import { placed } from '../config/placed.js';
import { prepareCase } from './run-case.js';

/** What keeps a case of a file from its equations, in the words of the file. */
export function problemsOfCase(loaded: LoadedCase): readonly CaseIssue[] {
  if (!loaded.ok) return loaded.issues;
  const ready = prepareCase(loaded.case);
  return ready.ok ? [] : placed(ready.problems, loaded.locate);
}
