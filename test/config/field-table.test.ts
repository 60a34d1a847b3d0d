import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { caseReference } from '../../src/config/case-reference.js';
import { type Field, fields } from '../../src/config/fields/field.js';
import { tableNode } from '../../src/config/fields/schema-walk.js';
import { caseJsonSchema } from '../../src/config/json-schema.js';
import { caseSchemas, writtenCaseSchema } from '../../src/config/sections/case-schema.js';

/** Every field of the table with its dotted key. */
function allFields(schema: z.core.$ZodType, path: string[] = []): [string, Field, z.core.$ZodType][] {
  const node = tableNode(schema);
  if (node.kind === 'field') return [[path.join('.'), node.field, node.schema]];
  if (node.kind === 'section')
    return Object.entries(node.shape).flatMap(([key, below]) => allFields(below, [...path, key]));
  if (node.kind === 'choice') return node.options.flatMap((option) => allFields(option, path));
  return node.kind === 'list' ? allFields(node.element, [...path, 'n']) : [];
}

const table = [...allFields(caseSchemas.planar), ...allFields(caseSchemas.composite)];

describe('the field table', () => {
  it('names the source of every default or marks it assumed', () => {
    const defaults = table.filter(([, { info }]) => info.default !== undefined);
    expect(defaults.length).toBeGreaterThan(25);
    for (const [key, { info }] of defaults) expect(info.source !== undefined || info.assumed === true, key).toBe(true);
  });

  it('accepts its own defaults and examples', () => {
    for (const [key, { info, example }, schema] of table) {
      const parse = (raw: unknown) => (schema as z.ZodType).safeParse(raw).success;
      if (info.default !== undefined) expect(parse(info.default), key).toBe(true);
      if (!/^[[{]/.test(example) && !/^\d+$/.test(example)) expect(parse(example), `${key}: ${example}`).toBe(true);
    }
  });
});

describe('the JSON Schema', () => {
  interface Section {
    readonly properties: Record<string, object>;
    readonly required: string[];
  }
  type Sections = Record<string, Section & { readonly anyOf: readonly Section[] }>;
  const schema = caseJsonSchema() as { $defs: object; anyOf: { required: string[] }[]; properties: Sections };

  it('is of draft 2020-12 and resolves its own references', () => {
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false });
    const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(references).size).toBeGreaterThan(5);
    for (const name of references) expect(schema.$defs).toHaveProperty(name);
  });

  it('says what must be written, what may be, and what stands in', () => {
    expect(schema.anyOf.map(({ required }) => required)).toEqual([['title', 'membrane', 'cathode'], [
      'base',
    ]]);
    for (const key of ['base', 'designs', 'compareAt', 'sweep']) expect(schema.properties).toHaveProperty(key);
    const [planar, composite] = schema.properties.anode.anyOf;
    expect(planar.properties.thickness).toMatchObject({
      default: '40 um',
      description: expect.stringContaining('a length from 0 um to 5 mm') as unknown,
    });
    for (const key of ['massFractions', 'collectorResistance', 'coverage']) {
      expect(composite.properties).toHaveProperty(key);
    }
    const ofCathode = schema.properties.cathode.anyOf[0].properties;
    for (const key of ['layers', 'thickness', 'collectorResistance']) expect(ofCathode).toHaveProperty(key);
  });
});

describe('the reference', () => {
  it('has one row for every field that may be written, or says that it is as in the cathode', () => {
    const reference = caseReference();
    const alike = [...reference.matchAll(/^As the key of that name in the cathode: (.*)\.$/gm)].flatMap(([, names]) =>
      names.replaceAll('`', '').split(', ')
    );
    expect(alike).toEqual(
      expect.arrayContaining(['anode.contact', 'anode.particles', 'membrane.ionicTransport.spread']),
    );
    for (const [key] of allFields(writtenCaseSchema).filter(([path]) => !/layers|steps.n.steps/.test(path))) {
      const said = alike.some((one) => key === one || key.startsWith(`${one}.`));
      expect(reference).toContain(`| \`${said ? key.replace(/^\w+/, 'cathode') : key}\` |`);
      if (said) expect(reference).not.toContain(`| \`${key}\` |`);
    }
    expect(reference).toContain('| `anode.thickness` | um | 40 um (assumed) | from 0 um to 5 mm |');
    expect(fields.has(writtenCaseSchema)).toBe(false);
  });
});
