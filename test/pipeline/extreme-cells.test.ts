import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeCell } from '../robustness/verdict.js';

/**
 * Cells that `npm run stress` found, made small: each once ended in round-off, without an answer or with one that failed its check. They are
 * judged as it judges: finite numbers, balances and parts that close, and an outcome that is complete.
 */
const folder = new URL('extreme/', import.meta.url);

describe('a cell far from any that is built', () => {
  it.each(readdirSync(folder).sort())('%s ends in a result that passes every check', async (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    expect(await judgeCell(text, { file, meshes: {} })).toEqual({ reached: 'run', findings: [] });
  });
});
