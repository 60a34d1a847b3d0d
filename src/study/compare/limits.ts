import type { Case, Rate } from '../../config/case.js';
import type { CellModel } from '../../physics/cell-model.js';
import { rateCapability } from '../../pipeline/run-case.js';
import { fromNothing, limitLabels, throughNetwork } from '../../results/limit-labels.js';
import type { Limits } from '../../results/limits-schema.js';
import type { RateResult } from '../../results/result-schema.js';
import { aCase, anObject, expectArguments, objectWith, optional } from '../../units/arguments.js';
import { units } from '../../units/document-units.js';
import { formatNumber } from '../../units/quantity.js';
import { type Removable, removable, withoutLimit } from './remove-limit.js';

/** A gain of capacity below this share limits nobody. */
const noticeable = 0.01;

/** Finds what each resistance costs at one rate, by solving again without it; largest gain of capacity first. */
export function limitsOf(given: Case, model: CellModel, rate: Rate | undefined, asIs: RateResult | undefined): Limits {
  expectArguments({ given: [given, aCase], model: [model, objectWith('particles', 'mesh')],
    rate: [rate, optional(anObject)], asIs: [asIs, optional(objectWith('label', 'series'))] });
  if (asIs === undefined) return { rate: null, parts: [], sentence: 'No rate gave a result.' };
  const cathodeParticles = model.particles.filter(({ region }) => model.mesh.regions[region].kind === 'cathode');
  const present = removable.filter((part) => {
    if (part === 'disconnection') return model.particles.some(({ connectedFraction }) => connectedFraction < 1);
    if (part === 'anode' || (part === 'filmAndContact' && cathodeParticles.some(({ contact }) => contact))) return true;
    // where nothing flows no part shows, and each may be why
    if (asIs.arealCapacity_mAh_cm2 === 0) return part !== 'saltConcentration' || model.ions.kind === 'salt';
    return asIs.series.polarisation_mV[part].some((loss) => loss);
  });
  const parts = present.map((part) => withoutOne(given, model, rate, asIs, part)).sort((a, b) =>
    b.capacityGain - a.capacityGain
  );
  return { rate: asIs.label, parts,
    sentence: sentenceOf(asIs, parts, cathodeParticles.some(({ network }) => network)) };
}

function withoutOne(given: Case, model: CellModel, rate: Rate | undefined, asIs: RateResult,
  part: Removable): Limits['parts'][number]
{
  const protocol = { ...given.protocol, rates: rate ? [rate] : [] };
  const [{ performance: { main, theoreticalArealCapacity } }] = rateCapability({ ...given, protocol },
    withoutLimit(model, part));
  const capacity = main.arealCapacity / units.mAh_cm2;
  const energy = main.arealEnergy / units.mWh_cm2;
  return {
    part,
    arealCapacity_mAh_cm2: capacity,
    utilisation: main.arealCapacity / theoreticalArealCapacity,
    arealEnergy_mWh_cm2: energy,
    capacityGain: gain(capacity, asIs.arealCapacity_mAh_cm2),
    energyGain: gain(energy, asIs.arealEnergy_mWh_cm2),
  };
}

const gain = (after: number, before: number): number => (before > 0 ? after / before - 1 : after > 0 ? fromNothing : 0);

function sentenceOf({ label, arealCapacity_mAh_cm2: before, utilisation, outside, ranges }: RateResult,
  parts: Limits['parts'], network: boolean): string
{
  const [first, second] = parts.filter(({ capacityGain }) => capacityGain >= noticeable);
  const computed = `${formatNumber(before, 3)} mAh/cm2`;
  const ends = ranges?.outsideData.length ? ranges.arealCapacity_mAh_cm2 : undefined;
  const delivered = ends
    ? `${formatNumber(ends.low, 2)} to ${formatNumber(ends.high, 2)} mAh/cm2 (≈ ${computed} as computed)`
    : `${outside?.length ? '≈ ' : ''}${computed} (${formatNumber(100 * utilisation, 3)} %)`;
  if (first === undefined) {
    if (before === 0)
      return `At ${label} it delivers nothing, and taking away one resistance alone does not change that.`;
    return `At ${label} it delivers ${delivered}; no resistance alone takes more than ${100 * noticeable} % of that.`;
  }
  const more = ({ part, arealCapacity_mAh_cm2: after }: (typeof parts)[number]): string =>
    `${network && part === 'diffusionInParticles' ? throughNetwork : limitLabels[part]} (without that ${
      formatNumber(after, 3)
    } mAh/cm2${
      after * utilisation > 1.001 * before
        ? ', above its quoted capacity'
        : ''
    })`;
  const next = second && second.capacityGain > 0.3 * first.capacityGain ? `, then by ${more(second)}` : '';
  return `At ${label} it delivers ${delivered}, limited by ${more(first)}${next}.`;
}
