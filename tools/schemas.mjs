/**
 * Writes the JSON Schemas of all kinds of files to `dist/schemas`, after a build; with `--name` (npm run schemas) also the first line of
 * every shipped file, which names its schema to editors: `# yaml-language-server: $schema=../../dist/schemas/case.json`. In a clone and in
 * an installed package the two lie at the same distance.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { fileJsonSchema, fileKinds } from '../dist/index.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'dist', 'schemas');

mkdirSync(folder, { recursive: true });
for (const kind of fileKinds)
  writeFileSync(join(folder, `${kind}.json`), `${JSON.stringify(fileJsonSchema(kind), undefined, 1)}\n`);

if (process.argv.includes('--name')) for (const file of shipped()) nameSchema(file);

function shipped() {
  return ['configs', 'meshes'].flatMap((at) =>
    readdirSync(join(root, at), { recursive: true }).filter((name) => name.endsWith('.yaml')).map((name) => join(at, name))
  );
}

function nameSchema(file) {
  const text = readFileSync(join(root, file), 'utf8');
  const path = relative(dirname(file), join('dist', 'schemas', `${kindOf(file, parse(text))}.json`)).replaceAll('\\', '/');
  const line = `# yaml-language-server: $schema=${path}\n`;
  writeFileSync(join(root, file), line + text.replace(/^# yaml-language-server:.*\n/, ''));
}

/** What a file is, by the keys that only one kind has. */
function kindOf(file, data) {
  if (file.startsWith('meshes')) return 'mesh';
  const keys = { designs: 'comparison', sweep: 'sweep', rows: 'reproduce', validation: 'validation', fit: 'fit', uncertainty: 'uncertainty', optimise: 'optimise', laws: 'calibration', voxels: 'structure', voxelSize: 'image' };
  const found = Object.keys(keys).find((key) => Object.hasOwn(data, key));
  if (found !== undefined) return keys[found];
  if (data.base !== undefined || (data.title !== undefined && data.cathode !== undefined)) return 'case';
  return data.cathode === undefined ? 'materials' : 'base';
}
