import { FARADAY } from '../../units/constants.js';
import { throughElectrolyte } from '../face-laws.js';
import { ownerShares } from '../faces.js';
import { saltFlux } from '../laws/derived.js';
import type { Field } from './field.js';

/** Salt of a concentrated solution over its reference (`laws/salt`):  d(eps c)/dt + div N = sum_k a_k j_k / F. */
export const salt: Field = {
  key: 'salt',
  symbol: 'x',
  name: 'salt concentration',
  unit: 'of the reference',
  place: 'cells',
  scale: 1,
  takesIons: true,
  present: ({ ions }) => ions.kind === 'salt',
  start: ({ model: { ions } }) =>
    ions.kind === 'salt' ? ions.electrolyte.initialConcentration / ions.electrolyte.referenceConcentration : NaN,
  capacity: ({ ions }, cell) =>
    ions.kind === 'salt' ? FARADAY * ions.volumeFraction[cell] * ions.electrolyte.referenceConcentration : 0,
  laws: (frame) => [throughElectrolyte(frame, saltFlux, ['phiE', 'x'], { share: ownerShares(frame.model) })],
};
