import type * as z from 'zod';
import { dimensions } from '../units/dimension.js';
import { writtenCaseSchema } from './case-schema.js';
import { rangeWords } from './field.js';
import { kindNames, type MaterialKind, materialProperties, propertiesOf } from './material-properties.js';
import { dotted, type Path } from './plain-data.js';
import { markdownHead, markdownRow } from './printable.js';
import { tableNode } from './schema-walk.js';
import { studyTables } from './study-tables.js';

/** Topics of the reference, and the keys that each is about; what is in none stands in the first. */
const topics: readonly (readonly [title: string, keys: readonly string[]])[] = [
  ['The case', []],
  ['Cathode', ['cathode']],
  ['Membrane', ['membrane']],
  ['Anode', ['anode']],
  ['Protocol', ['protocol']],
  ['Temperature', ['temperature', 'thermal']],
  ['Format of the cell and what is around the layers', ['cell', 'assembly']],
  ['Mesh and accuracy', ['mesh', 'numerics']],
  ['Comparisons', ['base', 'designs', 'compareAt']],
];

/** Every field of a case file as Markdown tables by topic, then what a case may override in a material. */
export function caseReference(): string {
  const node = tableNode(writtenCaseSchema);
  const shape = Object.entries(node.kind === 'section' ? node.shape : {});
  const named = topics.flatMap(([, keys]) => keys);
  const head = markdownHead(['key', 'written as', 'default', 'range', 'what it is']);
  const tables = topics.map(([title, keys]) => {
    const topicKeys = shape.filter(([key]) => (keys.length === 0 ? !named.includes(key) : keys.includes(key)));
    return `## ${title}\n\n${head}${topicKeys.flatMap(([key, below]) => rows(below, [key])).join('')}`;
  });
  const studySections = Object.entries(studyTables).map(([key, { title, table }]) =>
    `## ${title}\n\n${head}${rows(table, [key]).join('')}`
  );
  const materials = (Object.keys(materialProperties) as MaterialKind[]).map(materialTable);
  return [...tables, ...studySections, ...materials].join('\n');
}

function rows(schema: z.core.$ZodType, path: Path): string[] {
  const node = tableNode(schema);
  if (node.kind === 'section')
    return Object.entries(node.shape).flatMap(([key, below]) => rows(below, [...path, key]));
  if (node.kind === 'list') {
    // the entries of `layers` repeat the fields of the cathode
    if (path[path.length - 1] === 'layers') {
      return [
        markdownRow([`\`${dotted(path)}\``, 'list', '', '',
          'layers; each inherits and overrides the fields of `cathode`']),
      ];
    }
    if (path.filter((step) => step === 'steps').length > 1)
      return [markdownRow([`\`${dotted(path)}\``, 'list', '', '', 'what is repeated; steps as above, without repeat'])];
    return rows(node.element, [...path, 'n']);
  }
  if (node.kind === 'choice') return node.options.flatMap((option) => rows(option, path));
  if (node.kind === 'opaque') return [];
  const { info, written, range, below } = node.field;
  const standard = [info.default ?? ''].flat().join(', ')
    + (info.default !== undefined && info.assumed ? ' (assumed)' : '');
  const source = info.source === undefined ? undefined : `source of the default: ${info.source}`;
  return [
    markdownRow([`\`${dotted(path)}\``, written, standard, range,
      [info.label, info.note, source].filter(Boolean).join('; ')]),
    // several tables have keys in common
    ...new Set(below?.tables.flatMap((table) => rows(table as z.core.$ZodType, [...path, below.step]))),
  ];
}

function materialTable(kind: MaterialKind): string {
  const title = `## Properties of a material: ${kindNames[kind]}\n\n`;
  const head = markdownHead(['property', 'written as', 'range', 'what it is']);
  return title + head + Object.entries(propertiesOf(kind)).map(([key, property]) => {
    const unit = dimensions[property.dimension].display || 'number';
    const written = property.argument ? `${unit}, table over ${property.argument} or function` : unit;
    return markdownRow([`\`${key}\``, written, rangeWords(property), property.label]);
  }).join('');
}
