import type { Command } from 'commander';
import { basename } from 'node:path';
import { readText } from '../config/files/read-text.js';
import { print, refuse, refuseCommand } from './command.js';
import { type CaseFileOptions, forceOption, mayWrite, problemsOf, writeCase } from './write-case.js';

export function addImport(root: Command): void {
  root.command('import')
    .description(
      'write a case file from a BPX file (Battery Parameter eXchange, 0.4 to 1.x); says what it cannot carry',
    )
    .argument('<file>', 'BPX file, JSON')
    .option('--out <case>', 'case file to write; default: the name of the BPX file, as .yaml in this folder')
    .option(...forceOption)
    .action(importFile);
}

async function importFile(file: string, options: Partial<CaseFileOptions>): Promise<void> {
  const text = textOf(file);
  if (text === undefined) return;
  const { importBpx } = await import('../authoring/bpx/import-bpx.js');
  const read = importBpx(text, file);
  if (!read.ok) return refuse(read.issues);
  const target = { out: `${basename(file).replace(/(\.bpx)?\.json$/i, '')}.yaml`, ...options };
  if (!mayWrite(target) || !writeCase(read.imported.text, target)) return;
  const { carried, notCarried } = read.imported;
  print(`${target.out}: ${carried.length} keys of ${file}, each named as the source of its value`);
  for (const { key, why } of notCarried) print(`not in it: ${key}: ${why}`);
  const issues = await problemsOf(target.out);
  if (issues.length > 0) return refuse(issues);
  print(`To go on: catholith run ${target.out}`);
}

function textOf(file: string): string | undefined {
  try {
    return readText(file);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    refuseCommand(`${file}: expected a BPX file, found ${code === 'ENOENT' ? 'no such file' : message}; give its path`);
    return undefined;
  }
}
