import { z } from 'zod';
import type { ImpedancePart } from '../physics/impedance-parts.js';
import { numberOrNull, numbers, spectrum } from './json-schema.js';
import { resultSchema } from './result-schema.js';

/** The document of `catholith eis`: what `--json` prints, what its report draws. Names carry their unit. */

/** The parts of the cell in the order of every table and figure, with their words. */
export const impedanceLabels: Readonly<Record<ImpedancePart, string>> = {
  anode: 'anode',
  membrane: 'membrane',
  cathode: 'cathode',
  contacts: 'contacts',
};

/** Schema of the document of an impedance; units are in the names of the keys. */
export const impedanceSchema = z.strictObject({
  schema: z.literal('catholith-impedance-1'),
  case: resultSchema.shape.case,
  outcome: resultSchema.shape.rates.element.shape.outcome.describe(
    'completed: every frequency was solved; failed: the rested state or a frequency could not be',
  ),
  state: z.strictObject({
    stateOfCharge: z.number().describe('of the cathode: 1 charged, 0 discharged'),
    voltage_V: numberOrNull.describe('at rest'),
    stoichiometry: z.array(z.strictObject({ region: z.string(), material: z.string(), value: z.number() })),
    doubleLayerCapacitance_F_m2: z.number().describe('per wetted area of the particles and per area of a planar anode'),
  }),
  frequency_Hz: numbers.describe('from high to low'),
  impedance: z.strictObject({
    total: spectrum,
    anode: spectrum,
    membrane: spectrum,
    cathode: spectrum,
    contacts: spectrum,
  }).describe('Z of discharge current, per area of cell; the parts add up to the total'),
  elements: z.strictObject({
    membraneResistance_ohm_cm2: numberOrNull.describe('ohmic'),
    ionicResistance_ohm_cm2: numberOrNull.describe('of the cathode from end to end, sum of L/kappaEff'),
    electronicResistance_ohm_cm2: numberOrNull.describe('of the cathode from end to end, sum of L/sigmaEff'),
    chargeTransferResistance_ohm_cm2: numberOrNull.describe(
      'of the cathode: its reactions and films, all in parallel, per area of cell',
    ),
    anodeResistance_ohm_cm2: numberOrNull.describe('interface of a plane, or the reactions of a composite in parallel'),
    doubleLayerCapacitance_mF_cm2: z.number().describe('of the cathode, per area of cell'),
  }).describe('what an equivalent circuit of this cell would contain'),
  counters: z.strictObject({
    unknowns: z.number().int(),
    frequencies: z.number().int(),
    factorisations: z.number().int().describe('complex block-tridiagonal systems eliminated'),
    newtonIterations: z.number().int().describe('for the rested state'),
    milliseconds: z.number(),
  }),
  provenance: resultSchema.shape.provenance,
  warnings: z.array(z.string()),
});
/** What `impedance` finds: spectra of the cell and of its parts, one value per frequency. */
export type ImpedanceDocument = z.output<typeof impedanceSchema>;
