import { expect, it } from 'vitest';
import { binderExponentOfPapers } from '../../src/config/transport-model.js';
import { mediumBand } from '../../src/transport/effective-medium/measured-medium.js';

/**
 * What a binder costs the ions, ln(kEff with / without) over the share of the binder in the solids, in papers that vary it. Densities: oxide 4.78,
 * sulfide 1.86, carbon 2.0, PTFE 2.2, nitrile rubber 1.0 g/cm3.
 */
const density = { active: 4.78, electrolyte: 1.86, carbon: 2, ptfe: 2.2, rubber: 1 } as const;

/** Share of the last constituent in the volume of the solids, from parts by weight. */
function shareOf(parts: Partial<Record<keyof typeof density, number>>, binder: 'ptfe' | 'rubber'): number {
  const volumes = Object.entries(parts).map(([name, mass]) => mass / density[name as keyof typeof density]);
  return (parts[binder] ?? 0) / density[binder] / volumes.reduce((sum, volume) => sum + volume, 0);
}

/** 10.1038/s41467-025-59363-4, SI Fig. 5: films of one composition with 0.5, 2 and 5 wt% of PTFE [mS/cm]. */
const films = ([[0.5, 0.069], [2, 0.024], [5, 0.007]] as const).map(([ptfe, conductivity]) =>
  [shareOf({ active: 80, electrolyte: 17, carbon: 3, ptfe }, 'ptfe'), Math.log(conductivity)] as const
);
/** 10.1016/j.ensm.2026.104930, SI Table S2: powder and PTFE; powder after the solvent and nitrile rubber [mS/cm]. */
const ptfe = shareOf({ active: 75, electrolyte: 22.5, carbon: 1.5, ptfe: 1 }, 'ptfe');
const rubber = shareOf({ active: 75, electrolyte: 22.5, carbon: 1.5, rubber: 1 }, 'rubber');

it('is 20 within a factor of 2, as three papers have it', () => {
  const ofFilms = (films[0][1] - films[2][1]) / (films[2][0] - films[0][0]);
  const ofCathodes = 0.5 * (Math.log(0.087 / 0.064) / ptfe + Math.log(0.079 / 0.042) / rubber);
  // 10.1002/aenm.202001563: fitted beside the shares of three composites, +- 6
  const exponents = [13, ofCathodes, ofFilms];
  expect(exponents.map(Math.round)).toEqual([13, 19, 33]);
  const logs = exponents.map(Math.log);
  const mean = logs.reduce((sum, one) => sum + one, 0) / logs.length;
  const deviation = Math.sqrt(logs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (logs.length - 1));
  expect(binderExponentOfPapers / Math.exp(mean)).toBeCloseTo(1, 1);
  expect(mediumBand.binderDeviation).toBeCloseTo(deviation, 1);
});
