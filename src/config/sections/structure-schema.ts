import * as z from 'zod';
import { exactlyOne, text } from '../fields/field.js';
import { drawnSchema } from './drawn-schema.js';

/** A structure to be made; in a file also the name of a file that has it, which is read before. */
export const packingOrFile = drawnSchema.optional();

/** Instead of a composition and its transport. */
export const structureOfLayer = z.strictObject({
  image: text({
    label: 'segmented image of the layer',
    example: 'cathode.tif',
    recorded: true,
    note:
      'TIFF stack, .npy or plain bytes, with its description beside it; its phases are named activeMaterial, electrolyte, carbon, binder and '
      + 'void; this or packing',
  }).optional(),
  packing: packingOrFile,
}).describe(
  'an image, or a structure that is made, gives volume fractions, both tortuosity factors with their spread, coverage, particle radius, filling radius '
    + 'and the share that takes part; what the layer states itself stands',
).transform((written, context) => {
  exactlyOne(written, ['image', 'packing'], context);
  return written;
});
