import type * as z from 'zod';
import { groupOf } from './alternatives.js';
import { describe, field, type FieldEntry } from './fields/field.js';
import { overrideEntries, propertiesJson, readProperties } from './fields/material-field.js';
import { eachOf, type FieldProblem, type Reading } from './fields/reading.js';
import { type TableNode, tableNode } from './fields/schema-walk.js';
import type { WrittenOwnMaterial } from './fields/written-types.js';
import { kindOfName, materialNames, type WrittenKind, writtenKinds } from './material-names.js';
import { kindNames, type MaterialKind, type MaterialProperty, propertiesOf } from './material-properties.js';
import type { OwnMaterial } from './material-reference.js';
import { dataAt, isRecord, own, type Path, type PlainRecord } from './plain-data.js';
import { wording, wrongStructure } from './wording.js';

/** `materials:` of a case: what the library does not have, or not as it is in this cell. */

export type OwnMaterials = Readonly<Record<string, OwnMaterial>>;

const kindWords = Object.keys(writtenKinds) as WrittenKind[];
/** Heads of keys in the ledger, where a material goes by its name. */
const sections = ['anode', 'membrane', 'cathode', 'cell', 'protocol', 'mesh', 'numerics', 'thermal', 'temperature',
  'materials'];
const ownKeys = ['kind', 'like', 'title', 'source'];

const info = {
  label: 'materials of one\'s own by name',
  note:
    'each {like: a material of the library, properties} or {kind, every property}, or the name of a file with the key `materials`',
};

/** The section as a field: it is read as a whole, a material at a time. */
export const ownMaterialsField = field<OwnMaterials, string | Readonly<Record<string, string | WrittenOwnMaterial>>,
  typeof info>({
    info,
    example: '{my-NMC: {like: NMC811, particleRadius: 2 um}}',
    range: '',
    written: 'mapping of names, or a file',
    entries: (input) => (isRecord(input) ? Object.entries(input).flatMap(([name, one]) => entriesOf(name, one)) : []),
    json: {
      description: describe(info),
      anyOf: [{ type: 'string' }, { type: 'object',
        additionalProperties: { anyOf: [{ type: 'string' }, ...kindsJson()] } }],
    },
  }, readOwnMaterials);

function entriesOf(name: string, input: unknown): FieldEntry[] {
  const kind = isRecord(input) ? kindOf(input) : undefined;
  return kind === undefined
    ? []
    : overrideEntries(input, kind).map((entry) => ({ ...entry, path: [name, ...entry.path] }));
}

function kindsJson(): Record<string, unknown>[] {
  return Object.entries(writtenKinds).slice(0, 4).map(([written, kind]) => ({
    type: 'object',
    properties: {
      kind: { enum: kindWords.filter((name) => writtenKinds[name] === kind), default: written },
      like: { enum: materialNames[kind] },
      title: { type: 'string' },
      source: { type: 'string' },
      ...propertiesJson(kind),
    },
    additionalProperties: false,
  }));
}

/** Reads the kind as written, or takes that of the material which it is like. */
function kindOf({ kind, like }: PlainRecord): MaterialKind | undefined {
  if (typeof kind === 'string') return own(writtenKinds, kind) as MaterialKind | undefined;
  return typeof like === 'string' ? kindOfName(like) : undefined;
}

function readOwnMaterials(input: unknown): Reading<OwnMaterials> {
  if (!isRecord(input)) return { ok: false, problems: [{ ...wrongStructure('object', input), path: [] }] };
  const reading = eachOf(Object.entries(input), ([name]) => name, ([name, written]) => readOne(name, written));
  return reading.ok
    ? { ok: true, value: Object.fromEntries(Object.keys(input).map((name, i) => [name, reading.value[i]])) }
    : reading;
}

function readOne(name: string, input: unknown): Reading<OwnMaterial> {
  if (!isRecord(input)) return { ok: false, problems: [{ ...wrongStructure('object', input), path: [] }] };
  const { kind: written, like, title, source, ...rest } = input;
  const problems: FieldProblem[] = [];
  if (kindOfName(name) !== undefined) problems.push({ ...wording.nameOfLibrary(name), path: [] });
  if (sections.includes(name)) problems.push({ ...wording.nameOfSection(name), path: [] });
  for (const [key, value] of Object.entries({ title, source })) {
    if (value !== undefined && typeof value !== 'string')
      problems.push({ ...wording.wrongType('a text', value, `${key}: own measurement`), path: [key] });
  }
  if (written !== undefined && !kindWords.some((name) => name === written)) {
    problems.push({ ...wording.wrongType(`one of ${kindWords.join(', ')}`, written, 'kind: activeMaterial'),
      path: ['kind'] });
  }
  const likeKind = typeof like === 'string' ? kindOfName(like) : undefined;
  const kind = kindOf(input);
  if (like !== undefined && likeKind === undefined) {
    problems.push({ ...wording.unknownMaterial(kind, String(like), kind ? materialNames[kind] : allNames()),
      path: ['like'] });
  } else if (likeKind !== undefined && kind !== undefined && likeKind !== kind) {
    problems.push({ ...wording.otherKind(kind, String(like), likeKind, materialNames[kind]), path: ['like'] });
  }
  if (kind === undefined) {
    if (written === undefined && like === undefined) problems.push({ ...wording.noKind(kindWords), path: ['kind'] });
    return { ok: false, problems };
  }
  const properties = readProperties(rest, kind, ownKeys, problems);
  if (like === undefined) problems.push(...missingOf(kind, rest));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true,
    value: { kind, title: typeof title === 'string' ? title : `${kindNames[kind]} of this case`, properties,
      ...(typeof like === 'string' && { like }) } };
}

const allNames = (): string[] => Object.values(materialNames).flat();

/** What a material that is like no other must have; a measured potential brings the capacity. */
function missingOf(kind: MaterialKind, input: PlainRecord): FieldProblem[] {
  const needed = Object.entries<MaterialProperty>(propertiesOf(kind))
    .filter(([name, { optional, fallback }]) =>
      (!optional && fallback === undefined) || name === 'dischargedStoichiometry'
    )
    .map(([name]) => name);
  const hasCapacity = input.specificCapacity !== undefined || input.maximumConcentration !== undefined
    || dataAt(input, ['openCircuitPotential', 'x']) === 'capacity';
  const all = kind === 'activeMaterial' && !hasCapacity ? [...needed, 'specificCapacity'] : needed;
  return all.filter((name) => groupOf(name).every((one) => input[one] === undefined)).map((name) => ({
    ...wording.missingProperty(propertiesOf(kind)[name].label, name, materialNames[kind][0]),
    path: [name],
  }));
}

/** A place of a case that names a material. */
interface Reference {
  readonly path: Path;
  readonly kind: MaterialKind;
  readonly name: string;
}

/** Names that neither the library nor the case knows, or that are of another kind. */
export function unknownMaterials(schema: z.core.$ZodType, data: PlainRecord): FieldProblem[] {
  const given = isRecord(data.materials) ? data.materials : {};
  return referencesIn(tableNode(schema), data, []).flatMap(({ path, kind, name }): FieldProblem[] => {
    const ownOne = own(given, name);
    const found = isRecord(ownOne) ? kindOf(ownOne) : kindOfName(name);
    if (found === kind || (ownOne !== undefined && found === undefined)) return [];
    const ownNames = Object.keys(given).filter((one) => isRecord(given[one]) && kindOf(given[one]) === kind);
    const names = [...ownNames, ...materialNames[kind]];
    const words = found === undefined
      ? wording.unknownMaterial(kind, name, names, [...names, ...Object.keys(given), ...allNames()])
      : wording.otherKind(kind, name, found, names);
    return [{ ...words, path }];
  });
}

/** Every material that a case names. */
export const namesIn = (schema: z.core.$ZodType, data: PlainRecord): string[] =>
  referencesIn(tableNode(schema), data, []).map(({ name }) => name);

function referencesIn(node: TableNode, input: unknown, path: Path): Reference[] {
  if (node.kind === 'field') {
    const { material, namedIn } = node.field;
    if (material === undefined) return [];
    const named = namedIn?.(input) ?? [{ path: [], name: isRecord(input) ? input.name : input }];
    return named.flatMap(({ path: inside, name }) =>
      typeof name === 'string' && name.trim() !== ''
        ? [{ path: [...path, ...inside], kind: material, name: name.trim() }]
        : []
    );
  }
  if (node.kind === 'section' && isRecord(input)) {
    return Object.entries(node.shape).flatMap(([key, below]) =>
      input[key] === undefined ? [] : referencesIn(tableNode(below), input[key], [...path, key])
    );
  }
  if (node.kind === 'list' && Array.isArray(input))
    return input.flatMap((item: unknown, i) => referencesIn(tableNode(node.element), item, [...path, i]));
  return [];
}

/** Where a property of a place stands: with the material of one's own, unless the place says it itself. */
export function ownPlace(data: PlainRecord, path: Path): Path {
  for (let length = path.length - 1; length > 0; length--) {
    const input = dataAt(data, path.slice(0, length));
    // a part of a blend goes by its key
    const key = path[length - 2] === 'blend' ? path[length - 1] : undefined;
    const name = key !== undefined ? (isRecord(input) && input.material) || key : isRecord(input) ? input.name : input;
    if (typeof name !== 'string' || (isRecord(input) && own(input, String(path[length])) !== undefined)) continue;
    if (dataAt(data, ['materials', name, path[length]]) !== undefined)
      return ['materials', name, ...path.slice(length)];
  }
  return path;
}

/** Every reference of a case with the material of one's own that it names; what holds none stays the same object. */
export function withOwnMaterials<T>(part: T, materials: OwnMaterials): T {
  if (Array.isArray(part)) {
    const items = part.map((one: unknown) => withOwnMaterials(one, materials));
    return items.every((item, i) => item === part[i]) ? part : items as T;
  }
  if (!isRecord(part)) return part;
  const isReference = typeof part.name === 'string' && isRecord(part.overrides);
  const found = isReference ? own(materials, String(part.name)) : undefined;
  if (found !== undefined) return { ...part, own: found };
  const entries = Object.entries(part).map(([key, value]) => [key, withOwnMaterials(value, materials)] as const);
  return entries.every(([key, value]) => value === part[key]) ? part : Object.fromEntries(entries) as T;
}
