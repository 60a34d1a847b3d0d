import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../support/program.js';

/** A core as the bundler writes it, as small as can be: what a run is for the tool is a name here. */
const core = `import { basename } from "node:path";
import { readFileSync as read } from "node:fs";

class Count { #n = 0; next() { return ++this.#n; } }
const count = new Count();
const next = () => count.next();
const nameOf = (path) => basename(path) + ' of ' + basename(import.meta.url) + read(import.meta.filename, 'utf8').length;
function loadOneCase(path) { return { case: nameOf(path), ledger: [] }; }
async function runCase(given, ledger) { return { given, ledger, isStrict: (function () { return this === undefined; })() }; }

export { loadOneCase, next as $, runCase as t };
`;

const folder = join(root, 'out', 'test-code-cache');
const node = (...words: string[]): string => execFileSync(process.execPath, words, { encoding: 'utf8', cwd: folder });

/** What the module in place of the core exports does in a process of its own. */
const used = (): unknown =>
  JSON.parse(node('--input-type=module', '-e', `import { $, loadOneCase, script, t } from './core.js';
    const { isStrict } = await t();
    console.log(JSON.stringify({ numbers: [$(), $()], name: loadOneCase('a/b.yaml').case.slice(0, 17), isStrict,
      taken: script.cachedDataRejected === false }));`));

describe('compiled code beside the core', () => {
  beforeAll(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    writeFileSync(join(folder, 'core.js'), core);
    node(join(root, 'tools/code-cache.mjs'), folder);
  });
  const works = { numbers: [1, 2], name: 'b.yaml of core.js', isStrict: true };

  it('is taken by the engine that made it, and the core does what it did as a module', () => {
    expect(used()).toEqual({ ...works, taken: true });
  });

  it('may be damaged, of another source, or not there: the source is compiled then', () => {
    const [cache, source] = [join(folder, 'core.cache'), join(folder, 'core.code.js')];
    const [kept, written] = [readFileSync(cache), readFileSync(source, 'utf8')];
    const damaged = Buffer.from(kept);
    damaged[damaged.length >> 1] ^= 1;
    writeFileSync(cache, damaged);
    expect(used()).toEqual({ ...works, taken: false });
    writeFileSync(cache, kept);
    // as long as before, which is all that an engine asks
    writeFileSync(source, written.replace('++this.#n', '--this.#n'));
    expect(used()).toEqual({ ...works, numbers: [-1, -2], taken: false });
    writeFileSync(source, written);
    rmSync(cache);
    expect(used()).toEqual({ ...works, taken: false });
  });

  it('is refused for a core that is no such chunk', () => {
    const other = join(folder, 'other');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'core.js'),
      core.replace('class Count', 'const late = () => import("./late.js");\nclass Count'));
    expect(() => execFileSync(process.execPath, [join(root, 'tools/code-cache.mjs'), other], { stdio: 'pipe' }))
      .toThrow(
        'nothing later',
      );
  });
});
