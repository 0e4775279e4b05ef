/** What the taxpayer puts on record about lots: each is a dated line of the chain of identification records. */
import type { Quantity } from '../num/types.ts';
import type { Instant } from '../time/instant.ts';
import type { AccountId } from './account.ts';
import type { AssetId } from './asset.ts';
import type { LotId, LotMethod } from './lot.ts';

/** Units by lot instead of by method. */
export interface LotChoice {
  readonly lot: LotId;
  readonly quantity: Quantity;
}

/** Which units leave from a moment on, wherever a sale names none. */
export interface StandingOrder {
  /** null: every account that has no order of its own. */
  readonly account: AccountId | null;
  readonly method: LotMethod;
  /** From when it holds. */
  readonly from: Instant;
  readonly recordedAt: Instant;
  /** The broker was told: from 2027-01-01 an order counts at a broker only then. */
  readonly toldBroker: boolean;
  /** Recorded here after `from`; the taxpayer says that books kept elsewhere show it was made by then. */
  readonly keptElsewhere: boolean;
}

/** The lots that the next sales of one asset in one account are of, until the quantities named are used up. */
export interface LotIdentification {
  /** Its place in the chain of records. */
  readonly sequence: number;
  readonly account: AccountId;
  readonly asset: AssetId;
  readonly lots: readonly LotChoice[];
  readonly recordedAt: Instant;
  readonly toldBroker: boolean;
}

/** How the basis left on 2025-01-01 was divided among accounts (Rev. Proc. 2024-28). Made once, then fixed. */
export type AllocationWay =
  | {
      readonly kind: 'specific-unit';
      readonly units: readonly (LotChoice & { readonly account: AccountId })[];
    }
  | {
      /** Accounts are filled one after the other, each with the lots that come first in the order. */
      readonly kind: 'global';
      readonly accounts: readonly AccountId[];
      readonly order: 'fifo' | 'lifo' | 'hifo' | 'lofo';
    };

export interface BasisAllocation {
  readonly way: AllocationWay;
  readonly recordedAt: Instant;
}

/** All that is on record about lots. */
export interface LotRecords {
  /** In the order in which they were recorded. */
  readonly orders: readonly StandingOrder[];
  /** In the order in which they were recorded. */
  readonly identifications: readonly LotIdentification[];
  readonly allocation: BasisAllocation | null;
}
