import * as z from 'zod';
import { type Context, type Frozen, quantity, refuse, refuseMissing } from '../fields/field.js';
import { wording } from '../wording.js';

const boundaryKeys = ['radius', 'boundaryWidth', 'boundaryDiffusivityRatio'] as const;
/** A grain boundary is a few atoms wide. */
const customaryWidth = 1e-9;

const crystalFields = z.strictObject({
  diffusivityRatio: quantity('dimensionless', {
    label: 'diffusivity of a secondary particle over that of its crystals, as measured',
    min: 1e-9,
    max: 1,
    example: '0.1',
  }).optional(),
  diffusionLength: quantity('length', {
    label: 'radius of a single crystal that would fill as quickly as the secondary particle',
    min: '1 nm',
    max: '100 um',
    example: '1.6 um',
    // of seven powders, by surface or titration (docs/particles-and-contact.md, "How long the path is")
    spread: 2.5,
    note:
      '3 / (density BET area), or as titrated; 1.6 um is the median path in fresh NMC811 of 8 to 12 um (10.1149/1945-7111/ac13d2, Fig. 8); assumed, it is known within a factor of 2.5',
  }).optional(),
  radius: quantity('length', { label: 'radius of the crystals in a secondary particle', min: '1 nm', max: '100 um',
    example: '200 nm' }).optional(),
  boundaryWidth: quantity('length', { label: 'width of the grain boundaries', min: '0.1 nm', max: '1 um',
    example: '1 nm', note: 'default: 1 nm, a few atoms' }).optional(),
  boundaryDiffusivityRatio: quantity('dimensionless', {
    label: 'diffusivity of the grain boundaries over that of the crystals',
    min: 1e-12,
    max: 1e12,
    example: '1e-3',
  }).optional(),
  crackedShare: quantity('fraction', {
    label: 'share of every cross-section of a secondary particle that open cracks cut',
    min: 0,
    max: 0.99,
    default: 0,
    assumed: true,
    note: 'no cracks; a solid electrolyte does not get into them',
  }),
}).describe(
  'secondary particles of many crystals: their diffusivity follows from that of the crystals, which the material has',
);

type Written = z.output<typeof crystalFields>;
type Given = Required<Written>;

/** A secondary particle of many crystals, by one of three ways to say how quickly it fills; lengths [m]. */
export type CrystalStructure = Frozen<
  | { kind: 'measured' } & Pick<Given, 'diffusivityRatio' | 'crackedShare'>
  | { kind: 'length' } & Pick<Given, 'diffusionLength' | 'crackedShare'>
  | { kind: 'boundaries' } & Pick<Given, (typeof boundaryKeys)[number] | 'crackedShare'>
>;

/** One of: the ratio that was measured, the length of diffusion, or grain boundaries. */
export const crystalSchema = crystalFields.transform((written, context) => toCrystals(written, context));

function toCrystals({ diffusivityRatio, diffusionLength, crackedShare, ...boundaries }: Written,
  context: Context): CrystalStructure
{
  const beside = boundaryKeys.find((key) => boundaries[key] !== undefined);
  const others = [...(diffusionLength === undefined ? [] : ['diffusionLength']), ...(beside ? [beside] : [])];
  const alone = (key: string, other: string | undefined): void => {
    if (other) {
      refuse(context, wording.onlyOneOf(['diffusivityRatio', 'diffusionLength', ...boundaryKeys], [key, other]), [
        other,
      ]);
    }
  };
  if (diffusivityRatio !== undefined) {
    alone('diffusivityRatio', others[0]);
    return { kind: 'measured', diffusivityRatio, crackedShare };
  }
  if (diffusionLength !== undefined) {
    alone('diffusionLength', beside);
    return { kind: 'length', diffusionLength, crackedShare };
  }
  const { radius, boundaryWidth = customaryWidth, boundaryDiffusivityRatio } = boundaries;
  if (beside === undefined) {
    refuseMissing(context, 'diffusionLength',
      'a diffusionLength, a measured diffusivityRatio, or radius and boundaryDiffusivityRatio', '1.6 um');
  } else {
    if (radius === undefined)
      refuseMissing(context, 'radius', 'the radius of the crystals between the boundaries', '200 nm');
    if (boundaryDiffusivityRatio === undefined)
      refuseMissing(context, 'boundaryDiffusivityRatio', 'the diffusivity of the boundaries', '1e-3');
  }
  return {
    kind: 'boundaries',
    radius: radius ?? NaN,
    boundaryWidth,
    boundaryDiffusivityRatio: boundaryDiffusivityRatio ?? NaN,
    crackedShare,
  };
}
