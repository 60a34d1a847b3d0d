import { type BasisName, tellingBasis } from '../cell/energy-density.js';
import type { RateResult, ResultDocument } from '../results/result-schema.js';
import { fixed, percent, significant, tiny } from './format.js';
import { underLoad } from './load-words.js';

/** Lines on a run: its energy, its warmest moment, how far its balances close, what it cost. */

/** Of a cell without a pouch: per mass of what tells of it, of a pellet the cathode layer. */
function electrodeText({ energy: cell, rates }: ResultDocument): string {
  const basis = tellingBasis[cell.format ?? 'pouch'];
  const simulated = rates.flatMap(({ label, energy }) =>
    energy[basis].gravimetric_Wh_kg === null ? [] : [`${label} ${fixed(energy[basis].gravimetric_Wh_kg, 0)}`]
  );
  const { unitCellsInSeries: cells } = cell;
  const name = cells > 1
    ? `bipolar stack of ${cells} cells, ${fixed(cells * cell.meanVoltage_V, 1)} V,`
    : cell.format;
  return `${name} of ${significant(1e3 * cell.capacity_Ah)} mAh; per mass of the ${bareNames[basis]} ${
    fixed(cell[basis].gravimetric_Wh_kg, 0)
  } Wh/kg at full utilisation${simulated.length === 0 ? '' : `; as simulated ${simulated.join(', ')}`}`;
}

const bareNames: Readonly<Record<BasisName, string>> = {
  electrode: 'cathode layer',
  unitCell: 'unit cell with its foils',
  stack: 'stack',
  pouch: 'pouch',
};

function pouchText(doc: ResultDocument): string {
  const { energy } = doc;
  // with ranges the table above has them
  const rates = doc.certainty
    ? []
    : doc.rates.flatMap(({ label, energy: { pouch } }) =>
      pouch.gravimetric_Wh_kg === null ? [] : [`${label} ${fixed(pouch.gravimetric_Wh_kg, 0)}`]
    );
  const simulated = rates.length === 0 ? '' : `; as simulated, in Wh/kg: ${rates.join(', ')}`;
  return (
    `pouch ${fixed(energy.gravimetric_Wh_kg, 0)} Wh/kg, ${fixed(energy.volumetric_Wh_L, 0)} Wh/L `
    + `(${
      fixed(energy.pouch.volumetricCharged_Wh_L, 0)
    } charged) at full utilisation and the mean equilibrium voltage${simulated}`
  );
}

/** Highest temperature of each rate, where it follows from the heat of the cell. */
export function temperatureText(doc: ResultDocument): string[] {
  const peaks = doc.rates.flatMap((
    { label, series: { temperature_K: temperature = [] } },
  ) => (temperature.length > 0
    ? [`${label} ${fixed(temperature.reduce((a, b) => Math.max(a, b)) - 273.15, 1)} °C`]
    : [])
  );
  return peaks.length === 0 ? [] : [`${peaks.join(', ')}; without heat of mixing, entropic where dU/dT is given`];
}

export function balanceText(doc: ResultDocument): string {
  const { lithium_relative: lithium, charge_relative: charge, salt_relative: salt, heat_relative: heat,
    polarisation_mV: polarisation } = doc.balances;
  const part = (name: string, value: number | undefined): string[] => (
    value === undefined ? [] : [`${name} ${tiny(value)}`]
  );
  const relative = [...part('lithium', lithium), ...part('charge', charge), ...part('salt', salt),
    ...part('heat', heat)];
  return `${relative.join(', ')} (relative), polarisation ${tiny(polarisation)} mV`;
}

export function workText(doc: ResultDocument): string {
  const { counters, certainty } = doc;
  return (
    `${counters.unknowns} unknowns, ${counters.steps} steps (${counters.rejectedSteps} rejected), `
    + `${counters.newtonIterations} Newton, ${counters.factorisations} factorisations, `
    + `${fixed(counters.milliseconds, 0)} ms`
    + (certainty
      ? `; for the ranges ${certainty.solves} more solves on a coarse mesh, ${fixed(certainty.milliseconds, 0)} ms`
      : '')
  );
}

/** The energy of the cell on the basis that tells of it. */
export const energyText = (doc: ResultDocument): string =>
  doc.energy.format === undefined ? pouchText(doc) : electrodeText(doc);

/** Lines on how the cell was charged, what comes back, and what the first seconds say, as [head, text]. */
export function chargeLines(doc: ResultDocument): [string, string][] {
  return [
    ['start', doc.start.sentence],
    ...line('returns', [
      listed(doc, 'coulombic efficiency in %', ({ efficiency: { coulombic } }) => hundred(coulombic), 1),
      listed(doc, 'energy efficiency in %', ({ efficiency: { energy } }) => hundred(energy), 1),
    ]),
    ...line('pulse', [
      listed(doc, `${doc.start.resistanceDelay_s} s after the current is switched on, in ohm cm²`,
        (rate) => rate.resistance_ohm_cm2, 1),
    ]),
    ...chargeEndings(doc),
  ];
}

const hundred = (share: number | null): number | null => (share === null ? null : 100 * share);

function line(head: string, texts: readonly string[]): [string, string][] {
  const present = texts.filter((text) => text !== '');
  return present.length === 0 ? [] : [[head, present.join('; ')]];
}

/** "coulombic efficiency in %: C/10 99.8, 1C 84.2"; empty where no rate has it. */
function listed({ rates }: ResultDocument, name: string, value: (rate: RateResult) => number | null,
  digits: number): string
{
  const values = rates.flatMap((rate) => (value(rate) === null ? [] : [`${rate.label} ${fixed(value(rate), digits)}`]));
  return values.length === 0 ? '' : `${name}: ${values.join(', ')}`;
}

/** Lines on charges that did not end at their cut-off voltage, or were there at once. */
function chargeEndings({ rates }: ResultDocument): [string, string][] {
  const sentences = rates.flatMap((
    { charge },
  ) => (charge && (charge.outcome.reason !== 'voltage-cutoff' || charge.arealCapacity_mAh_cm2 === 0)
    ? [charge.outcome.sentence]
    : [])
  );
  return [...new Set(sentences)].map((sentence) => ['charge', sentence]);
}

type Particles = NonNullable<RateResult['particles']>;

/** Particles of one rate, by its label. */
interface Told {
  readonly label: string;
  readonly particles: Particles;
}

/** Lines on materials, sizes and contact of the particles at each rate, as [head, text]; nothing where there is one of each and full contact. */
export function particleLines({ rates }: ResultDocument): [string, string][] {
  const told = rates.flatMap(({ label, particles }) => (particles === undefined ? [] : [{ label, particles }]));
  if (told.length === 0) return [];
  const materials = [...new Set(told[0].particles.map(({ material }) => material))];
  const contacts = told.flatMap(({ label, particles }) => contactText(particles).map((text) => `${label} ${text}`));
  const contact = `share of the particle surface, start to end of the step: ${contacts.join(', ')}`;
  return [
    ...blendLines(rates),
    ...materials.flatMap((material) =>
      sizeLines(
        told.map(({ label, particles }) => ({ label,
          particles: particles.filter((one) => one.material === material) })
        ),
        material,
      )
    ),
    ...(contacts.length > 0 ? [['contact', contact] satisfies [string, string]] : []),
  ];
}

/** One line for each active material of a blend. */
function blendLines(rates: readonly RateResult[]): [string, string][] {
  const first = rates.find(({ materials }) => materials !== undefined)?.materials ?? [];
  const severalLayers = new Set(first.map(({ layer }) => layer)).size > 1;
  return first.map(({ layer, material, capacityShare }, i): [string, string] => {
    const used = rates.flatMap(({ label, materials }) => (materials
      ? [`${label} ${percent(materials[i].utilisation, 0)}`]
      : [])
    );
    const name = severalLayers ? `${material} in ${layer}` : material;
    return ['material', `${name}: ${percent(capacityShare, 0)} of the capacity, of which is used ${used.join(', ')}`];
  });
}

function sizeLines(told: readonly Told[], material: string | undefined): [string, string][] {
  const sizes = new Set(told[0].particles.map(({ radius_um: radius }) => radius));
  return sizes.size > 1
    ? [['particles', `${material === undefined ? '' : `${material}: `}${sizeText(told)}`]]
    : [];
}

function sizeText(told: readonly Told[]): string {
  const ends = told.map(({ label, particles }) => {
    const bySize = [...particles].sort((a, b) => a.radius_um - b.radius_um);
    return { label, smallest: bySize[0], largest: bySize[bySize.length - 1] };
  });
  const used = ends.map(({ label, smallest, largest }) =>
    `${label} ${percent(smallest.utilisation, 0)} and ${percent(largest.utilisation, 0)}`
  );
  const [{ smallest, largest }] = ends;
  return `radius ${significant(smallest.radius_um)} to ${
    significant(largest.radius_um)
  } µm; utilisation of the smallest and of the `
    + `largest: ${used.join(', ')}`;
}

/** Mean over the classes, by volume, of each layer. */
function contactText(particles: Particles): string[] {
  const touched = particles.flatMap(({ contact, volumeShare }) => (contact ? [{ ...contact, volumeShare }] : []));
  const total = touched.reduce((sum, { volumeShare }) => sum + volumeShare, 0);
  if (total === 0) return [];
  const mean = (end: 'start' | 'end'): number =>
    touched.reduce((sum, each) => sum + each.volumeShare * each[end], 0) / total;
  return [`${percent(mean('start'), 0)} to ${percent(mean('end'), 0)}`];
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

/** In a sentence: what no rate reaches, and what polarisation leaves of the rest; undefined where everything is connected. */
export function cutOffSentence(doc: ResultDocument): string | undefined {
  const { theoreticalArealCapacity_mAh_cm2: full, disconnectedArealCapacity_mAh_cm2: cutOff } = doc.case;
  if (cutOff === 0) return undefined;
  const left = capacitySplits(doc).map(({ rate, leftBehind }) =>
    `${fixed(Math.max(0, leftBehind), 2)} ${underLoad(rate)}`
  );
  return `${fixed(cutOff, 2)} of ${fixed(full, 2)} mAh/cm² (${
    percent(cutOff / full, 1)
  }) is active material that ions or electrons do not reach or that never converts`
    + `${left.length === 0 ? '' : `; polarisation leaves behind, in mAh/cm²: ${left.join(', ')}`}.`;
}
