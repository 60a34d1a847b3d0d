import { z } from 'zod';
import { cellEnergySchema } from './energy-schema.js';
import { provenanceSchema } from './provenance-schema.js';

/** The document of `catholith energy`: the cell as built and what it would deliver if all of it worked; nothing is simulated. */

const layer = z.strictObject({
  name: z.string(),
  thickness_um: z.number(),
  massLoading_mg_cm2: z.number(),
  arealCapacity_mAh_cm2: z.number(),
  density_g_cm3: z.number(),
  porosity: z.number().describe('negative where a declared press density is higher than the solids can be'),
  massFractions: z.record(z.string(), z.number()),
  declaredDensity: z.boolean().describe('the density is a declared press density, not the sum of the volumes'),
});

/** The document of `energy`, `catholith-energy-1`. */
export const cellPromiseSchema = z.strictObject({
  schema: z.literal('catholith-energy-1'),
  case: z.strictObject({
    name: z.string(),
    title: z.string(),
    source: z.string(),
    theoreticalArealCapacity_mAh_cm2: z.number(),
    theoreticalSpecificCapacity_mAh_g: z.number(),
    membraneThickness_um: z.number(),
    layers: z.array(layer),
    anode: layer.optional().describe('of a composite anode; absent for a plane'),
  }),
  assumption: z.string().describe('what the energies take for granted'),
  energy: cellEnergySchema,
  promisedPower: z.array(z.strictObject({ label: z.string(), pouch_W_kg: z.number() })).describe(
    'what the rates of the case would mean if voltage and capacity stayed those of full utilisation',
  ),
  selfDischarge: z.strictObject({
    leak_uA_cm2: z.number().describe('electrons through the membrane at rest, sigma V / t at 1e-9 S/cm'),
    days: z.number().describe('in which that takes the whole capacity'),
    daysAsAsked: z.number().describe('the same at 1e-12 S/cm'),
  }).optional().describe(
    'of a solid membrane: what sulfides conduct of electrons, whatever its electrolyte is; absent: one with a salt',
  ),
  provenance: provenanceSchema,
  warnings: z.array(z.string()),
});
/** What a cell promises at full utilisation. */
export type CellPromiseDocument = z.output<typeof cellPromiseSchema>;
