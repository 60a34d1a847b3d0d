import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/config/files/read-text.js';
import { loadCase, readMeshes } from '../../src/config/read-case.js';
import { formatIssue } from '../../src/config/wording.js';

const root = new URL('../../', import.meta.url).pathname;
const linesOf = (path: string): string[] => {
  const loaded = loadCase(path);
  return loaded.ok ? [] : loaded.issues.map(formatIssue);
};

describe('loadCase', () => {
  it('offers the case that a missing file was meant to be', () => {
    const folder = `${root}test/config/files/`;
    expect(linesOf(`${folder}thin-cel.yaml`)).toEqual([
      `${folder}thin-cel.yaml: expected a case file, found no such file; did you mean ${folder}thin-cell.yaml?`,
    ]);
    expect(linesOf(`${folder}zzzzzzzzzzz.yaml`)).toEqual([
      `${folder}zzzzzzzzzzz.yaml: expected a case file, found no such file; cases there: thin-cell.yaml`,
    ]);
  });

  it('answers for a folder and for a folder that is not there', () => {
    expect(linesOf(`${root}test`)).toEqual([
      `${root}test: expected a readable case file, found a folder; give the path of a YAML or JSON file`,
    ]);
    expect(linesOf(`${root}nowhere/x.yaml`)[0]).toContain(`there is no case in ${root}nowhere/`);
  });

  it('reads a case with the meshes of this package', () => {
    const loaded = loadCase(`${root}test/config/files/thin-cell.yaml`, { set: ['mesh=fine'] });
    expect(loaded.ok && loaded.case).toMatchObject({ name: 'thin-cell', mesh: { name: 'fine' } });
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('reads a case that was saved as %s with a mark at its head',
    (encoding) => {
      const text = `\uFEFF${readFileSync(`${root}test/config/files/thin-cell.yaml`, 'utf8')}`;
      const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
      const path = join(mkdtempSync(join(tmpdir(), 'catholith-encoding-')), 'thin-cell.yaml');
      writeFileSync(path, encoding === 'utf-16be' ? bytes.swap16() : bytes);
      expect(linesOf(path)).toEqual([]);
    });

  it.each([
    ['in western Europe', 'temperature: 25 °C', Buffer.from('temperature: 25 °C', 'latin1')],
    ['in China', '# 电压', Buffer.from([0x23, 0x20, 0xb5, 0xe7, 0xd1, 0xb9])],
  ])('reads a text as instruments write it %s', (_, text, bytes) => {
    const path = join(mkdtempSync(join(tmpdir(), 'catholith-encoding-')), 'x.csv');
    writeFileSync(path, bytes);
    expect(readText(path)).toBe(text);
  });

  it.each(Object.keys(readMeshes(`${root}meshes`)))('reads meshes/%s', (name) => {
    expect(loadCase(`${root}test/config/files/thin-cell.yaml`, { set: [`mesh=${name}`] }).ok).toBe(true);
  });
});
