import * as z from 'zod';
import { type Frozen, quantity, refuse } from './field.js';
import { material } from './material-field.js';
import { wording } from './wording.js';

const either = ['material', 'conductivity'];

const coatingFields = z.strictObject({
  thickness: quantity('length', { label: 'thickness of the coating of the particles', min: '0.1 nm', max: '10 um',
    example: '10 nm' }),
  material: material('electrolyte', { label: 'material of the coating', example: 'LiNbO3',
    note: 'this or conductivity; its conductivity is that at the temperature of the case' }).optional(),
  conductivity: quantity('conductivity', { label: 'ionic conductivity of the coating', min: '1e-9 mS/cm',
    max: '1000 mS/cm', example: '1e-3 mS/cm', note: 'this or material' }).optional(),
}).describe('a closed coating of the particles; its mass and volume are not counted; without it there is none');

type Written = Required<z.output<typeof coatingFields>>;

/** A closed layer of a thickness [m] on the particles, of a material or of a conductivity [S m^-1]. */
export type Coating = Frozen<Pick<Written, 'thickness' | 'material'> | Pick<Written, 'thickness' | 'conductivity'>>;

/** A coating of the active particles: R = thickness / conductivity, in series with the film. */
export const coatingSchema = coatingFields.transform(({ thickness, material: of, conductivity }, context): Coating => {
  if (of && conductivity !== undefined) refuse(context, wording.onlyOneOf(either, either), ['conductivity']);
  if (of) return { thickness, material: of };
  if (conductivity === undefined) {
    refuse(context, wording.missing('the material of the coating, or its conductivity', 'material: LiNbO3'), [
      'material',
    ]);
  }
  return { thickness, conductivity: conductivity ?? NaN };
});
