import type { Money, Quantity, Rate } from '../num/types.ts';

/** One step of a venue's margin table. It begins above the cap before it. */
export interface MarginTier {
  /** In the table's unit; a position of just this size still belongs to the tier. null: no end. */
  readonly cap: Quantity | null;
  readonly maintenanceRate: Rate;
  /** Taken off rate × value ("maintenance amount", "deduction"), in the settle asset; zero where the table has none. */
  readonly deduction: Quantity;
  /** One over the largest leverage; null where not known. */
  readonly initialRate: Rate | null;
}

/** What a United States broker asks overnight: shares of the notional, or money a contract. */
export interface BrokerMargin<Amount extends Rate | Money> {
  readonly initial: Amount;
  readonly maintenance: Amount;
}

/** What a venue asks as margin, by the size of the position. */
export type MarginTable =
  | {
      readonly kind: 'tiers';
      /** What caps count: the position's value in its settle asset, coins of the underlying, or contracts. */
      readonly unit: 'settle-value' | 'coins' | 'contracts';
      /** Smallest first; only the last may have no cap. */
      readonly tiers: readonly MarginTier[];
    }
  /** A rate that grows with the size in coins: base + slope × coins (Deribit). */
  | {
      readonly kind: 'slope';
      readonly initialBase: Rate;
      readonly maintenanceBase: Rate;
      readonly perCoin: Rate;
    }
  /** One rate whatever the size. null where not known. */
  | { readonly kind: 'flat'; readonly initial: Rate | null; readonly maintenance: Rate | null }
  | {
      readonly kind: 'broker-rates';
      readonly long: BrokerMargin<Rate>;
      readonly short: BrokerMargin<Rate>;
    }
  | {
      readonly kind: 'broker-money';
      readonly long: BrokerMargin<Money>;
      readonly short: BrokerMargin<Money>;
    };

/**
 * How a venue comes to its liquidation price. `broker`: there is none, but a price at which margin is called.
 * `bybit-entry` is Bybit's older form (margin at the entry value), `bybit-mark` the one of 2026.
 */
export const LIQUIDATION_MODELS = [
  'binance',
  'bybit-entry',
  'bybit-mark',
  'okx',
  'inverse',
  'deribit',
  'kraken',
  'hyperliquid',
  'broker',
] as const;
export type LiquidationModel = (typeof LIQUIDATION_MODELS)[number];

export type MarginMode = 'cross' | 'isolated';
