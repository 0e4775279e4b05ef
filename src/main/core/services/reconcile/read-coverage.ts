/** Which months of each account are covered by which files, and where a gap is. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { addDays, addMonths, firstDayOfMonth, monthOf, yearOf } from '../../../../shared/time/local-date.ts';
import { endOfDay, localDateOf } from '../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../shared/time/time-zone.ts';
import { eventsUntil } from '../../../engine/events/ordered-events.ts';
import { coverageOf } from '../../../engine/events/coverage.ts';
import type { Coverage } from '../../../engine/events/coverage.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import type { BatchCoverage } from '../../../ledger/batch.ts';
import { formatName, rankOf } from '../../ranks.ts';
import { notCountedOf } from '../holdings/find-transactions.ts';
import { subjectWords } from './subject-words.ts';

type Account = CallAnswer<'imports.coverage'>['accounts'][number];

export const readCoverageHandlers: HandlersOf<'imports.coverage'> = {
  'imports.coverage': async (_, context) => {
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    // What files cover is not in the content hash, which says what is derived anew.
    const spans = (await context.session.ledger?.read.coverage()) ?? [];
    const byAccount = Map.groupBy(coverageIn(derived.value, spans), ({ account }) => account);
    const accounts = [...byAccount.values()].flatMap((subjects) => accountText(subjects, derived.value));
    return ok({ accounts: accounts.toSorted((a, b) => a.accountName.localeCompare(b.accountName, 'en')) });
  },
};

function coverageIn(derived: Derived, spans: readonly BatchCoverage[]): readonly Coverage[] {
  const notCounted = notCountedOf(derived);
  return coverageOf({
    events: eventsUntil(derived.facts.events, derived.at),
    isCounted: (_: LedgerEvent, place: number) => !notCounted.has(place),
    spans: spans
      .filter(({ first }) => first <= derived.at)
      .map((span) => (span.last > derived.at ? { ...span, last: derived.at } : span)),
    monthOf: monthsIn(derived.facts.timeZone),
    rankOf,
  });
}

/** Events come in ledger order: the calendar is only asked where a month ends. */
function monthsIn(timeZone: TimeZone): (time: Instant) => number {
  let month = -1;
  let from: Instant | null = null;
  let until: Instant | null = null;
  return (time) => {
    if (from === null || until === null || time > until || time < from) {
      const first = firstDayOfMonth(localDateOf(time, timeZone));
      month = yearOf(first) * 12 + monthOf(first) - 1;
      from = endOfDay(addDays(first, -1), timeZone);
      until = endOfDay(addDays(addMonths(first, 1), -1), timeZone);
      if (time <= from) from = time;
    }
    return month;
  };
}

function accountText(subjects: readonly Coverage[], derived: Derived): readonly Account[] {
  const [first] = subjects;
  if (first === undefined) return [];
  const { account } = first;
  return [
    {
      account,
      accountName: derived.accountName(account),
      exchange: derived.facts.accounts.get(account)?.venue ?? null,
      subjects: subjects.map(({ subject, months }) => ({
        subject,
        subjectWords: subjectWords[subject],
        gaps: months.filter(({ state }) => state === 'gap').length,
        months: months.map(({ month, files, ...rest }) => ({
          ...rest,
          month: monthText(month),
          files: files.map((one) => ({ ...one, formatName: formatName(one.format) })),
        })),
      })),
    },
  ];
}

function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
