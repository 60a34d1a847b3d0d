import type { CellProperties } from '../transport/on-cells/cell-properties.js';
import type { Field } from './fields/field.js';

/** Everything the equations need. */
export interface CellModel extends CellProperties {
  /** Fields beside those of `fields/table`. */
  readonly fields?: readonly Field[];
}
