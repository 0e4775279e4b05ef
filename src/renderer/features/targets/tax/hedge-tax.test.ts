import { expect, test } from 'vitest';
import { closed, taxedLot } from './hedge-tax.fixture.ts';
import {
  closedAt,
  firstChange,
  knownFirst,
  longTermIf,
  clocksWords,
  priceChangesOf,
  taxDifference,
} from './hedge-tax.ts';

const all = {
  closings: [
    { when: 'today' as const, date: '2026-11-22', title: 'Today' },
    { when: 'year-end' as const, date: '2026-12-31', title: 'Year end' },
  ],
  closed: [
    closed({ when: 'year-end', priceChange: '0.2' }),
    closed({ when: 'year-end' }),
    closed({ priceChange: '-0.2' }),
    closed({ priceChange: '0.2' }),
    closed(),
  ],
};

test('price changes from the lowest up, the unchanged price first in view', () => {
  expect(priceChangesOf(all)).toEqual(['-0.2', '0', '0.2']);
  expect(firstChange(priceChangesOf(all))).toBe('0');
  expect(firstChange(['0.1'])).toBe('0.1');
  expect(firstChange([])).toBeNull();
});

test('one row a day, in the order of the days', () => {
  expect(closedAt(all, '0').map(({ when }) => when)).toEqual(['today', 'year-end']);
  expect(closedAt(all, '-0.2').map(({ when }) => when)).toEqual(['today']);
});

test('a lot whose clock stays is long-term when it was', () => {
  expect(longTermIf(taxedLot(), 'today')).toBe('2027-11-23');
  expect(longTermIf(taxedLot(), 'year-end')).toBe('2027-03-02');
});

test('a clock that another short holds still has no day', () => {
  const { clock } = taxedLot();
  const still = { ...clock, longTermFromAfter: [{ when: 'today' as const, date: null }] };
  expect(longTermIf({ clock: still }, 'today')).toBeNull();
});

test('lots whose tax is worked out come first', () => {
  const unknown = [{ when: 'today' as const, withHedge: null, without: null, difference: null }];
  const lots = [
    taxedLot({ lot: 'b', tax: unknown }),
    taxedLot({ lot: 'a' }),
    taxedLot({ lot: 'c', tax: [] }),
  ];
  expect(knownFirst(lots).map(({ lot }) => lot)).toEqual(['a', 'b', 'c']);
});

test('what is not computed is not zero', () => {
  expect(taxDifference(taxedLot(), 'today')).toBe('175');
  expect(taxDifference(taxedLot(), 'next-year')).toBeNull();
});

test.each([
  [['restarts'], 'The clock of the one lot starts anew.'],
  [['kept', 'kept'], 'The clocks of all 2 lots stay.'],
  [['restarts', 'restarts'], 'The clocks of all 2 lots start anew.'],
  [
    ['restarts', 'kept', 'not-a-straddle'],
    'Of 3 lots, the clocks of 1 start anew; those of the others stay.',
  ],
] as const)('%j', (effects, words) => {
  const { clock } = taxedLot();
  expect(clocksWords(effects.map((effect) => ({ clock: { ...clock, effect } })))).toBe(words);
});
