import { type SweepAxis, type SweepDefinition, type SweepRange, valueAt } from '../../config/studies/sweep.js';
import { expectArguments, objectWith } from '../../units/arguments.js';
import { latinHypercube } from './latin-hypercube.js';
import { sobolPoint } from './sobol.js';

/** The designs of a sweep by their index; the same definition gives the same designs on every machine. */
export interface DesignList {
  readonly count: number;
  /** Values of the swept keys, in the words and units of a case. */
  values(index: number): Readonly<Record<string, unknown>>;
}

/** Lists the designs that a sweep stands for: a grid, a list, a Latin hypercube or Sobol points. */
export function designsOf(definition: SweepDefinition): DesignList {
  expectArguments({ definition: [definition, objectWith('method')] });
  if (definition.method === 'list')
    return { count: definition.designs.length, values: (index) => definition.designs[index] };
  const { axes } = definition;
  if (definition.method === 'grid') return gridOf(axes);
  const { points: count } = definition;
  if (definition.method === 'sobol') {
    return { count, values: (index) => record(axes, sobolPoint(index, axes.length)) };
  }
  const sample = latinHypercube(count, axes.length, definition.seed);
  return { count, values: (index) => record(axes, sample.map((coordinates) => coordinates[index])) };
}

/** Every combination, the last axis fastest. */
function gridOf(axes: readonly SweepAxis[]): DesignList {
  const values = axes.map(valuesOf);
  const count = values.reduce((product, { length }) => product * length, 1);
  return {
    count,
    values: (index) => {
      let left = index;
      const chosen: [string, unknown][] = [];
      for (let i = axes.length - 1; i >= 0; i--) {
        chosen.unshift([axes[i].key, values[i][left % values[i].length]]);
        left = Math.floor(left / values[i].length);
      }
      return Object.fromEntries(chosen);
    },
  };
}

/** The values that a grid takes of an axis, ends included. */
export function valuesOf(axis: SweepAxis): readonly unknown[] {
  if (axis.kind === 'values') return axis.values;
  return Array.from({ length: axis.points }, (_, i) => within(axis, i / (axis.points - 1)));
}

/** A point of the unit cube as values: a number of the range, or one of the list with equal shares. */
const record = (axes: readonly SweepAxis[], point: readonly number[]): Record<string, unknown> =>
  Object.fromEntries(
    axes.map((axis,
      i) => [axis.key,
      axis.kind === 'range' ? within(axis, point[i]) : axis.values[Math.floor(point[i] * axis.values.length)]]
    ),
  );

/** The value at a share of the range, as it is written in a case; 12 digits, so that 0.1 + 0.2 is 0.3. */
function within(range: SweepRange, share: number): string | number {
  const rounded = Number(valueAt(range, share).toPrecision(12));
  return range.unit === '' ? rounded : `${rounded} ${range.unit}`;
}
