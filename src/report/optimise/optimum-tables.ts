import { withoutUnit } from '../../config/optimise.js';
import type { OptimumDocument } from '../../results/optimum-schema.js';
import { formatNumber } from '../../units/quantity.js';
import { about } from '../outside.js';
import { column, tableOf, type TextTable, words } from '../text-table.js';

export const optimumTitle = ({ title, designs }: OptimumDocument): string =>
  `${title}: ${designs.length > 1 ? 'front' : 'optimum'}`;

type Measured = OptimumDocument['designs'][number]['goals'][number];

const shown = (one: Measured | undefined): string =>
  one === undefined ? '-' : `${about(one)}${formatNumber(one.value, 4)}`;

export const designTable = ({ designs, goals, constraints }: OptimumDocument): TextTable =>
  tableOf(designs.length > 1 ? 'The front' : 'The optimum', designs, [
    ...Object.keys(designs[0]?.values ?? {}).map((key) =>
      words<OptimumDocument['designs'][number]>(key, ({ values }) => [values[key]].flat().join(' | '))
    ),
    ...goals.map(({ text, unit }, g) =>
      column<OptimumDocument['designs'][number]>(withoutUnit(text, unit), unit, (one) => shown(one.goals[g]))
    ),
    ...constraints.map((text, c) =>
      column<OptimumDocument['designs'][number]>(text, '', ({ constraints: all }) =>
        `${shown(all[c])} ${all[c]?.unit ?? ''}${all[c]?.active ? ' (active)' : all[c]?.met ? '' : ' (not kept)'}`)
    ),
  ]);

export const candidateTable = ({ candidates, goals: [{ text, unit }] }: OptimumDocument): TextTable =>
  tableOf('The best of every choice, on the coarse mesh', candidates, [
    ...Object.keys(candidates[0]?.choice ?? {}).map((key) =>
      words<OptimumDocument['candidates'][number]>(key, ({ choice }) => choice[key])
    ),
    column(withoutUnit(text, unit), unit, ({ goal }) => (goal === null ? 'keeps no bounds' : formatNumber(goal, 4))),
  ]);

/** What the numbers rest on. */
export const basisSentence = ({ method, solves }: OptimumDocument): string =>
  `${
    method === 'gradients' ? 'exact slopes' : 'differential evolution, no slopes'
  }; ${solves.coarse} discharges solved on the coarse mesh, `
  + `${solves.fine} on that of the case, from which all numbers here are`;
