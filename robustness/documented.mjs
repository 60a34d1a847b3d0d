import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * npm run docs:count [-- ROOM...]
 *
 * Counts the exports of src, room by room, and those without a docstring; names them for the rooms asked for. `public` is what
 * src/index.ts passes on, wherever it is declared. `--json` prints {room: {exports, undocumented: ["file: name"]}}.
 */
const source = fileURLToPath(new URL('../src/', import.meta.url));
const parsed = new Map();

/** Statements of a file, by its path below src. */
function statementsOf(path) {
  if (!parsed.has(path)) {
    const text = readFileSync(source + path, 'utf8');
    parsed.set(path, ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true).statements);
  }
  return parsed.get(path);
}

const isExported = (statement) => statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
const isDocumented = (node) => ts.getJSDocCommentsAndTags(node).some(ts.isJSDoc);
const targetOf = (path, { moduleSpecifier }) =>
  posix.join(posix.dirname(path), moduleSpecifier.text).replace(/\.js$/, '.ts');

/** What a file declares and exports: `{name, file, documented}` each. */
function declaredIn(path) {
  return statementsOf(path).filter(isExported).flatMap((statement) => {
    const nodes = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
    const documented = isDocumented(statement);
    return nodes.map((node) => ({ name: node.name?.getText() ?? 'default', file: path, documented }));
  });
}

/** What a file passes on, found where it is declared. */
function passedOn(path) {
  return statementsOf(path).filter((one) => ts.isExportDeclaration(one) && one.moduleSpecifier).flatMap((one) => {
    const all = exportsOf(targetOf(path, one));
    if (!one.exportClause) return all;
    const names = one.exportClause.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
    return all.filter(({ name }) => names.includes(name));
  });
}

const exportsOf = (path) => [...declaredIn(path), ...passedOn(path)];

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort();
const rooms = { public: exportsOf('index.ts') };
for (const path of files) (rooms[path.includes('/') ? path.split('/')[0] : 'doors'] ??= []).push(...declaredIn(path));

const counted = Object.fromEntries(
  Object.entries(rooms).map((
    [room, all],
  ) => [room, { exports: all.length,
    undocumented: all.filter(({ documented }) => !documented).map(({ file, name }) => `${file}: ${name}`) }]
  ),
);

const asked = process.argv.slice(2).filter((argument) => argument !== '--json');
if (process.argv.includes('--json')) process.stdout.write(JSON.stringify(counted));
else {
  for (const [room, { exports, undocumented }] of Object.entries(counted)) {
    process.stdout.write(
      `${room.padEnd(12)} ${String(exports).padStart(4)} exports  ${
        String(undocumented.length).padStart(4)
      } say nothing\n`,
    );
    if (asked.includes(room)) process.stdout.write(undocumented.map((one) => `  ${one}\n`).join(''));
  }
}
