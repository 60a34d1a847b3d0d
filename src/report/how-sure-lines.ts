import { limitLabels } from '../results/limit-labels.js';
import { parameterName } from '../results/parameter-name.js';
import { polarisationLabels, type RateRanges, type RateResult, type ResultDocument } from '../results/result-schema.js';
import { fixed, gainText, percent, rounded, significant } from './format.js';
import { largestPart, reachedRates, underLoad } from './rate-choice.js';
import { isOutside } from './rate-columns.js';
import { column, tableOf, type TextTable, words } from './text-table.js';

/** Lines on how sure a result is, what decides that, and what takes the capacity, as [head, text]; nothing where it was not asked for. */
export function howSureLines(doc: ResultDocument): [string, string][] {
  const decided = detailOf(doc);
  return [
    ...capacityText(doc).map((text): [string, string] => ['capacity', text]),
    ...(decided?.ranges && doc.certainty ? [['how sure', intervalText(doc, decided)] as [string, string]] : []),
    ...(decided?.ranges ? [['decides', decidesText(decided, decided.ranges)] as [string, string]] : []),
    ...outsideTexts(doc).map((text): [string, string] => ['outside', text]),
    ...discretisationTexts(doc).map((text): [string, string] => ['numerics', text]),
  ];
}

/** The fastest rate that reached anything: there the most is decided. */
export const detailOf = (doc: ResultDocument): RateResult | undefined =>
  reachedRates(doc).reduce<RateResult | undefined>((best, rate) => (best && best.cRate >= rate.cRate ? best : rate),
    undefined);

/** By removal, beside what takes the voltage: the two questions have two answers. */
function capacityText(doc: ResultDocument): string[] {
  const { limits } = doc;
  const rate = doc.rates.find(({ label }) => label === limits?.rate);
  const voltage = rate && largestPart(rate)?.part;
  const first = limits?.parts[0];
  if (!limits || !rate || !first) return [];
  const same = first.part === voltage;
  const compared = voltage === undefined || first.capacityGain < 0.01
    ? ''
    : same
    ? ' The first of them is also the largest loss of voltage.'
    : ` The largest loss of voltage is another: ${polarisationLabels[voltage]}.`;
  return [`${gainsText(doc)}.${compared}`];
}

const named = 3;

function gainsText({ limits, rates }: ResultDocument): string {
  const rate = rates.find(({ label }) => label === limits?.rate);
  const gains = (limits?.parts ?? []).filter(({ capacityGain }) => capacityGain >= 0.01).slice(0, named);
  const load = rate ? underLoad(rate) : '';
  if (gains.length === 0) return `no resistance alone takes more than 1 % of the capacity ${load}`;
  return `gain ${load} if one resistance alone were absent: `
    + `${gains.map(({ part, capacityGain }) => `${limitLabels[part]} ${gainText(capacityGain)}`).join(', ')}`;
}

function intervalText({ certainty }: ResultDocument, rate: RateResult): string {
  const share = percent(certainty?.interval ?? 0);
  const model = certainty?.model;
  const { low, high } = rate.ranges?.modelFactors ?? { low: 1, high: 1 };
  const compared = model
    ? ` (from ${model.forecastCapacities} capacities of ${model.forecastSources} sources, predicted before they were seen: rms error of ln `
      + `${fixed(model.forecastRmsLn, 2)})`
    : '';
  return `low to high is an ${share} interval. It combines the spreads of ${certainty?.asked} parameters with the error of the model `
    + `itself, ${percent(low - 1)} to +${percent(high - 1)} ${underLoad(rate)}${compared}`;
}

const listed = 4;

/** "ionic conductivity, bulk (Li6PS5Cl) 0.75 to 3 mS/cm, assumed". */
function decidesText(rate: RateResult, { decides }: RateRanges): string {
  if (decides.length === 0) return `${underLoad(rate)} no parameter with a spread moves the result by more than 0.3 %`;
  const words = decides.slice(0, listed).map((one) =>
    `${parameterName(one)} ${one.low} to ${one.high} (${basisWords(one)}): ${effectText(one)}`
  );
  return `parameters that widen the interval most ${underLoad(rate)}: ${words.join('; ')}`;
}

type Decides = RateRanges['decides'][number];

/** Beyond twice the result a share cannot be read: then what comes out at either end. */
const effectText = ({ effect, arealCapacity_mAh_cm2: capacity }: Decides): string =>
  effect > 2 ? `${fromTo(capacity)} mAh/cm²` : `±${percent(effect / 2)}`;

const shownEnd = (value: number | null): string => (value === null ? 'no such cell' : rounded(value, 3));
const fromTo = ({ low, high }: Decides['arealCapacity_mAh_cm2']): string => `${shownEnd(low)} to ${shownEnd(high)}`;

/** Says why a number has the spread that it has. */
function basisWords({ basis, status }: Decides): string {
  switch (basis) {
    case 'alternatives':
      return 'sources disagree';
    case 'declared':
      return 'assumed, usual spread';
    case 'law':
      return 'scatter of its law';
    default:
      return status === 'assumed' ? 'assumed' : 'stated';
  }
}

/** What mesh and time steps leave, at the rates where it is most: "voltage within 0.2 mV". */
function discretisationTexts({ rates, case: { mesh } }: ResultDocument): string[] {
  const known = rates.flatMap(({ label, discretisation }) => (discretisation ? [{ label, ...discretisation }] : []));
  if (known.length === 0) return [];
  const worst = (key: 'voltage_mV' | 'largestVoltage_mV' | 'arealCapacity_relative') =>
    known.reduce((most, one) => (one[key] > most[key] ? one : most));
  const [voltage, capacity] = [worst('voltage_mV'), worst('arealCapacity_relative')];
  const at = ({ label }: { label: string }): string => (known.length > 1 ? ` at ${label}` : '');
  const reason = mesh.reason ? ` (${mesh.cells} cells, ${mesh.shells} shells: ${mesh.reason})` : '';
  return [
    `estimated error of mesh and time steps: voltage ${significant(voltage.voltage_mV, 2)} mV (rms${at(voltage)}; `
    + `largest ${significant(worst('largestVoltage_mV').largestVoltage_mV, 2)}) and capacity `
    + `${significant(100 * capacity.arealCapacity_relative, 2)} %${at(capacity)}`
    + `${known.length > 1 ? ', the largest of all rates' : ''}${reason}`,
  ];
}

/** Says why there is no single number, once per reason. */
function outsideTexts({ rates }: ResultDocument): string[] {
  const reasons = [...new Set(rates.flatMap(({ ranges }) => ranges?.outsideData ?? []))];
  return reasons.map((reason) => {
    const where = rates.filter(({ ranges }) => ranges?.outsideData.includes(reason)).map(({ label }) => label);
    const all = where.length === rates.filter(isOutside).length && where.length === rates.length;
    return `${all ? '' : `${where.join(', ')}: `}${reason}; only an interval is given`;
  });
}

/** Every parameter that decides the result at a rate, with what it makes of it at either end. */
export function decisionTable(rate: RateResult, decides: readonly Decides[], isPouch: boolean): TextTable {
  const title = `What decides the result ${underLoad(rate)}: each parameter alone at the ends of the interval that `
    + 'holds it in 80 % of cases';
  return tableOf(title, decides, [
    words('parameter', parameterName),
    words('80 % of cases', ({ low, high }) => `${low} to ${high}`),
    words('why so wide', basisWords),
    column('capacity', 'mAh/cm²', ({ arealCapacity_mAh_cm2 }) => fromTo(arealCapacity_mAh_cm2)),
    ...(isPouch ? [column<Decides>('pouch', 'Wh/kg', ({ gravimetric_Wh_kg }) => fromTo(gravimetric_Wh_kg))] : []),
    column('effect', 'low to high', ({ effect }) => percent(effect)),
  ]);
}
