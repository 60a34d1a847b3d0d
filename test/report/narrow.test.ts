import * as Plot from '@observablehq/plot';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageScript } from '../../src/report/blocks/page-script.js';
import { drawAll, printPage } from '../../src/report/blocks/page.js';
import { panel, sheetWithLegend } from '../../src/report/figures/figure.js';
import { runReport } from '../../src/report/run-report.js';
import { fixture, withAnodeAndSalt, withRanges } from './fixture.js';

/** Figures with names beside their bars: they are moved under the hand. */
const wide = ['figure-what-decides', 'figure-mass-volume'];
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

describe.skipIf(!existsSync(executablePath))('the page of a run in a browser', () => {
  let browser: Browser;
  let html: string;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    const description = runReport.describe(withRanges(withAnodeAndSalt(fixture({ layers: 2 })), ['2C']));
    html = printPage(description, await drawAll(description), pageScript);
  });
  afterAll(async () => browser?.close());

  test.each([[360], [420], [1280]])(
    '%i px wide: nothing scrolls sideways but figures whose names take the room, every label is inside its figure and can be read',
    async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.setContent(html);
      const found = await page.evaluate(`(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      const drawings = [...document.querySelectorAll('.drawing')].filter((one) => one.clientWidth > 0);
      const outside = (svg) => {
        const sheet = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('text')].filter((text) => {
          const box = text.getBoundingClientRect();
          return box.width > 0 && (box.left < sheet.left - 1 || box.right > sheet.right + 1 || box.top < sheet.top - 1 || box.bottom > sheet.bottom + 1);
        }).map((text) => text.textContent);
      };
      return { figures: drawings.length, page: document.documentElement.scrollWidth,
        scrolling: drawings.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.parentElement.id),
        small: drawings.map((one) => one.querySelector('svg')).filter((svg) => 12 * svg.clientWidth / svg.viewBox.baseVal.width < 6.5).map((svg) => svg.querySelector('title').textContent),
        outside: drawings.flatMap((one) => outside(one.querySelector('svg'))) };
    })()`);
      expect(found).toEqual({ figures: 10, page: width, scrolling: width < 700 ? wide : [], small: [], outside: [] });
      await page.close();
    },
  );

  test.each([['light'], ['dark']] as const)('a reader who hears it is told everything, in %s', async (colorScheme) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme });
    await page.setContent(html);
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const violations = await page.evaluate(`(async () => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      return (await axe.run(document)).violations.map(({ id, nodes }) => id + ': ' + nodes[0].html);
    })()`);
    expect(violations).toEqual([]);
    // paper is white, whatever the screen is
    await page.evaluate(`document.documentElement.dataset.theme = '${colorScheme}'`);
    await page.emulateMedia({ media: 'print', colorScheme });
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)');
    await page.close();
  });

  test('on a phone the colours of a legend stay beside their names', async () => {
    const colours = ['rgb(0, 114, 178)', 'rgb(230, 159, 0)', 'rgb(0, 158, 115)', 'rgb(153, 153, 153)'];
    const items = colours.map((colour, k) => ({ label: `part ${k}`, colour, swatch: true }));
    const plot = panel({ x: 0, y: 0, width: 800, height: 100 }, [50, 50], { marks: [Plot.dot([[0, 0], [1, 1]])] });
    const { svg } = sheetWithLegend({ name: 'parts', title: 'parts', caption: '' }, { width: 800, height: 100 }, [plot],
      items, { columns: 4 });
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.setContent(`<div class="drawing">${svg}</div><script>${pageScript}</script>`);
    const entries: { name: string; beside: string[] }[] = await page.evaluate(`(() => {
      const centre = (one) => { const { top, bottom } = one.getBoundingClientRect(); return (top + bottom) / 2; };
      const legend = document.querySelectorAll('.drawing > svg > svg')[1];
      return [...legend.querySelectorAll('text')].map((text) => ({ name: text.textContent,
        beside: [...legend.querySelectorAll('rect')].filter((mark) => Math.abs(centre(mark) - centre(text)) < 5).map((mark) => getComputedStyle(mark).fill) }));
    })()`);
    expect(entries).toEqual(items.map(({ label, colour }) => ({ name: label, beside: [colour] })));
    await page.close();
  });

  test('on a phone the panels of a figure stand below each other, on a wide page beside each other as drawn', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.setContent(html);
    const left = async (): Promise<readonly number[]> =>
      page.evaluate(
        `[...document.querySelectorAll('#figure-energy-rate svg[data-x^=log]')].map((one) => Number(one.getAttribute('x')))`,
      );
    const drawn = await left();
    expect(new Set(drawn).size).toBe(2);
    await page.setViewportSize({ width: 360, height: 800 });
    await expect.poll(async () => new Set(await left()).size).toBe(1);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(left).toEqual(drawn);
    await page.close();
  });
});
