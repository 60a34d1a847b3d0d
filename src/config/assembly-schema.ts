import * as z from 'zod';
import { quantity, text } from './field.js';
import { choice } from './step-fields.js';

const pressure = (label: string, example: string, note: string) =>
  quantity('pressure', { label, min: '0 MPa', max: '2000 MPa', example, note }).optional();

/** How a cell was put together, and when: whether cells like this one were compared with measurements. No equation takes it but for the age. */
export const assemblySchema = z.strictObject({
  processing: choice(['dry', 'slurry'], {
    label: 'how the cathode was made: of mixed powders, or cast from a slurry of binder and solvent',
  }).optional(),
  fabricationPressure: pressure('highest pressure that the cathode was pressed with', '370 MPa',
    'what was never pressed hard keeps its pores'),
  stackPressure: pressure('pressure on the cell while it runs', '50 MPa',
    'judged alone; `cathode.contact` makes contacts follow it'),
  anodeForm: choice(['foil', 'powder', 'composite'], {
    label: 'what the anode plane is made of: a foil, a powder of an alloy alone, or such a powder with electrolyte',
  }).optional(),
  age: quantity('time', {
    label: 'time since the electrodes met their electrolyte, the cathode charged',
    min: '0 s',
    max: '1e9 s',
    example: '30 d',
    note: 'interphases grow with its root before the cell runs, and no further while it does; without it there is none',
  }).optional(),
  coating: text({ label: 'what the active particles are coated with, `none` where they are bare', example: 'LiNbO3' })
    .optional(),
}).describe(
  'how the cell was put together, as far as it is known: whether cells like it were compared with measurements',
);
