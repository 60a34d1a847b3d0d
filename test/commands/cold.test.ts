import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commands, commandsOf } from '../../src/commands/all.js';
import { builtProgram } from '../support/program.js';

/** Tells every file that a program reads as code. */
const hooks = `import { writeSync } from 'node:fs';
  export async function load(url, context, next) { writeSync(2, 'reads ' + url + '\\n'); return next(url, context); }`;
const inline = (text: string): string => `data:text/javascript,${encodeURIComponent(text)}`;
const watch = inline(`import { register } from 'node:module'; register(${JSON.stringify(inline(hooks))});`);

/** Tells what of Node a program has read, and how often it has code made of text. */
const count = inline(`let made = 0; const { Function } = globalThis;
  globalThis.Function = new Proxy(Function, { construct: (of, text) => { made++; return new of(...text); } });
  process.on('exit', () => process.stderr.write(process.moduleLoadList.join() + ' made ' + made));`);

let program: string;
beforeAll(async () => {
  program = await builtProgram();
});

/** Files of the program that a command line reads, and the modules that they are made of. */
function readBy(...words: string[]): { readonly files: string[]; readonly modules: string[]; readonly bytes: number } {
  const told = join(dirname(program), 'reads');
  const script = `exec "$@" 2> "${told}"`;
  execFileSync('sh', ['-c', script, 'sh', process.execPath, '--import', watch, program, ...words]);
  const paths = [...readFileSync(told, 'utf8').matchAll(/^reads file:\/\/(.*)$/gm)].map(([, path]) => path);
  const texts = paths.map((path) => readFileSync(path, 'utf8'));
  const modules = texts.flatMap((text) => [...text.matchAll(/^\/\/ ?(?:#region )?(\S+\.[cm]?[jt]s)$/gm)]).map((
    [, name],
  ) => name);
  return { files: paths.map((path) => basename(path)), modules,
    bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) };
}

describe('a run of one rate without ranges and report', () => {
  const words = ['run', 'configs/cells/nmc811-li6ps5cl.yaml', '--json', '--no-range', '--set', 'protocol.rates=[1C]'];

  const known = ['commander', 'cwise-compiler', 'iota-array', 'is-buffer', 'ndarray', 'ndarray-ops', 'uniq', 'unitmath',
    'yaml', 'zod'];

  it('reads the pipeline and nothing that it does not need', () => {
    const { files, modules, bytes } = readBy(...words);
    expect(modules).toContain('src/pipeline/run-case.ts');
    expect(modules).toContain('src/simulation/simulate.ts');
    // no study but what says where a rate lies outside of what was compared, no page, no report beyond the messages, no description of results
    expect(modules.filter((name) => /^src\/(study|live|authoring)\//.test(name)).sort()).toEqual(
      ['calibrated-band', 'outside-transport', 'outside'].map((name) => `src/study/ranges/${name}.ts`),
    );
    expect(modules.filter((name) => name.startsWith('src/report/')).sort()).toEqual([
      'src/report/files/folder-problem.ts',
      'src/report/issue-list.ts',
    ]);
    expect(modules.filter((name) => /^src\/results\/.*-schema\.ts$/.test(name))).toEqual([]);
    expect(modules.filter((name) => name.startsWith('src/commands/')).sort()).toEqual(
      ['all', 'brief', 'command', 'run'].map((name) => `src/commands/${name}.ts`),
    );
    expect(modules.filter((name) => name.startsWith('src/config/parse-')).sort()).toEqual(
      ['case', 'options'].map((name) => `src/config/parse-${name}.ts`),
    );
    const packages = modules.flatMap((name) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []);
    expect(packages).toContain('zod');
    expect(packages.filter((name) => !known.includes(name))).toEqual([]);
    // of sources bundled without the core, which is one file in the package; 83 of them since what lies outside of what was compared is told without ranges as well
    expect(files.length).toBeLessThan(86);
    expect(bytes).toBeLessThan(2.16e6);
  });

  it('makes code of text for the few operations on fields that it calls, and reads nothing that starts processes', () => {
    const { stderr } = spawnSync(process.execPath, ['--import', count, program, ...words], { encoding: 'utf8' });
    const [, made] = /made (\d+)$/.exec(stderr) ?? [];
    expect(Number(made)).toBeGreaterThan(0);
    expect(Number(made)).toBeLessThan(20);
    expect(stderr).not.toContain('NativeModule child_process');
  });
});

describe('the table of commands', () => {
  it('reads one command where one is named, and all of them for help or a name that is none', () => {
    expect(commandsOf('run')).toEqual(['run']);
    expect(commandsOf('--help')).toEqual(Object.keys(commands));
    expect(commandsOf('toString')).toEqual(Object.keys(commands));
    expect(readBy('energy', 'configs/cells/nmc811-li6ps5cl.yaml', '--json').modules).not.toContain(
      'src/commands/run.ts',
    );
  });

  it.each(Object.keys(commands))('%s is called so', (name) => {
    expect(execFileSync(process.execPath, [program, name, '--help'], { encoding: 'utf8' })).toMatch(
      new RegExp(`^Usage: catholith ${name} `),
    );
  });
});
