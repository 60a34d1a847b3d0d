import type { ComparedDesign, ComparisonDocument } from '../results/comparison-schema.js';
import { csvLine } from './csv.js';
import { cRateText, dash, fixed, percent } from './format.js';
import { isRate } from './load-words.js';
import type { TextTable } from './text-table.js';

/** The tables of a comparison as texts. */

export const equalityWords: Readonly<Record<ComparisonDocument['at'], string>> = {
  'as-given': 'each as given',
  'equal-areal-capacity': 'at equal theoretical areal capacity',
  'equal-thickness': 'at equal thickness of the cathode',
  'equal-mass': 'at equal mass of the cathode per area',
};

/** What each design is. */
export function designTable({ designs }: ComparisonDocument): TextTable {
  return {
    title: 'The designs',
    head: [
      { title: 'design' },
      { title: 'thickness', unit: 'µm' },
      { title: 'loading', unit: 'mg/cm²' },
      { title: 'theoretical', unit: 'mAh/cm²' },
      { title: 'ions', unit: 'mS/cm' },
      { title: 'tau ions' },
      { title: 'electrons', unit: 'mS/cm' },
      { title: '80 % at' },
    ],
    rows: designs.map(({ name, result: { case: it }, rateAt80 }) => [
      name,
      fixed(it.cathodeThickness_um, 0),
      fixed(it.cathodeLoading_mg_cm2, 1),
      fixed(it.theoreticalArealCapacity_mAh_cm2, 2),
      between(it.layers.map((layer) => layer.effectiveIonicConductivity_mS_cm), 3),
      between(it.layers.map((layer) => layer.ionicTortuosityFactor), 2),
      between(it.layers.map((layer) => layer.effectiveElectronicConductivity_mS_cm), 3),
      rateText(rateAt80),
    ]),
  };
}

/** One number, or the range over the layers. */
function between(values: readonly number[], digits: number): string {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) =>
    String(Number(value.toPrecision(digits)))
  );
  return low === high ? low : `${low} to ${high}`;
}

function rateText({ cRate, sentence }: ComparedDesign['rateAt80']): string {
  if (cRate !== null) return cRateText(cRate);
  return sentence.startsWith('Still') ? '> 20C' : sentence.startsWith('Below') ? '< 0.01C' : dash;
}

type Rate = ComparedDesign['result']['rates'][number];

/** One value per design and rate; behind the first row the ratio to it. */
function ratesTable(
  doc: ComparisonDocument,
  title: string,
  text: (rate: Rate) => string,
  value?: (rate: Rate) => number | null,
): TextTable {
  const labels = [...new Set(doc.designs.flatMap(({ result }) => result.rates.map(({ label }) => label)))];
  const [first] = doc.designs;
  const find = ({ result }: ComparedDesign, label: string): Rate | undefined =>
    result.rates.find((rate) => rate.label === label);
  const cell = (design: ComparedDesign, label: string): string => {
    const rate = find(design, label);
    if (rate === undefined) return dash;
    const reference = find(first, label);
    const ratio = value && design !== first && reference ? (value(rate) ?? NaN) / (value(reference) ?? NaN) : NaN;
    return Number.isFinite(ratio) ? `${text(rate)} (×${ratio.toFixed(2)})` : text(rate);
  };
  return {
    title,
    head: [{ title: 'design' }, ...labels.map((label) => ({ title: label }))],
    rows: doc.designs.map((design) => [design.name, ...labels.map((label) => cell(design, label))]),
  };
}

export function rateTables(doc: ComparisonDocument): TextTable[] {
  // pellets have no pouch to compare
  const basis = doc.designs.every(({ result }) => result.energy.format !== undefined) ? 'electrode' : 'pouch';
  const of = basis === 'pouch' ? 'pouch cell' : 'cathode layer';
  return [
    ratesTable(doc, 'Capacity delivered in mAh/cm² (ratio to the first design)',
      (rate) => fixed(rate.arealCapacity_mAh_cm2, 2), (rate) => rate.arealCapacity_mAh_cm2),
    ratesTable(doc, 'Utilisation of the theoretical capacity', (rate) => percent(rate.utilisation)),
    ratesTable(doc, `Energy density of the ${of} in Wh/kg (ratio to the first design)`,
      (rate) => fixed(rate.energy[basis].gravimetric_Wh_kg, 0), (rate) => rate.energy[basis].gravimetric_Wh_kg),
    ratesTable(doc, `Energy density of the ${of} in Wh/L (ratio to the first design)`,
      (rate) => fixed(rate.energy[basis].volumetric_Wh_L, 0), (rate) => rate.energy[basis].volumetric_Wh_L),
    ratesTable(doc, 'Depth of the reaction front from the side where it leads, in µm',
      (rate) => fixed(rate.frontDepth_um, 0)),
  ];
}

/** One row per design and rate, for other programs. */
export function comparisonCsv({ designs }: ComparisonDocument): string {
  const columns = [
    'design',
    'rate',
    'cRate',
    'thickness_um',
    'theoreticalArealCapacity_mAh_cm2',
    'arealCapacity_mAh_cm2',
    'specificCapacity_mAh_g',
    'utilisation',
    'meanVoltage_V',
    'pouch_Wh_kg',
    'pouch_Wh_L',
    'meanPolarisation_mV',
    'frontDepth_um',
    'rateAt80_C',
    'outcome',
  ];
  const rows = designs.flatMap(({ name, result: { case: it, rates }, rateAt80 }) =>
    rates.map((rate) =>
      csvLine([
        name,
        rate.label,
        isRate(rate) ? rate.cRate : '',
        it.cathodeThickness_um,
        it.theoreticalArealCapacity_mAh_cm2,
        rate.arealCapacity_mAh_cm2,
        rate.specificCapacity_mAh_g,
        rate.utilisation,
        rate.meanVoltage_V,
        rate.energy.pouch.gravimetric_Wh_kg,
        rate.energy.pouch.volumetric_Wh_L,
        rate.polarisation_mV.total,
        rate.frontDepth_um,
        rateAt80.cRate,
        rate.outcome.reason,
      ])
    )
  );
  return [csvLine(columns), ...rows].join('');
}
