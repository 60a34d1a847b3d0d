import { conductivityLipf6Capiglia1999, diffusivityLipf6Capiglia1999 } from '../functions/lipf6-capiglia1999.js';
import { conductivityLipf6Nyman2008, diffusivityLipf6Nyman2008 } from '../functions/lipf6-nyman2008.js';
import { conductivityLipf6Valoen2005 } from '../functions/lipf6-valoen2005.js';
import { assumed, type LibraryMaterial, literature } from '../property.js';
import { sources } from '../sources.js';
import { prices } from './prices.js';

/** LiPF6 in carbonates: three published sets, each with its own solvent. */

const density = assumed(1260, '1 mol/L in carbonates, 1.2 to 1.3 g/cm^3, from memory');
const initialConcentration = (source: string) => literature(1000, source);

export const lipf6EcEmc: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'LiPF6-EC-EMC',
  title: '1 mol/L LiPF6 in EC:EMC 3:7, liquid (the set of Chen2020)',
  temperatureRange: [288.15, 308.15],
  properties: {
    density,
    price: prices.liquidElectrolyte,
    initialConcentration: initialConcentration(sources.pybammChen2020),
    ionicConductivity: literature(conductivityLipf6Nyman2008, sources.nyman2008),
    saltDiffusivity: literature(diffusivityLipf6Nyman2008, sources.nyman2008),
    transferenceNumber: literature(0.2594, sources.pybammChen2020),
    thermodynamicFactor: literature(1, sources.pybammChen2020, { note: 'set to 1 there' }),
  },
};

export const lipf6EcDmc: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'LiPF6-EC-DMC',
  title: '1 mol/L LiPF6 in EC:DMC, liquid (the set of Marquis2019)',
  temperatureRange: [273.15, 333.15],
  properties: {
    density,
    price: prices.liquidElectrolyte,
    initialConcentration: initialConcentration(sources.pybammMarquis2019),
    ionicConductivity: literature(conductivityLipf6Capiglia1999, sources.capiglia1999),
    ionicConductivityActivationEnergy: literature(34_700, sources.pybammMarquis2019),
    saltDiffusivity: literature(diffusivityLipf6Capiglia1999, sources.capiglia1999),
    saltDiffusivityActivationEnergy: literature(37_040, sources.pybammMarquis2019),
    transferenceNumber: literature(0.4, sources.pybammMarquis2019),
    thermodynamicFactor: literature(1, sources.pybammMarquis2019, { note: 'set to 1 there' }),
  },
};

export const lipf6PcEcDmc: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'LiPF6-PC-EC-DMC',
  title: '1 mol/L LiPF6 in PC:EC:DMC, liquid (the set of LIONSIMBA and PETLION)',
  temperatureRange: [293.15, 303.15],
  properties: {
    density,
    price: prices.liquidElectrolyte,
    initialConcentration: initialConcentration(sources.northrop2011),
    ionicConductivity: literature(conductivityLipf6Valoen2005, sources.valoen2005),
    saltDiffusivity: literature(7.5e-10, sources.northrop2011, { note: 'independent of concentration, as in PETLION' }),
    transferenceNumber: literature(0.364, sources.northrop2011),
    thermodynamicFactor: literature(1, sources.northrop2011, { note: 'set to 1 there' }),
  },
};
