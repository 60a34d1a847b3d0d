import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { written } from '../../src/commands/command.js';

const lines = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterEach(() => {
  lines.mockClear();
  process.exitCode = undefined;
});
afterAll(() => lines.mockRestore());

const failing = (code: string) => async () => {
  await Promise.resolve();
  throw Object.assign(new Error(`${code}: write`), { code, errno: -1 });
};

describe('a report that cannot be written', () => {
  it.each([
    ['ENOSPC', 'make room and give the same command again: what a sweep or a fit has finished is kept'],
    ['EDQUOT', 'make room'],
    ['EACCES', 'choose another'],
  ])('after %s is one line with what to do, and exit code 2', async (code, remedy) => {
    expect(await written('out', failing(code))).toBeUndefined();
    expect(lines.mock.calls.map(([line]) => line)).toEqual([
      expect.stringContaining(`--out out: expected a folder that can be written, found ${code}: write; ${remedy}`),
    ]);
    expect(process.exitCode).toBe(2);
  });

  it('through a fault of the program is thrown', async () => {
    await expect(written('out', () => Promise.reject(new TypeError('no function')))).rejects.toThrow('no function');
    expect(lines).not.toHaveBeenCalled();
  });
});
