import type { Command } from 'commander';
import { join } from 'node:path';
import type { CaseIssue } from '../config/case.js';
import { loadMaterials } from '../config/read-case.js';
import { noteOf, print, refuse, refuseCommand, terminal, written } from './command.js';

interface MaterialOptions {
  readonly add?: string;
  readonly out: string;
}

export function addMaterials(root: Command): void {
  root.command('materials')
    .description('what the library knows of its materials, with sources; or check and draw materials of your own')
    .argument('[name]', 'one material in full')
    .option('--add <file>', 'file with the key "materials": check each, print it in full, draw the active ones')
    .option('--out <dir>', 'folder of the pictures of --add', join('out', 'materials'))
    .action((name: string | undefined, options: MaterialOptions) =>
      options.add === undefined ? materials(name) : own(options.add, name, options.out)
    );
}

async function materials(name: string | undefined): Promise<void> {
  const { describeMaterial, listMaterials } = await import('../materials/describe-material.js');
  const { materialCard, materialList } = await import('../report/material-card.js');
  if (name === undefined) return print(materialList(listMaterials(), terminal()));
  const described = describeMaterial(name);
  if (described) return print(materialCard(described, terminal()));
  const { nearest } = await import('../config/nearest.js');
  const close = nearest(name, listMaterials().map((material) => material.name));
  const hint = close === undefined ? '' : `did you mean ${close}? `;
  refuseCommand(`materials: "${name}" is not in the library; ${hint}catholith materials lists all`);
}

/** Every material of a file, or the one that is named. */
async function own(file: string, only: string | undefined, dir: string): Promise<void> {
  const loaded = loadMaterials(file);
  if (!loaded.ok) return refuse(loaded.issues);
  const { describeOwn } = await import('../materials/describe-material.js');
  const chosen = Object.entries(loaded.materials).filter(([name]) => only === undefined || name === only);
  if (chosen.length === 0)
    return refuseCommand(
      `materials: "${only}" is not in ${file}; there are ${Object.keys(loaded.materials).join(', ')}`,
    );
  const described = chosen.map(([name, material]) => ({ name,
    ...describeOwn(name, material, loaded.ledger.filter(({ path }) => path.startsWith(`${name}.`))) })
  );
  const issues = described.flatMap((one): CaseIssue[] =>
    one.ok ? [] : one.problems.map((problem) => ({ ...problem, ...loaded.locate(one.name, problem.key) }))
  );
  if (issues.length > 0) return refuse(issues);
  const { materialCard } = await import('../report/material-card.js');
  const good = described.filter((one) => one.ok);
  for (const { description } of good) print(materialCard(description, terminal()));
  const curves = good.flatMap((one) => one.curves ?? []);
  if (curves.length === 0) return;
  const { writeMaterials } = await import('../report/write-materials.js');
  const files = await written(dir, () => writeMaterials(curves, dir, noteOf(dir)));
  if (files) print(`pictures   ${files.filter((file) => file.endsWith('.png')).join(', ')}`);
}
