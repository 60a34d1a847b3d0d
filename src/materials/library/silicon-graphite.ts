import { mixedPotential } from '../functions/mixed-potential.js';
import { ocpGraphiteChen2020 } from '../functions/ocp-graphite-chen2020.js';
import { assumed, derived, type LibraryMaterial, literature, milliampereHoursPerGram as mAhPerGram,
  type Property } from '../property.js';
import { tableFunction } from '../scalar-functions.js';
import { sources } from '../sources.js';
import { carriedDiffusionEnergy } from './activation-energies.js';
import { graphite } from './graphite.js';
import { siliconPotential } from './silicon.js';

/**
 * Mixtures of graphite and silicon by their capacity: the share w of silicon in the mass is what the capacity asks for,
 *
 *   q = (1 - w) qC + w qSi,   qC = 325 mAh/g and qSi = 2970 mAh/g over their windows,
 *
 * and at each potential either takes what it takes alone. Everything else is that of graphite.
 */
const [qC, qSi] = [325, 2970];

const shareOfSilicon = (capacity: number): number => (capacity - qC) / (qSi - qC);

/** Silicon per C6 [mol]. */
const siliconPerC6 = (share: number): number => Number(((72.066 / (1 - share)) * share / 28.085).toFixed(4));

/** Both within the windows that they have alone. */
const partsOf = (inSilicon: number) => [
  { name: ocpGraphiteChen2020.name, evaluate: ocpGraphiteChen2020.evaluate, window: [0.9014, 0.0279] as const,
    share: 1 - inSilicon },
  { name: 'the mean potential of silicon', evaluate: tableFunction(siliconPotential).evaluate,
    window: [0.95, 0.02] as const, share: inSilicon },
];

function mixture(name: string, title: string, capacity: number, specificCapacity: Property): LibraryMaterial {
  const share = shareOfSilicon(capacity);
  const amount = siliconPerC6(share);
  const inSilicon = (share * qSi) / capacity;
  const { price: _, maximumConcentration: __, ...carbon } = graphite.properties as Readonly<
    Record<string, Property>
  >;
  return {
    ...graphite,
    kind: 'activeMaterial',
    name,
    title,
    crystal: { formula: `C6Si${amount}`, lithium: 1 + 3.75 * amount },
    windowPotentials: { charged: 0.092, discharged: 1.06, source: 'those of graphite' },
    properties: {
      ...carbon,
      density: assumed(2260, 'that of graphite'),
      specificCapacity,
      chargedStoichiometry: assumed(0.95, 'on the axis of its own capacity'),
      dischargedStoichiometry: assumed(0.02, 'on the axis of its own capacity'),
      openCircuitPotential: assumed(mixedPotential(`ocp-${name.toLowerCase()}`, partsOf(inSilicon)),
        `${(100 * share).toFixed(1)} wt% of silicon, which holds ${(100 * inSilicon).toFixed(0)} % of the capacity; `
          + 'hysteresis left out', {
        source: `${sources.pybammChen2020}; ${sources.pybammChen2020Composite}`,
      }),
      diffusivityActivationEnergy: carriedDiffusionEnergy,
      relativeVolume: derived([[0, 1], [1, 1 + 0.1 + 2.7 * share]], 'graphite 10 %, silicon 280 %, from memory',
        'by mass, linear in between'),
    },
  };
}

export const siliconCarbon450 = mixture('Si-C-450', 'Silicon-carbon of 450 mAh/g, composite anode', 450,
  literature(mAhPerGram(450), `${sources.sulfideReview}, Table 2`));
export const siliconCarbon600 = mixture('Si-C-600', 'Silicon-carbon of 600 mAh/g, composite anode', 600,
  literature(mAhPerGram(600), `${sources.sulfideReview}, Sec. 6.1`));
export const graphiteSilicon = mixture('graphite-silicon', 'Graphite with a tenth of silicon, composite anode', 590,
  assumed(mAhPerGram(590), '10 wt% of silicon; the reviews print 3.53 mAh/cm2 of such an anode and no composition', {
    source: `${sources.pouchReview}, Table 2`,
  }));
