/** What is the same in all designs that are compared; thicknesses follow. */
export const equalities = ['as-given', 'equal-areal-capacity', 'equal-thickness', 'equal-mass'] as const;
export type Equality = (typeof equalities)[number];
