import * as z from 'zod';
import { exactlyOne, integer, quantity } from '../fields/field.js';
import { choice } from '../fields/step-fields.js';

/** What a mesh has along the layers: one of several unit cells, each between planes of symmetry. */

const across = (most: number, preset: number) => integer({ label: 'cells across', min: 4, max: most, default: preset });

const unitCellFields = {
  channels: z.strictObject({ cells: across(400, 20) })
    .describe('channels and walls of every layer with alignedChannels as they are, in place of their closed form')
    .optional(),
  roughMembrane: z.strictObject({
    amplitude: quantity('length', {
      label: 'of the face between membrane and cathode; its mean square is half the square of this',
      min: '0.01 um',
      max: '1 mm',
      example: '5 um',
    }),
    wavelength: quantity('length', { label: 'from crest to crest; of a rough face the shortest one', min: '0.1 um',
      max: '10 mm', example: '40 um' }),
    profile: choice(['corrugated', 'rough'], { label: 'a cosine, or waves of random height from four lengths to one',
      default: 'corrugated' }),
    seed: integer({ label: 'of the random heights', min: 1, max: 1_000_000, default: 1 }),
    cells: across(400, 24),
  }).describe('a membrane of uneven thickness; its mean and that of the cathode stay').optional(),
  overhang: z.strictObject({
    length: quantity('length', { label: 'by which membrane and anode reach beyond the cathode', min: '1 um',
      max: '100 mm', example: '1 mm' }),
    cells: across(400, 30),
  }).describe('the edge of the sheet, from the middle of its width outward').optional(),
  tabs: z.strictObject({
    cells: across(400, 24),
    cellsAcross: integer({ label: 'cells along the edge that has the tabs; 1: they take all of it', min: 1, max: 100,
      default: 1 }),
  }).describe('the sheet with its foils, whose current leaves through tabs at one end').optional(),
  rectangle: z.strictObject({
    width: quantity('length', { label: 'along the layers', min: '0.1 um', max: '2 m', example: '1 mm' }),
    cells: across(1000, 10),
    depth: quantity('length', { label: 'the second direction along the layers', min: '0.1 um', max: '2 m',
      example: '1 mm', note: 'default: none, two dimensions' }).optional(),
    depthCells: across(1000, 10),
  }).describe('even layers in two or three dimensions').optional(),
} as const;

const unitCellKinds = Object.keys(unitCellFields) as readonly (keyof typeof unitCellFields)[];

type Written = z.output<z.ZodObject<typeof unitCellFields>>;
type Kind = keyof Written;

/** What a mesh has along the layers; exactly one kind [m]. */
export type UnitCell = { readonly [K in Kind]-?: { readonly kind: K } & Readonly<NonNullable<Written[K]>> }[Kind];

export const unitCellSchema = z.strictObject(unitCellFields)
  .describe('what the mesh has along the layers: two or three dimensions; absent: one, through the thickness')
  .transform((written, context): UnitCell => {
    const kind = exactlyOne(written, unitCellKinds, context) ?? 'rectangle';
    return { kind, ...written[kind] } as UnitCell;
  });
