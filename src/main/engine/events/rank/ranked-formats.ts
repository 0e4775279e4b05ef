import type { AccountId } from '../../../../shared/domain/account.ts';
import type { EventKind, LedgerEvent } from '../../../../shared/domain/event.ts';
import { subjectOf } from '../../../../shared/domain/subject.ts';
import type { Subject } from '../../../../shared/domain/subject.ts';

/** Which of several formats counts, subject by subject: the lowest rank. null: its rows count in any case. */
export type RankOf = (format: string, subject: Subject) => number | null;

/** What several files can tell of: one subject in one account, and the formats that do, the best first. */
export interface Told {
  readonly account: AccountId;
  readonly subject: Subject;
  readonly formats: readonly string[];
}

export function accountOf({ fill, legs }: LedgerEvent): AccountId | undefined {
  return fill?.account ?? legs[0]?.account;
}

/** What more than one ranked format tells of. One pass; nothing is made for rows like earlier ones. */
export function toldTwice(events: readonly LedgerEvent[], rankOf: RankOf): readonly Told[] {
  const formats = new Map<string, { account: AccountId; subject: Subject; formats: Set<string> }>();
  const seen = new Map<string, Map<AccountId, Set<EventKind>>>();
  for (const event of events) {
    const { kind, source } = event;
    const account = accountOf(event);
    if (account === undefined || (!isNew(seen, source.format, account, kind) && kind !== 'transfer'))
      continue;
    const subject = subjectOf(kind);
    if (rankOf(source.format, subject) === null) continue;
    for (const place of new Set([account, ...event.legs.map((leg) => leg.account)])) {
      const key = `${place}\n${subject}`;
      const known = formats.get(key);
      if (known === undefined)
        formats.set(key, { account: place, subject, formats: new Set([source.format]) });
      else known.formats.add(source.format);
    }
  }
  return [...formats.values()]
    .filter((told) => told.formats.size > 1)
    .map(({ account, subject, formats: all }) => ({
      account,
      subject,
      formats: [...all].toSorted(
        (a, b) => (rankOf(a, subject) ?? 0) - (rankOf(b, subject) ?? 0) || (a < b ? -1 : 1),
      ),
    }));
}

function isNew(
  seen: Map<string, Map<AccountId, Set<EventKind>>>,
  format: string,
  account: AccountId,
  kind: EventKind,
): boolean {
  let accounts = seen.get(format);
  if (accounts === undefined) seen.set(format, (accounts = new Map<AccountId, Set<EventKind>>()));
  let kinds = accounts.get(account);
  if (kinds === undefined) accounts.set(account, (kinds = new Set<EventKind>()));
  if (kinds.has(kind)) return false;
  kinds.add(kind);
  return true;
}
