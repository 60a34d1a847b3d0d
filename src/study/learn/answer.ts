import type { EmulatorDocument, EmulatorKey } from '../../results/emulator-schema.js';
import type { SweepCell } from '../../results/sweep-schema.js';
import { formatNumber, splitQuantity } from '../../units/quantity.js';
import type { Result } from '../../units/result.js';
import { seenAs, shareOf } from './keys.js';
import { nearest } from './learn.js';
import { evaluate } from './network.js';

/** A number that a model answers, and how far 95 % of held-out designs were from the solver at most. */
export interface EmulatorAnswer {
  readonly measure: string;
  readonly rate: string;
  readonly unit: string;
  readonly value: number;
  readonly most95: number;
}

/** A round-off of the last digit of a range is no reason to refuse. */
const slack = 1e-9;

/** Reads `key=value` of every varied key; a key is named in full or by its end where that is unique. */
export function designOf(model: EmulatorDocument, texts: readonly string[], isPartial = false): Result<
  { values: readonly (SweepCell | undefined)[] },
  { problems: readonly string[] }
> {
  const problems: string[] = [];
  const values: (SweepCell | undefined)[] = model.keys.map(() => undefined);
  for (const text of texts) {
    const cut = text.indexOf('=');
    const written = text.slice(0, cut).trim();
    const at = cut < 0 ? -1 : placeOf(model.keys, written);
    if (at < 0) {
      problems.push(`${text}: expected key=value with a key of ${namesOf(model.keys)}, found `
        + `${cut < 0 ? 'no =' : `"${written}"`}; write e.g. ${exampleOf(model.keys[0])}`);
      continue;
    }
    const reading = readValue(model.keys[at], text.slice(cut + 1).trim());
    if (reading.ok) values[at] = reading.value;
    else problems.push(reading.problem);
  }
  if (!isPartial && problems.length === 0) {
    problems.push(
      ...model.keys.flatMap((key, i) =>
        values[i] === undefined ? [`${key.key}: expected a value, found none; add ${exampleOf(key)}`] : []
      ),
    );
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values };
}

const namesOf = (keys: readonly EmulatorKey[]): string => keys.map(({ key }) => key).join(', ');

function placeOf(keys: readonly EmulatorKey[], written: string): number {
  const exact = keys.findIndex(({ key }) => key === written);
  if (exact >= 0) return exact;
  const ending = keys.flatMap(({ key }, i) => (key.endsWith(`.${written}`) ? [i] : []));
  return ending.length === 1 ? ending[0] : -1;
}

const exampleOf = (key: EmulatorKey): string =>
  key.kind === 'names'
    ? `"${key.key}=${key.names[0]}"`
    : `"${key.key}=${formatNumber(middleOf(key), 2)}${key.unit === '' ? '' : ` ${key.unit}`}"`;

const middleOf = ({ from, to, spacing }: EmulatorKey & { readonly kind: 'number' }): number =>
  spacing === 'log' ? Math.sqrt(from * to) : (from + to) / 2;

function readValue(key: EmulatorKey, text: string): Result<{ value: SweepCell }, { problem: string }> {
  const refused = (expected: string, remedy: string) => ({ ok: false as const,
    problem: `${key.key}: expected ${expected}, found ${text || 'nothing'}; ${remedy}` });
  if (key.kind === 'names') {
    return key.names.includes(text)
      ? { ok: true, value: text }
      : refused(`one of ${key.names.join(', ')}`, 'the sweep has seen no other');
  }
  const found = splitQuantity(text);
  if (!found || found.unit !== key.unit)
    return refused(key.unit === '' ? 'a plain number' : `a number in ${key.unit}, the unit of the sweep`,
      `write e.g. ${exampleOf(key)}`);
  const share = shareOf(key, found.value);
  if (share >= -slack && share <= 1 + slack) return { ok: true, value: found.value };
  return refused(`${formatNumber(key.from)} to ${formatNumber(key.to)} ${key.unit}`.trim(),
    'outside of what the sweep has seen no error is known: sweep further, or ask catholith run');
}

/**
 * Why a combination of values that each are in range is far from everything that was seen; undefined where it is not. Held-out designs say
 * what an answer is wrong by up to their own distance from a design that was learned, and no further.
 */
export function strangeness({ seen }: EmulatorDocument, x: readonly number[]): string | undefined {
  const near = nearest(seen.points, x);
  if (near.distance > seen.reach * (1 + slack)) {
    return `this combination: expected one as near to a design of the sweep as the held-out ones (${
      formatNumber(seen.reach, 2)
    } of half ranges), found ${formatNumber(near.distance, 2)}; sweep more designs there, or ask catholith run`;
  }
  return seen.isCell[near.at]
    ? undefined
    : 'this combination: expected one beside designs with a result, found the nearest design of the sweep without one; '
      + 'ask catholith run, which says why';
}

/** Every output of a design at every rate. */
export function answersOf(model: EmulatorDocument, values: readonly SweepCell[]): {
  readonly x: readonly number[];
  readonly answers: readonly EmulatorAnswer[];
} {
  const x = seenAs(model.keys, values);
  const found = evaluate(model, x).values;
  return {
    x,
    answers: model.outputs.map(({ measure, rate, unit, errors }, k) => (
      { measure, rate, unit, value: found[k], most95: errors.most95 }
    )),
  };
}
