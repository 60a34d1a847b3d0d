import type { EffectiveMediumModel, TransportModel } from '../../config/case.js';
import { measuredMedium, mediumBand } from '../effective-medium/measured-medium.js';
import { type MediumPrediction, predictMedium } from '../effective-medium/medium-prediction.js';
import { upTo, widened } from '../effective-medium/prediction.js';
import type { ConductingPhase, Mixture, TortuosityModel } from './tortuosity-model.js';

/**
 * kEff = k0 y^3 (1 - p) exp(-k v), so tau = x exp(k v) / y^3: the law of `effective-medium/medium-law`. x share of the phase in the
 * solids, p porosity, v share of the binder in the solids, k within a factor of 2; k is 0 for electrons.
 */
export const effectiveMedium: TortuosityModel<'effectiveMedium'> = {
  equation: 'kEff = k0 y^3 (1 - p) exp(-k v), A y^2 - b y - g = 0',
  source: 'McLachlan 1987, doi 10.1088/0022-3719/20/7/004; parameters fitted to 103 measured composites of 25 papers',
  range: [0, 1],
  tortuosityFactor: (model, phase) =>
    (Math.max(phase.volumeFraction, Number.MIN_VALUE) * Math.exp(binderLoss(model, phase)))
    / predictionOf(model, phase).ratio,
  spread(model, phase) {
    const { ratio, spread } = predictionOf(model, phase);
    const known = isOnParticles(model) ? upTo(spread, shellBound(phase.volumeFraction) / ratio) : spread;
    return widened(known, mediumBand.binderDeviation * binderLoss(model, phase));
  },
};

/**
 * Tells whether the electrolyte is a shell of the active particles (grown, coated, rubbed or rolled on). No law of such composites is fitted: it counts as the finest
 * powder that was measured, and its interval reaches to the upper bound of Hashin and Shtrikman.
 */
export const isOnParticles = (model: TransportModel): boolean =>
  model.kind === 'effectiveMedium' && model.electrolyte === 'on-particles';

/** kEff/k0 = 2 eps/(3 - eps): all of it in shells that fill space with the particles in them, more than which no arrangement conducts (doi 10.1063/1.1728579). */
const shellBound = (volumeFraction: number): number => 2 * volumeFraction / (3 - volumeFraction);

/** k v */
const binderLoss = ({ binderExponent }: EffectiveMediumModel, phase: ConductingPhase): number =>
  binderExponent * (mixtureIn(phase).binderShare ?? 0);

function predictionOf(model: EffectiveMediumModel, phase: ConductingPhase): MediumPrediction {
  const mixture = mixtureIn(phase);
  return predictMedium({ share: mixture.share, porosity: mixture.porosity, logRatio: logRatioOf(model, mixture) });
}

/** L = ln(own/other diameter) of the carrier's phase; undefined where a size is not known. A stated threshold stands for the L that has it. */
function logRatioOf({ threshold }: EffectiveMediumModel, mixture: Mixture): number | undefined {
  const { carrier, activeDiameter, electrolyteDiameter } = mixture;
  const { equalThreshold, sizeSlope } = measuredMedium.parameters;
  if (threshold !== undefined) return (threshold - equalThreshold) / sizeSlope;
  return electrolyteDiameter && Math.log(activeDiameter / electrolyteDiameter) * (carrier === 'ions' ? -1 : 1);
}

function mixtureIn({ mixture }: ConductingPhase): Mixture {
  if (mixture === undefined) throw new Error('an effective medium needs the mixture around the phase');
  return mixture;
}
