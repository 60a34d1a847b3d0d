/**
 * leak = sigmaE V / t: current through a membrane that conducts electrons, at open circuit [A m^-2]; sigmaE [S m^-1], V [V], t [m].
 * Nothing else that takes charge from a cell at rest is counted.
 */
export const leakCurrent = (electronicConductivity: number, voltage: number, thickness: number): number =>
  (electronicConductivity * voltage) / thickness;

/** Of the electrons in sulfide electrolytes, 1e-9 S/cm, and what a review asks for, 1e-12 S/cm (10.1039/d1ee00551k, Sec. 3.2) [S m^-1]. */
export const electronsOfSulfides = { printed: 1e-7, asked: 1e-10 } as const;
