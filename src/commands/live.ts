import type { Command } from 'commander';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ownFolder, readText } from '../config/files/read-text.js';
import { overrideKey } from '../config/overrides.js';
import { printable } from '../config/printable.js';
import { loadCase } from '../config/read-one-case.js';
import { addressOf, type Design, usualCell } from '../live/design.js';
import { print, refuse, refuseCommand, setOption } from './command.js';
import { filesOf, liveServer, loopback } from './live-server.js';

interface LiveOptions {
  readonly set: string[];
  readonly port?: string;
}

export function addLive(root: Command): void {
  root.command('live')
    .description('serve a page to this machine alone on which a cell is solved while a slider moves; ends with Ctrl-C')
    .argument('[case]', 'case file that the page opens with (default: that of run)')
    .option(...setOption)
    .option('--port <number>', 'port to listen on (default: a free one)')
    .action(live);
}

async function live(path: string | undefined, options: LiveOptions): Promise<void> {
  const port = Number(options.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    return refuseCommand(`--port: expected a whole number from 1 to 65535, found ${printable(options.port ?? '')}`);
  const design = designOf(path, options.set);
  if (design === undefined) return;
  const server = liveServer(filesOf(join(ownFolder('dist'), 'page')));
  try {
    server.listen(port, loopback);
    await once(server, 'listening');
  } catch (error) {
    return refuseCommand(
      `--port ${port}: expected a port that can be listened on, found ${(error as Error).message}; choose another`,
    );
  }
  const { port: at } = server.address() as AddressInfo;
  print(`http://${loopback}:${at}/${design === 'usual' ? '' : addressOf({ design, measured: {} })}`);
  const end = (): void => {
    server.close();
    server.closeAllConnections();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  await once(server, 'close');
}

/** The case as the address of the page has it, with every file that it names; undefined where it has problems, which have been told then. */
function designOf(path: string | undefined, set: readonly string[]): Design | 'usual' | undefined {
  const sets = Object.fromEntries(set.map((text) => [overrideKey(text), text.slice(text.indexOf('=') + 1).trim()]));
  if (path === undefined) return set.length === 0 ? 'usual' : { cell: usualCell, set: sets };
  const files: Record<string, string> = {};
  const read = loadCase(path, { set, onFile: (name, text) => files[name] = text });
  if (!read.ok) return refuse(read.issues);
  return { cell: read.case.name, text: readText(path), ...(Object.keys(files).length > 0 && { files }), set: sets };
}
