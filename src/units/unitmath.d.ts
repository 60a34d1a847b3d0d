/**
 * The part of unitmath that is used here; the package ships no usable types. Its ES bundle is imported instead of its main
 * file, which needs the `esm` loader: slower to start and not for browsers.
 */
declare module 'unitmath/es/UnitMath.js' {
  interface Unit {
    readonly value: number;
    /** Throws when the dimensions differ. */
    to(unit: string): Unit;
  }
  interface UnitFactory {
    (value: number, unit: string): Unit;
    config(options: { definitions: { units: Record<string, { value: string; prefixes: string }> } }): UnitFactory;
  }
  const unit: UnitFactory;
  export default unit;
}
