import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/program.js';

/** What is published runs with what it says it needs. */

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}
interface Lock {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}
const { dependencies, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package;

/** `@observablehq/plot` of `@observablehq/plot`, `unitmath` of `unitmath/es/UnitMath.js`. */
const packageOf = (specifier: string): string =>
  specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

function importedPackages(): string[] {
  // the page of `catholith live` is published as a bundle that holds what it imports
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts') && !name.startsWith(join('live', 'page'))
  );
  const texts = sources.map((name) => readFileSync(join(root, 'src', name), 'utf8'));
  const specifiers = texts.flatMap((text) =>
    [...text.matchAll(/(?:^import |^(?:import|export|.*\}).* from |import\()'([^.'][^']*)'|\bresolve\(`([^.`]+)/gm)]
      .map((
        [, imported, resolved],
      ) => imported ?? resolved)
  );
  return [...new Set(specifiers.filter((one) => !isBuiltin(one)).map(packageOf))].sort();
}

describe('the package', () => {
  it('imports what is among its run-time dependencies, and needs each of them', () => {
    // the types of a package that its own types name
    const types = Object.keys(dependencies).filter((name) => name.startsWith('@types/'));
    const imported = importedPackages();
    expect(imported).toEqual(expect.arrayContaining(types.map((name) => name.replace('@types/', ''))));
    expect([...imported, ...types].sort()).toEqual(Object.keys(dependencies).sort());
  });

  it('holds program, schemas, cases and meshes', () => {
    expect(files).toEqual(expect.arrayContaining(['dist/bin', 'dist/schemas', 'configs', 'meshes']));
  });

  it('locks what every platform needs, so that `npm ci` works on all of them', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`])
    );
    expect(missing).toEqual([]);
  });

  it('has no dependency with a licence that is not on the list', () => {
    expect(execFileSync(process.execPath, [join(root, 'robustness', 'licences.mjs')], { encoding: 'utf8' })).toContain(
      'MIT',
    );
  });
});
