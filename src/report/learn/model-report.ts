import { basisLabels } from '../../cell/energy-density.js';
import type { EmulatorDocument, EmulatorOutput } from '../../results/emulator-schema.js';
import { formatNumber } from '../../units/quantity.js';
import { answer, type Description, entries, entry, fold, type Report, table } from '../blocks/block.js';
import { printCard } from '../blocks/card.js';
import { outsideRows } from '../outside.js';
import { column, tableOf, type TextTable, words } from '../text-table.js';

/** Card of a model: what it is wrong by, where it may be asked, what it was made of and whether it pays. */
export const modelReport: Report<EmulatorDocument> = {
  page: 'model.html',
  json: 'model.json',
  describe: (doc) => {
    const description = described(doc);
    return { ...description,
      files: [{ name: 'model.txt', text: () => printCard(description, { colour: false, width: 100 }) }] };
  },
};

function described(doc: EmulatorDocument): Description {
  const { sweep, backend, seed, steps, digest, outside, seen } = doc;
  return {
    title: `${doc.title}: a network of ${sweep.learned} designs in place of the solver`,
    blocks: [
      answer(firstErrors(doc)),
      entry('cost', worth(doc)),
      table(keyTable(doc)),
      table(errorTable('Differences from the solver, of held-out designs', doc.outputs.filter(isInFront(doc)))),
      fold('all', 'Everything that it answers', [], [table(errorTable('Differences of every answer', doc.outputs))]),
      ...entries([
        ['sweep',
          `${sweep.designs} designs: ${sweep.learned} learned, ${sweep.heldOut} held out as a whole, ${sweep.withoutResult} without a result; digest ${
            short(sweep.digest)
          }${sweep.hash === null ? '' : `, sweep ${short(sweep.hash)}`}`],
        ['network',
          `${sizesOf(doc).join('-')} with tanh, seed ${seed}, ${steps} steps; ${backend}; digest ${short(digest)}`],
        ['reach',
          `it answers up to ${
            formatNumber(seen.reach, 2)
          } half ranges from a learned design, the distance of the farthest `
          + 'held-out one, and not next to designs without a result; between learned designs only the held-out ones were checked'],
        ['case', doc.case === null
          ? 'not known, so designs cannot be searched for with --find; learn again with --case'
          : `${doc.case.file}: designs found with --find are solved before they are printed`],
      ]),
      ...outsideRows(outside),
    ],
  };
}

const short = (hash: string): string => hash.slice(0, 12);

const sizesOf = (
  { layers }: EmulatorDocument,
): number[] => [layers[0].weights.length, ...layers.map(({ bias }) => bias.length)];

/** What a card shows without being opened. */
const isInFront = ({ basis = 'pouch' }: EmulatorDocument) => ({ measure }: EmulatorOutput): boolean =>
  ['utilisation', 'mean voltage', `${basisLabels[basis]} Wh/kg`, `${basisLabels[basis]} Wh/L`].includes(measure);

/** The energy per mass at the rate closest to the middle of the list. */
function firstErrors({ basis = 'pouch', outputs, sweep }: EmulatorDocument): string {
  const energies = outputs.filter(({ measure }) => measure === `${basisLabels[basis]} Wh/kg`);
  const { measure, rate, unit, errors: { median, most95, worst }, from, to } =
    (energies.length > 0 ? energies : outputs)[Math.floor((energies.length || outputs.length) / 2)];
  const show = (value: number): string => formatNumber(value, 2);
  return `${measure} at ${rate}: half of ${sweep.heldOut} held-out designs are within ${show(median)}, 95 % within `
    + `${show(most95)}, all within ${show(worst)} ${unit} of the solver, of values from ${formatNumber(from, 3)} `
    + `to ${formatNumber(to, 3)}.`;
}

/** From how many answers on the network is cheaper than the solver, its designs included, and what the solver takes for some. */
function worth({ cost: { microsecondsPerAnswer, secondsPerDesign, secondsToLearn }, sweep }: EmulatorDocument): string {
  const answerText = `an answer takes ${formatNumber(microsecondsPerAnswer, 2)} µs`;
  if (secondsPerDesign === null)
    return `${answerText}, and ${sweep.designs} designs were solved first; what the solver takes was not measured without --case`;
  const pays = sweep.designs + secondsToLearn / secondsPerDesign;
  return `${answerText}, a design ${formatNumber(secondsPerDesign * 1000, 2)} ms of the solver; with `
    + `${sweep.designs} designs solved and ${formatNumber(secondsToLearn, 2)} s of learning it pays from `
    + `${formatNumber(pays, 2)} answers on. The solver itself takes ${duration(1e4 * secondsPerDesign)} for 10,000 `
    + `and ${duration(1e6 * secondsPerDesign)} for a million in one thread: uncertainty, optimise and fit of a `
    + 'dozen keys need the former and no network.';
}

const duration = (seconds: number): string =>
  seconds < 5400 ? `${formatNumber(seconds / 60, 2)} min` : `${formatNumber(seconds / 3600, 2)} h`;

const keyTable = ({ keys }: EmulatorDocument): TextTable =>
  tableOf('Ranges of the designs that it learned from', keys, [
    words('key', ({ key }) => key),
    words('range', (key) =>
      key.kind === 'names'
        ? key.names.join(', ')
        : `${formatNumber(key.from, 4)} to ${formatNumber(key.to, 4)} ${key.unit}`.trim()),
  ]);

const errorTable = (title: string, outputs: readonly EmulatorOutput[]): TextTable =>
  tableOf(title, outputs, [
    words('answer', ({ measure }) => measure),
    words('rate', ({ rate }) => rate),
    words('unit', ({ unit }) => unit),
    column('from', '', ({ from }) => formatNumber(from, 3)),
    column('to', '', ({ to }) => formatNumber(to, 3)),
    column('median', '', ({ errors }) => formatNumber(errors.median, 2)),
    column('95 %', '', ({ errors }) => formatNumber(errors.most95, 2)),
    column('worst', '', ({ errors }) => formatNumber(errors.worst, 2)),
  ]);
