import type * as z from 'zod';
import { formatNumber, toDisplay } from '../../units/quantity.js';
import type { BlendPart, WrittenActive } from '../blend.js';
import { annotationOf, isAnnotated } from '../fields/annotation.js';
import { describe, field, type FieldEntry, readQuantity, spreadsOf } from '../fields/field.js';
import { overrideEntries, propertiesJson, readMaterial, readProperties } from '../fields/material-field.js';
import { valueJson } from '../fields/quantity-json.js';
import { type FieldProblem, placeBelow, type Reading, take } from '../fields/reading.js';
import { tableNode } from '../fields/schema-walk.js';
import { readTable } from '../fields/table-reading.js';
import type { WrittenMaterial, WrittenProperties, WrittenQuantity } from '../fields/written-types.js';
import { isRecord, own, type Path, type PlainRecord } from '../plain-data.js';
import { wholeJson } from '../table-json.js';
import { wording, wrongStructure } from '../wording.js';
import { particleSchema } from './particle-schema.js';

/**
 * `activeMaterial:` of a layer: a material, or `{blend: {NMC811: 55 %, LCO: 45 %}}`. What stands at a name of the blend is its share of the
 * active mass, or `{share, particles, properties}`; beside `material` the name is free, so that one material may stand there twice.
 */

const info = {
  label: 'active material',
  note: 'or several with their shares of its mass, {blend: {NMC811: 55 %, LCO: 45 %}}',
};
const shareInfo = { label: 'share of the mass of the active material', min: 0, max: 1, example: '55 %' };
const partKeys = ['share', 'material', 'particles'];

/** A layer's active material, or several of them. */
export const activeMaterialField: z.ZodType<WrittenActive, WrittenActiveInput> = field<WrittenActive,
  WrittenActiveInput, typeof info>({
    info,
    example: 'NMC811',
    range: '',
    written: 'name, {name, overrides} or {blend}',
    entries: (input) => {
      const blend = blendIn(input);
      return blend === undefined
        ? overrideEntries(input, 'activeMaterial')
        : Object.entries(blend).flatMap(([name, part]) => placeBelow(['blend', name], entriesOf(part)));
    },
    /** Made where it is asked for: a run needs none. */
    get json() {
      return { description: describe(info), examples: ['NMC811'],
        anyOf: [{ $ref: '#/$defs/activeMaterial' }, blendJson()] };
    },
    material: 'activeMaterial',
    namedIn,
  }, (input) =>
    isRecord(input) && input.blend !== undefined
      ? readBlend(input)
      : readMaterial(input, 'activeMaterial', 'NMC811'));

/** The blend of an input value; undefined where it is none. */
function blendIn(input: unknown): PlainRecord | undefined {
  const blend = isRecord(input) ? input.blend : undefined;
  return isRecord(blend) ? blend : undefined;
}

/** The materials that an input value names, with their places below the field. */
function namedIn(input: unknown): readonly { readonly path: Path; readonly name: unknown }[] {
  const blend = blendIn(input);
  if (blend === undefined) return [{ path: [], name: isRecord(input) ? input.name : input }];
  return Object.entries(blend).map(([name, part]) => {
    const { material } = asRecord(part);
    return material === undefined
      ? { path: ['blend', name], name }
      : { path: ['blend', name, 'material'], name: material };
  });
}

/** A part as a mapping; a share alone, annotated or not, is short for one. */
const isMapping = (part: unknown): part is PlainRecord =>
  isRecord(part) && (Object.hasOwn(part, 'share') || !isAnnotated(part));
const asRecord = (part: unknown): PlainRecord => (isMapping(part) ? part : { share: part });

function entriesOf(part: unknown): FieldEntry[] {
  const { share, material: _, particles, ...properties } = asRecord(part);
  const reading = readQuantity(share, 'fraction', shareInfo);
  if (!reading.ok) return [];
  const { value, unit } = toDisplay(reading.value, 'fraction');
  return [
    {
      path: isMapping(part) ? ['share'] : [],
      label: shareInfo.label,
      value: formatNumber(value),
      unit: unit || '-',
      annotation: annotationOf(share),
      ...spreadsOf(share, reading.value, 'fraction', shareInfo),
    },
    ...overrideEntries(properties, 'activeMaterial'),
    ...placeBelow(['particles'], writtenEntries(particleSchema, particles)),
  ];
}

/** What the ledger records of a section as written, without what it leaves to defaults. */
function writtenEntries(schema: z.core.$ZodType, input: unknown): FieldEntry[] {
  if (input === undefined) return [];
  const node = tableNode(schema);
  if (node.kind === 'field') return [...node.field.entries(input)];
  if (node.kind === 'section' && isRecord(input))
    return Object.entries(node.shape).flatMap(([key, of]) => placeBelow([key], writtenEntries(of, own(input, key))));
  if (node.kind === 'list' && Array.isArray(input))
    return input.flatMap((item: unknown, i) => placeBelow([i], writtenEntries(node.element, item)));
  return [];
}

function readBlend({ blend, ...beside }: PlainRecord): Reading<WrittenActive> {
  const [other] = Object.keys(beside);
  if (other !== undefined) return { ok: false, problems: [{ ...wording.besideBlend(other), path: [other] }] };
  if (!isRecord(blend)) return { ok: false, problems: [{ ...wrongStructure('object', blend), path: ['blend'] }] };
  const problems: FieldProblem[] = [];
  const parts = Object.entries(blend).map(([name, input]) => readPart(name, input, problems));
  const shares = parts.map(({ share }) => share);
  if (problems.length === 0 && Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) > 1e-6) {
    const words = shares.length === 0 ? wording.emptyBlend() : wording.fractionSum(shares, false);
    problems.push({ ...words, path: ['blend'] });
  }
  if (problems.length > 0) return { ok: false, problems };
  // what a sweep takes to nothing is not there
  return { ok: true, value: { blend: parts.filter(({ share }) => share > 0) } };
}

/** One part; what is wrong with it joins `problems`. */
function readPart(name: string, input: unknown, problems: FieldProblem[]): BlendPart {
  const { share, material = name, particles, ...properties } = asRecord(input);
  const found: FieldProblem[] = [];
  const reading = readQuantity(share, 'fraction', shareInfo);
  const atShare = isMapping(input) ? ['share'] : [];
  if (share === undefined) found.push({ ...wording.missing(shareInfo.label, 'share: 55 %'), path: ['share'] });
  else if (!reading.ok) found.push(...placeBelow(atShare, reading.problems));
  if (typeof material !== 'string' || material.trim() === '')
    found.push({ ...wording.wrongType('the name of a material', material, 'NMC811'), path: ['material'] });
  const overrides = readProperties(properties, 'activeMaterial', partKeys, found);
  const ownParticles = particles === undefined
    ? undefined
    : take(found, ['particles'], readTable(particleSchema, particles));
  problems.push(...placeBelow(['blend', name], found));
  return { name, material: { name: String(material).trim(), overrides }, share: reading.ok ? reading.value : NaN,
    ...(ownParticles && { particles: ownParticles }) };
}

/** The JSON Schema of a blend. */
function blendJson(): Record<string, unknown> {
  const share = { description: shareInfo.label, anyOf: [...valueJson('number'), { const: 'rest' }] };
  const properties = { share, material: { type: 'string' }, particles: wholeJson(particleSchema),
    ...propertiesJson('activeMaterial') };
  const part = { type: 'object', properties, required: ['share'], additionalProperties: false };
  return {
    type: 'object',
    properties: {
      blend: { type: 'object', description: 'shares by the name of the material; they add up to 1',
        additionalProperties: { anyOf: [...valueJson('number'), { const: 'rest' }, part] } },
    },
    required: ['blend'],
    additionalProperties: false,
  };
}

/** A share of the active mass, or that with what differs from the layer. */
type WrittenPart =
  | WrittenQuantity
  | (
    & { readonly share: WrittenQuantity; readonly material?: string;
      readonly particles?: z.input<typeof particleSchema> }
    & WrittenProperties<'activeMaterial'>
  );

/** One active material, or several by their shares. */
export type WrittenActiveInput =
  | WrittenMaterial<'activeMaterial'>
  | { readonly blend: Readonly<Record<string, WrittenPart>> };
