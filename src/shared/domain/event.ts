import type { Money, Price, Quantity } from '../num/types.ts';
import type { Instant } from '../time/instant.ts';
import type { AccountId } from './account.ts';
import type { AssetId } from './asset.ts';
import type { ContractId } from './contract-spec.ts';

/** Derived from the row it came from, so that the same file always gives the same ids. */
export type EventId = string & { readonly __id: 'event' };

export const EVENT_KINDS = [
  // spot
  'buy', // coins in, money (fiat or stablecoin) out
  'sell', // coins out, money in
  'swap', // coin for coin
  'transfer', // between two accounts of one's own, both sides known
  'deposit', // arrived from outside the file: a transfer whose other side is elsewhere, or money paid in
  'withdrawal', // left for outside the file
  'income', // see `reason`
  'fee', // a cost on its own (account fee, network fee without a transfer)
  'spend', // coins given for goods or services
  'gift-received',
  'gift-sent',
  'donation',
  'loss', // lost or stolen units
  // futures
  'futures-fill', // a fill; profit and fee legs where the file states them
  'funding',
  'realised-profit', // a stated profit row without its fill
  'futures-fee', // a stated commission row without its fill
  'settlement', // delivery or periodic settlement of a contract
  'liquidation',
  'insurance', // insurance fund paid or refunded
  'rebate',
  // what an export says of a position that was closed, where it lists no fills; fills count before it
  'closed-position',
  // anything else that moved a balance
  'balance-change',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const INCOME_REASONS = [
  'staking',
  'interest',
  'airdrop',
  'reward',
  'mining',
  'referral',
  'other',
] as const;
export type IncomeReason = (typeof INCOME_REASONS)[number];

export const LEG_ROLES = ['principal', 'fee', 'funding', 'profit', 'rebate', 'insurance'] as const;
export type LegRole = (typeof LEG_ROLES)[number];

/** What one event did to one balance. Signed: in is positive, out is negative. */
export interface Leg {
  readonly account: AccountId;
  readonly asset: AssetId;
  readonly quantity: Quantity;
  readonly role: LegRole;
  /** Value of the whole leg in the reporting currency where the file states it (sign as quantity). */
  readonly value?: Money;
  /** What the file says that the account held of the asset after the row. */
  readonly balanceAfter?: Quantity;
}

/**
 * Exports that write one event as several rows keep each row as an event of its own; rows that belong together are put
 * together where the ledger is read, so that a file cut in two says the same as the whole.
 */
export interface EventPart {
  /**
   * How rows find each other: by one id of the exchange, or by the rules of Binance's statement (seconds, operations).
   * 'restated': of a trade, one row may have both sides and another the side that came with more digits.
   * 'net-profit': a fill whose profit is after the commissions of opening and closing, or a closed position (a day of one)
   * whose profit is after fees and funding; other rows of the contract tell them.
   */
  readonly assembly: 'group' | 'binance-statement' | 'restated' | 'net-profit';
  /** Rows of one format and account with the same group are one event: a reference, an order id. */
  readonly group: string;
  /** The row's own word for what it is ("Transaction Buy"); of 'net-profit' "opens", "closes", or both. */
  readonly operation: string;
  /** The row writes its fee with a minus and is taken as having paid it: the balances around may tell otherwise. */
  readonly feeSign?: 'assumed';
}

export type PositionSide = 'one-way' | 'long' | 'short';
export type Side = 'buy' | 'sell';

/** A trade in a futures contract. Its money effects are legs of the same event. */
export interface Fill {
  readonly account: AccountId;
  readonly contract: ContractId;
  readonly side: Side;
  /** Always positive, in the contract's own order unit (contracts, base or quote: see the contract). */
  readonly quantity: Quantity;
  readonly price: Price;
  /** 'one-way' unless the account keeps longs and shorts of one contract apart. */
  readonly positionSide: PositionSide;
}

/** Where an event comes from: a row of a file, or the user's own hand. */
export interface EventSource {
  readonly file: string;
  /** 1-based line in the file where the row begins; 0 for typed events. */
  readonly line: number;
  readonly format: string;
}

/**
 * Something that happened. Facts are never edited: a correction is a later event that names what it replaces.
 * Order is total: time, then `sequence` (from what the event states: see order-within-instant.ts), then id.
 */
export interface LedgerEvent {
  readonly id: EventId;
  readonly time: Instant;
  readonly sequence: number;
  readonly kind: EventKind;
  readonly legs: readonly Leg[];
  readonly fill?: Fill;
  readonly reason?: IncomeReason;
  /** The contract of a funding, profit or settlement row that is not a fill. */
  readonly contract?: ContractId;
  /** Of a row that states a part of an event. Alone, it is what `kind` says. */
  readonly part?: EventPart;
  /** Of an event put together from parts, never stored: the rows besides its own. */
  readonly parts?: readonly { readonly id: EventId; readonly source: EventSource }[];
  /** Of a closed position: when it was opened. `time` is when it was closed. */
  readonly opened?: Instant;
  /**
   * Of a closed position beside fills that state no profit, never stored: its profit moves the balance alone, because what
   * is gained, and when, follows from the fills.
   */
  readonly profitOfFills?: true;
  /** The exchange's own id where the export has one (trade id, transaction id). */
  readonly externalId?: string;
  readonly note?: string;
  /** For gifts received and imported lots: what the giver paid and when, where the user knows it. */
  readonly carriedBasis?: {
    readonly costBasis: Money;
    readonly acquired: Instant;
    /** What a gift was worth when it was given. */
    readonly value?: Money;
  };
  /** Of a correction: the events whose place it takes, at least one. */
  readonly replaces?: readonly EventId[];
  readonly source: EventSource;
}
