import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { live } from '../tools/live.mjs';

/**
 * Time from a slider's event to the picture of six rates, in a browser (CHROMIUM, or /usr/bin/chromium), wall clock:
 *
 *   node bench/live.mjs
 *
 *   by hand   coarse mesh; a browser hands on the moves of a hand once per frame, here every other one: the picture before is on the screen
 *   coarse    the next move at once, while the picture before is still being painted
 *   fine      mesh of the case, after release
 */

const moves = { hand: 60, coarse: 60, fine: 10 };
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

const folder = mkdtempSync(join(tmpdir(), 'catholith-live-'));
await live(folder);
const server = createServer(({ url }, response) => {
  const name = url === '/' ? '/index.html' : url.replace(/\?.*/, '');
  response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain' }).end(
    readFileSync(join(folder, name)),
  );
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const began = performance.now();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForSelector('body[data-generation]', { state: 'attached' });
  const solved = performance.now() - began;
  const { startTime: first } = await page.evaluate(() =>
    performance.getEntriesByName('first-contentful-paint')[0].toJSON()
  );
  await page.waitForSelector('body[data-warm]', { state: 'attached', timeout: 120_000 });
  const times = await page.evaluate(measure, moves);
  const line = (name, values) => {
    const sorted = values.toSorted((a, b) => a - b);
    const at = (share) => `${sorted[Math.floor(share * (sorted.length - 1))].toFixed(1)}`;
    console.log(
      `${name.padEnd(8)} least ${at(0)} ms, median ${at(0.5)} ms, p95 ${at(0.95)} ms (${values.length} moves)`,
    );
  };
  console.log(
    `${cpus()[0].model}, ${cpus().length} threads, load ${loadavg()[0].toFixed(1)}, Chromium ${browser.version()}`,
  );
  console.log(`first picture ${first.toFixed(0)} ms after navigation, solved here after ${solved.toFixed(0)} ms`);
  line('by hand', times.hand);
  line('coarse', times.coarse);
  line('fine', times.fine);
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
}

/** In the page: moves the slider of the areal capacity, one step after the picture of the last. */
async function measure({ hand, coarse, fine }) {
  const slider = document.getElementById('slide-capacity');
  const picture = (before) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.body.dataset.generation === before) return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(document.body, { attributes: true, attributeFilter: ['data-generation'] });
    });
  const move = async (to, event) => {
    const done = picture(document.body.dataset.generation);
    const from = performance.now();
    slider.value = String(to);
    slider.dispatchEvent(new Event(event, { bubbles: true }));
    return await done - from;
  };
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const times = { hand: [], coarse: [], fine: [] };
  for (let i = 0; i < hand; i++) {
    for (let frames = 0; frames < 2; frames++) await frame();
    times.hand.push(await move(150 + i, 'input'));
  }
  for (let i = 0; i < coarse; i++) times.coarse.push(await move(150 + i, 'input'));
  for (let i = 0; i < fine; i++) {
    await pause(2000);
    times.fine.push(await move(150 + i, 'change'));
  }
  return times;
}
