/**
 * Cases by hand. A single filer with 150 000 of wages and the standard deduction of 2026 (16 100): taxable 133 900, in the
 * 24 % bracket of ordinary income (105 700 to 201 775) and the 15 % band of long-term gain; no net investment income tax below
 * 200 000. Amounts of 2027 and 2028 are not published: those of 2026 stand for them. Rates: Rev. Proc. 2025-32, 26 U.S.C. 1.
 * Today is 2026-11-22; tax of 2026 falls due on 2027-04-15 (144 days), that of 2027 on 2028-04-15 (510 days).
 */
import type { WayStory } from './alternatives.fixture.ts';

const today = (days: number, perYear = 0.05): number => (1 + perYear) ** (-days / 365);
const DUE_2026 = 144;
const DUE_2027 = 510;

const wages = { 2026: '150000', 2027: '150000', 2028: '150000' };
const halves = { BTC: '0.5', ETH: '0.5' };

/** 65 000 of BTC that cost 30 000 a coin and 35 000 of ETH at cost, all long-term. */
const portfolio: WayStory = {
  asOf: '2026-11-22',
  horizon: '2027-12-31',
  days: ['2026-12-31', '2027-01-15', '2027-06-01', '2027-12-31'],
  lots: [
    { asset: 'BTC', coins: '1.3', cost: '39000', bought: '2024-03-10' },
    { asset: 'ETH', coins: '17.5', cost: '35000', bought: '2024-03-10' },
  ],
  targets: halves,
  income: wages,
  funding: '0',
  discount: '0.05',
};

/**
 * Sell now: 0.3 BTC bring 15 000 and cost 9 000: 6 000 long-term at 15 % = 900, due in 144 days.
 * Hedge: short 0.3 BTC, long 7.5 ETH, left on 2027-01-15 at the same prices: the same 900, due in 510 days.
 * New money: BTC is 65 000 of a whole that has to be 130 000: 30 000, all of it ETH.
 * Wealth, flat: 100 000 less 900; still to come 1.0 BTC × 20 000 × 15 % = 3 000. Doing nothing: 26 000 × 15 % = 3 900.
 * Up 30 %: 130 000 less 900; to come: BTC 1.0 × (65 000 − 30 000) = 35 000; ETH 17.5 × (2 600 − 2 000) = 10 500 and the 7.5
 * bought at 2 000, 4 500: 50 000 × 15 % = 7 500.
 * Break-even funding: the hedge is 900 × (d144 − d510) = 42.15 cheaper. A short that pays f a year on 15 000 for 54 days, 2 219.18 f,
 * has it back to 15 % as a loss against the gain of 2027: f × 2 219.18 × (d54 − 15 % × d510) = 42.15, so f = 2.22 %.
 */
export const mission = {
  source:
    'the mission: 100 000 of 65 % BTC and 35 % ETH to 50/50; docs/decisions/2026-11-22-alternatives.md, Rev. Proc. 2025-32',
  story: portfolio,
  expected: {
    sellTax: '900',
    sellCost: 900 * today(DUE_2026),
    hedgeCost: 900 * today(DUE_2027),
    newMoney: '30000',
    wealth: [
      ['99100', '3000', '96100'],
      ['100000', '3900', '96100'],
      ['129100', '7500', '121600'],
    ],
    funding: 0.0222,
  },
};

/**
 * The lot of BTC is long-term from 2027-01-11, but hedged from today its holding period starts anew when the hedge is left.
 * No discount; margin of 20 % of 30 000 costs 5 % a year.
 * Sell now: 6 000 short-term at 24 % = 1 440. Hedge: the same 1 440 on every day, and 6 000 × 5 % a year: least on the first
 * day, 2026-12-31, 39 days on. Without straddle rules it would be 900 from 2027-01-15 on.
 */
export const restarted = {
  source: 'a lot near long-term that the hedge turns back, Reg. 1.1092(b)-2T(a)',
  story: {
    ...portfolio,
    lots: [
      { asset: 'BTC', coins: '1.3', cost: '39000', bought: '2026-01-10' },
      { asset: 'ETH', coins: '17.5', cost: '35000', bought: '2024-03-10' },
    ],
    discount: '0',
    marginCost: '0.05',
  } satisfies WayStory,
  expected: {
    sellCost: 1440,
    hedgeCost: 1440 + (6000 * 0.05 * 39) / 365,
    because: 'straddle rules turn it round',
  },
};

/**
 * The short pays 20 % a year on 15 000, the long nothing. Least on 2026-12-31, 39 days on: 15 000 × 20 % × 39/365 = 320.55
 * paid that day. The short's loss of as much is long-term, because the hedged coins are (Reg. 1.1092(b)-2T(b)(1)), and counts in
 * the year in which the coins go: 15 % of 6 000 − 320.55.
 */
const paid = (15_000 * 0.2 * 39) / 365;
export const highFunding = {
  source: 'funding of 20 % a year, 26 U.S.C. 1092, 1(h)',
  story: { ...portfolio, funding: '0.2', fundingLong: '0' } satisfies WayStory,
  expected: {
    sellCost: 900 * today(DUE_2026),
    hedgeCost: (6000 - paid) * 0.15 * today(DUE_2026) + paid * today(39),
    because: 'holding it costs 320.55 USD of carry',
  },
};

/**
 * In 2027 the income is 20 000: taxable 3 900, so 6 000 of long-term gain stay in the 0 % band (to 49 450 in 2026).
 * Sell now: 900. Hedge until 2027: nothing.
 */
export const laterIncomeLower = {
  source: 'rates lower next year, 26 U.S.C. 1(h)(1)(B)',
  story: { ...portfolio, income: { ...wages, 2027: '20000' } } satisfies WayStory,
  expected: {
    sellCost: 900 * today(DUE_2026),
    hedgeCost: 0,
    leaves: '2027-01-15',
    first: 'Tax: selling now adds 900.00 USD',
  },
};

/**
 * The hedge is on the old lot (10 000 a coin, on record); the young one (45 000 a coin) is long-term from 2027-01-11 and is not
 * hedged, so its holding period goes on. Sell now, least: 0.3 of the young one: 1 500 short-term at 24 % = 360 (the old one:
 * 12 000 at 15 % = 1 800). Hedge until 2027-01-15: 0.3 of the young one, long-term: 225.
 */
export const turnsLongAlone = {
  source: 'a lot that turns long-term beside the hedged one, 26 U.S.C. 1222, 1092(c)',
  story: {
    ...portfolio,
    lots: [
      { asset: 'BTC', coins: '0.3', cost: '3000', bought: '2024-03-10' },
      { asset: 'BTC', coins: '1', cost: '45000', bought: '2026-01-10' },
      { asset: 'ETH', coins: '17.5', cost: '35000', bought: '2024-03-10' },
    ],
  } satisfies WayStory,
  expected: {
    sellCost: 360 * today(DUE_2026),
    hedgeCost: 225 * today(DUE_2027),
    leaves: '2027-01-15',
    first: 'Tax: selling now adds 360.00 USD',
  },
};

/**
 * 100 000 of losses are carried in: the gain of 6 000 meets them, and 3 000 a year lower other income either way. Selling now
 * costs nothing; after 2026, 2027 and 2028 100 000 − 6 000 − 9 000 are left. The hedge costs its margin.
 */
export const losses = {
  source: 'losses elsewhere, 26 U.S.C. 1211(b), 1212(b)',
  story: {
    ...portfolio,
    carried: { short: '100000', long: '0' },
    marginCost: '0.05',
  } satisfies WayStory,
  expected: { sellCost: 0, carried: 85_000 },
};

/**
 * A section 1256 short while all prices rise 30 % in a straight line by 2027-12-31 (404 days): marked on 2026-12-31 (39 days on)
 * it has lost 0.3 × 50 000 × 30 % × 39/404 = 434.41, all of which waits, for the hedged coins stand in a larger gain.
 */
export const waits = {
  source: 'a mark at the end of the year whose loss waits, 26 U.S.C. 1256(a)(1), 1092(a)(1)',
  story: {
    ...portfolio,
    days: ['2027-06-01', '2027-12-31'],
    section1256: true,
    rise: '0.3',
  } satisfies WayStory,
  expected: { mostWaiting: (0.3 * 50_000 * 0.3 * 39) / 404, words: '434.41 USD at the end of 2026' },
};
