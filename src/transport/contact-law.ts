import type { ContactLaw } from '../config/case.js';
import type { ActiveMaterial, ScalarFunction } from '../materials/material.js';
import { valueAt } from '../materials/scalar-functions.js';
import { normalCumulative } from './normal-distribution.js';

/** Below this share of the characteristic pressure contact pressure fades out smoothly instead of ending at zero. */
const fade = 0.02;

/**
 * Share of the surface of a particle that the electrolyte touches, of its mean stoichiometry s:
 *
 *   theta(s) = r + (1 - r) erf(p(s)/p0),   p(s) = P + 4 G e(s), not below 0,   e(s) = (V(s)/V(sMade))^(1/3) - 1
 *
 *   P    stack pressure, p0 characteristic pressure [Pa]; r residual share
 *   G    shear modulus of what surrounds the particle [Pa]; e linear strain of the particle since contact was made
 *
 * The error function is the contact area of two rough elastic solids (Persson, J. Chem. Phys. 115 (2001) 3840, doi 10.1063/1.1388626;
 * p0 = E* h'/sqrt(2) with the slope h' of the roughness). 4 G e is the pressure on a spherical inclusion that misfits its elastic
 * surroundings by e (Eshelby, the rigid limit): a particle that shrinks by more than the surroundings recover, P/(4 G), is let go.
 */
export function contactCoverage(law: ContactLaw, material: ActiveMaterial): ScalarFunction {
  const { pressure, characteristicPressure, residual, stiffness, contactMadeAt } = law;
  const { relativeVolume } = material;
  if (!relativeVolume) throw new Error(`${material.name} has no relativeVolume`);
  const made = contactMadeAt === 'discharged' ? material.dischargedStoichiometry : material.chargedStoichiometry;
  const local = new Float64Array(2);
  const madeVolume = valueAt(relativeVolume, made);
  const width = fade * characteristicPressure;
  return {
    evaluate(s, out) {
      relativeVolume.evaluate(s, local);
      const stretch = Math.cbrt(local[0] / madeVolume);
      const slope = (stiffness * 4 * stretch * local[1]) / (3 * local[0]);
      const x = (pressure + 4 * stiffness * (stretch - 1)) / width;
      const kept = Math.log1p(Math.exp(x)) * width;
      const logistic = 1 / (1 + Math.exp(-x));
      const t = kept / characteristicPressure;
      // erf(t) = 2 Phi(sqrt(2) t) - 1
      out[0] = residual + (1 - residual) * (2 * normalCumulative(Math.SQRT2 * t) - 1);
      out[1] = ((1 - residual) * (2 / Math.sqrt(Math.PI)) * Math.exp(-t * t) * logistic * slope)
        / characteristicPressure;
    },
  };
}
