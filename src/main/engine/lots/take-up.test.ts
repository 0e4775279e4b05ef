/** Taking up an earlier matching after edits that reach back: prices, the other end of a transfer, the day of 2025. */
import { expect, test } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import type { PriceMark } from '../../../shared/domain/price-mark.ts';
import { price } from '../../../shared/num/parse.ts';
import { instantFromIso } from '../../../shared/time/instant.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { event } from '../events/event.fixture.ts';
import { orderedEvents } from '../events/ordered-events.ts';
import { ownMovementsOf } from '../events/own-movements.ts';
import { longTermFrom } from '../tax/jurisdictions/us/long-term-from.ts';
import { priceBookOf } from '../valuation/price-book.ts';
import type { BasisScope, LotMatching } from './lot-matching.ts';
import { matchLots } from './match-lots.ts';

interface State {
  readonly events: readonly LedgerEvent[];
  readonly marks?: readonly PriceMark[];
  readonly scope?: BasisScope;
}

function matched({ events, marks = [], scope = 'account' }: State, previous?: LotMatching): LotMatching {
  const ordered = orderedEvents(events);
  const options = {
    methodAt: () => 'fifo' as const,
    scope,
    longTermFrom,
    timeZone: utc,
    prices: priceBookOf(assetId('USD'), marks),
    movements: ownMovementsOf(ordered).movements,
  };
  return matchLots(ordered, options, previous);
}

function figures({ openLots, disposals, issues, years }: LotMatching): unknown {
  return { openLots, disposals, issues, years };
}

function expectSame(before: State, after: State): void {
  expect(figures(matched(after, matched(before)))).toEqual(figures(matched(after)));
}

/** Enough that stands before the edit for taking up to be worth it. */
const earlier = Array.from({ length: 30 }, (_, day) =>
  event(`b${day}`, 'buy', `2024-10-${String(day + 1).padStart(2, '0')}`, ['a BTC 1', 'a USD -100']),
);

test('a price that reaches a fee which stands at an arrival before its departure', () => {
  const into = event('d', 'deposit', '2025-03-01T23:50:00Z', ['c BTC 0.99']);
  const out = event('w', 'withdrawal', '2025-03-02T00:20:00Z', ['a BTC -1']);
  const at = (amount: string): PriceMark => ({
    of: assetId('BTC'),
    time: instantFromIso('2025-03-03T00:10:00Z'),
    price: price(amount),
    source: 'test',
  });
  const events = [...earlier, into, out];
  expectSame({ events, marks: [at('100')] }, { events, marks: [at('300')] });
});

test('a transfer whose arrival is taken away', () => {
  const out = event('w', 'withdrawal', '2025-03-01', ['a BTC -40']);
  const into = event('d', 'deposit', '2025-03-02', ['c BTC 40']);
  expectSame({ events: [...earlier, out, into] }, { events: [...earlier, out] });
});

test('a transfer over the day of 2025 that arrives elsewhere', () => {
  const scope = { universalUntil: localDate('2025-01-01'), allocation: null };
  const out = event('w', 'withdrawal', '2024-12-31T23:30:00Z', ['a BTC -2']);
  const into = (account: string): LedgerEvent =>
    event(`d-${account}`, 'deposit', '2025-01-01T00:30:00Z', [`${account} BTC 2`]);
  const sale = event('s', 'sell', '2025-02-01', ['d BTC -2', 'd USD 300']);
  const state = (account: string): State => ({ events: [...earlier, out, into(account), sale], scope });
  expectSame(state('c'), state('d'));
  expectSame(state('d'), state('c'));
});
