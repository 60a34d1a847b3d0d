import { z } from 'zod';
import { cellEnergySchema } from './energy-schema.js';
import { meshShapeSchema } from './fields-schema.js';
import { fittedCurve } from './fit-schema.js';
import { limitsSchema } from './limits-schema.js';
import { polarisationPartNames } from './polarisation-parts.js';
import { provenanceSchema } from './provenance-schema.js';
import { balancesSchema, countersSchema, rateSchema } from './rate-schema.js';

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
    '80 % interval, low and high; both equal the value where it was measured or no spread is known',
  ),
  effectiveElectronicConductivity_mS_cm: z.number().describe('at the rested start'),
  effectiveElectronicConductivity80_mS_cm: lowAndHigh.describe('as effectiveIonicConductivity80_mS_cm'),
  ionicSpread: z.number().describe('standard deviation of ln of the effective ionic conductivity'),
  electronicSpread: z.number().describe('as ionicSpread; with the bulk of the active material and the carbon'),
  extrapolated: z.boolean().describe(
    'composition outside the data of the law of transport: use the intervals, not the single values',
  ),
  connectedFraction: z.number().describe(
    'share of the active material that ions and electrons reach; the rest is lost capacity',
  ),
  connectedFractionLow: z.number().describe(
    'lower end of connectedFraction where neither case nor model states what is cut off (assumed)',
  ),
  reachedByIons: z.number().describe('share of the active material, as far as a percolation model or a network says'),
  reachedByElectrons: z.number().describe('as reachedByIons'),
  coverage: z.number().describe('wetted share of the particle surface'),
  fillingRadius_um: z.number().optional().describe('sphere, wetted all around, that fills as quickly as the particles'),
});

const caseSchema = z.strictObject({
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
    reason: z.string().optional().describe('why this many cells and shells, if the case names no mesh'),
    shape: meshShapeSchema.optional() }),
});

/**
 * The result document: what `--json` prints, what the report draws, what a later program reads. One description gives the
 * type, the validation in the tests and the published JSON Schema. Names carry their unit; `null` = not defined there.
 */

export { polarisationLabels, type PolarisationPart, polarisationPartNames } from './polarisation-parts.js';
export type { RateRanges, RateResult } from './rate-schema.js';

/** Schema of the result document; units are in the names of the keys. */
export const resultSchema = z.strictObject({
  schema: z.literal('catholith-result-1'),
  case: caseSchema,
  start: z.strictObject({
    kind: z.enum(['ideal', 'as-built', 'charge']),
    sentence: z.string().describe('what the rates start from'),
    resistanceDelay_s: z.number().describe('after a change of current, at which its resistance is read'),
  }),
  rates: z.array(rateSchema),
  energy: cellEnergySchema,
  balances: balancesSchema.describe('worst over the rates and their charges'),
  counters: countersSchema.describe('summed over the rates and their charges'),
  provenance: provenanceSchema.extend({
    assumedBehind: z.partialRecord(z.enum(polarisationPartNames), z.array(z.string())).optional().describe(
      'paths of the assumed parameters on which each loss depends, the most influential first',
    ),
  }),
  certainty: z.strictObject({
    interval: z.number().describe('share of cases that the intervals hold'),
    asked: z.number().int().describe('parameters with a spread that were put to their ends at one rate'),
    followed: z.number().int().describe('those of them that were followed to every rate'),
    solves: z.number().int(),
    milliseconds: z.number().describe('on a coarse mesh'),
    model: z.strictObject({
      kind: z.string(),
      fittedTo: z.array(z.string()),
      forecastRmsLn: z.number().describe(
        'rms of ln(predicted / measured capacity) of what was forecast before it was seen, by the program of its day',
      ),
      forecastSources: z.number().int(),
      forecastCapacities: z.number().int(),
    }).nullable().describe('what the model was compared with; null: no cell of this kind'),
  }).optional().describe('how the ranges were found; absent with --no-range'),
  limits: limitsSchema.optional().describe(
    'what takes the capacity at the fastest rate, by solving again without one resistance after another',
  ),
  measured: z.array(fittedCurve).optional().describe(
    'measured discharges beside those of the cell, at their rates and down to their last voltages; absent where none were given',
  ),
  warnings: z.array(z.string()),
});
/** What `runCase` finds: the case, every rate, the energy of the cell, provenance and warnings. */
export type ResultDocument = z.output<typeof resultSchema>;
