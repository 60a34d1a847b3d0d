import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CaseIssue } from '../config/case.js';
import { printable } from '../config/printable.js';
import { loadCase } from '../config/read-one-case.js';
import { isOfDisk, refuseCommand } from './command.js';

/** Options of the commands that write a case file. */
export interface CaseFileOptions {
  readonly out: string;
  readonly force?: boolean;
}

/** `.option(...forceOption)` */
export const forceOption = ['--force', 'write over a file that is there'] as const;

/** Whether a file may be written there; says why where it may not. */
export function mayWrite({ out, force }: CaseFileOptions): boolean {
  if (force || !existsSync(out)) return true;
  refuseCommand(`${out}: expected a new file, found one; --force writes over it, --out names another`);
  return false;
}

/** Writes a case file; a place that cannot be written is the command's mistake. */
export function writeCase(text: string, { out, force }: CaseFileOptions): boolean {
  try {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, text, { flag: force ? 'w' : 'wx' });
    return true;
  } catch (error) {
    if (!isOfDisk(error)) throw error;
    refuseCommand(printable(`${out}: expected a file that can be written, found ${error.message}; choose another`));
    return false;
  }
}

/** What `check` would find in it. */
export const problemsOf = async (file: string): Promise<readonly CaseIssue[]> =>
  (await import('../pipeline/problems-of-case.js')).problemsOfCase(loadCase(file));
