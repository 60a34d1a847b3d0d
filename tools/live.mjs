import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { noFigures, oneLanguage } from './bundling.mjs';

/** Makes the live page as static files: `node tools/live.mjs [folder]`, dist/page by default. */

const root = fileURLToPath(new URL('../', import.meta.url));
const page = join(root, 'src/live/page');
const strict = { target: 'es2022' };

/** What makes code of text is refused by a strict content policy: views on arrays are those of src/live. */
const views = { ndarray: 'strided', 'ndarray-ops': 'operations' };
const ownViews = {
  name: 'own-views',
  resolveId: (source) => source in views ? `\0${source}` : undefined,
  load: (id) =>
    id.slice(1) in views
      ? `export { ${views[id.slice(1)]} as default } from ${JSON.stringify(join(root, 'src/live/strided.ts'))}`
      : undefined,
};

/** Bundles one entry of the page; answers the packages that went into it. */
async function bundle(name, folder) {
  const entry = join(page, `${name === 'page' ? 'main' : name}.ts`);
  const build = await rolldown({ input: { [name]: entry }, platform: 'browser',
    plugins: [ownViews, oneLanguage, noFigures], transform: strict });
  const { output } = await build.write({ dir: folder, format: 'esm', minify: true, entryFileNames: '[name].js',
    chunkFileNames: '[name].js' });
  await build.close();
  return output.flatMap(({ moduleIds = [] }) => moduleIds).flatMap((id) =>
    /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []
  );
}

/** What the authors of the packages in the page ask to be told with it. */
function licences(packages) {
  const texts = [...new Set(packages)].sort((a, b) => (a < b ? -1 : 1)).map((path) => {
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const file = readdirSync(path).find((one) => /^licen[cs]e/i.test(one));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(path, file), 'utf8').trim() : ''}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** Every case of configs/cells that can be read without an image, and what they name. */
function texts() {
  const folder = join(root, 'configs/cells');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return Object.fromEntries(names.filter((name) => /\.(yaml|csv)$/.test(name)).sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const titleOf = (text) => /^title: *"?(.*?)"?$/m.exec(text)?.[1];
const isCell = (text) => !/^ *structure:/m.test(text);

/** Cells that a visitor meets first. */
const first = ['nmc811-li6ps5cl', 'nmc811-li3incl6', 'nmc811-lgps', 'lfp-polymer'];
const rank = ({ name }) => (first.includes(name) ? first.indexOf(name) : first.length + (name.includes('/') ? 1 : 0));

/** A module of the sources as they are now. */
async function library(name) {
  const build = await rolldown({ input: join(root, 'src', name), platform: 'browser', plugins: [noFigures] });
  const folder = mkdtempSync(join(tmpdir(), 'catholith-'));
  try {
    await build.write({ file: join(folder, 'library.mjs'), format: 'esm', codeSplitting: false });
    return await import(pathToFileURL(join(folder, 'library.mjs')).href);
  } finally {
    await build.close();
    rmSync(folder, { recursive: true });
  }
}

/** What has its lithium at a lower potential on average is an anode [V]; LTO has it at 1.56 V, FeS2 at 1.8 V. */
const lowestOfCathodes = 1.7;

/** What the page offers for a cathode and its electrolyte. */
async function offered() {
  const { curvesOf, listMaterials } = await library('materials/describe-material.ts');
  return listMaterials().filter(({ name, kind }) => {
    if (kind !== 'activeMaterial') return true;
    const { potential, stoichiometry, window: [low, high] } = curvesOf(name);
    const within = potential.filter((_, i) => stoichiometry[i] >= low && stoichiometry[i] <= high);
    return within.reduce((sum, one) => sum + one, 0) / within.length > lowestOfCathodes;
  });
}

async function gallery() {
  const all = texts();
  const { parseCase, prepareCase } = await library('browser.ts');
  const solved = (file, text) => {
    const read = parseCase(text, { file, textOf: (name) => all[posix.join(dirname(file), name)] });
    return read.ok && prepareCase(read.case).ok;
  };
  const cells = Object.entries(all).flatMap(([file, text]) => {
    const title = titleOf(text);
    return file.endsWith('.yaml') && title && isCell(text) && solved(file, text)
      ? [{ name: file.replace(/\.yaml$/, ''), title }]
      : [];
  });
  return { cells: cells.sort((a, b) => rank(a) - rank(b)), texts: all, materials: await offered() };
}

/** The page with or without what stands between the marks of the site. */
export function html(isSite) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const text = readFileSync(join(page, 'index.html'), 'utf8').replaceAll('<!--version-->', version);
  return isSite ? text.replaceAll(/<!--\/?site-->/g, '') : text.replaceAll(/<!--site-->[^]*?<!--\/site-->/g, '');
}

/** The page with what is to be seen before its script has come. */
function opened(text, elements) {
  return Object.entries(elements).reduce((page, [id, { content, attributes }]) => {
    const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join('');
    const place = new RegExp(`(<[^>]* id="${id}"[^>]*)>[^<]*</`);
    if (!place.test(page)) throw new Error(`no element ${id}`);
    return page.replace(place, (_, element) => `${element}${written}>${content}</`);
  }, text);
}

export async function live(folder, isSite = false) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packages = [...await bundle('page', folder), ...await bundle('worker', folder)];
  await bundle('early', folder);
  writeFileSync(join(folder, 'licences.txt'), licences(packages));
  for (const name of ['style.css', 'icon.svg']) copyFileSync(join(page, name), join(folder, name));
  const cells = await gallery();
  const { opening } = await library('live/opening.ts');
  const { frame, elements } = await opening(cells.texts);
  writeFileSync(join(folder, 'cells.json'), JSON.stringify({ ...cells, frame }));
  writeFileSync(join(folder, 'index.html'), opened(html(isSite), elements));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await live(process.argv[2] ?? join(root, 'dist/page'));
