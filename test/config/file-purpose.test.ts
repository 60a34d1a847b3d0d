import { describe, expect, it } from 'vitest';
import { purposeOf } from '../../src/config/file-kinds.js';
import { readYaml } from '../../src/config/files/yaml-source.js';
import { readPurpose } from '../../src/config/read-case.js';
import { root } from '../support/program.js';
import { caseFrom, example } from './example.js';

describe('what a file asks for', () => {
  it.each([
    [example, undefined],
    [`${example}materials: {mine: {like: NMC811}}\n`, undefined],
    [`${example}designs: [{name: a}, {name: b}]\n`, 'compare'],
    [`${example}designs: null\n`, undefined],
    [`${example}sweep: {vary: {}}\n`, 'sweep'],
    ['rows: []', 'reproduce'],
    ['validation: {}', 'validate'],
    ['materials: {mine: {like: NMC811}}', 'materials --add'],
    ['a: [', undefined],
  ])('%#', (text, command) => expect(purposeOf(readYaml(text, 'x.yaml'))?.command).toBe(command));

  it.each([['studies/maps/loading-membrane.yaml', 'sweep'], ['studies/comparisons/graded.yaml', 'compare'], [
    'cells/nmc811-li3incl6.yaml',
    undefined,
  ], ['structures/nmc811-li6ps5cl.yaml', 'tortuosity'], ['nowhere.yaml', undefined]])('of configs/%s',
    (name, command) => {
      expect(readPurpose(`${root}configs/${name}`)?.command).toBe(command);
    });
});

describe('null', () => {
  it('takes a key away wherever it stands, in a file and on the command line', () => {
    const text = example.replace('porosity: 15 %', 'porosity: null\n  density: 3.2 g/cm^3');
    expect(caseFrom(text).cathode.layers[0]).toMatchObject({ density: 3200 });
    const nested = `${example}  ionicTransport: {tortuosityFactor: 3, effectiveConductivity: null}\n`;
    expect(caseFrom(nested).cathode.layers[0].ionicTransport).toEqual({ kind: 'tortuosityFactor', value: 3 });
    expect(caseFrom(`${example}cell: {overhead: {mass: null}}\n`).cell.overhead.mass).toBe(0);
  });
});
