import { describe, expect, test } from 'vitest';
import { money, price, quantity } from '../../../../../../shared/num/parse.ts';
import { toText } from '../../../../../../shared/num/format.ts';
import { sum } from '../../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import { dateText, localDate } from '../../../../../../shared/time/local-date.ts';
import type { UsFacts } from '../us-facts.ts';
import type { PlannedAction } from './planned-action.ts';
import {
  bookOf,
  btc,
  factsOn,
  idOf,
  inverse,
  lotOf,
  micro,
  perpetual,
  positionOf,
} from './us-facts.fixture.ts';
import { withActions } from './with-actions.ts';

const old = lotOf('old', '2', '20000', '2021-03-04');
const young = lotOf('young', '1', '45000', '2026-10-01');
const book = bookOf([old, young], { '2026-11-23': '50000', '2027-06-01': '40000' });
const short = positionOf('test:PERP@a#planned');

const sell = (lot: string, coins: string, date: string, at: string, fee?: string): PlannedAction => ({
  kind: 'sell',
  date: localDate(date),
  lot: idOf(lot),
  quantity: quantity(coins),
  price: price(at),
  ...(fee === undefined ? {} : { fee: money(fee) }),
});
const open = (
  spec: typeof perpetual,
  date: string,
  offsets: Readonly<Record<string, string>>,
): PlannedAction => ({
  kind: 'open',
  date: localDate(date),
  position: short,
  spec,
  side: 'short',
  coins: quantity('1'),
  price: price('50000'),
  fee: money('10'),
  offsets: Object.entries(offsets).map(([long, coins]) => ({ long: idOf(long), quantity: quantity(coins) })),
});
const close = (date: string, at: string, part?: string): PlannedAction => ({
  kind: 'close',
  date: localDate(date),
  position: short,
  price: price(at),
  ...(part === undefined ? {} : { part: { quantity: quantity(part), outOf: quantity('1') } }),
});
const ahead = (actions: readonly PlannedAction[], facts = factsOn('2026-11-22'), to = 2028): UsFacts =>
  withActions(facts, actions, book, to);
const years = ({ disposed }: UsFacts): unknown =>
  disposed.map((one) => [one.year, toText(one.shortTermGain), toText(one.longTermGain)]);
const future = ({ straddles }: UsFacts) => straddles.futures[0];
const results = (facts: UsFacts): unknown =>
  future(facts)?.results.map(({ date, year, amount }) => [dateText(date), year, toText(amount)]);
const marks = (facts: UsFacts): unknown =>
  future(facts)?.yearEnds.map(({ date, unrealised }) => [dateText(date), toText(unrealised)]);

describe('sales', () => {
  test('count in their year, by the plain holding period, after their fee', () => {
    const facts = ahead([
      sell('old', '0.5', '2026-12-01', '50000', '25'),
      sell('young', '1', '2026-12-01', '50000'),
      sell('old', '1.5', '2027-07-01', '40000'),
    ]);
    // 0.5 × 50 000 − 25 − 5 000; 50 000 − 45 000; 1.5 × 40 000 − 15 000.
    expect(years(facts)).toEqual([
      [2026, '5000', '19975'],
      [2027, '0', '45000'],
    ]);
    expect(facts.straddles.lots).toEqual([]);
  });

  test('add to what the ledger sold in that year', () => {
    const before = ahead([sell('young', '1', '2026-12-01', '50000')]);
    const facts = ahead([sell('old', '2', '2026-12-02', '50000')], {
      ...before,
      straddles: factsOn('2026-11-22').straddles,
    });
    expect(years(facts)).toEqual([[2026, '5000', '80000']]);
  });

  test('of more than is held go as far as the lot, and say so', () => {
    const facts = ahead([sell('old', '1.5', '2026-12-01', '50000'), sell('old', '1', '2026-12-02', '50000')]);
    expect(years(facts)).toEqual([[2026, '0', '80000']]);
    expect(facts.issues).toMatchObject([{ code: 'tax/planned-more-than-held' }]);
    expect(facts.issues[0]?.message).toContain('0.5 more of lot old');
    expect(ahead([sell('nobody', '1', '2026-12-01', '1')]).issues).toHaveLength(1);
  });

  test('of what was bought by an action before', () => {
    const facts = ahead([
      {
        kind: 'buy',
        date: localDate('2026-12-01'),
        lot: idOf('bought'),
        asset: btc,
        quantity: quantity('1'),
        price: price('50000'),
        fee: money('100'),
      },
      sell('bought', '1', '2027-12-01', '60000'),
      sell('bought', '1', '2027-12-02', '60000'),
    ]);
    // A year to the day is short-term (26 U.S.C. 1222): 60 000 − 50 100.
    expect(years(facts)).toEqual([[2027, '9900', '0']]);
  });
});

test('a purchase ahead is part of the case where wash sales cover coins', () => {
  const buy: PlannedAction = {
    kind: 'buy',
    date: localDate('2026-12-10'),
    lot: idOf('bought'),
    asset: btc,
    quantity: quantity('1'),
    price: price('45000'),
  };
  const washed = { washSalesFrom: localDate('2026-01-01') };
  const ids = (facts: UsFacts): unknown => facts.straddles.lots.map(({ id }) => id);
  expect(ids(ahead([buy], factsOn('2026-11-22', washed)))).toContain('bought');
  expect(ids(ahead([buy]))).toEqual([]);
});

describe('futures', () => {
  test('a lot that a short offsets joins the case with its life; later sales leave it there', () => {
    const facts = ahead([
      sell('old', '0.5', '2026-11-30', '50000'),
      open(perpetual, '2026-12-01', { old: '1' }),
      sell('old', '1.5', '2027-07-01', '40000'),
    ]);
    const [lot] = facts.straddles.lots;
    expect(lot?.departures.map(({ id, date }) => [id, dateText(date)])).toEqual([
      ['planned/1', '2026-11-30'],
      ['planned/3', '2027-07-01'],
    ]);
    expect(facts.straddles.offsets).toMatchObject([
      { short, long: 'old', from: '2026-12-01', until: '2027-07-01', regime: 'none', by: 'planned' },
    ]);
  });

  test('outside section 1256: fees wait for the close, open year ends are marked with them', () => {
    const facts = ahead([open(perpetual, '2026-12-01', { old: '1' }), close('2027-07-01', '40000')]);
    expect(marks(facts)).toEqual([['2026-12-31', '-10']]);
    expect(results(facts)).toEqual([['2027-07-01', 2027, '9990']]);
    expect(facts.straddles.offsets[0]?.until).toBe('2027-07-01');
    expect(future(facts)?.closed).toBe('2027-07-01');
  });

  test('of section 1256: fees count on their day, every year end ahead is marked', () => {
    const facts = ahead([open(micro, '2026-12-01', { old: '1' })]);
    expect(results(facts)).toEqual([['2026-12-01', 2026, '-10']]);
    expect(marks(facts)).toEqual([
      ['2026-12-31', '0'],
      ['2027-12-31', '10000'],
      ['2028-12-29', '10000'],
    ]);
  });

  test('closing a part divides result and cost that waits; what records name stays offset until all is closed', () => {
    const facts = ahead([
      open(perpetual, '2026-12-01', { old: '0.9' }),
      close('2026-12-15', '47000', '0.25'),
      close('2027-07-01', '40000'),
    ]);
    // 0.25 × 3 000 − 2.5; 0.75 × 10 000 − 7.5.
    expect(results(facts)).toEqual([
      ['2026-12-15', 2026, '747.5'],
      ['2027-07-01', 2027, '7492.5'],
    ]);
    // 0.75 coins are open at 50 000 with costs of 7.5.
    expect(marks(facts)).toEqual([['2026-12-31', '-7.5']]);
    // As the ledger has it with these fills and no new record.
    expect(facts.straddles.offsets.map((one) => [toText(one.quantity), one.until])).toEqual([
      ['0.9', '2027-07-01'],
    ]);
  });

  test('what is presumed shrinks with a part, and covered units leave first', () => {
    const facts = ahead(
      [
        open(perpetual, '2026-12-01', { old: '0.8' }),
        sell('old', '0.4', '2026-12-10', '47000'),
        close('2026-12-15', '47000', '0.25'),
        close('2027-07-01', '40000'),
      ],
      factsOn('2026-11-22', { partialHedge: 'pro-rata' }),
    );
    // 0.4 of 0.8 are left; a quarter of them goes.
    expect(
      facts.straddles.offsets.map((one) => [toText(one.quantity), dateText(one.from), one.until]),
    ).toEqual([
      ['0.8', '2026-12-01', '2026-12-15'],
      ['0.3', '2026-12-15', '2027-07-01'],
    ]);
  });

  test('inverse contracts pay in coins at the assumed price', () => {
    const facts = ahead([open(inverse, '2026-12-01', { old: '1' }), close('2027-07-01', '40000')]);
    // 50 000 USD: 1.25 − 1 coins at 40 000, less the fee.
    expect(results(facts)).toEqual([['2027-07-01', 2027, '9990']]);
  });

  test('payments count as the election about funding says', () => {
    const paid = (funding: UsFacts['straddles']['elections']['funding']): UsFacts =>
      ahead(
        [
          open(perpetual, '2026-12-01', { old: '1' }),
          { kind: 'pay', date: localDate('2026-12-20'), position: short, amount: money('-100') },
          { kind: 'pay', date: localDate('2027-01-20'), position: short, amount: money('30') },
          close('2027-07-01', '40000'),
        ],
        factsOn('2026-11-22', { funding }),
      );
    const total = (facts: UsFacts): string =>
      toText(
        sum(
          (future(facts)?.results ?? []).map(({ amount }) => amount),
          zeroMoney,
        ),
      );
    expect(results(paid('with-position'))).toEqual([['2027-07-01', 2027, '9920']]);
    expect(marks(paid('with-position'))).toEqual([['2026-12-31', '-110']]);
    expect(results(paid('when-paid'))).toEqual([
      ['2026-12-01', 2026, '-10'],
      ['2026-12-20', 2026, '-100'],
      ['2027-01-20', 2027, '30'],
      ['2027-07-01', 2027, '10000'],
    ]);
    expect(total(paid('ordinary'))).toBe('10020');
    expect(paid('capitalise').straddles.carryingCosts).toMatchObject([{ date: '2026-12-20' }]);
  });

  test('what is not open is neither closed nor paid; what has no price is not marked', () => {
    expect(ahead([close('2027-07-01', '40000')]).issues).toMatchObject([{ code: 'tax/planned-not-open' }]);
    const noPrice = bookOf([old], {});
    const facts = withActions(
      factsOn('2026-11-22'),
      [open(perpetual, '2026-12-01', { old: '1' })],
      noPrice,
      2027,
    );
    expect(facts.issues).toMatchObject([{ code: 'tax/planned-no-price' }]);
    expect(marks(facts)).toEqual([]);
  });
});

test('the case ends with the last year; prices are facts until today, then assumed', () => {
  const { straddles } = ahead([]);
  expect(straddles).toMatchObject({ lastYear: 2028, asOf: '2028-12-31' });
  expect(straddles.priceOn(btc, localDate('2026-11-22'))).toBe(price('50000'));
  expect(straddles.priceOn(btc, localDate('2027-12-31'))).toBe(price('40000'));
});
