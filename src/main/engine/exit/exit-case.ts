/** All that an exit plan is chosen from: what has to be sold and bought, which lots and futures there are, days, limits, costs. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import type { Profile } from '../../../shared/domain/profile.ts';
import type { StraddleRegime } from '../../../shared/domain/tax-elections.ts';
import type { Money, Quantity, Rate } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { ActionBook } from '../tax/jurisdictions/us/actions/action-book.ts';
import type { PlannedOffset } from '../tax/jurisdictions/us/actions/planned-action.ts';
import type { TaxPositionId } from '../tax/jurisdictions/us/straddles/straddle-case.ts';
import type { NoTradeSpan } from './last-allowed.ts';
import type { UsFacts } from '../tax/jurisdictions/us/us-facts.ts';

export interface ExitCase {
  readonly asOf: LocalDate;
  readonly currency: AssetId;
  readonly profile: Profile;
  /** The ledger with nothing planned. */
  readonly facts: UsFacts;
  /** Lots, and the prices of coins and contracts along the path that is assumed. */
  readonly book: ActionBook;
  /** Days on which the plan may trade, earliest first, the first not before `asOf`. Goals are reached on the last. */
  readonly dates: readonly CandidateDate[];
  /** Days on which not to trade; candidate days lie outside, and hedges are rolled outside. */
  readonly noTrade?: readonly NoTradeSpan[];
  /** The last tax year that the plan counts; not before the year of the last date. */
  readonly lastYear: number;
  readonly goals: readonly ExitGoal[];
  readonly futures: readonly ExitFuture[];
  readonly costs: ExitCosts;
  readonly limits: ExitLimits;
  /**
   * How far all goal coins together may stand off what is wanted, after every date, at today's prices: what stands above makes
   * up for what stands below. Exposure to the market as a whole is never what a plan is paid for. null: no limit.
   */
  readonly netTolerance: Money | null;
  /** For hedges opened today, each tried; empty: the one that the elections name. */
  readonly regimes: readonly StraddleRegime[];
}

export interface CandidateDate {
  readonly date: LocalDate;
  /** Why it is one, each a clause: "lots turn long-term", "the tax year 2026 ends". */
  readonly why: readonly string[];
}

/** What is to become of one coin. Exactly one of `sell` and `buy` is above zero. */
export interface ExitGoal {
  readonly asset: AssetId;
  readonly sell: Quantity;
  readonly buy: Quantity;
  /** What may be sold, in the order in which the taxpayer's method would sell it; empty where nothing is to be sold. */
  readonly lots: readonly ExitLot[];
  /** All coins held of it, with those that must not be sold; the sum of `lots` where left out. */
  readonly held?: Quantity;
  /**
   * `free`: each sale is identified before it is made. Else the order of `lots` binds, in each account or over all: a lot is
   * sold once those before it are gone. `free` where left out.
   */
  readonly order?: 'free' | 'by-account' | 'universal';
  /** How far spot and futures together may stand from what they are meant to be, on every date, in coins; never below half a step. */
  readonly tolerance: Quantity;
  /** The most coins on one day; null: no limit. */
  readonly perDay: Quantity | null;
  /** No ticket is smaller, unless it is the last rest. */
  readonly minTicket: Quantity;
}

export interface ExitLot {
  readonly lot: LotId;
  readonly account: AccountId;
  /** Of the lot, what may be sold. */
  readonly quantity: Quantity;
  /** Of that quantity. */
  readonly costBasis: Money;
}

/** A futures position that holds exposure until coins are sold or bought: open in the ledger, or to be opened on the first date. */
export interface ExitFuture {
  readonly position: TaxPositionId;
  readonly terms: ContractTerms;
  /** The goal's asset that it stands for; of a cross hedge not the contract's own. */
  readonly asset: AssetId;
  readonly side: 'long' | 'short';
  /** Coins of the asset that one step of the contract moves, positive. */
  readonly coinsPerStep: Quantity;
  /** Whole steps: open now, or the most that may be opened on the first date. */
  readonly steps: number;
  readonly isOpen: boolean;
  /** What it has to offset when `steps` of it are opened, in their order. Empty for open ones. */
  readonly offsets: readonly PlannedOffset[];
  /** What fewer steps offset: the first of these, their share of each, or all the same. The first, where left out. */
  readonly fewer?: 'first' | 'share' | 'all';
  /** Of an open position of the ledger that is not the plan's alone: the plan's part. */
  readonly part: { readonly quantity: Quantity; readonly outOf: Quantity } | null;
  /**
   * Funding as a share of notional and year, positive where the holder of this side pays; 0 for dated contracts, whose
   * carry is in the book's prices.
   */
  readonly fundingPerYear: Rate;
  /** Where that comes from, a whole sentence. */
  readonly carryWords: string;
  /** Shares of notional for each trade. */
  readonly fee: Rate;
  readonly slippage: Rate;
  /** Money that it locks as a share of notional; null where nobody knows. */
  readonly marginRate: Rate | null;
}

export interface ExitCosts {
  readonly discountPerYear: Rate;
  /** Of what is sold or bought, as shares. */
  readonly spotFee: Rate;
  readonly spotSlippage: Rate;
  /** What locked margin would have earned elsewhere, a share of it and year. */
  readonly marginCostPerYear: Rate;
}

export interface ExitLimits {
  /**
   * Money for margin and purchases at the start; proceeds add to it on their day. null: margin is not watched, and purchases
   * are paid by the sales made until then, but for what the goals need beyond all sales (`paid-by-sales.ts`).
   */
  readonly cash: Money | null;
  readonly maxDates: number;
}
