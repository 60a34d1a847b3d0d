/** A law put on the mesh, with all that it reads. `run` evaluates items first..last-1 at y into `out`. */
export interface BoundLaw {
  readonly count: number;
  /** Numbers that the law returns; behind them stand, row by row, their slopes by its unknowns: `stride` numbers per item. */
  readonly values: number;
  readonly stride: number;
  readonly out: Float64Array;
  run(first: number, last: number, y: Float64Array): void;
}

/** A law of single cells, or of faces between a cell and the other one. */
export interface PlacedLaw extends BoundLaw {
  readonly cell: Int32Array;
  /** The other cell of each item and the face between them; absent: the law is of single cells. */
  readonly across?: { readonly cell: Int32Array; readonly face: Int32Array };
  /** Where each unknown stands: in the block of the cell (0) or of the other one (1), in which column; -1: nobody's. */
  readonly unknowns: readonly { readonly side: 0 | 1; readonly column: number }[];
}

/** The first values of a law are fluxes of `rows`, which leave the cell and enter the other one. */
export interface FluxLaw extends PlacedLaw {
  readonly rows: readonly number[];
  /** What its first value is a current of, and which value is the voltage that concentrations cost that; absent: of no charge, no voltage. */
  readonly carries?: 'ions' | 'electrons' | 'network';
  readonly drop?: number;
  /** The collector through which its electrons leave single cells. */
  readonly boundary?: 'anode' | 'collector';
  /** Brings what does not follow the state to the present temperature, if its slopes change with nothing else. */
  refresh?(): void;
}

/** A value of an interface law, added to (or taken from) a row of its cell (0) or of the other one (1). */
export interface Flow {
  readonly side: 0 | 1;
  readonly row: number;
  readonly value: number;
  readonly sign: 1 | -1;
}

/** A law of an interface with a current of its own, its first unknown. The first of its values is its equation. */
export interface InterfaceLaw extends PlacedLaw {
  readonly kind: 'plane' | 'entry' | 'crossing';
  /** Index of the current of each in the state. */
  readonly current: Int32Array;
  readonly flows: readonly Flow[];
}
