import { energyBases } from '../config/cell-format.js';
import { polarisationPartNames } from './polarisation-parts.js';
import { rateQuantities, type RateQuantityKey } from './rate-quantities.js';
import type { RateResult, ResultDocument } from './result-schema.js';

/** One table of the columns of a result, for CSV and Parquet; card and page show some of them under their titles. */

export type Cell = number | string | null;

/** What of a result the rows of its rates hold. */
export type CaseOfRows = Pick<ResultDocument, 'case' | 'energy'>;

/** What of a rate its row holds. */
export interface RateRow extends Pick<RateResult,
  | RateQuantityKey
  | 'label'
  | 'load'
  | 'direction'
  | 'outcome'
  | 'efficiency'
  | 'resistance_ohm_cm2'
  | 'energy'
  | 'polarisation_mV'
  | 'balances'
  | 'counters'>
{
  readonly charge: Pick<NonNullable<RateResult['charge']>, 'arealCapacity_mAh_cm2'> | null;
}

export interface ResultColumn<Document = CaseOfRows> {
  /** With its unit. */
  readonly name: string;
  readonly type: 'number' | 'integer' | 'text';
  readonly meaning: string;
  value(document: Document, rate: RateRow): Cell;
}

const column = (type: ResultColumn['type']) => (name: string, meaning: string, value: ResultColumn['value']) => (
  { name, type, meaning, value }
);
const number = column('number');
const integer = column('integer');
const text = column('text');

const quantity = (key: RateQuantityKey): ResultColumn =>
  number(key, rateQuantities[key].meaning, (_, rate) => rate[key]);

/** What the simulation of a design at a rate gives. */
export const resultColumns: readonly ResultColumn[] = [
  quantity('cRate'),
  quantity('currentDensity_mA_cm2'),
  number('theoreticalArealCapacity_mAh_cm2', 'of the cathode', (doc) => doc.case.theoreticalArealCapacity_mAh_cm2),
  number('cathodeThickness_um', 'all layers', (doc) => doc.case.cathodeThickness_um),
  number('cathodeLoading_mg_cm2', 'mass of composite per area', (doc) => doc.case.cathodeLoading_mg_cm2),
  quantity('arealCapacity_mAh_cm2'),
  quantity('specificCapacity_mAh_g'),
  quantity('utilisation'),
  number('chargedArealCapacity_mAh_cm2', 'accepted by the charge before; empty where there is none',
    (_, { charge }) => charge?.arealCapacity_mAh_cm2 ?? null),
  number('coulombicEfficiency', 'discharged / charged', (_, { efficiency }) => efficiency.coulombic),
  number('energyEfficiency', 'discharged / charged', (_, { efficiency }) => efficiency.energy),
  number('resistance_ohm_cm2', 'of the first seconds, see protocol.resistanceDelay',
    (_, rate) => rate.resistance_ohm_cm2),
  quantity('meanVoltage_V'),
  quantity('arealEnergy_mWh_cm2'),
  ...energyBases.flatMap((basis) => [
    number(`${basis}_Wh_kg`, `${basis}, as simulated`, (_, rate) => rate.energy[basis].gravimetric_Wh_kg),
    number(`${basis}_Wh_L`, `${basis}, as simulated, volume as built`, (_, rate) => rate.energy[basis].volumetric_Wh_L),
    number(`${basis}Full_Wh_kg`, `${basis}, at full utilisation`, ({ energy }) => energy[basis].gravimetric_Wh_kg),
    number(`${basis}Full_Wh_L`, `${basis}, at full utilisation`, ({ energy }) => energy[basis].volumetric_Wh_L),
  ]),
  number('pouch_W_kg', 'pouch, mean power of the discharge', (_, rate) => rate.energy.pouch.power_W_kg),
  number('pouch_USD_kWh', 'materials of the pouch over the energy delivered',
    (_, rate) => rate.energy.pouch.cost_USD_kWh),
  ...[...polarisationPartNames, 'total' as const].map((part) =>
    number(`polarisation_${part}_mV`, 'mean over the charge delivered', (_, rate) => rate.polarisation_mV[part])
  ),
  quantity('frontDepth_um'),
  integer('steps', 'time steps', (_, rate) => rate.counters.steps),
  integer('newtonIterations', '', (_, rate) => rate.counters.newtonIterations),
];

/** Where a row comes from: for tables of a few designs, a sweep says it once. */
export const provenanceColumns: readonly ResultColumn<ResultDocument>[] = [
  { name: 'assumedParameters', type: 'integer', meaning: 'parameters of the design that are assumed',
    value: ({ provenance }) => provenance.assumed.length },
  { name: 'caseHash', type: 'text', meaning: 'SHA-256 of the design in SI numbers',
    value: ({ provenance }) => provenance.caseHash },
];

/** How a run ended; a design that is no case has the outcome `invalid` and says why. */
export const outcomeColumns: readonly ResultColumn[] = [
  text('rate', 'as written in the case; empty for an invalid design', (_, rate) => rate.label),
  text('outcome', 'completed, stopped, failed as in result.json; invalid: no valid case; crashed: fault of the program',
    (_, { outcome }) => outcome.kind),
  text('reason', 'reason of the outcome by its name, as in result.json', (_, { outcome }) => outcome.reason),
  text('sentence', 'why it ended, in words', (_, { outcome }) => outcome.sentence),
];
