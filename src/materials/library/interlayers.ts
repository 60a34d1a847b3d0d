import { assumed, electronvolt, type LibraryMaterial, millisiemensPerCentimetre as mS } from '../property.js';
import { sources } from '../sources.js';

/**
 * Coatings of cathode particles and layers on lithium that the reviews name without a conductivity: R = t / sigma of a closed film. LiNbO3, LLSTO,
 * Li3InCl6 and lithium-silicate have entries of their own.
 */

const film = (name: string, title: string, density: number, conductivity: number, note: string,
  source?: string): LibraryMaterial => ({
    kind: 'electrolyte',
    name,
    title,
    temperatureRange: [273.15, 373.15],
    properties: {
      density: assumed(density, 'from memory'),
      ionicConductivity: assumed(mS(conductivity), note, { spread: { factor: 10 }, ...(source && { source }) }),
      ionicConductivityActivationEnergy: assumed(electronvolt(0.5), 'from memory (0.4 to 0.6 eV)', {
        spread: { low: electronvolt(0.4), high: electronvolt(0.6) },
      }),
    },
  });

export const namedFilms: readonly LibraryMaterial[] = [
  film('Li2ZrO3', 'Li2O-ZrO2, a coating of cathode particles', 4100, 1e-4, 'amorphous films of 1e-7 S/cm, from memory',
    `${sources.sulfideReview}, Sec. 3.1.1 (5 nm on LiCoO2; no conductivity)`),
  film('LCBO', 'Li3BO3-Li2CO3, a coating and a solder of oxides', 2100, 1e-3, 'of 1e-6 S/cm, from memory',
    `${sources.thickElectrodeReview}, Sec. 2.2.2 (named; no conductivity)`),
  film('Al2O3', 'Alumina on lithium, which lithium fills', 3900, 1e-4,
    'of 1e-7 S/cm once lithium is in it, from memory',
    `${sources.filmReview}, Sec. 5.3 (400 nm on lithium behind a film with PTFE; no conductivity)`),
  film('LiF', 'Lithium fluoride, part of layers on lithium', 2640, 1e-6, 'of 1e-9 S/cm, from memory',
    `${sources.sulfideReview}, Sec. 3.2 (named, up to 2 mA/cm2 on Li3PS4; no conductivity)`),
  film('Li3N', 'Lithium nitride, with LiF a layer on lithium', 1270, 0.1, 'of 1e-4 S/cm as powder, from memory',
    `${sources.sulfideReview}, Sec. 3.2 (with LiF, more than 6 mA/cm2 on Li3PS4; no conductivity)`),
  film('LiI', 'Lithium iodide, a layer on lithium', 3490, 1e-4, 'of 1e-7 S/cm, from memory',
    `${sources.commercialisationReview}, Sec. 2.2.2 (named; no conductivity)`),
  film('Ag-C', 'Silver and carbon, a layer that lithium crosses to plate behind it', 2200, 1,
    'lithium crosses carbon and silver: no value printed; a layer of 10 um then costs 1 ohm cm^2',
    `${sources.pouchReview}, Table 2 (6.8 mAh/cm2 at 6.8 mA/cm2, 60 degC)`),
];
