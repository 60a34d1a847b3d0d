import { anodePotentials } from '../../config/material-names.js';
import { assumed, electronvolt, type LibraryMaterial, literature, milliampereHoursPerGram,
  type Property } from '../property.js';
import { sources } from '../sources.js';

/** Alloys of lithium as planes on one plateau; what the reviews print of them is a potential, a capacity, or an areal capacity alone. */

interface Alloy {
  readonly name: string;
  readonly title: string;
  readonly density: Property;
  readonly specificCapacity: Property;
  readonly equilibriumPotential: Property;
}

const alloy = ({ name, title, ...properties }: Alloy): LibraryMaterial => ({
  kind: 'planarAnode',
  name,
  title,
  temperatureRange: [273.15, 373.15],
  properties: {
    ...properties,
    exchangeCurrentDensity: assumed(23, 'that of lithium on Li6PS5Cl', { source: `${sources.doux2020}, Fig. 4c`,
      spread: { factor: 5 } }),
    exchangeCurrentDensityActivationEnergy: assumed(electronvolt(0.4), 'as on lithium', {
      spread: { low: electronvolt(0.3), high: electronvolt(0.6) },
    }),
  },
});

export const lithiumMagnesium = alloy({
  name: 'lithium-magnesium',
  title: 'Lithium-magnesium alloy, rich in lithium',
  density: assumed(800, 'of 52 wt% lithium, which 2000 mAh/g ask for'),
  specificCapacity: literature(milliampereHoursPerGram(2000), `${sources.thickElectrodeReview}, Sec. 3 (3)`, {
    note: 'more than',
  }),
  equilibriumPotential: literature(0.0325, `${sources.thickElectrodeReview}, Sec. 3 (3)`),
});

export const lithiumAluminium = alloy({
  name: 'lithium-aluminium',
  title: 'Lithium-aluminium alloy on the plateau of LiAl',
  density: assumed(1760, 'LiAl, from memory'),
  specificCapacity: assumed(milliampereHoursPerGram(790),
    'one lithium per LiAl of 33.9 g; the reviews print 3 mAh/cm2 at 10 mA/cm2', {
    source: `${sources.pouchReview}, Table 2`,
  }),
  equilibriumPotential: assumed(anodePotentials['lithium-aluminium'], 'Al/LiAl, from memory', {
    spread: { low: 0.3, high: 0.4 },
  }),
});

export const lithiumTin = alloy({
  name: 'lithium-tin',
  title: 'Lithium-tin alloy between its upper plateaus',
  density: assumed(4300, 'Li7Sn3, from memory'),
  specificCapacity: assumed(milliampereHoursPerGram(463),
    '7/3 lithium per tin, per gram of Li7Sn3; the reviews print 1 mAh/cm2 at 1 mA/cm2', {
    source: `${sources.pouchReview}, Table 2`,
  }),
  equilibriumPotential: assumed(anodePotentials['lithium-tin'], 'plateaus from 0.66 to 0.42 V, from memory', {
    spread: { low: 0.42, high: 0.66 },
  }),
});
