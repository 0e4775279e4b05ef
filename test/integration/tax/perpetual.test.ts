/**
 * The same hedge with a perpetual contract that section 1256 does not cover: funding, a roll within thirty days, the
 * choices about funding.
 *
 * Source: by hand from 26 U.S.C. 1092(a)(1), Reg. 1.1092(b)-2T(b)(1), -5T(n) (successor positions) and the stated readings of
 * docs/decisions/2026-11-22-tax-of-futures.md: there is no authority for perpetuals.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  PERP,
  bought,
  fill,
  funding,
  openTaxLedger,
  priced,
  sold,
  type TaxLedger,
} from './tax-ledger.fixture.ts';

const START = '2026-03-02T18:30:00Z';
const LATER = '2027-12-31T23:30:00Z';

let ledger: TaxLedger;
beforeEach(async () => {
  ledger = await openTaxLedger();
  await ledger.bring(
    START,
    bought('2022-05-01 12:00:00', '1', '20000'),
    priced('2026-03-02 13:00:00', 'BTC', 90_000),
    priced('2026-03-02 13:00:00', PERP, 90_000),
    fill('2026-03-02 18:00:00', PERP, 'sell', '1', 90_000),
  );
  await ledger.ask('hedge.adopt', { exitDate: '2027-05-03' }, START);
});
afterEach(async () => {
  await ledger.end();
});

const choose = async (id: string, value: string): Promise<unknown> =>
  await ledger.ask('elections.save', { id, value }, '2026-03-03T15:00:00Z');

/** Short, long and 60/40 gains of a year, and what waits at its end. */
async function sums(of: number): Promise<readonly string[]> {
  const { shortTermGain, longTermGain, section1256Gain, straddles } = await ledger.year(of, LATER);
  return [shortTermGain, longTermGain, section1256Gain, straddles.deferredTotal];
}

describe('closed at a loss and opened again within thirty days', () => {
  /** Closed on 16 November 2026 at 98 000 after 300 of funding; again short on 1 December at 110 000, linked that day. */
  async function rolled(): Promise<void> {
    await ledger.bring(
      '2026-11-16T18:00:00Z',
      funding('2026-06-01 08:00:00', -300),
      fill('2026-11-16 17:00:00', PERP, 'buy', '1', 98_000, '-8000'),
    );
    await ledger.ask('hedge.link', { leg: 'plan-1-leg-1' }, '2026-11-16T18:10:00Z');
    await ledger.bring('2026-12-01T18:00:00Z', fill('2026-12-01 17:00:00', PERP, 'sell', '1', 110_000));
    await ledger.ask('hedge.link', { leg: 'plan-1-leg-1' }, '2026-12-01T18:10:00Z');
  }

  test('the new short’s own gain holds the loss back, though the coin is sold before the year ends', async () => {
    await rolled();
    // The loss: 90 000 − 98 000 − 300 = −8 300, long-term, for the coin was. At the year's end the coin is gone; the successor
    // stands at 110 000 − 104 000 = +6 000: so much waits, 2 300 counts. The coin: 105 000 − 20 000 = 85 000.
    await ledger.bring(
      LATER,
      sold('2026-12-15 18:00:00', '1', '105000'),
      priced('2026-12-31 21:00:00', 'BTC', 104_000),
      priced('2026-12-31 21:00:00', PERP, 104_000),
      fill('2027-01-11 17:00:00', PERP, 'buy', '1', 103_000, '7000'),
    );
    expect(await sums(2026)).toEqual(['0', '82700', '0', '6000']);
    // 110 000 − 103 000 short; the 6 000 that waited, long.
    expect(await sums(2027)).toEqual(['7000', '-6000', '0', '0']);
  });

  test('while the coin is held its whole gain holds it back: funding with the position', async () => {
    await rolled();
    await ledger.bring(
      LATER,
      priced('2026-12-31 21:00:00', 'BTC', 104_000),
      priced('2026-12-31 21:00:00', PERP, 104_000),
      fill('2027-01-11 17:00:00', PERP, 'buy', '1', 103_000, '7000'),
      sold('2027-06-01 18:00:00', '1', '110000'),
    );
    expect(await sums(2026)).toEqual(['0', '0', '0', '8300']);
    // 7 000 short; 90 000 − 8 300.
    expect(await sums(2027)).toEqual(['7000', '81700', '0', '0']);
  });
});

describe('funding, by choice', () => {
  /** 1 000 received in 2026, 400 paid in 2027, closed at a gain of 10 000, the coin sold for 85 000. */
  async function held(): Promise<void> {
    await ledger.bring(
      LATER,
      funding('2026-09-01 08:00:00', 1000),
      priced('2026-12-31 21:00:00', 'BTC', 85_000),
      priced('2026-12-31 21:00:00', PERP, 85_000),
      funding('2027-02-01 08:00:00', -400),
      fill('2027-05-03 17:00:00', PERP, 'buy', '1', 80_000, '10000'),
      sold('2027-06-01 18:00:00', '1', '85000'),
    );
  }

  // The coin's 85 000 − 20 000 = 65 000 is long in each.
  test.each([
    // 10 000 + 1 000 − 400, at the close.
    ['with-position', ['0', '0'], ['10600', '65000'], '0'],
    // Each on its day: 1 000 in 2026; 10 000 − 400 in 2027.
    ['when-paid', ['1000', '0'], ['9600', '65000'], '0'],
    // 1 000 is income of 2026; the 400 is not deductible (67(g)).
    ['ordinary', ['0', '0'], ['10000', '65000'], '1000'],
    // The 400 paid while hedging is cost of the coin (263(g)); what was received lowers nothing and stays with the position.
    ['capitalise', ['0', '0'], ['11000', '64600'], '0'],
    // Net of each year ordinary: 1 000 in 2026; the close is the gain alone.
    ['notional-principal', ['0', '0'], ['10000', '65000'], '1000'],
  ] as const)('%s', async (way, of2026, of2027, income) => {
    await choose('funding', way);
    await held();
    expect((await sums(2026)).slice(0, 2)).toEqual(of2026);
    expect((await sums(2027)).slice(0, 2)).toEqual(of2027);
    const { taxableIncome } = await ledger.year(2026, LATER);
    // 90 000 − 16 100, short-term gains and income on top.
    expect(taxableIncome).toBe(String(73_900 + Number(of2026[0]) + Number(income)));
  });
});
