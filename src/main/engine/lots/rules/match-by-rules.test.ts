import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { absolute, add, compare, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, quantity } from '../../../../shared/num/parse.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import { instantFromIso } from '../../../../shared/time/instant.ts';
import { addDays, dateText, localDate } from '../../../../shared/time/local-date.ts';
import { utc } from '../../../../shared/time/time-zone.ts';
import { event } from '../../events/event.fixture.ts';
import { orderedEvents } from '../../events/ordered-events.ts';
import { ownMovementsOf } from '../../events/own-movements.ts';
import { longTermFrom } from '../../tax/jurisdictions/us/long-term-from.ts';
import { priceBookOf } from '../../valuation/price-book.ts';
import { adjustedCostBaseSequence } from './adjusted-cost-base-sequence.ts';
import type { RuleSequence } from './asset-units.ts';
import { matchByRules } from './match-by-rules.ts';
import type { RuleMatching } from './match-by-rules.ts';
import type { RuleOptions } from './rule-options.ts';
import { section104Sequence } from './section-104-sequence.ts';

function matched(
  events: readonly LedgerEvent[],
  sequence: RuleSequence,
  elections: NonNullable<RuleOptions['elections']> = {},
): RuleMatching {
  const ordered = orderedEvents(events);
  return matchByRules(ordered, sequence, {
    longTermFrom,
    timeZone: utc,
    prices: priceBookOf(assetId('GBP'), []),
    movements: ownMovementsOf(ordered).movements,
    elections,
  });
}

function lines({ disposals }: RuleMatching): string[] {
  return disposals.map(
    (one) =>
      `${one.event} ${one.reason} ${one.lot}: ${toText(one.quantity)} for ${toText(one.proceeds)} − ${toText(one.costBasis)}${one.basisUnknown ? ' unknown' : ''}`,
  );
}

const bought = event('b', 'buy', '2025-01-01', ['a BTC 2', 'a GBP -100']);

describe('a pool', () => {
  test('begins anew when it was empty', () => {
    const found = matched(
      [
        bought,
        event('s', 'sell', '2025-03-01', ['a BTC -2', 'a GBP 120']),
        event('b2', 'buy', '2025-06-01', ['a BTC 1', 'a GBP -70']),
      ],
      section104Sequence,
    );
    const [open] = found.openLots;
    expect(open).toMatchObject({ id: 'pool:BTC', event: 'b2', acquiredDate: localDate('2025-06-01') });
    expect(found.originOf('pool:BTC' as LotId)).toMatchObject({ id: 'pool:BTC', event: 'b2' });
    expect(found.originOf('b' as LotId)).toMatchObject({ id: 'b', costBasis: money('100') });
    expect(found.originOf('nothing' as LotId)).toBeUndefined();
    expect(found.disposalAt(0)).toBe(found.disposals[0]);
  });

  test('with units of unknown cost says so of every disposal until it is empty', () => {
    const events = [
      bought,
      event('g', 'gift-received', '2025-02-01', ['a BTC 2']),
      event('s1', 'sell', '2025-03-15', ['a BTC -1', 'a GBP 60']),
      event('s2', 'sell', '2025-03-16', ['a BTC -3', 'a GBP 180']),
      event('b2', 'buy', '2025-06-01', ['a BTC 1', 'a GBP -70']),
      event('s3', 'sell', '2025-07-16', ['a BTC -1', 'a GBP 80']),
    ];
    expect(lines(matched(events, section104Sequence))).toEqual([
      's1 pool pool:BTC: 1 for 60 − 25 unknown',
      's2 pool pool:BTC: 3 for 180 − 75 unknown',
      's3 pool pool:BTC: 1 for 80 − 70',
    ]);
    expect(lines(matched(events, section104Sequence, { unknownCost: 'left-out' }))).toEqual([
      's1 pool pool:BTC: 1 for 25 − 25 unknown',
      's2 pool pool:BTC: 3 for 75 − 75 unknown',
      's3 pool pool:BTC: 1 for 80 − 70',
    ]);
  });

  test('takes income in at its value, and tells it', () => {
    const found = matched(
      [bought, event('i', 'income', '2025-02-01', ['a BTC 2 =300'], { reason: 'staking' })],
      adjustedCostBaseSequence,
    );
    expect(found.openLots.map(({ costBasis }) => toText(costBasis))).toEqual(['400']);
    expect(found.income).toMatchObject([{ event: 'i', reason: 'staking', value: money('300') }]);
  });
});

test('units that were lost are not matched with what was bought that day', () => {
  const events = [
    bought,
    event('l', 'loss', '2025-03-01', ['a BTC -1 =90']),
    event('b2', 'buy', '2025-03-01T13:00:00Z', ['a BTC 1', 'a GBP -90']),
  ];
  expect(lines(matched(events, section104Sequence))[0]).toContain('l pool');
});

const start = localDate('2025-01-01');
const amount = fc.integer({ min: 1, max: 900 }).map((n) => `${n / 100}`);
/** Purchases and sales of a few months, at most a few a day, never more sold than held by the end of a day. */
const ledger = fc
  .array(fc.record({ day: fc.nat({ max: 120 }), units: amount, total: amount, isSale: fc.boolean() }), {
    minLength: 1,
    maxLength: 30,
  })
  .map((rows) => {
    let held = zeroQuantity;
    return rows
      .toSorted((a, b) => a.day - b.day)
      .map(({ day, units, total, isSale }, place) => {
        const sells = isSale && compare(held, quantity(units)) >= 0;
        held = sells ? subtract(held, quantity(units)) : add(held, quantity(units));
        const legs = sells ? [`a BTC -${units}`, `a GBP ${total}`] : [`a BTC ${units}`, `a GBP -${total}`];
        const time = `${dateText(addDays(start, day))}T10:00:00Z`;
        const at = { time: instantFromIso(time), sequence: place };
        return event(`e${place}`, sells ? 'sell' : 'buy', time, legs, at);
      });
  });

describe.each([
  ['section 104', section104Sequence],
  ['adjusted cost base', adjustedCostBaseSequence],
])('%s', (_, sequence) => {
  test('quantities in are quantities out and open; cost in and denied losses are cost out and open', () => {
    fc.assert(
      fc.property(ledger, (events) => {
        const { disposals, openLots, denied, issues } = matched(events, sequence);
        const legs = events.flatMap((one) => one.legs);
        const units = legs.filter(({ asset }) => asset === 'BTC').map((leg) => leg.quantity);
        const open = sum(
          openLots.map((lot) => lot.quantity),
          zeroQuantity,
        );
        expect(sum(units, zeroQuantity)).toBe(open);
        const gone = units.filter((one) => compare(one, zeroQuantity) < 0).map(absolute);
        expect(
          sum(
            disposals.map((one) => one.quantity),
            zeroQuantity,
          ),
        ).toBe(sum(gone, zeroQuantity));

        const paid = events.filter(({ kind }) => kind === 'buy').flatMap((one) => one.legs.slice(1));
        const costs = paid.map((leg) => money(toText(absolute(leg.quantity))));
        const deniedSum = sum(
          [...denied.values()].map((one) => one.amount),
          zeroMoney,
        );
        const out = sum(
          disposals.map(({ costBasis }) => costBasis),
          zeroMoney,
        );
        const left = sum(
          openLots.map(({ costBasis }) => costBasis),
          zeroMoney,
        );
        expect(add(sum(costs, zeroMoney), deniedSum)).toBe(add(out, left));
        expect(issues.filter(({ code }) => code === 'lots/insufficient')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('splitting a purchase in two of the same moment changes no gain', () => {
    fc.assert(
      fc.property(ledger, (events) => {
        const split = events.flatMap((one) => (one.kind === 'buy' ? halves(one) : [one]));
        const whole = matched(events, sequence).disposals;
        const parts = matched(split, sequence).disposals;
        const gain = (list: typeof whole): string =>
          toText(
            sum(
              list.map((one) => one.gain),
              zeroMoney,
            ),
          );
        expect(Math.abs(Number(gain(parts)) - Number(gain(whole)))).toBeLessThan(1e-9);
      }),
      { numRuns: 200 },
    );
  });
});

function halves(one: LedgerEvent): readonly LedgerEvent[] {
  const legs = one.legs.map((leg) => ({ ...leg, quantity: quantity(`${Number(toText(leg.quantity)) / 2}`) }));
  return [
    { ...one, legs },
    { ...one, id: `${one.id}b` as LedgerEvent['id'], legs },
  ];
}
