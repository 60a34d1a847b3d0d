import { assumed, type LibraryMaterial } from '../property.js';
import { prices } from './prices.js';

const temperatureRange = [200, 500] as const;
const insulator = assumed(0, 'an insulator');

export const ptfe: LibraryMaterial = {
  kind: 'passive',
  name: 'PTFE',
  title: 'Polytetrafluoroethylene, the binder of dry films',
  temperatureRange,
  properties: { price: prices.binder, density: assumed(2200, 'from memory'), electronicConductivity: insulator },
};

export const pvdf: LibraryMaterial = {
  kind: 'passive',
  name: 'PVDF',
  title: 'Polyvinylidene fluoride',
  temperatureRange,
  properties: { price: prices.binder, density: assumed(1780, 'from memory'), electronicConductivity: insulator },
};
