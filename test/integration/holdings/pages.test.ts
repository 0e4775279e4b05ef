/** Lists in pages: what a page shows is what the whole list shows, and sums are of all that match. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallAnswer, CallInput } from '../../../src/shared/contract/contract.ts';
import { compareEvents } from '../../../src/shared/domain/event-order.ts';
import { contractId } from '../../../src/shared/domain/contract-spec.ts';
import type { LedgerEvent } from '../../../src/shared/domain/event.ts';
import { add } from '../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { money } from '../../../src/shared/num/parse.ts';
import { zeroMoney } from '../../../src/shared/num/types.ts';
import { instantFromEpochMs, instantFromIso } from '../../../src/shared/time/instant.ts';
import { dateText, localDate } from '../../../src/shared/time/local-date.ts';
import { endOfDay, localDateOf, utc } from '../../../src/shared/time/time-zone.ts';
import type { Facts } from '../../../src/main/core/facts.ts';
import type { Derived } from '../../../src/main/core/derived.ts';
import { findTransactions } from '../../../src/main/core/services/holdings/find-transactions.ts';
import { eventShapesOf } from '../../../src/main/core/services/holdings/event-shapes.ts';
import type { EventShapes } from '../../../src/main/core/services/holdings/event-shapes.ts';
import { searchText, shapeText } from '../../../src/main/core/services/holdings/search-events.ts';
import { openSample, type Sample } from '../../sample/open-sample.fixture.ts';
import { rowsOfFile } from '../ledger/event.fixture.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});
afterAll(() => sample.close());

const lots = (input: CallInput<'holdings.lots'>): Promise<CallAnswer<'holdings.lots'>> =>
  sample.ask('holdings.lots', input);
const gains = (input: CallInput<'holdings.gains'>): Promise<CallAnswer<'holdings.gains'>> =>
  sample.ask('holdings.gains', input);

function totalOf(values: readonly (string | null)[]): string {
  return toText(values.reduce((sum, value) => add(sum, money(value ?? '0')), zeroMoney));
}

async function pagesOf<T>(length: number, page: (offset: number) => Promise<readonly T[]>): Promise<T[]> {
  const rows: T[] = [];
  while (rows.length < length) rows.push(...(await page(rows.length)));
  return rows;
}

describe('lots', () => {
  test('pages laid end to end are the list', async () => {
    const all = await lots({});
    expect(all.lots).toHaveLength(all.total);
    expect(await pagesOf(all.total, async (offset) => (await lots({ offset, limit: 7 })).lots)).toEqual(
      all.lots,
    );
    expect((await lots({ offset: all.total, limit: 5 })).lots).toEqual([]);
  });

  test('every filter shows what matches, sums it, and still offers every choice', async () => {
    const all = await lots({});
    const [first] = all.lots;
    for (const filter of [
      { asset: first!.asset },
      { account: first!.account },
      { term: 'long' },
      { term: 'short', asset: first!.asset },
    ] as const) {
      const found = await lots({ ...filter, limit: 1 });
      const expected = all.lots.filter((lot) =>
        Object.entries(filter).every(([key, value]) => lot[key as 'asset'] === value),
      );
      expect(found.total).toBe(expected.length);
      expect(found.lots).toEqual(expected.slice(0, 1));
      expect(found.sums).toEqual({
        costBasis: totalOf(expected.map(({ costBasis }) => costBasis)),
        value: totalOf(expected.map(({ value }) => value)),
        gain: totalOf(expected.map(({ gain }) => gain)),
        costWithoutPrice: totalOf(
          expected.filter(({ value }) => value === null).map(({ costBasis }) => costBasis),
        ),
        basisUnknown: expected.some(({ basisUnknown }) => basisUnknown),
      });
      expect(found.assets).toEqual([...new Set(all.lots.map(({ asset }) => asset))].sort());
      expect(found.accounts).toEqual(all.accounts);
    }
  });

  test('counted down: the next to turn long-term first, without those that are', async () => {
    const short = (await lots({ term: 'short' })).lots;
    const countdown = await lots({ order: 'countdown' });
    expect(countdown.total).toBe(short.length);
    const days = countdown.lots.map(({ daysToLongTerm }) => daysToLongTerm);
    expect(days).toEqual(days.toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity)));
    expect(new Set(countdown.lots.map(({ lot }) => lot))).toEqual(new Set(short.map(({ lot }) => lot)));
    const { asset } = countdown.lots[0]!;
    expect((await lots({ order: 'countdown', asset, limit: 3 })).lots).toEqual(
      countdown.lots.filter((lot) => lot.asset === asset).slice(0, 3),
    );
    expect((await lots({ order: 'countdown', term: 'long' })).total).toBe(0);
  });
});

test('gains: filters, pages and sums', async () => {
  const all = await gains({});
  expect(all.disposals).toHaveLength(all.total);
  const [last] = all.disposals.slice(-1);
  const year = Number(last!.disposed.slice(0, 4));
  for (const filter of [
    { year },
    { year, asset: last!.asset },
    { account: last!.account, term: last!.term },
  ]) {
    const expected = all.disposals.filter(
      (one) =>
        (!('year' in filter) || one.disposed.startsWith(`${filter.year}-`)) &&
        (!('asset' in filter) || one.asset === filter.asset) &&
        (!('account' in filter) || one.account === filter.account) &&
        (!('term' in filter) || one.term === filter.term),
    );
    const found = await gains({ ...filter, offset: 1, limit: 2 });
    expect(found.total).toBe(expected.length);
    expect(found.disposals).toEqual(expected.slice(1, 3));
    expect(found.sums).toEqual({
      proceeds: totalOf(expected.map(({ proceeds }) => proceeds)),
      costBasis: totalOf(expected.map(({ costBasis }) => costBasis)),
      gain: totalOf(expected.map(({ gain }) => gain)),
      atCost: totalOf(
        expected
          .filter(({ cause }) => ['gift', 'donation', 'loss'].includes(cause))
          .map(({ costBasis }) => costBasis),
      ),
      basisUnknown: expected.some(({ basisUnknown }) => basisUnknown),
    });
  }
});

test('transactions: days, account, rows that do not count', async () => {
  const most = { offset: 0, limit: 1000 };
  const all = await sample.ask('holdings.transactions', most);
  const total = all.total;
  const rows = await pagesOf(total, async (offset) => {
    const page = await sample.ask('holdings.transactions', { offset, limit: 1000 });
    return page.rows;
  });
  const day = rows[Math.floor(total / 2)]!.localDate;
  const from = rows[Math.floor((total * 3) / 4)]!.localDate;
  const between = await sample.ask('holdings.transactions', { ...most, from, to: day });
  const expected = rows.filter(({ localDate }) => localDate >= from && localDate <= day);
  expect(between.total).toBe(expected.length);
  expect(between.rows).toEqual(expected.slice(0, 1000));
  const { account } = all.accounts[0]!;
  const ofAccount = await sample.ask('holdings.transactions', { offset: 0, limit: 1, account });
  const inLegs = rows.filter(({ legs }) => legs.some((leg) => leg.account === account)).length;
  expect(ofAccount.total).toBeGreaterThanOrEqual(inLegs);
  const notCounted = await sample.ask('holdings.transactions', { ...most, notCounted: true });
  expect(notCounted.rows).toEqual(rows.filter(({ counted }) => !counted).slice(0, 1000));
});

test('a search finds what stands in the words of a row, its ids, its note or its file', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'btc',
      'usdt',
      'bought',
      'fee',
      'own',
      'funding',
      'paid',
      'csv',
      'a',
      'btcusdt',
      'sold',
      'mbt',
      'long',
      '0',
      '.5',
      '1 b',
      'åf',
    ),
    fc.string({ minLength: 1, maxLength: 3 }),
  );
  fc.assert(
    fc.property(rowsOfFile('My file.csv'), fc.array(word, { maxLength: 3 }), (stored, words) => {
      const events: readonly LedgerEvent[] = stored
        .map(({ event }) => event)
        .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
      const at = instantFromIso('9000-01-01T00:00:00Z');
      const search = words.join(' ');
      const found = findTransactions({ search }, derivedFrom(events, at), new Map());
      const places = 'from' in found ? events.map((_, place) => place) : found;
      const wanted = search.toLowerCase().split(/\s+/u).filter(Boolean);
      const expected = events.flatMap((event, place) =>
        wanted.every((one) => searchText(event).includes(one)) ? [place] : [],
      );
      expect(places).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

const dayMs = 86_400_000;
/** Moments about midnight, so that a day's first and last ones are met. */
const moment = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(0, 1, dayMs - 1))
  .map(([day, ms]) => instantFromEpochMs(Date.UTC(2025, 5, 1) + day * dayMs + ms));
const filters = fc.record(
  {
    kind: fc.constantFrom('buy', 'futures-fill'),
    asset: fc.constantFrom('BTC', 'USDT'),
    account: fc.constantFrom('binance', 'futures'),
    from: fc.constantFrom('2025-06-01', '2025-06-02'),
    to: fc.constantFrom('2025-06-02', '2025-06-03'),
  },
  { requiredKeys: [] },
);

test('filters leave what they say, whatever the events', () => {
  fc.assert(
    fc.property(rowsOfFile('a.csv'), fc.infiniteStream(moment), filters, (stored, times, asked) => {
      const moments = [...times.take(stored.length)];
      const events = stored
        .map(({ event }, place): LedgerEvent => ({ ...event, time: moments[place]! }))
        .sort(compareEvents);
      const at = endOfDay(localDate('2025-06-03'), utc);
      const derived = derivedFrom(events, at);
      const found = findTransactions(asked, derived, new Map());
      const places = 'from' in found ? events.map((_, place) => place).slice(found.from, found.to) : found;
      const { kind, asset, account, from = '2000-01-01', to = '2100-01-01' } = asked;
      const expected = events.flatMap((event, place) => {
        const day = dateText(localDateOf(event.time, utc));
        const accounts = [event.fill?.account, ...event.legs.map((leg) => leg.account)];
        const isWanted =
          day <= '2025-06-03' &&
          day >= from &&
          day <= to &&
          (kind === undefined || event.kind === kind) &&
          (asset === undefined || event.legs.some((leg) => leg.asset === asset)) &&
          (account === undefined || accounts.some((one) => one === account));
        return isWanted ? [place] : [];
      });
      expect(places).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('fills that differ in nothing but their contract or side are told apart', () => {
  const [row] = fc.sample(
    rowsOfFile('a.csv').filter((rows) => rows.some(({ event }) => event.fill !== undefined)),
    { numRuns: 1, seed: 1 },
  );
  const { event } = row!.find(({ event: one }) => one.fill !== undefined)!;
  const bare: LedgerEvent = { ...event, kind: 'futures-fill', legs: [] };
  const fill = bare.fill!;
  const events = (['BTCUSDT', 'ETHUSDT'] as const).flatMap((symbol) =>
    (['buy', 'sell'] as const).map((side): LedgerEvent => {
      return { ...bare, fill: { ...fill, side, contract: contractId('binance-um', symbol) } };
    }),
  );
  const derived = derivedFrom(events, event.time);
  expect(findTransactions({ search: 'ethusdt' }, derived, new Map())).toEqual([2, 3]);
  expect(findTransactions({ search: 'sold' }, derived, new Map())).toEqual([1, 3]);
});

test('after an edit the shapes of events are those of a fresh look', () => {
  fc.assert(
    fc.property(fc.gen(), fc.array(fc.boolean(), { maxLength: 30 }), (generate, stays) => {
      const one = generate(rowsOfFile, 'a.csv').map(({ event }) => event);
      const two = generate(rowsOfFile, 'b.csv').map(({ event }) => event);
      const before = one.toSorted(compareEvents);
      const after = [...one.filter((_, place) => stays[place] ?? true), ...two].toSorted(compareEvents);
      const cache = new Map<string, unknown>();
      eventShapesOf(before, cache);
      expect(textsOf(eventShapesOf(after, cache))).toEqual(textsOf(eventShapesOf(after, new Map())));
    }),
  );
});

/** What every event is found by, and what can be asked for. */
function textsOf({ shapeAt, shapes, inUse }: EventShapes): unknown {
  return [[...shapeAt].map((shape) => shapeText(shapes[shape]!)), new Set(inUse.map(shapeText))];
}

/** As much of what is derived as a list of events looks at. */
function derivedFrom(events: readonly LedgerEvent[], at: Derived['at']): Derived {
  const derived: Partial<Derived> = {
    facts: { events, timeZone: utc } as unknown as Facts,
    events,
    at,
    movements: { movements: [] } as unknown as Derived['movements'],
  };
  return derived as Derived;
}
