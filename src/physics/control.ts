/** What the outside world fixes: the applied current density, the cell voltage, or the power density. */
export interface Control {
  readonly kind: 'current' | 'voltage' | 'power';
  /** [A m^-2], [V] or [W m^-2]; discharge positive. */
  readonly target: number;
}

/**
 * The control equation, one scalar row:  I = target,  V = target,  or  I V = target.  `load` scales a current or power
 * target, for continuation. Writes out = [residual, d/dI, d/dV].
 */
export function evaluateControl(control: Control, current: number, voltage: number, load: number, out: Float64Array): void {
  switch (control.kind) {
    case 'current':
      out[0] = current - load * control.target;
      out[1] = 1;
      out[2] = 0;
      return;
    case 'voltage':
      out[0] = voltage - control.target;
      out[1] = 0;
      out[2] = 1;
      return;
    case 'power':
      out[0] = current * voltage - load * control.target;
      out[1] = voltage;
      out[2] = current;
  }
}
