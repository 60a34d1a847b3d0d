import * as z from 'zod';
import { type Frozen, quantity, refuse, refuseMissing } from '../fields/field.js';
import { material } from '../fields/material-field.js';
import { choice } from '../fields/step-fields.js';
import { wording } from '../wording.js';

/** A resistance per area, of a contact or a film; without one there is none, or what its note says. */
export const arealResistance = (label: string, note = 'default: none') =>
  quantity('areaSpecificResistance', { label, min: '0 ohm cm^2', max: '1e6 ohm cm^2', note }).optional();

/** The same as a field that is always there: 0 where nothing is written. */
export const resistance = (label: string, note = 'ideal contact') =>
  quantity('areaSpecificResistance', { label, min: '0 ohm cm^2', max: '1e6 ohm cm^2', default: '0 ohm cm^2',
    assumed: true, note });

/** Contact of active particles and electrolyte under a stack pressure; `transport/contact-law` has the equation. */
export const contactSchema = z.strictObject({
  pressure: quantity('pressure', { label: 'stack pressure on the electrode while the cell runs', min: '0 MPa',
    max: '2000 MPa', example: '50 MPa' }),
  characteristicPressure: quantity('pressure', {
    label: 'pressure at which 84 % of the surface that pressure can bring into contact is in contact',
    min: '0.1 MPa',
    max: '10 GPa',
    default: '202 MPa',
    assumed: true,
    note: 'makes the ratio of two measured exchange currents, 0.74 at 97 MPa and 1.33 A/m2 at 389 MPa '
      + '(10.1002/batt.70315, Table 2), a ratio of contact areas',
  }),
  residual: quantity('fraction', { label: 'share of the surface that stays in contact without any pressure', min: 0.001,
    max: 1, default: '10 %', assumed: true, note: 'flattened at assembly; no measurement' }),
  stiffness: quantity('pressure', {
    label: 'effective shear modulus of the electrode around a particle that swells or shrinks',
    min: '0 MPa',
    max: '100 GPa',
    default: '0.5 GPa',
    assumed: true,
    note: 'a dense sulfide has 6 to 9 GPa and would part at once; a pressed composite yields and follows',
  }),
  contactMadeAt: choice(['discharged', 'charged'], { label: 'state of charge in which the electrode was pressed',
    default: 'discharged', source: 'a choice: how layered oxides are built' }),
}).describe(
  'contact of the particles under stack pressure and with their change of volume; without it `coverage` is constant',
);

/** Pressures and moduli [Pa]. */
export type ContactLaw = Frozen<z.output<typeof contactSchema>>;

/** How lithium gets from the contacts of a particle into it; one of them. */
export const wayIntoParticles = {
  contactsPerParticle: quantity('dimensionless', {
    label: 'contacts with electrolyte on each particle, equal spots that make up its coverage',
    min: 1,
    max: 1e6,
    example: '12',
    note: 'they lengthen the path into the particle; without it lithium enters over the whole surface',
  }).optional(),
  fillingRadius: quantity('length', {
    label: 'radius of the sphere, wetted all around, that fills as quickly as the particles',
    min: '1 nm',
    max: '1 mm',
    example: '4.9 um',
    note: 'in place of contactsPerParticle and of the contactConstriction of the electrolyte; a structure gives it',
  }).optional(),
};

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
  if (conductivity === undefined)
    refuseMissing(context, 'material', 'the material of the coating, or its conductivity', 'LiNbO3');
  return { thickness, conductivity: conductivity ?? NaN };
});
