import { loadSweep } from '../config/read-case.js';
import type { Shard } from '../results/shard.js';
import { type CaseOptions, readAs, refuse, usualFolder } from './command.js';

/** What a sweep may be told on the command line. */
export interface SweepOptions extends CaseOptions {
  readonly shard: Shard;
  readonly workers?: number;
  readonly restart?: boolean;
  readonly status?: string;
  readonly slurm?: boolean;
  readonly array?: number;
  readonly time?: string;
  readonly partition?: string;
  readonly print?: boolean;
}

/** Where a sweep goes that is told nothing else. */
export const folderOfSweep = (path: string, { out }: SweepOptions): string => out ?? usualFolder(path, '-sweep');

/** A sweep that can be run, and its document; undefined where it cannot be, which has been told then. */
export async function readSweep(path: string, { set }: SweepOptions) {
  const loaded = loadSweep(path, readAs(set));
  if (!loaded.ok) return refuse(loaded.issues);
  const [{ probeSweep }, { sweepDocument }] = await Promise.all([
    import('../study/sweep/probe-sweep.js'),
    import('../study/sweep/sweep-document.js'),
  ]);
  const wrong = probeSweep(loaded.sweep);
  return wrong.length > 0 ? refuse(wrong) : { loaded: loaded.sweep, document: await sweepDocument(loaded.sweep) };
}
