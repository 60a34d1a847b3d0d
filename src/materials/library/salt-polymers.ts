import { conductivityLitfsiPemo, diffusivityLitfsiPemo, thermodynamicFactorLitfsiPemo,
  transferenceLitfsiPemo } from '../functions/litfsi-pemo.js';
import { conductivityLitfsiPeoEdman2000, diffusivityLitfsiPeoEdman2000,
  transferenceLitfsiPeoEdman2000 } from '../functions/litfsi-peo-edman2000.js';
import { assumed, derived, type LibraryMaterial, literature } from '../property.js';
import { sources } from '../sources.js';

/** Polymers with a dissolved salt. The sources name no concentration at rest; 1 mol/L is customary. */

const density = assumed(1200, 'from memory (PEO 1.1 to 1.2 g/cm^3)');
/** Some 50 K below the glass transition, which a review gives for PEO with LiTFSI. */
const vogelTemperature = derived(186, `${sources.filmReview}, Table 3`,
  'glass transition of -37 degC less 50 K (from memory: customary)', { spread: { low: 170, high: 205 } });

const oxidationPotential = assumed(4, 'ethers oxidise from about 3.9 V on, from memory', {
  spread: { low: 3.8, high: 4.6 },
  alternatives: [{ value: 5.7, source: `${sources.filmReview}, Table 3`, note: 'apparent, 30 degC' }],
});

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
      spread: { factor: 2 },
    }),
    ionicConductivityActivationEnergy: assumed(40_000,
      'slope at 85 degC, from memory; with the Vogel temperature B = 1110 K', {
      spread: { low: 32_000, high: 50_000 },
    }),
    vogelTemperature,
    oxidationPotential,
    saltDiffusivity: literature(diffusivityLitfsiPeoEdman2000, sources.dualfoilEdman2000, { spread: { factor: 2 } }),
    saltDiffusivityActivationEnergy: assumed(40_000, 'taken as that of the conductivity'),
    transferenceNumber: literature(transferenceLitfsiPeoEdman2000, sources.dualfoilEdman2000, {
      note: 'negative below 0.23 mol/L, as fitted: ion clusters, or the fit beyond its data',
    }),
    thermodynamicFactor: literature(1, `${sources.dualfoilEdman2000} (dln f/dc = 0)`, {
      note:
        'belongs to the transference number beside it: concentration cells measure (1 - t+) chi only; later measurements at 90 degC give '
        + 'factors from below 1 to about 3 with other transference numbers (0.7 to -0.8, doi 10.1149/2.0231813jes)',
      spread: { low: 0.7, high: 3 },
    }),
    referenceTemperature: literature(358.15, sources.dualfoilEdman2000),
  },
};

const carried = assumed(40_000, 'that of LiTFSI-PEO', { spread: { low: 32_000, high: 50_000 } });

export const liclo4Peo: LibraryMaterial = {
  kind: 'electrolyte',
  name: 'LiClO4-PEO',
  title: 'LiClO4 in poly(ethylene oxide); constants of an unstated temperature',
  temperatureRange: [343.15, 403.15],
  properties: {
    density,
    initialConcentration,
    ionicConductivity: literature(0.016, sources.dualfoil, { note: 'the source states no temperature' }),
    ionicConductivityActivationEnergy: carried,
    saltDiffusivity: literature(1.78e-12, sources.dualfoil),
    saltDiffusivityActivationEnergy: carried,
    vogelTemperature,
    oxidationPotential,
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
    ionicConductivity: literature(conductivityLitfsiPemo, sources.dualfoil, {
      note: 'S/m, as it gives a plausible 0.18 mS/cm at 1 mol/L; the source states no unit',
    }),
    saltDiffusivity: literature(diffusivityLitfsiPemo, sources.dualfoil),
    transferenceNumber: literature(transferenceLitfsiPemo, sources.dualfoil),
    thermodynamicFactor: literature(thermodynamicFactorLitfsiPemo, `${sources.dualfoil} (dln f/dc = 0.0021 m^3/mol)`),
    referenceTemperature: literature(313.15, sources.dualfoil),
  },
};
