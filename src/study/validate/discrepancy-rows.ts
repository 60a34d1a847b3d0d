import { layeredOxides, type LossKind, type Rate, sdLnOthers, type Sides, uncalibrated,
  unmodelledLoss } from '../ranges/calibrated-band.js';

const nameOfLoss = { slurry: 'slurry', counterElectrode: 'doubtful counter electrode', lowPressure: 'little pressure',
  bare: 'uncoated particles', bareInHalide: 'uncoated particles in a halide',
  glass: 'a glass around the particles' } as const satisfies Record<LossKind, string>;

const rates: readonly Rate[] = ['slow', 'fast'];
const inWords = { slow: 'up to C/4', fast: 'from 1C on' } as const;
const basisOfLoss = { slow: 'root mean square over the sources of such cells',
  fast: 'such that misses, each over the loss at its rate, have a root mean square of 1' } as const;

const ofCapacity = (cells: string, sides: Sides, basis: string) =>
  (['down', 'up'] as const).map((side) => ({ of: `capacity, ${cells}, ${side}wards`, deviation: sides[side],
    unit: 'of ln' as const, basis })
  );

const ofLostVoltage = (charged: string, deviation: number) => ({ of: `the same, layered oxides charged ${charged}`,
  deviation, unit: 'V' as const, basis: 'downwards alone; root mean square over the sources' });

/** What predictions are wrong by, in words. */
export const discrepancyRows = [
  ...rates.flatMap((rate) =>
    ofCapacity(`inside what was compared, ${inWords[rate]}`, layeredOxides.sdLnCapacity.inside[rate],
      'by the rule, of what was forecast unseen')
  ),
  ...ofCapacity('beyond it', layeredOxides.sdLnCapacity.beyond, 'by the rule'),
  ...ofCapacity('of another kind', uncalibrated.sdLnCapacity, 'by the rule'),
  ...(['slurry', 'counterElectrode', 'lowPressure', 'bare', 'bareInHalide', 'glass'] as const).flatMap((kind) =>
    rates.map((rate) => ({
      of: `loss that is not modelled, ${nameOfLoss[kind]}, ${inWords[rate]}`,
      deviation: unmodelledLoss[kind][rate],
      unit: 'of ln' as const,
      basis: `downwards alone; ${basisOfLoss[rate]}`,
    }))
  ),
  { of: 'retention', deviation: sdLnOthers.retention, unit: 'of ln',
    basis: 'assumed; outside of what was compared the same comes on top as on a capacity' },
  { of: 'charge-transfer resistance', deviation: sdLnOthers.chargeTransferResistance, unit: 'of ln',
    basis: 'assumed; the spread of the exchange current comes on top and alone holds the sources of coated particles' },
  { of: 'the same, particles not known to be coated', deviation: sdLnOthers.bare, unit: 'of ln',
    basis: 'upwards alone; root mean square over their sources' },
  { of: 'mean voltage', deviation: layeredOxides.sdMeanVoltage, unit: 'V', basis: 'assumed; 0.1 V outside' },
  ofLostVoltage('up to 4.32 V', layeredOxides.lossMeanVoltage.inside),
  ofLostVoltage('above', layeredOxides.lossMeanVoltage.beyond),
] as const;
