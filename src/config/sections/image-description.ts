import * as z from 'zod';
import type { CaseIssue, Loaded } from '../case-issue.js';
import { field, type FieldInfo, integer, quantity, readQuantity, refuse, text } from '../fields/field.js';
import { refused } from '../fields/reading.js';
import { choice } from '../fields/step-fields.js';
import { readWhole } from '../fields/table-reading.js';
import { isRecord, type Path } from '../plain-data.js';
import { wording, wrongStructure } from '../wording.js';

/** What stands beside a segmented image: the width of a voxel and what its labels are. */

const voxelRange = { min: '0.1 nm', max: '1 mm' };
const example = '100 nm';

/** One length for cubes, or three along x, y, z. */
const voxelSize = field<readonly [number, number, number], string | readonly [string, string, string], FieldInfo>({
  info: { label: 'width of a voxel, or its widths along x, y and z' },
  example,
  range: `from ${voxelRange.min} to ${voxelRange.max}`,
  written: 'length, or a list of three',
  entries: () => [],
  json: { description: 'width of a voxel, or its widths along x, y and z',
    anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 3, maxItems: 3 }],
    examples: [example] },
}, (input) => {
  const all = Array.isArray(input) ? input : [input, input, input];
  if (all.length !== 3) return refused(wording.wrongType('one length, or three along x, y, z', input, example));
  const readings = all.map((one: unknown) => readQuantity(one, 'length', { ...voxelRange, example }));
  const problems = readings.flatMap((reading) => (reading.ok ? [] : reading.problems));
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 1) };
  const [x, y, z_] = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  return { ok: true, value: [x, y, z_] };
});

const labelsInfo: FieldInfo = { label: 'phase of every label' };

/** `{0: void, 85: electrolyte}`: labels as numbers or texts. */
const labels = field<ReadonlyMap<number, string>, Readonly<Record<string, string>>, FieldInfo>({
  info: labelsInfo,
  example: '{0: void, 1: activeMaterial, 2: electrolyte}',
  range: 'labels from 0 to 65535',
  written: 'mapping of labels to names',
  entries: () => [],
  json: { description: labelsInfo.label, type: 'object', additionalProperties: { type: 'string' } },
}, (input) => {
  if (!isRecord(input)) return { ok: false, problems: [{ ...wrongStructure('object', input), path: [] }] };
  const found = new Map<number, string>();
  for (const [key, name] of Object.entries(input)) {
    const label = Number(key);
    if (!/^\d+$/.test(key) || label > 65535)
      return refused(wording.wrongType('labels from 0 to 65535', key, '0: void'), [key]);
    if (typeof name !== 'string' || name.trim() === '')
      return refused(wording.wrongType('the name of a phase', name, `${key}: electrolyte`), [key]);
    found.set(label, name.trim());
  }
  return found.size > 0 ? { ok: true, value: found } : refused(wording.emptyList('labels'));
});

const size = z.array(integer({ label: 'voxels along x, y, z', min: 1, max: 100_000 })).length(3);

const conductivity = quantity('conductivity', { label: 'conductivity of a phase for this carrier', min: '1e-12 mS/cm',
  max: '1e9 mS/cm', example: '1.9 mS/cm' });

const contact = z.strictObject({
  between: z.array(
    text({ label: 'phases on both sides; twice the same for its grain boundaries', example: 'electrolyte' }),
  )
    .length(2),
  resistance: quantity('areaSpecificResistance', { label: 'resistance of the face between voxels of two labels',
    min: '0 ohm cm^2', max: '1e9 ohm cm^2', example: '1 ohm cm^2' }),
}).transform(({ between: [one, other], resistance }) => ({ between: [one, other] as const, resistance }));

export const imageSchema = z.strictObject({
  title: text({ label: 'what is seen', example: 'NMC811 in Li6PS5Cl, plasma FIB-SEM' }).optional(),
  source: text({ label: 'where the image comes from', example: 'own measurement' }),
  licence: text({ label: 'under which it may be used', example: 'CC-BY-4.0' }).optional(),
  voxelSize,
  labels,
  size: size.describe('of a file of plain bytes: voxels along x, y, z').optional(),
  type: choice(['uint8', 'uint16', 'uint16-big-endian'], { label: 'of a file of plain bytes: what a label is' })
    .optional(),
  through: choice(['x', 'y', 'z'], {
    label: 'axis from the membrane to the collector; x along a row, y down a slice, z through the slices',
    default: 'z',
    source: 'this program: slices are stacked through the electrode',
  }),
  ends: choice(['walls', 'periodic'], { label: 'sides of the image: insulating walls, or the image repeats itself',
    default: 'walls', source: 'this program: nothing is known beyond an image' }),
  carriers: z.record(z.string(), z.record(z.string(), conductivity)).optional()
    .describe('conductivities of several phases together, by carrier and phase'),
  contacts: z.array(contact).optional().describe('resistances of the faces between voxels of different labels'),
}).transform(({ size: voxels, type, ...rest }, context) => {
  const named = new Set(rest.labels.values());
  const unknown = [
    ...Object.entries(rest.carriers ?? {}).flatMap(([carrier, of]) =>
      Object.keys(of).map((phase) => ({ phase, path: ['carriers', carrier, phase] }))
    ),
    ...(rest.contacts ?? []).flatMap(({ between }, i) =>
      between.map((phase, k) => ({ phase, path: ['contacts', i, 'between', k] }))
    ),
  ].filter(({ phase }) => !named.has(phase));
  for (const { phase, path } of unknown) refuse(context, wording.unknownPhase(phase, [...named]), path);
  if ((voxels === undefined) !== (type === undefined)) {
    const [have, lack] = voxels === undefined ? ['type', 'size'] : ['size', 'type'];
    refuse(context, wording.missing(`${lack} beside ${have}`, lack === 'type' ? 'type: uint8' : 'size: [100, 100, 80]'),
      [lack]);
  }
  return { ...rest, carriers: rest.carriers ?? {}, contacts: rest.contacts ?? [],
    ...(voxels && type && { raw: { size: [voxels[0], voxels[1], voxels[2]] as const, type } }) };
});

/** What is said beside a segmented image: widths along x, y, z [m], phases by label, conductivities by carrier and phase [S m^-1], contacts [ohm m^2]; `raw` of a file without a head. */
export type ImageDescription = Readonly<z.output<typeof imageSchema>>;

/** Description of an image, and where its keys stand. */
export type ImageReading = Loaded<{
  description: ImageDescription;
  locate: (path: Path) => Pick<CaseIssue, 'file' | 'line' | 'column'>;
}>;

/** Reads the text of the file beside an image. */
export function parseImage(text: string, file: string): ImageReading {
  const read = readWhole(imageSchema, text, file);
  return read.ok ? { ok: true, description: read.value, locate: (path) => read.yaml.position(path, 'value') } : read;
}
