/** Tortuosity factors of the ions in composites of solid electrolytes, as measured. */
export interface MeasuredTortuosity {
  /** Share of the electrode volume. */
  readonly electrolyteVolumeFraction: number;
  readonly tortuosityFactor: number;
  readonly source: string;
}

const points = (source: string, pairs: readonly (readonly [number, number])[]): MeasuredTortuosity[] =>
  pairs.map(([electrolyteVolumeFraction, tortuosityFactor]) => ({ electrolyteVolumeFraction, tortuosityFactor,
    source })
  );

/** All read in third-party digests of the papers; where a paper gives conductivities, tau = kappa eps / kappaEff. */
export const measuredTortuosities: readonly MeasuredTortuosity[] = [
  // NMC83 of 2 um in Li6PS5Cl of 20 um: 2.33 mS/cm (1.024, 0.33, 0.01083, 7.18e-5 at 20 to 80 vol% of the solids), with their porosities
  ...points('10.1038/s41467-025-56514-5', [[0.675, 1.54], [0.473, 3.34], [0.31, 66.8], [0.149, 4850]]),
  // LCO of 5 um in a glass: 208 um, symmetric cell
  ...points('10.1016/j.jpowsour.2018.06.041', [[0.537, 1.6]]),
  // Li4Ti5O12 and carbon in a glass: transmission line
  ...points('10.1016/j.jpowsour.2018.05.095', [[0.665, 1.8], [0.493, 8.5], [0.398, 33], [0.297, 2200]]),
  // single-crystal NMC83 in Li5.3PS4.3ClBr0.7: share of the solids, porosity not known
  ...points('10.1002/batt.70315', [[0.505, 7.7], [0.505, 8.8]]),
];
