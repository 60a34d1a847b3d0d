import type { ScalarFunction } from '../materials/material.js';
import type { CellProblem } from './cell-problem.js';
import { evaluateAt } from './electrolyte-state.js';
import type { ParticleReactions } from './particle-reactions.js';

/** Places at which two functions are compared, as shares of their range; none of them a knot of a table. */
const places = Float64Array.from({ length: 257 }, (_, k) => (k + 0.381966) / 257);
/** Stoichiometries that a cell asks for. */
const [low, high] = [-0.02, 1.02];
/** Of values that differ by round-off. */
const roundOff = 1e-13;

/** The number c with f = c g, from their values at all stoichiometries; undefined where there is none. */
function ratioOf(f: ScalarFunction, g: ScalarFunction): number | undefined {
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
  f === g || (f !== undefined && g !== undefined && ratioOf(f, g) === 1);

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
 * The particles of a cell from those of another cell at the same state: of two cells that differ by one parameter most is the same.
 * Diffusion, where D differs by a factor if at all, is that of the other cell times this factor; potentials of the surface, which moves by
 * the difference alone, follow by their slopes. What is not alike is evaluated.
 */
export class StateBeside {
  private readonly pairs: readonly Pair[];

  /** Undefined where a temperature moves all properties. */
  static of(own: CellProblem, base: CellProblem): StateBeside | undefined {
    return own.heat || base.heat ? undefined : new StateBeside(own, base);
  }

  private constructor(own: CellProblem, base: CellProblem) {
    this.pairs = own.reactions.map((one, p) => pairOf(one, base.reactions[p]));
  }

  /** Writes the rows of the particles at y, where the other cell is, from those of that in `residual`. */
  follow(y: Float64Array, yp: Float64Array, residual: Float64Array, out: Float64Array): void {
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
  }
}

function pairOf(own: ParticleReactions, base: ParticleReactions): Pair {
  const apart = [own, base].some(({ particle: { contact, network } }) =>
    contact !== undefined || network !== undefined
  );
  const ratio = apart ? undefined : ratioOfDiffusion(own, base);
  const samePotential = isSame(own.reaction.potential, base.reaction.potential);
  const sameExchangeCurrent = isSame(own.reaction.exchangeCurrent, base.reaction.exchangeCurrent);
  const [{ particle: one, reaction: { kinetics } }, { particle: two, reaction: { kinetics: others } }] = [own, base];
  const sameReaction = ratio === 1 && samePotential && sameExchangeCurrent
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
  return alike ? ratioOf(diffusion.diffusivity, other.diffusivity) : undefined;
}
