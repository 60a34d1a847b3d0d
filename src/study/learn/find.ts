import { formatRate } from '../../config/rate.js';
import type { Wish } from '../../config/studies/read-goals.js';
import { valueAt } from '../../config/studies/sweep.js';
import type { EmulatorDocument, EmulatorKey } from '../../results/emulator-schema.js';
import type { SweepCell } from '../../results/sweep-schema.js';
import { type Evaluation, sequentialQuadratic } from '../optimise/sequential-quadratic.js';
import { sobolPoint } from '../sweep/sobol.js';
import { strangeness } from './answer.js';
import { seenAs } from './keys.js';
import { evaluate, slopeOf } from './network.js';

/** What is asked of one output, in its unit. */
export interface Target extends Omit<Wish, 'measure'> {
  readonly output: number;
}

/** What the solver found in place of an answer. */
export type Solve = (values: readonly SweepCell[]) => Solved;
export interface SolvedOutput {
  readonly value: number | null;
  /** Why the cell at this rate is unlike those that the program was compared with; empty where it is not. */
  readonly outside: readonly string[];
}
export type Solved =
  | { readonly ok: true; readonly found: readonly SolvedOutput[] }
  | { readonly ok: false; readonly sentence: string };

/** A design that the network proposed, as the solver found it. */
export interface Proposal {
  readonly values: readonly SweepCell[];
  readonly targets: readonly {
    readonly text: string;
    readonly unit: string;
    readonly emulated: number;
    readonly most95: number;
    readonly solved: number;
    readonly isMet: boolean;
    readonly outside: readonly string[];
  }[];
}

/** Proposals, and how many more the solver or the sweep took back. */
export interface Found {
  readonly proposals: readonly Proposal[];
  readonly solves: number;
  readonly trouble: string | undefined;
}

/** Proposals that are wanted, and starts from which they are looked for. */
const wanted = 3;
const starts = 12;
/** Times that the network's error at a proposal, which the solver has shown, is taken off and the search repeated. */
const corrections = 3;
/** An equality is met within this share of it, and a bound is kept with so much room; two proposals are one within this part of half a range. */
const closeEnough = 2e-3;
const same = 0.15;
/** A target is missed by the network where it misses it by more than this part of the deviation of the sweep. */
const mostBroken = 0.05;
/** Combinations of names that are tried. */
const mostCombinations = 64;

/** Which outputs a wish is of; the text of what there is where there is none. */
export function targetOf({ outputs }: EmulatorDocument, wish: Wish): Target | string {
  const rate = formatRate(wish.measure.rate);
  const measure = wish.measure.text.replace(/\s+at\s+.*$/, '');
  const output = outputs.findIndex((one) => one.measure === measure && one.rate === rate);
  if (output >= 0)
    return { output, relation: wish.relation, bound: wish.bound / wish.measure.si, text: wish.text };
  const measures = [...new Set(outputs.map((one) => one.measure))].join(', ');
  return `--find "${wish.text}": expected one of ${measures} at ${
    [...new Set(outputs.map((one) => one.rate))].join(', ')
  }, found ${measure} at ${rate}; sweep that rate and learn again`;
}

/**
 * Designs that meet the targets: from evenly spread starts the nearest point where the network meets them, by its exact slopes; each is solved, the
 * network's error there is taken off, and the search goes on from it. What is returned is what the solver found.
 */
export function find(model: EmulatorDocument, targets: readonly Target[], fixed: readonly (SweepCell | undefined)[],
  solve: Solve): Found
{
  const free = model.keys.flatMap((key, i) => (fixed[i] === undefined && key.kind === 'number' ? [i] : []));
  const proposals: Proposal[] = [];
  let solves = 0;
  let trouble: string | undefined;
  const tried: (readonly number[])[] = [];
  const combinations = combinationsOf(model.keys, fixed);
  for (let start = 0; start < starts && proposals.length < wanted; start++) {
    const names = combinations[start % combinations.length];
    const search = new Search(model, targets, names, free);
    let z: readonly number[] | undefined = free.length === 0 ? [] : sobolPoint(start + 1, free.length);
    for (let round = 0; round <= corrections && z; round++) {
      z = search.nearest(z);
      if (!z) break;
      const values = search.valuesAt(z);
      const x = seenAs(model.keys, values);
      const strange = strangeness(model, x);
      if (strange !== undefined || tried.some((one) => isClose(one, x) && round === 0)) {
        trouble ??= strange;
        break;
      }
      solves++;
      const solved = solve(values);
      if (!solved.ok) {
        trouble ??= solved.sentence;
        break;
      }
      const proposal = search.proposalOf(values, x, solved);
      if (proposal?.targets.every(({ isMet }) => isMet)) {
        tried.push(x);
        proposals.push(proposal);
        break;
      }
      trouble ??= 'the solver does not confirm what the network proposes';
      if (!proposal) break;
      search.correct(proposal);
    }
  }
  return { proposals, solves, trouble: proposals.length > 0 ? undefined : trouble ?? 'the network meets it nowhere' };
}

const isClose = (a: readonly number[], b: readonly number[]): boolean =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i]))) < same;

/** Names of the keys that have some, in every combination; of the other keys what is fixed. */
function combinationsOf(keys: readonly EmulatorKey[], fixed: readonly (SweepCell | undefined)[]) {
  let all: (SweepCell | undefined)[][] = [[]];
  keys.forEach((key, i) => {
    const choices = key.kind === 'names' && fixed[i] === undefined ? key.names : [fixed[i]];
    all = all.flatMap((one) => choices.map((choice) => [...one, choice])).slice(0, mostCombinations);
  });
  return all;
}

/** One combination of names: the network along the other keys, each a share of its range. */
class Search {
  /** What the solver had more than the network. */
  readonly #offsets: number[];

  constructor(private readonly model: EmulatorDocument, private readonly targets: readonly Target[],
    private readonly fixed: readonly (SweepCell | undefined)[], private readonly free: readonly number[])
  {
    this.#offsets = targets.map(() => 0);
  }

  /** Values of all keys; rounded as a case would be given them. */
  valuesAt(z: readonly number[], isRounded = true): SweepCell[] {
    const values = this.fixed.map((value) => value ?? null);
    this.free.forEach((i, k) => {
      const key = this.model.keys[i];
      if (key.kind !== 'number') return;
      const value = valueAt(key, z[k]);
      values[i] = isRounded ? Math.min(key.to, Math.max(key.from, Number(value.toPrecision(5)))) : value;
    });
    return values;
  }

  /** The point nearest to a start where the network meets every target; undefined where it does not. */
  nearest(start: readonly number[]): readonly number[] | undefined {
    if (this.free.length === 0) return start;
    const found = sequentialQuadratic((z) => this.#at(z, start), start);
    return found?.at.conditions.every((c) => c > -mostBroken) ? found.z : undefined;
  }

  #at(z: readonly number[], start: readonly number[]): Evaluation {
    const x = seenAs(this.model.keys, this.valuesAt(z, false));
    const { values, hidden } = evaluate(this.model, x);
    const places = this.#places();
    const conditions: number[] = [];
    const conditionSlopes: number[][] = [];
    this.targets.forEach(({ output, relation, bound }, t) => {
      const { deviation } = this.model.outputs[output];
      // x goes from -1 to 1 where z goes from 0 to 1
      const slope = slopeOf(this.model, hidden, output);
      const along = places.map((at) => (2 * slope[at]) / deviation);
      for (const sign of signsOf(relation)) {
        const room = sign * (values[output] + this.#offsets[t] - bound) - (relation === '=' ? 0 : marginOf(bound));
        conditions.push(room / deviation);
        conditionSlopes.push(along.map((value) => sign * value));
      }
    });
    return {
      value: z.reduce((sum, value, i) => sum + (value - start[i]) ** 2, 0) / 2,
      slope: z.map((value, i) => value - start[i]),
      conditions,
      conditionSlopes,
    };
  }

  /** Where the free keys stand in what the network sees. */
  #places(): number[] {
    let next = 0;
    const first = this.model.keys.map((key) => {
      const at = next;
      next += key.kind === 'number' ? 1 : key.names.length;
      return at;
    });
    return this.free.map((i) => first[i]);
  }

  proposalOf(values: readonly SweepCell[], x: readonly number[], solved: Solved & { readonly ok: true }):
    | Proposal
    | undefined
  {
    const emulated = evaluate(this.model, x).values;
    const targets = this.targets.flatMap(({ output, relation, bound, text }) => {
      const { value, outside } = solved.found[output];
      if (value === null) return [];
      const room = value - bound;
      const { unit, errors: { most95 } } = this.model.outputs[output];
      return [{ text, unit, emulated: emulated[output], most95, solved: value, outside,
        isMet: relation === '=' ? Math.abs(room) <= marginOf(bound) : signsOf(relation)[0] * room >= 0 }];
    });
    return targets.length < this.targets.length ? undefined : { values, targets };
  }

  correct({ targets }: Proposal): void {
    targets.forEach(({ solved, emulated }, t) => (this.#offsets[t] = solved - emulated));
  }
}

const marginOf = (bound: number): number => closeEnough * Math.abs(bound);

const signsOf = (relation: Target['relation']): readonly number[] =>
  relation === '=' ? [1, -1] : relation === '>' ? [1] : [-1];
