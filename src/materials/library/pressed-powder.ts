import { assumed, fitted, type Property } from '../property.js';
import { sources } from '../sources.js';

/**
 * What contacts of a pressed powder cost an active particle (`transport/constriction`). The one parameter of the capacity of layered oxides
 * that is fitted: to the cells of `configs/studies/validation` whose transport was measured; diffusivity and exchange current are as measured elsewhere.
 */
export const pressedPowderContacts: Property = fitted(0.55,
  `${sources.schlautmann2023} and others, see docs/validation.md`,
  'least squares of ln(capacity) over nine sources, each with the same weight: 0.45 within a factor of 1.7 (npm run calibrate), no ground to leave 0.55',
  { spread: { factor: 2 } });

/** What an electrolyte has that is pressed to the particles as a powder. */
export const pressedPowder = {
  contactConstriction: pressedPowderContacts,
  contactDilution: assumed(0,
    `half of every surface is touched, however little electrolyte there is; titrated composites with 18 to 28 vol% of it in the solids (${sources.yanev2024}) `
      + 'ask for 2 in the median, their ions counted, others with as little deliver what 0 says; see docs/particles-and-contact.md',
    { spread: { low: 0, high: 2 } }),
};
