import * as z from 'zod';
import { type Frozen, quantity, text } from '../fields/field.js';
import { flag } from '../fields/study-fields.js';

/** All of a line is printed, or there is nothing to check. */
export const billTable = z.array(z.strictObject({
  material: text({ label: 'the material of the line', example: 'NCM811' }),
  mass: quantity('mass', { label: 'mass of it', example: '31.613 g' }),
  price: quantity('price', { label: 'its price', example: '22 $/kg' }),
  cost: quantity('money', { label: 'its cost', example: '0.6955 $' }),
  share: quantity('fraction', { label: 'share of the cost of the whole', example: '12.4 %' }),
  otherMass: quantity('mass', { label: 'mass of it in the other cell: the costs are compared per mass of this line',
    example: '8.44 g' })
    .optional(),
  priceSought: flag({ label: 'whether its price at parity with the other cell is asked for' }).optional(),
})).min(1).describe('the lines of a bill of materials');

/** One line of a bill of materials as a source prints it: [kg], [$ kg^-1], [$]; beside the cell that it is compared with. */
export type PrintedLine = Frozen<z.output<typeof billTable>>[number];
