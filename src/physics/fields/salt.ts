import { FARADAY } from '../../units/constants.js';
import { phiE } from '../block-layout.js';
import type { FaceLaw } from '../bound-law.js';
import { faceLaw, ofAll, ofArrays, ofBothSides } from '../columns.js';
import { ownerShares, wettedFaces } from '../face-laws.js';
import { saltFluxSlopes } from '../laws/derived.js';
import type { Field, Frame } from './field.js';

/** Salt of a concentrated solution over its reference (`laws/salt`):  d(eps c)/dt + div N = sum_k a_k j_k / F. */
export const salt: Field = {
  key: 'salt',
  name: 'salt concentration',
  unit: 'of the reference',
  place: 'cells',
  evolves: true,
  scale: 1,
  takesIons: true,
  present: ({ ions }) => ions.kind === 'salt',
  start: ({ model: { ions } }) =>
    ions.kind === 'salt' ? ions.electrolyte.initialConcentration / ions.electrolyte.referenceConcentration : NaN,
  capacity: ({ ions, mesh }) =>
    mesh.volume.map((volume, c) =>
      ions.kind === 'salt' ? FARADAY * ions.volumeFraction[c] * volume * ions.electrolyte.referenceConcentration : 0
    ),
  laws: (frame) => ({ faces: [fluxes(frame)] }),
};

function fluxes(frame: Frame): FaceLaw {
  const { model, layout, state: { electrolyte } } = frame;
  const faces = wettedFaces(frame);
  const { concentration, conductivity, diffusivity, transference, thermodynamicFactor, reference, thermalVoltage } =
    electrolyte;
  const of = {
    ...ofBothSides(frame, faces, { phi: 'electrolytePotential', x: 'salt' }, { cByX: concentration,
      kappaByX: conductivity, diffusivityByX: diffusivity }),
    ...ofArrays(faces, { share: ownerShares(model) }),
    ...ofAll(faces.length, { reference, thermalVoltage }),
  };
  const own = [phiE, layout.salt];
  return {
    ...faceLaw(faces, 3, own, own,
      (first, last, y, out) => saltFluxSlopes(first, last, y, of, transference, thermodynamicFactor, out)),
    carries: 'ions',
    drop: 2,
  };
}
