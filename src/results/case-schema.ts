import { z } from 'zod';
import { meshShapeSchema } from './fields-schema.js';

/** The case as composed, in the documents of run and eis. */

const lowAndHigh = z.tuple([z.number(), z.number()]);

const layer = z.strictObject({
  name: z.string(),
  thickness_um: z.number(),
  porosity: z.number(),
  density_g_cm3: z.number(),
  volumeFractions: z.record(z.string(), z.number()),
  massFractions: z.record(z.string(), z.number()),
  blend: z.array(z.strictObject({
    material: z.string().describe('as the case calls it'),
    massShare: z.number().describe('of the active material'),
    volumeShare: z.number().describe('as massShare'),
    theoreticalArealCapacity_mAh_cm2: z.number(),
  })).optional().describe('the active materials, where there are several'),
  ionicTortuosityFactor: z.number(),
  effectiveIonicConductivity_mS_cm: z.number().describe('with salt: at its concentration at rest'),
  effectiveIonicConductivity80_mS_cm: lowAndHigh.describe(
    '80 % interval, low and high; both the value where it was measured, or where nothing is known',
  ),
  effectiveElectronicConductivity_mS_cm: z.number().describe('at the rested start'),
  effectiveElectronicConductivity80_mS_cm: lowAndHigh.describe('as effectiveIonicConductivity80_mS_cm'),
  ionicSpread: z.number().describe('standard deviation of ln of the effective ionic conductivity'),
  electronicSpread: z.number().describe('as ionicSpread; with the bulk of the active material and the carbon'),
  extrapolated: z.boolean().describe(
    'transport outside of what its law was measured on: the intervals hold, the single values do not',
  ),
  connectedFraction: z.number().describe(
    'share of the active material that ions and electrons reach; the rest is lost capacity',
  ),
  connectedFractionLow: z.number().describe('as little as it may be where nothing says what is cut off (assumed)'),
  reachedByIons: z.number().describe('share of the active material, as far as a percolation model or a network says'),
  reachedByElectrons: z.number().describe('as reachedByIons'),
  coverage: z.number().describe('wetted share of the particle surface'),
  fillingRadius_um: z.number().optional().describe('sphere, wetted all around, that fills as quickly as the particles'),
});

export const caseSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  source: z.string(),
  temperature_K: z.number(),
  disconnectedArealCapacity_mAh_cm2: z.number().describe(
    'part of the theoretical one: active material that ions or electrons do not reach, or that never converts',
  ),
  theoreticalArealCapacity_mAh_cm2: z.number(),
  theoreticalSpecificCapacity_mAh_g: z.number(),
  cathodeThickness_um: z.number(),
  membraneThickness_um: z.number(),
  cathodeLoading_mg_cm2: z.number(),
  layers: z.array(layer),
  anode: layer.optional().describe('of a composite anode; absent for a plane'),
  mesh: z.strictObject({ name: z.string(), cells: z.number().int(), shells: z.number().int(),
    reason: z.string().optional().describe('why so many, where the case left it open'),
    shape: meshShapeSchema.optional() }),
});
