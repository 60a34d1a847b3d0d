import { z } from 'zod';
import { parameterStatuses } from '../config/parameter-record.js';
import { energyDensities } from './energy-schema.js';
import { fieldsSchema } from './fields-schema.js';
import { numberOrNull, numbers } from './json-schema.js';
import { forEachPart } from './polarisation-parts.js';
import { rateQuantityShape } from './rate-quantities.js';

/** Schema of a rate of the result document; names carry their unit, `null` = not defined there. */

const partsOf = <T extends z.ZodType>(leaf: T) => z.strictObject({ ...forEachPart(() => leaf), total: leaf });

const outcomeSchema = z.strictObject({
  kind: z.enum(['completed', 'stopped', 'failed']).describe(
    'completed: a cut-off or the end of the protocol; stopped: a numerical outcome after some of the step, what was reached is kept; failed: nothing was reached, or what was reached does not pass its checks',
  ),
  reason: z.string().describe(
    'named: voltage-cutoff, current-cutoff, time-cutoff, capacity-cutoff, lithium-exhausted, potential-data-end, power-limit, step-too-small, no-consistent-start, too-many-steps, parts-do-not-add-up, charge-not-balanced, lithium-not-balanced, salt-not-balanced, heat-not-balanced, not-finite, ...',
  ),
  sentence: z.string().describe('why it ended, in words, and what to do where there is something to do'),
  evidence: z.strictObject({
    time_s: z.number(),
    step_s: z.number(),
    norm: z.number(),
    worstUnknown: z.string(),
  }).optional(),
});

const series = z.strictObject({
  time_s: numbers,
  step: z.array(z.number().int()).describe('index of the protocol step of each point'),
  currentDensity_mA_cm2: numbers.describe('discharge positive'),
  arealCapacity_mAh_cm2: numbers.describe('charge passed since the start; discharge positive'),
  voltage_V: numbers,
  temperature_K: numbers.optional().describe('of the whole cell, where it follows from its heat'),
  equilibriumVoltage_V: numbers.describe('at the mean stoichiometry of the cathode'),
  utilisation: numbers,
  frontDepth_um: z.array(numberOrNull).describe(
    'distance from the side where the reaction is furthest over which the local utilisation stays above half of its value there; null at the start',
  ),
  polarisation_mV: partsOf(z.array(numberOrNull)).describe(
    'adds up to Ueq - V; diffusionInParticles and unevenStateOfCharge are differences of equilibrium potentials, no dissipation, and may be negative; parts are null at zero current and where the balance of a tiny current drowns in round-off',
  ),
});

/** Snapshots through the thickness at a few times of the main step; x from the anode: a plane's face, a composite's collector. */
const profiles = z.strictObject({
  x_um: numbers.describe('centres of all cells, a composite anode, membrane and cathode'),
  region: z.array(z.string()).describe('anode, membrane or the name of the cathode layer, per cell'),
  boundaries_um: numbers.describe('faces of the regions, from 0 to the collector of the cathode'),
  mainStep: z.strictObject({ firstPoint: z.number().int(), lastPoint: z.number().int() }).nullable().describe(
    'points of the series that the capacity, the mean values and the snapshots are about; null where nothing was reached',
  ),
  snapshots: z.array(z.strictObject({
    time_s: z.number(),
    fraction: z.number().describe('of the delivered capacity'),
    electrolytePotential_V: numbers,
    electrodePotential_V: z.array(numberOrNull).describe('null in the membrane'),
    ionicCurrentDensity_mA_cm2: numbers.describe('cell means'),
    electronicCurrentDensity_mA_cm2: z.array(numberOrNull).describe('cell means; null in the membrane'),
    saltConcentration_mol_m3: numbers.nullable().describe('in the electrolyte; null without salt'),
    reactionRate: z.array(numberOrNull).describe(
      'volumetric reaction current over its mean through the electrode; null in the membrane',
    ),
    meanStoichiometry: z.array(numberOrNull).describe('null outside the cathode'),
    surfaceStoichiometry: z.array(numberOrNull).describe('null outside the cathode'),
    utilisation: z.array(numberOrNull).describe(
      'local delivered / theoretical capacity since the start of the main step, negative where lithium went back; null outside the cathode',
    ),
  })),
});

export const balancesSchema = z.strictObject({
  lithium_relative: z.number().describe(
    'mismatch of the lithium gained by the particles and the charge passed, over the larger of the two (at least a millionth of the sites)',
  ),
  charge_relative: z.number().describe(
    'largest mismatch of reaction current and applied current, over the largest applied current, over C/10 where that is below a millionth of 1C',
  ),
  salt_relative: z.number().optional().describe('with salt: largest change of the salt in the cell, over the salt'),
  heat_relative: z.number().optional().describe(
    'with a lumped temperature: largest mismatch of reaction power less electrical power and dissipated power, over the largest power, or over 0.1 V times the current (at least C/1000) where that is more',
  ),
  polarisation_mV: z.number().describe('largest |sum of parts - (Ueq - V)|'),
});

export const countersSchema = z.strictObject({
  steps: z.number().int(),
  rejectedSteps: z.number().int(),
  newtonIterations: z.number().int(),
  residualEvaluations: z.number().int(),
  factorisations: z.number().int(),
  unknowns: z.number().int(),
  milliseconds: z.number(),
});

const step = z.strictObject({
  kind: z.enum(['discharge', 'charge', 'rest', 'hold', 'profile']),
  firstPoint: z.number().int().describe('of the series; above lastPoint where the step had no point'),
  lastPoint: z.number().int(),
  duration_s: z.number(),
  arealCapacity_mAh_cm2: z.number().describe('discharge positive'),
  arealEnergy_mWh_cm2: z.number().describe('discharge positive'),
  meanVoltage_V: numberOrNull.describe('energy over charge'),
  endVoltage_V: numberOrNull,
  resistance_ohm_cm2: numberOrNull.describe(
    '-(change of voltage)/(change of current) from the end of the step before to the delay of the protocol into a constant current or a rest',
  ),
  reason: z.string().describe('what ended it, named as in outcome'),
});

const chargeBefore = z.strictObject({
  label: z.string().describe('its rate'),
  cutoffVoltage_V: z.number(),
  hold: z.string().nullable().describe('current to which a hold at the cut-off fell; null without a hold'),
  rest_s: z.number(),
  arealCapacity_mAh_cm2: z.number().describe('accepted'),
  specificCapacity_mAh_g: z.number().describe('accepted, per gram of active material'),
  share: z.number().describe('accepted / theoretical capacity of the cathode'),
  arealEnergy_mWh_cm2: z.number().describe('put in'),
  meanVoltage_V: numberOrNull,
  restVoltage_V: z.number().describe('after the rest'),
  outcome: outcomeSchema,
  steps: z.array(step).describe('points are those of the curve below'),
  curve: z.strictObject({ time_s: numbers, currentDensity_mA_cm2: numbers, arealCapacity_mAh_cm2: numbers,
    voltage_V: numbers }).describe('discharge positive, as in series'),
  balances: balancesSchema,
  counters: countersSchema,
});

const interval = z.strictObject({ low: z.number(), high: z.number() });
const ends = z.strictObject({ low: numberOrNull, high: numberOrNull }).describe(
  'with the parameter at its low and at its high end; null where no such cell exists',
);

/** Ranges of the numbers of one rate. */
const rateRanges = z.strictObject({
  arealCapacity_mAh_cm2: interval.describe('80 % interval, like the next two'),
  meanVoltage_V: interval.nullable(),
  gravimetric_Wh_kg: interval.nullable().describe(
    'of the pouch cell, of a pellet or a coin cell per mass of its cathode layer, of a sheet of its unit cell, of a bipolar stack of the stack; null on a charge',
  ),
  modelFactors: interval.describe(
    'error of the model downwards and upwards, as factors on the capacity; included in the intervals',
  ),
  outsideData: z.array(z.string()).describe(
    'in what the cell differs from all measured cells for comparison; unless empty, use the interval and not the single number',
  ),
  decides: z.array(z.strictObject({
    path: z.string(),
    label: z.string(),
    basis: z.enum(['stated', 'alternatives', 'declared', 'law']).describe(
      'where the spread comes from: written beside the value, sources that contradict each other, the kind of an assumed number, the law of effective transport',
    ),
    status: z.enum(parameterStatuses),
    low: z.string(),
    high: z.string(),
    effect: z.number().describe('from the lowest to the highest energy (on a charge: capacity), over its value'),
    arealCapacity_mAh_cm2: ends,
    gravimetric_Wh_kg: ends,
  })).describe('the parameters that the intervals come from, the largest first'),
});
export type RateRanges = z.output<typeof rateRanges>;

const discretisation = z.strictObject({
  voltage_mV: z.number().describe('root of the mean square from 2 to 98 % of the capacity'),
  largestVoltage_mV: z.number().describe('largest there'),
  arealCapacity_relative: z.number(),
  thickness_mV: z.number().describe('part of it by the cells'),
  particles_mV: z.number().describe('part of it by the shells'),
  time_mV: z.number().describe('part of it by the time steps'),
}).describe(
  'estimated error of mesh and time steps: from solving again with half of the cells, half of the shells and a tenth of the tolerance',
);
/** Estimated error of the discretisation of a rate. */
export type Discretisation = z.output<typeof discretisation>;

const load = z.strictObject({
  kind: z.enum(['cRate', 'currentDensity', 'power', 'voltage', 'profile', 'none']),
  value: numberOrNull.describe(
    'multiple of 1C, mA/cm2, mW/cm2 or V; null for a profile, for a hold at the voltage that it finds, and without a load',
  ),
}).describe('what drives the main step');

export const rateSchema = z.strictObject({
  label: z.string().describe('the load in words: C/10, 0.5 mA/cm2, 10 mW/cm^2, the name of a profile'),
  load,
  direction: z.enum(['discharge', 'charge']),
  outcome: outcomeSchema,
  ...rateQuantityShape,
  energy: energyDensities,
  polarisation_mV: partsOf(numberOrNull).describe('mean over the charge delivered'),
  endPolarisation_mV: partsOf(numberOrNull).describe('at the last point under current'),
  materials: z.array(z.strictObject({
    layer: z.string(),
    material: z.string().describe('as the case calls it'),
    capacityShare: z.number().describe('of the theoretical capacity of the layer'),
    utilisation: z.number().describe('of its own theoretical capacity, mean over the layer, in the main step'),
    arealCapacity_mAh_cm2: z.number().describe('delivered or taken up in the main step'),
  })).optional().describe('the active materials of the cathode, where a layer has several'),
  particles: z.array(z.strictObject({
    layer: z.string(),
    material: z.string().optional().describe('where the layer has several active materials'),
    radius_um: z.number(),
    volumeShare: z.number(),
    utilisation: z.number().describe('of the capacity of this class, mean over the layer, in the main step'),
    contact: z.strictObject({ start: z.number(), end: z.number() }).optional().describe(
      'share of the surface in contact, mean over the layer, at the ends of the main step; absent without a contact law',
    ),
  })).optional().describe('the size classes of the cathode, where a layer has several, or a contact law'),
  charge: chargeBefore.nullable().describe(
    'the charge before the steps; the same for all rates unless each has its own; null: none',
  ),
  steps: z.array(step).describe('every step of the run'),
  efficiency: z.strictObject({ coulombic: numberOrNull, energy: numberOrNull }).describe(
    'discharged over charged, the charge before included; null where the run does not begin with a charge',
  ),
  resistance_ohm_cm2: numberOrNull.describe('of the first step of the main step, see steps'),
  limitation: z.string().describe('in words: how much was delivered and what the largest losses are'),
  ranges: rateRanges.optional().describe('80 % intervals; absent with --no-range'),
  outside: z.array(z.string()).optional().describe(
    'where no ranges were asked for: what of the cell lies outside the cells that the model was compared with; its numbers are then as computed, within a wide interval',
  ),
  discretisation: discretisation.optional().describe('absent where it was not asked for'),
  series,
  profiles,
  fields: fieldsSchema.optional(),
  balances: balancesSchema,
  counters: countersSchema,
});
/** One rate of a result: outcome, capacity, voltage, energy, polarisation, series and profiles. */
export type RateResult = z.output<typeof rateSchema>;
