/** Days on which futures contracts end: those that are open, and those that are meant to be. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { entryOf } from './calendar-entry.ts';
import type { CalendarEntry, CalendarLink } from './calendar-entry.ts';
import { closedWords } from './us-legal-holidays.ts';

export interface EndingContract {
  /** Of the position, or of the leg that is not opened yet. */
  readonly id: string;
  readonly symbol: string;
  readonly asset: AssetId;
  readonly expiry: LocalDate;
  readonly side: 'long' | 'short';
  /** In which account; null where it is only meant. */
  readonly accountName: string | null;
  readonly of: readonly CalendarLink[];
}

/** Ends of contracts from the first day on; what has ended and stands open stays, however old. */
export function contractEntries(
  contracts: readonly EndingContract[],
  asOf: LocalDate,
): readonly CalendarEntry[] {
  return contracts.map((one) => entry(one, asOf));
}

function entry(
  { id, symbol, asset, expiry: date, side, accountName, of }: EndingContract,
  asOf: LocalDate,
): CalendarEntry {
  const where = accountName === null ? `${symbol} (${side}, planned)` : `${symbol} (${side}, ${accountName})`;
  const isLeft = date < asOf && accountName !== null;
  const closed = closedWords(date);
  return entryOf({
    id: `expiry:${id}`,
    date,
    kind: 'expiry',
    title: isLeft ? `${symbol} has expired but stands open` : `${symbol} expires`,
    text: isLeft
      ? `${where} has expired but stands open: import its settlement.`
      : `${where} expires${closed === null ? '' : `; this day is ${closed}`}.`,
    why: [
      'A dated contract is settled on its last day: the hedge ends there, and its result is taxed in that year. To keep the hedge, roll it into a later one before.',
      ...(closed === null
        ? []
        : [
            `The calendar of contracts says ${dateText(date)}, on which markets in the United States may be closed: compare it with your exchange’s own notice.`,
          ]),
    ].join(' '),
    law: null,
    asset,
    of,
    planned: accountName === null,
    waits: isLeft,
  });
}
