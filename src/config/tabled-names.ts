// Made by tools/tables.mjs of tools/tables: npm run tables.
/** Electrolytes that the library takes from the tables of the reviews. */
export const tabledElectrolyteNames = [
  'gamma-Li3PS4', '60Li2S-40SiS2', 'Li4GeS4', 'Li4GeS4-film', '80Li2S-20P2S5', 'Li3.325P0.675S4', 'Li7P3S11',
  'Li7P3S11-hot-pressed', 'Li4SnS4', 'Li3AsS4', 'Li3.25Ge0.25P0.75S4', 'Li2S-SiS2-P2S5', 'Li2S-SiS2-Al2S3',
  'Li2S-SiS2-LixMOy', '70Li2S-27P2S5-3P2O5', 'Li10SnP2S12', 'Li11Si2PS12', 'Li3.45Si0.45P0.55S4', 'Li11AlP2S12',
  'Li6PS5Br', 'Li6PS5I', 'Li7P2S8I', 'Li5.5PS4.5Cl1.5', 'Li5.35Ca0.1PS4.5Cl1.55', 'Li9.54Si1.74P1.44S11.7Cl0.3',
  'Li10.35Sn0.27Si1.08P1.65S12', 'Li7P2.9Mn0.1S10.7I0.3', 'Li6.6Si0.6Sb0.4S5I', 'Li6.6Si0.6Sb0.4S5I-sintered',
  'LGPS-Sb', '30Li2S-25B2S3-45LiI-25SiO2', 'Li6.75Sb0.25Si0.75S5I', 'Li2SnS3', '0.4LiI-0.6Li4SnS4',
  'Li3.833Sn0.833As0.166S4', 'Li3.85Sn0.85Sb0.15S4', 'Li10SiP2S12', 'Li10Si0.3Sn0.7P2S12', 'Li10Ge0.95Si0.05P2S12',
  'Li9.6P3S12', 'Li7PS6', 'Li6.6P0.4Ge0.6S5I', 'Li6.35P0.65Si0.35S5Br', 'beta-Li3PS4', 'Li4PS4I', 'Li5.3PS4(BH4)2.3',
  '80(0.7Li2S-0.3P2S5)-20LiI', 'Li3.334Ge0.334As0.666S4', 'Li9.42Si1.02P2.1S9.96O2.04', 'Li3YCl6', 'Li3YBr6',
  'Li2ZrCl6', 'Li6BaLa2Ta2O12', 'Li6BaLa2Ta2O12-film', 'LiPON', 'LLZO-film', 'Li6.5P0.5Ge0.5S5I', 'LATP',
  'LLZTO-PVDF-HFP', 'lithium-silicate', 'F-NBR-g-VEC', 'LLSTO', '0.7Li(CB9H10)-0.3Li(CB11H12)', 'LLZTO', 'LLTO',
  '77.5Li2S-22.5P2S5', 'Li6PS5Cl0.5Br0.5', 'Li5.4PS4.4Cl1.6', 'Li3OCl0.5Br0.5', 'Li2S-P2S5-from-solution',
  'recycled-by-re-sintering',
] as const;
