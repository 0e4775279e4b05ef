/** Whether events of a file would have other times in another time zone: not where each says its own, nor of prices of days. */
import { epochMs, type Instant } from '../../../../shared/time/instant.ts';
import { timeZone, type TimeZone, utc } from '../../../../shared/time/time-zone.ts';
import type { DateOrder } from '../../../importers/cells/date-order.ts';
import type { DecimalMark, Sink } from '../../../importers/importer.ts';
import { tickerBook } from '../../../importers/tickers/ticker-book.ts';
import type { OpenedUpload } from './open-upload.ts';

/** In: `now`, before which all times lie. Looks at the first rows, as the format's own reader reads them. */
export function zoneMatters(of: OpenedUpload, now: Instant): boolean {
  for (const decimalMark of ['.', ','] as const)
    for (const dateOrder of orders(of)) {
      const inUtc = timesIn(utc, { of, now, decimalMark, dateOrder });
      if (inUtc.length === 0) continue;
      const elsewhere = timesIn(timeZone('-09:00'), { of, now, decimalMark, dateOrder });
      return inUtc.some((time, at) => time !== elsewhere[at]);
    }
  return false;
}

interface Reading {
  readonly of: OpenedUpload;
  readonly now: Instant;
  readonly decimalMark: DecimalMark;
  readonly dateOrder: DateOrder;
}

function orders({ choice, opened: { detection } }: OpenedUpload): readonly DateOrder[] {
  const known = detection.dateOrder ?? choice.dateOrder;
  return known === undefined ? ['year-first', 'day-first', 'month-first'] : [known];
}

const rowsLookedAt = 20;

function timesIn(zone: TimeZone, { of, now, decimalMark, dateOrder }: Reading): readonly number[] {
  const { importer, detection, guess, file } = of.opened;
  const times: number[] = [];
  const sink: Sink = {
    event: (_, { time }) => void times.push(epochMs(time)),
    price: () => undefined,
    observation: () => undefined,
    account: () => undefined,
    ignored: () => undefined,
    problem: () => undefined,
  };
  const tickers = tickerBook(importer.exchange);
  const context = { file, account: of.account, zone, decimalMark, dateOrder, tickers, now };
  const reader = importer.open(detection, context, sink);
  const rows = guess.head.rows.slice(detection.headerIndex + 1);
  for (const { cells, line, raw } of rows.slice(0, rowsLookedAt)) reader.row(cells, line, raw);
  reader.end();
  return times;
}
