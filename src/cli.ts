#!/usr/bin/env node
import { Command } from 'commander';
import { commands, commandsOf } from './commands/all.js';
import { exit } from './commands/command.js';
import { printable } from './config/printable.js';
import { version } from './pipeline/version.js';

/** An option that is there has a value: a variable of a script that is empty is no folder. */
function refuseEmpty(command: Command): void {
  const empty = command.options.find((option) => command.getOptionValue(option.attributeName()) === '');
  if (empty) command.error(`error: option '${empty.flags}': expected a value, found an empty text`);
}

async function program(name: string): Promise<Command> {
  const root = new Command('catholith')
    .description(
      'Simulates thick composite cathodes of solid-state batteries: from a case file to how far ions and electrons get, and to Wh/kg.',
    )
    .version(version)
    .addHelpText('after',
      '\nExit codes: 0 a result, 1 a run that could not go on (what it reached is kept), 2 an invalid case or command.')
    .configureOutput({ writeErr: (text) => void process.stderr.write(printable(text)) })
    .showHelpAfterError('(catholith --help lists the commands)')
    .exitOverride()
    .hook('preAction', (_, command) => refuseEmpty(command));
  for (const add of await Promise.all(commandsOf(name).map((one) => commands[one]()))) add(root);
  return root;
}

// `catholith run … | head` closes the pipe early, a terminal may go: that is the reader's right, and the report is written all the same
const readerIsGone = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE' || error.code === 'EIO';
let told = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (readerIsGone(error) || told) return;
  told = true;
  process.stderr.write(
    `expected an output that can be written, found ${error.message}; what is printed is not complete\n`,
  );
  process.exitCode = exit.invalid;
});
// nobody is left to be told
process.stderr.on('error', () => undefined);

/** commander has printed its message by the time it throws; help and version end with its code 0. */
try {
  // no command at all is the main job: the default case
  const words = process.argv.length > 2 ? process.argv : [...process.argv, 'run'];
  await (await program(words[2])).parseAsync(words);
} catch (error) {
  const code = (error as { readonly exitCode?: number }).exitCode;
  if (code === undefined) throw error;
  process.exitCode = code === 0 ? 0 : exit.invalid;
}
