import type { CaseIssue, Loaded } from '../../src/config/case.js';
import { formatIssue } from '../../src/config/wording.js';

/** What a reader says of a file: one line for each problem. */
export const messagesOf = (reading: Loaded<object>): string[] =>
  reading.ok ? [] : reading.issues.map((issue: CaseIssue) => formatIssue(issue));
