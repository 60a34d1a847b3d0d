import { assumed, type LibraryMaterial, type Property } from '../property.js';
import { sources } from '../sources.js';
import { prices } from './prices.js';

const foil = (name: string, title: string, density: Property, conductivity: number,
  price: Property): LibraryMaterial => ({
    kind: 'passive',
    name,
    title,
    temperatureRange: [200, 500],
    properties: {
      density,
      price,
      electronicConductivity: assumed(conductivity,
        'handbook value from memory; a foil adds no voltage loss in one dimension'),
    },
  });

const recomputed = `assumed where ${sources.thickElectrodeReview}, Fig. 1A is recomputed`;

export const aluminium = foil('aluminium', 'Aluminium foil', assumed(2700, 'handbook value', { source: recomputed }),
  3.5e7, prices.aluminiumFoil);
export const copper = foil('copper', 'Copper foil', assumed(8960, 'handbook value', { source: recomputed }), 5.8e7,
  prices.copperFoil);
export const stainlessSteel = foil('stainless-steel', 'Stainless steel foil',
  assumed(7900, 'handbook value from memory'), 1.4e6, prices.steelFoil);
export const nickel = foil('nickel', 'Nickel foil', assumed(8900, 'handbook value from memory'), 1.4e7,
  prices.nickelFoil);
