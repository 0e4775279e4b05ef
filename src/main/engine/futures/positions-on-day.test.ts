import { expect, test } from 'vitest';
import { price, quantity } from '../../../shared/num/parse.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import { fillEvents, specOf } from '../../../../test/properties/futures.fixture.ts';
import { positionsOn } from './positions-on-day.ts';
import { positionsOf } from './positions.ts';

const dated = specOf('linear', { kind: 'dated', expiry: localDate('2026-03-27') });
const short = [{ side: 'sell', quantity: quantity('2'), price: price('100') }] as const;
const closed = [...short, { side: 'buy', quantity: quantity('2'), price: price('90') }] as const;

/** How many positions there are, how many are open, and what is said, on a day. */
function on(day: string, spec = dated, fills: Parameters<typeof fillEvents>[1] = short): readonly unknown[] {
  const positions = positionsOf({ events: fillEvents(spec, fills), specOf: () => spec });
  const { open, issues } = positionsOn(positions, localDate(day));
  return [
    positions.positions.length,
    open.length,
    issues.flatMap(({ code, message }) =>
      code === 'futures/open-after-expiry' ? [/ended on (?<day>[-\d]+)/u.exec(message)?.groups?.['day']] : [],
    ),
  ];
}

// Every file ends before the contract does: only the day can tell.
test.each([
  ['before it', '2026-03-26', [1, 1, []]],
  ['on it: the settlement may come later that day', '2026-03-27', [1, 1, []]],
  ['after it', '2026-03-28', [1, 0, ['2026-03-27']]],
  ['years after it', '2028-01-01', [1, 0, ['2026-03-27']]],
])('a position that no file closes, seen from its expiry: %s', (_, day, expected) => {
  expect(on(day)).toEqual(expected);
});

test('what was closed in time is not open, and nothing is said of it', () => {
  expect(on('2028-01-01', dated, closed)).toEqual([1, 0, []]);
});

test('a perpetual contract never ends', () => {
  expect(on('2028-01-01', specOf('linear'))).toEqual([1, 1, []]);
});
