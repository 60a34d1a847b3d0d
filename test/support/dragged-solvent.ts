import { fileURLToPath } from 'node:url';
import { phiE } from '../../src/physics/block-layout.js';
import { faceLaw, ofAll, ofBothSides } from '../../src/physics/columns.js';
import { wettedFaces } from '../../src/physics/face-laws.js';
import type { Field } from '../../src/physics/fields/field.js';
import { faceConductance } from '../../src/physics/laws/conduction.js';
import type { Follows, Same, Unknown } from '../../src/physics/laws/law.js';
import { FARADAY } from '../../src/units/constants.js';
import { derivedAtOnce } from './derived-at-once.js';

/**
 * A neutral solvent in the membrane that ions drag along, and that by Onsager's relation holds them back:
 *
 *   F N = -F DEff grad c + xi iE,   iE = -kappaEff (grad phiE + xi (RT/F) grad ln c)
 *
 *   x    its concentration over that of the start, cRef [mol m^-3]; xi molecules per ion
 *
 * Returns what that adds to Ohm's iE, and F N [A per m^2 of cell]; the voltage that it costs, xi (RT/F) ln(cN/cO).
 */
export function drag(phiO: Unknown, xO: Unknown, kappaO: Follows<'saltO'>, phiN: Unknown, xN: Unknown,
  kappaN: Follows<'saltN'>, area: number, dO: number, dN: number, contact: number, diffusivity: Same, reference: Same,
  xi: Same, thermalVoltage: Same): [current: number, solvent: number, drop: number]
{
  const drop = xi * thermalVoltage * Math.log(xN / xO);
  const conductance = faceConductance(area, dO, kappaO, dN, kappaN, contact);
  const diffusion = FARADAY * reference * faceConductance(area, dO, diffusivity, dN, diffusivity, 0) * (xO - xN);
  return [-conductance * drop, diffusion + xi * conductance * (phiO - phiN - drop), drop];
}

const { dragSlopes } = derivedAtOnce(fileURLToPath(import.meta.url));

/** c, DEff and xi of a solvent that fills the share eps of the membrane. */
export interface Solvent {
  readonly concentration: number;
  readonly diffusivity: number;
  readonly molecules: number;
  readonly volumeFraction: number;
}

export const draggedSolvent = ({ concentration, diffusivity, molecules, volumeFraction }: Solvent): Field => ({
  key: 'solvent',
  name: 'solvent concentration',
  unit: 'of the start',
  place: 'cells',
  evolves: true,
  scale: 1,
  start: () => 1,
  capacity: ({ mesh: { volume, region, regions } }) =>
    volume.map((one, c) => regions[region[c]].kind === 'membrane' ? FARADAY * volumeFraction * concentration * one : 0),
  laws: (frame) => {
    const { model, layout, state: { electrolyte: { conductivity, thermalVoltage } } } = frame;
    const { faces: { owner, neighbour }, region, regions } = model.mesh;
    const inMembrane = (cell: number): boolean => regions[region[cell]].kind === 'membrane';
    const faces = wettedFaces(frame).filter((f) => inMembrane(owner[f]) && inMembrane(neighbour[f]));
    const of = {
      ...ofBothSides(frame, faces, { phi: 'electrolytePotential', x: 'solvent' }, { kappaBySalt: conductivity }),
      ...ofAll(faces.length, { diffusivity, thermalVoltage, xi: molecules, reference: concentration }),
    };
    const own = layout.rowOf('solvent');
    const flux = faceLaw(faces, 3, [phiE, own], [phiE, own, layout.salt],
      (first, last, y, out) => dragSlopes(first, last, y, of, out));
    return { faces: [{ ...flux, carries: 'ions', drop: 2 }] };
  },
});
