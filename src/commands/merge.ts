import type { Command } from 'commander';
import { printable } from '../config/printable.js';
import type { Journal } from '../report/sweep/journal.js';
import { journalsIn, readJournal } from '../report/sweep/open-journal.js';
import { exit, noteOf, print, refuseCommand, terminal, written } from './command.js';

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
    return refuseCommand(
      `${files[other]}: expected a part of the sweep of ${files[0]}, found another one, "${
        journals[other].sweep.title
      }" with version `
        + `${
          journals[other].sweep.version
        }; the case or the program changed in between: name only folders of one sweep`,
    );
  }
  tellDamage(journals);
  const missing = missingDesigns(journals);
  if (missing.length > 0 && !partial) {
    process.exitCode = exit.noResult;
    return print(`${missing.length} of ${sweep.designs} designs are missing (${named(missing)}); `
      + 'run the parts that are not complete again, they go on where they stopped, or merge with --partial');
  }
  await present(journals, out ?? dirs[0]);
}

const missingDesigns = (journals: readonly Journal[]): number[] =>
  Array.from({ length: journals[0].sweep.designs }, (_, design) => design).filter((design) =>
    !journals.some((journal) => journal.has(design))
  );

const named = (designs: readonly number[]): string =>
  `${designs.slice(0, 5).join(', ')}${designs.length > 5 ? ', ...' : ''}`;

const say = (sentence: string): void => void process.stderr.write(`${printable(sentence)}\n`);

/** Lines that are not as they were written count for nothing: their designs are missing. */
export function tellDamage(journals: readonly Journal[]): void {
  const damaged = journals.reduce((sum, journal) => sum + journal.damaged, 0);
  if (damaged > 0)
    say(
      `${damaged} damaged ${
        damaged === 1 ? 'line' : 'lines'
      } in the journal; the designs of damaged lines count as not run`,
    );
}

/** Writes the tables and the report of what the journals hold and prints the card. */
export async function present(journals: readonly Journal[], dir: string): Promise<void> {
  const machines = [...new Set(journals.flatMap((journal) => journal.machines))].sort();
  const sweep = { ...journals[0].sweep, machines };
  if (machines.length > 1)
    say(`the rows come from ${machines.join(' and ')}: their last digits may differ by the machine`);
  const [{ sweepReport }, { summarise }] = await Promise.all([
    import('../report/sweep/sweep-report.js'),
    import('../report/sweep/sweep-summary.js'),
  ]);
  function* rows() {
    for (let design = 0; design < sweep.designs; design++) {
      const journal = journals.find((one) => one.has(design));
      if (journal) yield* journal.read(design);
    }
  }
  const { card, write } = sweepReport(summarise(sweep, rows), rows);
  const files = await written(dir, () => write(sweep, dir, noteOf(dir)));
  print(card(sweep, terminal()));
  if (files) print(printable(`\nreport     ${files[0]}  (${files.length} files)`));
}
