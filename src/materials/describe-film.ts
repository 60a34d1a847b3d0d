import type { ParameterRecord } from '../config/case.js';
import { films } from '../config/tabled-films.js';
import { parseQuantity } from '../units/quantity.js';
import { filmCurve, type MaterialDescription, type MaterialSummary } from './describe-material.js';
import type { MaterialCurves } from './material-curves.js';

/** Films of the reviews, described like materials: what each is made of, and what it conducts. */

const kind = { kind: 'film', kindName: 'film, a membrane' } as const;

export type FilmSummary = Omit<MaterialSummary, 'kind'> & { readonly kind: 'film' };
export type FilmDescription = FilmSummary & Pick<MaterialDescription, 'properties'>;

/** Lists the films that `membrane: {film: ...}` may name. */
export const listFilms = (): readonly FilmSummary[] =>
  Object.entries(films).map(([name, { title }]) => ({ name, ...kind, title }));

/** A number of a film as it stands in the table of films. */
interface Written {
  readonly value: string;
  readonly source?: string;
  readonly note?: string;
  readonly assumed?: boolean;
  readonly range?: readonly [string, string];
}

const transportOf = ({ ionicTransport }: (typeof films)[string]['membrane']) =>
  ionicTransport as { readonly effectiveConductivity: Written; readonly referenceTemperature: string } | undefined;

/** What a film conducts over temperature, with what else is printed of it; undefined where no conductivity is known. */
export function curvesOfFilm(name: string): MaterialCurves | undefined {
  const transport = Object.hasOwn(films, name) ? transportOf(films[name].membrane) : undefined;
  if (!transport) return undefined;
  const { effectiveConductivity: { value, range = [] }, referenceTemperature } = transport;
  const si = (text: string, dimension: 'conductivity' | 'temperature'): number[] => {
    const read = parseQuantity(text, dimension);
    return read.ok ? [read.value] : [];
  };
  const others = range.filter((text) => text !== value);
  const [measuredAt] = si(referenceTemperature, 'temperature');
  return filmCurve(name, String(films[name].membrane.electrolyte), measuredAt,
    [value, ...others].flatMap((text) => si(text, 'conductivity')));
}

/** undefined for a name that no film has. */
export function describeFilm(name: string): FilmDescription | undefined {
  if (!Object.hasOwn(films, name)) return undefined;
  const { title, membrane, strength } = films[name];
  const transport = transportOf(membrane);
  const thickness = membrane.thickness as Written | undefined;
  const conductivity = transport?.effectiveConductivity;
  const rows: readonly (readonly [string, string, Written | undefined])[] = [
    ['thickness', 'thickness', thickness],
    ['ionicTransport.effectiveConductivity', `conductivity at ${transport?.referenceTemperature ?? ''}`, conductivity],
    ['frameMassFraction', `share of ${String(membrane.frame)}`, membrane.frameMassFraction as Written | undefined],
    ['strength', 'tensile strength', strength as Written | undefined],
  ];
  return {
    name,
    ...kind,
    title,
    properties: [
      { path: `${name}.electrolyte`, label: 'electrolyte', value: String(membrane.electrolyte), unit: '-',
        status: 'given' },
      ...rows.flatMap(([key, label, written]) => written ? [recordOf(`${name}.${key}`, label, written)] : []),
      ...resistance(name, thickness, conductivity),
    ],
  };
}

const parted = (text: string): readonly [value: string, unit: string] => {
  const at = text.lastIndexOf(' ');
  return [text.slice(0, at), text.slice(at + 1)];
};

function recordOf(path: string, label: string,
  { value: text, source, note, assumed, range }: Written): ParameterRecord
{
  const [value, unit] = parted(text);
  const beside = range && `${range[0]} to ${range[1]} are printed`;
  const words = [note, beside].filter(Boolean).join('; ');
  return { path, label, value, unit, status: assumed ? 'assumed' : 'literature', ...(source && { source }),
    ...(words !== '' && { note: words }) };
}

/** R = L / kappa. */
function resistance(name: string, thickness: Written | undefined,
  conductivity: Written | undefined): ParameterRecord[]
{
  if (!thickness || !conductivity) return [];
  const [length, kappa] = [thickness, conductivity].map(({ value }) => Number(parted(value)[0]));
  return [{ path: `${name} (resistance)`, label: 'area-specific resistance', status: 'derived',
    value: String(Number(((length * 1e-4) / (kappa * 1e-3)).toPrecision(3))), unit: 'ohm cm^2',
    note: 'thickness over conductivity' }];
}
