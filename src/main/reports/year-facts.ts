/** All that the forms of one year are made of: the ledger's disposals, futures and straddles, and the assessed year. */
import type { AccountId } from '../../shared/domain/account.ts';
import type { EventId } from '../../shared/domain/event.ts';
import type { Disposal } from '../../shared/domain/lot.ts';
import type { HistoryYear } from '../../shared/domain/profile.ts';
import type { BrokerForm } from '../../shared/domain/report-kind.ts';
import type { TaxYear } from '../engine/tax/tax-years.ts';
import type { RealisedYear } from '../engine/tax/realised-years.ts';
import type {
  DatedGain,
  Offset,
  StraddleFuture,
  TaxPositionId,
} from '../engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import type { StraddleYear } from '../engine/tax/jurisdictions/us/straddles/straddle-years.ts';

/** Taxed disposals of the year, in the order in which units left; made when asked for. */
export interface DisposalSource {
  readonly count: number;
  at(place: number): Disposal;
  /** "<event>/<n>", as `disposal:` explain ids and straddle items name it. */
  idAt(place: number): string;
}

/** A futures position of the ledger, in words. */
export interface NamedFuture extends StraddleFuture {
  readonly account: AccountId;
  readonly accountName: string;
  /** True where it hedged something in the year. */
  readonly inStraddle: boolean;
}

/** A futures result that names no position. */
export interface LooseResult extends DatedGain {
  readonly section1256: boolean;
}

export interface YearFacts {
  readonly year: number;
  readonly currency: string;
  readonly disposals: DisposalSource;
  readonly realised: RealisedYear;
  readonly straddles: StraddleYear;
  readonly loose: readonly LooseResult[];
  /** True where a price of the year's end is missing: what gains hold losses back is then not known. */
  readonly isPriceMissing: boolean;
  /** What offset what in the year. */
  readonly offsets: readonly Offset[];
  /** Boxes at the head of Form 6781. */
  readonly boxes: { readonly a: boolean; readonly b: boolean; readonly c: boolean; readonly d: boolean };
  futureOf(id: TaxPositionId | string): NamedFuture | undefined;
  /** A lot or position in words: "0.5 BTC bought 2024-01-05", "short MBT (CME)". */
  nameOf(id: string): string;
  /** Rows behind a lot or a position. */
  eventsOf(id: string): readonly EventId[];
  accountName(account: AccountId): string;
  /** What the broker of an account says about its sales of the year. */
  brokerFormOf(account: AccountId): BrokerForm;
  /** Whether the units of a lot came into being in the account they left, so that its broker knows their cost. */
  boughtThere(disposal: Disposal): boolean;
  /** null where the year is not assessed: no tax details, or no amounts of law. */
  readonly taxYear: TaxYear | null;
  /** Every assessed year, in order: what a loss is carried back to. */
  readonly taxYears: readonly TaxYear[];
  /** Years before the first of them as their returns say. */
  readonly history: readonly HistoryYear[];
  /** Loss years for which the carryback is elected. */
  readonly carrybackYears: ReadonlySet<number>;
}
