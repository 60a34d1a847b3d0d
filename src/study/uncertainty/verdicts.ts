import { basisWords } from '../../cell/energy-density.js';
import { parameterName } from '../../results/parameter-name.js';
import type { UncertainParameter, UncertaintyDocument } from '../../results/uncertainty-schema.js';
import { formatNumber } from '../../units/quantity.js';

/** A measurement that narrows the band by less than this share is not worth naming. */
const worthwhile = 0.02;
const named = 3;
/** Of the variance: more than this is no accident of the sample. */
const together = 0.1;

const percent = (share: number): string => `${formatNumber(100 * share, 2)} %`;
const unitOf = { gravimetric_Wh_kg: 'Wh/kg', arealCapacity_mAh_cm2: 'mAh/cm²' } as const;

/** What the sample says, in sentences: the band, what decides it, what would be worth measuring. */
export function verdictsOf(
  { rates, ranked, rankedAt, basis, parameters, sample, mesh }: Omit<UncertaintyDocument, 'verdicts'>,
): string[] {
  const rate = rates.find(({ label }) => label === rankedAt);
  const band = rate?.[ranked];
  if (!rate || !band) return ['The case delivers nothing at this rate, so there is no band.'];
  const show = (value: number): string => formatNumber(value, 3);
  const unit = `${unitOf[ranked]}${
    ranked === 'arealCapacity_mAh_cm2' || basis === 'pouch' ? '' : ` of ${basisWords[basis]}`
  }`;
  const single = rate.outsideData.length === 0 ? `, ${show(band.value)} as the case stands` : '';
  return [
    `80 % of such cells deliver ${show(band.low)} to ${show(band.high)} ${unit} at ${rankedAt}${single}; if the `
    + `equations were exact, ${show(band.parameters.low)} to ${show(band.parameters.high)}.`,
    ...measuring(parameters, band),
    ...interplay(parameters),
    ...(mesh && mesh.shareOfVariance > 0.05
      ? [
        `The coarse mesh of the sample causes ${
          percent(mesh.shareOfVariance)
        } of the variance; the indices are less sure by `
        + 'as much.',
      ]
      : []),
    ...(sample.refused > 0.05 * sample.solves
      ? [
        `${percent(sample.refused / sample.solves)} of the sampled cells cannot exist or could not be solved; the `
        + 'bands are those of the rest.',
      ]
      : []),
  ];
}

type Band = NonNullable<UncertaintyDocument['rates'][number]['gravimetric_Wh_kg']>;

function measuring(parameters: readonly UncertainParameter[], { low, high, parameters: alone }: Band): string[] {
  const worth = parameters.filter(({ bandIfKnown }) => bandIfKnown < 1 - worthwhile).slice(0, named);
  const equations = 1 - Math.min(1, ((alone.high - alone.low) / Math.max(high - low, Number.MIN_VALUE)) ** 2);
  const model = `the error of the model itself makes ${percent(equations)} of the variance`;
  if (worth.length === 0) return [`No single measurement narrows this by ${percent(worthwhile)}: ${model}.`];
  const [first, ...others] = worth.map(({ firstOrder, bandIfKnown, ...one }) =>
    `${parameterName(one)} (${percent(firstOrder.value)} of the variance of the parameters; known exactly, it leaves `
    + `${percent(bandIfKnown)} of the interval)`
  );
  return [
    `Worth measuring first: ${first}${others.length === 0 ? '' : `; then ${others.join(', ')}`}. Of the whole, `
    + `${model}.`,
  ];
}

function interplay(parameters: readonly UncertainParameter[]): string[] {
  const alone = parameters.reduce((sum, { firstOrder }) => sum + firstOrder.value, 0);
  const doubt = Math.hypot(...parameters.map(({ firstOrder }) => firstOrder.error));
  if (parameters.length === 0 || 1 - alone < Math.max(together, doubt)) return [];
  const most = parameters.reduce((best,
    one) => (one.total.value - one.firstOrder.value > best.total.value - best.firstOrder.value ? one : best)
  );
  return [
    `${percent(1 - alone)} of the variance of the parameters comes from several of them together, most of all with `
    + `${parameterName(most)}; varying one at a time does not show it.`,
  ];
}
