import { describe, expect, it } from 'vitest';
import { caseJsonSchema } from '../../src/config/json-schema.js';
import { keysAt } from '../../src/live/complete.js';

const schema = caseJsonSchema();
/** What is offered where `|` stands. */
const offered = (text: string): string[] =>
  keysAt(text.replace('|', ''), text.indexOf('|'), schema).map(({ label }) => label);

describe('completion of a case file', () => {
  it('offers the keys of the mapping around the place', () => {
    expect(offered('ti|')).toEqual(expect.arrayContaining(['title', 'membrane', 'cathode', 'protocol']));
    expect(offered('membrane:\n  thickness: 30 um\n  |')).toEqual(expect.arrayContaining(['electrolyte', 'porosity']));
    expect(offered('membrane:\n  |')).not.toContain('cathode');
    expect(offered('cathode:\n  ionicTransport:\n    br|')).toContain('bruggemanExponent');
    expect(offered('cathode:\n  layers:\n    - name: a\n      |')).toEqual(expect.arrayContaining(['porosity']));
  });
  it('offers the names that a value may have', () => {
    expect(offered('membrane:\n  electrolyte: |')).toEqual(expect.arrayContaining(['Li6PS5Cl', 'LGPS']));
    expect(offered('mesh: |').every((name) => !name.includes(' '))).toBe(true);
  });
});
