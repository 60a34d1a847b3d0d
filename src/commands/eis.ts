import { type Command, Option } from 'commander';
import { join } from 'node:path';
import { frequencyText } from '../report/frequencies.js';
import { assumedDoubleLayer, usualSweep } from '../study/impedance-defaults.js';
import { type CaseOptions, defaultCase, exitOf, preparedFrom, present, quantity, refuseCommand,
  setOption } from './command.js';

interface EisOptions extends CaseOptions {
  readonly soc?: number;
  readonly from: number;
  readonly to: number;
  readonly perDecade: number;
  readonly doubleLayer?: number;
}

export function addEis(root: Command): void {
  root.command('eis')
    .description('impedance of the cell at rest over a list of frequencies; print its card, write its page and figures')
    .argument('[case]', 'case file, YAML or JSON', defaultCase)
    .option('--soc <fraction>', 'state of charge, 1 = charged (default: where the case begins, or 0.5)',
      quantity('fraction', 0, 1))
    .addOption(frequencyOption('--from <frequency>', 'lowest frequency', usualSweep.from))
    .addOption(frequencyOption('--to <frequency>', 'highest frequency', usualSweep.to))
    .option('--per-decade <number>', 'frequencies per decade', quantity('dimensionless', 1, 1000), usualSweep.perDecade)
    .option('--double-layer <capacitance>', `per wetted area (default: ${assumedDoubleLayer.value} F/m^2, assumed)`,
      quantity('arealCapacitance', 0, 1e6))
    .option(...setOption)
    .option('--out <dir>', 'folder of the report (default: out/<name of the case>; with --json: no report)')
    .option('--json', 'print the impedance document and nothing else')
    .action(eis);
}

async function eis(path: string, options: EisOptions): Promise<void> {
  const { soc, from, to, perDecade, doubleLayer } = options;
  if (from > to) return refuseCommand('eis: --from lies above --to; exchange them');
  const ready = await preparedFrom(path, options.set);
  if (!ready) return;
  const { impedance } = await import('../study/impedance.js');
  const sweep = { stateOfCharge: soc, from, to, perDecade, doubleLayerCapacitance: doubleLayer };
  const document = await impedance(ready.case, ready.ledger, ready.prepared, sweep);
  process.exitCode = exitOf(document);
  await present(document, options, async () => (await import('../report/impedance-report.js')).impedanceReport,
    join('out', document.case.name));
}

const frequencyOption = (flags: string, description: string, usual: number): Option =>
  new Option(flags, description).argParser(quantity('frequency', 1e-9, 1e12)).default(usual, frequencyText(usual));
