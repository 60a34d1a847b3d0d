import type { Case } from '../../config/case.js';
import { outcomeDocument } from '../../pipeline/outcome-document.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import { prepareCase, rateCapability } from '../../pipeline/run-case.js';
import type { Explanation } from '../../results/reproduction-schema.js';
import { illinois } from '../../solver/root.js';
import { units } from '../../units/document-units.js';

/** Tortuosity factors that are searched, and how closely tau and a capacity are told apart (relative). */
const range = [1, 1000] as const;
const resolution = 0.01;

export interface Delivery {
  /** Per mass of active material [C kg^-1]. */
  readonly specificCapacity: number;
  readonly theoretical: number;
  readonly outcome: string;
  readonly cRate: number;
}

/** The first rate of the protocol, solved. */
export function deliver(given: Case, { model, compositions }: Pick<PreparedCase, 'model' | 'compositions'>): Delivery {
  const active = compositions.reduce((sum, { activeMassLoading }) => sum + activeMassLoading, 0);
  const [{ performance, cRate }] = rateCapability(given, model);
  return {
    specificCapacity: performance.main.arealCapacity / active,
    theoretical: performance.theoreticalArealCapacity / active,
    outcome: outcomeDocument(performance).kind,
    cRate,
  };
}

/**
 * The tortuosity factor tau of the ions in all layers, kappaEff = kappa eps / tau, at which the case delivers `wanted` [C kg^-1]:
 * what it delivers falls with tau, so one root of the logarithm of tau is searched between 1 and 1000. Where straight paths deliver
 * `wanted` within the resolution, any tau does up to the one that takes the resolution away: no single one can be asked for.
 */
export function explainCapacity(given: Case, wanted: number): Explanation {
  const none: Explanation = { kind: 'none', tortuosityFactor: null, effectiveIonicConductivity_mS_cm: null };
  let conductivity = 0;
  const readyAt = (logarithm: number): PreparedCase | undefined => {
    const ready = prepareCase(withTortuosity(given, Math.exp(logarithm)));
    if (!ready.ok) return undefined;
    conductivity = ready.prepared.effective[0].effectiveIonicConductivity;
    return ready.prepared;
  };
  const excess = (logarithm: number): number => {
    const ready = readyAt(logarithm);
    return ready ? deliver(given, ready).specificCapacity / wanted - 1 : NaN;
  };
  const [low, high] = range.map(Math.log);
  const atLow = excess(low);
  if (!Number.isFinite(atLow) || conductivity === 0) return none;
  if (atLow < -resolution) return { ...none, kind: 'too-little' };
  const agrees = atLow < resolution;
  const allowance = agrees ? resolution : 0;
  const above = (logarithm: number): number => excess(logarithm) + allowance;
  const atHigh = above(high);
  if (atHigh > 0) {
    return { kind: agrees ? 'up-to' : 'any', tortuosityFactor: range[1],
      effectiveIonicConductivity_mS_cm: conductivity / units.mS_cm };
  }
  const logarithm = illinois(above, low, atLow + allowance, high, atHigh, resolution);
  readyAt(logarithm);
  return {
    kind: agrees ? 'up-to' : 'found',
    tortuosityFactor: Math.exp(logarithm),
    effectiveIonicConductivity_mS_cm: conductivity / units.mS_cm,
  };
}

const withTortuosity = (given: Case, value: number): Case => ({
  ...given,
  cathode: {
    ...given.cathode,
    layers: given.cathode.layers.map((layer) => ({ ...layer,
      ionicTransport: { kind: 'tortuosityFactor' as const, value } })
    ),
  },
});
