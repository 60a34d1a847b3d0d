import type { ActiveMaterial, ScalarFunction } from '../materials/material.js';
import type { DifferingParts } from './assembly.js';
import type { CellModel } from './cell-model.js';
import type { CellProblem } from './cell-problem.js';
import { evaluateAt } from './electrolyte-state.js';
import type { ParticleReactions } from './particle-reactions.js';

/** Places at which two functions are compared, as shares of their range; none of them a knot of a table. */
const places = Float64Array.from({ length: 257 }, (_, k) => (k + 0.381966) / 257);
/** Stoichiometries that a cell asks for. */
const [low, high] = [-0.02, 1.02];
/** Concentrations that a cell asks for, over the reference. */
const mostSalts = 5;
/** Of values that differ by round-off. */
const roundOff = 1e-13;

/** What was asked for of a function; fits compare the same ones at every rate. */
const known = new WeakMap<ScalarFunction, Float64Array>();

function valuesOf(f: ScalarFunction, from: number, to: number): Float64Array {
  const before = known.get(f);
  if (before) return before;
  const [values, local] = [new Float64Array(places.length), new Float64Array(2)];
  for (let k = 0; k < places.length; k++) {
    f.evaluate(from + places[k] * (to - from), local);
    values[k] = local[0];
  }
  known.set(f, values);
  return values;
}

/** The number c with f = c g, from their values at all stoichiometries, or from..to; undefined where there is none. */
function ratioOf(f: ScalarFunction, g: ScalarFunction, from = low, to = high): number | undefined {
  if (f === g) return 1;
  if (f.constant !== undefined && g.constant !== undefined)
    return f.constant === g.constant
      ? 1
      : f.constant / g.constant;
  const [a, b] = [valuesOf(f, from, to), valuesOf(g, from, to)];
  let ratio: number | undefined;
  for (let k = 0; k < a.length; k++) {
    const here = a[k] === b[k] ? 1 : a[k] / b[k];
    ratio ??= here;
    if (!(Math.abs(here - ratio) <= roundOff * Math.abs(ratio))) return undefined;
  }
  return ratio;
}

const isMultiple = (f: ScalarFunction | undefined, g: ScalarFunction | undefined): boolean =>
  f === g || (f !== undefined && g !== undefined && ratioOf(f, g) !== undefined);

const isSame = (f: ScalarFunction | undefined, g: ScalarFunction | undefined): boolean =>
  f === g || (f !== undefined && g !== undefined && ratioOf(f, g) === 1);

/** Whether conductivity and the like follow the salt alike; transport factors may differ. */
function hasSameElectrolyte({ ions: one }: CellModel, { ions: two }: CellModel): boolean {
  if (one.kind !== 'salt' || two.kind !== 'salt') return one.kind === two.kind;
  const most = mostSalts * one.electrolyte.referenceConcentration;
  return one.electrolyte.referenceConcentration === two.electrolyte.referenceConcentration
    && (['conductivity', 'diffusivity', 'transferenceNumber', 'thermodynamicFactor'] as const)
      .every((name) => ratioOf(one.electrolyte[name], two.electrolyte[name], 0, most) === 1);
}

/** The particles of one class in both cells. */
interface Pair {
  readonly own: ParticleReactions;
  readonly base: ParticleReactions;
  /** D of the own ones over D of the others; undefined where that changes with s, and of networks and changing contact. */
  readonly ratio: number | undefined;
  readonly samePotential: boolean;
  readonly sameExchangeCurrent: boolean;
  /** Whether the whole reaction is, with the surface it happens at. */
  readonly sameReaction: boolean;
}

/**
 * A cell beside another cell at the same state: of two cells that differ by one parameter most is the same, and only what is not counts in
 * the difference of their residuals. Diffusion, where D differs by a factor if at all, is that of the other cell times this factor;
 * potentials of the surface, which moves by the difference alone, follow by their slopes. Laws of faces and interfaces are evaluated at
 * those items that differ.
 */
export class StateBeside {
  private readonly pairs: readonly Pair[];
  private readonly sameElectrolyte: boolean;
  private readonly parts: DifferingParts;
  /** Whether any law of the cells, and any reaction of particles, is evaluated. */
  private readonly readsCells: boolean;
  private readonly reacts: boolean;

  /** Of each cell beside `base`; undefined where a temperature moves all properties. */
  static of(owns: readonly CellProblem[], base: CellProblem): (StateBeside | undefined)[] {
    const y = anyState(base.size);
    base.follow(y);
    for (const { law } of base.assembly.passes) law.run(0, law.count, y);
    return owns.map((own) => own.heat || base.heat ? undefined : new StateBeside(own, base, y));
  }

  private constructor(private readonly own: CellProblem, private readonly base: CellProblem, y: Float64Array) {
    this.pairs = own.reactions.map((one, p) => pairOf(one, base.reactions[p]));
    this.sameElectrolyte = hasSameElectrolyte(own.model, base.model);
    const allFollow = this.sameElectrolyte && this.pairs.every(({ ratio }) => ratio !== undefined)
      && own.model.electronicConductivity.every((f, region) =>
        isMultiple(f, base.model.electronicConductivity[region])
      );
    own.follow(y);
    const items = own.assembly.passes.map((pass, p) =>
      allFollow ? pass.differing(base.assembly.passes[p], y) : { first: 0, last: pass.law.count }
    );
    this.readsCells = items.some(({ first, last }) => last > first);
    this.reacts = this.pairs.some(({ sameReaction }) => !sameReaction);
    const areas = this.pairs.map(({ own: { wettedArea }, base: { wettedArea: other } }) => !isEqual(wettedArea, other));
    const stores = own.assembly.stores.some(({ capacity }, s) => !isEqual(capacity, base.assembly.stores[s].capacity));
    this.parts = { items, areas, stores: this.readsCells || stores || areas.includes(true) };
  }

  /** F - F_base at y, where the other cell was evaluated last. */
  residualOver(t: number, y: Float64Array, yp: Float64Array, residual: Float64Array, out: Float64Array): void {
    const voltage = this.difference(y, yp, residual, out);
    this.own.borderOver(voltage, t, y, yp, residual, out);
  }

  /** Writes that of all balances, and returns the voltage. */
  private difference(y: Float64Array, yp: Float64Array, residual: Float64Array, out: Float64Array): number {
    const { own: { electrolyte, assembly, terminal }, base } = this;
    out.fill(0);
    if (!this.sameElectrolyte) electrolyte.update(y);
    else if (this.readsCells || this.reacts) electrolyte.takeConcentration(base.electrolyte);
    if (this.sameElectrolyte && this.readsCells) electrolyte.takeTransport(base.electrolyte);
    for (const pair of this.pairs) {
      if (pair.ratio === undefined) differenceApart(pair, y, yp, residual, out);
      else differenceAlike(pair, pair.ratio, y, yp, residual, out);
    }
    // the terminal of several faces is evaluated whatever differs
    if (this.readsCells || terminal.pass) assembly.state.electrode.update(y);
    assembly.addDifference(base.assembly, this.parts, y, yp, residual, out);
    return terminal.addDifference(base.terminal, y, out);
  }
}

const isEqual = (a: Float64Array, b: Float64Array): boolean => a.every((value, i) => value === b[i]);

/** Where laws are compared: no two cells alike, and all numbers such as stoichiometries and salt may be. */
function anyState(size: number): Float64Array {
  const y = new Float64Array(size);
  for (let i = 0; i < size; i++) y[i] = 0.5 + 0.3 * Math.sin(i);
  return y;
}

/** Of particles that have nothing in common with the others. */
function differenceApart({ own }: Pair, y: Float64Array, yp: Float64Array, residual: Float64Array,
  out: Float64Array): void
{
  const { at: { shells, shellCount, reaction, count }, leads } = own;
  own.residual(y, yp, out, false);
  for (let i = shells; i < shells + shellCount * count; i++) out[i] -= residual[i];
  // the first size of a network has its row from the balances
  if (!leads) { for (let i = reaction; i < reaction + count; i++) out[i] -= residual[i]; }
}

function differenceAlike(pair: Pair, ratio: number, y: Float64Array, yp: Float64Array, residual: Float64Array,
  out: Float64Array): void
{
  const { own, own: { diffusion, at: { reaction, count } }, base, sameReaction } = pair;
  if (sameReaction) return;
  diffusion.difference(base.diffusion, ratio, y, yp, reaction, residual, out);
  followSurface(pair);
  own.close(y, out);
  for (let k = reaction; k < reaction + count; k++) out[k] -= residual[k];
}

function pairOf(own: ParticleReactions, base: ParticleReactions): Pair {
  const apart = [own, base].some(({ particle: { contact, network } }) =>
    contact !== undefined || network !== undefined
  );
  const ratio = apart ? undefined : ratioOfDiffusion(own, base);
  const [{ particle: one, reaction: { kinetics } }, { particle: two, reaction: { kinetics: others } }] = [own, base];
  const samePotential = hasSamePotential(one.material, two.material);
  const sameExchangeCurrent = hasSameExchangeCurrent(one.material, two.material);
  const sameReaction = ratio === 1 && samePotential && sameExchangeCurrent
    && one.material.particleRadius === two.material.particleRadius
    && own.diffusion.reactionGain === base.diffusion.reactionGain
    && one.filmResistance === two.filmResistance && one.pathResistance === two.pathResistance
    && own.halfCells.all.every((one, k) => one === base.halfCells.all[k])
    && kinetics.anodic === others.anodic && kinetics.cathodic === others.cathodic;
  return { own, base, ratio, samePotential, sameExchangeCurrent, sameReaction };
}

const hasSamePotential = (one: ActiveMaterial, two: ActiveMaterial): boolean =>
  isSame(one.openCircuitPotential, two.openCircuitPotential)
  && [0, 1].every((end) => one.potentialRange?.[end] === two.potentialRange?.[end]);

const hasSameExchangeCurrent = (one: ActiveMaterial, two: ActiveMaterial): boolean =>
  one.referenceExchangeCurrentDensity === two.referenceExchangeCurrentDensity
  && isSame(one.exchangeCurrentShape, two.exchangeCurrentShape);

/** U and i0 at surfaces that lie beside those of the other cell. */
function followSurface({ own, base, samePotential, sameExchangeCurrent }: Pair): void {
  const [surface, other] = [own.diffusion.surface, base.diffusion.surface];
  if (samePotential) along(own.potential, base.potential, surface, other);
  else evaluateAt(surface, own.reaction.potential, own.potential);
  if (sameExchangeCurrent) along(own.exchangeCurrent, base.exchangeCurrent, surface, other);
  else evaluateAt(surface, own.reaction.exchangeCurrent, own.exchangeCurrent);
}

function along(own: ParticleReactions['potential'], from: ParticleReactions['potential'], at: Float64Array,
  there: Float64Array): void
{
  for (let k = 0; k < at.length; k++) {
    own.value[k] = from.value[k] + from.slope[k] * (at[k] - there[k]);
  }
}

function ratioOfDiffusion({ diffusion }: ParticleReactions, { diffusion: other }: ParticleReactions):
  | number
  | undefined
{
  const [one, two] = [diffusion.shells, other.shells];
  const alike = one.count === two.count && one.inward.every((value, i) => value === two.inward[i]);
  return alike ? ratioOf(diffusion.diffusivity, other.diffusivity) : undefined;
}
