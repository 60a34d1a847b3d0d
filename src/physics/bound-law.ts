import type { ElectrodeState } from './electrode-state.js';
import type { ElectrolyteState } from './electrolyte-state.js';
import type { Entry, PlaneState } from './interface-laws.js';
import type { ParticleReactions } from './particle-reactions.js';

/** A law put on the mesh, with all that it reads. `run` evaluates items first..last-1 at y into `out`. */
export interface BoundLaw {
  readonly count: number;
  /** Numbers that the law returns; behind them stand, row by row, their slopes: `stride` numbers per item. */
  readonly values: number;
  readonly stride: number;
  readonly out: Float64Array;
  run(first: number, last: number, y: Float64Array): void;
}

/**
 * A law of fluxes through faces: what leaves the owner enters the neighbour. The first of its values are the fluxes of `rows`; slopes are by
 * the columns of the owner, then by those of the neighbour.
 */
export interface FaceLaw extends BoundLaw {
  /** What its first value is a current of, and which value is the voltage that concentrations cost that; absent: of no charge, no voltage. */
  readonly carries?: 'ions' | 'electrons' | 'network';
  readonly drop?: number;
  readonly faces: Int32Array;
  readonly rows: readonly number[];
  /** Columns of the block of either side that the slopes belong to; -1: nobody's. */
  readonly columns: readonly number[];
  /** Brings what does not follow the state to the present temperature, if its slopes change with nothing else. */
  refresh?(): void;
}

/** A law of single cells: the first of its values leave `rows` of their cells; slopes are by `columns`, -1: nobody's. */
export interface CellLaw extends BoundLaw {
  /** What it takes to the collector of a composite anode; absent: nothing. */
  readonly carries?: 'electrons';
  readonly cells: Int32Array;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** A value of an interface law, added to (or taken from) a row of its cell (0) or of the other one (1). */
export interface Flow {
  readonly side: 0 | 1;
  readonly row: number;
  readonly value: number;
  readonly sign: 1 | -1;
}

/**
 * A law of an interface with a current of its own. The first of its values is its equation; slopes are by the current, by the columns of the
 * cell and by those of the other cell.
 */
export interface InterfaceLaw extends BoundLaw {
  readonly kind: 'plane' | 'entry' | 'crossing';
  /** Index of the current of each in the state. */
  readonly unknown: Int32Array;
  readonly cell: Int32Array;
  /** The cell on the other side of a face; -1 where there is none, as the face then is. */
  readonly other: Int32Array;
  readonly face: Int32Array;
  readonly columns: readonly number[];
  readonly otherColumns: readonly number[];
  readonly flows: readonly Flow[];
}

/** The state that the laws read beside y. */
export interface CellState {
  readonly electrolyte: ElectrolyteState;
  readonly electrode: ElectrodeState;
  readonly reactions: readonly ParticleReactions[];
  /** Of a planar anode. */
  readonly plane: PlaneState | undefined;
  readonly entries: readonly Entry[];
}
