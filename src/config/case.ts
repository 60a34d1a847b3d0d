import type { Loaded, Locate } from './case-issue.js';
import type { Frozen } from './fields/field.js';
import type { MaterialReference } from './material-reference.js';
import type { ParameterLedger } from './parameter-record.js';
import type { Anode } from './sections/anode-schema.js';
import type { MeshSpecification, WrittenCase } from './sections/case-schema.js';
import type { CellFormat } from './sections/cell-schema.js';
import type { ElectrodeLayer } from './sections/layer-schema.js';
import type { Protocol } from './sections/protocol-schema.js';

export type * from './case-issue.js';
export type { GroupedElement, GroupedMesh } from './files/msh/grouped-mesh.js';
export type * from './material-reference.js';
export type * from './parameter-record.js';
export type * from './protocol.js';
export type { BinderFilm, CarbonNetwork } from './sections/additive-schema.js';
export type { Anode, AnodeHost } from './sections/anode-schema.js';
export type { MeshSpecification, Numerics } from './sections/case-schema.js';
export type { CellFormat } from './sections/cell-schema.js';
export type { ContactLaw } from './sections/contact-schema.js';
export type { CrystalStructure } from './sections/crystal-schema.js';
export type { ElectrodeLayer, Gradient, NetworkStructure } from './sections/layer-schema.js';
export type { MeshFile } from './sections/mesh-file.js';
export type { ParticleSizes } from './sections/particle-schema.js';
export type { Cutoff, Protocol, ProtocolStep } from './sections/protocol-schema.js';
export type { UnitCell } from './sections/unit-cell-schema.js';
export type { AlignedChannels, EffectiveMediumModel, PercolationModel, TransportModel } from './transport-model.js';

/**
 * What crosses the border from `config/` to everything below it: one cell, one protocol, in SI numbers and names.
 * No unit strings, no file paths, no provenance (that travels beside it in the parameter ledger).
 *
 * The types follow from the field table, `case-schema` and the schemas that it is made of; what is written here is where a case
 * differs from what its file says. `catholith schema --markdown` prints the table with labels, units and ranges.
 */

/** One constituent of a composite, by its share of the solid mass and of the electrode volume. */
export interface Constituent {
  readonly role: keyof NonNullable<ElectrodeLayer['massFractions']>;
  readonly material: MaterialReference;
}

/**
 * One temperature for the whole cell that follows from its heat: C dT/dt = q - h (T - ambient); all per area of a unit cell:
 * C [J m^-2 K^-1], h [W m^-2 K^-1].
 */
export interface LumpedThermal extends Frozen<Omit<NonNullable<WrittenCase['thermal']>, 'ambient'>> {
  /** [K] */
  readonly ambient: number;
}

/**
 * A case in SI: what a case file says, with every default filled in. Fractions are shares of one, temperatures
 * kelvin, lengths metres.
 */
export interface Case extends Frozen<Pick<WrittenCase, 'title' | 'source' | 'temperature' | 'assembly' | 'numerics'>> {
  /** Short name: the file's name without its extension. */
  readonly name: string;
  /** Absent where the temperature stays as it is. */
  readonly thermal?: LumpedThermal;
  readonly anode: Anode;
  readonly membrane: Membrane;
  readonly cathode: {
    /** Layers from the membrane to the collector. */
    readonly layers: readonly ElectrodeLayer[];
    /** Contact of one cathode layer with the next [ohm m^2]; absent: none. */
    readonly layerContactResistance?: number;
    /** Cathode | collector contact [ohm m^2]. */
    readonly collectorResistance: number;
  };
  readonly protocol: Protocol;
  readonly mesh: MeshSpecification;
  readonly cell: CellFormat;
}

/** Between the electrodes; what electrolyte and voids leave of it is frame. */
export interface Membrane extends Frozen<Omit<WrittenCase['membrane'], 'mass' | 'thickness' | 'electrolyteFraction'>> {
  /** [m]; where there is a mass loading it follows once the densities are known (`transport/membrane-size`), and is 0 until then. */
  readonly thickness: number;
  /** [kg m^-2] */
  readonly massLoading?: number;
  /** Share of the membrane's volume that is electrolyte. */
  readonly electrolyteFraction: number;
}

/** A case of a file, and its ledger of parameters. */
export type LoadedCase = Loaded<{
  case: Case;
  ledger: ParameterLedger;
  locate: Locate;
  /** The same file with one key set to another text, as `--set` does. */
  vary: (key: string, text: string) => LoadedCase;
  /** The same file with some dotted keys set to other data, over what `--set` says of them; no file is read anew. */
  with: (values: Readonly<Record<string, unknown>>) => LoadedCase;
}>;
