import { basisLabels } from '../../cell/energy-density.js';
import type { EmulatorDocument } from '../../results/emulator-schema.js';
import { keyWords } from '../../results/parameter-name.js';
import type { SweepCell } from '../../results/sweep-schema.js';
import type { EmulatorAnswer } from '../../study/learn/answer.js';
import type { Found } from '../../study/learn/find.js';
import { formatNumber } from '../../units/quantity.js';
import { type Description, entry, sentence, table } from '../blocks/block.js';
import { aboutSign, outsideReasons, outsideRows } from '../outside.js';
import { column, tableOf, words } from '../text-table.js';

/** Design of a model in words. */
const valueWords = ({ keys }: EmulatorDocument, values: readonly SweepCell[]): string =>
  keys.map((key, i) =>
    `${keyWords(key.key)} ${values[i]}${key.kind === 'number' && key.unit !== '' ? ` ${key.unit}` : ''}`
  )
    .join(', ');

/** What the network answers for one design, with what it is wrong by. */
export function answerDescription(model: EmulatorDocument, values: readonly SweepCell[],
  answers: readonly EmulatorAnswer[]): Description
{
  const telling = basisLabels[model.basis ?? 'pouch'];
  const rates = [...new Set(answers.map(({ rate }) => rate))];
  const shown = [...new Set(answers.map(({ measure }) => measure))].filter((measure) =>
    measure.startsWith(telling) || !/^(electrode|unit cell|stack)/.test(measure)
  );
  const at = (measure: string, rate: string) => answers.find((one) => one.measure === measure && one.rate === rate);
  return {
    title: `${model.title}: the network's answer`,
    blocks: [
      entry('design', valueWords(model, values)),
      table(tableOf('Answers', rates, [
        words('rate', (rate) => rate),
        ...shown.map((measure) => {
          const { unit = '' } = answers.find((one) => one.measure === measure) ?? {};
          return column<string>(measure.replace(` ${unit}`, ''), unit, (rate) => {
            const found = at(measure, rate);
            return found ? withError(found) : '-';
          });
        }),
      ])),
      ...outsideRows(model.outside),
      sentence(
        `For 95 % of ${model.sweep.heldOut} held-out designs the network was within ± of the solver; catholith run solves a design.`,
      ),
    ],
  };
}

/** "312 ± 4": no more digits than the error supports. */
function withError({ value, most95 }: EmulatorAnswer): string {
  const digits = Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(most95 || 1))));
  return `${value.toFixed(digits)} ± ${most95.toFixed(digits)}`;
}

/** What was found for some wishes, every number as the solver has it. */
export function foundDescription(model: EmulatorDocument, { proposals, solves, trouble }: Found): Description {
  const title = `${model.title}: designs that meet it`;
  if (proposals.length === 0) {
    return { title,
      blocks: [sentence(`No design was found that the solver confirms (${solves} solved): ${trouble}`, 'failure')] };
  }
  const rows = proposals.map((proposal, i) => ({ proposal, i }));
  const [{ targets }] = proposals;
  return {
    title,
    blocks: [
      table(tableOf('Solved designs', rows, [
        words('design', ({ i }) => String(i + 1)),
        ...model.keys.map((key, k) =>
          column<typeof rows[number]>(keyWords(key.key), key.kind === 'number' ? key.unit : '',
            ({ proposal: { values } }) => shown(values[k]))
        ),
        ...targets.flatMap(({ text, unit }, t) => [
          column<typeof rows[number]>(text, `solver, ${unit}`,
            ({ proposal }) => `${aboutSign(proposal.targets[t])}${formatNumber(proposal.targets[t].solved, 4)}`),
          column<typeof rows[number]>('network', unit, ({ proposal }) => formatNumber(proposal.targets[t].emulated, 4)),
        ]),
      ])),
      sentence(
        `${solves} designs were solved; many others may meet it as well: fix a key (key=value) to choose among them.`,
      ),
      ...outsideReasons(proposals.flatMap((one) => one.targets.flatMap(({ outside }) => outside))),
    ],
  };
}

const shown = (value: SweepCell): string => (typeof value === 'number' ? formatNumber(value, 4) : String(value));
