/**
 * What the library was read from. `digest` marks papers known through a third party's full-text digest only: the number is the
 * digest's reading of the paper. Reviews are named by their DOI.
 */

const digest = '(read through a third-party digest)';

export const sources = {
  pouchReview: 'doi 10.1002/adma.202209074',
  commercialisationReview: 'doi 10.1039/d3qm01171b',
  filmReview: 'doi 10.1002/aenm.202301142',
  sulfideReview: 'doi 10.1039/d1ee00551k',
  /** The review prints no DOI; this one is from memory and unverified. */
  thickElectrodeReview: 'doi 10.1016/j.etran.2021.100152 (DOI unverified)',
  ketter2025: `doi 10.1038/s41467-025-56514-5 ${digest}`,
  schlautmann2023: `doi 10.1002/aenm.202302309 ${digest}`,
  bielefeld2020: `doi 10.1021/acsami.9b22788 ${digest}`,
  kato2018: `doi 10.1021/acs.jpclett.7b02880 ${digest}`,
  asano2017: `doi 10.1149/2.1501714jes ${digest}`,
  shi2020: `doi 10.1002/aenm.201902881 ${digest}`,
  aminChiang2016: `doi 10.1149/2.0131608jes ${digest}`,
  miss2022: `doi 10.1021/acsami.2c06460 ${digest}`,
  ramanayagam2026: `doi 10.1002/batt.70315 ${digest}`,
  davis2021: `doi 10.1021/acsenergylett.1c01063 ${digest}`,
  wang2018: 'Wang et al., J. Power Sources 393 (2018) 75 (as quoted in third-party notes)',
  choi2024: `doi 10.1021/acsami.4c01322 ${digest}`,
  bazzoun2026: `Bazzoun et al., J. Power Sources 661 (2026) 238682 ${digest}`,
  huo2025: `doi 10.1016/j.jpowsour.2024.235830 ${digest}`,
  llzoRagone: 'PMC8782839, abstract',
  /** Parameter files of PyBaMM, commit 7c9f5bd81, read directly. */
  pybammChen2020: 'PyBaMM parameter set Chen2020',
  pybammChen2020Composite: 'PyBaMM parameter set Chen2020_composite',
  pybammXu2019: 'PyBaMM parameter sets Xu2019 and Mohtat2020',
  pybammPrada2013: 'PyBaMM parameter set Prada2013',
  pybammMarquis2019: 'PyBaMM parameter set Marquis2019',
  pybammRamadass2004: 'PyBaMM parameter set Ramadass2004',
  pybammAi2020: 'PyBaMM parameter set Ai2020',
  dualfoil: 'dualfoil electrolyte library (Newman group), source code',
  dualfoilEdman2000: 'dualfoil electrolyte library (Newman group), source code: LiTFSI-PEO 85 degC, Edman, LBL 2000',
  nyman2008: 'doi 10.1016/j.electacta.2008.04.023, as in PyBaMM parameter set Chen2020',
  capiglia1999: 'doi 10.1016/S0378-7753(98)00237-7, fit of dualfoil, as in PyBaMM parameter set Marquis2019',
  valoen2005: 'doi 10.1149/1.1872737, as in LIONSIMBA',
  northrop2011: 'doi 10.1149/2.058112jes, as in LIONSIMBA (doi 10.1149/2.0291607jes) and PETLION',
  ltoCode: 'third-party code; attribution doubtful',
} as const;
