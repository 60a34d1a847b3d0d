/** The losses of a cell: names, order and words. */

export const polarisationPartNames = [
  'ionsInMembrane',
  'ionsInCathode',
  'electronsInCathode',
  'saltConcentration',
  'chargeTransfer',
  'filmAndContact',
  'diffusionInParticles',
  'unevenStateOfCharge',
  'anode',
] as const;
export type PolarisationPart = (typeof polarisationPartNames)[number];

/** Words and order of the parts in every table and figure. */
export const polarisationLabels: Readonly<Record<PolarisationPart, string>> = {
  ionsInMembrane: 'ions in the membrane',
  ionsInCathode: 'ions in the cathode',
  electronsInCathode: 'electrons in the cathode',
  saltConcentration: 'salt concentration',
  chargeTransfer: 'charge transfer',
  filmAndContact: 'films and contacts',
  diffusionInParticles: 'diffusion in particles',
  unevenStateOfCharge: 'uneven state of charge',
  anode: 'anode',
};
