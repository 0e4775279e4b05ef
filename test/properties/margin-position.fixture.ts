/** Positions and accounts as drawn, as the engine takes them and as the plain implementation does. */
import type {
  CollateralCoin,
  MarginAccount,
  MarginPosition,
} from '../../src/main/engine/futures/margin/margin-account.ts';
import { settleAmount } from '../../src/main/engine/futures/units.ts';
import type { SettleAmount, Size } from '../../src/main/engine/futures/units.ts';
import { assetId } from '../../src/shared/domain/asset.ts';
import type { AssetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { Payoff } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import type { LiquidationModel, MarginTable } from '../../src/shared/domain/margin-table.ts';
import { toText } from '../../src/shared/num/format.ts';
import { money, price, quantity, rate } from '../../src/shared/num/parse.ts';
import type { Exact } from '../../src/shared/num/types.ts';
import { specOf } from './futures.fixture.ts';
import type { PlainMargin, PlainPosition } from './plain-futures-margin.fixture.ts';

/** A position and what backs it, as drawn: texts go to the engine, their numbers to the plain implementation. */
export interface DrawnPosition {
  readonly payoff: Payoff;
  readonly symbol: string;
  readonly underlying: string;
  readonly side: 'long' | 'short';
  readonly size: string;
  readonly mark: string;
  readonly entry: string;
  readonly multiplier: string;
  readonly margin: PlainMargin;
  readonly model: LiquidationModel;
  /** null: cross. */
  readonly isolatedMargin: string | null;
}

export interface DrawnAccount {
  readonly positions: readonly DrawnPosition[];
  readonly wallet: string;
  readonly collateral: readonly { asset: string; quantity: string; price: string; weight: string }[];
}

export const numberOf = (exact: Exact): number => Number(toText(exact));

const text = (value: number): string => value.toFixed(15);

function tableOf(margin: PlainMargin): MarginTable {
  switch (margin.kind) {
    case 'tiers':
      return {
        kind: 'tiers',
        unit: margin.unit,
        tiers: margin.tiers.map((tier) => ({
          cap: tier.cap === null ? null : quantity(text(tier.cap)),
          maintenanceRate: rate(text(tier.rate)),
          deduction: quantity(text(tier.deduction)),
          initialRate: null,
        })),
      };
    case 'slope': {
      const base = rate(text(margin.base));
      return { kind: 'slope', initialBase: base, maintenanceBase: base, perCoin: rate(text(margin.perCoin)) };
    }
    case 'flat':
      return { kind: 'flat', initial: null, maintenance: rate(text(margin.rate)) };
    case 'broker-money': {
      const side = { initial: money(text(margin.aContract)), maintenance: money(text(margin.aContract)) };
      return { kind: 'broker-money', long: side, short: side };
    }
  }
}

const TAKER_FEE = '0.0006';
const settleOf = (payoff: Payoff): AssetId => assetId(payoff === 'linear' ? 'USD' : 'BTC');

export function termsOf(position: DrawnPosition): ContractTerms {
  const { payoff, symbol } = position;
  return {
    ...specOf(payoff),
    id: contractId('test', symbol),
    symbol,
    underlying: assetId(position.underlying),
    multiplier: quantity(position.multiplier),
    quantityUnit: 'contracts',
    takerFee: rate(TAKER_FEE),
    series: null,
    minNotional: null,
    maxQuantity: null,
    maxLeverage: null,
    feePerContract: null,
    settlement: 'cash',
    settlementIndex: null,
    fixing: null,
    resets: 'never',
    margin: tableOf(position.margin),
    liquidation: position.model,
    evidence: [],
    notes: null,
  };
}

/** What the size was worth at its entry price, from the engine's own rounding so that both start from one amount. */
function entryValueOf({ payoff, size, entry }: DrawnPosition): SettleAmount {
  const worth = payoff === 'inverse' ? Number(size) / Number(entry) : Number(size) * Number(entry);
  return settleAmount(quantity(worth.toFixed(18)));
}

export function enginePosition(position: DrawnPosition): MarginPosition {
  const at = price(position.mark);
  return {
    terms: termsOf(position),
    side: position.side,
    size: quantity(position.size) as Size,
    entryValue: entryValueOf(position),
    averageEntry: price(position.entry),
    at: { price: at, settlePrice: position.payoff === 'inverse' ? at : price('1') },
    mode: position.isolatedMargin === null ? 'cross' : 'isolated',
    isolatedMargin: position.isolatedMargin === null ? null : settleAmount(quantity(position.isolatedMargin)),
  };
}

export function engineAccount({ positions, wallet, collateral }: DrawnAccount): MarginAccount {
  return {
    settleAsset: settleOf(positions[0]?.payoff ?? 'linear'),
    walletBalance: settleAmount(quantity(wallet)),
    positions: positions.map(enginePosition),
    collateral: collateral.map((coin): CollateralCoin => ({
      asset: assetId(coin.asset),
      quantity: quantity(coin.quantity),
      price: price(coin.price),
      weight: rate(coin.weight),
    })),
  };
}

export function plainPosition(position: DrawnPosition): PlainPosition {
  return {
    payoff: position.payoff,
    sign: position.side === 'long' ? 1 : -1,
    size: Number(position.size),
    multiplier: Number(position.multiplier),
    entryValue: numberOf(entryValueOf(position)),
    mark: Number(position.mark),
    margin: position.margin,
    model: position.model,
    takerFee: Number(TAKER_FEE),
  };
}
