/**
 * What an importer is: text in, events and row problems out.
 *
 * An importer is pure: no files, no clock, no randomness. It is driven row by row, so that its driver can work in
 * slices, report progress and be cancelled. To add one: one file, one line in `registry.ts`, one case
 * (docs/howto/add-an-importer.md).
 */
import type { Account } from '../../shared/domain/account.ts';
import type { AssetId } from '../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../shared/domain/event.ts';
import type { Observation } from '../../shared/domain/observation.ts';
import type { Subject } from '../../shared/domain/subject.ts';
import type { PriceMark } from '../../shared/domain/price-mark.ts';
import type { Failure } from '../../shared/errors/failure.ts';
import type { Instant } from '../../shared/time/instant.ts';
import type { TimeZone } from '../../shared/time/time-zone.ts';
import type { DateOrder } from './cells/date-order.ts';
import type { TickerBook } from './tickers/ticker-book.ts';

/** A row of the file: its cells, the 1-based line where it begins, and its text as it stands there. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  readonly raw: string;
}

/** The beginning of a file: enough to know its format by. */
export interface FileHead {
  readonly file: string;
  /** The first rows, preamble included. */
  readonly rows: readonly Row[];
  /** What the user says that the rows are of ("binance-um:BTCUSDT", "BTC"), for files that do not say it themselves. */
  readonly market?: string;
}

/** Decided once for a file, never cell by cell. */
export type DecimalMark = '.' | ',';

export type ZoneOrigin = 'file' | 'file-name' | 'assumed' | 'given';

export interface ZoneFact {
  readonly zone: TimeZone;
  readonly from: ZoneOrigin;
}

/** What an importer sees in a head that it knows. */
export interface Detection {
  /** Which of the format's headers this is ("S2"). */
  readonly variant: string;
  /** The header's place among the rows of the head; what stands before it is preamble. */
  readonly headerIndex: number;
  /** Where each column stands, by its name in normal form. */
  readonly columns: ReadonlyMap<string, number>;
  /** Which header signature matched, in words. */
  readonly why: string;
  /** Of times that carry no zone of their own. */
  readonly zone: ZoneFact;
  /**
   * Columns of times that may leave open whether day or month comes first: the core reads them all and decides
   * (`ReadContext.dateOrder`), or asks. Not named where the format itself settles it.
   */
  readonly dateColumns?: readonly string[];
  /** What a mapping settles, whatever parts the cells. */
  readonly decimalMark?: DecimalMark;
  /** Columns whose cells show which mark decimals have; where left out, every cell is looked at. */
  readonly numberColumns?: readonly string[];
  /** What the format settles: the order of its dates. Wins over `dateColumns`. */
  readonly dateOrder?: DateOrder;
  /** What the header says that all amounts of money are in. */
  readonly currency?: string;
  /** Of market data: what the rows are of, from the user's choice or the file's name. */
  readonly market?: string;
  /** Why the file cannot be read although its format is known: columns that nobody would understand. */
  readonly refusal?: Failure;
}

/** What a reader may know besides the rows. */
export interface ReadContext {
  readonly file: string;
  /** Where rows that name no account belong: the importer's default, or what the user chose. */
  readonly account: Account;
  /** Of times that carry no zone of their own. */
  readonly zone: TimeZone;
  readonly decimalMark: DecimalMark;
  /** Of dates such as 01/02/2025, over the whole file; absent where the format has none. */
  readonly dateOrder?: DateOrder;
  /** What tickers of the exchange stand for, at a time. */
  readonly tickers: TickerBook;
  /** Times later than a day after this are row errors. */
  readonly now: Instant;
  /** How the file writes the names of its columns, by the reader's own: what messages call them. */
  readonly titles?: ReadonlyMap<string, string>;
}

/** An event as an importer knows it, with the row it comes from. */
export interface EventDraft extends Omit<LedgerEvent, 'id' | 'sequence' | 'source'> {
  readonly line: number;
  /**
   * The row's text. It must hold all that the event is made of besides format, account, header and market: by it the row
   * is known again. A row that is read with what another states (an order above its fills) has that text before its own.
   */
  readonly raw: string;
}

/** An observation as an importer knows it: the file and its line are its source. */
export type ObservationDraft = Omit<Observation, 'source'>;

export interface RowProblem {
  /** An error leaves the row out; a warning keeps it. */
  readonly severity: 'error' | 'warning';
  readonly failure: Failure;
  /** Rows with one cause are shown together. */
  readonly cause: string;
  readonly line: number;
  readonly raw: string;
}

/** Why a row is no event, by a rule that is stated to the user (`ignore-rules.ts`). */
export const IGNORE_RULES = [
  'not-final', // an order that was not filled, a deposit that failed: nothing moved
  'inside-the-account', // moved within the account, as into staking: no balance changed
  'nothing-moved', // an amount of zero
  'fills-follow', // an order whose fills stand in rows of their own
  'heading', // a heading inside the table, a total, a footnote
  'states-no-event', // a setting, a message
  'not-filled-in', // a price that waits to be filled in
  'finer-than-kept', // market data within an hour, or of a span that is not over
  'not-kept', // of stocks, options, bonds, which Hedgerow does not keep
  'other-row-has-it', // the same movement stands in another row, or another file of the same report
  'of-other-accounts', // between two accounts that the file is not about
  'other-money', // a price in other money than the reporting currency
] as const;
export type IgnoreRule = (typeof IGNORE_RULES)[number];

/** Where a reader puts what it finds. Every row ends in one of event, price, observation, ignored or problem. */
export interface Sink {
  /**
   * In: `key`, the row in normal form: equal for rows of any variant of the format that state the same thing. The
   * event's id is made of it and of how often it came before in the same file, so that identical rows of one file stay
   * apart and the same row of two files is one event.
   */
  event(key: string, draft: EventDraft): void;
  /**
   * In: `quote`, what the price is in where that is not for the file to choose. A mark is in the reporting currency, so one
   * in other money is left out.
   */
  price(mark: PriceMark, line: number, raw: string, quote?: AssetId): void;
  observation(observation: ObservationDraft, line: number, raw: string): void;
  /**
   * An account that rows name and that is neither the context's nor the importer's own. In: `isGuess`, whether its kind is
   * not stated by a row but guessed.
   */
  account(account: Account, isGuess?: boolean): void;
  /** A row that is no event, by a stated rule. */
  ignored(rule: IgnoreRule, line: number, raw: string): void;
  problem(problem: RowProblem): void;
}

/** Reads the rows below the header, in the file's order. */
export interface RowReader {
  row(cells: readonly string[], line: number, raw: string): void;
  /** After the last row: what was waiting for a row that did not come is settled. */
  end(): void;
}

export interface Importer {
  /** Also the family that row keys belong to: never changes. */
  readonly id: string;
  readonly name: string;
  readonly exchange: string;
  /** Where the export is found. */
  readonly help: string;
  /** Every header it knows, one of each variant, as the user would see it. */
  readonly headers: readonly string[];
  /** Where its rows belong unless the user says otherwise. */
  readonly account: Account;
  /** Whether the user may choose another account; false where rows name their own. */
  readonly accountIsChoice: boolean;
  /**
   * Which of an exchange's files counts where several tell of the same subject, account and period: the lowest rank. The
   * others are compared with it. A subject that is not named here counts in any case.
   */
  readonly ranks?: Readonly<Partial<Record<Subject, number>>>;
  /**
   * The key of a row holds all that the row says: rows of one header that are only written otherwise ("2000", "2000.00") are
   * the same row. Of formats that people write by hand and save again.
   */
  readonly keyIsWhole?: true;
  /**
   * Every row has an id of its own (`externalId`): of rows that state the same and bear the same id there is one, whatever
   * their other cells say. Exports hold cells that each download computes anew: a value in dollars, a progress, a note.
   */
  readonly idIsUnique?: true;
  /** Of a mapping: names its present state, so that a change of it is noticed. */
  readonly state?: string;
  /** null where the head holds none of this format's headers. */
  detect(head: FileHead): Detection | null;
  open(detection: Detection, context: ReadContext, sink: Sink): RowReader;
}
