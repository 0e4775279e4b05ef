import type { Price, Quantity, Rate } from '../num/types.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { AssetId } from './asset.ts';

/** "<venue key>:<symbol>", for example "binance-um:BTCUSDT" or "cme:MBT". */
export type ContractId = string & { readonly __id: 'contract' };

export function contractId(venueKey: string, symbol: string): ContractId {
  return `${venueKey}:${symbol}` as ContractId;
}

export type Payoff = 'linear' | 'inverse' | 'quanto';
export type QuantityUnit = 'contracts' | 'base' | 'quote';
export type Confidence = 'verified' | 'from-knowledge' | 'uncertain';

/**
 * Terms of a futures contract, as of a date. A field that is null is not known, never zero.
 * One order unit is worth: linear, `multiplier` coins; inverse, `multiplier` units of the quote currency.
 */
export interface ContractSpec {
  readonly id: ContractId;
  readonly venue: string;
  readonly symbol: string;
  readonly name: string;
  readonly underlying: AssetId;
  readonly quote: AssetId;
  readonly settleAsset: AssetId;
  readonly kind: 'perpetual' | 'dated';
  readonly payoff: Payoff;
  readonly multiplier: Quantity;
  /** What the venue's quantity box means. */
  readonly quantityUnit: QuantityUnit;
  readonly quantityStep: Quantity;
  readonly minQuantity: Quantity | null;
  readonly priceTick: Price | null;
  readonly expiry: LocalDate | null;
  readonly expiryRule: string | null;
  readonly takerFee: Rate | null;
  readonly makerFee: Rate | null;
  readonly fundingIntervalHours: number | null;
  readonly section1256: { readonly status: boolean; readonly settled: boolean; readonly reason: string };
  readonly usPersons: boolean | null;
  readonly asOf: LocalDate;
}
