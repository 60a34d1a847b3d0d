import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/config/nearest.js';
import { loadCase } from '../../src/config/read-case.js';
import { parseComparison } from '../../src/config/studies/parse-comparison.js';
import { parseReproduction } from '../../src/config/studies/parse-reproduction.js';
import { parseSweep, sweepOf } from '../../src/config/studies/parse-sweep.js';
import { formatIssue } from '../../src/config/wording.js';
import { example, linesOf, loadedFrom, meshes } from './example.js';

/** What nobody writes on purpose, and what somebody writes on purpose: one clear line each, never a throw. */

const inherited = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'];
const options = { file: 'configs/x.yaml', meshes };

type Reading = { readonly ok: true } | { readonly ok: false; readonly issues: Parameters<typeof formatIssue>[0][] };
const lines = (
  reading: unknown,
): string[] => ((reading as Reading).ok ? [] : (reading as Reading & { ok: false }).issues.map(formatIssue));

describe('keys that every object has', () => {
  it.each(inherited)('%s is an unknown key wherever it stands', (key) => {
    const unknown = expect.stringContaining(`expected a known key, found "${key}"`) as string;
    expect(linesOf(`${example}${key}: 1\n`)).toEqual([unknown]);
    expect(linesOf(example.replace('  porosity', `  ${key}: 1\n  porosity`))).toEqual([unknown]);
    expect(linesOf(example.replace('NMC811\n', `{name: NMC811, ${key}: 1}\n`))).toEqual([unknown]);
    expect(linesOf(example, [`${key}=1`])).toEqual([unknown]);
    expect(linesOf(example, [`cathode.${key}.a=1`])).toEqual([unknown]);
    expect(lines(parseComparison(`${example}designs: [{name: a, ${key}: 1}, {name: b}]\n`, options))).toEqual([
      unknown,
    ]);
  });

  it.each(inherited)('%s changes nothing of a base that it stands over', (key) => {
    const textOf = (): string => example;
    const reading = parseComparison(`base: b.yaml\n${key}: {thickness: 1 um}\n`, { ...options, textOf });
    expect(lines(reading)).toEqual([expect.stringContaining(`found "${key}"`)]);
  });

  it.each(inherited)('%s is no result that a source reports, and nothing to vary', (key) => {
    const rows = `${example}rows:\n  - {id: a, name: b, where: c, reported: {${key}: 5}, case: {}}\n`;
    expect(lines(parseReproduction(rows, options))[0]).toContain(`expected a known key, found "${key}"`);
    const sweep = parseSweep(`${example}sweep: {vary: {${key}: [1, 2]}}\n`, options);
    expect(sweep.ok && lines(sweep.sweep.design({ [key]: 1 }))).toEqual([expect.stringContaining(`found "${key}"`)]);
  });

  it('are names like others', () => {
    expect(linesOf(example.replace('title: NMC811 | Li3InCl6 | Li', 'title: constructor'))).toEqual([]);
    expect(linesOf(`mesh: constructor\n${example}`)[0]).toContain('expected the name of a mesh, found "constructor"');
    expect(linesOf(example.replace('77 um', '77 constructor'))[0]).toContain('found "77 constructor"');
  });
});

describe('texts', () => {
  const control = 'x\u001b[2Jy';

  it.each([
    ['a title', example.replace('NMC811 | Li3InCl6 | Li', '"a\\e[2J"')],
    ['a key', `"a\\e[2J": 1\n${example}`],
    ['a direction mark', example.replace('NMC811 | Li3InCl6 | Li', '"a\\u202eb"')],
    ['a comment of a value', example.replace('77 um', '{value: 77 um, note: "\\x9b31m"}')],
  ])('with control characters are refused where they stand: %s', (_, text) => {
    const found = linesOf(text).join('\n');
    expect(found).toMatch(/:\d+:\d+.*expected text without control characters, found ".*\\u(001b|202e|009b)/);
    expect(found).not.toMatch(/[\u001b\u202e\u009b]/);
  });

  it('of the command line and names of files are shown with escapes', () => {
    expect(linesOf(example, [`title=${control}`])[0]).toContain('\\u001b[2J');
    expect(linesOf(example, [`${control}=1`]).join()).not.toContain('\u001b');
    const named = parseComparison('5', { ...options, file: `${control}.yaml` });
    expect(lines(named).join()).not.toContain('\u001b');
  });

  it('of several lines, with tabs and line ends of either kind, stay', () => {
    const text = example.replace('title: NMC811 | Li3InCl6 | Li', 'title: |\n  one\tline\n  another').replaceAll('\n',
      '\r\n');
    expect(loadedFrom(text).case.title).toContain('another');
  });

  it.each([1e3, 1e6])('of %d characters give a short line', (length) => {
    const long = 'a'.repeat(length);
    const cases = [
      `${example}${long}: 1\n`,
      example.replace('77 um', `77 ${long}`),
      `mesh: ${long}\n${example}`,
      example.replace('15 %', `{${long}: 1, b: 2}`),
      `base: ${long}.yaml\n`,
    ];
    for (const text of cases) for (const line of linesOf(text)) expect(line.length).toBeLessThan(1500);
    expect(linesOf(example, [`${long}=1`, `x=${long}`]).every((line) => line.length < 1500)).toBe(true);
    expect(nearest(long, ['thickness', 'a'.repeat(70)])).toBeUndefined();
  });

  it.each([
    ['brackets that open', '['.repeat(40_000)],
    ['brackets that close again', `${'['.repeat(40_000)}1${']'.repeat(40_000)}`],
    ['braces', '{a: '.repeat(40_000)],
    ['lists on one line', `${'- '.repeat(40_000)}1`],
    ['keys of keys', `${'? '.repeat(40_000)}1`],
  ])('of forty thousand %s are refused before they are parsed, where they go too deep', (_, nested) => {
    const [line, ...others] = linesOf(`${example}x:\n  ${nested}\n`);
    expect(others).toEqual([]);
    expect(line).toMatch(
      /:\d+:\d+ ?: expected brackets and lists at most 64 deep inside each other, found deeper ones/,
    );
  });

  it('hold as many brackets as they like, beside each other, in quotes and in comments', () => {
    const marks = '[{('.repeat(200);
    expect(linesOf(`# ${marks}\n${example}`.replace('title: NMC811 | Li3InCl6 | Li', `title: "${marks}"`))).toEqual([]);
    expect(linesOf(`${example}x: [${'[1], '.repeat(200)}]\n`)[0]).toContain('expected a known key');
  });

  it('a mapping as a key is refused', () => {
    expect(linesOf(`{a: 1}: 2\n${example}`)[0]).toContain('expected a word as key, found a mapping or a list as key');
  });
});

describe('base', () => {
  const chain = (length: number) => (name: string): string => {
    const number = Number(/\d+/.exec(name)?.[0]);
    return number === length ? example : `base: f${number + 1}.yaml\n`;
  };
  const read = (textOf: (name: string) => string | undefined) =>
    lines(parseComparison('base: f1.yaml\n', { ...options, textOf }));

  it('may lead through nine files, and through sixty', () => {
    expect([read(chain(9)), read(chain(60))]).toEqual([[], []]);
  });

  it('does not lead through more than 64, nor back', () => {
    expect(read(chain(70))[0]).toContain('expected at most 64 files that start from each other');
    const around = (name: string): string => (name.endsWith('f1.yaml') ? 'base: sub/f2.yaml\n' : 'base: ../f1.yaml\n');
    expect(read(around)[0]).toContain('expected a base that does not come back to this file');
  });

  it('from the root of the disk has its own base beside it', () => {
    const files: Record<string, string> = { 'sub/a.yaml': 'base: /far/b.yaml\n', '/far/b.yaml': 'base: c.yaml\n',
      '/far/c.yaml': example };
    expect(lines(parseComparison('base: sub/a.yaml\n', { ...options, textOf: (name) => files[name] }))).toEqual([]);
  });
});

describe('files that are none', () => {
  const folder = (): string => mkdtempSync(join(tmpdir(), 'catholith-'));
  const first = (path: string): string => lines(loadCase(path))[0];

  it.skipIf(process.platform === 'win32')('a device and a pipe are refused at once', () => {
    const pipe = join(folder(), 'pipe.yaml');
    execFileSync('mkfifo', [pipe]);
    for (const path of ['/dev/zero', '/dev/null', pipe]) expect(first(path)).toContain('found a pipe or a device');
    expect(first(folder())).toContain('found a folder');
    const based = join(folder(), 'a.yaml');
    writeFileSync(based, 'base: /dev/zero\n');
    expect(first(based)).toContain('expected a case file to start from');
  });

  it('a load profile has the name of a table, also behind a link, so that a message quotes nothing else', () => {
    const dir = folder();
    const withProfile = (file: string): string => {
      const path = join(dir, 'a.yaml');
      writeFileSync(path, `${example}protocol: {steps: [{profile: {file: "${file}"}}]}\n`);
      return lines(loadCase(path)).join('\n');
    };
    writeFileSync(join(dir, 'secret.txt'), 'TOKEN=hunter2\n');
    symlinkSync(join(dir, 'secret.txt'), join(dir, 'link.csv'));
    expect(withProfile('secret.txt')).toContain('expected a CSV file, with a name that ends in .csv');
    expect(withProfile(join(dir, 'secret.txt'))).not.toContain('hunter2');
    expect(withProfile('link.csv')).not.toContain('hunter2');
    writeFileSync(join(dir, 'good.csv'), 'time [s], current [mA/cm^2]\n0, 1\n10, 1\n');
    symlinkSync(join(dir, 'good.csv'), join(dir, 'other.csv'));
    expect([withProfile('good.csv'), withProfile('other.csv'), withProfile(join(dir, 'good.csv'))]).toEqual(['', '',
      '']);
  });
});

describe('a sweep', () => {
  const text =
    `base: b.yaml\nsweep: {vary: {cathode.thickness: [50 um, 60 um], protocol.steps: [[{profile: {file: p.csv}}], [{profile: {file: q.csv}}]]}}\n`;
  const profile = (current: number) => `time [s], current [mA/cm^2]\n0, ${current}\n10, ${current}\n`;

  it('reads every file once, also those that only some of its designs name, and hands on what it read', () => {
    const files = new Map([['b.yaml', example], ['p.csv', profile(1)], ['q.csv', profile(2)]]);
    const first = parseSweep(text, { ...options, textOf: (name) => files.get(name) });
    for (const name of files.keys()) files.set(name, 'title: changed\n');
    if (!first.ok) throw new Error(lines(first).join());
    const elsewhere = sweepOf(structuredClone(first.sweep.files));
    const values = { 'cathode.thickness': '60 um', 'protocol.steps': [{ profile: { file: 'q.csv' } }] };
    for (const { design } of [first.sweep, ...(elsewhere.ok ? [elsewhere.sweep] : [])]) {
      const loaded = design(values);
      if (!loaded.ok) throw new Error(lines(loaded).join());
      expect(loaded.case.cathode.layers[0].thickness).toBeCloseTo(60e-6, 12);
      expect(loaded.case.protocol.steps[0]).toMatchObject({ profile: { value: [20, 20] } });
    }
  });

  it('is another one as soon as a profile that it names is', () => {
    const based = (current: number) => {
      const files = new Map([['b.yaml', example], ['p.csv', profile(1)], ['q.csv', profile(current)]]);
      const sweep = parseSweep(text, { ...options, textOf: (name) => files.get(name) });
      return sweep.ok ? JSON.stringify(sweep.sweep.base) : '';
    };
    expect(based(2)).not.toBe(based(3));
    expect(based(2)).toBe(based(2));
  });
});
