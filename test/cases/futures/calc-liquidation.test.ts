/** `calc liquidation`: cases by venue, where there is none, where it is not known, and refusals by name. */
import { describe, expect, test } from 'vitest';
import { quantity } from '../../../src/shared/num/parse.ts';
import { absolute, subtract } from '../../../src/shared/num/arithmetic.ts';
import { inverseContract, linearContract, liquidation, tryLiquidation } from './calc-liquidation.fixture.ts';
import type { LiquidationDocument } from './calc-liquidation.fixture.ts';

const flat = [{ maintenanceRate: '0.01' }];
/** Long 1 at 100 with 10 of margin. */
const isolated = {
  model: 'binance',
  contract: linearContract,
  side: 'long',
  quantity: '1',
  entryPrice: '100',
  markPrice: '100',
  marginMode: 'isolated',
  isolatedMargin: '10',
  marginTiers: flat,
};

function near(found: string | null, expected: string, tolerance: string): void {
  const miss = absolute(subtract(quantity(found ?? '0'), quantity(expected)));
  expect(miss <= quantity(tolerance), `${found} for ${expected}`).toBe(true);
}

describe('a wallet shared by several positions', () => {
  // Source: Binance FAQ b3c689c1f50a44cabb3a84e663b81d93, numbers as in freqtrade tests/exchange/test_binance.py.
  const eth = {
    // The same terms as the other coin's: terms do not say which coin.
    contract: linearContract,
    side: 'long',
    quantity: '3683.979',
    entryPrice: '1456.84',
    markPrice: '1335.18',
    marginTiers: [{ maintMarginRatio: '0.1', cum: '135365' }],
  };
  const btc = {
    contract: linearContract,
    side: 'long',
    quantity: '109.488',
    entryPrice: '32481.98',
    markPrice: '31967.27',
    marginTiers: [{ maintMarginRatio: '0.025', cum: '16300' }],
  };
  const cross = { model: 'binance', marginMode: 'cross', walletBalance: '1535443.01' };

  test('the published example, both ways', async () => {
    const ofBtc = await liquidation({ ...cross, ...btc, others: [eth] });
    near(ofBtc.liquidationPrice, '26316.89', '0.01');
    const ofEth = await liquidation({ ...cross, ...eth, others: [btc] });
    near(ofEth.liquidationPrice, '1153.26', '0.01');
    expect(ofEth.reason).toContain('estimate');
    expect(ofBtc.marginRatio).toBe(ofEth.marginRatio);
  });

  test('if all prices fall by the same share, it comes sooner, at one share for both', async () => {
    const ofBtc = await liquidation({ ...cross, ...btc, others: [eth] });
    const ofEth = await liquidation({ ...cross, ...eth, others: [btc] });
    const shareOf = (price: string | null, mark: string): number => Number(price) / Number(mark);
    expect(Number(ofBtc.togetherPrice)).toBeGreaterThan(Number(ofBtc.liquidationPrice));
    expect(shareOf(ofBtc.togetherPrice, '31967.27')).toBeCloseTo(shareOf(ofEth.togetherPrice, '1335.18'), 9);
  });

  test('sums of the others say the same as the others', async () => {
    const document = { ...cross, ...btc };
    const summed = { othersUnrealisedProfit: '-448192.88514', othersMaintenanceMargin: '356512.508122' };
    const apart = await liquidation({ ...document, others: [eth] });
    const asSum = await liquidation({ ...document, ...summed });
    near(apart.liquidationPrice, asSum.liquidationPrice ?? '', '0.000000001');
  });

  test('hedge mode: equal sides cannot be liquidated before their margin alone is short', async () => {
    const long = { ...isolated, isolatedMargin: undefined, marginMode: 'cross', walletBalance: '50' };
    const hedged = await liquidation({ ...long, others: [{ ...isolatedOther, side: 'short' }] });
    // W + cum − q·E + q·E = price × (0.01 + 0.01): 50 = 0.02 × price
    expect(hedged.liquidationPrice).toBe('2500');
  });
  const isolatedOther = { quantity: '1', entryPrice: '100' };

  test('what an isolated neighbour ties up is not there for cross', async () => {
    const long = { ...isolated, isolatedMargin: undefined, marginMode: 'cross', walletBalance: '30' };
    const aside = { ...isolatedOther, side: 'short', marginMode: 'isolated', markPrice: '100' };
    const other = { ...aside, contract: { ...linearContract, quantityStep: '1' }, marginTiers: flat };
    const with10 = await liquidation({ ...long, others: [{ ...other, isolatedMargin: '20' }] });
    expect(with10.liquidationPrice).toBe((await liquidation(isolated)).liquidationPrice);
    const notStated = await liquidation({ ...long, others: [other] });
    expect(notStated.kind).toBe('unknown');
    expect(notStated.reason).toContain('isolated position beside it');
  });

  test('the coin itself as collateral of its short leaves no price', async () => {
    const document: LiquidationDocument = {
      ...isolated,
      side: 'short',
      isolatedMargin: undefined,
      marginMode: 'cross',
      walletBalance: '0',
      underlying: 'BTC',
      collateral: [{ asset: 'BTC', quantity: '1.02', price: '100' }],
    };
    expect((await liquidation(document)).kind).toBe('none');
    const haircut = {
      ...document,
      collateral: [{ asset: 'BTC', quantity: '1', price: '100', weight: '0.9' }],
    };
    // 100 + 0.9 × p − p = 0.01 × p
    near((await liquidation(haircut)).liquidationPrice, '909.090909090909', '0.000001');
  });
});

describe('tiers', () => {
  const tiers = [
    { notionalCap: '1000', maintMarginRatio: '0.01' },
    { notionalCap: '2000', maintMarginRatio: '0.02' },
    { maintMarginRatio: '0.05' },
  ];
  const short = { ...isolated, side: 'short', quantity: '9', isolatedMargin: '900', marginTiers: tiers };

  // Source: risks.md 2.6, 2.7.
  test.each([
    ['within the table', '20', '0.01', null],
    ['beyond its end', '200', '0.01', 'ends at 10,000 USDT, and this position is 20,000 USDT'],
    ['a rate in per cent', '9', '0.5', 'keeps back 50 % of the position: a rate is a fraction'],
  ])('what is doubtful about a margin is said: %s', async (_name, amount, maintMarginRatio, words) => {
    const table = [{ notionalCap: '10000', maintMarginRatio }];
    const { unconfirmed } = await liquidation({ ...short, quantity: amount, marginTiers: table });
    expect(unconfirmed).toHaveLength(words === null ? 0 : 1);
    expect(unconfirmed.join('')).toContain(words ?? '');
  });

  test('just at a cap the tier before counts', async () => {
    const at = (amount: string): Promise<{ readonly tier: number | null }> =>
      liquidation({ ...short, quantity: amount });
    expect((await at('10')).tier).toBe(1);
    expect((await at('10.001')).tier).toBe(2);
    expect((await at('20')).tier).toBe(2);
    expect((await at('21')).tier).toBe(3);
  });

  test('the tier is the one at the liquidation price', async () => {
    // Tier 2 there: (900 + 10 + 900) ÷ (9 × 1.02); deduction 1000 × (0.02 − 0.01)
    const found = await liquidation(short);
    expect(found.tier).toBe(1);
    near(found.liquidationPrice, '197.167755991285', '0.000000001');
  });

  test('where margin jumps at a cap, the price can lie just there', async () => {
    const jump = [
      { cap: '1000', maintenanceRate: '0.01', deduction: '0' },
      { maintenanceRate: '0.9', deduction: '0' },
    ];
    const found = await liquidation({
      ...short,
      model: 'kraken',
      quantity: '1',
      isolatedMargin: '1000',
      marginTiers: jump,
    });
    expect(found.liquidationPrice).toBe('1000');
  });

  test('names of other venues', async () => {
    const bybit = [
      { riskLimitValue: '1000', maintenanceMargin: '0.01', mmDeduction: '', maxLeverage: '100.00' },
      { riskLimitValue: '2000', maintenanceMargin: '0.02', mmDeduction: '10', maxLeverage: '50' },
      { riskLimitValue: '9000', maintenanceMargin: '0.05', mmDeduction: '70', maxLeverage: '20' },
    ].map(({ mmDeduction, ...tier }) => (mmDeduction === '' ? tier : { ...tier, mmDeduction }));
    const found = await liquidation({ ...short, marginTiers: bybit });
    expect(found.liquidationPrice).toBe((await liquidation(short)).liquidationPrice);
    expect(found.initialMargin).toBe('9');
    const okx = [
      { maxSz: '5', mmr: '0.01', imr: '0.02' },
      { maxSz: '50', mmr: '0.03', imr: '0.06' },
    ];
    expect((await liquidation({ ...short, marginTiers: okx })).tier).toBe(2);
  });
});

describe('where there is none, or it is not known', () => {
  test.each([
    ['a long backed by its whole value', { isolatedMargin: '100' }, 'none'],
    [
      'a short inverse with its value in coins',
      { contract: inverseContract, model: 'inverse', side: 'short', quantity: '100', isolatedMargin: '1' },
      'none',
    ],
    ['OKX without its taker fee', { model: 'okx' }, 'unknown'],
  ])('%s', async (_name, change, kind) => {
    const found = await liquidation({ ...isolated, ...change });
    expect(found.kind).toBe(kind);
    expect(found.liquidationPrice).toBeNull();
    expect(found.distance).toBeNull();
    expect(found.reason).not.toBeNull();
  });

  test('margin is short already: the price lies on the other side of the mark, and that is said', async () => {
    const found = await liquidation({ ...isolated, markPrice: '90' });
    expect(found.reached).toBe(true);
    expect(Number(found.liquidationPrice)).toBeGreaterThan(90);
    expect(found.reason).toContain('short already');
  });

  test('a position beyond rescue stands at its mark', async () => {
    const found = await liquidation({ ...isolated, side: 'short', isolatedMargin: '0', addedMargin: '-200' });
    expect(found).toMatchObject({ reached: true, liquidationPrice: '100' });
  });
});

describe('a broker and Deribit', () => {
  test('a margin call at overnight margin in money a contract', async () => {
    const document = {
      model: 'broker',
      contract: { ...linearContract, multiplier: '0.1', quantityUnit: 'contracts', settleAsset: 'USD' },
      side: 'short',
      quantity: '5',
      entryPrice: '80000',
      markPrice: '80000',
      marginMode: 'cross',
      walletBalance: '30000',
      brokerMargin: { initial: '2640', maintenance: '2400', per: 'contract' },
    };
    // 80 000 + (30 000 − 5 × 2 400) ÷ 0.5
    const found = await liquidation(document);
    expect(found).toMatchObject({ liquidationPrice: '116000', call: true, maintenanceMargin: '12000' });
    expect(found.reason).toContain('broker');
  });

  test('an inverse position whose rate grows with its coins: equity is the margin at the price found', async () => {
    const document = {
      model: 'deribit',
      contract: inverseContract,
      side: 'long',
      quantity: '1000000',
      entryPrice: '50000',
      markPrice: '50000',
      marginMode: 'cross',
      walletBalance: '5',
      marginSlope: { initialBase: '0.02', maintenanceBase: '0.01', perCoin: '0.00005' },
    };
    const { liquidationPrice } = await liquidation(document);
    const there = await liquidation({ ...document, markPrice: liquidationPrice });
    near(there.equity, there.maintenanceMargin ?? '', '0.000000001');
    // A short whose coins cover it is closed only far below: 320 000 coins' margin outgrow its gain.
    const short = await liquidation({ ...document, side: 'short', walletBalance: '20' });
    const below = await liquidation({
      ...document,
      side: 'short',
      walletBalance: '20',
      markPrice: short.liquidationPrice,
    });
    expect(Number(short.liquidationPrice)).toBeLessThan(1000);
    near(below.equity, below.maintenanceMargin ?? '', '0.00001');
  });
});

test('if all prices fall, coins of another kind that stand as collateral fall too', async () => {
  const long = { ...isolated, isolatedMargin: undefined, marginMode: 'cross', walletBalance: '0' };
  const sol = [{ asset: 'SOL', quantity: '1', price: '20' }];
  const found = await liquidation({ ...long, collateral: sol });
  // Alone: 20 + p − 100 = 0.01 p; all together: 0.2 p + p − 100 = 0.01 p.
  near(found.liquidationPrice, '80.808080808', '0.000001');
  near(found.togetherPrice, '84.033613445', '0.000001');
});

describe('cash that an adverse move needs', () => {
  test('a table that jumps asks the most just above its cap, on the way', async () => {
    const jump = [
      { cap: '0.00952', maintenanceRate: '0.003', deduction: '0' },
      { cap: '0.010472', maintenanceRate: '0.0051', deduction: '0' },
    ];
    const coin = { ...isolated, entryPrice: '0.01', markPrice: '0.01', model: 'kraken', marginTiers: jump };
    const { cashNeeded } = await liquidation({ ...coin, moves: ['0.05'] });
    // 0.01 − 0.00952 + 0.51 % × 0.00952
    expect(cashNeeded).toEqual([{ move: '0.05', cash: '0.000528552' }]);
  });

  test.each([
    ['linear short: q·P·(x + mmr·(1 + x))', { side: 'short' }, '0.3', '31.3'],
    ['linear long: q·P·(x + mmr·(1 − x))', {}, '0.3', '30.7'],
    ['a long cannot lose more than all', {}, '1', null],
  ])('%s', async (_name, change, move, cash) => {
    const found = await liquidation({ ...isolated, ...change, moves: [move] });
    expect(found.cashNeeded).toEqual([{ move, cash }]);
  });

  test('an inverse short never needs more than its value in coins', async () => {
    const short = {
      ...isolated,
      contract: inverseContract,
      model: 'inverse',
      side: 'short',
      quantity: '100',
    };
    const { cashNeeded } = await liquidation({ ...short, moves: ['0.5', '10', '100000'] });
    for (const { cash } of cashNeeded) expect(Number(cash)).toBeLessThanOrEqual(1);
  });
});

test('the distance in per cent and in days of usual change', async () => {
  const found = await liquidation({ ...isolated, dailyVolatility: '0.05' });
  near(found.liquidationPrice, '90.909090909', '0.000001');
  near(found.distance, '0.090909090909', '0.000001');
  near(found.distanceInDailySigmas, '1.906203596', '0.000001'); // |ln(90.909… ÷ 100)| ÷ 0.05
});

describe('refused by name', () => {
  test.each([
    ['isolatedMargin', { isolatedMargin: undefined }],
    ['isolatedMargin', { leverage: '10' }],
    ['walletBalance', { marginMode: 'cross', isolatedMargin: undefined }],
    ['leverage', { marginMode: 'cross', isolatedMargin: undefined, leverage: '5', walletBalance: '1' }],
    ['model', { model: undefined }],
    ['marginTiers', { marginTiers: undefined }],
    ['marginTiers.0.rate', { marginTiers: [{ rate: '0.01' }] }],
    [
      'marginTiers.1',
      {
        marginTiers: [
          { cap: '50000', mmr: '0.004', cum: '0' },
          { mmr: '0.005', cum: '500' },
        ],
      },
    ],
    ['marginTiers.0.maintenanceRate', { marginTiers: [{ cap: '5' }] }],
    ['marginTiers.0', { marginTiers: [{ mmr: '1.5' }] }],
    [
      'marginTiers.1',
      {
        marginTiers: [
          { cap: '5', mmr: '0.1' },
          { cap: '5', mmr: '0.2' },
        ],
      },
    ],
    [
      'others.0.markPrice',
      { others: [{ contract: 'binance-um:ETHUSDT', side: 'long', quantity: '1', entryPrice: '9' }] },
    ],
  ])('%s', async (field, change) => {
    const result = await tryLiquidation({ ...isolated, ...change });
    expect(result.ok ? null : result.failure.where).toMatchObject({ field });
  });

  test('a field that nobody knows', async () => {
    await expect(tryLiquidation({ ...isolated, qty: '1' })).rejects.toThrow(/qty/u);
  });
});
