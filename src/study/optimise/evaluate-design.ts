import { cellEnergy, energyAtRate } from '../../cell/cell-energy.js';
import { fullUtilisation } from '../../cell/full-utilisation.js';
import type { Case } from '../../config/case.js';
import { once } from '../../config/once.js';
import type { PlainRecord } from '../../config/plain-data.js';
import { formatRate } from '../../config/rate.js';
import type { Measure } from '../../config/studies/optimise.js';
import type { LoadedOptimisation } from '../../config/studies/parse-optimise.js';
import { CellProblem } from '../../physics/cell-problem.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import { currentOf1C } from '../../pipeline/rate-run.js';
import { rateSensitivities, type RateSensitivity } from '../../pipeline/sensitivities.js';
import { preparedAlike } from '../prepared-alike.js';
import { discrepancyAt } from '../ranges/calibrated-band.js';
import { isSound } from '../sound-run.js';
import { valuesAt } from './unknowns.js';

/** Measures of a design, SI, and their slopes per unknown; without unknowns no slopes. */
export interface EvaluatedDesign {
  readonly values: readonly number[];
  readonly slopes: readonly (readonly number[])[];
}

/** Whether a measure is counted per mass, volume or money of a pouch. */
export const isPerPouch = ({ quantity, basis }: Measure): boolean =>
  basis === 'pouch' && ['gravimetric', 'volumetric', 'power', 'cost'].includes(quantity);

/** What a discharge delivered: areal charge [C m^-2], energy [J m^-2], and the time that it took [s]. */
interface Discharge {
  readonly charge: number;
  readonly energy: number;
  readonly time: number;
}

/** Step of an unknown between its bounds, at which equations and masses are differenced; states have exact sensitivities. */
const step = 1e-6;

/** Solves designs of an optimisation and counts them. */
export class DesignEvaluator {
  solves = 0;
  private readonly rates: readonly string[];
  /** The case as written: its mesh is that of all designs, which must not jump between meshes. */
  private readonly nominal = once(() => {
    const loaded = this.given.design({});
    return loaded.ok ? preparedAlike(loaded.case) : undefined;
  });
  private readonly labels: readonly string[];

  constructor(private readonly given: LoadedOptimisation, private readonly measures: readonly Measure[]) {
    this.labels = [...new Set(measures.map(({ rate }) => formatRate(rate)))];
    this.rates = this.labels.map((label) => label.replace('mA/cm2', 'mA/cm^2'));
  }

  /** The design with these choices at a point of the cube; undefined where it cannot exist or was not solved. */
  at(choice: PlainRecord, z: readonly number[], coarse: (given: Case) => Case, withSlopes: boolean):
    | EvaluatedDesign
    | undefined
  {
    const prepared = this.prepared({ ...choice, ...valuesAt(this.given, z) }, coarse);
    if (!prepared) return undefined;
    const besides = (withSlopes ? z : []).map((_, p) => {
      const signed = z[p] + step > 1 ? -step : step;
      const moved = this.prepared({ ...choice,
        ...valuesAt(this.given, z.map((value, i) => (i === p ? value + signed : value))) }, coarse);
      return moved && { prepared: moved, step: signed };
    });
    const varied = besides.flatMap((one) => (one ? [one] : []));
    return varied.length < besides.length ? undefined : this.solved(prepared, varied);
  }

  /** The case as it stands, without what is varied. */
  asWritten(coarse: (given: Case) => Case): EvaluatedDesign | undefined {
    const prepared = this.prepared({}, coarse);
    return prepared && this.solved(prepared, []);
  }

  /** Why a design at the rate of each measure lies outside of what the program was compared with; without values the case as written. */
  outside(choice: PlainRecord = {}, z?: readonly number[]): readonly (readonly string[])[] {
    const prepared = this.asIs(choice, z);
    if (!prepared) return this.measures.map(() => []);
    const oneC = currentOf1C(prepared.case.protocol, new CellProblem(prepared.model));
    return this.measures.map(({ rate }) => {
      const { kind, value } = prepared.case.protocol.rates[this.labels.indexOf(formatRate(rate))];
      return discrepancyAt(prepared, kind === 'cRate' ? value : value / oneC).outside;
    });
  }

  /** What has no price in a design, where a measure is a cost: such a cell has none. */
  unpriced(choice: PlainRecord = {}, z?: readonly number[]): readonly string[] {
    const prepared = this.asIs(choice, z);
    const bases = this.measures.flatMap(({ quantity, basis }) => (quantity === 'cost' ? [basis] : []));
    if (!prepared || bases.length === 0) return [];
    const { inventory } = energyOf(prepared).cell;
    return [...new Set(bases.flatMap((basis) => inventory[basis].arealCost.unpriced))];
  }

  private solved(prepared: PreparedCase, varied: readonly { readonly prepared: PreparedCase; readonly step: number }[]):
    | EvaluatedDesign
    | undefined
  {
    const runs = [...rateSensitivities(prepared, varied)];
    this.solves += runs.length;
    if (!runs.every(isSound)) return undefined;
    const cell = cellOf(prepared);
    const cells = varied.map((one) => cellOf(one.prepared));
    const found = this.measures.map((measure) => {
      const run = runs[this.labels.indexOf(formatRate(measure.rate))];
      const discharge = dischargeOf(run);
      const value = cell(measure, discharge);
      const slopes = varied.map(({ step: signed }, p) => {
        const end = run.sensitivities[p]?.ends[0];
        if (!end) return 0;
        return (cells[p](measure, { charge: discharge.charge + signed * end.charge,
          energy: discharge.energy + signed * end.energy, time: discharge.time + signed * end.time }) - value) / signed;
      });
      return { value, slopes };
    });
    const all = { values: found.map(({ value }) => value), slopes: found.map(({ slopes }) => slopes) };
    return [...all.values, ...all.slopes.flat()].every(Number.isFinite) ? all : undefined;
  }

  /** A design on its own mesh; without values the case as written. */
  private asIs(choice: PlainRecord, z?: readonly number[]): PreparedCase | undefined {
    return this.prepared(z ? { ...choice, ...valuesAt(this.given, z) } : {}, (given) => given);
  }

  private prepared(values: PlainRecord, coarse: (given: Case) => Case): PreparedCase | undefined {
    const loaded = this.given.design({ ...values, 'protocol.rates': this.rates });
    return loaded.ok ? preparedAlike(coarse(loaded.case), this.nominal()) : undefined;
  }
}

function dischargeOf({ recording, problem: { unknowns } }: RateSensitivity): Discharge {
  const [{ first, last }] = recording.segments;
  if (last < first) return { charge: 0, energy: 0, time: 0 };
  const { states } = recording;
  return { charge: states.get(last, unknowns.charge), energy: states.get(last, unknowns.energy),
    time: recording.time[last] - recording.time[first] };
}

function energyOf({ case: given, materials, compositions, anode }: PreparedCase) {
  const full = fullUtilisation(given, materials, compositions, anode?.composition);
  return { full, cell: cellEnergy(given, materials, compositions, full, anode?.composition) };
}

/** What a measure of this cell is when a unit cell delivers so much. */
function cellOf(prepared: PreparedCase) {
  const { full, cell } = energyOf(prepared);
  return ({ quantity, basis }: Measure, { charge, energy, time }: Discharge): number => {
    if (quantity === 'capacity') return charge;
    if (quantity === 'utilisation') return charge / full.theoreticalArealCapacity;
    if (quantity === 'voltage') return charge > 0 ? energy / charge : 0;
    const density = energyAtRate(cell, energy, time > 0 ? energy / time : 0)[basis];
    return quantity === 'cost' ? density.cost ?? Infinity : density[quantity] ?? 0;
  };
}
