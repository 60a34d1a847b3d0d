import { type BasisName, basisWords, tellingBasis } from '../cell/energy-density.js';
import type { ComparedDesign, ComparisonDocument } from '../results/comparison-schema.js';
import { fromNothing } from '../results/limit-labels.js';
import { outcomeColumns, provenanceColumns, resultColumns } from '../results/result-columns.js';
import { formatNumber } from '../units/quantity.js';
import { csvTable } from './csv.js';
import { cRateText, dash, fixed, percent } from './format.js';
import { isOutside, rangeText } from './rate-columns.js';
import { column, tableOf, type TextTable, words } from './text-table.js';

export const equalityWords: Readonly<Record<ComparisonDocument['at'], string>> = {
  'as-given': 'each as given',
  'equal-areal-capacity': 'at equal theoretical areal capacity',
  'equal-thickness': 'at equal thickness of the cathode',
  'equal-mass': 'at equal mass of the cathode per area',
};

export const designTable = ({ designs }: ComparisonDocument): TextTable =>
  tableOf('', designs, [
    words('design', ({ name }) => name),
    column('thickness', 'µm', ({ result }) => fixed(result.case.cathodeThickness_um, 0)),
    column('loading', 'mg/cm²', ({ result }) => fixed(result.case.cathodeLoading_mg_cm2, 1)),
    column('theoretical', 'mAh/cm²', ({ result }) => fixed(result.case.theoreticalArealCapacity_mAh_cm2, 2)),
    column('ions', 'mS/cm', overLayers('effectiveIonicConductivity_mS_cm', 3)),
    column('τ ions', '', overLayers('ionicTortuosityFactor', 2)),
    column('electrons', 'mS/cm', overLayers('effectiveElectronicConductivity_mS_cm', 3)),
    column('80 % at', '', ({ rateAt80 }) => rateText(rateAt80)),
  ]);

type LayerNumber = 'effectiveIonicConductivity_mS_cm' | 'ionicTortuosityFactor'
  | 'effectiveElectronicConductivity_mS_cm';

/** Shows one number, or the range over the layers. */
const overLayers = (of: LayerNumber, digits: number) => ({ result }: ComparedDesign): string => {
  const values = result.case.layers.map((layer) => layer[of]);
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => formatNumber(value, digits));
  return low === high ? low : `${low} to ${high}`;
};

function rateText({ kind, cRate, searched: [from, to] }: ComparedDesign['rateAt80']): string {
  if (cRate !== null) return cRate < 0.2 ? `C/${fixed(1 / cRate, 0)}` : cRateText(Number(cRate.toPrecision(2)));
  return kind === 'above' ? `> ${cRateText(to)}` : kind === 'below' ? `< ${cRateText(from)}` : dash;
}

type Rate = ComparedDesign['result']['rates'][number];

/** What one case calls C/2 and another 0.5C is one rate. */
const isOf = (asked: Rate) => ({ label, cRate }: Rate): boolean => label === asked.label || cRate === asked.cRate;

/** Table with a value per design and rate; behind the first row the ratio to it. */
function ratesTable(doc: ComparisonDocument, title: string, text: (rate: Rate) => string,
  value?: (rate: Rate) => number | null): TextTable
{
  const rates = doc.designs.flatMap(({ result }) => result.rates);
  const columns = rates.sort((a, b) => a.cRate - b.cRate).filter((rate, i, all) => !all.slice(0, i).some(isOf(rate)));
  const [first] = doc.designs;
  const cell = (design: ComparedDesign, asked: Rate): string => {
    const rate = design.result.rates.find(isOf(asked));
    if (rate === undefined) return dash;
    const reference = first.result.rates.find(isOf(asked));
    const ratio = value && design !== first && reference ? (value(rate) ?? NaN) / (value(reference) ?? NaN) : NaN;
    return Number.isFinite(ratio) ? `${text(rate)} (×${ratio.toFixed(2)})` : text(rate);
  };
  return tableOf(title, doc.designs, [
    words('design', ({ name }) => name),
    ...columns.map((asked) => column<ComparedDesign>(asked.label, '', (design) => cell(design, asked))),
  ]);
}

/** What energies of designs are compared per: cells without a pouch have none to compare, all of them have a cathode. */
export function comparedBasis({ designs }: ComparisonDocument): BasisName {
  const bases = [...new Set(designs.map(({ result }) => tellingBasis(result.energy)))];
  return bases.length === 1 ? bases[0] : bases.includes('pouch') ? 'pouch' : 'electrode';
}

export function rateTables(doc: ComparisonDocument): TextTable[] {
  const basis = comparedBasis(doc);
  const of = basisWords[basis];
  return [
    ratesTable(doc, 'Capacity delivered in mAh/cm² (ratio to the first design)',
      (rate) => rangeText(rate, 'arealCapacity_mAh_cm2'), (rate) => rate.arealCapacity_mAh_cm2),
    ratesTable(doc, 'Utilisation of the theoretical capacity',
      (rate) => (isOutside(rate) ? dash : percent(rate.utilisation))),
    ratesTable(doc, `Energy density of the ${of} in Wh/kg (ratio to the first design)`,
      (rate) =>
        basis === 'pouch' ? rangeText(rate, 'gravimetric_Wh_kg') : fixed(rate.energy[basis].gravimetric_Wh_kg, 0),
      (rate) => rate.energy[basis].gravimetric_Wh_kg),
    ratesTable(doc, `Energy density of the ${of} in Wh/L (ratio to the first design)`,
      (rate) => fixed(rate.energy[basis].volumetric_Wh_L, 0), (rate) => rate.energy[basis].volumetric_Wh_L),
    ratesTable(doc, 'Depth of the reaction front from the side where it leads, in µm',
      (rate) => fixed(rate.frontDepth_um, 0)),
  ];
}

/** Table with a row per design and rate, for other programs. */
export function comparisonCsv({ designs }: ComparisonDocument): string {
  const columns = [...outcomeColumns, ...resultColumns, ...provenanceColumns];
  return csvTable<{ design: ComparedDesign; rate: Rate }>({
    design: ({ design }) => design.name,
    ...Object.fromEntries(columns.map(({ name, value }) => [name, ({ design, rate }) => value(design.result, rate)])),
    rateAt80_C: ({ design }) => design.rateAt80.cRate,
  }, designs.flatMap((design) => design.result.rates.map((rate) => ({ design, rate }))));
}

/** Whether taking a resistance away changes the capacity by more than 0.5 %. */
export const isGain = ({ capacityGain }: { readonly capacityGain: number }): boolean =>
  capacityGain === fromNothing || Math.abs(capacityGain) >= 0.005;
