import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvField } from '../../../src/report/csv.js';
import { ReportFolder } from '../../../src/report/files/report-folder.js';
import { makeFolder } from '../../../src/report/files/whole-file.js';
import { folder } from '../sweep/support.js';

/** Writes a report of these files; what is said of the folder comes back. */
async function report(dir: string, page: string, names: readonly string[], title = 'a'): Promise<string[]> {
  const notes: string[] = [];
  const open = await ReportFolder.open(dir, page, (note) => void notes.push(note));
  for (const name of names) await open.put(name, `${title} ${name}`);
  await open.finish(title);
  open.close();
  return notes;
}

const names = (dir: string): string[] => readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();

describe('a folder of reports', () => {
  it('loses the figures that an earlier report had and this one has not, and nothing else', async () => {
    const dir = folder();
    await report(dir, 'report.html', ['report.html', 'figures/a.svg', 'figures/shared.svg']);
    await report(dir, 'energy.html', ['energy.html', 'figures/shared.svg']);
    writeFileSync(join(dir, 'figures', 'mine.svg'), 'mine');
    expect(await report(dir, 'report.html', ['report.html', 'figures/b.svg'])).toEqual([]);
    expect(names(dir)).toEqual([
      'catholith-files.json',
      'energy.html',
      'figures',
      'figures/b.svg',
      'figures/mine.svg',
      'figures/shared.svg',
      'report.html',
    ]);
  });

  it('says whose report it replaces', async () => {
    const dir = folder();
    await report(dir, 'report.html', ['report.html'], 'first');
    expect(await report(dir, 'report.html', ['report.html'], 'second')).toEqual([
      'it replaces the report of "first" that lay there',
    ]);
  });

  it('gives files of other hands another name, never one that is taken', async () => {
    const dir = folder();
    for (const text of ['one', 'two']) {
      writeFileSync(join(dir, 'report.html'), text);
      const [note] = await report(dir, 'report.html', ['report.html']);
      expect(note).toContain('1 file lay there that no report of this program lists');
      writeFileSync(join(dir, 'catholith-files.json'), 'lost');
    }
    expect(readFileSync(join(dir, 'report.html.kept'), 'utf8')).toBe('one');
    expect(names(dir)).toContain('report.html.kept-2');
  });

  it('removes nothing outside of it, whatever its list says', async () => {
    const dir = join(folder(), 'in');
    mkdirSync(dir);
    const outside = join(dir, '..', 'outside.txt');
    writeFileSync(outside, 'x');
    const reports = [{ page: 'report.html', title: 'a',
      files: ['../outside.txt', 'figures/../../outside.txt', outside] }];
    writeFileSync(join(dir, 'catholith-files.json'), JSON.stringify({ schema: 'catholith-files-1', reports }));
    await report(dir, 'report.html', ['report.html']);
    expect(existsSync(outside)).toBe(true);
  });

  it('keeps a file as it was until the new one is whole', async () => {
    const dir = folder();
    await report(dir, 'sweep.html', ['sweep.csv'], 'old');
    const open = await ReportFolder.open(dir, 'sweep.html');
    const during: string[] = [];
    const failing = open.put('sweep.csv', (part) => {
      writeFileSync(part, 'half a ta');
      during.push(readFileSync(join(dir, 'sweep.csv'), 'utf8'));
      throw new Error('no space left');
    });
    await expect(failing).rejects.toThrow('no space left');
    open.close();
    expect([during, readFileSync(join(dir, 'sweep.csv'), 'utf8')]).toEqual([['old sweep.csv'], 'old sweep.csv']);
    expect(names(dir).filter((name) => name.endsWith('.part') || name.endsWith('.lock'))).toEqual([]);
  });

  it('is made with the folders above it', () => {
    const dir = join(folder(), 'a', 'b', 'c');
    makeFolder(dir);
    makeFolder(dir);
    expect(existsSync(dir)).toBe(true);
  });
});

describe('a field of a CSV table', () => {
  it.each([
    ['=1+1', '\'=1+1'],
    ['+cmd', '\'+cmd'],
    ['-1+1', '\'-1+1'],
    ['@SUM(A1)', '\'@SUM(A1)'],
    ['\t=1', '\'\t=1'],
    ['=a,"b"', '"\'=a,""b"""'],
    ['-5.2e-3', '-5.2e-3'],
    ['+7', '+7'],
    [-3, '-3'],
    ['C/3', 'C/3'],
    ['a=b', 'a=b'],
    [null, ''],
    ['-', '\'-'],
  ])('%j is no formula: %j', (field, written) => {
    expect(csvField(field)).toBe(written);
  });
});
