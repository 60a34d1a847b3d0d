/** How unit cells are put together: see `cell/stack`. */
export const stackings = ['parallel', 'single', 'bipolar'] as const;

/**
 * What is around the layers: a pouch; the dies of a press; a coin cell between two foils; a sheet, one unit cell with its two foils; or
 * a bare bipolar stack, unit cells in series with one plate between two of them.
 */
export const cellFormats = ['pouch', 'pellet', 'coin', 'sheet', 'bipolar'] as const;

/** What an energy density may refer to, from the smallest to the largest. */
export const energyBases = ['electrode', 'unitCell', 'stack', 'pouch'] as const;
export type BasisName = (typeof energyBases)[number];

/** The coated sheet of a cell that says nothing of its size. */
export const usualSheet = { sheetWidth: '52 mm', sheetHeight: '102 mm' } as const;

/** What the cathode's capacity is counted as in an N/P ratio. */
export const capacityBases = ['reversible', 'first-charge'] as const;

/** Whether the cathode brings the lithium (NMC, LFP) or has to get it from the anode (S). */
export const builtStates = ['discharged', 'charged'] as const;
