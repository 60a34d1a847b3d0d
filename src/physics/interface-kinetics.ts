/**
 * Butler-Volmer kinetics solved for the overpotential:
 *
 *   j = i0 [ exp(alphaA F eta / RT) - exp(-alphaC F eta / RT) ]
 *
 *   j      interfacial current density, oxidation positive [A m^-2]
 *   i0     exchange current density [A m^-2]
 *   eta    overpotential [V]
 *
 * Written as eta(j) the equation is bounded where j(eta) explodes, so Newton needs no damping and no exponent overflows.
 * For alphaA = alphaC it is eta = RT/(alpha F) asinh(j / 2 i0). Newman and Thomas-Alyea, Electrochemical Systems, ch. 8.
 */
export interface Kinetics {
  /** alphaA F / RT and alphaC F / RT [V^-1]. */
  anodic: number;
  cathodic: number;
}

interface TransferCoefficients {
  readonly anodicTransferCoefficient: number;
  readonly cathodicTransferCoefficient: number;
}

export function setKinetics(of: TransferCoefficients, thermalVoltage: number, out: Kinetics): void {
  out.anodic = of.anodicTransferCoefficient / thermalVoltage;
  out.cathodic = of.cathodicTransferCoefficient / thermalVoltage;
}

/** Writes out[0] = eta, out[1] = d eta/d j, out[2] = d eta/d i0. */
export function overpotential(j: number, i0: number, kinetics: Kinetics, out: Float64Array): void {
  const { anodic, cathodic } = kinetics;
  if (anodic === cathodic) {
    const root = Math.sqrt(j * j + 4 * i0 * i0);
    // asinh(x) by its logarithm: twice as fast as Math.asinh and exact enough for |x| up to 1e300
    const size = Math.log((Math.abs(j) + root) / (2 * i0)) / anodic;
    out[0] = j < 0 ? -size : size;
    out[1] = 1 / (anodic * root);
    out[2] = -j / (anodic * root * i0);
    return;
  }
  const eta = j < 0
    ? -positiveOverpotential(-j / i0, cathodic, anodic)
    : positiveOverpotential(j / i0, anodic, cathodic);
  const slope = i0 * (anodic * Math.exp(anodic * eta) + cathodic * Math.exp(-cathodic * eta));
  out[0] = eta;
  out[1] = 1 / slope;
  out[2] = -j / (slope * i0);
}

/** Root of exp(a eta) - exp(-c eta) = x for x > 0: Newton kept inside its bracket [0, ln(1 + x)/a]. */
function positiveOverpotential(x: number, a: number, c: number): number {
  let low = 0;
  let high = Math.log1p(x) / a;
  let eta = high;
  for (let i = 0; i < 60; i++) {
    const forward = Math.exp(a * eta);
    const backward = Math.exp(-c * eta);
    const excess = forward - backward - x;
    if (excess > 0) high = eta;
    else low = eta;
    const next = eta - excess / (a * forward + c * backward);
    const kept = next > low && next < high ? next : 0.5 * (low + high);
    if (Math.abs(kept - eta) <= 1e-16 + 1e-15 * eta) return kept;
    eta = kept;
  }
  return eta;
}
