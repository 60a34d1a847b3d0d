import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import { overpotential } from '../../src/physics/interface-kinetics.js';
import type { Column } from '../../src/physics/laws/law.js';
import { FARADAY } from '../../src/units/constants.js';

/** A law of some columns with its slopes, as `npm run derive` makes it. */
export type DerivedLoop = (first: number, last: number, y: Float64Array, of: Readonly<Record<string, Column>>,
  out: Float64Array) => void;

const { derivedLaws } = await import(new URL('../../tools/derive.mjs', import.meta.url).href) as {
  derivedLaws(file: string): string;
};

/** Derives the laws of one file; `NAMESlopes` of each. */
export function derivedAtOnce(file: string): Readonly<Record<string, DerivedLoop>> {
  const text = derivedLaws(file).replaceAll(/^import .*$/gm, '').replaceAll('export ', '');
  const names = [...text.matchAll(/function (\w+Slopes)/g)].map(([, name]) => name);
  const body = `${ts.transpile(text)}; return { ${names.join(', ')} };`;
  const make = runInThisContext(`(FARADAY, overpotential) => { ${body} }`) as (...given: unknown[]) => unknown;
  return make(FARADAY, overpotential) as Readonly<Record<string, DerivedLoop>>;
}
