import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';

/**
 * node tools/code-cache.mjs [folder]   after the bundler; dist/bin by default
 *
 * Lays the compiled code of the core beside it: a run of one rate spends a sixth of its processor time on reading and compiling a source that
 * never changes. An engine takes compiled code of scripts alone, and only what the same version of it has made; any other compiles the source
 * as ever.
 *
 * So `core.js`, a module, becomes a script `core.code.js`, one function of what the module imports that returns what it exports; the
 * module in its place calls it. What a run compiles is what is kept, so that one is made here.
 */

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = pathToFileURL(`${resolve(process.argv[2] ?? `${root}dist/bin`)}/`);
const at = (name) => new URL(name, folder);

/** The parts of a chunk as the bundler writes it: imports, code, and one line of exports at its end; of every name, what it is elsewhere. */
function partsOf(text) {
  if (text.includes('core.code.js')) throw new Error('the core is a script already: bundle it first');
  const [head] = /^(?:import [^;]*;\n)*/.exec(text);
  const end = /\nexport \{([^}]*)\};\s*$/.exec(text);
  const body = text.slice(head.length, end.index);
  const pairs = (list) => list.split(',').map((one) => one.trim().split(' as ')).map(([of, as = of]) => [of, as]);
  const imported = [...head.matchAll(/^import \{([^}]*)\} from ("[^"]*");$/gm)].flatMap(([, list, from]) =>
    pairs(list).map(([of, as]) => ({ of, as, from }))
  );
  if (/^import |\bimport\(/m.test(body) || head.match(/^import /gm).length !== head.match(/^import \{[^}]*\} from /gm).length)
    throw new Error('the core is expected to import by name, at its beginning, and nothing later');
  return { imported, body, exported: pairs(end[1]) };
}

/** What stands beyond ASCII in texts and patterns as they may be written as well: read as it is, half as long in memory, no decoder. */
const ofOneByte = (text) =>
  text.replace(/[^\x00-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

const script = ({ imported, body, exported }) =>
  `(function (meta, ${imported.map(({ as }) => as).join(', ')}) {\n'use strict';\n`
  + `${ofOneByte(body.replaceAll('import.meta', 'meta'))}\nreturn [${exported.map(([of]) => of).join(', ')}];\n})\n`;

const checkLength = 4;

/** What it imports goes by i and a number, what it exports by e: its names meet no other ones here. */
const module = ({ imported, exported }) =>
  `${imported.map(({ of, from }, i) => `import { ${of} as i${i} } from ${from};\n`).join('')}
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const filename = at("core.code.js");
const source = readFileSync(filename);
/**
 * What belongs to this source, as it was written: an engine trusts what it is given, and would end the process over a damaged one. Damage is
 * no attack, which would change this file: a sum is enough, and node:crypto is not read for it.
 */
function compiled() {
  let kept;
  try {
    kept = readFileSync(at("core.cache"));
  } catch {
    return undefined;
  }
  const code = kept.subarray(${checkLength});
  return kept.length > ${checkLength} && crc32(code, crc32(source)) === kept.readUInt32LE() ? code : undefined;
}
export const script = new Script(source.toString("latin1"), { filename, cachedData: compiled() });
const [${exported.map((_, i) => `e${i}`).join(', ')}] =
  script.runInThisContext()(import.meta, ${imported.map((_, i) => `i${i}`).join(', ')});
export { ${exported.map(([, as], i) => `e${i} as ${as}`).join(', ')} };
`;

rmSync(at('core.cache'), { force: true });
const parts = partsOf(readFileSync(at('core.js'), 'utf8'));
writeFileSync(at('core.code.js'), script(parts));
writeFileSync(at('core.js'), module(parts));

const core = await import(at('core.js').href);
const named = (name) => core[parts.exported.find(([of]) => of === name)[1]];
const { case: given, ledger } = named('loadOneCase')(`${root}configs/cells/nmc811-li6ps5cl.yaml`, {
  set: ['protocol.rates=[1C]'],
});
await named('runCase')(given, ledger);
const code = core.script.createCachedData();
const check = Buffer.alloc(checkLength);
check.writeUInt32LE(crc32(code, crc32(readFileSync(at('core.code.js')))));
writeFileSync(at('core.cache'), Buffer.concat([check, code]));
