import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { parseCase } from '../src/config/parse-case.js';
import { loadCase } from '../src/config/read-case.js';
import { parseComparison } from '../src/config/studies/parse-comparison.js';
import { parseSweep } from '../src/config/studies/parse-sweep.js';
import { formatIssue } from '../src/config/wording.js';
import { prepareCase, runCase } from '../src/pipeline/run-case.js';
import { resultCard } from '../src/report/run-report.js';
import { compare } from '../src/study/compare/compare.js';
import { runWithRanges } from '../src/study/ranges/how-sure.js';
import { designsOf } from '../src/study/sweep/designs.js';
import { DesignRunner } from '../src/study/sweep/run-design.js';

/** Code in the README and the first examples of its pages run here, and its card is the one that the default case prints. */

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

const pageOf = (name: string): string => readFileSync(`${root}docs/${name}.md`, 'utf8');

function block(language: string, index = 0, page = readme): string {
  const match = [...page.matchAll(new RegExp('```' + language + '\\n([\\s\\S]*?)```', 'g'))][index];
  if (!match) throw new Error(`there is no ${language} block ${index}`);
  return match[1];
}

const meshes = { default: readFileSync(`${root}meshes/default.yaml`, 'utf8') };

/** Milliseconds and round-off differ from machine to machine, and how many digits they have moves the ends of lines. */
const steady = (card: string): string =>
  card.replace(/\d+ ms/g, '… ms').replace(/^work[^]*?(?=^assumed)/m, (work) => work.replace(/\s+/g, ' '))
    .replace(/^balances.*$/m, 'balances').trimEnd();

describe('the README', () => {
  it('shows code in its first 20 lines, and has fewer than 200', () => {
    const lines = readme.trimEnd().split('\n');
    expect(lines.slice(0, 20).join('\n')).toContain('```ts');
    expect(lines.length).toBeLessThan(200);
  });

  it('has an example program that runs and prints a card', async () => {
    mkdirSync(`${root}out/readme`, { recursive: true });
    const file = `${root}out/readme/example.ts`;
    writeFileSync(file, block('ts').replace('\'catholith\'', '\'../../src/index.js\''));
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await import(pathToFileURL(file).href);
    const printed = log.mock.calls.flat().join('\n');
    log.mockRestore();
    expect(printed).toContain('C/3');
    expect(printed).toContain('2.08 mAh/cm²');
  });

  it('has a case file that is valid and runs at every rate', async () => {
    const loaded = parseCase(block('yaml'), { file: 'README.yaml', meshes });
    if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
    const run = await runCase(loaded.case, loaded.ledger);
    if (!run.ok) throw new Error(JSON.stringify(run.problems));
    expect(run.document.rates.map(({ outcome }) => outcome.kind)).toEqual(['completed', 'completed', 'completed']);
    expect(run.document.case.layers.map(({ name }) => name)).toEqual(['electrolyte-rich', 'active-rich']);
  });

  it('has a page on protocols whose steps run in that case', async () => {
    const text = `${block('yaml').replace(/^protocol:[\s\S]*/m, '')}${block('yaml', 1, pageOf('protocols'))}`;
    const loaded = parseCase(text, { file: 'README.yaml', meshes });
    if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
    const run = await runCase(loaded.case, loaded.ledger);
    if (!run.ok) throw new Error(JSON.stringify(run.problems));
    expect(run.document.rates.map(({ outcome }) => outcome.kind)).toEqual(['completed', 'completed']);
    expect(run.document.rates[0].series.step.at(-1)).toBe(4 + 2 * 10 - 1);
  });

  it('has a page on comparisons whose designs run', async () => {
    const text = block('yaml', 0, pageOf('compare'));
    const textOf = (name: string): string => readFileSync(`${root}${name}`, 'utf8');
    const reading = parseComparison(text, { file: 'compare.yaml', meshes, textOf, set: ['protocol.rates=[C/3]'] });
    if (!reading.ok) throw new Error(reading.issues.map(formatIssue).join('\n'));
    const { designs, compareAt, title } = reading.file;
    const run = await compare(designs, { title, at: compareAt ?? 'as-given' });
    if (!run.ok) throw new Error(JSON.stringify(run.problems));
    const [uniform, graded] = run.document.designs.map(({ result }) => result.rates[0].arealCapacity_mAh_cm2);
    expect(graded).toBeGreaterThan(1.15 * uniform);
  });

  it('has a page on sweeps whose first and last designs run', async () => {
    const text = block('yaml', 0, pageOf('sweeps'));
    const textOf = (name: string): string => readFileSync(`${root}${name}`, 'utf8');
    const both = { ...meshes, coarse: readFileSync(`${root}meshes/coarse.yaml`, 'utf8') };
    const reading = parseSweep(text, { file: 'sweep.yaml', meshes: both, textOf });
    if (!reading.ok) throw new Error(reading.issues.map(formatIssue).join('\n'));
    const { count } = designsOf(reading.sweep.definition);
    expect(count).toBe(80);
    const runner = new DesignRunner(reading.sweep);
    for (const design of [0, count - 1]) {
      expect((runner.run(design)).rows.map((row) => row[4])).toEqual(Array(3).fill('completed'));
    }
  });

  it('has command lines whose cases and overrides are valid', () => {
    const commands = block('sh', 1).split('\n').filter((line) => / (run|check) /.test(line));
    expect(commands.length).toBeGreaterThan(1);
    for (const command of commands) {
      const [, path] = / (?:run|check) (\S+)/.exec(command) ?? [];
      const set = [...command.matchAll(/--set (\S+?)="([^"]*)"/g)].map(([, key, value]) => `${key}=${value}`);
      const loaded = loadCase(`${root}${path}`, { set });
      if (!loaded.ok) throw new Error(`${command}: ${loaded.issues.map(formatIssue).join('; ')}`);
      expect(prepareCase(loaded.case).ok, command).toBe(true);
    }
  });

  it('shows the line that a wrong unit gives', () => {
    const line = readme.split('\n').find((text) => text.startsWith('configs/mine.yaml')) ?? '';
    const text =
      'title: a\nsource: b\nmembrane: {electrolyte: Li6PS5Cl, thickness: 30 um}\ncathode:\n  activeMaterial: NMC811\n'
      + '  electrolyte: Li6PS5Cl\n  thickness: 77 kg\n  porosity: 10 %\n  massFractions: {activeMaterial: 80 %, electrolyte: 20 %}\n';
    const loaded = parseCase(text, { file: 'configs/mine.yaml', meshes });
    expect(loaded.ok ? [] : loaded.issues.map(formatIssue)).toEqual([line]);
  });

  it('shows the card of the default case', async () => {
    const loaded = loadCase(`${root}configs/cells/nmc811-li6ps5cl.yaml`);
    if (!loaded.ok) throw new Error('the default case is invalid');
    const run = await runWithRanges(loaded.case, loaded.ledger, loaded.vary);
    if (!run.ok) throw new Error('the default case has problems');
    const card = resultCard(run.document, { colour: false, width: 100 });
    // what is promised at the top is what is printed below
    const [, value, low, high] =
      /\*\*([\d.]+) mAh\/cm² at C\/3, with an 80 % interval of ([\d.]+) to ([\d.]+)\*\*/.exec(readme)
        ?? [];
    expect(card).toMatch(new RegExp(`^C/3 +${value} \\(${low} to ${high}\\)`, 'm'));
    const [, head = '', shown = ''] = /(<!-- card -->\n```text\n)([\s\S]*?)```/.exec(readme) ?? [];
    if (process.env.UPDATE_DOCS) writeFileSync(`${root}README.md`, readme.replace(head + shown, () => head + card));
    else expect(steady(card)).toBe(steady(shown));
  });
});
