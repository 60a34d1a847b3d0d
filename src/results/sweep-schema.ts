import { z } from 'zod';
import { parameterSchema, polarisationPartNames, type RateResult, type ResultDocument } from './result-schema.js';

/** The table of a sweep: one row per simulation, that is per design and rate. */

export type SweepCell = number | string | null;

/** Values in the order of the columns. */
export type SweepRow = readonly SweepCell[];

const column = z.strictObject({
  name: z.string().describe('with its unit: membrane.thickness [um], utilisation'),
  type: z.enum(['number', 'integer', 'text']),
  meaning: z.string(),
});
export type SweepColumn = z.output<typeof column>;

interface ResultColumn extends SweepColumn {
  value(document: ResultDocument, rate: RateResult): SweepCell;
}

const number = (name: string, meaning: string, value: ResultColumn['value']): ResultColumn => ({ name, type: 'number',
  meaning, value });
const integer = (name: string, meaning: string, value: ResultColumn['value']): ResultColumn => ({ name, type: 'integer',
  meaning, value });
const text = (name: string, meaning: string, value: ResultColumn['value']): ResultColumn => ({ name, type: 'text',
  meaning, value });

const bases = ['electrode', 'unitCell', 'stack', 'pouch'] as const;

/** What the simulation of a design at a rate gives; empty for a design that is no case. */
const ofResult: readonly ResultColumn[] = [
  number('cRate', 'rate as a multiple of 1C', (_, rate) => rate.cRate),
  number('currentDensity_mA_cm2', 'magnitude of the current', (_, rate) => rate.currentDensity_mA_cm2),
  number('theoreticalArealCapacity_mAh_cm2', 'of the cathode', ({ case: it }) => it.theoreticalArealCapacity_mAh_cm2),
  number('cathodeThickness_um', 'all layers', ({ case: it }) => it.cathodeThickness_um),
  number('cathodeLoading_mg_cm2', 'mass of composite per area', ({ case: it }) => it.cathodeLoading_mg_cm2),
  number('arealCapacity_mAh_cm2', 'delivered', (_, rate) => rate.arealCapacity_mAh_cm2),
  number('specificCapacity_mAh_g', 'delivered, per active material', (_, rate) => rate.specificCapacity_mAh_g),
  number('utilisation', 'delivered / theoretical capacity of the cathode', (_, rate) => rate.utilisation),
  number('chargedArealCapacity_mAh_cm2', 'accepted by the charge before; empty where there is none',
    (_, { charge }) => charge?.arealCapacity_mAh_cm2 ?? null),
  number('coulombicEfficiency', 'discharged / charged', (_, { efficiency }) => efficiency.coulombic),
  number('energyEfficiency', 'discharged / charged', (_, { efficiency }) => efficiency.energy),
  number('resistance_ohm_cm2', 'of the first seconds, see protocol.resistanceDelay',
    (_, rate) => rate.resistance_ohm_cm2),
  number('meanVoltage_V', 'over the charge delivered', (_, rate) => rate.meanVoltage_V),
  number('arealEnergy_mWh_cm2', 'delivered', (_, rate) => rate.arealEnergy_mWh_cm2),
  ...bases.flatMap((basis) => [
    number(`${basis}_Wh_kg`, `${basis}, as simulated`, (_, rate) => rate.energy[basis].gravimetric_Wh_kg),
    number(`${basis}_Wh_L`, `${basis}, as simulated, volume as built`, (_, rate) => rate.energy[basis].volumetric_Wh_L),
    number(`${basis}Full_Wh_kg`, `${basis}, if all of the active material worked`,
      ({ energy }) => energy[basis].gravimetric_Wh_kg),
    number(`${basis}Full_Wh_L`, `${basis}, if all of the active material worked`,
      ({ energy }) => energy[basis].volumetric_Wh_L),
  ]),
  number('pouch_W_kg', 'pouch, mean power of the discharge', (_, rate) => rate.energy.pouch.power_W_kg),
  number('pouch_USD_kWh', 'materials of the pouch over the energy delivered',
    (_, rate) => rate.energy.pouch.cost_USD_kWh),
  ...[...polarisationPartNames, 'total' as const].map((part) =>
    number(`polarisation_${part}_mV`, 'mean over the charge delivered', (_, rate) => rate.polarisation_mV[part])
  ),
  number('frontDepth_um', 'depth that the reaction front reaches', (_, rate) => rate.frontDepth_um),
  integer('assumedParameters', 'parameters of the design that are assumed',
    ({ provenance }) => provenance.assumed.length),
  integer('steps', 'time steps', (_, rate) => rate.counters.steps),
  integer('newtonIterations', '', (_, rate) => rate.counters.newtonIterations),
  text('caseHash', 'SHA-256 of the design in SI numbers', ({ provenance }) => provenance.caseHash),
];

/** How a run ended; a design that is no case has the outcome `invalid` and says why. */
const ofOutcome: readonly SweepColumn[] = [
  { name: 'rate', type: 'text', meaning: 'as written in the case; empty for a design that is no case' },
  { name: 'outcome', type: 'text',
    meaning: 'completed, stopped, failed as in a result; invalid: no case; crashed: a fault of the program' },
  { name: 'reason', type: 'text', meaning: 'named' },
  { name: 'sentence', type: 'text', meaning: 'why it ended, in words' },
];

/** Columns behind the design's number and its inputs. */
export const sweepResultColumns: readonly SweepColumn[] = [
  ...ofOutcome,
  ...ofResult.map(({ name, type, meaning }) => ({ name, type, meaning })),
];

/** Values of `sweepResultColumns` for one rate. */
export const sweepResultCells = (document: ResultDocument, rate: RateResult): SweepRow => [
  rate.label,
  rate.outcome.kind,
  rate.outcome.reason,
  rate.outcome.sentence,
  ...ofResult.map(({ value }) => value(document, rate)),
];

/** The same where there is no result. */
export const sweepFailureCells = (outcome: 'invalid' | 'crashed', reason: string,
  sentence: string): SweepRow => [null, outcome, reason, sentence, ...ofResult.map(() => null)];

export const sweepSchema = z.strictObject({
  schema: z.literal('catholith-sweep-1'),
  title: z.string(),
  sweepHash: z.string().describe('SHA-256 of case, sweep and version: equal hashes, equal tables'),
  program: z.string(),
  version: z.string(),
  definition: z.unknown().describe('sweep: of the case, with its defaults'),
  marks: z.array(z.strictObject({ name: z.string(), at: z.record(z.string(), z.number()) })).describe(
    'known designs, for the map',
  ),
  designs: z.number().int(),
  columns: z.array(column),
  machines: z.array(z.string()).optional().describe(
    'versions of Node and processors that the rows come from; last digits of two may differ',
  ),
  parameters: z.array(parameterSchema).describe(
    'of the first design that is a case; the others differ in the varied keys',
  ),
});
/** What a sweep is, before any of it has run. */
export type SweepDocument = z.output<typeof sweepSchema>;

/** JSON Schema (draft 2020-12) of sweep.json. */
export const sweepJsonSchema = (): Record<string, unknown> => ({ title: 'catholith sweep',
  ...z.toJSONSchema(sweepSchema) });
