import type { CaseIssue, Locate, Problem } from './case-issue.js';

/** Problems with their places in the file. */
export const placed = (problems: readonly Problem[], locate: Locate): CaseIssue[] =>
  problems.map((problem) => ({ ...problem, ...locate(problem.key) }));
