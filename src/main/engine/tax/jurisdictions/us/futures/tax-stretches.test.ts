import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountId } from '../../../../../../shared/domain/account.ts';
import { assetId } from '../../../../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../../../../shared/domain/event.ts';
import type { PriceMark } from '../../../../../../shared/domain/price-mark.ts';
import type { FundingTreatment } from '../../../../../../shared/domain/tax-elections.ts';
import { sum } from '../../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { amountAsMoney } from '../../../../futures/amounts.ts';
import { positionsOf } from '../../../../futures/positions.ts';
import { toText } from '../../../../../../shared/num/format.ts';
import { price, quantity } from '../../../../../../shared/num/parse.ts';
import { dateText } from '../../../../../../shared/time/local-date.ts';
import { specOf } from '../../../../../../../test/properties/futures.fixture.ts';
import { event } from '../../../../events/event.fixture.ts';
import { instantFromIso } from '../../../../../../shared/time/instant.ts';
import { markOf, usFactsGiven, yearsGiven } from '../us-facts.fixture.ts';
import type { GivenFacts } from '../us-facts.fixture.ts';

const regulated = specOf('linear', { section1256: { status: true, settled: true, reason: 'test' } });
const offshore = specOf('linear', { section1256: { status: false, settled: true, reason: 'test' } });
const dated = { ...offshore, kind: 'dated' as const };

function fill(
  id: string,
  time: string,
  side: 'buy' | 'sell',
  at: string,
  legs: string[] = [],
  coins = '1',
): LedgerEvent {
  const what = { side, quantity: quantity(coins), price: price(at), positionSide: 'one-way' as const };
  return event(id, 'futures-fill', time, legs, {
    fill: { account: accountId('cme'), contract: regulated.id, ...what },
  });
}

function words(events: LedgerEvent[], marks: PriceMark[], asOf: string, spec = regulated): string[] {
  const { realised, issues } = yearsGiven({ events, specOf: () => spec, marks, asOf });
  return [
    ...realised
      .filter(
        ({ section1256Gain, otherFuturesGain }) =>
          toText(section1256Gain) !== '0' || toText(otherFuturesGain) !== '0',
      )
      .map((one) => `${one.year}: ${toText(one.section1256Gain)} and ${toText(one.otherFuturesGain)}`),
    ...issues.map(({ code }) => code).filter((code) => code !== 'tax/no-profile'),
  ];
}

describe('section 1256', () => {
  const two = [fill('o', '2008-06-22', 'buy', '50000'), fill('c', '2009-02-01', 'sell', '56000')];
  // IRS Pub. 550, "Section 1256 Contracts Marked to Market" (US-1256-01 of us-examples.json)
  test('a regulated future over a year end: +7000, then −1000 from the mark', () => {
    expect(words(two, [markOf(regulated.id, '2008-12-31', '57000')], '2009-12-31')).toEqual([
      '2008: 7000 and 0',
      '2009: -1000 and 0',
    ]);
  });

  test('without a mark on the day the result waits for the close, and that is said', () => {
    const marks = [
      markOf(regulated.id, '2008-12-30', '57000'),
      markOf(assetId('BTC'), '2008-12-31', '57000'),
    ];
    expect(words(two, marks, '2009-12-31')).toEqual(['2009: 6000 and 0', 'tax/no-year-end-mark']);
  });

  test('a mark whose file gives the day alone, midnight UTC, is of that day in America, too', () => {
    const midnight = {
      ...markOf(regulated.id, '2008-12-31', '57000'),
      time: instantFromIso('2008-12-31T00:00:00Z'),
    };
    const given = { events: two, specOf: () => regulated, marks: [midnight], asOf: '2009-12-31' };
    const { realised, issues } = yearsGiven({ ...given, zone: 'America/New_York' });
    expect(realised.map(({ section1256Gain }) => toText(section1256Gain))).toEqual(['7000', '-1000']);
    expect(issues.map(({ code }) => code)).not.toContain('tax/no-year-end-mark');
  });

  test('a year that has not ended is not marked', () => {
    expect(words(two.slice(0, 1), [markOf(regulated.id, '2008-12-30', '57000')], '2008-12-30')).toEqual([]);
  });

  // 2028-12-29 is a Friday; the last business day of the year, 26 U.S.C. 1256(a)(1)
  test('what comes after the last business day belongs to the next year', () => {
    const events = [fill('o', '2028-06-22', 'buy', '50000'), fill('c', '2028-12-30', 'sell', '56000')];
    expect(words(events, [markOf(regulated.id, '2028-12-29', '57000')], '2029-06-30')).toEqual([
      '2028: 7000 and 0',
      '2029: -1000 and 0',
    ]);
  });

  test('fees count on their day', () => {
    const events = [
      fill('o', '2026-01-05', 'buy', '50000', ['cme USD -5 fee']),
      fill('c', '2027-02-01', 'sell', '50100'),
    ];
    const marks = [markOf(regulated.id, '2026-12-31', '50000')];
    expect(words(events, marks, '2027-12-31')).toEqual(['2026: -5 and 0', '2027: 100 and 0']);
  });
});

/** Opened with a fee, funding either way, half closed, funding, closed. */
const perpetual = [
  fill('o', '2025-06-22', 'sell', '50000', ['cme USD -8 fee'], '2'),
  event('f1', 'funding', '2025-07-01', ['cme USD 30 funding'], { contract: offshore.id }),
  event('f2', 'funding', '2025-08-01', ['cme USD -10 funding'], { contract: offshore.id }),
  fill('h', '2025-12-01', 'buy', '48000', ['cme USD -3 fee'], '1'),
  event('f3', 'funding', '2026-01-05', ['cme USD -4 funding'], { contract: offshore.id }),
  fill('c', '2026-03-01', 'buy', '47000', ['cme USD -3 fee'], '1'),
];

function gains(funding: FundingTreatment, more: Partial<GivenFacts> = {}): string[] {
  const facts = usFactsGiven({
    events: perpetual,
    specOf: () => offshore,
    asOf: '2026-12-31',
    elections: { funding },
    marks: [markOf(offshore.id, '2025-12-31', '47500')],
    ...more,
  });
  return facts.straddles.futures.flatMap(({ results, yearEnds }) => [
    ...results.map(({ date, amount, character }) => `${dateText(date)} ${toText(amount)} ${character}`),
    ...yearEnds.map(({ date, unrealised }) => `${dateText(date)} open ${toText(unrealised)}`),
  ]);
}

describe('other futures: the election about funding (no authority; us-rules 10)', () => {
  test('with the position: fees and funding wait for the close, of half a position half of them', () => {
    // waits before the half: −8 + 30 − 10 = 12; at year end 6 and 2500 of price
    expect(gains('with-position')).toEqual([
      '2025-12-01 6 capital',
      '2025-12-01 2000 capital',
      '2025-12-01 -3 capital',
      '2026-03-01 2 capital',
      '2026-03-01 3000 capital',
      '2026-03-01 -3 capital',
      '2025-12-31 open 2506',
    ]);
  });

  test('when paid: each payment on its day', () => {
    expect(gains('when-paid').slice(0, 3)).toEqual([
      '2025-06-22 -8 capital',
      '2025-07-01 30 capital',
      '2025-08-01 -10 capital',
    ]);
  });

  test('ordinary: received is income, paid is in no sum', () => {
    expect(gains('ordinary')).toEqual([
      '2025-07-01 30 ordinary',
      '2025-12-01 -4 capital',
      '2025-12-01 2000 capital',
      '2025-12-01 -3 capital',
      '2026-03-01 -4 capital',
      '2026-03-01 3000 capital',
      '2026-03-01 -3 capital',
      '2025-12-31 open 2496',
    ]);
  });

  test('notional principal: a year that received more than it paid is ordinary, one that paid more is in no sum', () => {
    expect(gains('notional-principal').filter((line) => line.endsWith('ordinary'))).toEqual([
      '2025-07-01 30 ordinary',
      '2025-08-01 -10 ordinary',
    ]);
  });

  test('capitalised: what is paid while coins are hedged is a carrying cost, else it waits', () => {
    const coins = event('b', 'buy', '2024-01-01', ['cold BTC 2', 'cold USD -60000']);
    const given = { events: [coins, ...perpetual], specOf: () => offshore, asOf: '2026-12-31' };
    const { straddles } = usFactsGiven({ ...given, elections: { funding: 'capitalise' } });
    expect(straddles.carryingCosts.map(({ date, amount }) => `${dateText(date)} ${toText(amount)}`)).toEqual([
      '2025-08-01 10',
      '2026-01-05 4',
    ]);
    expect(gains('capitalise')).toEqual(gains('with-position'));
  });
});

test('a fill through zero ends one position and begins the next, and its fee is divided', () => {
  const events = [
    fill('o', '2025-01-01', 'buy', '100', [], '1'),
    fill('x', '2025-02-01', 'sell', '110', ['cme USD -4 fee'], '4'),
    fill('c', '2025-03-01', 'buy', '100', [], '3'),
  ];
  const { straddles } = usFactsGiven({ events, specOf: () => offshore, asOf: '2025-12-31' });
  expect(
    straddles.futures.map(({ id, side, coins, opened, closed, results }) => [
      id.slice(-2),
      side,
      toText(coins),
      dateText(opened),
      closed === null ? null : dateText(closed),
      results.map(({ amount }) => toText(amount)),
    ]),
  ).toEqual([
    ['#1', 'long', '1', '2025-01-01', '2025-02-01', ['10', '-1']],
    ['#2', 'short', '3', '2025-02-01', '2025-03-01', ['-3', '30']],
  ]);
});

test('a settlement of what stays open waits for the close; delivery ends the position', () => {
  const expiring = { ...dated, expiry: null };
  const events = [
    fill('o', '2025-01-01', 'buy', '100', [], '1'),
    event('s', 'settlement', '2025-02-01', ['cme USD 7 principal'], { contract: offshore.id }),
    fill('c', '2025-03-01', 'sell', '110', [], '1'),
  ];
  const { straddles } = usFactsGiven({ events, specOf: () => expiring, asOf: '2025-12-31' });
  expect(
    straddles.futures[0]?.results.map(({ date, amount }) => `${dateText(date)} ${toText(amount)}`),
  ).toEqual(['2025-03-01 7', '2025-03-01 3']);
});

/** Fills of any size either way, with fees, and funding between them. */
const histories = fc.array(
  fc.record({
    buys: fc.boolean(),
    coins: fc.integer({ min: 1, max: 5 }),
    at: fc.integer({ min: 50, max: 150 }),
    fee: fc.integer({ min: -9, max: 3 }),
    funding: fc.integer({ min: -20, max: 20 }),
  }),
  { minLength: 1, maxLength: 14 },
);

test.each(['with-position', 'when-paid', 'ordinary', 'capitalise', 'notional-principal'] as const)(
  '%s: whatever is elected, nothing is lost and nothing is made: rows = counted + waiting + in no sum + carried',
  (funding) => {
    fc.assert(
      fc.property(histories, (rows) => {
        const events = rows.flatMap(({ buys, coins, at, fee, funding: paid }, place) => {
          const day = new Date(Date.UTC(2024, 0, 5) + place * 60 * 86_400_000).toISOString().slice(0, 10);
          const cash = [`cme USD ${fee} fee`];
          const side = buys ? 'buy' : 'sell';
          return [
            fill(`f${place}`, `${day}T10:00:00Z`, side, String(at), fee === 0 ? [] : cash, String(coins)),
            ...(paid === 0
              ? []
              : [
                  event(`p${place}`, 'funding', `${day}T16:00:00Z`, [`cme USD ${paid} funding`], {
                    contract: offshore.id,
                  }),
                ]),
          ];
        });
        const given = { events: [event('b', 'buy', '2023-01-01', ['a BTC 3', 'a USD -30']), ...events] };
        const facts = usFactsGiven({
          ...given,
          specOf: () => offshore,
          asOf: '2027-12-31',
          elections: { funding },
        });
        const { results } = positionsOf({ ...given, specOf: () => offshore });
        const all = total(results.map(({ quantity: amount }) => amountAsMoney(amount)));
        const parts = [...facts.stretches.values()].flatMap((one) => [
          ...one.recognised.map(({ amount }) => amount),
          ...[...one.leftOut, ...one.carried].map(({ value }) => value),
          one.waiting.at(-1)?.waiting ?? zeroMoney,
        ]);
        const loose = facts.loose.map(({ amount }) => amount);
        expect(toText(total([...parts, ...loose]))).toBe(toText(all));
      }),
      { numRuns: 150 },
    );
  },
);

function total(amounts: readonly Money[]): Money {
  return sum(amounts, zeroMoney);
}
