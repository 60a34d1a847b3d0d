import { type BasisName, tellingBasis } from '../cell/energy-density.js';
import type { RateResult, ResultDocument } from '../results/result-schema.js';
import { errorText, fixed, percent, significant } from './format.js';
import { aboutRate } from './outside.js';
import { underLoad } from './rate-choice.js';

/** Lines on a run, as [head, text]: how it was charged and what comes back, its particles, its energy, how far its balances close, what it cost. */

type Line = [head: string, text: string];

/** "C/10 99.8, 1C 84.2": what each rate has to say, by its label; empty where none has. */
const byRate = (rates: readonly RateResult[], textOf: (rate: RateResult) => string | undefined): string =>
  rates.flatMap((rate) => {
    const text = textOf(rate);
    return text === undefined ? [] : [`${rate.label} ${text}`];
  }).join(', ');

/** A line of the texts that are not empty; none where all are. */
function line(head: string, texts: readonly string[]): Line[] {
  const present = texts.filter((text) => text !== '');
  return present.length === 0 ? [] : [[head, present.join('; ')]];
}

/** What is told of the rates one by one. */
export const rateLines = (doc: ResultDocument): Line[] => [
  ...chargeLines(doc),
  ...particleLines(doc),
  ...line('cut off', [cutOffSentence(doc)]),
  ...temperatureLine(doc),
];

/** On how the cell was charged, what comes back, and what the first seconds say. */
function chargeLines({ start, rates }: ResultDocument): Line[] {
  const listed = (name: string, value: (rate: RateResult) => number | null): string => {
    const values = byRate(rates, (rate) => value(rate) === null ? undefined : fixed(value(rate), 1));
    return values === '' ? '' : `${name}: ${values}`;
  };
  return [
    ['start', start.sentence],
    ...line('efficiency', [
      listed('coulombic, in %', ({ efficiency: { coulombic } }) => hundred(coulombic)),
      listed('energy, in %', ({ efficiency: { energy } }) => hundred(energy)),
    ]),
    ...line('pulse', [
      listed(`resistance ${start.resistanceDelay_s} s after the current begins, in ohm cm²`,
        (rate) => rate.resistance_ohm_cm2),
    ]),
    ...chargeEndings(rates).map((sentence): Line => ['charge', sentence]),
  ];
}

const hundred = (share: number | null): number | null => (share === null ? null : 100 * share);

/** On charges that did not end at their cut-off voltage, or were there at once. */
const chargeEndings = (rates: readonly RateResult[]): string[] => {
  const sentences = rates.flatMap(({ charge }) =>
    charge && (charge.outcome.reason !== 'voltage-cutoff' || charge.arealCapacity_mAh_cm2 === 0)
      ? [charge.outcome.sentence]
      : []
  );
  return [...new Set(sentences)];
};

type Particles = NonNullable<RateResult['particles']>;

/** On materials, sizes and contact of the particles at each rate; nothing where there is one of each and full contact. */
function particleLines({ rates }: ResultDocument): Line[] {
  const [first = []] = rates.flatMap(({ particles }) => particles ? [particles] : []);
  if (first.length === 0) return [];
  const contacts = byRate(rates, ({ particles }) => contactText(particles ?? []));
  return [
    ...blendLines(rates),
    ...[...new Set(first.map(({ material }) => material))].flatMap((material) => sizeLine(rates, first, material)),
    ...(contacts === ''
      ? []
      : [['contact', `share of the particle surface, start to end of the step: ${contacts}`] satisfies Line]),
  ];
}

/** One line for each active material of a blend. */
function blendLines(rates: readonly RateResult[]): Line[] {
  const first = rates.find(({ materials }) => materials !== undefined)?.materials ?? [];
  const severalLayers = new Set(first.map(({ layer }) => layer)).size > 1;
  return first.map(({ layer, material, capacityShare }, i): Line => {
    const used = byRate(rates, ({ materials }) => materials && percent(materials[i].utilisation, 0));
    const name = severalLayers ? `${material} in ${layer}` : material;
    return ['material', `${name}: ${percent(capacityShare, 0)} of the capacity; utilisation ${used}`];
  });
}

/** The smallest and the largest particles of a material; nothing where all are of one size. */
function sizeLine(rates: readonly RateResult[], first: Particles, material: string | undefined): Line[] {
  const ends = (particles: Particles): Particles => {
    const bySize = particles.filter((one) => one.material === material).sort((a, b) => a.radius_um - b.radius_um);
    return [bySize[0], bySize[bySize.length - 1]];
  };
  const [smallest, largest] = ends(first).map(({ radius_um: radius }) => radius);
  if (smallest === largest) return [];
  const used = byRate(rates,
    ({ particles }) => particles && ends(particles).map(({ utilisation }) => percent(utilisation, 0)).join(' and '));
  return [[
    'particles',
    `${material === undefined ? '' : `${material}: `}radius ${significant(smallest)} to ${significant(largest)} µm; `
    + `utilisation of the smallest and of the largest: ${used}`,
  ]];
}

/** Mean over the classes, by volume, of each layer; undefined where contact is whole. */
function contactText(particles: Particles): string | undefined {
  const touched = particles.flatMap(({ contact, volumeShare }) => (contact ? [{ ...contact, volumeShare }] : []));
  const total = touched.reduce((sum, { volumeShare }) => sum + volumeShare, 0);
  if (total === 0) return undefined;
  const mean = (end: 'start' | 'end'): number =>
    touched.reduce((sum, each) => sum + each.volumeShare * each[end], 0) / total;
  return `${percent(mean('start'), 0)} to ${percent(mean('end'), 0)}`;
}

/** Parts of the theoretical capacity at a rate [mAh cm^-2]; together they are all of it. */
interface CapacitySplit {
  readonly rate: RateResult;
  readonly delivered: number;
  /** Active material that ions or electrons do not reach or that never converts, at no rate. */
  readonly cutOff: number;
  /** Connected, but left behind when the cut-off ended the step. */
  readonly leftBehind: number;
}

/** Empty where everything is connected. A charge leaves no capacity behind in this sense, so it is not in the list. */
export function capacitySplits({ case: cell, rates }: ResultDocument): CapacitySplit[] {
  const { theoreticalArealCapacity_mAh_cm2: full, disconnectedArealCapacity_mAh_cm2: cutOff } = cell;
  if (cutOff === 0) return [];
  return rates.filter(({ direction }) => direction === 'discharge').map((rate) => ({ rate,
    delivered: rate.arealCapacity_mAh_cm2, cutOff, leftBehind: full - cutOff - rate.arealCapacity_mAh_cm2 })
  );
}

/** In a sentence: what no rate reaches, and what polarisation leaves of the rest; empty where everything is connected. */
function cutOffSentence(doc: ResultDocument): string {
  const { theoreticalArealCapacity_mAh_cm2: full, disconnectedArealCapacity_mAh_cm2: cutOff } = doc.case;
  if (cutOff === 0) return '';
  const left = capacitySplits(doc).map(({ rate, leftBehind }) =>
    `${fixed(Math.max(0, leftBehind), 2)} ${underLoad(rate)}`
  );
  return `${fixed(cutOff, 2)} of ${fixed(full, 2)} mAh/cm² (${percent(cutOff / full, 1)}) is active material that `
    + 'ions or electrons do not reach or that never '
    + `converts${left.length === 0 ? '' : `; polarisation leaves behind, in mAh/cm²: ${left.join(', ')}`}.`;
}

/** Highest temperature of each rate, where it follows from the heat of the cell. */
function temperatureLine({ rates }: ResultDocument): Line[] {
  const peaks = byRate(rates,
    ({ series: { temperature_K: temperature = [] } }) =>
      temperature.length > 0 ? `${fixed(temperature.reduce((a, b) => Math.max(a, b)) - 273.15, 1)} °C` : undefined);
  return peaks === '' ? [] : [['warmest', `${peaks}; without heat of mixing, entropic where dU/dT is given`]];
}

/** The energy of the cell on the basis that tells of it. */
export const energyText = (doc: ResultDocument): string =>
  doc.energy.format === undefined ? pouchText(doc) : electrodeText(doc);

/** Energy per mass as simulated, on a basis [Wh/kg]. */
const simulated = (rates: readonly RateResult[], basis: BasisName): string =>
  byRate(rates, ({ outside, energy: { [basis]: { gravimetric_Wh_kg: energy } } }) =>
    energy === null ? undefined : `${aboutRate({ outside })}${fixed(energy, 0)}`);

/** Of a cell without a pouch: per mass of what tells of it, of a pellet the cathode layer. */
function electrodeText({ energy: cell, rates }: ResultDocument): string {
  const basis = tellingBasis(cell);
  const delivered = simulated(rates, basis);
  const { unitCellsInSeries: cells } = cell;
  const name = cells > 1
    ? `bipolar stack of ${cells} cells, ${fixed(cells * cell.meanVoltage_V, 1)} V,`
    : cell.format;
  return `${name} of ${significant(1e3 * cell.capacity_Ah)} mAh; per mass of the ${bareNames[basis]} ${
    fixed(cell[basis].gravimetric_Wh_kg, 0)
  } Wh/kg at full utilisation${delivered === '' ? '' : `; as simulated ${delivered}`}`;
}

const bareNames: Readonly<Record<BasisName, string>> = {
  electrode: 'cathode layer',
  unitCell: 'unit cell with its foils',
  stack: 'stack',
  pouch: 'pouch',
};

function pouchText({ energy, certainty, rates }: ResultDocument): string {
  // with ranges the table above has them
  const delivered = certainty ? '' : simulated(rates, 'pouch');
  return (
    `pouch ${fixed(energy.gravimetric_Wh_kg, 0)} Wh/kg, ${fixed(energy.volumetric_Wh_L, 0)} Wh/L `
    + `(${fixed(energy.pouch.volumetricCharged_Wh_L, 0)} charged) at full utilisation and the mean equilibrium voltage`
    + `${delivered === '' ? '' : `; as simulated, in Wh/kg: ${delivered}`}`
  );
}

export function balanceText({ balances }: ResultDocument): string {
  const relative = (['lithium', 'charge', 'salt', 'heat'] as const).flatMap((name) => {
    const value = balances[`${name}_relative`];
    return value === undefined ? [] : [`${name} ${errorText(value)}`];
  });
  return `${relative.join(', ')} (relative), polarisation ${errorText(balances.polarisation_mV)} mV`;
}

export const workText = ({ counters, certainty }: ResultDocument): string =>
  `${counters.unknowns} unknowns, ${counters.steps} steps (${counters.rejectedSteps} rejected), `
  + `${counters.newtonIterations} Newton, ${counters.factorisations} factorisations, `
  + `${fixed(counters.milliseconds, 0)} ms`
  + (certainty
    ? `; for the ranges ${certainty.solves} more solves on a coarse mesh, ${fixed(certainty.milliseconds, 0)} ms`
    : '');
