import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseCase } from '../src/config/parse-case.js';
import { formatIssue } from '../src/config/wording.js';
import * as library from '../src/index.js';

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

describe('what no compiler looked at', () => {
  const cell = { title: 'a', membrane: { electrolyte: 'Li6PS5Cl', thickness: '30 um' },
    cathode: { activeMaterial: 'NMC811', electrolyte: 'Li6PS5Cl',
      massFractions: { activeMaterial: 0.8, electrolyte: 0.2 }, porosity: 0.1, thickness: '80 um' } };
  const read = parseCase(cell);
  if (!read.ok) throw new Error('not a case');
  const ready = library.prepareCase(read.case);
  if (!ready.ok) throw new Error('not a cell');
  const { case: given, ledger, vary } = read;
  const card = { colour: false, width: 80 };
  /** Every function of the library that takes something, with what it takes. */
  const functions: Readonly<Record<string, readonly unknown[]>> = {
    importBpx: ['{}', 'file'],
    parseDrawn: ['', {}],
    fileJsonSchema: ['case'],
    parseCalibration: ['', {}],
    parseCase: [cell, {}],
    parseComparison: [cell, {}],
    parseFit: ['', {}],
    parseMaterials: ['', {}],
    parseReproduction: ['', {}],
    parseSweep: [cell, {}],
    parseValidation: ['', {}],
    loadCase: ['', {}],
    loadComparison: ['', {}],
    loadFit: ['', {}],
    loadMaterials: [''],
    loadReproduction: ['', {}],
    loadSweep: ['', {}],
    loadValidation: ['', {}],
    formatIssue: [{}],
    describeMaterial: ['NMC811'],
    describeOwn: ['mine', {}, []],
    prepareCase: [given],
    runCase: [given, ledger, () => 0],
    comparisonCard: [{}, card],
    eisCard: [{}, card],
    resultCard: [{}, card],
    writeComparison: [{}, 'out'],
    writeImpedance: [{}, 'out'],
    writeReport: [{}, 'out'],
    documentJsonSchema: ['run'],
    energy: [given, ledger],
    compare: [[], {}],
    fit: [{}, () => 0, () => 0],
    impedance: [given, ledger, ready.prepared, {}],
    runWithRanges: [given, ledger, vary, () => 0],
    reproduce: [[], () => 0],
    designsOf: [{}],
    DesignRunner: [{}],
    sweep: [{}, () => 0],
    validate: [[], { laws: [] }, () => 0],
    makeStructure: [{}, 1],
    ResolvedElectrode: [{}, {}, {}],
  };
  const circle: Record<string, unknown> = {};
  circle.of = circle;
  const strange = [undefined, null, NaN, -1, 1e308, 10n, Symbol('a'), '\u001b', true, [null], circle];

  it('has no function that is not tried here', () => {
    const taking = Object.entries(library).filter(([, one]) => typeof one === 'function').map(([name]) => name);
    const none = ['caseJsonSchema', 'listMaterials', 'ArgumentError'];
    expect(Object.keys(functions).sort()).toEqual(taking.filter((name) => !none.includes(name)).sort());
  });

  it.each(Object.entries(functions))('%s names in one line the argument that is wrong', async (name, args) => {
    const one = Object.entries(library).find(([key]) => key === name)?.[1] as (...given: unknown[]) => unknown;
    for (const [place, value] of args.flatMap((_, i) => strange.map((thing) => [i, thing] as const))) {
      const all = args.map((argument, i) => (i === place ? value : argument));
      const told: unknown = await (async () =>
        name === 'DesignRunner' || name === 'ResolvedElectrode' ? Reflect.construct(one, all) : one(...all))()
        .catch((error: unknown) =>
          error
        );
      if (told instanceof Error) {
        expect(told, `${name} ${String(place)}: ${String(told.stack)}`).toBeInstanceOf(library.ArgumentError);
        expect(told.message).toMatch(/^the argument "[\w.]+": expected .+, found [^\n]+$/);
      } else if (typeof told === 'object' && told !== null && 'issues' in told) {
        for (const issue of told.issues as Parameters<typeof formatIssue>[0][]) {
          expect(formatIssue(issue)).toMatch(/^[^\n]+: expected [^\n]+; [^\n]+$|^[^\n]+expected [^\n]+$/);
        }
      }
    }
  });

  it('has what a getter throws as a problem of a case', () => {
    const broken = { get title(): string {
      throw new Error('two\nlines');
    } };
    const told = library.parseCase(broken as never);
    expect(told.ok ? [] : told.issues.map(formatIssue)).toEqual([
      'case: expected a text, or plain data, found two; give the text of a file, or an object with its keys',
    ]);
  });

  it('refuses a case with a number that is none, and documents of another kind', async () => {
    const broken = { ...given, membrane: { ...given.membrane, thickness: NaN } };
    await expect(library.runCase(broken, ledger)).rejects.toThrow('found NaN at "membrane.thickness"');
    expect(() => library.eisCard({ schema: 'catholith-result-1' } as never, card)).toThrow('catholith-impedance-1');
    for (const options of [{ stateOfCharge: NaN }, { from: 0 }, { to: Infinity }, { perDecade: -1 }]) {
      await expect(library.impedance(given, ledger, ready.prepared, options)).rejects.toThrow(library.ArgumentError);
    }
  });
});
