import * as z from 'zod';
import { resistance, weighedMass } from './anode-schema.js';
import { quantity, text } from './field.js';
import { material } from './material-field.js';
import { films } from './tabled-films.js';
import { membraneTransport } from './transport-schema.js';

const voids = (note: string) =>
  quantity('fraction', { label: 'porosity, void only', min: 0, max: 0.95, default: 0, assumed: true, note });

const interlayer = z.strictObject({
  electrolyte: material('electrolyte', { label: 'electrolyte of the interlayer', example: 'Li6PS5Cl' }),
  thickness: quantity('length', { label: 'thickness', min: '10 nm', max: '5 mm', example: '10 um' }),
  porosity: voids('dense'),
  ionicTransport: membraneTransport,
  contactResistance: resistance('contact with the layer that follows towards the cathode'),
});

/** What stands between anode and cathode. */
export const membrane = z.strictObject({
  film: text({
    label:
      'film of the reviews, by name: its electrolyte, thickness, conductivity and binder stand in where nothing else is written',
    example: 'Li5.4PS4.4Cl1.6-PTFE',
    names: Object.keys(films),
  }).optional(),
  electrolyte: material('electrolyte', { label: 'electrolyte of the membrane', example: 'Li6PS5Cl' }),
  thickness: quantity('length', { label: 'thickness', min: '10 nm', max: '5 mm', example: '30 um',
    note: 'this or mass' }).optional(),
  mass: weighedMass('the membrane', 'with its porosity it gives the thickness'),
  porosity: voids('dense membrane'),
  electrolyteFraction: quantity('fraction', { label: 'share of the volume that is electrolyte', min: 0.01, max: 1,
    example: '47 %',
    note: 'default: 1 - porosity; a separator with a liquid in its pores has less, the rest is its frame' }).optional(),
  frame: material('passive', { label: 'solid that holds the electrolyte, inert', example: 'polyethylene' }).optional(),
  frameMassFraction: quantity('fraction', { label: 'share of the frame or binder in the mass of the solids', min: 0,
    max: 0.95, example: '2 wt%', note: 'this or electrolyteFraction; the densities give the volumes' }).optional(),
  ionicTransport: membraneTransport,
  contactResistance: resistance('contact of membrane and cathode'),
  anodeContactResistance: quantity('areaSpecificResistance', {
    label: 'contact of anode and membrane, beside what the anode itself costs',
    min: '0 ohm cm^2',
    max: '1e6 ohm cm^2',
    note: 'default: none',
  }).optional(),
  interlayers: z.array(interlayer).min(1)
    .describe('further layers between the anode and the membrane, from the anode on').optional(),
}).describe('the membrane: a solid electrolyte, a polymer, or a separator with a liquid in its pores');
