import type { ComparedDesign, ComparisonDocument } from '../results/comparison-schema.js';
import { fromNothing, limitLabels } from '../results/limits-schema.js';
import { caseLines } from './case-lines.js';
import { designTable, equalityWords, rateTables } from './comparison-rows.js';
import type { Figure } from './figures/figure.js';
import { fixed, percent } from './format.js';
import { type Html, join, markup, section, sentence, text } from './html/elements.js';
import { figureSection } from './html/figure-section.js';
import { reportPage, sourceLine } from './html/page.js';
import { column, pageTable, tableOf, words } from './text-table.js';

/** All designs on one page: tables, figures, what limits each, and which numbers differ or are assumed. */
export const comparisonReport = (doc: ComparisonDocument, figures: readonly Figure[]): string =>
  reportPage(doc.title, [
    sentence(`${doc.designs.length} designs, ${equalityWords[doc.at]}.`),
    ...doc.designs.map(({ name, limits }) => sentence(`${name}: ${limits.sentence}`, 'answer')),
  ], [
    section('designs', 'Designs', [pageTable(designTable(doc)), ...equalised(doc)]),
    section('rates', 'Rates', rateTables(doc).map(pageTable)),
    figureSection(figures),
    section('limits', 'Limits', doc.designs.map(limitTable)),
    section('sources', 'Sources', doc.designs.map(sourcesOf)),
  ]);

const equalised = ({ designs }: ComparisonDocument): Html[] =>
  designs.flatMap(({ name, equalised: change }) => (change === null ? [] : [sentence(`${name}: ${change}.`)]));

const limitTable = ({ name, limits }: ComparedDesign): Html =>
  pageTable(tableOf(
    `${name} at ${limits.rate ?? 'no rate'}: delivered where one resistance is a thousandth of what it is`,
    limits.parts,
    [
      words('without', ({ part }) => limitLabels[part]),
      column('capacity', 'mAh/cm²', ({ arealCapacity_mAh_cm2 }) => fixed(arealCapacity_mAh_cm2, 3)),
      column('utilisation', '', ({ utilisation }) => percent(utilisation, 1)),
      column('gain of capacity', '', ({ capacityGain }) => gainText(capacityGain)),
      column('gain of energy', '', ({ energyGain }) => gainText(energyGain)),
    ],
  ));

const gainText = (gain: number): string => (gain === fromNothing ? 'from 0' : percent(gain, 1));

/** Describes what a design is made of and which of its numbers nobody measured. */
function sourcesOf({ name, result }: ComparedDesign): Html {
  const { parameters } = result.provenance;
  const assumed = parameters.filter(({ status }) => status === 'assumed');
  return join([
    markup(`<h3>${text(name)}</h3>\n`),
    sourceLine(result.case.source),
    ...caseLines(result.case).map((line) => sentence(line.join(': '))),
    pageTable(tableOf(`Assumed, ${assumed.length} of ${parameters.length} parameters`, assumed, [
      words('parameter', ({ path }) => path),
      words('value', ({ value, unit }) => `${value} ${unit}`.trim()),
      words('why', ({ note }) => note ?? ''),
    ])),
    ...result.warnings.map((warning) => sentence(warning, 'warning')),
  ]);
}
