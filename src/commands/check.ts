import type { Command } from 'commander';
import { preparedFrom, print, setOption, terminal } from './command.js';

export function addCheck(root: Command): void {
  root.command('check')
    .description('read a case and say what it describes, or list every problem; nothing is solved')
    .argument('<case>', 'case file')
    .option(...setOption)
    .action(check);
}

async function check(path: string, options: { readonly set: string[] }): Promise<void> {
  const ready = await preparedFrom(path, options.set);
  if (!ready) return;
  const { summariseCase } = await import('../study/summarise-case.js');
  const { caseCard } = await import('../report/case-card.js');
  print(caseCard(summariseCase(ready.case, ready.ledger, ready.prepared), terminal()));
}
