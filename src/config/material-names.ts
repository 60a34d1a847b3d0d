import type { MaterialKind } from './material-properties.js';
import tabled from './tables/electrolytes.json' with { type: 'json' };

/** The names of the library by kind: what a case is checked against and what editors complete. A test compares them with the library. */
export const materialNames: Readonly<Record<MaterialKind, readonly string[]>> = {
  activeMaterial: ['NMC811', 'NMC83', 'NMC90', 'NCA', 'NMC622', 'NMC532', 'NMC111', 'LCO', 'LFP', 'LNMO', 'Li-rich',
    'Li2Ru0.8S0.2O3.2', 'V2O5', 'NMC532-single-crystal', 'TiS2', 'sulfur', 'Li2S', 'SeS2', 'FeS2', 'graphite',
    'silicon', 'Si-C-450', 'Si-C-600', 'graphite-silicon', 'LTO', 'indium'],
  electrolyte: ['Li3InCl6', 'Li6PS5Cl', 'LGPS', 'Li3PS4-glass', 'LLZO', 'single-ion-polymer', 'LiTFSI-PEO',
    'LiClO4-PEO', 'LiTFSI-PEMO', 'LiPF6-EC-EMC', 'LiPF6-EC-DMC', 'LiPF6-PC-EC-DMC', 'LiNbO3', 'LiTaO3',
    'LiNb0.5Ta0.5O3', 'Li2ZrO3', 'Li3PO4', 'Li3BO3', 'LCBO', 'Li4Ti5O12', 'Al2O3', 'LiF', 'Li3N', 'LiI', 'Ag-C',
    ...tabled.materials.map(({ name }) => name)],
  planarAnode: ['lithium-metal', 'lithium-indium', 'lithium-magnesium', 'lithium-aluminium', 'lithium-tin'],
  passive: ['VGCF', 'carbon-black', 'Super-P', 'Ketjenblack', 'CNT', 'PTFE', 'PVDF', 'PVDF-HFP', 'NBR', 'XNBR', 'HNBR',
    'SBR', 'SBS', 'SBS-COOH', 'SEBS', 'BR', 'PIB', 'PPC', 'PMMA', 'PBMA', 'PEVA', 'PVB', 'PVP', 'PVDF-TrFE', 'CMC',
    'acrylate', 'PEO', 'ethyl-cellulose', 'silicone-rubber', 'polyethylene', 'aluminium', 'copper', 'stainless-steel',
    'nickel'],
};

/**
 * Potentials against lithium of the anodes that lie far above it [V]: the library states them with their sources, and the cut-offs that a
 * case does not write follow from them.
 */
export const anodePotentials = { 'lithium-indium': 0.62, 'lithium-aluminium': 0.38, 'lithium-tin': 0.5, indium: 0.62,
  LTO: 1.55 } as const;

/** The kind of a material of the library. */
export const kindOfName = (name: string): MaterialKind | undefined =>
  (Object.keys(materialNames) as MaterialKind[]).find((kind) => materialNames[kind].includes(name));

/** What laboratories call a material of the library, in lower case and letters alone. */
const otherNames: Readonly<Record<string, string>> = { liin: 'lithium-indium', inli: 'lithium-indium',
  li: 'lithium-metal', lpscl: 'Li6PS5Cl', argyrodite: 'Li6PS5Cl', lps: 'Li3PS4-glass', lic: 'Li3InCl6', lno: 'LiNbO3',
  lto: 'LTO', li4ti5o12: 'LTO', lbo: 'Li3BO3', lpo: 'Li3PO4', lzo: 'Li2ZrO3' };

/** The material that was meant by a word that is no misspelling of it. */
export function meantMaterial(name: string): string | undefined {
  const word = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return Object.hasOwn(otherNames, word) ? otherNames[word] : undefined;
}

/** The same of a kind that the name is not of: LTO is active, Li4Ti5O12 a coating. */
export const meantOf = (kind: MaterialKind, name: string): string | undefined =>
  materialNames[kind].find((one) => one === meantMaterial(name) || meantMaterial(one) === name);

/** Kinds as a case writes them. */
export const writtenKinds = { activeMaterial: 'activeMaterial', electrolyte: 'electrolyte', anode: 'planarAnode',
  carbon: 'passive', binder: 'passive', foil: 'passive' } as const satisfies Readonly<Record<string, MaterialKind>>;
export type WrittenKind = keyof typeof writtenKinds;
