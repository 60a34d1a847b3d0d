import { assumed, literature } from '../property.js';
import { sources } from '../sources.js';

/**
 * What a kilogram costs [$ kg^-1], for the cost of a cell. One bill of materials prints prices; beside it stand guesses that say
 * so. A material without an entry has no price, and a cost that needs it says which one is missing.
 */

const table1 = `${sources.commercialisationReview}, Table 1`;
const guess = 'from memory, an order of magnitude; such prices move by factors within a year';

export const prices = {
  nmc811: literature(22, `${table1}, row NCM811`),
  nmcLike: assumed(22, 'that of NMC811', { source: `${table1}, row NCM811` }),
  lco: assumed(40, guess),
  lfp: assumed(10, guess),
  graphite: assumed(10, guess),
  carbonBlack: literature(35, `${table1}, row carbon black`),
  binder: literature(65, `${table1}, row binder`, { note: 'the binder is not named' }),
  li6ps5cl: literature(277.1, `${table1}, row electrolyte`, {
    note: 'today; 50 $/kg is what the reviews ask for',
    alternatives: [
      { value: 319, source: `${sources.filmReview}, Sec. 1`, note: 'driven by Li2S' },
      { value: 50, source: `${sources.sulfideReview}, Sec. 7 (1) I`, note: 'the highest that is called bearable' },
      { value: 22.2, source: `${sources.commercialisationReview}, Sec. 2.1.2`,
        note: 'up to 92 % less, from impure precursors in solution' },
    ],
  }),
  li2zrcl6: assumed(10.6, 'raw materials of 1.38 $/m2, of a layer of 50 um (not printed) at 2.6 g/cm3', {
    source: `${sources.commercialisationReview}, Sec. 2.1.2`,
  }),
  li2s: literature(62, `${sources.commercialisationReview}, Sec. 2.1.2`, {
    note: 'raw materials of Li2SO4 at 17 $/kg; what a laboratory pays stands beside it',
    alternatives: [10_000, 15_000].map((value) => ({ value, source: `${sources.commercialisationReview}, Sec. 2.1.2`,
      note: 'commercial' })
    ),
  }),
  liquidElectrolyte: literature(10, `${sources.filmReview}, Sec. 1`, { note: 'a conventional liquid electrolyte' }),
  lithiumMetal: assumed(100, `${guess}; of an ingot: thin foil costs several times as much`),
  aluminiumFoil: literature(8, `${table1}, row Al foil`),
  nickelFoil: literature(10, `${table1}, row Ni foil`),
  copperFoil: assumed(15, guess),
  steelFoil: assumed(8, guess),
} as const;
