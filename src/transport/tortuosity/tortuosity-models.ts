import type { TransportModel } from '../../config/case.js';
import { type Spread, spreadOf } from '../effective-medium/prediction.js';
import { alignedChannels } from './aligned-channels.js';
import { bruggeman } from './bruggeman.js';
import { effectiveConductivity } from './effective-conductivity.js';
import { effectiveMedium } from './effective-medium.js';
import { percolation } from './percolation.js';
import { tortuosityFactor } from './tortuosity-factor.js';
import { tortuosityFormula } from './tortuosity-formula.js';
import type { ConductingPhase, TortuosityModel } from './tortuosity-model.js';

/** Every way of stating transport; the type asks for a line here per kind. */
export const tortuosityModels: { readonly [K in TransportModel['kind']]: TortuosityModel<K> } = {
  tortuosityFactor,
  bruggeman,
  tortuosityFormula,
  effectiveConductivity,
  alignedChannels,
  percolation,
  effectiveMedium,
};

/** tau of a phase under the model that the case states. */
export function tortuosityFactorOf<K extends TransportModel['kind']>(
  parameters: Extract<TransportModel, { kind: K }>,
  phase: ConductingPhase,
): number {
  const model: TortuosityModel<K> = tortuosityModels[parameters.kind];
  return model.tortuosityFactor(parameters, phase);
}

/** How sure that tau is: as declared, or as the law says of itself; nothing where neither does. */
export function transportSpread<K extends TransportModel['kind']>(
  parameters: Extract<TransportModel, { kind: K }>,
  phase: ConductingPhase,
): Spread {
  const model: TortuosityModel<K> = tortuosityModels[parameters.kind];
  const lawSpread = model.spread?.(parameters, phase) ?? spreadOf(0);
  return parameters.spread === undefined ? lawSpread : spreadOf(parameters.spread, lawSpread.extrapolated);
}
