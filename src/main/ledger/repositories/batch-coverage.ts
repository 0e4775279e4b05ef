/** Which times of which accounts each file's rows cover, those that another file had brought before included. */
import type Database from 'better-sqlite3-multiple-ciphers';
import { accountId } from '../../../shared/domain/account.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { type Subject, subjectOf } from '../../../shared/domain/subject.ts';
import { toldAccounts } from '../../../shared/domain/told-accounts.ts';
import { invariant } from '../../../shared/invariant.ts';
import { epochMs, instantFromEpochMs } from '../../../shared/time/instant.ts';
import type { BatchCoverage } from '../batch.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import { batchId } from './batch-id.ts';

interface Span {
  readonly account: string;
  readonly subject: Subject;
  first: number;
  last: number;
  rows: number;
}

/** What the rows of one file cover, while they go by. */
export class CoverageBook {
  readonly #spans = new Map<string, Map<Subject, Span>>();
  /** Rows follow rows of their kind. */
  #latest: Span | null = null;

  note(event: Pick<LedgerEvent, 'kind' | 'fill' | 'legs' | 'time'>): void {
    const time = epochMs(event.time);
    const subject = subjectOf(event.kind);
    if (event.kind !== 'transfer') {
      const account = event.fill?.account ?? event.legs[0]?.account;
      if (account !== undefined) this.#note(account, subject, time);
      return;
    }
    for (const account of toldAccounts(event)) this.#note(account, subject, time);
  }

  all(): Iterable<Span> {
    return [...this.#spans.values()].flatMap((bySubject) => [...bySubject.values()]);
  }

  #note(account: string, subject: Subject, time: number): void {
    const latest = this.#latest;
    const isSame = latest !== null && latest.subject === subject && latest.account === account;
    const span = isSame ? latest : this.#spanOf(account, subject, time);
    this.#latest = span;
    span.rows++;
    if (time < span.first) span.first = time;
    if (time > span.last) span.last = time;
  }

  #spanOf(account: string, subject: Subject, time: number): Span {
    let bySubject = this.#spans.get(account);
    if (bySubject === undefined) this.#spans.set(account, (bySubject = new Map<Subject, Span>()));
    let span = bySubject.get(subject);
    if (span === undefined)
      bySubject.set(subject, (span = { account, subject, first: time, last: time, rows: 0 }));
    return span;
  }
}

export function storeCoverage(database: Database.Database, batch: number, spans: Iterable<Span>): void {
  const insert = database.prepare<unknown[]>(
    `INSERT INTO batch_coverage (batch, account, subject, first_time, last_time, row_count) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const { account, subject, first, last, rows } of spans)
    invariant(insert.run(batch, account, subject, first, last, rows).changes === 1, 'one span is stored');
}

export function removeCoverageOf(database: Database.Database, batch: number): void {
  database.prepare<[number]>('DELETE FROM batch_coverage WHERE batch = ?').run(batch);
}

export async function readCoverage({ db, arriving }: LedgerFile): Promise<readonly BatchCoverage[]> {
  const rows = await db
    .selectFrom('batch_coverage')
    .innerJoin('batch', 'batch.id', 'batch_coverage.batch')
    .select(['batch', 'file', 'format', 'batch_coverage.account', 'subject'])
    .select(['batch_coverage.first_time', 'batch_coverage.last_time', 'row_count'])
    .where('batch', '<', arriving?.batch ?? Number.MAX_SAFE_INTEGER)
    .orderBy('batch')
    .orderBy('batch_coverage.account')
    .orderBy('subject')
    .execute();
  return rows.map((row) => ({
    batch: batchId(row.batch),
    file: row.file,
    format: row.format,
    account: accountId(row.account),
    subject: row.subject as Subject,
    first: instantFromEpochMs(row.first_time ?? 0),
    last: instantFromEpochMs(row.last_time ?? 0),
    rows: row.row_count,
  }));
}
