import { assumed, electronvolt, type LibraryMaterial, literature, millisiemensPerCentimetre as mS,
  type Property } from '../property.js';
import { sources } from '../sources.js';

/**
 * Coatings of cathode particles and layers on lithium: R = t / sigma of a closed film. The reviews name them and print no conductivity, except that
 * of LLSTO, which has an entry of its own as Li3InCl6 and lithium-silicate have.
 */

const energy = assumed(electronvolt(0.5), 'from memory (0.4 to 0.6 eV)', {
  spread: { low: electronvolt(0.4), high: electronvolt(0.6) },
});

const film = (name: string, title: string, density: number, ionicConductivity: Property,
  ionicConductivityActivationEnergy = energy): LibraryMaterial => ({
    kind: 'electrolyte',
    name,
    title,
    temperatureRange: [273.15, 373.15],
    properties: { density: assumed(density, 'from memory'), ionicConductivity, ionicConductivityActivationEnergy },
  });

const guessed = (conductivity: number, note: string, source?: string): Property =>
  assumed(mS(conductivity), note, { spread: { factor: 10 }, ...(source && { source }) });

interface Coating {
  readonly name: string;
  readonly title: string;
  /** [kg m^-3] */
  readonly density: number;
  /** Thinnest and thickest coating [nm]; assumed, unless `printed` says where it stands. */
  readonly thickness: readonly [number, number];
  readonly printed?: string;
  /** Where a review names the coating without its thickness. */
  readonly named?: string;
  readonly conductivity: Property;
  readonly activationEnergy?: Property;
}

const coating = (
  { name, title, density, thickness, printed, named, conductivity, activationEnergy }: Coating,
): LibraryMaterial => ({
  ...film(name, `${title}, a coating of cathode particles`, density, conductivity, activationEnergy),
  coating: printed
    ? { thickness, source: printed }
    : { thickness, source: ['customary, from memory', named].filter(Boolean).join('; named in '), assumed: true },
});

const named = `${sources.sulfideReview}, Sec. 3.1.1, Fig. 11B`;
const niobate = { source: 'doi 10.1021/acsami.7b13467, abstract', note: 'atomic layer deposition, 30 °C' };
const tantalate = '"Ionic conductivity in LixTaOy thin films grown by atomic layer deposition", abstract';
const phosphate = 'Kuwata et al., Solid State Ionics 180 (2009) 644, abstract';
const titanate = 'doi 10.1039/b616269j, abstract';

export const coatings: readonly LibraryMaterial[] = [
  coating({
    name: 'LiNbO3',
    title: 'LiNbO3, amorphous',
    density: 4640,
    thickness: [5, 20],
    printed: `${sources.sulfideReview}, Sec. 3.1.1 (5 nm on LiCoO2); 20 nm from memory`,
    conductivity: assumed(mS(1e-3),
      'amorphous films of 1e-6 S/cm, from memory; 5 nm cost 0.5 ohm cm^2 of particle surface', {
      spread: { low: mS(6e-5), high: mS(1e-2) },
      alternatives: [
        { value: mS(6.39e-5), ...niobate },
        { value: mS(8.4e-2), source: `${sources.sulfideReview}, Sec. 3.1.1`,
          note: 'another coating, Li0.35La0.5Sr0.05TiO3' },
      ],
    }),
    activationEnergy: assumed(electronvolt(0.45), 'from memory (0.4 to 0.6 eV)', {
      spread: { low: electronvolt(0.4), high: electronvolt(0.6) },
      alternatives: [{ value: electronvolt(0.62), ...niobate }],
    }),
  }),
  coating({
    name: 'LiTaO3',
    title: 'Li-Ta-O, amorphous',
    density: 7450,
    thickness: [5, 20],
    named,
    conductivity: literature(mS(1e-5), tantalate, {
      note:
        'about 1e-8 S/cm at room temperature, of 169 nm of Li0.98TaOy; what is sprayed may conduct better, as LiNbO3 is taken to',
      spread: { low: mS(3e-6), high: mS(1e-3) },
    }),
  }),
  coating({
    name: 'LiNb0.5Ta0.5O3',
    title: 'LiNb0.5Ta0.5O3, amorphous',
    density: 6000,
    thickness: [5, 20],
    named,
    conductivity: assumed(mS(2.5e-5),
      'no value found: the geometric mean of Li-Nb-O and Li-Ta-O by atomic layer deposition', {
      source: `${niobate.source}; ${tantalate}`,
      spread: { low: mS(6e-6), high: mS(3e-3) },
    }),
  }),
  coating({
    name: 'Li2ZrO3',
    title: 'Li2O-ZrO2',
    density: 4100,
    thickness: [1, 20],
    printed: `${sources.sulfideReview}, Sec. 3.1.1 (5 nm on LiCoO2); 1 and 20 nm from memory`,
    conductivity: guessed(1e-4, 'amorphous films of 1e-7 S/cm, from memory',
      `${sources.sulfideReview}, Sec. 3.1.1 (5 nm on LiCoO2; no conductivity)`),
  }),
  coating({
    name: 'Li3PO4',
    title: 'Li3PO4, amorphous',
    density: 2460,
    thickness: [1, 20],
    named,
    conductivity: literature(mS(4.6e-3), phosphate, {
      note: 'pulsed laser deposition, 25 °C; by other routes less, from memory',
      spread: { low: mS(1e-4), high: mS(1e-2) },
    }),
    activationEnergy: literature(electronvolt(0.57), phosphate),
  }),
  coating({
    name: 'Li3BO3',
    title: 'Li3BO3 (LBO)',
    density: 2160,
    thickness: [5, 20],
    conductivity: guessed(3e-4, 'glass of 3e-7 S/cm, from memory'),
  }),
  coating({
    name: 'LCBO',
    title: 'Li3BO3-Li2CO3, also a solder of oxides',
    density: 2100,
    thickness: [5, 20],
    conductivity: guessed(1e-3, 'of 1e-6 S/cm, from memory',
      `${sources.thickElectrodeReview}, Sec. 2.2.2 (named; no conductivity)`),
  }),
  coating({
    name: 'Li4Ti5O12',
    title: 'Li4Ti5O12 that stays delithiated',
    density: 3480,
    thickness: [2, 10],
    named,
    conductivity: assumed(mS(2e-6),
      'nanocrystals, a hundred times (doi 10.4028/www.scientific.net/DDF.289-292.565, abstract) the 2.4e-11 S/cm '
        + 'that one jump of 0.36 nm per second at 22 °C makes of crystals of a micrometre', {
      source: titanate,
      spread: { low: mS(2.4e-8), high: mS(1e-4) },
    }),
    activationEnergy: literature(electronvolt(0.94), titanate, {
      note: 'by conductivity, of crystals of a micrometre; 0.86 by spin alignment',
      spread: { low: electronvolt(0.74), high: electronvolt(0.94) },
    }),
  }),
];

export const layersOnLithium: readonly LibraryMaterial[] = [
  film('Al2O3', 'Alumina on lithium, which lithium fills', 3900,
    guessed(1e-4, 'of 1e-7 S/cm once lithium is in it, from memory',
      `${sources.filmReview}, Sec. 5.3 (400 nm on lithium behind a film with PTFE; no conductivity)`)),
  film('LiF', 'Lithium fluoride, part of layers on lithium', 2640,
    guessed(1e-6, 'of 1e-9 S/cm, from memory',
      `${sources.sulfideReview}, Sec. 3.2 (named, up to 2 mA/cm2 on Li3PS4; no conductivity)`)),
  film('Li3N', 'Lithium nitride, with LiF a layer on lithium', 1270,
    guessed(0.1, 'of 1e-4 S/cm as powder, from memory',
      `${sources.sulfideReview}, Sec. 3.2 (with LiF, more than 6 mA/cm2 on Li3PS4; no conductivity)`)),
  film('LiI', 'Lithium iodide, a layer on lithium', 3490,
    guessed(1e-4, 'of 1e-7 S/cm, from memory',
      `${sources.commercialisationReview}, Sec. 2.2.2 (named; no conductivity)`)),
  film('Ag-C', 'Silver and carbon, a layer that lithium crosses to plate behind it', 2200,
    guessed(1, 'lithium crosses carbon and silver: no value printed; a layer of 10 um then costs 1 ohm cm^2',
      `${sources.pouchReview}, Table 2 (6.8 mAh/cm2 at 6.8 mA/cm2, 60 degC)`)),
];
