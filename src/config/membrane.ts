import type { MaterialReference } from './case.js';
import type { TransportModel } from './transport-model.js';

/** What stands between anode and cathode, in SI; part of the `Case`, from which it is imported. */
export interface Membrane {
  /** Name of the film of the reviews that it is. */
  readonly film?: string;
  readonly electrolyte: MaterialReference;
  /** [m]; where there is a mass loading it follows once the densities are known (`transport/membrane-size`), and is 0 until then. */
  readonly thickness: number;
  /** [kg m^-2] */
  readonly massLoading?: number;
  /** Empty voids, as in an electrode. */
  readonly porosity: number;
  /**
   * Share of the membrane's volume that is electrolyte; what it leaves beside the voids is frame. Where there is a mass fraction of the frame
   * it follows once the densities are known (`transport/membrane-size`).
   */
  readonly electrolyteFraction: number;
  /** Share of the frame in the mass of the solids. */
  readonly frameMassFraction?: number;
  /** Solid that holds the electrolyte, a separator's polymer: inert, counts for energy. */
  readonly frame?: MaterialReference;
  /** Through the electrolyte; its volume fraction is `electrolyteFraction`. */
  readonly ionicTransport: TransportModel;
  /** Membrane | cathode contact [ohm m^2]. */
  readonly contactResistance: number;
  /** Anode | membrane contact beside what the anode itself costs [ohm m^2]; absent: none. */
  readonly anodeContactResistance?: number;
  /** Further layers between the anode and the membrane, from the anode on; absent: none. */
  readonly interlayers?: readonly Interlayer[];
}

/** A layer of electrolyte between the anode and the membrane. */
export interface Interlayer {
  readonly electrolyte: MaterialReference;
  /** [m] */
  readonly thickness: number;
  readonly porosity: number;
  readonly ionicTransport: TransportModel;
  /** Contact with the layer that follows towards the cathode [ohm m^2]. */
  readonly contactResistance: number;
}

/** All of it, from anode to cathode [m]. */
export const membraneThickness = ({ thickness, interlayers = [] }: Membrane): number =>
  interlayers.reduce((sum, layer) => sum + layer.thickness, thickness);
