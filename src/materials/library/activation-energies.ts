import { assumed, derived, electronvolt, literature, type Property } from '../property.js';
import { sources } from '../sources.js';

/**
 * How fast layered oxides and their like quicken with temperature in solid cells. Liquid cells report less (12 to 40 kJ/mol), whose
 * charge transfer is another one; a value of 0 is certainly wrong.
 */

const spread = { low: electronvolt(0.3), high: electronvolt(0.5) } as const;

/** Activation energy of lithium diffusion in NMC811, which the other intercalation materials take over. */
export const nmc811DiffusionEnergy: Property = literature(electronvolt(0.44), `${sources.conforto2021}, text`, {
  note: 'NMC811 in Li6PS5Cl at 3.77 V: 1e-15 m2/s at 25 degC, 6e-15 at 60 degC',
  spread,
  alternatives: [
    { value: 12_047, source: sources.pybammORegan2022, note: 'NMC811 in liquid, exp(1449 K (1/298.15 K - 1/T))' },
    { value: 18_550, source: sources.pybammMohtat2020, note: 'NMC532 in liquid' },
    { value: 80_600, source: sources.pybammEcker2015, note: 'LiNiCoO2 in liquid' },
  ],
});

export const carriedDiffusionEnergy: Property = assumed(electronvolt(0.44),
  'that of NMC811 in Li6PS5Cl; 0.3 to 0.5 eV are customary', { source: sources.conforto2021, spread });

const transferNote =
  'charge-transfer resistance of uncoated NMC811 in Li6PS5Cl, 289.9, 139.6 and 67.8 ohm cm2 at 30, 45 and 60 degC (0.42 eV), '
  + 'times T: i0 = R T / (F R_ct)';
const transferSpread = { low: electronvolt(0.35), high: electronvolt(0.6) } as const;

export const nmc811TransferEnergy: Property = derived(electronvolt(0.45), `${sources.kim2025tlm}, SI Table S6`,
  transferNote, {
  spread: transferSpread,
  alternatives: [
    { value: 17_800, source: sources.pybammChen2020, note: 'liquid electrolyte' },
    { value: 24_010, source: sources.pybammORegan2022, note: 'liquid electrolyte' },
    { value: 37_000, source: `${sources.ikezawa2020}, Fig. 3`, note: 'resistance of coated LCO in LGPS' },
  ],
});

export const carriedTransferEnergy: Property = assumed(electronvolt(0.45), 'that of NMC811 in Li6PS5Cl', {
  source: `${sources.kim2025tlm}, SI Table S6`,
  spread: transferSpread,
});

/** Activation energy of the electronic conductivity of layered oxides. */
export const carriedConductionEnergy: Property = assumed(electronvolt(0.16),
  'that of NMC523 at 10 % delithiation; 0.42 eV at 0 %, 0.05 eV at 75 %', { source: sources.aminChiang2016,
  spread: { low: electronvolt(0.05), high: electronvolt(0.42) } });
