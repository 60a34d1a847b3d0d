import { type MaterialProperties, materialProperties } from '../config/material-properties.js';

interface Named {
  readonly label: string;
  readonly path: string;
}

/** "arealCapacity" -> "areal capacity" */
export const separateWords = (name: string): string =>
  name.replace(/([a-z])([A-Z])/g, (_, low: string, high: string) => `${low} ${high.toLowerCase()}`);

/** "cathode.arealCapacity" -> "cathode areal capacity"; the name of a material, which begins large or holds a digit, stays: "Li3InCl6 density". */
export const keyWords = (key: string): string =>
  key.split('.').filter((step) => !/^\d+$/.test(step)).map((step) =>
    /^[A-Z]|\d/.test(step) ? step : separateWords(step)
  ).join(' ');

/** "cathode.activeMaterial.diffusivity" -> "lithium diffusivity in the particles [cathode]"; undefined of what is no property of a material. */
function propertyName(key: string): string | undefined {
  const [, head = '', name = ''] = /^(.+)\.(\w+)$/.exec(key) ?? [];
  const [, own] = /^materials\.(.+)$/.exec(head) ?? [];
  const [, section] = /^(anode|cathode|membrane)\.(?:activeMaterial|electrolyte|carbon|binder)$/.exec(head) ?? [];
  const having = Object.values<MaterialProperties>(materialProperties).filter((one) => Object.hasOwn(one, name));
  const of = own ?? (having.length > 1 ? section && keyWords(head) : section);
  return of && having.length > 0 ? `${having[0][name].label} [${of}]` : undefined;
}

/** A fitted key in words, and whose it is where each cell has its own. */
export const fittedName = ({ key, cell }: { readonly key: string; readonly cell?: string | null }): string =>
  `${propertyName(key) ?? keyWords(key)}${typeof cell !== 'string' ? '' : ` of ${cell}`}`;

/** Begins a sentence with it. */
export const beginning = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Any other head of a path is a material. */
const sections = ['anode', 'membrane', 'cathode', 'cell', 'thermal'];

/** Names a parameter and what it belongs to. */
export const parameterName = ({ label, path }: Named): string => {
  const section = path.split('.')[0];
  // the name of a material may hold dots
  const head = sections.includes(section) || section === path ? section : path.slice(0, path.lastIndexOf('.'));
  return path === head ? label : `${label} [${head}]`;
};
