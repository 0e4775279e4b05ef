/** What files of one exchange say differently of the same things, with both figures and the rows. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { instantFromEpochMs } from '../../../../shared/time/instant.ts';
import { dateText, daysBetween, fromDayNumber } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import type { Comparison, Difference } from '../../../engine/events/rank/comparison.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { exchangeOf, formatName } from '../../ranks.ts';
import { sourcesOf } from '../holdings/event-sources.ts';
import { legRowsIn, type Amount } from './leg-rows.ts';
import { roleWords, subjectWords } from './subject-words.ts';

type Pair = CallAnswer<'imports.reconcile'>['pairs'][number];

const dayZero = fromDayNumber(0);

/** How many rows of a figure are named; the rest is counted. */
const namedRows = 20;

export const readReconcileHandlers: HandlersOf<'imports.reconcile'> = {
  'imports.reconcile': async (_, context) => {
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const rowsOf = placesOf(derived.value);
    const pairs = derived.value.ranked.comparisons.map((one) => pairText(one, derived.value, rowsOf));
    return ok({ pairs: pairs.toSorted(byAccount) });
  },
};

function byAccount(a: Pair, b: Pair): number {
  return (
    a.accountName.localeCompare(b.accountName, 'en') ||
    a.subject.localeCompare(b.subject) ||
    a.counts.format.localeCompare(b.counts.format) ||
    a.compared.format.localeCompare(b.compared.format)
  );
}

function pairText(found: Comparison, derived: Derived, rowsOf: RowsOf): Pair {
  const { account, subject, counts, compared, leftOut, agreed, filled, alone } = found;
  const days = found.differences.map(({ day }) => day);
  return {
    exchange: exchangeOf(counts),
    account,
    accountName: derived.accountName(account),
    subject,
    subjectWords: subjectWords[subject],
    counts: { format: counts, formatName: formatName(counts) },
    compared: { format: compared, formatName: formatName(compared) },
    from: dateText(fromDayNumber(Math.min(dayNumber(found.first, derived), ...days))),
    to: dateText(fromDayNumber(Math.max(dayNumber(found.last, derived), ...days))),
    leftOut,
    agreed,
    filled,
    alone,
    differences: found.differences
      .toSorted((a, b) => a.day - b.day)
      .map((one) => differenceText(one, rowsOf)),
  };
}

/** The day of an instant, as a number; no day where no row was left out. */
function dayNumber(ms: number, { facts }: Derived): number {
  return Number.isFinite(ms) ? daysBetween(dayZero, localDateOf(instantFromEpochMs(ms), facts.timeZone)) : ms;
}

function differenceText(found: Difference, rowsOf: RowsOf): Pair['differences'][number] {
  const { day, asset, contract, role, counted, stated } = found;
  return {
    date: dateText(fromDayNumber(day)),
    asset,
    contract,
    role,
    roleWords: roleWords[role],
    counted: toText(counted),
    stated: toText(stated),
    difference: toText(subtract(stated, counted)),
    countedRows: rowsOf(found.countedRows, found),
    statedRows: rowsOf(found.statedRows, found),
  };
}

type RowsOf = (events: readonly EventId[], amount: Amount) => Pair['differences'][number]['countedRows'];

/** The first rows behind a figure, and how many there are: of an event of several rows, those that state it. */
function placesOf(derived: Derived): RowsOf {
  const sourceOf = sourcesOf(derived);
  const legRowsOf = legRowsIn(derived);
  return (events, amount) => {
    const named = events.slice(0, namedRows).flatMap((event) => {
      const rows = legRowsOf(event, amount).map(({ source }) => source);
      return (rows.length === 0 ? [sourceOf(event)] : rows).map(({ file, line }) => ({ event, file, line }));
    });
    return { first: named.slice(0, namedRows), count: named.length + Math.max(0, events.length - namedRows) };
  };
}
