import type { Command } from 'commander';
import { join } from 'node:path';
import type { Journal } from '../report/sweep/journal.js';
import { journalsIn, readJournal } from '../report/sweep/open-journal.js';
import type { SweepDocument } from '../results/sweep-schema.js';
import { exit, noteOf, placeOfReport, print, refuseCommand, say, terminal, written } from './command.js';

interface MergeOptions {
  readonly out?: string;
  readonly partial?: boolean;
}

export function addMerge(root: Command): void {
  root.command('merge')
    .description(
      'put the parts of a sweep (catholith sweep --shard) into the tables and the report that one run would have written',
    )
    .argument('<dir...>', 'folders with the journals of the parts')
    .option('--out <dir>', 'folder of tables and report (default: the first one)')
    .option('--partial', 'write what is there even if designs are missing')
    .action(run);
}

async function run(dirs: string[], { out, partial }: MergeOptions): Promise<void> {
  const files = dirs.flatMap(journalsIn);
  if (files.length === 0)
    return refuseCommand(
      `merge: expected journals of a sweep in ${dirs.join(', ')}, found none; run catholith sweep first`,
    );
  const readings = files.map((file) => readJournal(file, say));
  const journals: Journal[] = [];
  for (const reading of readings) {
    if (!reading.ok)
      return refuseCommand(
        `${reading.file}: expected a journal, found ${reading.found}; run its part again, or remove it`,
      );
    journals.push(reading.journal);
  }
  const [{ sweep }] = journals;
  const other = journals.findIndex((journal) => journal.sweep.sweepHash !== sweep.sweepHash);
  if (other >= 0) {
    return refuseCommand(`${files[other]}: expected a part of the sweep of ${files[0]}, found another one, `
      + `"${journals[other].sweep.title}" with version ${journals[other].sweep.version}; the case or the program `
      + 'changed in between: name only folders of one sweep');
  }
  tellDamage(journals);
  tellRepeats(journals);
  const missing = missingDesigns(sweep, holders(journals));
  if (missing.count > 0 && !partial) {
    process.exitCode = exit.noResult;
    return print(`${missing.count} of ${sweep.designs} designs are missing (${missing.named}); `
      + 'run the parts that are not complete again, they go on where they stopped, or merge with --partial');
  }
  await presentSweep(journals, out ?? dirs[0]);
}

/** Which journal has a design; of many parts of one cut only one can have it. */
function holders(journals: readonly Journal[]): (design: number) => Journal | undefined {
  const cuts = [...new Set(journals.map(({ shard }) => shard.of))].map((of) => {
    const parts = Array.from({ length: of }, (): Journal[] => []);
    for (const journal of journals) if (journal.shard.of === of) parts[journal.shard.index - 1].push(journal);
    return { of, parts };
  });
  return (design) => {
    for (const { of, parts } of cuts) {
      const holder = parts[design % of].find((journal) => journal.has(design));
      if (holder) return holder;
    }
    return undefined;
  };
}

/** How many designs are missing, and the first of them. */
function missingDesigns({ designs }: SweepDocument, holderOf: (design: number) => Journal | undefined) {
  let count = 0;
  const first: number[] = [];
  for (let design = 0; design < designs; design++) {
    if (holderOf(design)) continue;
    if (count++ < 5) first.push(design);
  }
  return { count, named: `${first.join(', ')}${count > first.length ? ', ...' : ''}` };
}

/** Lines that are not as they were written count for nothing: their designs are missing. */
export function tellDamage(journals: readonly Journal[]): void {
  const damaged = journals.reduce((sum, journal) => sum + journal.damaged, 0);
  if (damaged > 0)
    say(`${damaged} damaged ${damaged === 1 ? 'line' : 'lines'} in the journal; the designs of damaged lines count as `
      + 'not run');
}

/** A part that is named twice, or was run in two folders: nothing is counted twice. */
function tellRepeats(journals: readonly Journal[]): void {
  const parts = new Set(journals.map(({ shard }) => `${shard.index}/${shard.of}`));
  const more = journals.length - parts.size;
  if (more > 0)
    say(`${more} of ${journals.length} journals are of a part that another one has, too; each design counts once`);
}

/** Writes the tables and the report of what the journals hold and prints the card. */
export async function presentSweep(journals: readonly Journal[], dir: string): Promise<void> {
  const machines = [...new Set(journals.flatMap((journal) => journal.machines))].sort();
  const sweep = { ...journals[0].sweep, machines };
  if (machines.length > 1)
    say(`the rows come from ${machines.join(' and ')}: their last digits may differ by the machine`);
  const { sweepReport } = await import('../report/sweep/sweep-report.js');
  const holderOf = holders(journals);
  function* rows() {
    for (let design = 0; design < sweep.designs; design++) yield* holderOf(design)?.read(design) ?? [];
  }
  const { writerOf } = await import('../report/write-report.js');
  const { printCard } = await import('../report/blocks/card.js');
  const report = sweepReport(rows);
  const files = await written(dir, () => writerOf(report)(sweep, dir, noteOf(dir)));
  if (files === undefined) return;
  print(printCard(report.describe(sweep), terminal()));
  print(`\n${placeOfReport(join(dir, 'sweep.html'), files.length)}`);
}
