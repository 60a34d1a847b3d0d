import { fitted, type Property } from '../property.js';
import { sources } from '../sources.js';

/**
 * What contacts of a pressed powder cost an active particle (`transport/constriction`). The one parameter of the capacity of layered oxides
 * that is fitted: to the measured cells of `configs/validation` whose diffusivity, exchange current and transport are measured ones.
 */
export const pressedPowderContacts: Property = fitted(0.55, `${sources.schlautmann2023} and others, see docs/validation.md`,
  'least squares of ln(capacity) over eleven sources, each with the same weight; electrolytes of 4 to 40 um on active particles of 3.4 um carry it',
  { spread: { factor: 2 } });
