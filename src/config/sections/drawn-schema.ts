import * as z from 'zod';
import { aText, expectArguments } from '../../units/arguments.js';
import { madePhases, meanShare, patternShapes, type Share, shareAt,
  type StructurePlan } from '../../voxels/made/structure-plan.js';
import type { Loaded } from '../case-issue.js';
import { type Context, integer, quantity, refuse, text } from '../fields/field.js';
import type { FieldProblem } from '../fields/reading.js';
import { choice, quantityList } from '../fields/step-fields.js';
import { readWhole } from '../fields/table-reading.js';
import { completeOptions, type ParseOptions } from '../parse-options.js';
import { type Wording, wording } from '../wording.js';

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
  period: length('distance from one wall, channel, rod or cell of the pattern to the next', '20 um'),
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
  seed: integer({ label: 'seed of the random numbers; the same seed gives the same structure', min: 0, max: 1_000_000,
    default: 1 }),
  realisations: integer({ label: 'number of structures, with consecutive seeds, over which means and spreads are taken',
    min: 1, max: 20, default: 3 }),
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
    label: 'share of the sum of two radii by which pressed particles may overlap',
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
export function parseDrawn(text: string, settings: Partial<Pick<ParseOptions, 'file'>> = {}): DrawnReading {
  expectArguments({ text: [text, aText] });
  const read = readWhole(drawnSchema, text, completeOptions(settings).file);
  return read.ok ? { ok: true, drawn: read.value } : read;
}

/** Largest number of particles of a plan: more are not pushed apart within minutes. */
const mostParticles = 300_000;
/** Voxels across a particle or a period, below which it is none. */
const fewestAcross = { particle: 2, period: 4 };
/** Bytes per voxel while a structure is made are about 40. */
const mostVoxels = 512 ** 3;

type ParticleKey = 'activeMaterial' | 'electrolyte';
const particleKeys: readonly ParticleKey[] = ['activeMaterial', 'electrolyte'];

/** What of a structure cannot be made, and why. */
function contradictionsOf(plan: StructurePlan): FieldProblem[] {
  const films = (plan.carbon?.share ?? 0) + (plan.binder?.share ?? 0);
  const solid = Array.from({ length: 33 },
    (_, k) => films + shareAt(plan.activeMaterial.share, k / 32) + shareAt(plan.electrolyte.share, k / 32));
  const fullest = Math.max(...solid);
  return [
    ...(fullest > 1 + 1e-9 ? [{ ...wording.volumeOverfull(fullest), path: [] }] : []),
    ...checkSizes(plan),
    ...checkFilling(plan, films, 1 - Math.min(...solid)),
    ...checkPattern(plan, 1 - fullest),
  ];
}

const inVoxels = (value: number): string => `${Number(value.toPrecision(3))} voxels`;
const refused = (words: Wording, ...path: string[]): FieldProblem => ({ ...words, path });

function checkSizes({ voxels, voxelSize, cracks, ...plan }: StructurePlan): FieldProblem[] {
  const total = voxels[0] * voxels[1] * voxels[2];
  const most = 0.5 * Math.min(...voxels);
  return [
    ...(total > mostVoxels
      ? [refused(wording.outOfRange('a box', `of at most ${mostVoxels} voxels`, total), 'voxels')]
      : []),
    ...particleKeys.flatMap((key) => {
      const { diameter, share } = plan[key];
      if (diameter === undefined) return [];
      const across = diameter / voxelSize;
      const count = (6 * meanShare(share) * total) / (Math.PI * across ** 3);
      return [
        ...(across < fewestAcross.particle || across > most
          ? [
            refused(
              wording.outOfRange('a diameter', `from ${fewestAcross.particle} voxels to half of the box`,
                inVoxels(across)),
              key,
              'diameter',
            ),
          ]
          : []),
        ...(count > mostParticles
          ? [
            refused(wording.outOfRange('a box', `of at most ${mostParticles} particles`, Math.round(count)), key,
              'diameter'),
          ]
          : []),
      ];
    }),
    ...(cracks && cracks.width < voxelSize
      ? [
        refused(wording.outOfRange('a gap', 'of at least one voxel', inVoxels(cracks.width / voxelSize)), 'cracks',
          'width'),
      ]
      : []),
  ];
}

function checkFilling({ pattern, voidDiameter, cracks, ...plan }: StructurePlan, films: number,
  porosity: number): FieldProblem[]
{
  const filling = particleKeys.filter((key) => plan[key].diameter === undefined && pattern?.phase !== key);
  const lacks = (what: string, path: string[], line = 'diameter: 5 um'): FieldProblem =>
    refused(wording.missing(what, line), ...path);
  return [
    ...(filling.length === 2
      ? [lacks('the diameter of the particles of one of both phases', ['activeMaterial', 'diameter'])]
      : []),
    ...(filling.length === 1 && porosity > 1e-3 && pattern?.phase !== 'void' && voidDiameter === undefined
      ? [lacks(`the diameter of the voids, which ${filling[0]} would fill`, ['voids'], 'voids: {diameter: 1 um}')]
      : []),
    ...((films > 0 || cracks) && plan.activeMaterial.diameter === undefined
      ? [lacks('the diameter of the particles that films and cracks belong to', ['activeMaterial', 'diameter'])]
      : []),
  ];
}

function checkPattern({ pattern, voxels, voxelSize, ...plan }: StructurePlan, porosity: number): FieldProblem[] {
  if (!pattern) return [];
  const { phase, period, tilt, shape } = pattern;
  const across = period / voxelSize;
  const whole = meanShare(shareOfPhase(phase, plan, porosity));
  const part = meanShare(pattern.share);
  const percent = (value: number): string => `${Number((100 * value).toPrecision(4))} %`;
  return [
    ...(part > whole + 1e-6
      ? [
        refused(wording.outOfRange(`a pattern of ${phase}`, `of at most its share, ${percent(whole)}`, percent(part)),
          'pattern', 'share'),
      ]
      : []),
    ...(across < fewestAcross.period || across > 2 * Math.max(...voxels)
      ? [
        refused(wording.outOfRange('a period', `from ${fewestAcross.period} voxels to two boxes`, inVoxels(across)),
          'pattern', 'period'),
      ]
      : []),
    ...(tilt > 0 && shape !== 'lamellae' && shape !== 'channels'
      ? [refused(wording.outOfRange('a tilt', 'of 0: only lamellae and channels lean', shape), 'pattern', 'tilt')]
      : []),
  ];
}

function shareOfPhase(phase: NonNullable<StructurePlan['pattern']>['phase'],
  plan: Pick<StructurePlan, ParticleKey | 'carbon' | 'binder'>, porosity: number): Share
{
  return phase === 'void' ? porosity : plan[phase]?.share ?? 0;
}
