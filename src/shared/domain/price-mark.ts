import type { Price } from '../num/types.ts';
import type { Instant } from '../time/instant.ts';
import type { AssetId } from './asset.ts';
import type { ContractId } from './contract-spec.ts';

/** A price in the reporting currency, with its time and where it came from. Hedgerow never fetches one. */
export interface PriceMark {
  /** An asset, or a contract whose own mark it is. */
  readonly of: AssetId | ContractId;
  readonly time: Instant;
  readonly price: Price;
  /** "typed", "file marks.csv line 12", "trade on Coinbase". */
  readonly source: string;
}
