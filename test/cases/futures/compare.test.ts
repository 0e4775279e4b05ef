/** Sell now against hedge now and sell on a date: two portfolios by hand, and a plain calculation in floats beside. */
import { describe, expect, test } from 'vitest';
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { quantity, rate } from '../../../src/shared/num/parse.ts';
import type { Exact } from '../../../src/shared/num/types.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import { comparison } from '../../../src/main/engine/rebalance/compare/compare.ts';
import type { Comparison } from '../../../src/main/engine/rebalance/compare/compare.ts';
import type { ComparisonCase } from '../../../src/main/engine/rebalance/compare/comparison-case.ts';
import { jurisdictions } from '../../../src/main/engine/tax/assess-year.ts';
import { leg, lot, oneAccount, terms, trade, year } from './compare.fixture.ts';

function compared(given: ComparisonCase): Comparison {
  const result = comparison(given, jurisdictions.us);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const n = (exact: Exact): number => Number(toText(exact));
const cents = 0.005;

const asOf = localDate('2026-11-22');
const shortLot = lot('short', 'BTC', '1.3', '39000', '2026-03-10', '2027-03-11');

/**
 * 65/35 to 50/50 of 100 000 with Binance perpetuals, flat prices, no spot fee, until 2027-04-01 (130 days).
 * The only BTC lot cost 30 000 a coin and is long-term from 2027-03-11.
 */
const flat: ComparisonCase = {
  asOf,
  exit: localDate('2027-04-01'),
  currency: 'USD',
  trades: [trade('BTC', '-0.3', '50000', '0'), trade('ETH', '7.5', '2000', '0')],
  legs: [
    leg(terms('binance-um', 'BTCUSDT'), '-0.3', '50000', '0', '-0.1'),
    leg(terms('binance-um', 'ETHUSDT'), '7.5', '2000', '0', '-0.04'),
  ],
  lots: [shortLot],
  hedgedLots: [{ asset: assetId('BTC'), lot: shortLot, quantity: quantity('0.3'), clockRestarts: true }],
  years: [year(2026), year(2027), year(2028)],
  discountPerYear: rate('0.05'),
  spotFee: rate('0'),
  ...oneAccount,
};

describe('a lot that turns long-term before the exit, flat prices, perpetuals', () => {
  const { sellNow, hedge: real, better, difference, apart, reading, caveats, sentence } = compared(flat);
  const { hedge } = apart;

  // 0.3 BTC for 15 000, cost 0.3 × 30 000 = 9 000, gain 6 000, held since March: short-term, 24 % = 1 440.
  test('selling now: 6 000 short-term at 24 %', () => {
    expect(sellNow.sales.map(({ term, gain }) => [term, toText(gain)])).toEqual([['short', '6000']]);
    expect(toText(sellNow.tax)).toBe('1440');
    expect(toText(sellNow.taxes[0]?.tax ?? rate('0'))).toBe('1440');
    // Due 2027-04-15, 144 days away.
    expect(n(sellNow.presentCost)).toBeCloseTo(1440 * 1.05 ** (-144 / 365), 6);
  });

  // Carry: the short earns 10 % and the long pays 4 % of 15 000: 900 a year.
  //   39 days to 31 December: 900 × 39/365 = 96.164384; 91 days on: 900 × 91/365 = 224.383562.
  // Fees: 0.05 % of 15 000 = 7.50 a leg and time: 15 in 2026, 15 in 2027.
  // Futures results, short-term at 24 %: 2026: 81.164384 → 19.479452; 2027: 209.383562 → 50.252055.
  // The lot is long-term by then: 6 000 at 15 % = 900 in 2027.
  test('hedging first, taxed apart: 6 000 long-term at 15 %, carry and fees', () => {
    expect(hedge.sales.map(({ term, gain }) => [term, toText(gain)])).toEqual([['long', '6000']]);
    expect(n(hedge.carry)).toBeCloseTo(-(96.164384 + 224.383562), 5);
    expect(toText(hedge.fees)).toBe('30');
    expect(toText(hedge.futuresProfit)).toBe('0');
    expect(n(hedge.taxes[0]?.tax ?? rate('0'))).toBeCloseTo(19.479452, 5);
    expect(n(hedge.taxes[1]?.tax ?? rate('0'))).toBeCloseTo(900 + 50.252055, 5);
  });

  // Today's money: tax 19.479452 in 144 days, 950.252055 in 510 days (2028-04-15); carry in 39 and 130 days;
  // 15 of fees now and 15 in 130 days. Sale and purchase, 15 000 each, cancel.
  test('the difference is that of the discounted flows', () => {
    const df = (days: number): number => 1.05 ** (-days / 365);
    const hedgeCost =
      19.479452 * df(144) +
      950.252055 * df(510) -
      96.164384 * df(39) -
      224.383562 * df(130) +
      15 +
      15 * df(130);
    const sellCost = 1440 * df(144);
    expect(Math.abs(n(hedge.presentCost) - hedgeCost)).toBeLessThan(cents);
    expect(Math.abs(n(apart.difference) - (sellCost - hedgeCost))).toBeLessThan(cents);
    // The clock restarts: 6 000 at 24 % and not at 15 %: 540 more, due 2028-04-15.
    expect(n(real.taxes[1]?.tax ?? rate('0'))).toBeCloseTo(1440 + 50.252055, 5);
    expect(better).toBe('hedge-then-sell');
    expect(Math.abs(n(difference) - (sellCost - hedgeCost - 540 * df(510)))).toBeLessThan(cents);
    expect(sentence).toMatch(/^Hedging now and selling on 2027-04-01 is cheaper by \d+\.\d\d USD\.$/u);
  });

  // The clock restarts: 6 000 short-term in 2027, 1 440 in place of 900: 540 more.
  test('the caveat names lot, date and tax of the clock that restarts', () => {
    const clock = caveats.find(({ code }) => code === 'straddle-clock');
    expect(clock?.text).toContain('0.3 BTC of 2026-03-10 (long-term from 2027-03-11)');
    expect(clock?.text).toContain('540.00 USD more tax');
    expect(toText(reading.restarted[0]?.gain ?? rate('0'))).toBe('6000');
    expect(apart.better).toBe('hedge-then-sell');
  });

  // A rise of 20 % by the exit: the short loses 0.3 × 10 000 = 3 000 in 2027, less carry of 1 500 × 91/365 = 373.97,
  // plus a closing fee of 0.05 % of 18 000 = 9. The hedged lots are sold in that year: nothing waits.
  test('no loss is deferred, and the example says what a rise would do', () => {
    const deferral = caveats.find(({ code }) => code === 'straddle-deferral');
    expect(deferral?.text).toContain('no short loses');
    expect(deferral?.text).toContain('If prices rose 20 %');
    expect(deferral?.text).toContain('BTC 2027: 2,635.03 USD, 0.00 USD of it waits');
  });

  test('a future year without published amounts is named', () => {
    expect(caveats.find(({ code }) => code === 'parameters-unpublished')?.text).toContain('2027');
  });
});

describe('when the straddle rules turn the answer round', () => {
  // The same, but the legs cost: the short pays 4 %, the long 0: 600 a year, 213.70 in 130 days, 24 % of it back.
  // Plain: hedging costs about 900 × 0.934 + 213.70 × 0.76 + fees ≈ 1 025 against 1 412: cheaper.
  // Restarted: about 1 440 × 0.934 + 162 + 23 ≈ 1 530: dearer.
  const { better, apart, sentence } = compared({
    ...flat,
    legs: [
      leg(terms('binance-um', 'BTCUSDT'), '-0.3', '50000', '0', '0.04'),
      leg(terms('binance-um', 'ETHUSDT'), '7.5', '2000', '0', '0'),
    ],
  });

  test('the sentence says that they decide', () => {
    expect(better).toBe('sell-now');
    expect(apart.better).toBe('hedge-then-sell');
    expect(sentence).toMatch(
      /^Selling now is cheaper by .* The straddle rules decide that: without them hedging now /u,
    );
  });
});

const longLot = lot('long', 'BTC', '1.3', '13000', '2024-01-10', '2025-01-11');

/**
 * CME micros until 2027-02-01 (71 days), BTC up 20 %, ETH flat, spot fee 0.1 %, no carry, futures fees not known.
 * The only BTC lot cost 10 000 a coin and is long-term.
 */
const rising: ComparisonCase = {
  asOf,
  exit: localDate('2027-02-01'),
  currency: 'USD',
  trades: [trade('BTC', '-0.3', '50000', '0.2'), trade('ETH', '7.5', '2000', '0')],
  legs: [
    leg(terms('cme', 'MBT-202703'), '-0.3', '50000', '0.2', '0'),
    leg(terms('cme', 'MET-202703'), '7.5', '2000', '0', '0'),
  ],
  lots: [longLot],
  hedgedLots: [{ asset: assetId('BTC'), lot: longLot, quantity: quantity('0.3'), clockRestarts: false }],
  years: [year(2026), year(2027), year(2028)],
  discountPerYear: rate('0.05'),
  spotFee: rate('0.001'),
  ...oneAccount,
};

describe('a long-term lot, a section 1256 short that loses over a year end', () => {
  const { sellNow, hedge: real, better, caveats, reading, apart } = compared(rising);
  const { hedge } = apart;

  // 15 000 − 15 fee − 3 000 cost = 11 985 long-term, 15 % = 1 797.75.
  test('selling now', () => {
    expect(toText(sellNow.sales[0]?.gain ?? rate('0'))).toBe('11985');
    expect(toText(sellNow.tax)).toBe('1797.75');
    // 15 on the sale, 15 on the purchase.
    expect(toText(sellNow.fees)).toBe('30');
  });

  // Mark on Thursday 2026-12-31, 39 of 71 days: BTC at 50 000 × (1 + 0.2 × 39/71) = 55 492.957746,
  //   the short loses 0.3 × 5 492.957746 = 1 647.887324 in 2026 and 1 352.112676 in 2027, 3 000 in all.
  // 2026: 60/40 loss of 1 647.887324, nothing to set it against, all within 3 000 of other income: saves 24 % = 395.492958.
  // 2027: sold for 0.3 × 60 000 = 18 000 − 18, gain 14 982 long-term; less the whole 1256 loss: 13 629.887324 at 15 %
  //   = 2 044.483099 (the short-term 40 % goes against the long-term gain).
  test('hedging first, taxed apart: the mark splits the loss over two years', () => {
    expect(n(hedge.futuresProfit)).toBeCloseTo(-3000, 6);
    expect(n(hedge.taxes[0]?.section1256Gain ?? rate('0'))).toBeCloseTo(-1647.887324, 5);
    expect(n(hedge.taxes[1]?.section1256Gain ?? rate('0'))).toBeCloseTo(-1352.112676, 5);
    expect(n(hedge.taxes[0]?.tax ?? rate('0'))).toBeCloseTo(-395.492958, 5);
    expect(n(hedge.taxes[1]?.tax ?? rate('0'))).toBeCloseTo(2044.483099, 5);
    expect(toText(hedge.sales[0]?.gain ?? rate('0'))).toBe('14982');
  });

  // In today's money. Baseline: 15 000 sold less 15 000 bought = 0. Proceeds 17 982 and purchase 15 015 in 71 days;
  // the short's −1 647.887324 in 39 days and −1 352.112676 in 71; taxes in 144 and 510 days.
  test('the cost is that of the discounted flows', () => {
    const df = (days: number): number => 1.05 ** (-days / 365);
    const hedgeCost =
      (-17982 + 15015 + 1352.112676) * df(71) +
      1647.887324 * df(39) -
      395.492958 * df(144) +
      2044.483099 * df(510);
    expect(Math.abs(n(hedge.presentCost) - hedgeCost)).toBeLessThan(cents);
    const sellCost = -14985 + 15015 + 1797.75 * df(144);
    expect(Math.abs(n(sellNow.presentCost) - sellCost)).toBeLessThan(cents);
    expect(apart.better).toBe(hedgeCost < sellCost ? 'hedge-then-sell' : 'sell-now');
    // Deferred and long-term: nothing in 2026; in 2027 14 982 less 3 000 of long-term loss at 15 % = 1 797.30.
    expect(n(real.taxes[0]?.tax ?? rate('1'))).toBe(0);
    expect(n(real.taxes[1]?.tax ?? rate('0'))).toBeCloseTo(1797.3, 6);
    const realCost = hedgeCost + 395.492958 * df(144) + (1797.3 - 2044.483099) * df(510);
    expect(Math.abs(n(real.presentCost) - realCost)).toBeLessThan(cents);
    expect(better).toBe(realCost < sellCost ? 'hedge-then-sell' : 'sell-now');
  });

  // At the end of 2026 the hedged 0.3 BTC has a gain of 0.3 × (55 492.957746 − 10 000) = 13 647.89, more than the loss:
  // all 1 647.89 waits; in 2027 the lot is sold, so 3 000 is free, and long-term because the lot was when hedged.
  test('the loss of 2026 waits, and is long-term', () => {
    const [of2026, of2027] = reading.losses;
    expect(n(of2026?.deferred ?? rate('0'))).toBeCloseTo(1647.887324, 5);
    expect(n(of2027?.loss ?? rate('0'))).toBeCloseTo(3000, 6);
    expect(toText(of2027?.deferred ?? rate('1'))).toBe('0');
    expect(n(reading.longTermLosses[0]?.amount ?? rate('0'))).toBeCloseTo(3000, 6);
    expect(toText(reading.leftDeferred)).toBe('0');
  });

  test('caveats name the amounts: deferral, long-term loss, year-end mark', () => {
    const text = (code: string): string => caveats.find((caveat) => caveat.code === code)?.text ?? '';
    expect(text('straddle-deferral')).toContain(
      'BTC 2026: 1,647.89 USD, 1,647.89 USD of it waits; BTC 2027 (with what waited): 3,000.00 USD',
    );
    expect(text('straddle-long-term-loss')).toContain('3,000.00 USD of the BTC short');
    expect(text('year-end-mark')).toContain('-1,647.89 USD in 2026');
    expect(text('constructive-sale')).toContain('12,000.00 USD of gain');
    expect(caveats.some(({ code }) => code === 'straddle-clock')).toBe(false);
  });
});

describe('honesty', () => {
  // Nothing to gain: the lot is long-term already and the tax falls into the same year; the short pays 30 % a year.
  test('where hedging costs more than it saves, selling now is cheaper', () => {
    const { better, sentence } = compared({
      ...rising,
      exit: localDate('2026-12-20'),
      trades: [trade('BTC', '-0.3', '50000', '0'), trade('ETH', '7.5', '2000', '0')],
      legs: [
        leg(terms('binance-um', 'BTCUSDT'), '-0.3', '50000', '0', '0.3'),
        leg(terms('binance-um', 'ETHUSDT'), '7.5', '2000', '0', '0'),
      ],
    });
    expect(better).toBe('sell-now');
    expect(sentence).toMatch(/^Selling now is cheaper by \d+\.\d\d USD\.$/u);
  });

  test('a deferral that outlasts the comparison stays out of it', () => {
    // 0.3 BTC is hedged by one lot, but another lot is sold: the hedged lot keeps its gain.
    const kept = lot('kept', 'BTC', '0.3', '3000', '2024-01-10', '2025-01-11');
    const sold = lot('sold', 'BTC', '1', '60000', '2024-06-10', '2025-06-11');
    const { reading } = compared({
      ...rising,
      lots: [sold, kept],
      hedgedLots: [{ asset: assetId('BTC'), lot: kept, quantity: quantity('0.3'), clockRestarts: false }],
    });
    expect(n(reading.leftDeferred)).toBeCloseTo(3000, 6);
  });
});

describe('lots', () => {
  const text = (given: ComparisonCase, code: string): string =>
    compared(given).caveats.find((caveat) => caveat.code === code)?.text ?? '';

  test('a short against a part of the only lot names a part, one against all of it does not', () => {
    expect(text(flat, 'straddle-identification')).toContain('all BTC you hold might');
    const whole = { ...flat, hedgedLots: [{ ...flat.hedgedLots[0]!, quantity: quantity('1.3') }] };
    expect(text(whole, 'straddle-identification')).toBe('');
  });

  // 0.3 BTC for 15 000: of `shortLot` they cost 9 000; of the other account's lot 3 000.
  test('of several accounts are picked as if they lay in one, with the gain of each alone', () => {
    const other = {
      ...lot('other', 'BTC', '1', '10000', '2024-01-10', '2025-01-11'),
      account: accountId('kraken'),
    };
    const small = {
      ...lot('small', 'BTC', '0.1', '1000', '2024-01-10', '2025-01-11'),
      account: accountId('wallet'),
    };
    const words = text({ ...flat, lots: [shortLot, other, small] }, 'lots-across-accounts');
    expect(words).toContain('picked across coinbase, kraken and wallet');
    expect(words).toContain(
      'from coinbase 6,000.00 USD, from kraken 12,000.00 USD; the others do not hold enough',
    );
    expect(text(flat, 'lots-across-accounts')).toBe('');
  });

  test('by highest cost count only by a standing order, with the gain without it', () => {
    const early = lot('early', 'BTC', '1', '10000', '2024-01-10', '2025-01-11');
    const given: ComparisonCase = { ...flat, lots: [shortLot, early], lotMethod: 'hifo' };
    expect(text(given, 'standing-order')).toContain('a gain of 12,000.00 USD in place of 6,000.00 USD');
    expect(text({ ...given, lotMethod: 'fifo' }, 'standing-order')).toBe('');
  });

  test('in no known account are named', () => {
    const elsewhere = [{ asset: assetId('BTC'), quantity: quantity('0.2') }];
    expect(text({ ...flat, elsewhere }, 'lots-elsewhere')).toContain('0.2 BTC left your accounts');
    expect(
      text({ ...flat, elsewhere: [{ asset: assetId('ETH'), quantity: quantity('1') }] }, 'lots-elsewhere'),
    ).toBe('');
  });
});

test('a contract that settles in coins says what of it is not computed', () => {
  const given = { ...flat, legs: [leg(terms('binance-cm', 'BTCUSD_PERP'), '-0.3', '50000', '0', '0')] };
  const found = compared(given).caveats.filter(({ code }) => code === 'settles-in-coin');
  expect(found.map(({ text }) => text.slice(0, 28))).toEqual(['BTCUSD_PERP settles in BTC: ']);
  expect(compared(flat).caveats.some(({ code }) => code === 'settles-in-coin')).toBe(false);
});

// Up 20 %: 0.3 BTC bring 3 000 more at the exit, the short of 0.28 loses 2 800; 200 stay as a gain.
test('what rounded futures leave against the coins is a reason where prices change', () => {
  const { reasons } = compared({
    ...rising,
    legs: [leg(terms('cme', 'MBT-202703'), '-0.28', '50000', '0.2', '0')],
  });
  expect(reasons).toContain(
    'Futures against coins: the futures lose 2,800.00 USD, the coins traded at the exit gain 3,000.00 USD against today; 200.00 USD of gain stays: the contracts do not cover the coins exactly.',
  );
  expect(compared(flat).reasons.join(' ')).not.toContain('Futures against coins');
  expect(compared(rising).reasons.join(' ')).not.toContain('Futures against coins');
});
