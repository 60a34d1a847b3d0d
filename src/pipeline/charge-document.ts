import type { Case } from '../config/case.js';
import { formatRate } from '../config/rate.js';
import { farAboveLithium } from '../config/sections/usual-cutoffs.js';
import { anodePotentialOf } from '../materials/highest-potential.js';
import type { AnodeMaterials } from '../materials/material.js';
import type { RateRow } from '../results/result-columns.js';
import type { RateResult, ResultDocument } from '../results/result-schema.js';
import { efficiencyOf, type StepResult, stepResults } from '../results/step-results.js';
import { orNull, units } from '../units/document-units.js';
import { formatNumber, formatQuantity } from '../units/quantity.js';
import type { ChargeRun, StartOfSteps } from './charge-before.js';
import { outcomeDocument, reasonOf } from './outcome-document.js';
import type { RateRun } from './rate-run.js';
import { trustDocument } from './trust-document.js';

type Charge = NonNullable<RateResult['charge']>;

/** Steps, efficiency, resistance and the charge before of one rate. */
export function stepsDocument(
  { performance, start }: RateRun,
  protocol: Case['protocol'],
  activeMassLoading: number,
): Pick<RateResult, 'charge' | 'steps' | 'efficiency' | 'resistance_ohm_cm2'> {
  const { charging, steps, numbers } = cycleOf({ performance, start }, protocol);
  return {
    charge: start.charge ? chargeDocument(start.charge, start, protocol, charging, activeMassLoading) : null,
    steps: steps.map(stepDocument),
    ...numbers,
  };
}

/** What a row of a table holds of them. */
export function cycleRow(run: Pick<RateRun, 'performance' | 'start'>, protocol: Case['protocol']): Pick<RateRow,
  | 'charge'
  | 'efficiency'
  | 'resistance_ohm_cm2'>
{
  const { charging, numbers } = cycleOf(run, protocol);
  return { charge: run.start.charge ? { arealCapacity_mAh_cm2: accepted(charging) / units.mAh_cm2 } : null,
    ...numbers };
}

function cycleOf({ performance, start }: Pick<RateRun, 'performance' | 'start'>,
  { resistanceDelay: delay }: Case['protocol'])
{
  const { problem, main } = performance;
  const before = { current: start.state[problem.unknowns.current], voltage: start.voltage };
  const steps = stepResults(performance, before, delay);
  const charging = start.charge ? chargingSteps(start.charge, delay) : [];
  const { coulombic, energy } = efficiencyOf([...charging, ...steps]);
  const first = steps.find(({ segment }) => segment.first === main.segment?.first);
  return {
    charging,
    steps,
    numbers: {
      efficiency: { coulombic: orNull(coulombic), energy: orNull(energy) },
      resistance_ohm_cm2: first ? orNull(first.resistance / units.ohm_cm2) : null,
    },
  };
}

/** Charge that the steps of a charge passed [C m^-2]. */
const accepted = (steps: readonly StepResult[]): number =>
  steps.reduce((sum, { arealCapacity }) => sum - arealCapacity, 0);

const chargingSteps = ({ performance, found }: ChargeRun, delay: number): StepResult[] =>
  stepResults(performance, found, delay);

function stepDocument({ segment, ...step }: StepResult): RateResult['steps'][number] {
  return {
    kind: segment.step.kind,
    firstPoint: segment.first,
    lastPoint: segment.last,
    duration_s: step.duration,
    arealCapacity_mAh_cm2: step.arealCapacity / units.mAh_cm2,
    arealEnergy_mWh_cm2: step.arealEnergy / units.mWh_cm2,
    meanVoltage_V: orNull(step.meanVoltage),
    endVoltage_V: orNull(step.endVoltage),
    resistance_ohm_cm2: orNull(step.resistance / units.ohm_cm2),
    reason: reasonOf(segment),
  };
}

function chargeDocument(
  { rate, performance }: ChargeRun,
  { voltage }: StartOfSteps,
  { charge }: Case['protocol'],
  steps: readonly StepResult[],
  activeMassLoading: number,
): Charge {
  if (charge.kind !== 'charge') throw new Error('a charge that the protocol does not ask for');
  const passed = accepted(steps);
  const energy = steps.reduce((sum, { arealEnergy }) => sum - arealEnergy, 0);
  return {
    label: formatRate(rate),
    cutoffVoltage_V: charge.voltage,
    hold: charge.hold ? formatRate(charge.hold) : null,
    rest_s: charge.rest,
    arealCapacity_mAh_cm2: passed / units.mAh_cm2,
    specificCapacity_mAh_g: passed / activeMassLoading / units.mAh_g,
    share: passed / performance.theoreticalArealCapacity,
    arealEnergy_mWh_cm2: energy / units.mWh_cm2,
    meanVoltage_V: orNull(energy / passed),
    restVoltage_V: voltage,
    outcome: outcomeDocument(performance),
    steps: steps.map(stepDocument),
    curve: {
      time_s: Array.from(performance.recording.time),
      voltage_V: Array.from(performance.voltage),
      currentDensity_mA_cm2: Array.from(performance.current, (i) => i / units.mA_cm2),
      arealCapacity_mAh_cm2: Array.from(performance.charge, (q) => q / units.mAh_cm2),
    },
    ...trustDocument(performance),
  };
}

/** Accepted over theoretical capacity that deserves a sentence. */
const noticeablyMore = 1.02;

/** Says what the rates start from; `start` where they share it. */
export const startDocument = (given: Case, anode: AnodeMaterials, rates: readonly RateResult[],
  start: StartOfSteps | undefined): ResultDocument['start'] => ({
    kind: given.protocol.charge.kind,
    sentence: startSentence(given, anodePotentialOf(anode), rates, start),
    resistanceDelay_s: given.protocol.resistanceDelay,
  });

function startSentence({ protocol, cell }: Case, anode: number, rates: readonly RateResult[],
  start: StartOfSteps | undefined): string
{
  const cycles = protocol.cyclesPerRate;
  const onOneCell = protocol.ratesOn === 'one-cell' && protocol.rates.length * cycles > 1;
  const every = onOneCell
    ? 'The first rate starts'
    : protocol.rates.length > 1
    ? 'Every rate starts'
    : 'The run starts';
  const sentence = startOfEvery({ protocol, cell }, every, anode, rates, start);
  if (!onOneCell) return sentence;
  const again = protocol.charge.kind === 'charge' ? 'is charged again from' : 'goes on from';
  const repeated = cycles > 1 ? ` Each rate is cycled ${cycles} times; the numbers are those of the last cycle.` : '';
  return `${sentence} All rates are tested on one cell: every later rate ${again} where the one before it ended.${repeated}`;
}

function startOfEvery({ protocol, cell }: Pick<Case, 'protocol' | 'cell'>, every: string, anode: number,
  rates: readonly RateResult[], start: StartOfSteps | undefined): string
{
  const { charge } = protocol;
  const declared = cell.firstCycleEfficiency;
  const rest = `${start?.voltage.toFixed(3)} V`;
  if (charge.kind === 'ideal') {
    return `${every} from an ideal state: at rest at ${rest}, all particles of a material equally charged, which no real charge reaches.`;
  }
  if (charge.kind === 'as-built') {
    return `${every} from the cell as it is built, charged, at rest at ${rest}.`;
  }
  const [first] = rates.flatMap(({ charge: one }) => one ?? []);
  const againstLithium = anode > farAboveLithium
    ? ` (${formatNumber(charge.voltage + anode, 3)} V against lithium)`
    : '';
  const way = `to ${formatNumber(charge.voltage)} V${againstLithium}${
    charge.hold ? `, held there until ${formatRate(charge.hold)}` : ''
  }${charge.rest > 0 ? `, and ${formatQuantity(charge.rest, 'time')} of rest` : ''}`;
  const lost = declared.cathode < 1 || declared.anode < 1
    ? ' The declared first-cycle efficiencies apply as well: they change the lithium of the anode.'
    : '';
  const at = charge.rate === 'each' ? 'the same rate' : formatRate(charge.rate);
  // of several cycles the document has the charge of the last one alone
  const sentence = charge.rate === 'each' || protocol.cyclesPerRate > 1
    ? `${
      every.startsWith('The first') ? 'The first rate' : 'Each rate'
    } follows a charge at ${at} ${way}, from the discharged cell as built.`
    : `${every} from one charge of the discharged cell as built, at ${first?.label ?? at} ${way}: ${
      first ? chargeWords(first) : 'not reached'
    }.`;
  const beyond = first && first.share > noticeablyMore
    ? ' The cut-off lies above the potential at which the capacity of the material is quoted, so that it takes up more.'
    : '';
  return sentence + beyond + lost;
}

/** Says what a charge took up. */
function chargeWords(charge: Charge): string {
  const share = `${(100 * charge.share).toFixed(1)} % of the theoretical capacity`;
  return `it takes up ${charge.arealCapacity_mAh_cm2.toFixed(2)} mAh/cm2 `
    + `(${charge.specificCapacity_mAh_g.toFixed(1)} mAh/g, ${share}) and leaves ${charge.restVoltage_V.toFixed(3)} `
    + 'V';
}
