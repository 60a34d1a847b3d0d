/** What the outside world fixes: the applied current density, the cell voltage, or the power density. */
export interface Control {
  readonly kind: 'current' | 'voltage' | 'power';
  /** [A m^-2], [V] or [W m^-2]; discharge positive. */
  readonly target: number | ChangingTarget;
  /** Voltage before the load [V]; from there continuation leads to a target voltage. */
  readonly from?: number;
}

/** A target that changes with time, continuous in it. */
export interface ChangingTarget {
  at(t: number): number;
}

/**
 * The control equation, one scalar row:  I = target(t),  V = target(t),  or  I V = target(t).  For continuation `load` scales
 * a current or a power, and leads a voltage from where it was to its target. Writes out = [residual, d/dI, d/dV].
 */
export function evaluateControl(
  { kind, target, from }: Control, t: number, current: number, voltage: number, load: number, out: Float64Array,
): void {
  const goal = typeof target === 'number' ? target : target.at(t);
  switch (kind) {
    case 'current':
      out[0] = current - load * goal;
      out[1] = 1;
      out[2] = 0;
      return;
    case 'voltage':
      out[0] = voltage - (load === 1 || from === undefined ? goal : from + load * (goal - from));
      out[1] = 0;
      out[2] = 1;
      return;
    case 'power':
      out[0] = current * voltage - load * goal;
      out[1] = voltage;
      out[2] = current;
  }
}
