/** How unit cells are put together: see `cell/stack`. */
export const stackings = ['parallel', 'single', 'bipolar'] as const;
export type Stacking = (typeof stackings)[number];

/** What is around the layers: a pouch, the dies of a press, or a coin cell between two foils. */
export const cellFormats = ['pouch', 'pellet', 'coin'] as const;

/** What the cathode's capacity is counted as in an N/P ratio. */
export const capacityBases = ['reversible', 'first-charge'] as const;

/** Whether the cathode brings the lithium (NMC, LFP) or has to get it from the anode (S). */
export const builtStates = ['discharged', 'charged'] as const;

/** A lead that leaves the pouch; mass [kg], price [$ kg^-1]. */
export interface Terminal {
  readonly mass: number;
  readonly price: number;
}

/** The cell around the layers; lengths in m, densities in kg m^-3. */
export interface CellFormat {
  /** Absent: a pouch. Else its one pair of electrodes has the area of a sheet, and nothing is around it but foils. */
  readonly format?: Exclude<(typeof cellFormats)[number], 'pouch'>;
  readonly stacking: Stacking;
  /** Number of double-coated cathode sheets of a parallel stack; there is one more anode sheet. */
  readonly cathodeSheets: number;
  /** Of a bipolar stack: unit cells in series, and what separates two of them. */
  readonly bipolar?: { readonly cells: number;
    readonly plate: { readonly material: string; readonly thickness: number } };
  /** Coated area of one sheet side. */
  readonly sheetWidth: number;
  readonly sheetHeight: number;
  readonly cathodeCollector: { readonly material: string; readonly thickness: number };
  readonly anodeCollector: { readonly material: string; readonly thickness: number };
  /** Width and length of one uncoated tab strip per sheet. */
  readonly tabWidth: number;
  readonly tabLength: number;
  readonly cathodeTerminal: Terminal;
  readonly anodeTerminal: Terminal;
  readonly laminateThickness: number;
  readonly laminateDensity: number;
  /** [$ kg^-1] */
  readonly laminatePrice: number;
  readonly sealMargin: number;
  /** First discharge over first charge of each electrode, 0..1. */
  readonly firstCycleEfficiency: { readonly cathode: number; readonly anode: number };
  readonly nToPBasis: (typeof capacityBases)[number];
  readonly cathodeAsBuilt: (typeof builtStates)[number];
  /** Declared on top of everything itemised, as a share of it. */
  readonly overhead: { readonly mass: number; readonly volume: number };
  /** Mass [kg] of cells that a car carries, and how far it gets with their energy [m J^-1]. */
  readonly vehicle: { readonly batteryMass: number; readonly distancePerEnergy: number };
}
