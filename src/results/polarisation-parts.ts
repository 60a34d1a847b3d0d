/**
 * The losses of a cell, in the order of every table and figure: the words for each, what is computed (I: applied current density; a j:
 * reaction per volume, negative on discharge) and what it means.
 */
const losses = {
  ionsInMembrane: {
    label: 'ions in the membrane',
    equation: '(1/I) ∫membrane iE² / κeff dx',
    meaning: 'Ohmic loss of the ions on their way through the membrane.',
  },
  ionsInCathode: {
    label: 'ions in the cathode',
    equation: '(1/I) ∫cathode iE² / κeff dx',
    meaning:
      'Ohmic loss of the ions in the electrolyte of the cathode; κeff = κ ε / τ with the tortuosity factor τ. It grows as '
      + 'the reaction moves away from the membrane.',
  },
  electronsInCathode: {
    label: 'electrons in the cathode',
    equation: '(1/I) ∫cathode iS² / σeff dx',
    meaning: 'Ohmic loss of the electrons on their way from the collector to the particles.',
  },
  saltConcentration: {
    label: 'salt concentration',
    equation: '−(1/I) ∫ iE (2RT/F)(1 − t+) χ d ln c',
    meaning: 'Concentration overpotential of the salt, in membrane and electrodes; 0 for a single-ion conductor.',
  },
  chargeTransfer: {
    label: 'charge transfer',
    equation: '(1/I) ∫ a j η dx',
    meaning: 'Overpotential η of the reaction at the surface of the particles (Butler–Volmer).',
  },
  filmAndContact: {
    label: 'films and contacts',
    equation: '(1/I) ∫ a j² Rf dx + I (Rmembrane|cathode + Rcathode|collector)',
    meaning: 'Films on the particles and the planar contacts.',
  },
  diffusionInParticles: {
    label: 'diffusion in particles',
    equation: '(1/I) ∫ a j [U(ssurface) − U(smean)] dx',
    meaning:
      'The surface of a particle, or the few contacts on it, is ahead of its mean; the equilibrium potential of the two '
      + 'differs by this much. It is negative after the current has turned, while the old gradient still drives.',
  },
  unevenStateOfCharge: {
    label: 'uneven state of charge',
    equation: '(1/I) ∫ a j [U(smean) − U(scathode)] dx',
    meaning:
      'Where the reaction takes place the cathode is ahead of its mean through the thickness. It can be negative: an '
      + 'uneven cathode gives back.',
  },
  anode: {
    label: 'anode',
    equation: 'ηanode + I Ranode',
    meaning:
      'Reaction and area-specific resistance of the anode plane; for a composite anode everything in it but the salt.',
  },
} as const;

/** What the parts may miss their total by: a microvolt, or this share of the largest of them above a volt [V]. */
export const partsBound = 1e-6;

export type PolarisationPart = keyof typeof losses;

/** Parts and total [V]; the total is Ueq - V, and the parts add up to it. */
export type Polarisation = Record<PolarisationPart | 'total', number>;

/** The same numbers without their names, in the order of the table above, the total last: each point of a recording has them. */
export type PartsAndTotal = readonly number[];

/** |sum of the parts - total| [V]; NaN where parts are. */
export function mismatch(split: PartsAndTotal): number {
  const last = split.length - 1;
  let sum = 0;
  for (let i = 0; i < last; i++) sum += split[i];
  return Math.abs(sum - split[last]);
}

/** The same over the largest of them where that is above 1 V. */
export function relativeMismatch(split: PartsAndTotal): number {
  let largest = 1;
  for (let i = 0; i < split.length; i++) largest = Math.max(largest, Math.abs(split[i]));
  return mismatch(split) / largest;
}

export const polarisationPartNames = Object.keys(losses) as readonly PolarisationPart[];

const partsAndTotal = [...polarisationPartNames, 'total'] as const;

export const withoutNames = (split: Polarisation): PartsAndTotal => partsAndTotal.map((part) => split[part]);

export const polarisationOf = (split: PartsAndTotal): Polarisation =>
  Object.fromEntries(partsAndTotal.map((part, i) => [part, split[i]])) as Polarisation;

/** A value for each loss. */
export const forEachPart = <T>(value: (part: PolarisationPart) => T): Record<PolarisationPart, T> =>
  Object.fromEntries(polarisationPartNames.map((part) => [part, value(part)])) as Record<PolarisationPart, T>;

export const polarisationLabels = forEachPart((part) => losses[part].label);

/** Equation and meaning of each loss, for a glossary. */
export const polarisationGlossary: Readonly<
  Record<PolarisationPart, { readonly equation: string; readonly meaning: string }>
> = losses;
