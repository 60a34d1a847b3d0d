import { assumed, fitted, type Property, type Spread } from '../property.js';
import { sources } from '../sources.js';

/**
 * What contacts of a pressed powder cost an active particle (`transport/constriction`). The one parameter of the capacity of layered oxides
 * that is fitted: to the cells of `configs/studies/validation` whose transport was measured; diffusivity and exchange current are as measured elsewhere.
 */
const contacts = (spread: Spread, sizes = '', without?: Property['without']): Property =>
  fitted(0.55, `${sources.schlautmann2023} and others, see docs/validation.md`,
    'least squares of ln(capacity) over ten sources, each with the same weight: 0.46 within a factor of 1.7 (npm run calibrate), no ground to leave '
      + `0.55${sizes}`, { spread, ...(without && { without }) });

export const pressedPowderContacts = contacts({ factor: 2 }, '', {
  property: 'particleRadius',
  // 80 % of dSE/dAM lie between 0.17 and 2.9 over the nine sources of cells that print both; in quadrature of ln with the factor of 2
  instead: contacts({ low: 0.55 * 0.15, high: 0.55 * 3.5 },
    '; the size of its powder is not stated and counts as that of the active particles: the spread holds 0.17 to 2.9 times that'),
});

/** What an electrolyte has that is pressed to the particles as a powder. */
export const pressedPowder = {
  contactConstriction: pressedPowderContacts,
  contactDilution: assumed(0,
    `half of every surface is touched, however little electrolyte there is; titrated composites with 18 to 28 vol% of it in the solids (${sources.yanev2024}) `
      + 'ask for 2 in the median, their ions counted, others with as little deliver what 0 says; see docs/particles-and-contact.md',
    { spread: { low: 0, high: 2 } }),
};
