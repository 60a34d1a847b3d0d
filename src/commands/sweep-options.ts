import type { Shard } from '../results/shard.js';
import { type CaseOptions, usualFolder } from './command.js';

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
