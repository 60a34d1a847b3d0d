import type { ResultDocument } from '../results/result-schema.js';
import { fixed, percent, significant } from './format.js';

/** The cell in a line, a composite anode and each cathode layer in another, as [head, text]. */
export function caseLines(it: ResultDocument['case']): [string, string][] {
  const summary =
    `${fixed(it.theoreticalArealCapacity_mAh_cm2, 2)} mAh/cm² theoretical ` +
    `(${fixed(it.theoreticalSpecificCapacity_mAh_g, 0)} mAh/g), ${fixed(it.cathodeThickness_um, 1)} µm and ` +
    `${fixed(it.cathodeLoading_mg_cm2, 1)} mg/cm² cathode, ${fixed(it.membraneThickness_um, 1)} µm membrane, ` +
    `${fixed(it.temperature_K - 273.15, 0)} °C`;
  const layers = it.layers.map((layer): [string, string] => [
    it.layers.length === 1 ? 'cathode' : 'layer',
    `${it.layers.length === 1 ? '' : `${layer.name}: ${fixed(layer.thickness_um, 1)} µm, `}${layerText(layer)}`,
  ]);
  const anode: [string, string][] = it.anode ? [['anode', `${fixed(it.anode.thickness_um, 1)} µm, ${layerText(it.anode)}`]] : [];
  return [['cell', summary], ...anode, ...layers];
}

const layerText = (layer: ResultDocument['case']['layers'][number]): string =>
  `porosity ${percent(layer.porosity, 1)}, electrolyte ${percent(layer.volumeFractions.electrolyte ?? 0, 1)} by volume, ` +
  `τ ${significant(layer.ionicTortuosityFactor)}, κeff ${significant(layer.effectiveIonicConductivity_mS_cm)} mS/cm, ` +
  `σeff ${significant(layer.effectiveElectronicConductivity_mS_cm)} mS/cm${connectedText(layer.connectedFraction)}`;

const connectedText = (share: number): string => (share === 1 ? '' : `, ${percent(1 - share, 1)} of the active material cut off`);
