import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedParts } from './marked-text.ts';

test('words with a problem stand apart', () => {
  expect(markedParts('Hold half bitcoins.', [{ from: 10, to: 18 }])).toEqual([
    { text: 'Hold half ', problem: null },
    { text: 'bitcoins', problem: 0 },
    { text: '.', problem: null },
  ]);
});

test('no letter is lost or doubled, wherever problems say they are', () => {
  const place = fc.record({ from: fc.nat(30), to: fc.nat(30) });
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.array(place, { maxLength: 5 }), (text, problems) => {
      expect(
        markedParts(text, problems)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
