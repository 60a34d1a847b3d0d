import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOf, liveServer, loopback } from '../../src/commands/live-server.js';
import { loadCase } from '../../src/config/read-case.js';
import { viewOf } from '../../src/live/design.js';
import { runCase } from '../../src/pipeline/run-case.js';
import { resultCard } from '../../src/report/run-report.js';
import { withOutside } from '../../src/study/ranges/outside.js';

/** The page in a real browser: CHROMIUM names another one. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const there = existsSync(executablePath);
if (!there) console.warn(`no browser at ${executablePath}: the page is not tested in one (CHROMIUM=/path/to/chromium)`);

const root = new URL('../../', import.meta.url);
/** A card without the time that it took, and without the balances: they are round-off, and two engines round an exponential differently. */
const withoutWork = (card: string): string => card.replaceAll(/^(work|balances) .*(\n {11}.*)*/gm, '').trim();

/** What `catholith run --no-range` prints for the cell and the keys of an address. */
async function printed(address: string): Promise<string> {
  const { design: { cell, set } } = viewOf(new URL(address).hash, 'nmc811-li6ps5cl');
  const read = loadCase(new URL(`configs/cells/${cell}.yaml`, root).pathname, {
    set: Object.entries(set).map(([key, value]) => `${key}=${value}`),
  });
  if (!read.ok) throw new Error('not read');
  const run = await runCase(read.case, read.ledger);
  if (!run.ok) throw new Error('not run');
  return withoutWork(resultCard(withOutside(run.document, run.prepared), { colour: false, width: 100 }));
}

describe.skipIf(!there)('the page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'catholith-page-'));
  let browser: Browser;
  let page: Page;
  let home = '';
  let close = (): void => undefined;
  const wrong: string[] = [];

  beforeAll(async () => {
    const { live } = await import(new URL('tools/live.mjs', root).href) as {
      readonly live: (folder: string) => Promise<void>;
    };
    await live(folder);
    const server = liveServer(filesOf(folder));
    await new Promise<void>((resolve) => server.listen(0, loopback, resolve));
    close = () => {
      server.close();
      server.closeAllConnections();
    };
    home = `http://${loopback}:${(server.address() as AddressInfo).port}/`;
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(120_000);
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('requestfailed', (request) => wrong.push(request.url()));
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('request',
      (request) => request.url().startsWith(home) || /^(blob|data):/.test(request.url()) || wrong.push(request.url()));
  });
  afterAll(async () => {
    await browser.close();
    close();
    rmSync(folder, { recursive: true });
  });

  /** Does something that asks a new question, and waits until its answer is told in words. */
  async function settled(act: () => Promise<unknown>): Promise<void> {
    await page.evaluate(() => delete document.body.dataset.told);
    await act();
    await page.waitForSelector('body[data-told]', { state: 'attached' });
  }
  const move = (id: string, to: number, events = ['input', 'change']): Promise<void> =>
    page.locator(`#slide-${id}`).evaluate((slider: HTMLInputElement, [value, names]) => {
      slider.value = String(value);
      for (const name of names) slider.dispatchEvent(new Event(name, { bubbles: true }));
    }, [to, events] as const);
  const card = async (): Promise<string> => withoutWork(await page.locator('#card').textContent() ?? '');
  const headline = (): Promise<string | null> => page.locator('#headline').textContent();

  it('opens with the numbers of the command line', async () => {
    await page.goto(home, { waitUntil: 'commit' });
    const drawn = await headline();
    await settled(() => Promise.resolve());
    expect(await headline()).toBe(drawn);
    expect(await card()).toBe(await printed(page.url()));
    expect(await page.locator('#numbers tbody tr').count()).toBe(6);
    expect(await page.locator('#voltage path.curve').count()).toBe(6);
    expect(await page.locator('#rates circle').count()).toBe(6);
  });

  it('follows a slider to the numbers of the command line', async () => {
    await settled(() => move('thickness', 250));
    expect(page.url()).toContain('cathode.thickness=');
    expect(await card()).toBe(await printed(page.url()));
    await settled(() => move('tortuosity', 100));
    expect(await card()).toBe(await printed(page.url()));
    await settled(() => page.locator('#activeMaterial').selectOption('LCO'));
    expect(await card()).toBe(await printed(page.url()));
  });

  it('shows a coarse picture while a slider moves and the last one when it rests', async () => {
    for (const to of [120, 140, 160, 180, 200]) await move('membrane', to, ['input']);
    await page.waitForFunction(() => document.body.dataset.mesh === 'coarse');
    await settled(() => move('membrane', 210));
    expect(await page.locator('body').getAttribute('data-mesh')).toBe('own');
    expect(await card()).toBe(await printed(page.url()));
  });

  it('says that it solves the cell of a link until its first picture is there, and prints without what is moved by hand', async () => {
    const before = () => page.evaluate(() => getComputedStyle(document.getElementById('status')!, '::before').content);
    expect(await before()).toBe('none');
    await page.evaluate(() => document.documentElement.dataset.awaits = 'address');
    expect(await before()).toContain('Solving the cell of this link');
    await page.evaluate(() => delete document.documentElement.dataset.awaits);
    await page.emulateMedia({ media: 'print' });
    expect([await page.locator('#panel').isVisible(), await page.locator('#voltage').isVisible()]).toEqual([false,
      true]);
    const numbers = await page.locator('#numbers').evaluate(({ scrollWidth, clientWidth }) =>
      scrollWidth <= clientWidth
    );
    expect(numbers).toBe(true);
    await page.emulateMedia({ media: null });
  });

  it('is brought back by its address, on reload and on going back', async () => {
    const [address, before] = [page.url(), await headline()];
    await settled(() => move('porosity', 20));
    expect(await headline()).not.toBe(before);
    await settled(() => page.goBack());
    expect(page.url()).toBe(address);
    expect(await headline()).toBe(before);
    await settled(() => page.reload());
    expect(await headline()).toBe(before);
  });

  it('keeps a design to compare with', async () => {
    await settled(() => page.goto(home));
    await settled(() => page.locator('#pin').click());
    await settled(() => move('capacity', 300));
    expect(page.url()).toContain('vs.cell=');
    expect(await page.locator('#voltage path.curve.other').count()).toBe(6);
    expect(await page.locator('#numbers tbody').count()).toBe(2);
    await settled(() => page.locator('#pin').click());
    expect(page.url()).not.toContain('vs.cell=');
  });

  it('takes no word for a number, and says why a cell cannot be', async () => {
    const before = await card();
    await page.locator('#value-porosity').fill('many');
    await page.locator('#value-porosity').blur();
    await page.waitForFunction(() => document.getElementById('issues')?.textContent?.includes('found "many %"'));
    expect(await card()).toBe(before);
    await page.locator('#value-porosity').fill('400');
    await page.locator('#value-porosity').blur();
    await page.waitForSelector('#issues:not([hidden])');
    expect(await page.locator('#issues').textContent()).toContain('cathode.porosity');
    const open = (name: string, content: string): Promise<void> =>
      page.locator('#file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    await open('wrong.csv', 'a,b\n1,2\n');
    await page.waitForFunction(() =>
      document.getElementById('measured')?.textContent?.includes('wrong.csv:1: expected')
    );
    await open('image.tif', 'II*\0\0');
    await page.waitForFunction(() =>
      document.getElementById('measured')?.textContent?.includes('image.tif: expected a case or a discharge')
    );
    await open('data.csv', 'capacity [mAh/cm2],voltage [V]\n0,4.2\n1,4\n2,3.8\n3,3.6\n3.5,3.2\n');
    await settled(() => page.locator('#reset').click());
    expect(await page.locator('#issues').isHidden()).toBe(true);
    await page.waitForSelector('#voltage circle.measured', { state: 'attached' });
    await page.locator('#legend [data-measured]').click();
  });

  it('takes a case and a measured discharge that are opened, and says the line of a mistake', async () => {
    const text = readFileSync(new URL('configs/cells/lfp-polymer.yaml', root), 'utf8');
    const open = (name: string, content: string): Promise<void> =>
      page.locator('#file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    await open('mine.yaml', text.replace('porosity:', 'porositi:'));
    await page.waitForSelector('#issues:not([hidden])');
    const line = text.split('\n').findIndex((words) => words.includes('porosity:')) + 1;
    expect(await page.locator('#issues').textContent()).toContain(`mine.yaml:${line}:`);
    await settled(() => open('mine.yaml', text));
    expect(await card()).toContain('LFP with a single-ion polymer');
    await open('data.csv', 'capacity [mAh/cm2],voltage [V]\n0,3.4\n0.3,3.39\n0.6,3.38\n0.9,3.3\n1.2,3.2\n');
    await page.waitForSelector('#voltage circle.measured', { state: 'attached' });
    expect(await page.locator('#voltage circle.measured').count()).toBe(5);
    await open('notes.txt', 'no columns');
    await page.waitForFunction(() =>
      document.getElementById('measured')?.textContent?.includes('notes.txt:1: expected')
    );
    expect(page.url()).not.toContain('notes.txt');
    await page.locator('#legend [data-measured]').click();
    await page.waitForSelector('#voltage circle.measured', { state: 'detached' });
    expect(page.url()).not.toContain('data=');
  });

  it('edits the case, with mistakes at their lines', async () => {
    await page.locator('#edit').click();
    await page.locator('.cm-content').waitFor();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('titel: x\n');
    await page.locator('.cm-lint-marker-error').first().waitFor();
    // the colours of the text on white, turned over
    const filter = (): Promise<string> => page.locator('.code').evaluate((code) => getComputedStyle(code).filter);
    expect(await filter()).toBe('none');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await filter()).toContain('invert');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('#close').click();
  });

  it('works on without a network', async () => {
    await settled(() => page.goto(home));
    await page.context().setOffline(true);
    await settled(() => move('temperature', 300));
    expect(await card()).toBe(await printed(page.url()));
    await page.context().setOffline(false);
  });

  it('can be used by everybody, in light and dark, on a desk and on a phone', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    // limits come after the words and are faint until then
    await page.waitForFunction(() => !document.body.matches('.old-words, .old-limits'));
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [390, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(axe);
        const violations = await page.evaluate(async () => {
          const { axe: audit } = window as unknown as {
            readonly axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          return (await audit.run()).violations.map(({ id, nodes }) =>
            `${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(' ')}`
          );
        });
        expect(violations, `${colorScheme} ${width}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing wider than the page')
          .toBeLessThanOrEqual(width);
      }
    }
  });

  it('keeps the discharge of a phone in sight beside the sliders alone', async () => {
    await page.setViewportSize({ width: 390, height: 900 });
    const topOf = () => page.locator('.sticky').evaluate((figure) => Math.round(figure.getBoundingClientRect().top));
    await page.evaluate(() => document.querySelector('#slide-porosity')?.scrollIntoView({ block: 'end' }));
    await page.waitForSelector('.sticky:not(.passed)');
    expect(await topOf()).toBe(0);
    await page.locator('footer').scrollIntoViewIfNeeded();
    await page.waitForSelector('.sticky.passed', { state: 'attached' });
    expect(await topOf()).toBeLessThan(-900);
  });

  it('says nothing wrong and asks nobody else', () => expect(wrong).toEqual([]));
});
