import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import { overpotential } from '../../src/physics/interface-kinetics.js';
import type { DerivedLaw } from '../../src/physics/laws/law.js';
import { FARADAY } from '../../src/units/constants.js';

const { derivedLaws } = await import(new URL('../../tools/derive.mjs', import.meta.url).href) as {
  derivedLaws(file: string): string;
};

/** Derives the laws of one file, as `npm run derive` makes them. */
export function derivedAtOnce(file: string): Readonly<Record<string, DerivedLaw>> {
  const text = derivedLaws(file).replaceAll(/^import .*$/gm, '').replaceAll('export ', '');
  const names = [...text.matchAll(/^const (\w+): DerivedLaw/gm)].map(([, name]) => name);
  const body = `${ts.transpile(text)}; return { ${names.join(', ')} };`;
  const make = runInThisContext(`(FARADAY, overpotential) => { ${body} }`) as (...given: unknown[]) => unknown;
  return make(FARADAY, overpotential) as Readonly<Record<string, DerivedLaw>>;
}
