/** The order is total whatever comes in, and nothing is lost that is asked for. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { sum } from '../../../../shared/num/arithmetic.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { addDays, localDate } from '../../../../shared/time/local-date.ts';
import { CALENDAR_KINDS, compareEntries, entryOf, lastDayOf } from './calendar-entry.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import type { TaxYears } from '../../tax/tax-years.ts';
import { calendarOf } from './calendar-of.ts';
import { longTermEntries } from './long-term-entries.ts';

const asOf = localDate('2026-11-20');
const assets = [null, assetId('BTC'), assetId('ETH')];

const entries = fc.uniqueArray(
  fc
    .record({
      id: fc.integer({ min: 0, max: 999 }).map(String),
      kind: fc.constantFrom(...CALENDAR_KINDS.slice(0, 4)),
      day: fc.integer({ min: -6, max: 6 }),
      length: fc.option(fc.integer({ min: 0, max: 40 })),
      asset: fc.constantFrom(...assets),
      waits: fc.boolean(),
    })
    .map(({ id, kind, day, length, asset, waits }): CalendarEntry => {
      const date = addDays(asOf, day);
      const until = length === null ? null : addDays(date, length);
      return entryOf({ id, kind, date, until, asset, waits, title: '', text: '', why: '' });
    }),
  { selector: ({ id }) => id, maxLength: 40 },
);

test('whatever the order they come in, they go out in one', () => {
  fc.assert(
    fc.property(entries, fc.integer({ min: -8, max: 8 }), fc.nat(12), (found, first, length) => {
      const from = addDays(asOf, first);
      const filter = { asOf, from, to: addDays(from, length), kinds: null, assets: null };
      const shown = calendarOf(found, filter);
      expect(calendarOf(found.toReversed(), filter)).toEqual(shown);
      for (const [place, entry] of shown.entries()) {
        const next = shown[place + 1];
        if (next !== undefined) expect(compareEntries(entry, next)).toBeLessThan(0);
      }
      const asked = found.filter(
        (one) => one.date <= filter.to && (lastDayOf(one) >= from || (one.waits && from <= asOf)),
      );
      expect(new Set(shown)).toEqual(new Set(asked));
    }),
  );
});

const turning = fc.array(
  fc.record({
    lot: fc.nat(6).map((n) => `lot-${n}` as LotId),
    asset: fc.constantFrom(assetId('BTC'), assetId('ETH')),
    units: fc.integer({ min: 1, max: 1_000_000 }),
    day: fc.integer({ min: -20, max: 400 }),
    anew: fc.boolean(),
    planned: fc.boolean(),
  }),
  { maxLength: 30 },
);

test('units that turn long-term: none is lost, none stands twice, each entry has an id of its own', () => {
  fc.assert(
    fc.property(turning, (given) => {
      const units = given.map(({ units: count, day, ...rest }) => ({
        ...rest,
        quantity: quantity(String(count)),
        costBasis: zeroMoney,
        longTermFrom: addDays(asOf, day),
        stoppedOn: null,
      }));
      const years = { years: [] } as unknown as TaxYears;
      const found = longTermEntries({ asOf, currency: 'USD', turning: units, priceOf: () => null, years });
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      const shown = sum(
        found.flatMap(({ amounts }) => amounts.map(({ value }) => value as Quantity)),
        zeroQuantity,
      );
      const coming = units.filter(({ longTermFrom }) => longTermFrom > asOf);
      expect(shown).toBe(
        sum(
          coming.map((one) => one.quantity),
          zeroQuantity,
        ),
      );
    }),
  );
});

test('kinds and coins are asked for; what is about no single coin stays', () => {
  const of = (id: string, asset: string | null): CalendarEntry =>
    entryOf({
      id,
      kind: id === 'b' ? 'expiry' : 'long-term',
      date: asOf,
      asset: asset === null ? null : assetId(asset),
      title: '',
      text: '',
      why: '',
    });
  const all = [of('a', 'BTC'), of('b', 'BTC'), of('c', 'ETH'), of('d', null)];
  const shown = calendarOf(all, {
    asOf,
    from: asOf,
    to: asOf,
    kinds: new Set(['long-term']),
    assets: new Set([assetId('BTC')]),
  });
  expect(shown.map(({ id }) => id)).toEqual(['a', 'd']);
});
