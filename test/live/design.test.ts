import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, commandOf, packed, unpacked, type View, viewOf } from '../../src/live/design.js';

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const set = fc.dictionary(
  fc.constantFrom('cathode.thickness', 'temperature', 'protocol.rates', 'cathode.ionicTransport'),
  word,
);
const design = fc.record({ cell: word, set }).chain((base) =>
  fc.option(fc.string({ maxLength: 300 }), { nil: undefined }).map((
    text,
  ) => (text === undefined ? base : { ...base, text }))
);

describe('the address of a view', () => {
  it('brings back the view', () => {
    fc.assert(
      fc.property(design, fc.option(design, { nil: undefined }),
        fc.dictionary(fc.constantFrom('a.csv', 'b 1.csv'), word), fc.option(word, { nil: undefined }),
        (own, other, measured, rate) => {
          const view: View = { design: own, measured, ...(other && { other }), ...(rate !== undefined && { rate }) };
          expect(viewOf(addressOf(view), 'usual')).toEqual(view);
        }),
    );
  });

  it('opens the usual cell for an empty one, and takes any letters', () => {
    expect(viewOf('', 'usual')).toEqual({ design: { cell: 'usual', set: {} }, measured: {} });
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (letters) => {
      expect(viewOf(`#${letters}`, 'usual').design.cell).toBeTypeOf('string');
    }));
  });

  it('leaves out what was not packed here, and what would unfold without end', () => {
    expect(unpacked('not packed')).toBeUndefined();
    expect(unpacked(packed('title: µ\n'))).toBe('title: µ\n');
    const bomb = packed('a'.repeat(2_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    expect(unpacked(bomb)).toBeUndefined();
  });

  it('says the command that computes the same', () => {
    expect(commandOf({ cell: 'a', set: { 'cathode.thickness': '120 um', temperature: '40' } }, 'configs/cells/')).toBe(
      'catholith run configs/cells/a.yaml --set \'cathode.thickness=120 um\' --set temperature=40 --no-range',
    );
  });
});
