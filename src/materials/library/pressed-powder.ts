import { fitted, type Property } from '../property.js';
import { sources } from '../sources.js';

/**
 * What contacts of a pressed powder cost an active particle (`transport/constriction`). The one parameter of the capacity of layered oxides
 * that is fitted: to the cells of `configs/studies/validation` whose transport was measured; diffusivity and exchange current are as measured elsewhere.
 */
export const pressedPowderContacts: Property = fitted(0.55,
  `${sources.schlautmann2023} and others, see docs/validation.md`,
  'least squares of ln(capacity) over nine sources, each with the same weight: 0.45 within a factor of 1.7 (npm run calibrate), no ground to leave 0.55',
  { spread: { factor: 2 } });
