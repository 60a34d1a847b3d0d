import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** npm run licences: what is installed, by licence, and which of it runs with the program; exit 1 where a licence is not on the list below. */
const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path) => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));
/** Free to use and to pass on with a program under Apache-2.0. MPL-2.0 binds its own files alone. */
const accepted = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Unlicense',
  'CC0-1.0',
  'CC-BY-4.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'MPL-2.0',
];
/** Said by the package in other words than those of SPDX. */
const inWords = { 'dejavu-fonts-ttf': 'Bitstream-Vera' };

function licenceOf(path) {
  const { name, license, licenses } = read(`${path}/package.json`);
  const said = typeof license === 'string' ? license : license?.type ?? licenses?.map(({ type }) => type).join(' OR ');
  return inWords[name] ?? said ?? 'none';
}

const isAccepted = (licence) =>
  licence === 'Bitstream-Vera'
  || licence.replace(/[()]/g, '').split(' OR ').some((one) =>
    one.split(' AND ').every((part) => accepted.includes(part))
  );

const byLicence = new Map();
for (const [path, { dev, optional }] of Object.entries(read('package-lock.json').packages)) {
  if (path === '') continue;
  let licence;
  try {
    licence = licenceOf(path);
  } catch (error) {
    // built for another system, and not installed on this one
    if (optional && error.code === 'ENOENT') continue;
    throw error;
  }
  const row = byLicence.get(licence) ?? { shipped: [], tools: [] };
  (dev ? row.tools : row.shipped).push(path.replace(/^.*node_modules\//, ''));
  byLicence.set(licence, row);
}
for (const [licence, { shipped, tools }] of [...byLicence].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const mark = isAccepted(licence) ? ' ' : '!';
  process.stdout.write(
    `${mark} ${licence.padEnd(28)} ${String(shipped.length).padStart(3)} with the program  ${
      String(tools.length).padStart(3)
    } tools\n`,
  );
  if (mark === '!' || licence === 'MPL-2.0')
    process.stdout.write(`    ${[...shipped, ...tools.map((name) => `${name} (tool)`)].join(', ')}\n`);
}
process.exitCode = [...byLicence.keys()].every(isAccepted) ? 0 : 1;
