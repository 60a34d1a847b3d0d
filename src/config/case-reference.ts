import type * as z from 'zod';
import { dimensions } from '../units/dimension.js';
import { rangeWords } from './fields/field.js';
import { tableNode } from './fields/schema-walk.js';
import { describedProperty, kindNames, type MaterialKind, materialProperties,
  propertiesOf } from './material-properties.js';
import { dotted, type Path } from './plain-data.js';
import { markdownHead, markdownRow } from './printable.js';
import { writtenCaseSchema } from './sections/case-schema.js';
import { studyTables } from './studies/study-tables.js';

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
  const shape = node.kind === 'section' ? node.shape : {};
  const named = topics.flatMap(([, keys]) => keys);
  const head = markdownHead(['key', 'written as', 'default', 'range', 'what it is']);
  const ofCathode = rows(shape.cathode, ['cathode']);
  const tables = topics.map(([title, keys]) => {
    const topicKeys = Object.keys(shape).filter((
      key,
    ) => (keys.length === 0 ? !named.includes(key) : keys.includes(key)));
    const all = topicKeys.flatMap((key) => rows(shape[key], [key]));
    const alike = title === 'Cathode' ? [] : alikeIn(all, ofCathode);
    const said = alike.length === 0
      ? ''
      : `As the key of that name in the cathode: ${alike.map((name) => `\`${topicKeys[0]}.${name}\``).join(', ')}.\n\n`;
    const own = all.filter((cells) => !alike.some((name) => isBelow(nameOf(cells), name)));
    return `## ${title}\n\n${said}${head}${own.map(markdownRow).join('')}`;
  });
  const studySections = Object.entries(studyTables).map(([key, { title, table }]) =>
    `## ${title}\n\n${head}${rows(table, [key]).map(markdownRow).join('')}`
  );
  const materials = (Object.keys(materialProperties) as MaterialKind[]).map(materialTable);
  return [...tables, ...studySections, ...materials].join('\n');
}

type Cells = readonly string[];

/** The key of a row without its section. */
const nameOf = ([key]: Cells): string => key.slice(key.indexOf('.') + 1, -1);

const isBelow = (name: string, above: string): boolean => name === above || name.startsWith(`${above}.`);

/** The keys and sections of which every row reads as that of the same name in the cathode, each as high up as that holds. */
function alikeIn(all: readonly Cells[], ofCathode: readonly Cells[]): string[] {
  const texts = new Set(ofCathode.map((cells) => [nameOf(cells), ...cells.slice(1)].join('|')));
  const below = (of: readonly Cells[], name: string) => of.filter((cells) => isBelow(nameOf(cells), name));
  const isAlike = (name: string): boolean => {
    const own = below(all, name);
    return own.length === below(ofCathode, name).length
      && own.every((cells) => texts.has([nameOf(cells), ...cells.slice(1)].join('|')));
  };
  const highest = all.flatMap((cells) => {
    const steps = nameOf(cells).split('.');
    return steps.map((_, i) => steps.slice(0, i + 1).join('.')).find(isAlike) ?? [];
  });
  return [...new Set(highest)];
}

function rows(schema: z.core.$ZodType, path: Path): Cells[] {
  const node = tableNode(schema);
  if (node.kind === 'section')
    return Object.entries(node.shape).flatMap(([key, below]) => rows(below, [...path, key]));

  if (node.kind === 'list') {
    // the entries of `layers` repeat the fields of the cathode
    if (path[path.length - 1] === 'layers') {
      return [[`\`${dotted(path)}\``, 'list', '', '', 'layers; each inherits and overrides the fields of `cathode`']];
    }
    if (path.filter((step) => step === 'steps').length > 1)
      return [[`\`${dotted(path)}\``, 'list', '', '', 'what is repeated; steps as above, without repeat']];
    return rows(node.element, [...path, 'n']);
  }
  if (node.kind === 'choice') return distinct(node.options.flatMap((option) => rows(option, path)));
  if (node.kind === 'opaque') return [];
  const { info, written, range, below } = node.field;
  const standard = [info.default ?? ''].flat().join(', ')
    + (info.default !== undefined && info.assumed ? ' (assumed)' : '');
  const note = info.note && info.assumed && standard ? `note on the default: ${info.note}` : info.note;
  const source = info.source && !info.source.endsWith('not a number') && `source of the default: ${info.source}`;
  return [
    [`\`${dotted(path)}\``, written, standard, range, [info.label, note, source].filter(Boolean).join('; ')],
    // several tables have keys in common
    ...distinct(below?.tables.flatMap((table) => rows(table as z.core.$ZodType, [...path, below.step])) ?? []),
  ];
}

/** Rows without those that read alike. */
const distinct = (
  all: readonly Cells[],
): Cells[] => [...new Map(all.map((cells) => [cells.join('|'), cells])).values()];

function materialTable(kind: MaterialKind): string {
  const title = `## Properties of a material: ${kindNames[kind]}\n\n`;
  const head = markdownHead(['property', 'written as', 'range', 'what it is']);
  return title + head + Object.entries(propertiesOf(kind)).map(([key, property]) => {
    const unit = dimensions[property.dimension].display || 'number';
    const written = property.argument ? `${unit}, table over ${property.argument} or function` : unit;
    return markdownRow([`\`${key}\``, written, rangeWords(property), describedProperty(property)]);
  }).join('');
}
