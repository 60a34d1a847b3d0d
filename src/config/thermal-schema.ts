import * as z from 'zod';
import { type Context, quantity, refuse } from './field.js';
import { choice } from './step-fields.js';
import { wording } from './wording.js';

const lumpedKeys = ['heatCapacity', 'heatTransfer', 'ambient'] as const;

const thermalFields = z.strictObject({
  mode: choice(['isothermal', 'lumped'], {
    label: 'one temperature that is given, or one that follows from the heat of the cell',
    default: 'isothermal',
    source: 'this program: a choice, no property',
  }),
  heatCapacity: quantity('arealHeatCapacity', {
    label: 'heat capacity per area of a unit cell',
    min: '1 J/(m^2 K)',
    max: '1e6 J/(m^2 K)',
    note:
      'with the casing, shared out over the unit cells; the layers alone have 2 to 3 J/(cm^3 K) times their thickness',
  }).optional(),
  heatTransfer: quantity('heatTransferCoefficient', {
    label: 'heat to the surroundings per area of a unit cell',
    min: '0 W/(m^2 K)',
    max: '1e6 W/(m^2 K)',
    note: 'outer area times its coefficient over the area of all unit cells; 0 = adiabatic',
  }).optional(),
  ambient: quantity('temperature', {
    label: 'temperature of the surroundings',
    min: '-60 degC',
    max: '300 degC',
    note: 'default: the temperature of the cell',
  }).optional(),
}).describe('temperature: fixed, or one balance of heat for the whole cell that starts at `temperature`');

type Written = z.output<typeof thermalFields>;

/** What a lumped balance needs; undefined where the temperature is given. */
export const thermalSchema = thermalFields.transform((written,
  context) => (written.mode === 'lumped' ? lumped(written, context) : isothermal(written, context))
);

function isothermal(written: Written, context: Context): undefined {
  const unused = lumpedKeys.find((key) => written[key] !== undefined);
  if (unused !== undefined) refuse(context, wording.isothermalKey(unused), [unused]);
}

function lumped({ heatCapacity, heatTransfer, ambient }: Written, context: Context) {
  const need = (key: string, what: string, example: string): void =>
    refuse(context, wording.missing(`the ${what} of a lumped temperature`, `${key}: ${example}`), [key]);
  if (heatCapacity === undefined) need('heatCapacity', 'heat capacity', '400 J/(m^2 K)');
  if (heatTransfer === undefined) need('heatTransfer', 'heat transfer', '10 W/(m^2 K)');
  return { heatCapacity: heatCapacity ?? NaN, heatTransfer: heatTransfer ?? NaN, ambient };
}
