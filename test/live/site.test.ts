import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewOf } from '../../src/live/design.js';
import { Engine } from '../../src/live/engine.js';
import type { Texts } from '../../src/live/messages.js';
import { root } from '../support/program.js';

/** What a reader gets before the picture: the page without its editor. */
const firstFiles = ['index.html', 'style.css', 'early.js', 'page.js', 'dom.js', 'worker.js', 'cells.json'];
const budget = 500_000;

describe('the public site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'catholith-site-'));
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const links = (html: string): string[] =>
    [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, to]) => to.replaceAll('&amp;', '&'));

  beforeAll(() => {
    const { status, stderr } = spawnSync('node', ['tools/site.mjs', folder], { cwd: root, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has every file and every place that its pages lead to', () => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(20);
    const missing = pages.flatMap((name) =>
      links(read(name)).filter((to) => !/^(#|[a-z]+:)/.test(to)).filter((to) => {
        const [file, place] = to.split('#');
        const path = join(folder, dirname(name), file);
        if (!existsSync(path)) return true;
        if (statSync(path).isDirectory()) return !existsSync(join(path, 'index.html'));
        return place !== undefined && !readFileSync(path, 'utf8').includes(`id="${place}"`);
      }).map((to) => `${name}: ${to}`)
    );
    expect(missing).toEqual([]);
  });

  it('opens drawn, before any script', () => {
    const index = read('index.html');
    expect(index).toMatch(/<p id="headline"[^>]*>1C: <b id="energy">\d+<\/b> of \d+ Wh\/kg/);
    expect(index).not.toContain('Loading');
    for (const [figure, marks] of [['voltage', 'curve own'], ['rates', 'dot own'], ['losses', 'part '], ['profile',
      'curve own chosen']])
    {
      expect(index).toMatch(new RegExp(`<svg id="${figure}"[^>]* viewBox="[^>]*><g>[^]*?class="${marks}`));
    }
  });

  it('offers what a cathode is made of, and no anode', () => {
    const { materials } = JSON.parse(read('cells.json')) as {
      readonly materials: readonly { readonly name: string }[];
    };
    const names = materials.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['NMC811', 'LFP', 'sulfur', 'FeS2', 'Li6PS5Cl']));
    for (const anode of ['graphite', 'silicon', 'LTO', 'indium']) expect(names).not.toContain(anode);
  });

  it('tells five stories that can be solved', async () => {
    const { texts } = JSON.parse(read('cells.json')) as { readonly texts: Texts };
    const stories = links(read('index.html')).filter((to) => to.startsWith('#cell='));
    expect(stories).toHaveLength(5);
    const engine = new Engine(texts);
    for (const story of stories) {
      const { design, other, rate } = viewOf(story, 'none');
      for (const each of [design, other ?? design]) {
        const answer = await engine.answer<'sketch'>({ kind: 'sketch', design: each, chosen: '', part: 0, of: 99 });
        expect(answer.ok, story).toBe(true);
        if (answer.ok) expect(answer.frame.labels).toContain(rate);
      }
    }
  });

  it('weighs less than half a megabyte on the wire, and makes no code of text', () => {
    const bytes = firstFiles.reduce((sum, name) => sum + gzipSync(read(name)).length, 0);
    expect(bytes).toBeLessThan(budget);
    // the reader of cases has a compiler that is switched off before it is used
    expect(read('page.js')).not.toMatch(/new Function|\bFunction\(|\beval\(/);
    expect(read('worker.js')).toMatch(/jitless/);
  });
});
