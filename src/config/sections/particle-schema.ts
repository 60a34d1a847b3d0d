import * as z from 'zod';
import { formatQuantity } from '../../units/quantity.js';
import { atMostOne, type Context, type Frozen, integer, quantity, refuse, refuseMissing } from '../fields/field.js';
import { wording } from '../wording.js';
import { crystalSchema, type CrystalStructure } from './crystal-schema.js';

/** The active particles of a layer: a list of size classes, or a lognormal distribution cut into classes; and what a particle is made of. */

const radius = (label: string, note?: string) =>
  quantity('length', { label, min: '1 nm', max: '1 mm', example: '2.5 um', ...(note !== undefined && { note }) });

const diameter = (share: string, example: string, note: string) =>
  quantity('length', { label: `diameter below which ${share} of the active volume lies`, min: '2 nm', max: '2 mm',
    example, note }).optional();

const sizeShape = {
  radius: radius('radius of a size class'),
  volumeShare: quantity('fraction', { label: 'share of a size class in the volume of the active material', min: 1e-6,
    max: 1, example: '40 %' }),
};

const listKeys = ['sizes'] as const;
const lognormalKeys = ['medianRadius', 'd50', 'deviation', 'd90', 'classes'] as const;
const customaryClasses = 6;
/** Standard deviations of ln(radius) from the median to d90. */
const ninetyPercent = 1.2815515655446;

const deviationBounds = { min: 0.01, max: 2 };

const particleFields = z.strictObject({
  sizes: z.array(z.strictObject(sizeShape)).min(1)
    .describe('size classes; their volume shares add up to 1; this or a lognormal distribution').optional(),
  medianRadius: radius('radius below which half of the active volume lies',
    'this or d50; default: particleRadius of the active material').optional(),
  d50: diameter('50 %', '5 um', 'twice the medianRadius'),
  deviation: quantity('dimensionless', {
    label: 'standard deviation of ln(radius) of a lognormal distribution by volume',
    ...deviationBounds,
    example: '0.4',
    note: 'ln(D84/D50), as a laser granulometer gives it; this or d90',
  }).optional(),
  d90: diameter('90 %', '9 um', 'with the median it gives the deviation, ln(d90/d50)/1.2816'),
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

function toSizes({ sizes, ...written }: Omit<Written, 'crystals'>, context: Context): ParticleSizes {
  const other = lognormalKeys.find((key) => written[key] !== undefined);
  if (sizes) {
    if (other) refuse(context, wording.onlyOneOf([...listKeys, ...lognormalKeys], [listKeys[0], other]), [other]);
    checkShares(sizes.map(({ volumeShare }) => volumeShare), context);
    return { kind: 'classes', classes: sizes };
  }
  const { d50, medianRadius = d50 && d50 / 2, d90, classes = customaryClasses } = written;
  atMostOne(written, ['medianRadius', 'd50'], context);
  const width = atMostOne(written, ['deviation', 'd90'], context);
  if (width.length === 0)
    refuseMissing(context, 'deviation', 'size classes, or the d90 or the deviation of a lognormal distribution', '0.4');
  if (d90 !== undefined && medianRadius === undefined)
    refuseMissing(context, 'd50', 'the median that d90 belongs to', '5 um');
  const deviation = written.deviation ?? Math.log((d90 ?? NaN) / (2 * (medianRadius ?? NaN))) / ninetyPercent;
  if (deviation < deviationBounds.min || deviation > deviationBounds.max) {
    const [low, high] = Object.values(deviationBounds).map((bound) => Math.exp(bound * ninetyPercent).toPrecision(3));
    const found = formatQuantity(d90 ?? NaN, 'length');
    refuse(context, wording.outOfRange('a diameter', `from ${low} to ${high} times the median`, found), ['d90']);
  }
  return { kind: 'lognormal', deviation, classes, ...(medianRadius !== undefined && { medianRadius }) };
}

function checkShares(shares: readonly number[], context: Context): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-6) refuse(context, wording.fractionSum(shares, false), ['sizes']);
}
