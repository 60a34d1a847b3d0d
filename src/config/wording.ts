import { expectArguments, objectWith } from '../units/arguments.js';
import type { CaseIssue, Wording } from './case-issue.js';
import { shortText } from './printable.js';
import { cellWording } from './wording/cells.js';
import { fieldWording } from './wording/fields.js';
import { fileWording } from './wording/files.js';
import { studyWording } from './wording/studies.js';

export type { Wording } from './case-issue.js';

/** The catalogue: every sentence that a case file can provoke, apart from the unit sentences of `units/quantity`. */
export const wording = { ...fieldWording, ...cellWording, ...studyWording, ...fileWording };

/** "mapping" or "list" for what zod calls object and array. */
export function wrongStructure(expected: string, input: unknown): Wording {
  if (expected === 'array') return wording.wrongType('a list', input, '"[a, b]" or lines that start with "- "');
  return wording.wrongType('a mapping of keys', input, 'indented "key: value" lines');
}

/** Largest numbers of characters in a message: nobody reads more of a line, and a case may hold a key of a million. */
const longest = { file: 300, key: 120, words: 1500 } as const;

/** One clear line: file:line:column key: expected ..., found ...; what to do. */
export function formatIssue(issue: CaseIssue): string {
  expectArguments({ issue: [issue, objectWith('key', 'expected', 'received', 'remedy')] });
  const whole = (issue.code === 'missing-file' && issue.key === '') || issue.file === '--set' || issue.line === 0;
  const file = shortText(issue.file, longest.file);
  const place = whole ? file : `${file}:${issue.line}:${issue.column}`;
  const key = issue.key === '' ? '' : ` ${shortText(issue.key, longest.key)}`;
  const [expected, received, remedy] = [issue.expected, issue.received, issue.remedy].map((words) =>
    shortText(words, longest.words)
  );
  return `${place}${key}: expected ${expected}, found ${received}; ${remedy}`;
}
