/** What the outside world fixes: the applied current density, the cell voltage, or the power density. */
export interface Control {
  readonly kind: 'current' | 'voltage' | 'power';
  /** [A m^-2], [V] or [W m^-2]; discharge positive. */
  readonly target: number | ChangingTarget;
  /** The same quantity before the load, from where continuation leads to the target; default: no current, no power. */
  readonly from?: number;
}

/** A target that changes with time, continuous in it. */
export interface ChangingTarget {
  at(t: number): number;
}

/** The target at a time. */
export const targetAt = ({ target }: Pick<Control, 'target'>, t: number): number =>
  typeof target === 'number' ? target : target.at(t);

/**
 * The control equation, one scalar row:  I = goal,  V = goal,  or  I V = goal,  with goal = target(t) at the whole load and
 * from + load (target(t) - from) on the way to it (continuation). Writes out = [residual, d/dI, d/dV].
 */
export function evaluateControl(control: Control, t: number, current: number, voltage: number, load: number,
  out: Float64Array): void
{
  const { kind, from } = control;
  const whole = targetAt(control, t);
  const before = from ?? (kind === 'voltage' ? whole : 0);
  const goal = load === 1 ? whole : before + load * (whole - before);
  switch (kind) {
    case 'current':
      out[0] = current - goal;
      out[1] = 1;
      out[2] = 0;
      return;
    case 'voltage':
      out[0] = voltage - goal;
      out[1] = 0;
      out[2] = 1;
      return;
    case 'power':
      out[0] = current * voltage - goal;
      out[1] = voltage;
      out[2] = current;
  }
}
