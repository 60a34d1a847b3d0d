import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../../src/report/files/lock.js';
import { folder } from '../sweep/support.js';

const quick = { beat: 5, watch: 40, poll: 5, wait: 0 };
const file = (): string => join(folder(), 'a.lock');
const dead = spawnSync(process.execPath, ['-e', '']).pid;

const by = (lock: string, holder: object): string => {
  writeFileSync(lock, JSON.stringify(holder));
  return lock;
};

async function taken(lock: string, patience = quick) {
  const reading = await takeLock(lock, patience);
  if (!reading.ok) throw new Error(reading.holder);
  return reading.lock;
}

describe('a lock', () => {
  it('is held by one, who is named to the others, until it is given back', async () => {
    const lock = file();
    const first = await taken(lock);
    expect(await takeLock(lock, quick)).toEqual({ ok: false, holder: `process ${process.pid} on ${hostname()}` });
    first.release();
    expect(existsSync(lock)).toBe(false);
    (await taken(lock)).release();
  });

  it('is waited for as long as somebody is willing to', async () => {
    const lock = file();
    const first = await taken(lock);
    setTimeout(() => first.release(), 30);
    (await taken(lock, { ...quick, wait: 5000 })).release();
  });

  it('of a process that is gone is taken over, of one that got its number again too', async () => {
    const gone = await taken(by(file(), { pid: dead, host: hostname() }));
    expect(gone.leftBy).toBe(`process ${dead} on ${hostname()}`);
    if (!existsSync('/proc/self/stat')) return;
    const again = await taken(by(file(), { pid: process.ppid, host: hostname(), began: '1' }));
    expect(again.leftBy).toBe(`process ${process.ppid} on ${hostname()}`);
    again.release();
  });

  it('of another machine is taken over once nobody touches it any more, and not before', async () => {
    const lock = by(file(), { pid: 1, host: 'elsewhere' });
    let beats = 1;
    const beating = setInterval(() => utimesSync(lock, beats++, beats), 3);
    expect(await takeLock(lock, quick)).toEqual({ ok: false, holder: 'process 1 on elsewhere' });
    clearInterval(beating);
    expect((await taken(lock)).leftBy).toBe('process 1 on elsewhere');
  });

  it('that names nobody, or garbage, holds nobody up', async () => {
    for (const text of ['', '{"pid":', 'null', '[]', '{"pid":"x"}']) {
      const lock = file();
      writeFileSync(lock, text);
      (await taken(lock)).release();
    }
  });

  it('that somebody else has by now is not removed by who had it before', async () => {
    const lock = file();
    const first = await taken(lock);
    by(lock, { pid: process.ppid, host: hostname() });
    first.release();
    expect(readFileSync(lock, 'utf8')).toContain(String(process.ppid));
  });
});
