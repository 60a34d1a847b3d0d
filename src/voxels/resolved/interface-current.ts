/** A function of the stoichiometry with its slope: writes out[0], out[1]. */
export interface Curve {
  evaluate(s: number, out: Float64Array): void;
}

/** What is on both sides of a face between a particle and the electrolyte. */
export interface InterfaceProperties {
  /** Equilibrium potential [V] and exchange current density [A m^-2]. */
  readonly potential: Curve;
  readonly exchangeCurrent: Curve;
  /** RT/F [V]. */
  readonly thermalVoltage: number;
  /** Resistance of half a voxel of electrolyte and half a voxel of active material in series [ohm m^2]. */
  readonly resistance: number;
  /** Stoichiometry by which the surface falls below the middle of its voxel, per current density: h / (2 D F cMax) [m^2 A^-1]. */
  readonly depletion: number;
}

const mostIterations = 60;

/**
 * Butler-Volmer with equal coefficients through half a voxel on both sides, solved for j [A m^-2], oxidation positive:
 *
 *   phi - U(s) - j R - (2 RT/F) asinh(j / 2 i0(s)) = 0,   s = sMiddle - b j
 *
 * Writes out[0] = j, out[1] = dj/dphi, out[2] = dj/dsMiddle. Newton, kept between the currents that empty and fill the surface.
 */
export class InterfaceCurrent {
  private readonly u = new Float64Array(2);
  private readonly i0 = new Float64Array(2);

  constructor(private readonly it: InterfaceProperties) {}

  solve(phi: number, middle: number, guess: number, out: Float64Array): void {
    const { potential, exchangeCurrent, thermalVoltage, resistance, depletion } = this.it;
    const { u, i0 } = this;
    let [low, high] = [(middle - 1) / depletion, middle / depletion];
    let j = Math.min(Math.max(guess, 0.999 * low), 0.999 * high);
    let [byJ, byS] = [-1, -1];
    for (let iteration = 0; iteration < mostIterations; iteration++) {
      const s = middle - depletion * j;
      potential.evaluate(s, u);
      exchangeCurrent.evaluate(s, i0);
      const ratio = j / (2 * i0[0]);
      const slope = (2 * thermalVoltage) / Math.sqrt(1 + ratio * ratio);
      const value = phi - u[0] - resistance * j - 2 * thermalVoltage * Math.asinh(ratio);
      byS = -u[1] + slope * ratio * (i0[1] / i0[0]);
      byJ = -resistance - slope / (2 * i0[0]) - depletion * byS;
      if (value > 0) low = j;
      else high = j;
      const newton = j - value / byJ;
      const next = newton > low && newton < high ? newton : 0.5 * (low + high);
      const done = Math.abs(next - j) <= 1e-14 * (Math.abs(j) + i0[0]);
      j = next;
      if (done) break;
    }
    out[0] = j;
    out[1] = -1 / byJ;
    out[2] = -byS / byJ;
  }
}
