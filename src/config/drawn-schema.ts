import * as z from 'zod';
import { madePhases, patternShapes, type Share, type StructurePlan } from '../voxels/made/structure-plan.js';
import type { Loaded } from './case.js';
import { contradictionsOf } from './drawn-rules.js';
import { type Context, integer, quantity, refuse, text } from './field.js';
import { choice, quantityList } from './step-fields.js';
import { readWhole } from './table-reading.js';
import { wording } from './wording.js';

/** A structure that is made: shares, sizes, films, voids, cracks and a pattern. */

const length = (label: string, example: string, note?: string) =>
  quantity('length', { label, min: '1 nm', max: '10 mm', example, ...(note && { note }) });

const share = (of: string, note?: string) =>
  quantity('fraction', { label: `share of ${of} in the whole volume`, min: 0, max: 1, example: '40 %',
    ...(note && { note }) });

const profile = (of: string) =>
  quantityList('fraction', {
    label:
      `share of ${of} at equal steps from the membrane to the collector, linear between them; in place of volumeFraction`,
    min: '0 %',
    max: '100 %',
  }).optional();

const particles = (of: string) =>
  z.strictObject({
    volumeFraction: share(of, 'the part of the pattern is in it').optional(),
    profile: profile(of),
    diameter: length(`mean diameter of the particles of ${of}`, '5 um',
      'without it the phase has no particles and fills what the others leave').optional(),
    deviation: quantity('fraction', { label: 'standard deviation of the diameters over their mean; lognormal', min: 0,
      max: 1, default: '20 %', example: '30 %', assumed: true }),
  });

const film = (of: string) =>
  z.strictObject({
    volumeFraction: share(of),
    at: choice(['contacts', 'surfaces'], {
      label: `where ${of} is: between particles of active material that are near each other, or evenly on them`,
      default: 'surfaces',
      assumed: true,
    }),
  }).describe(`a film of ${of} on the particles of active material`).optional();

const pattern = z.strictObject({
  shape: choice(patternShapes, {
    label:
      'walls along the current, round channels, one labyrinth of a gyroid, a printed log pile, a plain weave, or the wavy walls of '
      + 'freeze-casting',
  }),
  phase: choice(madePhases, { label: 'what it is made of', default: 'electrolyte', assumed: true }),
  share: quantity('fraction', { label: 'share of the pattern in the whole volume', min: 0.01, max: 0.95,
    example: '15 %' }).optional(),
  profile: profile('the pattern'),
  period: length('from one wall, channel, rod or cell of the pattern to the next', '20 um'),
  tilt: quantity('angle', { label: 'of lamellae and channels against the current', min: '0 deg', max: '80 deg',
    default: '0 deg', example: '10 deg', assumed: true }),
  waviness: quantity('dimensionless', { label: 'amplitude of freeze-cast walls over their period', min: 0, max: 1,
    default: 0.25, example: '0.25', assumed: true }),
}).describe('a phase in a regular place; particles are made around it and cut by it').optional();

const drawnShape = z.strictObject({
  title: text({ label: 'what is made', example: 'channels of electrolyte in a powder of NMC811' }).optional(),
  voxelSize: length('width of a voxel, a cube', '0.5 um'),
  voxels: z.array(
    integer({ label: 'voxels along x, y and z; z from the membrane to the collector', min: 10, max: 1000 }),
  )
    .length(3),
  seed: integer({ label: 'of the random numbers: the same seed, the same structure', min: 0, max: 1_000_000, default: 1,
    source: 'this program: a numerical choice' }),
  realisations: integer({ label: 'structures with seeds that follow each other, of which means and spreads are taken',
    min: 1, max: 20, default: 3, source: 'this program: a numerical choice' }),
  activeMaterial: particles('the active material'),
  electrolyte: particles('the electrolyte'),
  carbon: film('carbon'),
  binder: film('binder'),
  voids: z.strictObject({
    diameter: length('diameter of round voids', '1 um',
      'needed where a phase without particles fills, else voids are what lies between the particles'),
  }).optional(),
  cracks: z.strictObject({
    share: quantity('fraction', { label: 'share of the particles of active material that are cracked', min: 0, max: 1,
      example: '30 %' }),
    width: length('width of the gap through the middle of a cracked particle', '0.5 um'),
  }).optional(),
  pattern,
  overlap: quantity('fraction', {
    label:
      'share of the sum of two radii by which pressed particles go into each other before they push each other away',
    min: 0,
    max: 0.3,
    default: '5 %',
    example: '5 %',
    assumed: true,
  }),
});

type Written = z.output<typeof drawnShape>;

export const drawnSchema = drawnShape.transform((written, context) => {
  const before = context.issues.length;
  const of = (key: 'activeMaterial' | 'electrolyte'): StructurePlan['activeMaterial'] => {
    const { diameter, deviation, ...shares } = written[key];
    return { share: oneShare(shares.volumeFraction, shares.profile, 'volumeFraction', [key], context), deviation,
      ...(diameter !== undefined && { diameter }) };
  };
  const { voxels: [nx, ny, nz], voxelSize, seed, overlap, carbon, binder, cracks, voids, title, realisations } =
    written;
  const plan: StructurePlan = {
    voxels: [nx, ny, nz],
    voxelSize,
    seed,
    overlap,
    activeMaterial: of('activeMaterial'),
    electrolyte: of('electrolyte'),
    ...(carbon && { carbon: { share: carbon.volumeFraction, at: carbon.at } }),
    ...(binder && { binder: { share: binder.volumeFraction, at: binder.at } }),
    ...(cracks && { cracks }),
    ...(voids && { voidDiameter: voids.diameter }),
    ...(written.pattern && { pattern: patternOf(written.pattern, context) }),
  };
  if (context.issues.length === before) {
    for (const { path, ...words } of contradictionsOf(plan)) refuse(context, words, path);
  }
  return { plan, realisations, ...(title !== undefined && { title }) };
}).describe('a structure that is made from shares and sizes');

/** A structure that is asked for, and how many of them. */
export type DrawnStructure = Readonly<z.output<typeof drawnSchema>>;

function oneShare(value: number | undefined, list: readonly number[] | undefined, key: string, path: string[],
  context: Context): Share
{
  if (value !== undefined && list !== undefined)
    refuse(context, wording.onlyOneOf([key, 'profile'], [key, 'profile']), path);
  if (value === undefined && list === undefined) refuse(context, wording.missingOneOf([key, 'profile']), path);
  return list ?? value ?? 0;
}

function patternOf({ share: value, profile: list, ...rest }: NonNullable<Written['pattern']>,
  context: Context): NonNullable<StructurePlan['pattern']>
{
  return { ...rest, share: oneShare(value, list, 'share', ['pattern'], context) };
}

/** What a file of a structure to be made asks for. */
export type DrawnReading = Loaded<{ drawn: DrawnStructure }>;

/** Reads the text of a structure that is to be made; every problem is an issue with its place. */
export function parseDrawn(text: string, { file }: { readonly file: string }): DrawnReading {
  const read = readWhole(drawnSchema, text, file);
  return read.ok ? { ok: true, drawn: read.value } : read;
}
