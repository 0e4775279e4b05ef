import type { Account, AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { PriceMark } from '../../../../shared/domain/price-mark.ts';
import type {
  EventDraft,
  IgnoreRule,
  Importer,
  ObservationDraft,
  RowProblem,
  Sink,
} from '../../../importers/importer.ts';
import { chronological } from './chronological.ts';
import { rowHasher } from './identify.ts';
import type { Pacer } from './pacer.ts';
import type { ParsedObservation, ParsedPrice, ParsedRow } from './parsed-file.ts';
import { ProblemBook } from './problem-book.ts';

/** An event of a row, and what the row is known again by. */
export interface HashedDraft {
  readonly draft: EventDraft;
  readonly rowHash: string;
}

/** What a reader finds in one file, as it comes. */
export class CollectedRows implements Sink {
  readonly prices: ParsedPrice[] = [];
  readonly observations: ParsedObservation[] = [];
  readonly accounts: Account[] = [];
  readonly ignoredRows: { readonly rule: IgnoreRule; readonly line: number }[] = [];
  readonly problems = new ProblemBook();
  readonly #drafts: HashedDraft[] = [];
  readonly #rowHash: (key: string) => string;

  constructor(importer: Importer, account: AccountId) {
    // Rows that name their account have it in their key.
    this.#rowHash = rowHasher(importer.id, importer.accountIsChoice ? account : importer.account.id);
  }

  event(key: string, draft: EventDraft): void {
    this.#drafts.push({ draft, rowHash: this.#rowHash(key) });
  }

  price(mark: PriceMark, line: number, raw: string, quote?: AssetId): void {
    this.prices.push(quote === undefined ? { mark, line, raw } : { mark, line, raw, quote });
  }

  observation(observation: ObservationDraft, line: number, raw: string): void {
    this.observations.push({ observation, line, raw });
  }

  account(account: Account): void {
    this.accounts.push(account);
  }

  ignored(rule: IgnoreRule, line: number): void {
    this.ignoredRows.push({ rule, line });
  }

  problem(problem: RowProblem): void {
    this.problems.add(problem);
  }

  /** The events in their order, equal rows counted. */
  async inOrder(
    pacer: Pacer,
  ): Promise<{ readonly events: readonly ParsedRow[]; readonly identicalKept: number }> {
    const seen = new Map<string, number>();
    const events: ParsedRow[] = [];
    for (const { item, sequence } of chronological(this.#drafts)) {
      const { draft, rowHash: hash } = item;
      const occurrence = seen.get(hash) ?? 0;
      seen.set(hash, occurrence + 1);
      events.push({ draft, rowHash: hash, occurrence, sequence });
      if (events.length % 1000 === 0) await pacer.pause();
    }
    return { events, identicalKept: events.length - seen.size };
  }
}
