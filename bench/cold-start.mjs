import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../dist/bin/catholith.js', import.meta.url));
const given = fileURLToPath(new URL('../configs/cells/nmc811-li6ps5cl.yaml', import.meta.url));

/** The command whose whole process is timed, from nothing to the result card. */
export const coldCommand = ['run', given, '--set', 'protocol.rates=[1C]', '--set', 'protocol.charge=ideal', '--json'];

/** Wall times of whole processes [ms], after one that warms the file cache. */
export function coldStarts(repetitions) {
  return Array.from({ length: repetitions + 1 }, () => {
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [cli, ...coldCommand], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) throw new Error(`${stderr}`);
    return performance.now() - began;
  }).slice(1);
}
