import type { Command } from 'commander';
import { placed } from '../config/placed.js';
import { loadCase } from '../config/read-one-case.js';
import { type CaseOptions, defaultCase, present, readAs, refuse, setOption } from './command.js';

export function addEnergy(root: Command): void {
  root.command('energy')
    .description('mass, volume, cost and energy of the cell at full utilisation, item by item; nothing is simulated')
    .argument('[case]', 'case file, YAML or JSON', defaultCase)
    .option(...setOption)
    .option('--out <dir>', 'folder of a report; without it only the card is printed')
    .option('--json', 'print the energy document and nothing else')
    .action(energy);
}

async function energy(path: string, options: CaseOptions): Promise<void> {
  const loaded = loadCase(path, readAs(options.set));
  if (!loaded.ok) return refuse(loaded.issues);
  const { cellPromise } = await import('../study/cell-promise.js');
  const result = await cellPromise(loaded.case, loaded.ledger);
  if (!result.ok) return refuse(placed(result.problems, loaded.locate));
  await present(result.document, options, async () => (await import('../report/energy-report.js')).energyReport);
}
