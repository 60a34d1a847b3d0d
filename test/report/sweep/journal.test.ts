import { appendFileSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Journal, machine } from '../../../src/report/sweep/journal.js';
import { openJournal, readJournal } from '../../../src/report/sweep/open-journal.js';
import { sealed } from '../../../src/report/sweep/sealed-line.js';
import { append, folder, sweepOf } from './support.js';

const sweep = sweepOf(5, 4);
const whole = { index: 1, of: 1 };

async function opened(dir: string, head = sweep, restart = false): Promise<Journal> {
  const reading = openJournal(dir, { sweep: head, shard: whole }, restart);
  if (!reading.ok) throw new Error(reading.found);
  return reading.journal;
}

describe('the journal of a sweep', () => {
  it('remembers what was finished, in whatever order, with every character of it', async () => {
    const dir = folder();
    const journal = await opened(dir);
    append(journal, 7, [[7, 'µm\n"quoted"', null, 0.1 + 0.2]]);
    append(journal, 2, [[2, 1], [2, 2]]);
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
    for (let design = 0; design < 3; design++) append(journal, design, [[design, 'x'.repeat(50)]]);
    journal.close();
    const full = readFileSync(file);
    const beforeLast = full.subarray(0, full.length - 1).lastIndexOf(10) + 1;
    for (let cut = beforeLast; cut < full.length; cut += 7) {
      writeFileSync(file, full);
      truncateSync(file, cut);
      const mended = await opened(dir);
      expect(mended.finished).toBe(2);
      append(mended, 2, [[2, 'again']]);
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
    append(await opened(dir), 0, [[0]]);
    const size = statSync(join(dir, 'journal-1-of-1.ndjson')).size;
    const other = openJournal(dir, { sweep: sweepOf(5, 4, 'other'), shard: whole });
    expect(other).toMatchObject({ ok: false, found: '"a sweep" as it was then, with version 0' });
    expect(statSync(join(dir, 'journal-1-of-1.ndjson')).size).toBe(size);
    expect((await opened(dir, sweepOf(5, 4, 'other'), true)).finished).toBe(0);
  });

  it('is told from other files', async () => {
    const dir = folder();
    const file = join(dir, 'journal-1-of-1.ndjson');
    appendFileSync(file, 'not a journal\n');
    expect(readJournal(file)).toMatchObject({ ok: false,
      found: expect.stringContaining('a file that is no journal') as string });
  });

  it('reads lines that lie across the pieces it reads in', async () => {
    const dir = folder();
    const journal = await opened(dir);
    for (let design = 0; design < 20; design++) append(journal, design, [[design, 'y'.repeat(150_000)]]);
    journal.close();
    const again = await opened(dir);
    expect(again.finished).toBe(20);
    for (let design = 0; design < 20; design++) expect(again.read(design)[0][0]).toBe(design);
  });

  describe('with damage', () => {
    const rows = (design: number) => [[design, `row ${design} ` + 'z'.repeat(40)]];

    async function damaged(change: (bytes: Buffer) => Buffer): Promise<Journal> {
      const dir = folder();
      const journal = await opened(dir);
      for (let design = 0; design < 6; design++) append(journal, design, rows(design));
      journal.close();
      const file = join(dir, 'journal-1-of-1.ndjson');
      writeFileSync(file, change(readFileSync(file)));
      return opened(dir);
    }
    const there = (journal: Journal): number[] => [0, 1, 2, 3, 4, 5].filter((design) => journal.has(design));
    const indexOf = (bytes: Buffer, text: string): number => bytes.indexOf(text);

    it('loses the design of a line whatever byte of it changed, and no other', async () => {
      for (const place of [0, 5, 10, 20, 30, 45, 70]) {
        const journal = await damaged((bytes) => {
          const start = bytes.lastIndexOf(10, indexOf(bytes, '"design":3,')) + 1;
          bytes[start + place] ^= 1;
          return bytes;
        });
        expect([there(journal), journal.damaged]).toEqual([[0, 1, 2, 4, 5], 1]);
        for (const design of there(journal)) expect(journal.read(design)).toEqual(rows(design));
      }
    });

    it('loses nothing with a line end, one design with rows that were taken away', async () => {
      const joined = await damaged((bytes) => {
        const end = bytes.indexOf(10, indexOf(bytes, '"design":3,'));
        return Buffer.concat([bytes.subarray(0, end), bytes.subarray(end + 1)]);
      });
      expect([there(joined), joined.read(4)]).toEqual([[0, 1, 2, 3, 4, 5], rows(4)]);
      const emptied = await damaged((bytes) =>
        Buffer.from(bytes.toString().replace(/("design":2,"rows":).*\n/, '$1[]}\n'))
      );
      expect(there(emptied)).toEqual([0, 1, 3, 4, 5]);
    });

    it('of its head loses no design of this sweep, and says what it is to no other', async () => {
      const journal = await damaged((bytes) => {
        bytes[30] ^= 1;
        return bytes;
      });
      expect([there(journal), journal.damaged]).toEqual([[0, 1, 2, 3, 4, 5], 0]);
      const dir = folder();
      const file = join(dir, 'journal-1-of-1.ndjson');
      append(await opened(dir), 0, [[0]]);
      const bytes = readFileSync(file);
      bytes[30] ^= 1;
      writeFileSync(file, bytes);
      expect(readJournal(file)).toMatchObject({ ok: false,
        found: expect.stringContaining('first line is damaged') as string });
      expect(openJournal(dir, { sweep: sweepOf(5, 4, 'other'), shard: whole })).toMatchObject({ ok: false,
        found: 'a file that is no journal' });
    });

    it('takes no line of another sweep', async () => {
      const [dir, other] = [folder(), folder()];
      const strange = await opened(other, sweepOf(5, 4, 'other'));
      append(strange, 3, [[3]]);
      strange.close();
      append(await opened(dir), 1, [[1]]);
      const file = join(dir, 'journal-1-of-1.ndjson');
      appendFileSync(file, readFileSync(join(other, 'journal-1-of-1.ndjson'), 'utf8').split('\n').slice(1).join('\n'));
      const journal = await opened(dir);
      expect([there(journal), journal.damaged]).toEqual([[1], 2]);
    });
  });

  it('knows the machines that its rows come from', async () => {
    const dir = folder();
    const journal = await opened(dir);
    append(journal, 1, [[1]]);
    append(journal, 2, [[2]]);
    expect(journal.machines).toEqual([machine]);
    journal.close();
    const line = sealed({ machine: 'Node 99, abacus' }, sweep.sweepHash);
    appendFileSync(join(dir, 'journal-1-of-1.ndjson'), `${line}\n`);
    const again = await opened(dir);
    append(again, 3, [[3]]);
    expect(again.machines).toEqual([machine, 'Node 99, abacus', machine]);
  });

  it('is a file of its own and no link to another', async () => {
    const dir = folder();
    const victim = join(folder(), 'victim.txt');
    writeFileSync(victim, '');
    symlinkSync(victim, join(dir, 'journal-1-of-1.ndjson'));
    await expect(opened(dir)).rejects.toThrow('ELOOP');
    expect(readFileSync(victim, 'utf8')).toBe('');
  });
});
