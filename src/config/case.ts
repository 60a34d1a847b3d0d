import type { Assembly } from './assembly-schema.js';
import type { CellFormat } from './cell-format.js';
import type { MaterialKind } from './material-properties.js';
import type { Membrane } from './membrane.js';
import type { Protocol } from './protocol.js';
import type { BinderFilm, CarbonNetwork, NetworkStructure, TransportModel } from './transport-model.js';

export type { ChargeBefore, Cutoff, LoadProfile, Power, Protocol, ProtocolStep, Rate } from './protocol.js';
export type { AlignedChannels, BinderFilm, CarbonNetwork, EffectiveMediumModel, NetworkStructure, PercolationModel,
  TransportModel } from './transport-model.js';

/**
 * What crosses the border from `config/` to everything below it: one cell, one protocol, in SI numbers and names.
 * No unit strings, no file paths, no provenance (that travels beside it in the parameter ledger).
 */

/** A material by name, with the properties that the case overrides in place (SI; tables are [x, value] pairs). */
export interface MaterialReference {
  readonly name: string;
  /** Absent: a material of the library. */
  readonly own?: OwnMaterial;
  readonly overrides: Readonly<Record<string, PropertyOverride>>;
  /** Properties times a number, overridden or not; for asking what a spread of them does. */
  readonly factors?: Readonly<Record<string, number>>;
}

/** A constant, a table over the property's own argument (stoichiometry), a measured curve, a formula, or the name of a function of the library. */
export type PropertyOverride = number | readonly (readonly [number, number])[] | MeasuredCurve | WrittenFormula
  | string;

/** A formula of the stoichiometry s between two stoichiometries, in a unit; times `factor` it is in SI. */
export interface WrittenFormula {
  readonly formula: string;
  readonly unit: string;
  readonly factor: number;
  readonly between: readonly [low: number, high: number];
}

/** A property of an active material as it was measured: its axis follows from the material, see `materials/measured-axis`. */
export interface MeasuredCurve {
  readonly x: 'stoichiometry' | 'capacity' | 'soc';
  /** [x, value], x rising: 1, charge passed [C kg^-1] or state of charge. */
  readonly points: readonly (readonly [number, number])[];
  /** Of a potential: against this plane of the library, or against an electrode at this potential [V]; absent: Li/Li+. */
  readonly against?: string | number;
}

/** A material that a case describes itself. */
export interface OwnMaterial {
  readonly kind: MaterialKind;
  /** Material of the library that has what is not given; absent: everything is given. */
  readonly like?: string;
  readonly title: string;
  readonly properties: Readonly<Record<string, PropertyOverride>>;
}

/** A layer whose composition changes with depth; each list is a profile from the membrane to the collector, linear in between. */
export interface Gradient {
  /** The layer is solved as so many slices of equal thickness. */
  readonly slices: number;
  /** Mass fraction of the active material in the solids; the electrolyte makes up for it. */
  readonly activeMaterial?: readonly number[];
  readonly porosity?: readonly number[];
  /**
   * Share of the pores between electrolyte, carbon and binder that the active material fills: a sintered host, an infiltrated
   * electrode. In place of the two above.
   */
  readonly occupancy?: readonly number[];
  /** Share of the pores between active material, carbon and binder that electrolyte has filled, in the same way. */
  readonly infiltration?: readonly number[];
  /** [m] */
  readonly particleRadius?: readonly number[];
  /** Of the ions. */
  readonly tortuosityFactor?: readonly number[];
}

/** One constituent of a composite, by its share of the solid mass and of the electrode volume. */
export interface Constituent {
  readonly role: 'activeMaterial' | 'electrolyte' | 'carbon' | 'binder';
  readonly material: MaterialReference;
}

/** Contact of particles and electrolyte under pressure; pressures and moduli [Pa]. */
export interface ContactLaw {
  readonly pressure: number;
  readonly characteristicPressure: number;
  /** Share of the surface that stays in contact without pressure. */
  readonly residual: number;
  /** Shear modulus of what surrounds a particle. */
  readonly stiffness: number;
  readonly contactMadeAt: 'charged' | 'discharged';
}

/** The active particles of a layer. */
export interface Particles {
  /** Absent: all have the radius of the material. */
  readonly sizes?: ParticleSizes;
  /** Absent: the material's diffusivity is that of the particle. */
  readonly crystals?: CrystalStructure;
}

/** A secondary particle of many crystals. */
export type CrystalStructure =
  | { readonly kind: 'measured'; readonly diffusivityRatio: number; readonly crackedShare: number }
  /** It fills as quickly as a single crystal of this radius [m]. */
  | { readonly kind: 'length'; readonly diffusionLength: number; readonly crackedShare: number }
  | {
    readonly kind: 'boundaries';
    /** Of the crystals, and width of the boundaries between them [m]. */
    readonly radius: number;
    readonly boundaryWidth: number;
    /** Diffusivity of the boundaries over that of the crystals. */
    readonly boundaryDiffusivityRatio: number;
    readonly crackedShare: number;
  };

/** Sizes of the particles of a layer, by their share of the active volume; lengths [m]. */
export type ParticleSizes =
  | { readonly kind: 'classes'; readonly classes: readonly { readonly radius: number; readonly volumeShare: number }[] }
  | {
    /** Lognormal by volume, cut into classes of equal volume. */
    readonly kind: 'lognormal';
    /** Absent: the radius of the material. */
    readonly medianRadius?: number;
    /** Of ln(radius). */
    readonly deviation: number;
    readonly classes: number;
  };

/**
 * One layer of a composite electrode as given; `transport/composition` makes it consistent or refuses it. A liquid in the pores
 * is its electrolyte, so it has a volume fraction; the porosity is what stays empty.
 */
export interface ElectrodeLayer {
  readonly name: string;
  readonly activeMaterial: MaterialReference;
  readonly electrolyte: MaterialReference;
  readonly carbon?: MaterialReference;
  readonly binder?: MaterialReference;
  /** Mass fractions of the solids; they add up to 1. Exactly one of massFractions and volumeFractions is present. */
  readonly massFractions?: Readonly<Record<Constituent['role'], number>>;
  /** Volume fractions of the electrode; with the porosity they add up to 1. */
  readonly volumeFractions?: Readonly<Record<Constituent['role'], number>>;
  readonly porosity?: number;
  /** Apparent density of the composite [kg m^-3]. */
  readonly density?: number;
  /** The same as a declared override: what it weighs is believed even where its solids cannot be that dense. */
  readonly pressDensity?: number;
  /** At least one of the next three; what is given twice is checked. */
  readonly thickness?: number;
  /** Mass of composite per area [kg m^-2]. */
  readonly massLoading?: number;
  /** Theoretical areal capacity [C m^-2]. */
  readonly arealCapacity?: number;
  readonly ionicTransport: TransportModel;
  readonly electronicTransport: TransportModel;
  /** Takes the place of both transport models, and of `connectedFraction`. */
  readonly network?: NetworkStructure;
  /** Absent where the layer is the same at every depth. */
  readonly gradient?: Gradient;
  /** Of a slice of a layer with a gradient: that layer's index in the case. */
  readonly sliceOf?: number;
  readonly carbonNetwork?: CarbonNetwork;
  readonly binderFilm?: BinderFilm;
  /** Share of the active material that ions and electrons reach, 0..1; the rest is lost capacity. */
  readonly connectedFraction: number;
  /** Lithium passes through the active material itself, with this tortuosity factor of its volume; absent: it does not. */
  readonly activeNetwork?: { readonly tortuosityFactor: number };
  /** Absent: one size, that of the material, and each particle one crystal. */
  readonly particles?: Particles;
  /** Wetted share of the geometric particle surface, 0..1; where there is a contact law, of the surface in contact. */
  readonly coverage: number;
  /** Absent: contact does not change. */
  readonly contact?: ContactLaw;
  /** Equal spots that make up the coverage; absent: lithium enters all over the surface, no constriction. */
  readonly contactsPerParticle?: number;
  /** Film resistance on the particles [ohm m^2]. */
  readonly filmResistance: number;
  /** Its resistance adds to that of the film. */
  readonly coating?: Coating;
}

/** A closed layer of this thickness [m] on the particles, of a material of the library or of a conductivity [S m^-1]. */
export type Coating =
  & { readonly thickness: number }
  & ({ readonly material: MaterialReference } | { readonly conductivity: number });

/** Cells and shells as data; `meshes/*.yaml` holds named ones. */
export interface MeshSpecification {
  readonly name: string;
  readonly membraneCells: number;
  /** Cells of the cathode, shared out over its layers by thickness. */
  readonly cathodeCells: number;
  /** Cells of a composite anode; default: as many as the cathode has. */
  readonly anodeCells?: number;
  /** Ratio of the middle cell to the smallest cell, at both ends of a region; 1 = uniform. */
  readonly grading: number;
  /** Shells per particle. */
  readonly shells: number;
  /** Ratio of neighbouring shell thicknesses, thinnest at the surface; 1 = uniform. */
  readonly shellGrading: number;
}

export interface Numerics {
  /** Local error of a step, relative to 1 V and to a full particle. */
  readonly tolerance: number;
  readonly maximumSteps: number;
}

/** Porous electrolyte on the anode side with lithium in its pores; lengths [m]. */
export interface AnodeHost {
  readonly electrolyte: MaterialReference;
  readonly thickness: number;
  readonly porosity: number;
  readonly poreDiameter: number;
  readonly tortuosityFactor: number;
  /** Share of its depth, from the membrane, that lithium wets. */
  readonly occupancy: number;
}

/** A plane, or a composite that is solved like the cathode. */
export type Anode =
  | {
    readonly kind: 'planar';
    readonly material: MaterialReference;
    /** How much of it is built in: ends a discharge that uses it up, counts for energy. Exactly one of these: thickness [m], ... */
    readonly thickness?: number;
    /** ... capacity as built over that of the cathode (0 = plated on charge), ... */
    readonly nToP?: number;
    /** ... mass per area [kg m^-2], ... */
    readonly massLoading?: number;
    /** ... or what is left of it when the cell is charged, over the capacity of the cathode. */
    readonly excess?: number;
    /** Area-specific resistance of the plane, or of the walls of its host; absent: what the library has for the pair [ohm m^2]. */
    readonly areaSpecificResistance?: number;
    readonly host?: AnodeHost;
  }
  | {
    readonly kind: 'composite';
    readonly layer: ElectrodeLayer;
    /** Capacity over that of the cathode; takes the place of the layer's thickness, loading or capacity. */
    readonly nToP?: number;
    /** Anode | collector contact [ohm m^2]. */
    readonly collectorResistance: number;
  };

/** One temperature for the whole cell that follows from its heat: C dT/dt = q - h (T - ambient); all per area of a unit cell. */
export interface LumpedThermal {
  /** C [J m^-2 K^-1] and h [W m^-2 K^-1]. */
  readonly heatCapacity: number;
  readonly heatTransfer: number;
  /** [K] */
  readonly ambient: number;
}

/**
 * A case in SI: what a case file says, with every default filled in. Fractions are shares of one, temperatures
 * kelvin, lengths metres.
 */
export interface Case {
  readonly title: string;
  readonly source: string;
  /** Short name: the file's name without its extension. */
  readonly name: string;
  /** Of the cell; where that is lumped, at the start [K]. */
  readonly temperature: number;
  /** Absent where the temperature stays as it is. */
  readonly thermal?: LumpedThermal;
  readonly anode: Anode;
  readonly membrane: Membrane;
  readonly cathode: {
    /** From the membrane to the collector. */
    readonly layers: readonly ElectrodeLayer[];
    /** Contact of one cathode layer with the next [ohm m^2]; absent: none. */
    readonly layerContactResistance?: number;
    /** Cathode | collector contact [ohm m^2]. */
    readonly collectorResistance: number;
  };
  /** Absent where nothing of it is known. */
  readonly assembly?: Assembly;
  readonly protocol: Protocol;
  readonly mesh: MeshSpecification;
  readonly cell: CellFormat;
  readonly numerics: Numerics;
}

export type * from './loaded-case.js';
export type * from './membrane.js';
