import type { Command } from 'commander';
import { print, refuseCommand, terminal } from './command.js';

export function addMaterials(root: Command): void {
  root.command('materials')
    .description('what the library knows of its materials, with sources')
    .argument('[name]', 'one material in full')
    .action(materials);
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
