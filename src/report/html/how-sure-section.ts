import type { RateRanges, ResultDocument } from '../../results/result-schema.js';
import { percent, rounded } from '../format.js';
import { basisWords, detailOf, howSureLines, parameterName } from '../how-sure-lines.js';
import { underLoad } from '../load-words.js';
import { column, pageTable, tableOf, type TextTable, words } from '../text-table.js';
import { type Html, section, sentence } from './elements.js';

const digits = 3;

/** Section on what takes the capacity, how sure the numbers are, and every parameter that decides them; nothing where it was not asked for. */
export function howSureSection(doc: ResultDocument): Html[] {
  const rate = detailOf(doc);
  const lines = howSureLines(doc);
  if (lines.length === 0) return [];
  const isPouch = doc.energy.format === undefined;
  return [section('how-sure', 'How sure', [
    ...lines.map(([head, words]) => sentence(`${head[0].toUpperCase()}${head.slice(1)}: ${words}`)),
    ...(rate?.ranges ? [pageTable(decisionTable(underLoad(rate), rate.ranges.decides, isPouch))] : []),
  ])];
}

type Decides = RateRanges['decides'];

function decisionTable(load: string, decides: Decides, isPouch: boolean): TextTable {
  const show = (value: number | null): string => (value === null ? 'no such cell' : rounded(value, digits));
  const title =
    `What decides the result ${load}: each parameter alone at the ends of the interval that holds it in 80 % of cases`;
  return tableOf(title, decides, [
    words('parameter', parameterName),
    words('low', ({ low }) => low),
    words('high', ({ high }) => high),
    words('why so wide', basisWords),
    column('capacity', 'mAh/cm², at low', ({ arealCapacity_mAh_cm2 }) => show(arealCapacity_mAh_cm2.low)),
    column('capacity', 'mAh/cm², at high', ({ arealCapacity_mAh_cm2 }) => show(arealCapacity_mAh_cm2.high)),
    ...(isPouch
      ? [
        column<Decides[number]>('pouch', 'Wh/kg, at low', ({ gravimetric_Wh_kg }) => show(gravimetric_Wh_kg.low)),
        column<Decides[number]>('pouch', 'Wh/kg, at high', ({ gravimetric_Wh_kg }) => show(gravimetric_Wh_kg.high)),
      ]
      : []),
    column('effect', 'low to high', ({ effect }) => percent(effect)),
  ]);
}
