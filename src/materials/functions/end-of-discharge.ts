import type { LibraryFunction } from '../property.js';

/** Slope of the drop [V per stoichiometry], its width, and how far before the end of the window its middle lies. Assumed. */
const slope = 100;
const width = 0.002;
const lead = 0.0055;

/**
 * U(s) - slope * width * ln(1 + exp((s - end + lead)/width)).
 * Fits of layered oxides cover the window of their cell and go on almost flat behind it, where the crystal is full and the
 * real potential falls. Without the drop, a low cut-off delivers lithium that does not exist. The drop is 0.56 V at the end of
 * the window, so that the reversible capacity of NMC811 is the capacity to 3.0 V; one hundredth of the axis before it is 20 mV.
 * Behind the end it grows linearly, so that nothing overflows at s = 1.
 */
export function withEndOfDischarge(open: LibraryFunction, end: number): LibraryFunction {
  const middle = Number((end - lead).toPrecision(6));
  return {
    name: `${open.name}-closed`,
    property: open.property,
    formula: `${open.formula} - ${slope * width} ln(1 + exp((s - ${middle})/${width}))`,
    source: `${open.source}; drop at the end of discharge assumed`,
    evaluate(s, out) {
      open.evaluate(s, out);
      const x = (s - middle) / width;
      const e = Math.exp(-Math.abs(x));
      // ln(1 + exp(x)) and its slope, safe for large |x|
      out[0] -= slope * width * (Math.max(x, 0) + Math.log1p(e));
      out[1] -= slope * (x >= 0 ? 1 / (1 + e) : e / (1 + e));
    },
  };
}
