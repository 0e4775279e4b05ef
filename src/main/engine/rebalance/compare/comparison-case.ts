import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { LotMethod, OpenLot } from '../../../../shared/domain/lot.ts';
import type { TaxElectionValues } from '../../../../shared/domain/tax-elections.ts';
import type { Money, Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { Coins } from '../../futures/units.ts';
import type { YearInput } from '../../tax/assessment.ts';
import type { HedgedLot } from '../hedged-lots.ts';

/** Coins that have to be sold (negative) or bought to reach the targets, and how their price moves until the exit. */
export interface CoinTrade {
  readonly asset: AssetId;
  readonly coins: Coins;
  readonly price: Price;
  /** Change of the price from now to the exit, as a share; in between it moves in a straight line. */
  readonly change: Rate;
}

/** A futures leg held from now to the exit. */
export interface PlannedLeg {
  readonly asset: AssetId;
  readonly terms: ContractTerms;
  /** Signed: a short is negative. */
  readonly coins: Coins;
  readonly notional: Money;
  readonly price: Price;
  readonly change: Rate;
  /** Share of notional per year; positive is a cost to a short and a gain to a long. */
  readonly costToShort: Rate;
  /** Where that rate comes from. */
  readonly carryWords: string;
}

/** Two ways to the same coins: sell and buy now, or hold futures and sell and buy on the exit date. */
export interface ComparisonCase {
  readonly asOf: LocalDate;
  /** After `asOf`. */
  readonly exit: LocalDate;
  readonly currency: string;
  readonly trades: readonly CoinTrade[];
  readonly legs: readonly PlannedLeg[];
  /** In the order in which the taxpayer's method sells them; those in no known account are left out. */
  readonly lots: readonly OpenLot[];
  readonly lotMethod: LotMethod;
  /** Units that left every known account and arrived in none: neither sold nor hedged. */
  readonly elsewhere: readonly { readonly asset: AssetId; readonly quantity: Quantity }[];
  readonly hedgedLots: readonly HedgedLot[];
  /**
   * The taxpayer's years without either alternative, from the year of `asOf` on, without a gap; the losses carried into
   * the first are in it, those of the later ones follow from it.
   */
  readonly years: readonly YearInput[];
  /** In force about straddles; the defaults where left out. */
  readonly elections?: TaxElectionValues;
  /** Whether lots of a coin count as hedged by futures of another; where left out, only if always so by election. */
  readonly crossCounts?: (lots: AssetId, futures: AssetId) => boolean;
  readonly discountPerYear: Rate;
  /** Share of what is sold or bought. */
  readonly spotFee: Rate;
  readonly accountName: (account: AccountId) => string;
}
