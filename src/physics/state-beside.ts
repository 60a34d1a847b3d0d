import type { ScalarFunction } from '../materials/material.js';
import type { CellProblem } from './cell-problem.js';
import { evaluateAt } from './electrolyte-state.js';
import type { ParticleReactions } from './particle-reactions.js';

/** Places at which two functions are compared, as shares of their range; none of them a knot of a table. */
const places = Float64Array.from({ length: 257 }, (_, k) => (k + 0.381966) / 257);
/** Stoichiometries that a cell asks for, and concentrations over the reference. */
const ofStoichiometry = [-0.02, 1.02] as const;
const mostConcentration = 4;
/** Of values that differ by round-off. */
const roundOff = 1e-13;

/** The number c with f = c g, from their values all over a range; undefined where there is none. */
function ratioOf(f: ScalarFunction, g: ScalarFunction, [low, high]: readonly [number, number]):
  | number
  | undefined
{
  const [a, b] = [new Float64Array(2), new Float64Array(2)];
  let ratio: number | undefined;
  for (const place of places) {
    f.evaluate(low + place * (high - low), a);
    g.evaluate(low + place * (high - low), b);
    const here = a[0] === b[0] ? 1 : a[0] / b[0];
    ratio ??= here;
    if (!(Math.abs(here - ratio) <= roundOff * Math.abs(ratio))) return undefined;
  }
  return ratio;
}

const isSame = (f: ScalarFunction | undefined, g: ScalarFunction | undefined): boolean =>
  f === g || (f !== undefined && g !== undefined && ratioOf(f, g, ofStoichiometry) === 1);

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
 * What the laws of a cell read beside the unknowns, from that of another cell at the same state: of two cells that differ by one parameter most
 * is the same. Diffusion in particles, where D differs by a factor if at all, is that of the other cell times this factor; potentials of
 * the surface, which moves by the difference alone, follow by their slopes. What is not alike is evaluated.
 */
export class StateBeside {
  private readonly pairs: readonly Pair[];
  private readonly sameShares: boolean;
  private readonly sameElectrons: boolean;
  /** kappa and DEff over those of the other cell; undefined where other laws hold. */
  private readonly ofSalt: Float64Array | undefined;
  /** What the laws of faces return in the other cell, of those that are the same. */
  readonly known: readonly (Float64Array | undefined)[];

  /** Undefined where a temperature moves all properties. */
  static of(own: CellProblem, base: CellProblem): StateBeside | undefined {
    return own.heat || base.heat ? undefined : new StateBeside(own, base);
  }

  private constructor(private readonly own: CellProblem, private readonly base: CellProblem) {
    this.ofSalt = ratioOfSalt(own, base);
    const sameSalt = own.unknowns.hasSalt ? this.ofSalt !== undefined : true;
    this.pairs = own.reactions.map((one, p) => pairOf(one, base.reactions[p], sameSalt));
    const [electrode, other] = [own.assembly.state.electrode, base.assembly.state.electrode];
    this.sameShares = electrode.share.every((share, p) => share === other.share[p]);
    this.sameElectrons = this.sameShares
      && own.model.electronicConductivity.every((sigma, r) => isSame(sigma, base.model.electronicConductivity[r]));
    const sameFaces = hasSameFaces(own, base);
    const same = { ions: sameFaces && this.hasSameIons(), electrons: sameFaces && this.sameElectrons, network: false };
    this.known = own.assembly.fluxes.map(({ law: { carries, across } }, i) =>
      carries && across && same[carries] ? base.assembly.fluxes[i].law.out : undefined
    );
  }

  private hasSameIons(): boolean {
    const [{ ions }, { ions: other }] = [this.own.model, this.base.model];
    if (ions.kind !== other.kind) return false;
    if (ions.kind === 'singleIon') return isEqual(ions.conductivity, (other as typeof ions).conductivity);
    const [electrolyte, from] = [this.own.electrolyte, this.base.electrolyte];
    return this.ofSalt !== undefined && this.ofSalt.every((ratio) => ratio === 1)
      && electrolyte.thermalVoltage[0] === from.thermalVoltage[0]
      && (['transference', 'thermodynamicFactor'] as const).every((key) =>
        ratioOf(electrolyte[key], from[key], rangeOf(electrolyte.reference)) === 1
      );
  }

  /** Brings the state of the own cell to y, where the other cell is; writes the rows of the particles. */
  follow(y: Float64Array, yp: Float64Array, residual: Float64Array, out: Float64Array): void {
    this.followSalt(y);
    for (const pair of this.pairs) {
      if (pair.ratio === undefined) {
        pair.own.residual(y, yp, out, false);
        continue;
      }
      const { own: { diffusion, at: { reaction, count } } } = pair;
      diffusion.residualBeside(pair.base.diffusion, pair.ratio, y, yp, reaction, residual, out);
      if (pair.sameReaction) {
        for (let k = reaction; k < reaction + count; k++) out[k] = residual[k];
        continue;
      }
      followSurface(pair);
      pair.own.close(y, out);
    }
    const [electrode, other] = [this.own.assembly.state.electrode, this.base.assembly.state.electrode];
    if (!this.sameShares) return electrode.update(y);
    electrode.updateSurface();
    if (!electrode.varies) return;
    electrode.mean.set(other.mean);
    if (!this.sameElectrons) return electrode.conduct();
    electrode.conductivity.value.set(other.conductivity.value);
    electrode.conductivity.slope.set(other.conductivity.slope);
  }

  private followSalt(y: Float64Array): void {
    const { own: { electrolyte }, base: { electrolyte: other }, ofSalt } = this;
    if (!ofSalt) return electrolyte.update(y);
    electrolyte.concentration.value.set(other.concentration.value);
    electrolyte.concentration.slope.set(other.concentration.slope);
    for (const key of ['conductivity', 'diffusivity'] as const) {
      const [{ value, slope }, from] = [electrolyte[key], other[key]];
      for (let c = 0; c < value.length; c++) {
        value[c] = ofSalt[c] * from.value[c];
        slope[c] = ofSalt[c] * from.slope[c];
      }
    }
  }
}

const isEqual = (a: ArrayLike<number> | undefined, b: ArrayLike<number> | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && Array.from(a).every((value, i) => value === b[i]));

function hasSameFaces({ model: one }: CellProblem, { model: two }: CellProblem): boolean {
  return (['area', 'ownerDistance', 'neighbourDistance'] as const).every((key) =>
    isEqual(one.mesh.faces[key], two.mesh.faces[key])
  ) && isEqual(one.ionicContact, two.ionicContact) && isEqual(one.electronicContact, two.electronicContact);
}

function pairOf(own: ParticleReactions, base: ParticleReactions, sameSalt: boolean): Pair {
  const apart = [own, base].some(({ particle: { contact, network } }) =>
    contact !== undefined || network !== undefined
  );
  const ratio = apart ? undefined : ratioOfDiffusion(own, base);
  const samePotential = isSame(own.reaction.potential, base.reaction.potential);
  const sameExchangeCurrent = isSame(own.reaction.exchangeCurrent, base.reaction.exchangeCurrent);
  const [{ particle: one, reaction: { kinetics } }, { particle: two, reaction: { kinetics: others } }] = [own, base];
  const sameReaction = ratio === 1 && samePotential && sameExchangeCurrent && sameSalt
    && one.material.particleRadius === two.material.particleRadius
    && own.diffusion.reactionGain === base.diffusion.reactionGain
    && one.filmResistance === two.filmResistance && one.pathResistance === two.pathResistance
    && kinetics.anodic === others.anodic && kinetics.cathodic === others.cathodic;
  return { own, base, ratio, samePotential, sameExchangeCurrent, sameReaction };
}

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
    own.slope[k] = from.slope[k];
  }
}

function ratioOfDiffusion({ diffusion }: ParticleReactions, { diffusion: other }: ParticleReactions):
  | number
  | undefined
{
  const [one, two] = [diffusion.shells, other.shells];
  const alike = one.count === two.count && one.inward.every((value, i) => value === two.inward[i]);
  return alike ? ratioOf(diffusion.diffusivity, other.diffusivity, ofStoichiometry) : undefined;
}

const rangeOf = (reference: number): readonly [number, number] => [0, mostConcentration * reference];

/** Undefined without salt, too: a single-ion conductor stays as it is. */
function ratioOfSalt({ model: { ions } }: CellProblem, { model: { ions: other } }: CellProblem):
  | Float64Array
  | undefined
{
  if (ions.kind !== 'salt' || other.kind !== 'salt') return undefined;
  const range = rangeOf(ions.electrolyte.referenceConcentration);
  const same =
    (['conductivity', 'diffusivity'] as const).every((key) =>
      ratioOf(ions.electrolyte[key], other.electrolyte[key], range) === 1
    ) && ions.electrolyte.referenceConcentration === other.electrolyte.referenceConcentration;
  const ratio = ions.transportFactor.map((factor, c) => factor / other.transportFactor[c]);
  return same && ratio.every(Number.isFinite) ? ratio : undefined;
}
