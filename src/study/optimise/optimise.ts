import { basisLabels, tellingBasis } from '../../cell/energy-density.js';
import type { Case, CaseIssue, Wording } from '../../config/case.js';
import type { PlainRecord } from '../../config/plain-data.js';
import type { Measure } from '../../config/studies/optimise.js';
import type { LoadedOptimisation } from '../../config/studies/parse-optimise.js';
import { wording } from '../../config/wording.js';
import { problemsOfCase } from '../../pipeline/problems-of-case.js';
import type { OptimumDesign, OptimumDocument } from '../../results/optimum-schema.js';
import type { Result } from '../../units/result.js';
import { valueAt } from '../fit/parameters.js';
import { coarse } from '../ranges/deliver.js';
import { sobolPoint } from '../sweep/sobol.js';
import { bindingOf } from './binding.js';
import { differentialEvolution } from './differential-evolution.js';
import { DesignEvaluator, isPerPouch } from './evaluate-design.js';
import { type Evaluation, sequentialQuadratic, type SmoothOptimum } from './sequential-quadratic.js';
import { shownValues, unknownCount, valuesAt } from './unknowns.js';
import { heldSentences, verdictsOf } from './verdicts.js';

/** The document, or what is wrong with the case. */
export type Optimised = Result<{ document: OptimumDocument }, { issues: readonly CaseIssue[] }>;

/** Combinations of choices beyond which each is not searched by itself. */
const mostSearched = 12;
const fineIterations = 8;
const slicePoints = 11;
/** A condition is met, and is active, within this share of its bound: what two solves at their tolerance differ by. */
const closeEnough = 2e-3;

/** Coarse cells, with the tolerance of the case: the slopes of neighbouring designs should agree. */
const quick = (given: Case): Case => ({ ...coarse(given), numerics: given.numerics });
const own = (given: Case): Case => given;

/** An optimum of one combination of choices. */
interface Optimum {
  readonly choice: PlainRecord;
  readonly optimum: SmoothOptimum;
}

/** A condition of a front beside those of the file: the second goal at least so much, SI. */
type Floor = number | undefined;

/**
 * The best design within bounds: sequential quadratic steps with exact slopes on a coarse mesh from several starts, for every combination of
 * choices; then on the mesh of the case. Two goals: a front, the first as large as it gets for each of several levels of the second.
 * Where there are no slopes, or too many combinations, differential evolution looks first.
 */
export function optimise(given: LoadedOptimisation,
  onPart: (done: number, of: number) => void = () => undefined): Optimised
{
  const search = new Search(given);
  const combinations = combinationsOf(given);
  const middle = Array.from({ length: unknownCount(given) }, () => 0.5);
  const wrong = combinations.map((choice) => search.problemsOf(choice, middle));
  if (wrong.every((issues) => issues.length > 0)) return { ok: false, issues: wrong[0] };
  const candidates = combinations.flatMap((choice, k): Optimum[] => {
    onPart(k, combinations.length + given.goals.length);
    const optimum = combinations.length <= mostSearched ? search.best(choice, quick) : undefined;
    return optimum ? [{ choice, optimum }] : [];
  });
  const evolved = candidates.length === 0 ? search.evolved(combinations) : undefined;
  const best = candidates.length > 0 ? least(candidates) : evolved;
  if (!best) return { ok: true, document: nothingFound(given, search) };
  const first = search.refined(best);
  if (!first) return { ok: true, document: nothingFound(given, search) };
  // each choice has a front of its own: the best one at a slow rate need not be the best at a fast one
  const others = given.goals.length === 2 ? candidates.filter((one) => one !== best && isMet(one.optimum.at)) : [];
  const found = given.goals.length === 2
    ? [first, ...others.flatMap((one) => search.refined(one) ?? [])].flatMap((one) => search.front(one, given.points))
    : [first];
  const { measures } = search;
  const written = search.fine.asWritten(own);
  const outsideAsWritten = search.fine.outside();
  const designs = unbeaten(found.map(({ choice, optimum }) => search.design(choice, optimum)), given.goals);
  const document: Omit<OptimumDocument, 'verdicts'> = {
    ...headOf(given),
    outcome: first.optimum.converged
      ? { kind: 'completed', sentence: 'No step within the bounds makes it better.' }
      : { kind: 'failed', sentence: 'The search ended at its limit of steps while the design was still improving.' },
    method: evolved ? 'evolution' : 'gradients',
    asWritten: written
      ? { goals: given.goals.map((_, g) => shown(measures[g], written.values[g], outsideAsWritten[g])) }
      : null,
    designs,
    binding: given.goals.length === 2 ? [] : bindingOf(given, first.optimum, search.scales),
    candidates: combinations.length === 1 ? [] : combinations.map((choice) => {
      const one = candidates.find((candidate) => candidate.choice === choice);
      return { choice: textsOf(choice),
        goal: one && isMet(one.optimum.at) ? search.goalOf(one.optimum) / measures[0].si : null };
    }),
    slices: given.goals.length === 2 ? [] : given.ranges.map((_, i) => search.slice(first, i)),
    solves: { coarse: search.coarse.solves, fine: search.fine.solves },
  };
  return { ok: true, document: { ...document, verdicts: [...verdictsOf(document), ...heldSentences(given)] } };
}

const isMet = ({ conditions }: Pick<Evaluation, 'conditions'>): boolean => conditions.every((c) => c > -closeEnough);

/** The one that breaks least, then the lowest. */
const least = (all: readonly Optimum[]): Optimum =>
  all.reduce((best, one) => {
    const [a, b] = [one, best].map(({ optimum: { at } }) => isMet(at) ? 0 : Math.max(...at.conditions.map((c) => -c)));
    return a < b || (a === b && one.optimum.at.value < best.optimum.at.value) ? one : best;
  });

/** Designs that no other one beats in every goal, by the first goal. */
function unbeaten(designs: readonly OptimumDesign[], goals: LoadedOptimisation['goals']): OptimumDesign[] {
  const lead = (a: OptimumDesign, b: OptimumDesign, g: number): number =>
    goals[g].sign * (a.goals[g].value - b.goals[g].value);
  return designs.filter((one) => !designs.some((other) => goals.every((_, g) => lead(other, one, g) > 0)))
    .sort((a, b) => lead(b, a, 0));
}

const textsOf = (choice: PlainRecord): Record<string, string> =>
  Object.fromEntries(
    Object.entries(choice).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  );

/** Every combination of choices; one without any. */
const combinationsOf = ({ choices }: LoadedOptimisation): PlainRecord[] =>
  choices.reduce<PlainRecord[]>(
    (all, { key, values }) => all.flatMap((one) => values.map((value) => ({ ...one, [key]: value }))),
    [{}],
  );

const shown = ({ text, unit, si }: Measure, value: number, outside: readonly string[]) => ({ text, unit,
  value: value / si, outside: [...outside] });

const headOf = ({ title, goals, constraints }: LoadedOptimisation) => ({
  schema: 'catholith-optimum-1' as const,
  title,
  goals: goals.map(({ measure: { text, unit }, sign }) => ({ text, unit,
    sense: sign === 1 ? 'maximise' as const : 'minimise' as const })
  ),
  constraints: constraints.map(({ text }) => text),
});

function nothingFound(given: LoadedOptimisation, { coarse: quickly, fine }: Search): OptimumDocument {
  const sentence =
    'No design that was tried can be solved: widen the bounds, or look at one of them with catholith run.';
  return { ...headOf(given), outcome: { kind: 'failed', sentence }, method: 'evolution', asWritten: null, designs: [],
    binding: [], slices: [], candidates: [], solves: { coarse: quickly.solves, fine: fine.solves },
    verdicts: [sentence] };
}

/** Optima of one optimisation: the designs of its combinations of choices on either mesh. */
class Search {
  readonly measures;
  readonly coarse: DesignEvaluator;
  readonly fine: DesignEvaluator;
  /** What goals and conditions are divided by, so that all are of the size of one. */
  readonly scales: number[];

  constructor(private readonly given: LoadedOptimisation) {
    const { goals, constraints } = given;
    this.measures = [...goals, ...constraints].map(({ measure }) => measure);
    this.coarse = new DesignEvaluator(given, this.measures);
    this.fine = new DesignEvaluator(given, this.measures);
    this.scales = [...goals.map(() => 0), ...constraints.map(({ bound, measure: { si } }) => Math.abs(bound) || si)];
  }

  /** What keeps a combination of choices from being a case, or from a cost that is asked for, in the words of the file. */
  problemsOf(choice: PlainRecord, z: readonly number[]): readonly CaseIssue[] {
    const { given } = this;
    const design = given.design({ ...choice, ...valuesAt(given, z) });
    if (!design.ok) return design.issues;
    const issues = problemsOfCase(design);
    if (issues.length > 0) return issues;
    const { format } = design.case.cell;
    const perPouch = format ? this.measures.filter(isPerPouch) : [];
    if (perPouch.length > 0) {
      const basis = basisLabels[tellingBasis({ format })];
      return perPouch.map((measure) => this.issueAbout(measure, wording.noPouch(format ?? '', basis, measure.text)));
    }
    const unpriced = this.fine.unpriced(choice, z);
    const cost = this.measures.find(({ quantity }) => quantity === 'cost');
    return cost && unpriced.length > 0 ? [this.issueAbout(cost, wording.costWithoutPrice(unpriced))] : [];
  }

  private issueAbout(measure: Measure, words: Wording): CaseIssue {
    const goal = this.given.goals.find((one) => one.measure === measure);
    return this.given.issueAt([goal === undefined ? 'subjectTo' : goal.sign === 1 ? 'maximise' : 'minimise'], words);
  }

  /** Value of the first goal. */
  goalOf({ at }: Pick<SmoothOptimum, 'at'>): number {
    return -this.given.goals[0].sign * at.value * this.scales[0];
  }

  /** The best of all starts with these choices. */
  best(choice: PlainRecord, mesh: (given: Case) => Case): SmoothOptimum | undefined {
    const starts = Array.from({ length: this.given.starts }, (_, k) => sobolPoint(k + 1, unknownCount(this.given)));
    const found = starts.flatMap((z) => this.from(choice, z, mesh) ?? []).map((optimum) => ({ choice, optimum }));
    return found.length === 0 ? undefined : least(found).optimum;
  }

  from(choice: PlainRecord, z: readonly number[], mesh: (given: Case) => Case,
    { goal = 0, floor, most }: { goal?: number; floor?: Floor; most?: number } = {}): SmoothOptimum | undefined
  {
    const evaluator = mesh === own ? this.fine : this.coarse;
    try {
      return sequentialQuadratic((at) => this.evaluated(evaluator.at(choice, at, mesh, true), goal, floor), z, most);
    } catch (error) {
      // an unknown that changes the number of equations has no slope
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** Where there are no slopes: all choices and unknowns at once. */
  evolved(combinations: readonly PlainRecord[]): Optimum | undefined {
    const n = unknownCount(this.given);
    const choiceOf = (u: number): PlainRecord =>
      combinations[Math.min(combinations.length - 1, Math.floor(u * combinations.length))];
    const found = differentialEvolution((z) => {
      const at = this.evaluated(this.coarse.at(choiceOf(z[n]), z.slice(0, n), quick, false));
      return at && { value: at.value, broken: at.conditions.reduce((sum, c) => sum + Math.max(0, -c), 0) };
    }, n + 1, { population: 8 * (n + 1), generations: 15 });
    if (!found) return undefined;
    const z = found.z.slice(0, n);
    const choice = choiceOf(found.z[n]);
    const at = this.evaluated(this.coarse.at(choice, z, quick, false));
    return at && { choice, optimum: this.from(choice, z, quick) ?? withoutSlopes(z, at) };
  }

  /** The same on the mesh of the case. */
  refined({ choice, optimum }: Optimum): Optimum | undefined {
    const better = this.from(choice, optimum.z, own, { most: fineIterations });
    if (better) return { choice, optimum: better };
    const at = this.evaluated(this.fine.at(choice, optimum.z, own, false));
    return at && { choice, optimum: withoutSlopes(optimum.z, at) };
  }

  /** From the best of the first goal to the best of the second, in even steps of the second. */
  front(first: Optimum, points: number): Optimum[] {
    const second = this.from(first.choice, first.optimum.z, own, { goal: 1 });
    if (!second) return [first];
    const goalAt = (z: readonly number[]): number => this.fine.at(first.choice, z, own, false)?.values[1] ?? NaN;
    const [from, to] = [goalAt(first.optimum.z), goalAt(second.z)];
    const between = Array.from({ length: points - 2 }, (_, k) => {
      const share = (k + 1) / (points - 1);
      const start = first.optimum.z.map((value, i) => value + share * (second.z[i] - value));
      return this.from(first.choice, start, own, { floor: from + share * (to - from), most: fineIterations });
    });
    return [first, ...[...between, second].flatMap((optimum) => (optimum ? [{ choice: first.choice, optimum }] : []))];
  }

  /** Goals and conditions of a design as the document has them. */
  design(choice: PlainRecord, { z }: SmoothOptimum): OptimumDesign {
    const { goals, constraints } = this.given;
    const values = this.fine.at(choice, z, own, false)?.values ?? [];
    const outside = this.fine.outside(choice, z);
    return {
      values: { ...textsOf(choice), ...shownValues(this.given, z) },
      goals: goals.map((_, g) => shown(this.measures[g], values[g], outside[g])),
      constraints: constraints.map(({ bound, sign, text, measure }, c) => {
        const value = values[goals.length + c];
        const room = (sign * (value - bound)) / (Math.abs(bound) || 1);
        return { ...shown(measure, value, outside[goals.length + c]), text, active: Math.abs(room) < closeEnough,
          met: room > -closeEnough };
      }),
    };
  }

  /** The goal along one range through an optimum, on the coarse mesh. */
  slice({ choice, optimum: { z } }: Optimum, i: number): OptimumDocument['slices'][number] {
    const { ranges, goals: [{ measure }] } = this.given;
    const places = Array.from({ length: slicePoints }, (_, k) => k / (slicePoints - 1));
    const found = places.map((place) =>
      this.coarse.at(choice, z.map((value, k) => (k === i ? place : value)), quick, false)
    );
    return {
      key: ranges[i].key,
      unit: ranges[i].unit,
      spacing: ranges[i].spacing,
      at: valueAt(ranges[i], z[i]),
      values: places.map((place) => valueAt(ranges[i], place)),
      goal: found.map((one) => (one ? one.values[0] / measure.si : null)),
      met: found.map((one) => (one ? isMet(this.evaluated(one) ?? { conditions: [] }) : false)),
    };
  }

  private evaluated(design: { values: readonly number[]; slopes: readonly (readonly number[])[] } | undefined, goal = 0,
    floor?: Floor): Evaluation | undefined
  {
    if (!design) return undefined;
    const { goals, constraints } = this.given;
    const { values, slopes } = design;
    goals.forEach((_, g) => this.scales[g] ||= Math.abs(values[g]));
    const of = (k: number, sign: number, bound: number) => ({ c: (sign * (values[k] - bound)) / this.scales[k],
      slope: (slopes[k] ?? []).map((slope) => (sign * slope) / this.scales[k]) });
    const conditions = [
      ...constraints.map(({ sign, bound }, c) => of(goals.length + c, sign, bound)),
      ...(floor === undefined ? [] : [of(1, goals[1].sign, floor)]),
    ];
    const { c: value, slope } = of(goal, -goals[goal].sign, 0);
    return { value, slope, conditions: conditions.map(({ c }) => c),
      conditionSlopes: conditions.map((one) => one.slope) };
  }
}

const withoutSlopes = (z: readonly number[], at: Evaluation): SmoothOptimum => ({ z, at, converged: true,
  multipliers: at.conditions.map(() => 0), lower: z.map(() => 0), upper: z.map(() => 0) });
