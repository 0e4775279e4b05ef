/** What a reader finds in one slice of a file, until it is stored; and what is kept of the whole file for the report. */
import type { Account } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { PriceMark } from '../../../../shared/domain/price-mark.ts';
import type {
  EventDraft,
  IgnoreRule,
  ObservationDraft,
  RowProblem,
  Sink,
} from '../../../importers/importer.ts';
import type { ArrivingRow } from '../../../ledger/import-transaction.ts';
import type { RowHasher } from './identify.ts';
import { LineBook } from './line-book.ts';
import { orderWithinInstant } from './order-within-instant.ts';
import { ProblemBook } from './problem-book.ts';
import type { NamedAccount } from './stated-accounts.ts';

/** An event of a row, with what it is known again by. */
export interface ArrivingDraft {
  readonly draft: EventDraft;
  readonly rowHash: string;
  readonly textHash: string;
  /** Which of the events of its line it is. */
  readonly place: number;
}

export interface ArrivingPrice {
  readonly mark: PriceMark;
  readonly line: number;
  readonly raw: string;
  /** What it is in, where the file cannot choose. */
  readonly quote?: AssetId;
}

export interface ArrivingObservation {
  readonly observation: ObservationDraft;
  readonly line: number;
  readonly raw: string;
}

export class ArrivingRows implements Sink {
  readonly lines = new LineBook();
  readonly problems = new ProblemBook();
  /** Of the whole file: there are few. */
  readonly prices: ArrivingPrice[] = [];
  readonly accounts: NamedAccount[] = [];
  drafts: ArrivingDraft[] = [];
  observations: ArrivingObservation[] = [];
  readonly #hasher: RowHasher;
  #lastLine = 0;
  #place = 0;

  constructor(hasher: RowHasher) {
    this.#hasher = hasher;
  }

  event(key: string, draft: EventDraft): void {
    this.#place = draft.line === this.#lastLine ? this.#place + 1 : 0;
    this.#lastLine = draft.line;
    const rowHash = this.#hasher.ofKey(key);
    const textHash = this.#hasher.ofText(draft.raw, key, this.#place, draft.externalId);
    this.drafts.push({ draft, rowHash, textHash, place: this.#place });
  }

  price(mark: PriceMark, line: number, raw: string, quote?: AssetId): void {
    this.prices.push(quote === undefined ? { mark, line, raw } : { mark, line, raw, quote });
  }

  observation(observation: ObservationDraft, line: number, raw: string): void {
    this.observations.push({ observation, line, raw });
  }

  account(account: Account, isGuess = false): void {
    this.accounts.push({ account, isGuess });
  }

  ignored(rule: IgnoreRule, line: number): void {
    this.lines.ignored(rule, line);
  }

  problem(problem: RowProblem): void {
    this.problems.add(problem);
    if (problem.severity === 'error') this.lines.rejected(problem.line);
  }
}

/** A row as the ledger takes it. In: the file's name and format. */
export function arrivingRow(
  { draft, rowHash, textHash }: ArrivingDraft,
  file: string,
  format: string,
  onlyIfKnown: boolean,
): ArrivingRow {
  const { line, raw } = draft;
  // Line and text stay in it, for nobody minds them: a copy without them takes many times as long.
  const event = { ...draft, sequence: orderWithinInstant(draft), source: { file, line, format } };
  return { event, rowHash, textHash, raw, onlyIfKnown };
}
