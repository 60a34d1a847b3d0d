import type { Command } from 'commander';
import { loadCase } from '../config/read-case.js';
import { placed, print, refuse, setOption, terminal } from './command.js';

export function addCheck(root: Command): void {
  root.command('check')
    .description('read a case and say what it describes, or list every problem; nothing is solved')
    .argument('<case>', 'case file')
    .option(...setOption)
    .action(check);
}

async function check(path: string, options: { readonly set: string[] }): Promise<void> {
  const loaded = loadCase(path, { set: options.set });
  if (!loaded.ok) return refuse(loaded.issues);
  const { prepareCase } = await import('../pipeline/run-case.js');
  const ready = prepareCase(loaded.case);
  if (!ready.ok) return refuse(placed(ready.problems, loaded.locate));
  const { summariseCase } = await import('../study/summarise-case.js');
  const { caseCard } = await import('../report/case-card.js');
  print(caseCard(summariseCase(loaded.case, loaded.ledger, ready.prepared), terminal()));
}
