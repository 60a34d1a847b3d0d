import type { Bulk } from './cell-design.js';
import type { Part } from './cost.js';

/** One layer of a unit cell, or a part of one, per area of a unit cell. */
export interface LayerItem {
  readonly name: string;
  readonly role: 'cathode' | 'membrane' | 'anode' | 'cathodeCollector' | 'anodeCollector' | 'bipolarPlate';
  /** [kg m^-2] */
  readonly arealMass: number;
  /** Thickness as built [m]. */
  readonly thickness: number;
  /** Thickness in the charged cell, larger where lithium plates [m]. */
  readonly chargedThickness: number;
  /** What it is made of; masses per area, adding up to `arealMass`. */
  readonly parts: readonly Part[];
}

/** Layers on top of each other: a unit cell, a part of one, or a stack. */
export interface Layers<Item extends LayerItem = LayerItem> {
  /** From the anode side to the cathode side. */
  readonly items: readonly Item[];
  /** Sums over the items [kg m^-2], [m], [m]. */
  readonly arealMass: number;
  readonly thickness: number;
  readonly chargedThickness: number;
}

/** Adds up layers that lie on top of each other, each in so many copies. */
export function sumOfLayers<Item extends LayerItem>(items: readonly Item[],
  copies: (item: Item) => number = () => 1): Layers<Item>
{
  const sum = (value: (item: Item) => number): number =>
    items.reduce((total, item) => total + value(item) * copies(item), 0);
  return {
    items,
    arealMass: sum((item) => item.arealMass),
    thickness: sum((item) => item.thickness),
    chargedThickness: sum((item) => item.chargedThickness),
  };
}

/** A layer of some parts, which weighs what they weigh. */
export const layerOf = (role: LayerItem['role'], name: string, thickness: number, parts: readonly Part[],
  chargedThickness = thickness): LayerItem => ({ name, role, thickness, chargedThickness, parts,
    arealMass: parts.reduce((sum, { mass }) => sum + mass, 0) });

/** A layer of one material that stays as thick as it is built: m = density * thickness. */
export const plainLayer = (role: LayerItem['role'], name: string, material: Bulk, thickness: number): LayerItem =>
  layerOf(role, name, thickness, [partOf(material, material.density * thickness)]);

/** Makes a part of a mass of one material [kg], or [kg m^-2] where the whole is per area. */
export const partOf = ({ name, price }: { readonly name: string; readonly price?: number }, mass: number): Part => ({
  name,
  mass,
  ...(price !== undefined && { price }),
});
