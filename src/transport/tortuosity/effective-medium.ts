import type { EffectiveMediumModel } from '../../config/case.js';
import { measuredMedium } from '../effective-medium/measured-medium.js';
import { type MediumPrediction, predictMedium } from '../effective-medium/medium-prediction.js';
import type { ConductingPhase, Mixture, TortuosityModel } from './tortuosity-model.js';

/**
 * kEff = k0 y^2 (1 - p) exp(-k v), so tau = x exp(k v) / y^2: the law of `effective-medium/medium-law`. x share of the phase in the
 * solids, p porosity, v share of the binder in the solids; k is 0 for electrons.
 */
export const effectiveMedium: TortuosityModel<'effectiveMedium'> = {
  kind: 'effectiveMedium',
  equation: 'kEff = k0 y^2 (1 - p), A y^2 - b y - g = 0',
  source: 'McLachlan 1987, doi 10.1088/0022-3719/20/7/004; parameters fitted to 50 measured composites of 13 papers',
  range: [0, 1],
  tortuosityFactor: (model, phase) => {
    const ofBinder = Math.exp(model.binderExponent * (mixtureIn(phase).binderShare ?? 0));
    return (Math.max(phase.volumeFraction, Number.MIN_VALUE) * ofBinder) / predictionOf(model, phase).ratio;
  },
  spread: (model, phase) => predictionOf(model, phase).spread,
};

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
