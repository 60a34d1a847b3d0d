import * as z from 'zod';
import { quantity, text } from './field.js';
import type { Frozen } from './frozen.js';

/** All of a line is printed, or there is nothing to check. */
export const billTable = z.array(z.strictObject({
  material: text({ label: 'the material of the line', example: 'NCM811' }),
  mass: quantity('mass', { label: 'mass of it', example: '31.613 g' }),
  price: quantity('price', { label: 'its price', example: '22 $/kg' }),
  cost: quantity('money', { label: 'its cost', example: '0.6955 $' }),
  share: quantity('fraction', { label: 'share of the cost of the whole', example: '12.4 %' }),
})).min(1).describe('the lines of a bill of materials');

/** One line of a bill of materials as a source prints it: [kg], [$ kg^-1], [$]. */
export type PrintedLine = Frozen<z.output<typeof billTable>>[number];
