import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notReplaced, replaced, waysToSay } from '../../src/config/alternatives.js';
import { mergeRecords } from '../../src/config/merge-sources.js';
import { setKey } from '../../src/config/overrides.js';
import { dataAt, type PlainRecord } from '../../src/config/plain-data.js';
import { inheritLayers } from '../../src/config/sections/inherit-layers.js';
import { caseFrom, example, linesOf } from './example.js';

/** Every ordered pair of two ways to say the same. */
const pairs = Object.values(waysToSay).flatMap((keys: readonly string[]) =>
  keys.flatMap((a) => keys.filter((b) => b !== a).map((b) => [a, b] as const))
);

describe.each(pairs)('%s, said again as %s', (a, b) => {
  const below = { [a]: 'old', coverage: 'stays' };
  const expected = { coverage: 'stays', [b]: 'new' };

  it('is said once, whichever way the two meet', () => {
    expect(replaced(below, { [b]: 'new' })).toEqual(expected);
    expect(mergeRecords(below, { [b]: 'new' })).toEqual(expected);
    const set: PlainRecord = { cathode: { ...below } };
    setKey(set, `cathode.${b}`, 'new', new Set([`cathode.${b}`]));
    expect(set.cathode).toEqual(expected);
    const inherited = inheritLayers({ cathode: { ...below, layers: [{ [b]: 'new' }] } });
    expect(dataAt(inherited.data, ['cathode', 'layers', 0])).toEqual({ name: 'layer 1', ...expected });
    expect(inherited.writtenPath(['cathode', 'layers', 0, a])).toEqual(['cathode', 'layers', 0, a]);
  });

  it('stays where the other one is only taken away', () => expect(mergeRecords(below, { [b]: null })).toEqual(below));
});

it('what is not in the table goes its own way', () => {
  const known = new Set<string>([...Object.values(waysToSay).flat(), 'network', 'ionicTransport', 'electronicTransport',
    'connectedFraction']);
  const other = fc.string().filter((key) => !known.has(key));
  fc.assert(fc.property(fc.dictionary(other, fc.integer()), fc.dictionary(other, fc.integer()), (below, above) => {
    expect(notReplaced(below, above)).toEqual(below);
  }));
});

describe('a layer of a case', () => {
  const values = { porosity: '20 %', density: '3.1 g/cm^3', pressDensity: '3.1 g/cm^3' };

  it.each(Object.entries(values))('takes %s over each of the others', (key, value) => {
    for (const [other, written] of Object.entries(values)) {
      const text = example.replace('porosity: 15 %', `${other}: ${written}`);
      expect(linesOf(text, [`cathode.${key}=${value}`])).toEqual([]);
      expect(linesOf(`${text}  layers: [{${key}: ${value}}]\n`)).toEqual([]);
    }
  });

  it('of an anode without lithium may follow one with a thickness', () => {
    const anode = `${example}anode: {material: lithium-metal, thickness: 40 um}\n`;
    expect(caseFrom(anode, ['anode.nToP=0']).anode).toMatchObject({ nToP: 0 });
    expect(caseFrom(anode, ['anode.nToP=0']).anode).not.toHaveProperty('thickness');
  });
});
