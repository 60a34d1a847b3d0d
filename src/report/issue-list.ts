import type { CaseIssue } from '../config/case.js';

/** Lists issues, one per line, and counts them; the wording of an issue is the reader's (`format`). */
export function issueList(issues: readonly CaseIssue[], format: (issue: CaseIssue) => string): string {
  // an option of the command line is no file
  const files = new Set(issues.map(({ file }) => file).filter((file) => !file.startsWith('--'))).size;
  const count = `${issues.length} `
    + `${issues.length === 1 ? 'problem' : 'problems'}${files > 1 ? ` in ${files} files` : ''}`;
  const lines = issues.map((issue) => format(issue).replaceAll(/\s*\n\s*/g, ' '));
  return `${[...lines, `${count}; nothing was run.`].join('\n')}\n`;
}
