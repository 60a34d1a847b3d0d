import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../dist/bin/catholith.js', import.meta.url));
const given = fileURLToPath(new URL('../configs/cells/nmc811-li6ps5cl.yaml', import.meta.url));

const oneRate = ['run', given, '--set', 'protocol.rates=[1C]', '--set', 'protocol.charge=ideal', '--json'];

/** The commands whose whole process is timed, from nothing to the document: with ranges, that is 47 solves more, and without. */
export const coldCommands = [oneRate, [...oneRate, '--no-range']];

/** Said by the process as it ends, after its compiler and its collector of garbage. */
const confess = 'process.on("exit", () => { const { user, system } = process.cpuUsage(); '
  + 'process.stderr.write("\\ncpu " + (user + system) / 1e3); });';

/** Processor times of whole processes [ms], after one that warms the file cache; without a machine's own certificates, which cost Node 30 to 50 ms. */
export function coldStarts(repetitions, parameters) {
  const first = `data:text/javascript,${encodeURIComponent(confess)}`;
  return Array.from({ length: repetitions + 1 }, () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', first, cli, ...parameters], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined },
    });
    if (status !== 0) throw new Error(stderr);
    return Number(stderr.match(/cpu (\S+)$/)[1]);
  }).slice(1);
}
