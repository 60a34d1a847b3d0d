import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseCase } from '../src/config/parse-case.js';
import { formatIssue } from '../src/config/wording.js';

/** The library as its pages show it: every snippet compiles in strict TypeScript and runs; `npm run packed` does the same with the package. */

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}out/snippets/`;
const snippets = ['README.md', 'docs/api.md'].flatMap((page) =>
  [...readFileSync(`${root}${page}`, 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code], i) => ({ page, i,
    file: `${folder}${page.replace(/\W/g, '-')}-${i}.ts`,
    code: code.replace('\'catholith\'', '\'../../src/index.js\'') })
  )
);

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, code } of snippets) writeFileSync(file, code);
});
afterAll(() => vi.restoreAllMocks());

/** What a strict compiler says of a file with this text. */
function complaints(files: readonly string[]): string[] {
  const options: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: ['node'],
    exactOptionalPropertyTypes: false };
  const program = ts.createProgram(files, options);
  return files.flatMap((name) => ts.getPreEmitDiagnostics(program, program.getSourceFile(name))).map((
    { file, messageText },
  ) => `${file?.fileName.replace(root, '') ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

describe('the snippets of the pages', () => {
  it('compile in strict TypeScript, and what is misspelt in a case does not', () => {
    const misspelt = `${folder}misspelt.ts`;
    const good = snippets.find(({ code }) => code.includes('const cell: CaseInput'))?.code ?? '';
    writeFileSync(misspelt, good.replace('porosity:', 'porosty:').replace('particleRadius:', 'particleRadus:'));
    const found = complaints([...snippets.map(({ file }) => file), misspelt]);
    expect(found.map((line) => line.split(':')[0])).toEqual(Array(found.length).fill('out/snippets/misspelt.ts'));
    expect(found.join('\n')).toMatch(/porosty|particleRadus/);
  });

  it.each(snippets)('$page, $i: runs and prints something', async ({ file }) => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    log.mockClear();
    await import(pathToFileURL(file).href);
    const printed = log.mock.calls.map((line) => line.map((part) => JSON.stringify(part)).join(' ')).join('\n');
    expect(printed.length).toBeGreaterThan(3);
    expect(printed).not.toMatch(/undefined|null|NaN|false/);
  });
});

describe('a case as an object', () => {
  const cell = {
    title: 'a',
    membrane: { electrolyte: 'Li6PS5Cl', thickness: '30 um' },
    cathode: { activeMaterial: 'NMC811', electrolyte: 'Li6PS5Cl',
      massFractions: { activeMaterial: 0.8, electrolyte: 0.2 }, porosity: 0.1, thickness: '80 um' },
  };

  it('is the case of the same text', () => {
    const [ofObject, ofText] = [parseCase(cell), parseCase(JSON.stringify(cell))];
    if (!ofObject.ok || !ofText.ok) throw new Error('invalid');
    expect(ofObject.case).toEqual(ofText.case);
    expect(ofObject.ledger).toEqual(ofText.ledger);
    expect(ofObject.vary('cathode.thickness', '40 um')).toMatchObject({
      case: { cathode: { layers: [{ thickness: 4e-5 }] } },
    });
  });

  it('has problems by key, without a line that nobody wrote', () => {
    const read = parseCase({ ...cell, membrane: { electrolyte: 'Li6PS5Cl', thickness: NaN } });
    expect(read.ok ? [] : read.issues.map(formatIssue)).toEqual([
      'case membrane.thickness: expected a length such as "77 um", found "NaN"; write a length unit, e.g. 77 um',
    ]);
  });
});
