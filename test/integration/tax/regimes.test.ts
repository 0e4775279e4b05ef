/**
 * One coin of 2022 that gained, one coin short with CME contracts, price up: what each choice makes of it.
 *
 * Source: example US-CORE-01 by hand (26 U.S.C. 1092(a), 1256(a), (d); Reg. 1.1092(b)-2T, -3T, -6), the coin sold four
 * weeks after the close.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MBT, bought, fill, openTaxLedger, priced, sold, type TaxLedger } from './tax-ledger.fixture.ts';

const START = '2026-03-02T18:30:00Z';
const YEAR_END = '2026-12-31T23:30:00Z';
const LATER = '2027-12-31T23:30:00Z';

let ledger: TaxLedger;
beforeEach(async () => {
  ledger = await openTaxLedger();
});
afterEach(async () => {
  await ledger.end();
});

/** Short 10 contracts of 0.1 at 90 000 on 2 March, put on record at a moment; the coin of 2022 cost 20 000. */
async function hedged(recorded = START): Promise<readonly { readonly code: string }[]> {
  await ledger.bring(
    START,
    bought('2022-05-01 12:00:00', '1', '20000'),
    priced('2026-03-02 13:00:00', 'BTC', 90_000),
    priced('2026-03-02 13:00:00', MBT, 90_000),
    fill('2026-03-02 18:00:00', MBT, 'sell', '10', 90_000),
  );
  return (await ledger.ask('hedge.adopt', { exitDate: '2027-05-03' }, recorded)).issues;
}

/** Year end at 100 500 (contract 100 000), closed on 3 May 2027 at 108 000 with the coin at 109 000, sold at 110 000. */
async function toTheEnd(): Promise<void> {
  await ledger.bring(
    LATER,
    priced('2026-12-31 21:00:00', 'BTC', 100_500),
    priced('2026-12-31 21:00:00', MBT, 100_000),
    fill('2027-05-03 17:00:00', MBT, 'buy', '10', 108_000, '-18000'),
    priced('2027-05-03 17:00:00', 'BTC', 109_000),
    sold('2027-06-01 18:00:00', '1', '110000'),
  );
}

const choose = async (id: string, value: string, at = '2026-03-02T15:00:00Z'): Promise<unknown> =>
  await ledger.ask('elections.save', { id, value }, at);

/** Gains of a year by character, and what waits at its end. */
async function sums(of: number): Promise<readonly string[]> {
  const { shortTermGain, longTermGain, section1256Gain, straddles } = await ledger.year(of, LATER);
  return [shortTermGain, longTermGain, section1256Gain, straddles.deferredTotal];
}

describe('US-CORE-01', () => {
  test('no choice: the loss of 2026 waits, long-term; all of it counts in 2027', async () => {
    expect(await hedged()).toEqual([]);
    await toTheEnd();
    // 90 000 − 100 000 = −10 000, held back by 100 500 − 20 000.
    expect(await sums(2026)).toEqual(['0', '0', '0', '10000']);
    // 110 000 − 20 000 − 10 000 − 8 000.
    expect(await sums(2027)).toEqual(['0', '72000', '0', '0']);
  });

  test('without the long-term reading of 1256 losses they stay 60/40', async () => {
    await choose('long-term-loss-1256', 'no');
    await hedged();
    await toTheEnd();
    expect(await sums(2026)).toEqual(['0', '0', '0', '10000']);
    // 18 000 of 60/40 loss: 90 000 − 10 800 long, −7 200 short.
    expect(await sums(2027)).toEqual(['0', '90000', '-18000', '0']);
    const year = await ledger.year(2027, LATER);
    expect([year.netShortTerm, year.netLongTerm]).toEqual(['-7200', '79200']);
  });

  test('put on record the day after: presumed lots all the same, and said to be late', async () => {
    const issues = await hedged('2026-03-03T15:00:00Z');
    expect(issues.map(({ code }) => code)).toContain('hedge/identified-late');
    await toTheEnd();
    const { issues: ofTax } = await ledger.ask('plan.taxYears', {}, LATER);
    expect(ofTax.map(({ code }) => code)).toContain('tax/hedge-identified-late');
    expect(await sums(2026)).toEqual(['0', '0', '0', '10000']);
    expect(await sums(2027)).toEqual(['0', '72000', '0', '0']);
  });
});

describe('identified on the day', () => {
  test('as an identified straddle: no mark, no deduction, the loss goes into the coin’s cost', async () => {
    await choose('straddle-regime', 'identified');
    await hedged();
    await toTheEnd();
    expect(await sums(2026)).toEqual(['0', '0', '0', '0']);
    // 110 000 − (20 000 + 18 000).
    expect(await sums(2027)).toEqual(['0', '72000', '0', '0']);
  });

  test('under 1256(d): no mark and no 60/40; the loss is long-term, for the coin was', async () => {
    await choose('straddle-regime', 'section-1256d');
    await hedged();
    await toTheEnd();
    expect(await sums(2026)).toEqual(['0', '0', '0', '0']);
    expect(await sums(2027)).toEqual(['0', '72000', '0', '0']);
    const year = await ledger.year(2027, LATER);
    expect(year.straddles).toMatchObject({ shortTerm: '18000', longTerm: '-18000' });
  });

  test('straddle by straddle: the mark is short-term as far as the coin gained, and waits so', async () => {
    await choose('straddle-regime', 'straddle-by-straddle');
    await hedged();
    await toTheEnd();
    // 2026: −10 000 against 100 500 − 90 000 = +10 500: all short-term, and it waits.
    expect(await sums(2026)).toEqual(['0', '0', '0', '10000']);
    const { straddles } = await ledger.year(2026, LATER);
    expect(straddles.deferred).toMatchObject([{ character: 'short', amount: '10000' }]);
    // 2027: −8 000 against 109 000 − 100 500 = +8 500: short-term. Coin: 70 000 from before, 19 000 in the straddle
    // (short-term, Reg. 1.1092(b)-3T(b)(6)), 1 000 after it. Short 19 000 − 18 000; long 71 000.
    expect(await sums(2027)).toEqual(['1000', '71000', '0', '0']);
  });

  test('a day late no regime counts: as without a choice, and it is said', async () => {
    await choose('straddle-regime', 'section-1256d');
    await hedged('2026-03-03T15:00:00Z');
    await toTheEnd();
    expect(await sums(2026)).toEqual(['0', '0', '0', '10000']);
    expect(await sums(2027)).toEqual(['0', '72000', '0', '0']);
  });
});

test('US-1092-10b: 13 months after it was bought a coin hedged from month six to thirteen is short-term', async () => {
  await ledger.bring(
    '2025-09-02T18:30:00Z',
    bought('2025-03-03 12:00:00', '1', '80000'),
    priced('2025-09-02 13:00:00', 'BTC', 90_000),
    priced('2025-09-02 13:00:00', MBT, 90_000),
    fill('2025-09-02 18:00:00', MBT, 'sell', '10', 90_000),
  );
  await ledger.ask('hedge.adopt', { exitDate: '2026-04-01' }, '2025-09-02T18:30:00Z');
  await ledger.bring(
    YEAR_END,
    priced('2025-12-31 21:00:00', 'BTC', 85_000),
    priced('2025-12-31 21:00:00', MBT, 85_000),
    fill('2026-04-01 17:00:00', MBT, 'buy', '10', 82_000, '8000'),
    sold('2026-04-10 18:00:00', '1', '95000'),
  );
  // 2025: marked at 85 000, +5 000; 2026: 85 000 − 82 000 = +3 000; gains never wait. The coin: 15 000 short.
  expect(await sums(2025)).toEqual(['0', '0', '5000', '0']);
  expect(await sums(2026)).toEqual(['15000', '0', '3000', '0']);
  const { clocks } = await ledger.ask('plan.taxYears', {}, YEAR_END);
  expect(clocks).toMatchObject([
    { ended: '2025-09-02', restartsOn: '2026-04-01', longTermFrom: '2027-04-02', quantity: '1' },
  ]);
});

describe('a short smaller than the coins', () => {
  /** 2 coins of 2022, 1 of October 2025; 0.6 coins short, all sold at 115 000 after the close. */
  async function partly(): Promise<void> {
    await ledger.bring(
      START,
      bought('2022-05-01 12:00:00', '2', '40000'),
      bought('2025-10-01 12:00:00', '1', '80000'),
      priced('2026-03-02 13:00:00', 'BTC', 90_000),
      priced('2026-03-02 13:00:00', MBT, 90_000),
      fill('2026-03-02 18:00:00', MBT, 'sell', '6', 90_000),
    );
    await ledger.ask('hedge.adopt', { exitDate: '2027-05-03' }, START);
    await ledger.bring(
      LATER,
      priced('2026-12-31 21:00:00', 'BTC', 90_000),
      priced('2026-12-31 21:00:00', MBT, 90_000),
      fill('2027-05-03 17:00:00', MBT, 'buy', '6', 90_000, '0'),
      sold('2027-09-01 18:00:00', '3', '345000'),
    );
  }

  // 2 × (115 000 − 20 000) = 190 000 long; the young coin 35 000, short as far as the short covered it.
  test.each([
    ['identified', '0', '225000'], // the lots on record: 0.6 of 2022
    ['pro-rata', '7000', '218000'], // 0.6 of 3 coins: a fifth of each
    ['all', '35000', '190000'],
  ])('%s: short %s, long %s', async (way, short, long) => {
    await choose('partial-hedge', way);
    await partly();
    expect(await sums(2027)).toEqual([short, long, '0', '0']);
  });
});

describe('two laws that are elections', () => {
  test('a loss of 2026 on contracts alone goes back to 2025, and the tax of that year falls', async () => {
    await ledger.bring(
      LATER,
      priced('2025-02-03 13:00:00', MBT, 80_000),
      fill('2025-02-03 18:00:00', MBT, 'buy', '10', 80_000),
      fill('2025-06-02 18:00:00', MBT, 'sell', '10', 100_000, '20000'),
      fill('2026-02-02 18:00:00', MBT, 'buy', '10', 100_000),
      fill('2026-06-01 18:00:00', MBT, 'sell', '10', 87_000, '-13000'),
    );
    const before = await ledger.year(2025, LATER);
    // 74 250 + 40 % of 20 000 at 22 %; 60 % at 15 %: 11 249 + 1 760 + 1 800.
    expect([before.section1256Gain, before.totalTax]).toEqual(['20000', '14809']);
    expect((await ledger.year(2026, LATER)).carryforward).toEqual({ shortTerm: '2200', longTerm: '7800' });
    await choose('carryback:2026', 'yes', LATER);
    // 13 000 − 3 000 = 10 000 goes back, within 20 000: 4 000 short, 6 000 long less in 2025: 880 + 900 = 1 780 refund.
    const after = await ledger.year(2025, LATER);
    expect(Number(before.totalTax) - Number(after.totalTax)).toBe(1780);
    // What is left of the loss is the 3 000 that 2026 allows.
    const of2026 = await ledger.year(2026, LATER);
    expect(of2026.lossAllowed).toBe('3000');
    expect(of2026.carryforward).toEqual({ shortTerm: '0', longTerm: '0' });
  });

  test('wash sales of coins from a date: the loss goes into the cost of what was bought back', async () => {
    await ledger.bring(
      LATER,
      bought('2026-02-02 12:00:00', '1', '100000'),
      sold('2026-06-01 12:00:00', '1', '90000'),
      bought('2026-06-10 12:00:00', '1', '88000'),
      sold('2027-03-01 12:00:00', '1', '95000'),
    );
    // −10 000; +7 000.
    expect([await sums(2026), await sums(2027)]).toEqual([
      ['-10000', '0', '0', '0'],
      ['7000', '0', '0', '0'],
    ]);
    await choose('wash-sales-from', '2026-01-01', LATER);
    // 0; 95 000 − (88 000 + 10 000), long-term: the 119 days of the coin that was sold count with the 264 of the new one
    // (26 U.S.C. 1223(3)).
    expect([await sums(2026), await sums(2027)]).toEqual([
      ['0', '0', '0', '0'],
      ['0', '-3000', '0', '0'],
    ]);
    await choose('wash-sales-from', '2026-06-02', LATER);
    expect(await sums(2026)).toEqual(['-10000', '0', '0', '0']);
  });
});
