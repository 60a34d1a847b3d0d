import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../src/report/sweep/journal.js';
import { openJournal, readJournal } from '../../../src/report/sweep/open-journal.js';
import { folder, sweepOf } from './support.js';

const sweep = sweepOf(5, 4);
const whole = { index: 1, of: 1 };

async function opened(dir: string, head = sweep, restart = false): Promise<Journal> {
  const reading = await openJournal(dir, { sweep: head, shard: whole }, restart);
  if (!reading.ok) throw new Error(reading.found);
  return reading.journal;
}

describe('the journal of a sweep', () => {
  it('remembers what was finished, in whatever order, with every character of it', async () => {
    const dir = folder();
    const journal = await opened(dir);
    journal.append(7, [[7, 'µm\n"quoted"', null, 0.1 + 0.2]]);
    journal.append(2, [[2, 1], [2, 2]]);
    journal.close();
    const again = await opened(dir);
    expect([again.finished, again.has(7), again.has(2), again.has(3)]).toEqual([2, true, true, false]);
    expect(again.read(7)).toEqual([[7, 'µm\n"quoted"', null, 0.1 + 0.2]]);
    expect(again.read(2)).toEqual([[2, 1], [2, 2]]);
  });

  it('loses no finished line at a kill in the middle of one, wherever it struck', async () => {
    const dir = folder();
    const file = join(dir, 'journal-1-of-1.ndjson');
    const journal = await opened(dir);
    for (let design = 0; design < 3; design++) journal.append(design, [[design, 'x'.repeat(50)]]);
    journal.close();
    const full = readFileSync(file);
    const beforeLast = full.subarray(0, full.length - 1).lastIndexOf(10) + 1;
    for (let cut = beforeLast; cut < full.length; cut += 7) {
      writeFileSync(file, full);
      truncateSync(file, cut);
      const mended = await opened(dir);
      expect(mended.finished).toBe(2);
      mended.append(2, [[2, 'again']]);
      mended.close();
      const last = await opened(dir);
      expect([last.finished, last.read(1), last.read(2)]).toEqual([3, [[1, 'x'.repeat(50)]], [[2, 'again']]]);
      last.close();
    }
  });

  it('begins anew where not even its first line is whole', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'journal-1-of-1.ndjson'), '{"crc":"0123');
    expect((await opened(dir)).finished).toBe(0);
  });

  it('is not continued by another sweep, and keeps what it has', async () => {
    const dir = folder();
    (await opened(dir)).append(0, [[0]]);
    const size = statSync(join(dir, 'journal-1-of-1.ndjson')).size;
    const other = await openJournal(dir, { sweep: sweepOf(5, 4, 'other'), shard: whole });
    expect(other).toMatchObject({ ok: false, found: '"a sweep" as it was then, with version 0' });
    expect(statSync(join(dir, 'journal-1-of-1.ndjson')).size).toBe(size);
    expect((await opened(dir, sweepOf(5, 4, 'other'), true)).finished).toBe(0);
  });

  it('is told from other files', async () => {
    const dir = folder();
    const file = join(dir, 'journal-1-of-1.ndjson');
    appendFileSync(file, 'not a journal\n');
    expect(readJournal(file)).toMatchObject({ ok: false, found: expect.stringContaining('a file that is no journal') as string });
  });

  it('reads lines that lie across the pieces it reads in', async () => {
    const dir = folder();
    const journal = await opened(dir);
    for (let design = 0; design < 20; design++) journal.append(design, [[design, 'y'.repeat(150_000)]]);
    journal.close();
    const again = await opened(dir);
    expect(again.finished).toBe(20);
    for (let design = 0; design < 20; design++) expect(again.read(design)[0][0]).toBe(design);
  });
});
