import { describe, expect, test } from 'vitest';
import { assetId } from '../../../../shared/domain/asset.ts';
import { contractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { BrokerMargin, MarginTable, MarginTier } from '../../../../shared/domain/margin-table.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, price, quantity, rate } from '../../../../shared/num/parse.ts';
import type { Exact, Rate } from '../../../../shared/num/types.ts';
import { specOf } from '../../../../../test/properties/futures.fixture.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import { coins, settleAmount } from '../units.ts';
import type { MarginAccount, MarginPosition } from './margin-account.ts';
import { marginState } from './margin-state.ts';
import { wrongDeductions } from './tier-deductions.ts';

const flat: MarginTable = { kind: 'flat', initial: rate('0.1'), maintenance: rate('0.05') };

function termsOf(
  name: string,
  margin: MarginTable | null,
  changes: Partial<ContractTerms> = {},
): ContractTerms {
  return {
    ...specOf('linear', { id: contractId('test', name), symbol: name }),
    series: null,
    minNotional: null,
    maxQuantity: null,
    maxLeverage: null,
    feePerContract: null,
    settlement: 'cash',
    settlementIndex: null,
    fixing: null,
    resets: 'never',
    margin,
    liquidation: 'binance',
    evidence: [],
    notes: null,
    ...changes,
  };
}

/** One coin, entered at 100, of an isolated position with a margin or of a cross one. */
function position(terms: ContractTerms, mark: string, isolatedMargin: string | null = null): MarginPosition {
  const size = coins(quantity('1'));
  return {
    terms,
    side: 'long',
    size,
    entryValue: payoffRules(terms.payoff).valueAt(size, price('100')),
    averageEntry: price('100'),
    at: { price: price(mark), settlePrice: price('1') },
    mode: isolatedMargin === null ? 'cross' : 'isolated',
    isolatedMargin: isolatedMargin === null ? null : settleAmount(quantity(isolatedMargin)),
  };
}

function account(positions: readonly MarginPosition[], wallet = '50'): MarginAccount {
  return { settleAsset: assetId('USD'), walletBalance: settleAmount(quantity(wallet)), positions };
}

const text = (value: Exact | null): string | null => (value === null ? null : toText(value));

describe('the margin of an account', () => {
  test('adds up wallet, open profit and what each position asks', () => {
    const state = marginState(
      account([position(termsOf('A', flat), '90'), position(termsOf('B', flat), '120')]),
    );
    expect(text(state.equity)).toBe('60'); // 50 − 10 + 20
    expect(text(state.initial)).toBe('21');
    expect(text(state.maintenance)).toBe('10.5');
    expect(text(state.buffer)).toBe('49.5');
    expect(state.byPosition.map(({ ratio }) => text(ratio))).toEqual(['0.175', '0.175']);
  });

  test('the buffer is that of the part that is closed first', () => {
    const state = marginState(
      account([position(termsOf('A', flat), '90', '20'), position(termsOf('B', flat), '120')]),
    );
    // Isolated: 20 − 10 − 4.5; cross: 50 − 20 + 20 − 6.
    expect(text(state.buffer)).toBe('5.5');
    expect(state.byPosition.map(({ equity }) => text(equity))).toEqual(['10', '50']);
  });

  test('one margin that is not known leaves the sums unknown, not smaller', () => {
    const state = marginState(
      account([position(termsOf('A', flat), '90'), position(termsOf('B', null), '120')]),
    );
    expect([state.initial, state.maintenance, state.buffer]).toEqual([null, null, null]);
    expect(text(state.equity)).toBe('60');
    expect(state.byPosition.map(({ liquidation }) => liquidation)).toEqual([
      { kind: 'unknown', why: 'the maintenance margin of B is not known' },
      { kind: 'unknown', why: 'the maintenance margin of B is not known' },
    ]);
  });

  test('a venue whose way to liquidate is not known', () => {
    const [only] = marginState(
      account([position(termsOf('A', flat, { liquidation: null }), '90')]),
    ).byPosition;
    expect(only?.liquidation).toEqual({ kind: 'unknown', why: 'how the venue liquidates A is not known' });
  });

  test('a quanto has its margin and price in the asset that it settles in', () => {
    const quanto = termsOf('Q', flat, {
      payoff: 'quanto',
      settleAsset: assetId('BTC'),
      quote: assetId('USD'),
    });
    const [only] = marginState(account([position(quanto, '100', '10')])).byPosition;
    expect(text(only?.maintenance ?? null)).toBe('5');
    expect(only?.liquidation).toMatchObject({ kind: 'price', reached: false });
  });

  test('a broker’s rates differ by side, money a contract does not move with the price', () => {
    const side = (initial: string, maintenance: string): BrokerMargin<Rate> => ({
      initial: rate(initial),
      maintenance: rate(maintenance),
    });
    const rates = { kind: 'broker-rates', long: side('0.24', '0.2'), short: side('0.3', '0.26') } as const;
    const long = position(termsOf('A', rates, { liquidation: 'broker' }), '100');
    const short = { ...long, side: 'short' } as const;
    const asked = (one: MarginPosition): string | null => text(marginState(account([one])).maintenance);
    expect([asked(long), asked(short)]).toEqual(['20', '26']);
    const each = { initial: money('30'), maintenance: money('25') };
    const fixed = termsOf('B', { kind: 'broker-money', long: each, short: each }, { liquidation: 'broker' });
    expect([asked(position(fixed, '100')), asked(position(fixed, '400'))]).toEqual(['25', '25']);
    expect(marginState(account([position(fixed, '100')])).byPosition[0]?.liquidation).toMatchObject({
      kind: 'price',
      call: true,
      price: price('75'), // 100 + 25 − 50
    });
  });
});

test('deductions that are not what rates and caps give are found', () => {
  const tier = (cap: string | null, maintenance: string, deduction: string): MarginTier => ({
    cap: cap === null ? null : quantity(cap),
    maintenanceRate: rate(maintenance),
    deduction: quantity(deduction),
    initialRate: null,
  });
  expect(
    wrongDeductions([tier('50000', '0.004', '0'), tier('250000', '0.005', '50'), tier(null, '0.01', '1300')]),
  ).toEqual([]);
  expect(
    wrongDeductions([tier('50000', '0.004', '0'), tier('250000', '0.005', '60'), tier(null, '0.01', '1300')]),
  ).toEqual([2]);
});
