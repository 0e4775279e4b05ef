/** Margins and liquidation prices that venues, test suites and textbooks print, through engine and `calc liquidation`. */
import { describe, expect, test } from 'vitest';
import { settleAmount } from '../../../src/main/engine/futures/units.ts';
import type { PositionDirection } from '../../../src/main/engine/futures/units.ts';
import { payoffRules } from '../../../src/main/engine/futures/payoff/payoff-rules.ts';
import { tierDeductions } from '../../../src/main/engine/futures/margin/tier-deductions.ts';
import { absolute, negate, subtract } from '../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { price, quantity, rate } from '../../../src/shared/num/parse.ts';
import { quantityTimes, ratio } from '../../../src/shared/num/products.ts';
import type { Quantity } from '../../../src/shared/num/types.ts';
import { inverseContract, linearContract, liquidation } from './calc-liquidation.fixture.ts';
import type { LiquidationDocument } from './calc-liquidation.fixture.ts';
import { goldenMarginCases } from './golden-margin-cases.ts';
import type { GoldenMarginCase } from './golden-margin-cases.ts';

type Given = (name: string) => string;

const linear = payoffRules('linear');
const inverse = payoffRules('inverse');

/** An isolated position of a contract given by its terms; the mark stands at the entry. */
function isolated(given: Given, model: string, extra: LiquidationDocument): LiquidationDocument {
  return {
    model,
    contract: linearContract,
    side: given('side'),
    quantity: given('qty'),
    entryPrice: given('entry'),
    markPrice: given('entry'),
    marginMode: 'isolated',
    ...extra,
  };
}

function dollars(given: Given, model: string, extra: LiquidationDocument): LiquidationDocument {
  const contract = { ...inverseContract, multiplier: extra['contractUsd'] ?? '1' };
  const { contractUsd: _, ...rest } = extra;
  return {
    model,
    contract,
    side: 'long',
    quantity: given('contracts'),
    entryPrice: given('entry'),
    markPrice: given('entry'),
    marginMode: 'cross',
    ...rest,
  };
}

const oneTier = (maintenanceRate: string, deduction = '0'): LiquidationDocument[] => [
  { maintenanceRate, deduction },
];

const priceOf = async (document: LiquidationDocument): Promise<string | null> =>
  (await liquidation(document)).liquidationPrice;

/** What a venue asks of a linear position; leverage does not come into it. */
async function asked(
  amount: string,
  at: string,
  margin: LiquidationDocument,
): Promise<{ readonly initial: string | null; readonly maintenance: string | null }> {
  const answer = await liquidation({
    model: 'binance',
    contract: linearContract,
    side: 'long',
    quantity: amount,
    entryPrice: at,
    markPrice: at,
    marginMode: 'cross',
    walletBalance: '0',
    ...margin,
  });
  return { initial: answer.initialMargin, maintenance: answer.maintenanceMargin };
}

const share = (perCent: string): string =>
  toText(quantityTimes(quantity(perCent), rate('0.01'), 'half-even'));

const compute: Record<
  GoldenMarginCase['formula'],
  (given: Given, optional: (name: string) => string | undefined) => Promise<string | null>
> = {
  binance_liq: async (given, optional) =>
    await priceOf(
      isolated(given, 'binance', {
        isolatedMargin: given('walletBalance'),
        marginTiers: oneTier(given('mmr'), optional('maintenanceAmount')),
      }),
    ),
  binance_coinm_liq: async (given) =>
    await priceOf(
      dollars(given, 'inverse', {
        side: given('side'),
        contractUsd: given('contractUsd'),
        walletBalance: given('walletBalance'),
        marginTiers: oneTier(given('mmr')),
      }),
    ),
  bybit_liq_linear_entry: async (given) =>
    await priceOf(
      isolated(given, 'bybit-entry', {
        leverage: given('leverage'),
        marginTiers: oneTier(given('mmr')),
      }),
    ),
  bybit_liq_inverse_entry: async (given) =>
    await priceOf(
      dollars(given, 'bybit-entry', {
        side: given('side'),
        marginMode: 'isolated',
        leverage: given('leverage'),
        marginTiers: oneTier(given('mmr')),
      }),
    ),
  // Bankrupt where equity no longer pays the fee of closing: the taker fee in the place of the maintenance rate.
  bybit_inverse_bust_cross: async (given) =>
    await priceOf(
      dollars(given, 'inverse', { walletBalance: given('balance'), marginTiers: oneTier(given('taker')) }),
    ),
  // A position liquidated at `liq` before margin is added: entered 5 % above it, with so much margin and no more.
  liq_after_margin_change: async (given) => {
    const entry = quantityTimes(quantity(given('liq')), rate('1.05'), 'half-even');
    const margin = quantityTimes(subtract(entry, quantity(given('liq'))), rate(given('qty')), 'half-even');
    const document = (name: string): string => (name === 'entry' ? toText(entry) : given(name));
    return await priceOf(
      isolated(document, 'bybit-entry', {
        isolatedMargin: toText(margin),
        addedMargin: given('added'),
        marginTiers: oneTier('0'),
      }),
    );
  },
  gate_okx_liq: async (given) =>
    await priceOf(
      isolated(given, 'gate', {
        isolatedMargin: given('margin'),
        marginTiers: oneTier(given('mmr')),
        takerFee: given('taker'),
      }),
    ),
  hyperliquid_liq: async (given) =>
    await priceOf(
      isolated(given, 'hyperliquid', {
        isolatedMargin: given('isolatedMargin'),
        maxLeverage: Number(given('maxLeverage')),
      }),
    ),
  maint_margin: async (given, optional) => {
    const tiers = { marginTiers: oneTier(given('mmr'), optional('maintenanceAmount')) };
    return (await asked(given('notional'), '1', tiers)).maintenance;
  },
  initial_margin: async (given) => {
    const tiers = { marginTiers: [{ maintenanceRate: '0', initialRate: given('rate') }] };
    return (await asked(given('qty'), given('price'), tiers)).initial;
  },
  deribit_margin: async (given) => {
    const base = share(given('basePct'));
    const slope = { initialBase: base, maintenanceBase: base, perCoin: share(given('slopePct')) };
    return (await asked(given('size'), given('price'), { marginSlope: slope })).initial;
  },
  tier_amount: async (given) => {
    const floors = given('tiers')
      .split(' ')
      .map((tier) => tier.split(':'));
    const tiers = floors.map(([, maintenanceRate = ''], place) => ({
      maintenanceRate: rate(maintenanceRate),
      cap: floors[place + 1]?.[0] === undefined ? null : quantity(floors[place + 1]?.[0] ?? ''),
    }));
    const deduction = tierDeductions(tiers)[Number(given('level')) - 1];
    return deduction === undefined ? null : toText(deduction);
  },
  bingx_roi: async (given) => {
    const size = linear.sizeOf(
      { payoff: 'linear', multiplier: quantity('1'), quantityUnit: 'base' },
      { unit: 'base', amount: quantity(given('size')) },
      price(given('entry')),
    );
    const coin = inverse.profit(
      given('side') as PositionDirection,
      inverse.valueAt(inverse.sizeWorth(settleAmount(size), price(given('entry'))), price(given('entry'))),
      inverse.valueAt(inverse.sizeWorth(settleAmount(size), price(given('entry'))), price(given('exit'))),
    );
    return toText(ratio<Quantity>(coin, quantity(given('margin')), 'half-even'));
  },
  inverse_fee: async (given) => {
    const terms = { payoff: 'inverse', multiplier: quantity('1'), quantityUnit: 'contracts' } as const;
    const order = { unit: 'contracts', amount: quantity(given('contracts')) } as const;
    const size = inverse.sizeOf(terms, order, price(given('price')));
    return toText(negate(inverse.fee(size, price(given('price')), rate(given('rate')))));
  },
  value_difference: async (given) =>
    toText(
      inverse.profit(
        given('side') as PositionDirection,
        settleAmount(quantity(given('entryValue'))),
        settleAmount(quantity(given('exitValue'))),
      ),
    ),
  // What one contract gains by one tick.
  tick_value: async (given) => {
    const terms = {
      payoff: 'linear',
      multiplier: quantity(given('multiplier')),
      quantityUnit: 'contracts',
    } as const;
    const size = linear.sizeOf(terms, { unit: 'contracts', amount: quantity('1') }, price('1'));
    return toText(linear.valueAt(size, price(given('tick'))));
  },
};

describe('published margins and liquidation prices', () => {
  test.each(goldenMarginCases)('$id ($formula)', async (example) => {
    const given: Given = (name) => {
      const value = example.inputs[name];
      if (value === undefined) throw new Error(`${example.id} has no ${name}`);
      return value;
    };
    const found = await compute[example.formula](given, (name) => example.inputs[name]);
    if (example.expected === null) expect(found).toBeNull();
    else {
      const miss = absolute(subtract(quantity(found ?? '0'), quantity(example.expected)));
      expect(miss <= quantity(example.tolerance), `${found} for ${example.expected}: ${example.source}`).toBe(
        true,
      );
    }
  });
});
