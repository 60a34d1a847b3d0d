import type { ResultDocument } from '../../results/result-schema.js';
import { percent, rounded } from '../format.js';
import { basisWords, detailOf, howSureLines, parameterName } from '../how-sure-lines.js';
import { underLoad } from '../load-words.js';
import { type Html, htmlTable, paragraph, section, text } from './elements.js';

const digits = 3;

/** What takes the capacity, how sure the numbers are, and every parameter that decides them; nothing where it was not asked for. */
export function howSureSection(doc: ResultDocument): Html[] {
  const rate = detailOf(doc);
  const lines = howSureLines(doc);
  if (lines.length === 0) return [];
  const show = (value: number | null): string => (value === null ? 'no such cell' : rounded(value, digits));
  const ofPouch = <T>(cells: readonly T[]): readonly T[] => (doc.energy.format === undefined ? cells : []);
  return [section('how-sure', 'How sure', [
    ...lines.map(([head, words]) => paragraph(text(`${head[0].toUpperCase()}${head.slice(1)}: ${words}`))),
    ...(rate?.ranges
      ? [htmlTable(
        `What decides the result ${
          underLoad(rate)
        }: each parameter alone at the ends of the interval that holds it in 80 % of cases`,
        [
          { title: 'parameter' },
          { title: 'low' },
          { title: 'high' },
          { title: 'why so wide' },
          { title: 'capacity', unit: 'mAh/cm², at low', numeric: true },
          { title: 'capacity', unit: 'mAh/cm², at high', numeric: true },
          ...ofPouch([
            { title: 'pouch', unit: 'Wh/kg, at low', numeric: true },
            { title: 'pouch', unit: 'Wh/kg, at high', numeric: true },
          ]),
          { title: 'effect', unit: 'low to high', numeric: true },
        ],
        rate.ranges.decides.map((one) => ({
          cells: [
            parameterName(one),
            one.low,
            one.high,
            basisWords(one),
            show(one.arealCapacity_mAh_cm2.low),
            show(one.arealCapacity_mAh_cm2.high),
            ...ofPouch([show(one.gravimetric_Wh_kg.low), show(one.gravimetric_Wh_kg.high)]),
            percent(one.effect),
          ].map(text),
        })),
      )]
      : []),
  ])];
}
