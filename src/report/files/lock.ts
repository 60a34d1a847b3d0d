import { readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Result } from '../../units/result.js';
import { writeBytes } from './whole-file.js';

/** Who holds a lock; what a dead process left is told from what a living one holds. */
const holderSchema = z.object({
  pid: z.int().positive(),
  host: z.string(),
  /** When the process began, in the system's ticks, where the system says so: numbers of processes are used again. */
  began: z.string().optional(),
});
type Holder = z.output<typeof holderSchema>;

export interface Lock {
  /** Whom it was taken from, if a process left it behind. */
  readonly leftBy?: string;
  release(): void;
}

export type LockReading = Result<{ lock: Lock }, { holder: string }>;

/** [ms]; on another machine a process cannot be asked: its lock is alive while somebody touches it, seen through a slow network disk. */
export const usualPatience = { beat: 5_000, watch: 100_000, poll: 200, wait: 0 } as const;
export type Patience = Readonly<Record<keyof typeof usualPatience, number>>;

/** Takes the lock file, waiting `wait` for whoever holds it. */
export async function takeLock(file: string, patience: Patience = usualPatience): Promise<LockReading> {
  const own: Holder = { pid: process.pid, host: hostname(), began: beginningOf(process.pid) };
  let leftBy: string | undefined;
  for (let waited = 0;; waited += patience.poll) {
    if (create(file, own)) return { ok: true, lock: held(file, own, patience.beat, leftBy) };
    const found = read(file);
    if (found === undefined) continue;
    if (await isDead(file, found, patience)) {
      remove(file, found);
      leftBy = words(found);
    } else if (waited >= patience.wait) return { ok: false, holder: words(found) };
    else await pause(patience.poll);
  }
}

const words = ({ pid, host }: Holder): string => `${pid === 0 ? 'a process' : `process ${pid}`} on ${host}`;

function create(file: string, own: Holder): boolean {
  try {
    writeBytes(file, JSON.stringify(own));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined where it is gone; a file that names nobody (a kill while it was written) is nobody's. */
function read(file: string): Holder | undefined {
  const nobody = { pid: 0, host: hostname() };
  try {
    return holderSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? nobody;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : nobody;
  }
}

async function isDead(file: string, { pid, host, began }: Holder, { beat, watch }: Patience): Promise<boolean> {
  if (host !== hostname()) return !await isTouched(file, watch, beat);
  if (pid === 0) return !await isTouched(file, beat, beat / 10);
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: somebody else's, and alive
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
  }
  const now = beginningOf(pid);
  return began !== undefined && now !== undefined && now !== began;
}

/** Whether the file changes or goes while it is watched. */
async function isTouched(file: string, time: number, every: number): Promise<boolean> {
  const stamp = (): number | undefined => statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  const before = stamp();
  for (let watched = 0; watched < time; watched += every) {
    await pause(every);
    if (stamp() !== before) return true;
  }
  return false;
}

/** Field 22 of Linux' /proc/PID/stat, counted behind the name in brackets. */
function beginningOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    // no such system, or no such process
    return undefined;
  }
}

/** Removes a dead lock: of several that find it one moves it away, and another's lock is put back. */
function remove(file: string, dead: Holder): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved?.pid !== dead.pid || moved.host !== dead.host) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

function held(file: string, own: Holder, beat: number, leftBy?: string): Lock {
  const timer = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // somebody removed it by hand: nothing to keep alive
    }
  }, beat).unref();
  const release = (): void => {
    clearInterval(timer);
    process.removeListener('exit', release);
    const found = read(file);
    if (found?.pid === own.pid && found.host === own.host) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return { leftBy, release };
}
