import { Ajv2020 } from 'ajv/dist/2020.js';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type FileKind, fileKinds } from '../../src/config/file-kinds.js';
import { fileJsonSchema } from '../../src/config/json-schema.js';
import { materialNames } from '../../src/config/material-names.js';
import { type DimensionName, dimensions } from '../../src/units/dimension.js';
import { parseQuantity } from '../../src/units/quantity.js';
import { example, linesOf } from './example.js';

/** What an editor is told of the files: the schemas compile in a strict validator, and every shipped file keeps to its own. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const ajv = new Ajv2020({ strict: true, allErrors: true });
const validators = Object.fromEntries(fileKinds.map((kind) => [kind, ajv.compile(fileJsonSchema(kind))]));

const shipped = ['configs', 'meshes'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml')).map((name) => `${folder}/${name}`)
);

/** `dist/schemas/sweep.json` of the first line, from the root. */
function namedSchema(file: string, text: string): string | undefined {
  const name = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1];
  return name && relative(root, join(root, dirname(file), name));
}

const problems = (kind: FileKind, data: unknown): string[] => {
  const validate = validators[kind];
  return validate(data) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
};

describe('every shipped file', () => {
  it('is looked at', () => expect(shipped.length).toBeGreaterThan(100));

  it.each(shipped)('%s names its schema and keeps to it', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const kind = fileKinds.find((name) => namedSchema(file, text) === `dist/schemas/${name}.json`);
    expect(kind, text.split('\n')[0]).toBeDefined();
    expect(problems(kind ?? 'case', parse(text))).toEqual([]);
  });
});

const whole = { title: 'x', membrane: { electrolyte: 'Li3InCl6', thickness: '30 um' },
  cathode: { activeMaterial: 'NMC811', electrolyte: 'Li3InCl6', thickness: '77 um' } };

describe('a schema', () => {
  it('takes what may be written', () => {
    expect(problems('case', whole)).toEqual([]);
    expect(problems('case', { ...whole, $schema: 'case.json', cathode: { ...whole.cathode, thickness: null } }))
      .toEqual([]);
    expect(problems('case', { base: 'a.yaml', anode: { material: null, activeMaterial: 'graphite' } })).toEqual([]);
    expect(problems('mesh', { membraneCells: 8 })).toEqual([]);
    for (const thickness of ['77um', '7.7e-5 m', '77 µm', '0.077 mm', { value: 77, unit: 'um' }, { value: '77 um' }]) {
      expect(problems('case', { ...whole, cathode: { ...whole.cathode, thickness } })).toEqual([]);
    }
  });

  it.each<[string, FileKind, object]>([
    ['a misspelt section', 'case', { ...whole, cathodes: {} }],
    ['a misspelt key', 'case', { ...whole, cathode: { ...whole.cathode, thicknes: '77 um' } }],
    ['a number without its unit', 'case', { ...whole, cathode: { ...whole.cathode, thickness: 77 } }],
    ['a number with a unit of another kind', 'case', { ...whole, cathode: { ...whole.cathode, thickness: '77 kg' } }],
    ['the same with a source', 'case', { ...whole, cathode: { ...whole.cathode, thickness: { value: '7e-5 V' } } }],
    ['a text without its unit', 'case', { ...whole, cathode: { ...whole.cathode, thickness: '77' } }],
    ['a mesh that there is not', 'case', { ...whole, mesh: 'fin' }],
    ['a film that there is not', 'case', { ...whole, membrane: { film: 'cling' } }],
    ['a word that is none of a few', 'case', { ...whole, cell: { format: 'cylinder' } }],
    ['a plane that is also a composite', 'case', { ...whole,
      anode: { thickness: '40 um', host: {}, activeMaterial: 'graphite' } }],
    ['neither a whole case nor a base', 'case', { title: 'x' }],
    ['a design without a name', 'comparison', { ...whole, designs: [{ cathode: {} }] }],
    ['a misspelt key of a design', 'comparison', { ...whole, designs: [{ name: 'a', cathode: { porosty: '3 %' } }] }],
    ['a comparison without designs', 'comparison', whole],
    ['a misspelt key of a sweep', 'sweep', { ...whole, sweep: { varies: {} } }],
    ['a range without its end', 'sweep', { ...whole, sweep: { vary: { 'cathode.thickness': { from: '10 um' } } } }],
    ['a misspelt key of a row', 'reproduce', { rows: [{ id: 'a', name: 'b', where: 'c', reportet: {} }] }],
    ['an unknown quantity', 'validation', {
      validation: { cells: [{ name: 'a', measured: [{ what: 'x', value: 1, where: 'y' }] }] },
    }],
    ['a misspelt property', 'materials', { materials: { Q: { like: 'NMC811', densty: '4 g/cm^3' } } }],
  ])('refuses %s', (_, kind, data) => expect(problems(kind, data)).not.toEqual([]));

  it('offers the names of the library where a material is named', () => {
    const text = JSON.stringify(fileJsonSchema('case').$defs);
    for (const name of Object.values(materialNames).flat()) expect(text).toContain(JSON.stringify(name));
  });

  it('of a quantity takes what its dimension shows and refuses what the others do', () => {
    const { $defs } = fileJsonSchema('case') as { $defs: Record<string, { anyOf: [{ pattern: string }] }> };
    for (const [name, { si, display, example }] of Object.entries(dimensions)) {
      if (name === 'fraction' || name === 'dimensionless') continue;
      const pattern = new RegExp($defs[name].anyOf[0].pattern, 'u');
      const read = [example, `1 ${si}`, `-1.5e-3${display}`].filter((text) =>
        parseQuantity(text, name as DimensionName).ok
      );
      expect(read.length, name).toBeGreaterThan(1);
      for (const text of read) expect(pattern.test(text), `${name}: ${text}`).toBe(true);
      const others = Object.values(dimensions).map((other) => other.display)
        .filter((unit) => !parseQuantity(`1 ${unit}`, name as DimensionName).ok);
      for (const unit of others) expect(pattern.test(`1 ${unit}`), `${name}: ${unit}`).toBe(false);
    }
  });

  it('offers no key whose only value is null', () => {
    const { anode } = fileJsonSchema('case').properties as Record<string, { anyOf: { properties?: object }[] }>;
    const written = anode.anyOf.flatMap(({ properties = {} }) => Object.values(properties));
    expect(written.length).toBeGreaterThan(30);
    expect(written).not.toContainEqual({ type: 'null' });
  });

  it('has a name of its own for each kind', () => {
    expect(new Set(fileKinds.map((kind) => fileJsonSchema(kind).$id)).size).toBe(fileKinds.length);
  });
});

describe('a file', () => {
  it('may name its schema by a key', () => {
    expect(linesOf(`$schema: ../dist/schemas/case.json\n${example}`)).toEqual([]);
  });
});
