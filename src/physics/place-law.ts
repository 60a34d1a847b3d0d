import { bindLaw, inCells, type Items, type LawInputs, sideOf, symbolOf } from './bind-law.js';
import type { FluxLaw, PlacedLaw } from './bound-law.js';
import type { Frame } from './fields/field.js';
import type { DerivedLaw } from './laws/law.js';

/** A law on the mesh with the places of its unknowns; properties of the electrolyte are given unasked. */
export function placeLaw<Needs>(law: DerivedLaw<Needs>, items: Items, own: LawInputs, frame: Frame): PlacedLaw {
  const { concentration: c, conductivity: kappa, diffusivity, transference, thermodynamicFactor, reference,
    thermalVoltage } = frame.state.electrolyte;
  const given: LawInputs = { c, kappa, diffusivity, transference, thermodynamicFactor, reference, thermalVoltage,
    ...own };
  const columnOf = (name: string): number => {
    const from = given[name] ?? given[symbolOf(name)] ?? symbolOf(name);
    return typeof from === 'string' ? frame.layout.columnOf(from) : -1;
  };
  const unknowns = law.unknowns.map((name) => ({ side: sideOf(name), column: columnOf(name) }));
  const { cell, across } = items;
  return { ...bindLaw(law, items, given, frame), cell, ...(across && { across }), unknowns };
}

/** A law of fluxes through faces, in the rows of the fields of those symbols. */
export function onFaces<Needs>(frame: Frame, law: DerivedLaw<Needs>, faces: Int32Array, rows: readonly string[],
  given: LawInputs): FluxLaw
{
  const { faces: { owner, neighbour, area, ownerDistance, neighbourDistance } } = frame.model.mesh;
  const items = { cell: faces.map((f) => owner[f]), item: faces,
    across: { cell: faces.map((f) => neighbour[f]), face: faces } };
  const all = { area, dO: ownerDistance, dN: neighbourDistance, contact: frame.model.ionicContact, ...given };
  return { ...placeLaw(law, items, all, frame), rows: rowsOf(frame, rows) };
}

/** A law of what leaves single cells, from the rows of the fields of those symbols. */
export const onCells = <Needs>(frame: Frame, law: DerivedLaw<Needs>, cells: Int32Array, rows: readonly string[],
  given: LawInputs): FluxLaw => ({ ...placeLaw(law, inCells(cells), given, frame), rows: rowsOf(frame, rows) });

const rowsOf = ({ layout }: Frame, symbols: readonly string[]): number[] =>
  symbols.map((symbol) => layout.columnOf(symbol));
