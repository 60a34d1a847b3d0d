import { ocpNmc532, ocpNmc622, ocpNmc90 } from '../functions/ocp-nmc-between.js';
import { ocpNmc111Bpx } from '../functions/ocp-nmc111-bpx.js';
import { ocpNmc811 } from '../functions/ocp-nmc811.js';
import { assumed, derived, type LibraryFunction, literature, type Property, type Table } from '../property.js';
import { sources } from '../sources.js';

/**
 * What the layered oxides of nickel, manganese and cobalt share. All live on the axis of the crystal: s = 1 is LiMO2, so that D(s), i0(s) and
 * sigma(s) of different papers meet, and no particle holds more lithium than its crystal.
 */

/**
 * Chemical diffusivity of NMC811 by intermittent titration in a liquid cell, with surface over volume from BET (equivalent radius 0.42 um):
 * 3e-16 to 1e-15 m2/s between 3.9 and 4.1 V, 1e-16 to 2e-16 at 3.7 V and at the dip of 4.15 to 4.2 V, the decade of 1e-17 below 3.6 V; here
 * the middle of each range (in the logarithm) at the stoichiometry of that potential. At 4.36 V a tenth of the plateau, as NCM94 shows.
 * It is a property of the crystal: the radius that belongs to it is that of the crystal, or 3 / (density BET) of a secondary particle.
 */
const diffusivityOfNmc811: Table = [
  [0.1, 5e-17],
  [0.24, 1.4e-16],
  [0.33, 5.5e-16],
  [0.52, 5.5e-16],
  [0.75, 1.4e-16],
  [0.905, 3e-17],
  [0.97, 1e-17],
];

/**
 * NMC111 over NMC811 at half charge in two liquid cells, D/R^2 = 3.2e-14 / 4.6^2 and 7.3e-15 / 5.22^2: 5.6. One pair of fits is little, and the
 * same D for both is the other end: their geometric mean.
 */
const nmc111OverNmc811 = 2.4;

const scaled = (table: Table, factor: number): Table =>
  table.map(([s, value]) => [s, Number((factor * value).toPrecision(3))] as const);

const titration = `${sources.chien2023}, Fig. 5; charged end: ${sources.wang2026}`;

/** D(s) of NMC811 as it was measured. */
export const nickelRichDiffusivity: Property = literature(diffusivityOfNmc811, titration, {
  note: 'the middle of each printed range; the radius that belongs to it is that of the crystal, or 3 / (density BET)',
  // a printed range spans 2 to 3, at most 1.7 to either side of its middle. What each of ten sources of cells would ask for spreads by 2.1 about
  // 1.0 (docs/validation-sources.md): that holds whatever else is wrong with a cell
  spread: { factor: 1.7 },
  alternatives: [
    { value: 4e-15, source: sources.pybammChen2020, note: 'with the radius of the secondary particle, 5.22 um' },
    { value: 3.8e-16, source: `${sources.miss2022}, Table 2`, note: 'NMC83 in a solid cell, half charged' },
    { value: 6.6e-15, source: `${sources.ramanayagam2026}, Table 2`, note: 'NMC83 at 389 MPa, fitted to an impedance' },
    { value: 1.4e-16, source: `${sources.yanev2024}, Table I`,
      note: 'NMC811 in a solid cell, titration, radius from BET' },
    { value: 1e-15, source: `${sources.conforto2021}, text`, note: 'NMC811 in a solid cell, Warburg, radius from BET' },
  ],
});

/** How sure D(s) is of an oxide on which it was not measured. */
const ofAnotherOxide = { factor: 3 } as const;

/** D(s) of NMC811 for oxides with more nickel, or with aluminium. */
export const borrowedDiffusivity: Property = derived(diffusivityOfNmc811, titration,
  'that of NMC811: no diffusivity of an oxide with 85 % of nickel or more was found with the surface or the crystal that it belongs to',
  {
    spread: ofAnotherOxide,
    alternatives: [
      { value: 3e-15, source: sources.pybammKim2011,
        note:
          'NCA in a model of a liquid cell, with a radius of 1.633 um: D/R^2 is 7.7 times that of NMC811 with 5.22 um' },
      { value: 2e-11, source: sources.bruce1992, note: 'LiNiO2, the largest over its lithium content' },
    ],
  });

/** D(s) between NMC811 and NMC111, by nickel content in the logarithm; `times` and `because`: single crystals that are quicker still. */
export function diffusivityByNickel(nickel: number, times = 1, because?: string): Property {
  const factor = times * nmc111OverNmc811 ** ((0.8 - nickel) / (0.8 - 1 / 3));
  const source = `${titration}; ${sources.bpxNmc111}; ${sources.pybammORegan2022}${because ? `; ${because}` : ''}`;
  return derived(scaled(diffusivityOfNmc811, factor), source,
    `that of NMC811 times ${factor.toPrecision(3)}: in liquid cells NMC111 is 5.6 times faster; half of that in the `
      + 'logarithm, by nickel content', { spread: ofAnotherOxide });
}

/** In solid electrolytes: the geometric mean of three cells, on particles that are coated. */
export const coatedExchangeCurrent: Property = assumed(0.38,
  'geometric mean of 0.11 and 1.33 A/m^2, both NMC83 coated with LiNbO3 in a sulfide at 389 MPa, half charged, per geometric area; without '
    + 'a coating about 0.02', {
  source: `${sources.miss2022}, Table 2; ${sources.ramanayagam2026}, Table 2`,
  spread: { low: 0.11, high: 1.33 },
  alternatives: [
    { value: 0.11, source: `${sources.miss2022}, Table 2`, note: 'in 0.67Li3PS4-0.33LiI, 389 MPa' },
    { value: 0.74, source: `${sources.ramanayagam2026}, Table 2`, note: 'in Li5.3PS4.3ClBr0.7, 97 MPa' },
    { value: 1.33, source: `${sources.ramanayagam2026}, Table 2`, note: 'the same at 389 MPa' },
    { value: 3.412, source: sources.pybammChen2020, note: 'liquid electrolyte: 3.42e-6 sqrt(1000) 63104/2' },
  ],
});

export const asBuilt: Property = assumed(0.995, 'an oxide as it comes from the furnace, a trace below LiMO2');

export const openCircuitPotentials = {
  nmc811: assumed(ocpNmc811,
    'the published fit on the axis of the crystal, 25 degC; which lithium content its end has is assumed', {
    source: `${sources.pybammChen2020}; ${sources.bpxNmc111}`,
    alternatives: [{ value: 'ocp-nmc811-chen2020', source: sources.pybammChen2020,
      note: 'the fit on its own axis, s = 0.27 to 0.9084' }],
  }),
  nmc90: assumed(ocpNmc90,
    'NMC111 and NMC811 carried on by nickel content: at each potential along the line through their stoichiometries', {
    source: ocpNmc90.source,
    alternatives: [{ value: 'ocp-nmc811', source: sources.pybammChen2020, note: 'that of NMC811' }],
  }),
  nmc622: between(ocpNmc622),
  nmc532: between(ocpNmc532, [{ value: 'ocp-nmc532-xu2019', source: sources.pybammXu2019,
    note: 'a fit on its own axis, 48 230 mol/m3' }]),
  nmc111: literature(ocpNmc111Bpx, `${sources.bpxNmc111}`, {
    note: 'its axis (46 200 mol/m3) is taken as the lithium content',
  }),
} as const;

function between(potential: LibraryFunction, alternatives: Property['alternatives'] = []): Property {
  return assumed(potential,
    'between NMC111 and NMC811 by nickel content: at each potential the mean of their stoichiometries', {
    source: potential.source,
    alternatives,
  });
}
