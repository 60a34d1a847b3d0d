import type { ElectrodeLayer } from '../config/case.js';
import type { ActiveWhole, LayerMaterials, ScalarFunction } from '../materials/material.js';
import { constantFunction, valueAt } from '../materials/scalar-functions.js';
import { carbonConduction } from './additives/carbon-conduction.js';
import { fibreConductivity } from './additives/fibre-rule.js';
import { type Spread, spreadOfShare, widened } from './effective-medium/prediction.js';
import { conductingLayer } from './growth.js';
import type { LayerComposition } from './layer-composition.js';
import { mixtureOf } from './phase-of.js';
import { tortuosityFactorOf, transportSpread } from './tortuosity/tortuosity-models.js';

/** sigmaEff(s) = factor * bulk(s) + carbon  [S m^-1], s the stoichiometry of the active material. */
export interface EffectiveElectronicConductivity {
  readonly bulk: ScalarFunction;
  /** epsAM / tau; 1 where an effective value is given. */
  readonly factor: number;
  /** sigmaC epsC / tau [S m^-1]. */
  readonly carbon: number;
}

/** What a layer conducts of electrons, and how sure that is: `EffectiveLayerProperties` has the words. */
export interface ElectronicProperties {
  readonly electronicTortuosityFactor: number;
  readonly electronic: EffectiveElectronicConductivity;
  readonly electronicSpread: number;
  readonly electronicInterval: Spread;
}

const sure = (electronicInterval: Spread): Pick<ElectronicProperties, 'electronicSpread' | 'electronicInterval'> => ({
  electronicSpread: electronicInterval.deviation,
  electronicInterval,
});

/**
 * Active material and carbon conduct in parallel through one network of their joint volume eps = epsAM + epsC:
 *   sigmaEff(s) = (epsAM sigmaAM(s) + epsC sigmaC) / tau(eps).
 * The arithmetic mean is the upper bound of a mixture; below the carbon's own percolation (about 1 vol% of fibre) it is too
 * high, which the apparent conductivities of the library's carbons partly absorb. A carbon network, or fibres beside an effective medium,
 * stand beside the network of the active material instead. An effective conductivity replaces it all and is used as it stands at every
 * temperature, as what conducts, and with which activation energy, is not known then; a reference temperature says that the active material
 * does. So does a reference stoichiometry sr:  sigmaEff(s) = measured sigmaAM(s) / sigmaAM(sr),  with the spread of sigmaAM where none is declared.
 */
export function electronicProperties(
  layer: ElectrodeLayer,
  built: LayerComposition,
  materials: LayerMaterials,
): ElectronicProperties {
  const { composition, stretch } = conductingLayer(layer.electronicTransport, built, materials);
  const { activeMaterial, carbon } = composition.volumeFractions;
  const { electronicConductivity: bulk, temperatureFactors } = materials.activeMaterial;
  const model = layer.electronicTransport;
  const fibres = fibreConductivity(layer, composition, materials);
  const alone = fibres !== undefined || layer.carbonNetwork !== undefined;
  const carbonShare = alone ? 0 : carbon * (materials.carbon?.electronicConductivity ?? 0);
  const volumeFraction = alone ? activeMaterial : activeMaterial + carbon;
  const activeConductivity = activeMaterial * atHalfCharge(materials.activeMaterial);
  const phase = {
    bulkConductivity: () => (activeConductivity + carbonShare) / volumeFraction,
    volumeFraction,
    thickness: composition.thickness,
    mixture: { ...mixtureOf(layer, composition, materials, 'electrons'),
      share: volumeFraction / (1 - composition.porosity) },
  };
  const tau = tortuosityFactorOf(model, phase);
  const interval = transportSpread(model, phase);
  if (model.kind === 'effectiveConductivity') {
    const byTemperature = model.referenceTemperature
      && temperatureFactors?.electronicConductivity?.(model.referenceTemperature);
    const measured = model.value / (byTemperature ?? 1);
    if (model.referenceStoichiometry === undefined) {
      return { electronicTortuosityFactor: tau, ...sure(interval),
        electronic: { bulk: constantFunction(measured), factor: 1, carbon: 0 } };
    }
    const factor = measured / valueAt(bulk, model.referenceStoichiometry);
    return {
      electronicTortuosityFactor: activeMaterial / factor,
      ...sure(model.spread === undefined
        ? widened(interval, materials.activeMaterial.electronicConductivitySpread ?? 0)
        : interval),
      electronic: { bulk, factor, carbon: 0 },
    };
  }
  const beside = fibres
    ?? (layer.carbonNetwork ? carbonConduction(layer.carbonNetwork, composition).conductivity : carbonShare / tau);
  return {
    electronicTortuosityFactor: tau * stretch ** 2,
    electronic: { bulk, factor: activeMaterial / tau / stretch, carbon: beside / stretch },
    ...(model.spread === undefined
      ? besideCarbon(materials.activeMaterial, activeMaterial / tau, beside, interval,
        fibres === undefined ? 1 : Math.LN2)
      : sure(interval)),
  };
}

/**
 * Of two conductors side by side each counts by its share: the active material with its law and its bulk, the carbon with its own deviation of ln
 * (1, assumed, of what was measured once).
 */
export function besideCarbon(
  material: ActiveWhole,
  factor: number,
  carbon: number,
  lawSpread: Spread,
  carbonSpread = 1,
): Pick<ElectronicProperties, 'electronicSpread' | 'electronicInterval'> {
  const activeConductivity = factor * atHalfCharge(material);
  const share = carbon / (activeConductivity + carbon);
  return sure(
    widened(spreadOfShare(lawSpread, 1 - share),
      Math.hypot((1 - share) * (material.electronicConductivitySpread ?? 0), share * carbonSpread)),
  );
}

/** Where one number must stand for sigma(s): the middle of the window. */
export const atHalfCharge = (
  { chargedStoichiometry, dischargedStoichiometry, electronicConductivity }: ActiveWhole,
): number => valueAt(electronicConductivity, (chargedStoichiometry + dischargedStoichiometry) / 2);
