/** A hedge that is not saved yet, as its tax effects are asked about. */
import type { AssetId } from '../../../../../../shared/domain/asset.ts';
import type { ContractSpec } from '../../../../../../shared/domain/contract-spec.ts';
import type { OpenLot } from '../../../../../../shared/domain/lot.ts';
import type { Profile } from '../../../../../../shared/domain/profile.ts';
import type { Price, Quantity, Rate } from '../../../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import type { ActionBook } from '../actions/action-book.ts';
import type { PlannedOffset } from '../actions/planned-action.ts';
import type { TaxPositionId } from '../straddles/straddle-case.ts';
import type { UsFacts } from '../us-facts.ts';

export interface PlannedHedgeLeg {
  /** A name that no position of the ledger has. */
  readonly position: TaxPositionId;
  readonly asset: AssetId;
  readonly spec: ContractSpec;
  readonly side: 'long' | 'short';
  /** Coins that it moves, positive. */
  readonly coins: Quantity;
  /** The contract's own, today. */
  readonly price: Price;
  /** Of a short: what it offsets by the elections in force. */
  readonly offsets: readonly PlannedOffset[];
  /** The lots of these, or those it is meant for where coins are in no straddle. */
  readonly covers: readonly CoveredLot[];
}

export interface CoveredLot {
  readonly lot: OpenLot;
  readonly quantity: Quantity;
}

export type ClosingDay = 'today' | 'year-end' | 'next-year';

export interface Closing {
  readonly when: ClosingDay;
  readonly date: LocalDate;
}

export interface HedgeEffectsInput {
  readonly facts: UsFacts;
  readonly profile: Profile | null;
  readonly asOf: LocalDate;
  readonly legs: readonly PlannedHedgeLeg[];
  readonly closings: readonly Closing[];
  /** Shares by which all prices change until the close; one of them is 0. */
  readonly changes: readonly Rate[];
  readonly lotOf: ActionBook['lotOf'];
  /** Prices of coins and contracts if all change by a share until a day, in a straight line, and stay there. */
  pricesWith(change: Rate, by: LocalDate): Pick<ActionBook, 'priceOn' | 'contractPriceOn'>;
}
