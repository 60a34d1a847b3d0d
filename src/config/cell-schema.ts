import * as z from 'zod';
import { integer, omittable, quantity, text } from './field.js';

/** The pouch around the layers. Defaults: the pouch that 10.1039/d1ee00551k computes its energy densities with. */
const pouch = '10.1039/d1ee00551k, Sec. 6.1';

const collector = (side: string, material: string, thickness: string) => omittable(z.strictObject({
  material: text({
    label: `foil of the ${side}`, default: material, example: material, source: pouch, note: 'carbon-coated foil', recorded: true,
  }),
  thickness: quantity('length', {
    label: `thickness of the ${side} foil`, min: '0 um', max: '1 mm', default: thickness, source: pouch,
  }),
}).describe(`current collector of the ${side}`));

export const cellSchema = omittable(z.strictObject({
  cathodeSheets: integer({
    label: 'double-coated cathode sheets; one more anode sheet', min: 1, max: 1000, default: 44, source: pouch,
  }),
  sheetWidth: quantity('length', {
    label: 'width of the coated sheet', min: '1 mm', max: '2 m', default: '52 mm', source: pouch,
  }),
  sheetHeight: quantity('length', {
    label: 'height of the coated sheet', min: '1 mm', max: '2 m', default: '102 mm', source: pouch,
  }),
  cathodeCollector: collector('cathode', 'aluminium', '15 um'),
  anodeCollector: collector('anode', 'copper', '8 um'),
  tabWidth: quantity('length', {
    label: 'width of the uncoated tab strip', min: '0 mm', max: '1 m', default: '10 mm', assumed: true,
    note: 'not given in the source of the pouch',
  }),
  tabLength: quantity('length', {
    label: 'length of the uncoated tab strip', min: '0 mm', max: '1 m', default: '15 mm', assumed: true,
    note: 'not given in the source of the pouch',
  }),
  laminateThickness: quantity('length', {
    label: 'thickness of the aluminium laminated film', min: '0 um', max: '5 mm', default: '115 um', source: pouch,
  }),
  laminateDensity: quantity('density', {
    label: 'density of the aluminium laminated film', min: '0.1 g/cm^3', max: '10 g/cm^3', default: '1.576 g/cm^3', source: pouch,
  }),
  sealMargin: quantity('length', {
    label: 'seal margin around the stack', min: '0 mm', max: '100 mm', default: '5 mm', assumed: true,
    note: 'not given in the source of the pouch',
  }),
}).describe('the pouch around the layers'));
