import * as z from 'zod';
import { type Context, type Frozen, integer, quantity, refuse, refuseMissing } from '../fields/field.js';
import { wording } from '../wording.js';
import { crystalSchema, type CrystalStructure } from './crystal-schema.js';

/** The active particles of a layer: a list of size classes, or a lognormal distribution cut into classes; and what a particle is made of. */

const radius = (label: string, note?: string) =>
  quantity('length', { label, min: '1 nm', max: '1 mm', example: '2.5 um', ...(note !== undefined && { note }) });

const sizeShape = {
  radius: radius('radius of a size class'),
  volumeShare: quantity('fraction', { label: 'share of a size class in the volume of the active material', min: 1e-6,
    max: 1, example: '40 %' }),
};

const listKeys = ['sizes'] as const;
const lognormalKeys = ['medianRadius', 'deviation', 'classes'] as const;
const customaryClasses = 6;

const particleFields = z.strictObject({
  sizes: z.array(z.strictObject(sizeShape)).min(1)
    .describe('size classes; their volume shares add up to 1; this or a lognormal distribution').optional(),
  medianRadius: radius('radius below which half of the active volume lies',
    'default: particleRadius of the active material').optional(),
  deviation: quantity('dimensionless', {
    label: 'standard deviation of ln(radius) of a lognormal distribution by volume',
    min: 0.01,
    max: 2,
    example: '0.4',
    note: 'ln(D84/D50), as a laser granulometer gives it',
  }).optional(),
  classes: integer({
    label: `classes of equal volume that a lognormal distribution is cut into; default: ${customaryClasses}`,
    min: 1,
    max: 100,
  }).optional(),
  crystals: crystalSchema.optional(),
}).describe(
  'the active particles: sizes, without which all have the particleRadius of the active material; crystals, without which each is one',
);

type Written = z.output<typeof particleFields>;
type Given = Required<Written>;

/** Sizes of the particles of a layer, by their share of the active volume; radii [m]. */
export type ParticleSizes = Frozen<
  | { kind: 'classes'; classes: Given['sizes'] }
  /** Cut into classes of equal volume; without a median it is the radius of the material. */
  | { kind: 'lognormal' } & Pick<Written, 'medianRadius'> & Pick<Given, 'deviation' | 'classes'>
>;

/** The active particles of a layer. */
export interface Particles {
  /** Absent: all have the radius of the material. */
  readonly sizes?: ParticleSizes;
  /** Absent: the material's diffusivity is that of the particle. */
  readonly crystals?: CrystalStructure;
}

export const particleSchema = particleFields.transform((written, context): Particles => {
  const { crystals, ...writtenSizes } = written;
  const sizes = Object.values(writtenSizes).some((value) => value !== undefined) || !crystals
    ? toSizes(writtenSizes, context)
    : undefined;
  return { ...(sizes && { sizes }), ...(crystals && { crystals }) };
});

function toSizes({ sizes, medianRadius, deviation, classes }: Omit<Written, 'crystals'>,
  context: Context): ParticleSizes
{
  const written = { medianRadius, deviation, classes };
  const other = lognormalKeys.find((key) => written[key] !== undefined);
  if (sizes) {
    if (other) refuse(context, wording.onlyOneOf([...listKeys, ...lognormalKeys], [listKeys[0], other]), [other]);
    checkShares(sizes.map(({ volumeShare }) => volumeShare), context);
    return { kind: 'classes', classes: sizes };
  }
  if (deviation === undefined)
    refuseMissing(context, 'deviation', 'size classes, or the deviation of a lognormal distribution', '0.4');
  return {
    kind: 'lognormal',
    deviation: deviation ?? NaN,
    classes: classes ?? customaryClasses,
    ...(medianRadius !== undefined && { medianRadius }),
  };
}

function checkShares(shares: readonly number[], context: Context): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-6) refuse(context, wording.fractionSum(shares, false), ['sizes']);
}
