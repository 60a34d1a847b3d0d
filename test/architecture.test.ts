import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const simulator = ['units', 'config', 'solver', 'materials', 'mesh', 'transport', 'physics', 'simulation', 'results'];

/** Who may import whom: `values` freely, `types` by `import type` only. A room may always import from itself. */
const rooms: Readonly<Record<string, { readonly values: readonly string[]; readonly types?: readonly string[] }>> = {
  units: { values: [] },
  // the reader of cases is also that of the images they name
  config: { values: ['units', 'voxels'] },
  solver: { values: [] },
  // the table of overridable properties is one: config reads by it, materials resolve by it
  materials: { values: ['units', 'config'] },
  mesh: { values: ['units'], types: ['config'] },
  // a random network of the composition is solved with the solver's linear algebra
  transport: { values: ['units', 'config', 'solver', 'materials', 'mesh', 'voxels'] },
  // images of structures, what they conduct and how they are made
  voxels: { values: ['units', 'solver'] },
  // physics fills the matrices of solver/linear; it still asks nothing of the integrator
  physics: { values: ['units', 'config', 'solver', 'materials', 'mesh', 'transport'] },
  simulation: { values: ['units', 'config', 'mesh', 'transport', 'physics', 'solver'] },
  results: {
    values: ['units', 'config', 'solver', 'materials', 'mesh', 'transport', 'physics', 'simulation'],
  },
  cell: { values: ['units', 'config', 'materials', 'transport', 'results'] },
  // a case to its result document, on one page
  pipeline: { values: [...simulator, 'cell'] },
  study: { values: [...simulator, 'cell', 'pipeline', 'voxels'] },
  // case files written for a user: from another format, from answers
  authoring: { values: ['units', 'config', 'materials'] },
  report: { values: ['units', 'config', 'results', 'cell', 'voxels'], types: ['materials', 'pipeline', 'study'] },
  // the page on which a cell is solved while a slider moves, its worker, and what both say to each other
  live: {
    values: [...simulator, 'cell', 'pipeline', 'study', 'report'],
  },
  // one file per command of the command line
  commands: {
    values: [
      'units',
      'config',
      'materials',
      'mesh',
      'transport',
      'voxels',
      'physics',
      'simulation',
      'results',
      'cell',
      'pipeline',
      'study',
      'report',
      'authoring',
      'live',
      'door',
    ],
  },
};

/** Files directly under src/ that may import everything; no room imports them. */
const doors = ['cli.ts', 'index.ts', 'browser.ts'];

/** Where Node may be used: the reading and the writing of files, and the command line. */
const nodePlaces = [/^config\/(files\/)?read-[^/]+\.ts$/, /^report\//, /^cli\.ts$/, /^commands\//];

/** Packages that need Node. */
const nodePackages = ['commander', 'cli-progress', '@resvg/resvg-js', 'dejavu-fonts-ttf'];

const longestFile = 305;

/** Made by a script, not written. */
const generated = ['physics/laws/derived.ts', 'config/tabled-films.ts'];

interface Import {
  /** Relative to src/ for our own files (`cell/stack.ts`), the specifier otherwise. */
  readonly target: string;
  readonly own: boolean;
  readonly typeOnly: boolean;
}

interface SourceFile {
  /** Relative to src/. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  /** Lines with `any` as a type. */
  readonly anyLines: readonly number[];
  /** Lines with `process.` or `Buffer.`. */
  readonly nodeLines: readonly number[];
}

function parse(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const lineOf = (node: ts.Node) => tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const imports: Import[] = [];
  const anyLines: number[] = [];
  const nodeLines: number[] = [];
  const record = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const own = specifier.text.startsWith('.');
    const target = own ? posix.join(posix.dirname(path), specifier.text).replace(/\.js$/, '.ts') : specifier.text;
    imports.push({ target, own, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) record(node.moduleSpecifier, importsTypesOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) record(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) record(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      record(node.arguments[0], false);
    else if (node.kind === ts.SyntaxKind.AnyKeyword) anyLines.push(lineOf(node));
    else if (ts.isPropertyAccessExpression(node) && /^(process|Buffer)$/.test(node.expression.getText())) {
      nodeLines.push(lineOf(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { path, text, imports, anyLines, nodeLines };
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly);
}

const roomOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : 'door');

function wrongDirections(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room === 'door') return doors.includes(file.path) ? [] : [`${file.path}: no such door`];
    if (!rooms[room]) return [`${file.path}: no such room`];
    return file.imports
      .filter(({ own, target, typeOnly }) => own && !mayImport(room, roomOf(target), typeOnly))
      .map(({ target, typeOnly }) => `${file.path} must not import ${target}${typeOnly ? ', not even types' : ''}`);
  });
}

function mayImport(from: string, to: string, typeOnly: boolean): boolean {
  const allowed = rooms[from];
  return from === to || allowed.values.includes(to) || (typeOnly && (allowed.types ?? []).includes(to));
}

/** Folders of the room that reads, each of which imports those before it; what stands beside them brings them together. */
const readingFolders = ['files', 'fields', 'sections', 'studies'];

function wrongFolders(files: readonly SourceFile[]): string[] {
  const rankOf = (path: string): number => readingFolders.indexOf(path.split('/')[1]);
  return files.filter(({ path }) => roomOf(path) === 'config' && rankOf(path) >= 0).flatMap(({ path, imports }) =>
    imports
      .filter(({ own, target, typeOnly }) =>
        own && !typeOnly && roomOf(target) === 'config' && rankOf(target) > rankOf(path)
      )
      .map(({ target }) => `${path} must not import ${target}`)
  );
}

/** Every circle of imports once, as a path; types count, since who reads them walks the same way. */
function circles(files: readonly SourceFile[]): string[] {
  const targets = new Map(
    files.map(({ path, imports }) => [path, imports.filter(({ own }) => own).map(({ target }) => target)]),
  );
  const found: string[] = [];
  const finished = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    if (trail.includes(path) || finished.has(path)) return;
    for (const target of targets.get(path) ?? []) walk(target, [...trail, path]);
    finished.add(path);
  };
  for (const path of targets.keys()) walk(path, []);
  return found;
}

function nodeUses(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !nodePlaces.some((place) => place.test(path)))
    .flatMap(({ path, imports, nodeLines }) => [
      ...imports
        .filter(({ own, target }) => !own && (isBuiltin(target) || nodePackages.includes(target)))
        .map(({ target }) => `${path} must not import ${target}`),
      ...nodeLines.map((line) => `${path}:${line} uses a global of Node`),
    ]);
}

const lineCount = (text: string) => text.trimEnd().split('\n').length;

const tooLong = (files: readonly SourceFile[]) =>
  files.filter(({ path, text }) => !generated.includes(path) && lineCount(text) > longestFile).map(({ path, text }) =>
    `${path}: ${lineCount(text)} lines`
  );

const anyTypes = (files: readonly SourceFile[]) =>
  files.flatMap(({ path, anyLines }) => anyLines.map((line) => `${path}:${line}`));

function readSources(): SourceFile[] {
  const root = fileURLToPath(new URL('../src/', import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => parse(path, readFileSync(root + path, 'utf8')));
}

describe('the sources', () => {
  const sources = readSources();

  it('import in the direction of the table only', () => expect(wrongDirections(sources)).toEqual([]));
  it('of the room that reads import in the direction of its folders', () => expect(wrongFolders(sources)).toEqual([]));
  it('import what exists', () => {
    const paths = new Set(sources.map(({ path }) => path));
    const missing = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ own, target }) => own && target.endsWith('.ts') && !paths.has(target))
        .map(({ target }) => `${path} imports ${target}`)
    );
    expect(paths).toContain('config/case.ts');
    expect(missing).toEqual([]);
  });
  it('import in no circle', () => expect(circles(sources)).toEqual([]));
  it('use Node where files are read or written and nowhere else', () => expect(nodeUses(sources)).toEqual([]));
  it(`stay below ${longestFile} lines a file`, () => expect(tooLong(sources)).toEqual([]));
  it('know no `any`', () => expect(anyTypes(sources)).toEqual([]));
});

describe('the checks themselves', () => {
  it('see a wrong direction in every form of import', () => {
    const forms = [
      'import { x } from \'../cell/x.js\';',
      'import \'../cell/x.js\';',
      'import type { X } from \'../cell/x.js\';',
      'export { x } from \'../cell/x.js\';',
      'export const x = () => import(\'../cell/x.js\');',
      'export type X = import(\'../cell/x.js\').X;',
    ];
    for (const form of forms) expect(wrongDirections([parse('solver/newton.ts', form)]), form).toHaveLength(1);
  });

  it('see a field that imports a section, and none that takes its type', () => {
    const field = (text: string) => parse('config/fields/field.ts', text);
    expect(wrongFolders([field('import { x } from \'../sections/rules.js\';')])).toHaveLength(1);
    expect(
      wrongFolders([field('import type { X } from \'../sections/rules.js\';'),
        field('import { x } from \'../files/read-text.js\';')]),
    ).toEqual([]);
  });

  it('allow types where the table says types, and no values', () => {
    const type = parse(
      'mesh/grading.ts',
      'import type { Case } from \'../config/case.js\';\nimport { type Rate } from \'../config/case.js\';',
    );
    const value = parse('mesh/grading.ts', 'import { type Case, readCase } from \'../config/case.js\';');
    expect(wrongDirections([type])).toEqual([]);
    expect(wrongDirections([value])).toEqual(['mesh/grading.ts must not import config/case.ts']);
  });

  it('keep the doors shut to the rooms, and know no other', () => {
    expect(wrongDirections([parse('study/a.ts', 'import { loadCase } from \'../index.js\';')])).toHaveLength(1);
    expect(wrongDirections([parse('cli.ts', 'import { loadCase } from \'./index.js\';')])).toEqual([]);
    expect(wrongDirections([parse('helpers.ts', ''), parse('utils/a.ts', '')])).toHaveLength(2);
  });

  it('see a circle of values, and one that a type closes', () => {
    const a = parse('mesh/a.ts', 'import { b } from \'./b.js\';');
    const b = parse('mesh/b.ts', 'import { c } from \'./c.js\';');
    const circle = ['mesh/a.ts -> mesh/b.ts -> mesh/c.ts -> mesh/a.ts'];
    expect(circles([a, b, parse('mesh/c.ts', 'import { a } from \'./a.js\';')])).toEqual(circle);
    expect(circles([a, b, parse('mesh/c.ts', 'import type { A } from \'./a.js\';')])).toEqual(circle);
    expect(circles([a, b, parse('mesh/c.ts', '')])).toEqual([]);
  });

  it('see Node by its modules, its packages and its globals', () => {
    const text = [
      'import { readFileSync } from \'node:fs\';',
      'import path from \'path\';',
      'import { Command } from \'commander\';',
      'process.exit(1);',
    ].join('\n');
    expect(nodeUses([parse('physics/a.ts', text)])).toHaveLength(4);
    expect(nodeUses([parse('config/read-case.ts', text), parse('report/csv.ts', text), parse('cli.ts', text)])).toEqual(
      [],
    );
  });

  it('see `any` as a type, not as a word, and a file that is too long', () => {
    const text = '// any\nconst many = "any";\nexport const f = (x: any) => x as unknown as any[];';
    expect(anyTypes([parse('mesh/a.ts', text)])).toEqual(['mesh/a.ts:3', 'mesh/a.ts:3']);
    const limit = parse('mesh/a.ts', 'x;\n'.repeat(longestFile));
    expect(tooLong([limit, parse('mesh/b.ts', 'x;\n'.repeat(longestFile + 1))])).toEqual([
      `mesh/b.ts: ${longestFile + 1} lines`,
    ]);
  });
});
