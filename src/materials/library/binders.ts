import { assumed, type LibraryMaterial } from '../property.js';
import { prices } from './prices.js';

const insulator = assumed(0, 'an insulator');

/** Densities [g cm^-3] are of the plain polymers; which of them a review names is in its tables of binders and films. */
const polymer = (name: string, title: string, density: number): LibraryMaterial => ({
  kind: 'passive',
  name,
  title,
  temperatureRange: [200, 500],
  properties: { price: prices.binder, density: assumed(density * 1000, 'from memory'),
    electronicConductivity: insulator },
});

export const ptfe = polymer('PTFE', 'Polytetrafluoroethylene, the binder of dry films', 2.2);
export const pvdf = polymer('PVDF', 'Polyvinylidene fluoride', 1.78);

/** Binders of electrodes and films that the reviews name beside those two. */
export const namedBinders: readonly LibraryMaterial[] = [
  polymer('PVDF-HFP', 'Poly(vinylidene fluoride-co-hexafluoropropylene)', 1.77),
  polymer('NBR', 'Nitrile butadiene rubber', 1),
  polymer('XNBR', 'Carboxylated nitrile butadiene rubber', 1),
  polymer('HNBR', 'Hydrogenated nitrile butadiene rubber', 0.96),
  polymer('SBR', 'Styrene butadiene rubber', 0.94),
  polymer('SBS', 'Styrene butadiene styrene block copolymer', 0.94),
  polymer('SBS-COOH', 'Styrene butadiene styrene with carboxyl groups by a click reaction', 0.96),
  polymer('SEBS', 'Styrene ethylene butylene styrene block copolymer', 0.91),
  polymer('BR', 'Butadiene rubber', 0.92),
  polymer('PIB', 'Polyisobutylene', 0.92),
  polymer('PPC', 'Polypropylene carbonate, which heat takes away', 1.26),
  polymer('PMMA', 'Polymethyl methacrylate', 1.18),
  polymer('PBMA', 'Poly(butyl methacrylate)', 1.07),
  polymer('PEVA', 'Poly(ethylene-co-vinyl acetate)', 0.94),
  polymer('PVB', 'Polyvinyl butyral', 1.08),
  polymer('PVP', 'Polyvinylpyrrolidone, burnt out where a film is sintered', 1.2),
  polymer('PVDF-TrFE', 'Poly(vinylidene fluoride-co-trifluoroethylene), spun as a network', 1.88),
  polymer('CMC', 'Carboxymethyl cellulose', 1.6),
  polymer('acrylate', 'An acrylate binder', 1.15),
  polymer('PEO', 'Polyethylene oxide, as a binder', 1.13),
  polymer('ethyl-cellulose', 'Ethyl cellulose', 1.14),
  polymer('silicone-rubber', 'Silicone rubber', 1.1),
];
