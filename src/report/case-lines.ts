import type { ResultDocument } from '../results/result-schema.js';
import type { CaseSummary } from '../study/summarise-case.js';
import { entries, entry, sentence, warnings } from './blocks/block.js';
import { printCard } from './blocks/card.js';
import type { CardOptions } from './card.js';
import { fixed, percent, significant } from './format.js';

/** The cell in a line, a composite anode and each cathode layer in another, as [head, text]. */
export function caseLines(cell: ResultDocument['case']): [string, string][] {
  const summary = `${fixed(cell.theoreticalArealCapacity_mAh_cm2, 2)} mAh/cm² theoretical `
    + `(${fixed(cell.theoreticalSpecificCapacity_mAh_g, 0)} mAh/g), ${fixed(cell.cathodeThickness_um, 1)} µm and `
    + `${fixed(cell.cathodeLoading_mg_cm2, 1)} mg/cm² cathode, ${fixed(cell.membraneThickness_um, 1)} µm membrane, `
    + `${fixed(cell.temperature_K - 273.15, 0)} °C`;
  const named = groupsByName(cell.layers);
  const layers = named.map((slices): [string, string] => [
    named.length === 1 ? 'cathode' : 'layer',
    `${
      named.length === 1
        ? ''
        : `${slices[0].name}: ${fixed(slices.reduce((sum, slice) => sum + slice.thickness_um, 0), 1)} µm, `
    }`
    + layerText(slices),
  ]);
  const anode: [string, string][] = cell.anode
    ? [['anode', `${fixed(cell.anode.thickness_um, 1)} µm, ${layerText([cell.anode])}`]]
    : [];
  return [['cell', summary], ...anode, ...layers];
}

/** What the particles fill like as they are wetted, where that is stated or a structure says it. */
const fillingText = ({ fillingRadius_um: radius }: Layer): string =>
  radius === undefined ? '' : `, particles fill like spheres of ${significant(radius)} µm`;

type Layer = ResultDocument['case']['layers'][number];

/** The slices of a graded layer stand together under its name. */
function groupsByName(layers: readonly Layer[]): (readonly Layer[])[] {
  return [...new Set(layers.map(({ name }) => name))].map((name) => layers.filter((layer) => layer.name === name));
}

/** Text of a layer, a graded one from the membrane to the collector. */
function layerText(slices: readonly Layer[]): string {
  const along = (text: (layer: Layer) => string): string => {
    const [first, last] = [text(slices[0]), text(slices[slices.length - 1])];
    return first === last ? first : `${first} to ${last}`;
  };
  const graded = slices.length === 1 ? '' : `graded in ${slices.length} slices: `;
  return `${graded}porosity ${along((layer) => percent(layer.porosity, 1))}, `
    + `electrolyte ${along((layer) => percent(layer.volumeFractions.electrolyte ?? 0, 1))} by volume, `
    + `τ ${along((layer) => significant(layer.ionicTortuosityFactor))}, `
    + `κeff ${
      along((layer) =>
        conductivityText(layer.effectiveIonicConductivity_mS_cm, layer.effectiveIonicConductivity80_mS_cm)
      )
    }, `
    + `σeff ${
      along((layer) =>
        conductivityText(layer.effectiveElectronicConductivity_mS_cm, layer.effectiveElectronicConductivity80_mS_cm)
      )
    }`
    + blendText(slices[0])
    + (slices.some(({ extrapolated }) => extrapolated) ? ', extrapolated' : '')
    + connectedText(Math.min(...slices.map((layer) => layer.connectedFraction)))
    + fillingText(slices[0]);
}

/** "0.010 mS/cm (80 %: 0.0028 to 0.038)"; without an interval the number alone. */
const conductivityText = (value: number, [low, high]: readonly [number, number]): string =>
  `${significant(value)} mS/cm${high > low ? ` (80 %: ${significant(low, 2)} to ${significant(high, 2)})` : ''}`;

/** ", of the active mass NMC811 55 %, LCO 45 %"; nothing of one material. */
const blendText = ({ blend }: Layer): string => (blend
  ? `, of the active mass ${blend.map(({ material, massShare }) => `${material} ${percent(massShare, 0)}`).join(', ')}`
  : '');

const connectedText = (share: number): string =>
  share === 1 ? '' : `, ${percent(1 - share, 1)} of the active material cut off`;

/** The answer of `catholith check` to a case that is fine. */
export function caseCard(summary: CaseSummary, options: CardOptions): string {
  const { mesh, title, source } = summary.case;
  return printCard({ title, blocks: [
    entry('source', source),
    ...entries(caseLines(summary.case)),
    entry('rates', [summary.rates.join(', '), ...summary.cutoffs].join('; ')),
    entry('mesh', `${mesh.name}: ${mesh.cells} cells, ${mesh.shells} shells`),
    entry('parameters', `${summary.parameters}, of which ${summary.assumed} assumed`),
    ...warnings(summary.warnings),
    sentence('The case is valid.', 'good'),
  ] }, options);
}
