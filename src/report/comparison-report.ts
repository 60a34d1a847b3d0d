import type { ComparedDesign, ComparisonDocument } from '../results/comparison-schema.js';
import { limitLabels } from '../results/limit-labels.js';
import { answer, type Block, type Description, entries, entry, figure, fold, heading, type Report, sentence, table,
  tables, warnings } from './blocks/block.js';
import { cardOf } from './blocks/card.js';
import { caseLines } from './case-lines.js';
import { comparisonCsv, designTable, equalityWords, isGain, rateTables } from './comparison-rows.js';
import { fixed, gainText, percent, withoutNumbers } from './format.js';
import { measuredBlocks } from './measured-blocks.js';
import { outsideReasons } from './outside.js';
import { isOutside } from './rate-columns.js';
import { column, tableOf, type TextTable, words } from './text-table.js';

/** The comparison: what the designs are, what they deliver, what limits each, which of their numbers are assumed. */
export const comparisonReport: Report<ComparisonDocument> = { page: 'comparison.html', json: 'comparison.json',
  schema: 'catholith-comparison-1', describe };

/** Card of a comparison in the terminal. */
export const comparisonCard = cardOf(comparisonReport);

/** A warning as its words, with the names of the designs that it is about. */
interface Told {
  readonly names: readonly string[];
  readonly words: readonly string[];
}

/** Each warning once, with its designs where it is not about all alike; numbers that differ are listed in the order of the designs: "1.71 / 3.42 mA/cm²". */
function warningTexts({ designs }: ComparisonDocument): string[] {
  const texts = [...new Set(designs.flatMap(({ result }) => result.warnings))];
  const groups: Told[][] = [];
  for (const text of texts) {
    const names = designs.filter(({ result }) => result.warnings.includes(text)).map(({ name }) => name);
    const told = { names, words: text.split(' ') };
    const alike = groups.find((group) => group.every((one) => saysTheSame(one, told)));
    if (alike) alike.push(told);
    else groups.push([told]);
  }
  return groups.map((group) => {
    const [{ names, words: first }] = group;
    const text = first.map((word, i) =>
      group.every(({ words: all }) => all[i] === word) ? word : group.map(({ words: all }) => all[i]).join(' / ')
    ).join(' ');
    return names.length === designs.length ? text : `${group.map((one) => one.names.join(', ')).join(' / ')}: ${text}`;
  });
}

/** Whether two warnings differ in their numbers alone, and no design has both. */
const saysTheSame = (one: Told, other: Told): boolean =>
  withoutNumbers(one.words.join(' ')) === withoutNumbers(other.words.join(' '))
  && !one.names.some((name) => other.names.includes(name));

function describe(doc: ComparisonDocument): Description {
  const [capacity, utilisation, energy, volume, front] = rateTables(doc);
  const assumed = doc.designs.map(({ name, result: { provenance } }) =>
    `${name} ${provenance.assumed.length} of ${provenance.parameters.length}`
  );
  return {
    title: doc.title,
    blocks: [
      entry('compared', `${doc.designs.length} designs, ${equalityWords[doc.at]}`),
      ...doc.designs.map(({ name, limits }) => answer(`${name}: ${limits.sentence}`)),
      ...tables([capacity, energy]),
      ...entries([...howSure(doc)]),
      ...outsideReasons(doc.designs.flatMap(({ result }) => result.rates.flatMap(({ outside = [] }) => outside))),
      figure(async () => (await import('./figures/comparison-curves.js')).comparisonVoltage(doc)),
      figure(async () => (await import('./figures/comparison-curves.js')).comparisonRates(doc)),
      ...measuredBlocks(
        doc.designs.flatMap(({ name, measured }) => measured.map((curve) => ({ ...curve, design: name }))),
      ),
      ...warnings(warningTexts(doc)),
      fold('designs', 'Designs', [table(designTable(doc)), ...equalised(doc)]),
      fold('rates', 'Rate by rate', hasShares(doc) ? [table(utilisation)] : [], tables([volume, front])),
      fold('limits', 'What limits each design: solved again without one resistance at a time', isLimited(doc)
        ? []
        : [sentence('No resistance alone takes more than 0.5 % of the capacity of any design.')], [
        figure(async () => (await import('./figures/comparison-bars.js')).comparisonLimits(doc)),
        ...tables(doc.designs.map(limitTable)),
      ]),
      fold('polarisation', 'Where the voltage goes', [], [
        figure(async () => (await import('./figures/comparison-bars.js')).comparisonPolarisation(doc)),
      ]),
      fold('profiles', 'Through the thickness', [], [
        figure(async () => (await import('./figures/comparison-curves.js')).comparisonProfiles(doc)),
      ]),
      fold('sources', 'Sources', [
        { ...entry('assumed', `parameters: ${assumed.join(', ')}`), cardEnd: '; which and why: comparison.html' },
      ], doc.designs.flatMap(sourcesOf)),
    ],
    files: [{ name: 'comparison.csv', text: () => comparisonCsv(doc) }],
  };
}

/** What low to high means beside each other: what designs share moves all of them. */
const howSure = ({ designs }: ComparisonDocument): (readonly [string, string])[] =>
  designs.some(({ result }) => result.certainty)
    ? [['how sure',
      'low to high holds 80 % for each design by itself. Uncertainties that designs share move all of them together, so a ratio is surer than '
      + 'two ranges suggest. A cell unlike those that were compared with measurements has no single number.']]
    : [];

/** Of cells unlike those compared with measurements no share is said. */
const hasShares = ({ designs }: ComparisonDocument): boolean =>
  designs.some(({ result }) => result.rates.some((rate) => !isOutside(rate)));

const isLimited = ({ designs }: ComparisonDocument): boolean => designs.some(({ limits }) => limits.parts.some(isGain));

const equalised = ({ designs }: ComparisonDocument): Block[] =>
  designs.flatMap(({ name, equalised: change }) => (change === null ? [] : [entry(name, change)]));

const limitTable = ({ name, limits }: ComparedDesign): TextTable =>
  tableOf(`${name} at ${limits.rate ?? 'no rate'}: delivered with one resistance at a time reduced to a thousandth`,
    limits.parts, [
    words('without', ({ part }) => limitLabels[part]),
    column('capacity', 'mAh/cm²', ({ arealCapacity_mAh_cm2 }) => fixed(arealCapacity_mAh_cm2, 3)),
    column('utilisation', '', ({ utilisation }) => percent(utilisation, 1)),
    column('gain of capacity', '', ({ capacityGain }) => gainText(capacityGain, 1)),
    column('gain of energy', '', ({ energyGain }) => gainText(energyGain, 1)),
  ]);

/** Describes what a design is made of and which of its numbers nobody measured. */
function sourcesOf({ name, result }: ComparedDesign): Block[] {
  const { parameters } = result.provenance;
  const assumed = parameters.filter(({ status }) => status === 'assumed');
  return [
    heading(name),
    entry('source', result.case.source),
    ...entries(caseLines(result.case)),
    table(tableOf(`Assumed, ${assumed.length} of ${parameters.length} parameters`, assumed, [
      words('parameter', ({ path }) => path),
      words('value', ({ value, unit }) => `${value} ${unit}`.trim()),
      words('why', ({ note }) => note ?? ''),
    ])),
  ];
}
