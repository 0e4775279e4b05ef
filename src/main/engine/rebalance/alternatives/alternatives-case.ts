/** What the ways back to the targets are made and judged from. */
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotMethod, OpenLot } from '../../../../shared/domain/lot.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitCase, ExitFuture } from '../../exit/exit-case.ts';
import type { ExitPlan } from '../../exit/exit-plan.ts';
import type { ExitSchedule } from '../../exit/exit-schedule.ts';
import type { PricedSchedule } from '../../exit/priced-schedule.ts';
import type { ActionBook } from '../../tax/jurisdictions/us/actions/action-book.ts';
import type { TargetedExposure } from '../drift.ts';

export const PATHS = ['flat', 'up', 'down', 'own'] as const;
export type PathKind = (typeof PATHS)[number];

/** How prices move: the book of a path, with what it assumes of each asset by the horizon. */
export interface PricePath {
  readonly path: PathKind;
  readonly words: string;
  readonly changes: readonly { readonly asset: AssetId; readonly change: Rate }[];
  readonly book: ActionBook;
}

export interface AlternativesCase {
  /** Goals, lots, futures, days; its book is that of the path that costs are counted on. */
  readonly exit: ExitCase;
  readonly horizon: LocalDate;
  /** Everything that has a target, at today's prices. */
  readonly exposures: readonly TargetedExposure[];
  /** Lots of the targeted assets that can be sold, over all accounts. */
  readonly lots: readonly OpenLot[];
  readonly lotMethod: LotMethod;
  /** Of the targeted assets, units that arrived in no known account. */
  readonly elsewhere: readonly Pick<OpenLot, 'asset' | 'quantity'>[];
  readonly paths: readonly PricePath[];
  /** The book if all coins change by a share in a straight line until the horizon. */
  bookAt(change: Rate): ActionBook;
  /** What funding of a future summed up to over so many days, as shares of notional, positive where longs pay; null where not known. */
  fundingRange(future: ExitFuture, days: number): FundingRange | null;
  /** Leave the hedge on this day; null: on the cheapest. */
  readonly leaveOn: LocalDate | null;
  accountName(account: AccountId): string;
}

export interface FundingRange {
  readonly low: Rate;
  readonly high: Rate;
  /** How often it was looked up: stretches of history as long. */
  readonly windows: number;
}

/** What the engine is given to work with. Nothing here knows time or threads. */
export interface AlternativesTools {
  /** The optimum over everything; null: left out. */
  readonly optimise: ((given: ExitCase) => Promise<Result<ExitPlan>>) | null;
  pause(): Promise<void>;
  progress(phase: string, done: number, total: number): void;
}

export type AlternativeKind = 'nothing' | 'sell-now' | 'hedge' | 'mixed' | 'new-money';

/** A way that can be gone, priced; or why it cannot. */
export type Way =
  | { readonly kind: AlternativeKind; readonly priced: PricedSchedule; readonly why: null }
  | { readonly kind: AlternativeKind; readonly priced: null; readonly why: string };

export interface PricedWay {
  readonly kind: AlternativeKind;
  readonly priced: PricedSchedule;
}

/** One way of leaving the hedge: the day, why it is one, and what it costs. */
export interface HedgeExit {
  readonly date: LocalDate;
  readonly why: readonly string[];
  readonly schedule: ExitSchedule;
  readonly cost: Money;
}
