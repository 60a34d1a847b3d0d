import {
  conductivityLitfsiPemo, diffusivityLitfsiPemo, thermodynamicFactorLitfsiPemo, transferenceLitfsiPemo,
} from '../functions/litfsi-pemo.js';
import {
  conductivityLitfsiPeoEdman2000, diffusivityLitfsiPeoEdman2000, transferenceLitfsiPeoEdman2000,
} from '../functions/litfsi-peo-edman2000.js';
import { assumed, literature, type LibraryMaterial } from '../property.js';
import { sources } from '../sources.js';

/** Polymers with a dissolved salt. The sources name no concentration at rest; 1 mol/L is customary. */

const density = assumed(1200, 'from memory (PEO 1.1 to 1.2 g/cm^3)');
const initialConcentration = assumed(1000, 'not in the source; near O:Li of 20:1');

export const litfsiPeo: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'LiTFSI-PEO',
  title: 'LiTFSI in poly(ethylene oxide), 70 to 90 degC',
  temperatureRange: [343.15, 363.15],
  properties: {
    density,
    initialConcentration,
    ionicConductivity: assumed(conductivityLitfsiPeoEdman2000,
      'the source codes no unit: S/cm gives 0.73 mS/cm at 1 mol/L, plausible at 85 degC; S/m would give 0.007 mS/cm', {
        source: sources.dualfoilEdman2000,
      }),
    ionicConductivityActivationEnergy: assumed(40_000, 'from memory; a straight line about 85 degC of a curved law (VTF)'),
    saltDiffusivity: literature(diffusivityLitfsiPeoEdman2000, sources.dualfoilEdman2000),
    saltDiffusivityActivationEnergy: assumed(40_000, 'taken as that of the conductivity'),
    transferenceNumber: literature(transferenceLitfsiPeoEdman2000, sources.dualfoilEdman2000, {
      note: 'negative below 0.23 mol/L, as fitted: ion clusters, or the fit beyond its data',
    }),
    thermodynamicFactor: literature(1, `${sources.dualfoilEdman2000} (dln f/dc = 0)`),
    referenceTemperature: literature(358.15, sources.dualfoilEdman2000),
  },
};

export const liclo4Peo: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'LiClO4-PEO',
  title: 'LiClO4 in poly(ethylene oxide); constants of an unstated temperature',
  temperatureRange: [343.15, 403.15],
  properties: {
    density,
    initialConcentration,
    ionicConductivity: literature(0.016, sources.dualfoil, { note: 'the source states no temperature' }),
    saltDiffusivity: literature(1.78e-12, sources.dualfoil),
    transferenceNumber: literature(0.1, sources.dualfoil),
    referenceTemperature: assumed(358.15, 'the source states no temperature'),
  },
};

export const litfsiPemo: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'LiTFSI-PEMO',
  title: 'LiTFSI in PEMO, 40 degC',
  temperatureRange: [303.15, 323.15],
  properties: {
    density,
    initialConcentration,
    ionicConductivity: literature(conductivityLitfsiPemo, sources.dualfoil,
      { note: 'S/m, as it gives a plausible 0.18 mS/cm at 1 mol/L; the source states no unit' }),
    saltDiffusivity: literature(diffusivityLitfsiPemo, sources.dualfoil),
    transferenceNumber: literature(transferenceLitfsiPemo, sources.dualfoil),
    thermodynamicFactor: literature(thermodynamicFactorLitfsiPemo, `${sources.dualfoil} (dln f/dc = 0.0021 m^3/mol)`),
    referenceTemperature: literature(313.15, sources.dualfoil),
  },
};
