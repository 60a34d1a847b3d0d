/** 1 mHz to 1 MHz, ten frequencies per decade. */
export const usualSweep = { from: 1e-3, to: 1e6, perDecade: 10 } as const;

/** 10 uF/cm^2. */
export const assumedDoubleLayer = {
  value: 0.1,
  note: 'an order of magnitude, between the 0.04 (NMC) and 0.4 (LCO) of 10.1021/acsami.2c06460, Table 2, which '
    + 'were fitted as constant-phase elements and read through a third-party digest that gives no unit (taken as F m^-2)',
} as const;
