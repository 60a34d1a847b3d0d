import type { Command } from 'commander';
import { join } from 'node:path';
import type { CaseIssue } from '../config/case.js';
import { loadMaterials } from '../config/read-case.js';
import type { MaterialCurves } from '../materials/material-curves.js';
import { noteOf, print, refuse, refuseCommand, terminal, written } from './command.js';

interface MaterialOptions {
  readonly add?: string;
  readonly out?: string;
  readonly catalogue?: true;
}

const usualFolder = join('out', 'materials');

export function addMaterials(root: Command): void {
  root.command('materials')
    .description(
      'what the library knows of its materials and films, with sources; or check and draw materials of your own',
    )
    .argument('[name]', 'one material or film in full')
    .option('--add <file>', 'file with the key "materials": check each, print it in full, draw the active ones')
    .option('--out <dir>', `folder of the pictures: of the named material, of all, or of --add (there: ${usualFolder})`)
    .option('--catalogue', 'print all of them as tables in Markdown')
    .action((name: string | undefined, options: MaterialOptions) =>
      options.add === undefined ? materials(name, options) : own(options.add, name, options.out ?? usualFolder)
    );
}

async function materials(name: string | undefined, { out, catalogue }: MaterialOptions): Promise<void> {
  const { curvesOf, describeMaterial, listMaterials } = await import('../materials/describe-material.js');
  const { curvesOfFilm, describeFilm, listFilms } = await import('../materials/describe-film.js');
  if (catalogue) {
    const { materialCatalogue } = await import('../report/material-catalogue.js');
    const described = [...listMaterials(), ...listFilms()].flatMap((one) =>
      describeMaterial(one.name) ?? describeFilm(one.name) ?? []
    );
    return print(materialCatalogue(described).trimEnd());
  }
  const { materialCard, materialList } = await import('../report/material-card.js');
  const all = [...listMaterials(), ...listFilms()];
  const draw = async (names: readonly string[]): Promise<void> => {
    if (out === undefined) return;
    const curves = names.flatMap((one) => curvesOf(one) ?? curvesOfFilm(one) ?? []);
    if (curves.length === 0) print(`pictures   none: what is known of ${names.join(', ')} are numbers, not curves`);
    await pictures(curves, out);
  };
  if (name === undefined) {
    print(materialList(all, terminal()));
    return draw(all.map((one) => one.name));
  }
  const described = describeMaterial(name) ?? describeFilm(name);
  if (described) {
    print(materialCard(described, terminal()));
    return draw([name]);
  }
  const { quoted } = await import('../config/printable.js');
  const { nearest } = await import('../config/nearest.js');
  const close = nearest(name, all.map((material) => material.name));
  const hint = close === undefined ? '' : `did you mean ${close}? `;
  refuseCommand(`materials: ${quoted(name)} is not in the library; ${hint}catholith materials lists all`);
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
  return pictures(good.flatMap((one) => one.curves ?? []), dir);
}

async function pictures(curves: readonly MaterialCurves[], dir: string): Promise<void> {
  if (curves.length === 0) return;
  const { writeMaterials } = await import('../report/write-materials.js');
  const files = await written(dir, () => writeMaterials(curves, dir, noteOf(dir)));
  if (files) print(`pictures   ${files.filter((file) => file.endsWith('.svg')).join(', ')}`);
}
